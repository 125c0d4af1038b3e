#include "directive/written_when.h"

#include <map>

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

// The year a text without any date speaks of most; of two, the earlier.
std::optional<int> usual_year(std::u32string_view text) {
    std::map<int, int> times;
    for (std::size_t at = 0; at + 4 < text.size() && at < 20000; ++at) {
        if (text[at] != U'2' || text[at + 1] != U'0' || text[at + 4] != U'年') continue;
        if (!text::is_digit(text[at + 2]) || !text::is_digit(text[at + 3])) continue;
        const int year = 2000 + static_cast<int>(text[at + 2] - U'0') * 10 +
                         static_cast<int>(text[at + 3] - U'0');
        if (year < 2033) ++times[year];
    }
    std::optional<int> usual;
    for (const auto& [year, count] : times) {
        if (!usual || count > times[*usual]) usual = year;
    }
    return usual;
}

}  // namespace

WrittenWhen written_when(const document::Part& part) {
    WrittenWhen out;
    out.event = part.event_date;
    out.year = number_year(part);
    if (!out.year && part.event_date) out.year = part.event_date->year();
    if (!out.event && !out.year) out.year = usual_year(text::decode(part.clean_text));
    return out;
}

}  // namespace anmin::directive
