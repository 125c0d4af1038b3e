#include "document/figures.h"

#include <algorithm>

#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

// Digits and a decimal fraction, kept exact as text.
struct Decimal {
    std::string digits;
    std::size_t fraction = 0;  // how many of them stand behind the point
    std::size_t end = 0;
};

std::optional<Decimal> plain_number(View text, std::size_t at) {
    Decimal out;
    std::size_t place = at;
    bool point = false;
    for (; place < text.size() && out.digits.size() < 18; ++place) {
        const char32_t c = text[place];
        if (text::is_digit(c)) {
            out.digits.push_back(static_cast<char>(c));
            out.fraction += point;
            continue;
        }
        const bool inner =
            place + 1 < text.size() && text::is_digit(text[place + 1]) && !out.digits.empty();
        if (c == U',' && inner && place + 3 < text.size() && text::is_digit(text[place + 3]))
            continue;
        if (c == U'.' && inner && !point) {
            point = true;
            continue;
        }
        break;
    }
    if (out.digits.empty()) return std::nullopt;
    out.end = place;
    return out;
}

std::optional<Decimal> chinese_number(View text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < 8 &&
           (text::chinese_digit(text[end]) >= 0 || text[end] == U'十' || text[end] == U'百' ||
            text[end] == U'千'))
        ++end;
    if (end == at) return std::nullopt;
    long long total = 0;
    long long digit = -1;
    for (std::size_t place = at; place < end; ++place) {
        const char32_t c = text[place];
        const long long scale = c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
        if (scale == 0) {
            digit = text::chinese_digit(c);
            continue;
        }
        total += (digit < 0 ? 1 : digit) * scale;
        digit = -1;
    }
    return Decimal{std::to_string(total + std::max(digit, 0LL)), 0, end};
}

// Times ten to the `zeros`, without rounding.
std::string scaled(Decimal number, std::size_t zeros) {
    const std::size_t use = std::min(zeros, number.fraction);
    number.fraction -= use;
    number.digits.append(zeros - use, '0');
    std::string whole = number.digits.substr(0, number.digits.size() - number.fraction);
    std::string fraction = number.digits.substr(number.digits.size() - number.fraction);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    if (whole.empty()) whole = "0";
    return fraction.empty() ? whole : whole + "." + fraction;
}

bool is_part_of_date(View text, std::size_t at, std::size_t end, View unit) {
    if (unit == U"年" || unit == U"月" || unit == U"日" || unit == U"号") return true;
    if (at > 0 && (text[at - 1] == U'年' || text[at - 1] == U'月')) {
        const bool day = end < text.size() && (text[end] == U'日' || text[end] == U'月');
        return day;
    }
    return false;
}

std::size_t scale_of(View text, std::size_t& at) {
    std::size_t zeros = 0;
    while (at < text.size()) {
        if (text[at] == U'万') {
            zeros += 4;
        } else if (text[at] == U'亿') {
            zeros += 8;
        } else {
            break;
        }
        ++at;
    }
    return zeros;
}

}  // namespace

std::optional<Figure> figure_at(View text, std::size_t at, const text::Matcher& units) {
    if (at > 0) {
        const char32_t before = text[at - 1];
        static constexpr View joined = U"第.〔[+-—~/：:";
        if (text::is_digit(before) || text::is_latin(before) || joined.find(before) != View::npos)
            return std::nullopt;
        if (text::is_chinese_number(before) && text::is_chinese_number(text[at]))
            return std::nullopt;
    }
    Figure out;
    out.start = at;
    const bool percent = text.substr(at).starts_with(U"百分之");
    const std::size_t from = percent ? at + 3 : at;
    if (from >= text.size()) return std::nullopt;
    const bool digits = text::is_digit(text[from]);
    const auto number = digits ? plain_number(text, from) : chinese_number(text, from);
    if (!number) return std::nullopt;
    std::size_t place = number->end;
    const std::size_t zeros = percent ? 0 : scale_of(text, place);
    if (percent) {
        out.unit = "%";
    } else {
        while (place < text.size() && (text[place] == U'多' || text[place] == U'余')) {
            out.lower_bound = true;
            ++place;
        }
        const auto unit = units.at(text, place);
        if (!unit) return std::nullopt;
        View name = text.substr(unit->start, unit->end - unit->start);
        if (is_part_of_date(text, at, number->end, name)) return std::nullopt;
        // A Chinese 一 before a measure word mostly counts nothing: 一项, 一批.
        if (!digits && (number->digits == "1" || number->digits == "0")) return std::nullopt;
        place = unit->end;
        std::size_t money = 0;
        if (name == U"万元") money = 4;
        if (name == U"亿元") money = 8;
        out.value = scaled(*number, zeros + money);
        out.unit = money > 0             ? "元"
                   : name == U"％"       ? "%"
                   : name == U"个工作日" ? "工作日"
                                         : text::encode(name);
    }
    if (percent) out.value = scaled(*number, 0);
    out.end = place;
    if (text.substr(place).starts_with(U"以上")) out.lower_bound = true;
    if (place < text.size() && (text[place] == U'多' || text[place] == U'余')) {
        out.lower_bound = true;
        ++out.end;
    }
    return out;
}

}  // namespace anmin::document
