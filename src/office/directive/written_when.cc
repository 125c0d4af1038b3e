#include "directive/written_when.h"

#include <algorithm>

#include "text/han.h"
#include "text/utf8.h"

namespace anmin::directive {
namespace {

std::optional<int> number_year(const document::Part& part) {
    if (!part.number) return std::nullopt;
    const std::u32string number = text::decode(*part.number);
    const std::size_t open = number.find_first_of(U"〔[（(");
    if (open == std::u32string::npos || number.size() < open + 5) return std::nullopt;
    int year = 0;
    for (std::size_t at = open + 1; at < open + 5; ++at) {
        if (!text::is_digit(number[at])) return std::nullopt;
        year = year * 10 + static_cast<int>(number[at] - U'0');
    }
    return year;
}

std::optional<int> latest_year(std::u32string_view text) {
    int latest = 0;
    for (std::size_t at = 0; at + 4 < text.size() && at < 20000; ++at) {
        if (text[at] != U'2' || text[at + 1] != U'0' || text[at + 4] != U'年') continue;
        if (!text::is_digit(text[at + 2]) || !text::is_digit(text[at + 3])) continue;
        const int year = 2000 + static_cast<int>(text[at + 2] - U'0') * 10 +
                         static_cast<int>(text[at + 3] - U'0');
        if (year < 2033) latest = std::max(latest, year);
    }
    return latest == 0 ? std::nullopt : std::optional(latest);
}

}  // namespace

WrittenWhen written_when(const document::Part& part) {
    WrittenWhen out;
    out.event = part.event_date;
    out.year = number_year(part);
    if (!out.year && part.event_date) out.year = part.event_date->year();
    if (!out.event && !out.year) out.year = latest_year(text::decode(part.clean_text));
    return out;
}

}  // namespace anmin::directive
