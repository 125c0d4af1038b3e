#include "document/line_shape.h"

#include "text/han.h"

namespace anmin::document {
namespace {

using text::is_blank;
using text::is_digit;

std::size_t skip_blanks(std::u32string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}

bool is_ordinal(char32_t c) {
    static constexpr std::u32string_view ordinals = U"一二三四五六七八九十";
    return ordinals.find(c) != std::u32string_view::npos;
}

std::size_t skip_ordinals(std::u32string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < 3 && is_ordinal(text[end])) ++end;
    return end;
}

std::size_t skip_digits(std::u32string_view text, std::size_t at, std::size_t most) {
    std::size_t end = at;
    while (end < text.size() && end - at < most && is_digit(text[end])) ++end;
    return end;
}

bool is_one_of(char32_t c, std::u32string_view list) {
    return list.find(c) != std::u32string_view::npos;
}

std::optional<Enumerator> bracketed(std::u32string_view text, std::size_t at) {
    if (!is_one_of(text[at], U"（(")) return std::nullopt;
    const std::size_t inside = skip_blanks(text, at + 1);
    const std::size_t han = skip_ordinals(text, inside);
    const std::size_t number = skip_digits(text, inside, 2);
    const std::size_t end = skip_blanks(text, han > inside ? han : number);
    if (end == inside || end >= text.size() || !is_one_of(text[end], U"）)")) return std::nullopt;
    return Enumerator{han > inside ? 2 : 4, skip_blanks(text, end + 1)};
}

// 第三条, 第十二章: of a rule or statute; 第三条规定 only refers to one.
std::optional<Enumerator> article(std::u32string_view text, std::size_t at) {
    if (text[at] != U'第') return std::nullopt;
    std::size_t end = at + 1;
    while (end < text.size() && end - at < 8 && (is_ordinal(text[end]) || text[end] == U'百'))
        ++end;
    if (end == at + 1) end = skip_digits(text, end, 3);
    if (end == at + 1 || end + 1 >= text.size() || !is_one_of(text[end], U"条章节"))
        return std::nullopt;
    static constexpr std::u32string_view referring = U"规款的、，至和第及所之中。；第";
    if (is_one_of(text[end + 1], referring)) return std::nullopt;
    const int level = text[end] == U'章' ? 1 : text[end] == U'节' ? 2 : 3;
    return Enumerator{level, skip_blanks(text, end + 1)};
}

std::optional<Enumerator> spoken(std::u32string_view text, std::size_t at) {
    static const text::Matcher words(
        std::vector<std::u32string>{U"首先，", U"其次，", U"再次，", U"最后，"});
    if (const auto word = words.at(text, at)) return Enumerator{5, word->end};
    const bool nth = text[at] == U'第' || text[at] == U'其';
    const std::size_t from = nth ? at + 1 : at;
    const std::size_t end = skip_ordinals(text, from);
    if (end == from || end >= text.size()) return std::nullopt;
    if (nth) {
        const bool marked = is_one_of(text[end], U"，、：,");
        return marked || text[end] == U'是' ? std::optional(Enumerator{5, end + 1}) : std::nullopt;
    }
    // 一要 and 一是 enumerate; 一是一 and 统一是 do not, but those do not begin a clause.
    if (text[end] == U'是' || text[end] == U'要' || text[end] == U'抓') {
        return Enumerator{5, text[end] == U'抓' ? end : end + 1};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Enumerator> enumerator_at(std::u32string_view text, std::size_t at) {
    if (at >= text.size()) return std::nullopt;
    if (auto found = bracketed(text, at)) return found;
    if (text[at] >= U'①' && text[at] <= U'⑳') return Enumerator{4, skip_blanks(text, at + 1)};
    const std::size_t han = skip_ordinals(text, at);
    if (han > at && han < text.size() && is_one_of(text[han], U"、.．")) {
        // 一、二季度 is a list of numbers, not an enumerator; 三、一旦 and 二、一律 are.
        const std::size_t more = skip_ordinals(text, han + 1);
        static constexpr std::u32string_view counted = U"、季月级类档批等期届线";
        if (more > han + 1 && (more >= text.size() || is_one_of(text[more], counted)))
            return std::nullopt;
        return Enumerator{1, skip_blanks(text, han + 1)};
    }
    const std::size_t digits = skip_digits(text, at, 2);
    if (digits > at && digits + 1 < text.size() && is_one_of(text[digits], U".．、)）") &&
        !is_digit(text[digits + 1])) {
        return Enumerator{3, skip_blanks(text, digits + 1)};
    }
    if (auto found = article(text, at)) return found;
    return spoken(text, at);
}

namespace {

// 二〇二五, 十二, 三十一: a number of a date in Chinese figures.
int chinese_value(std::u32string_view figures) {
    int value = 0;
    int pending = 0;
    bool tens = false;
    for (const char32_t c : figures) {
        if (c == U'十') {
            value = (pending == 0 ? 1 : pending) * 10;
            pending = 0;
            tens = true;
            continue;
        }
        const int digit = text::chinese_digit(c);
        if (digit < 0) return -1;
        pending = tens ? digit : pending * 10 + digit;
    }
    return value + pending;
}

struct Number {
    int value = -1;
    std::size_t end = 0;
};

Number number_at(std::u32string_view text, std::size_t at, std::size_t most) {
    const std::size_t digits = skip_digits(text, at, most);
    if (digits > at) {
        int value = 0;
        for (std::size_t place = at; place < digits; ++place)
            value = value * 10 + static_cast<int>(text[place] - U'0');
        return {value, digits};
    }
    std::size_t end = at;
    while (end < text.size() && end - at < most &&
           (text::chinese_digit(text[end]) >= 0 || text[end] == U'十' || text[end] == U'○' ||
            text[end] == U'O'))
        ++end;
    if (end == at) return {};
    std::u32string figures(text.substr(at, end - at));
    for (char32_t& c : figures) {
        if (c == U'○' || c == U'O') c = U'〇';
    }
    return {chinese_value(figures), end};
}

bool plausible(const WrittenDate& date) {
    return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 &&
           (date.year == 0 || (date.year >= 1949 && date.year <= 2100));
}

std::optional<WrittenDate> dashed(std::u32string_view text, const Number& year) {
    if (year.value < 1949 || year.end >= text.size() || !is_one_of(text[year.end], U"-./－．"))
        return std::nullopt;
    const Number month = number_at(text, year.end + 1, 2);
    if (month.value < 0 || month.end >= text.size() || text[month.end] != text[year.end])
        return std::nullopt;
    const Number day = number_at(text, month.end + 1, 2);
    const WrittenDate date{year.value, month.value, day.value, day.end};
    return plausible(date) ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<WrittenDate> date_at(std::u32string_view text, std::size_t at) {
    const Number first = number_at(text, at, 4);
    if (first.value < 0) return std::nullopt;
    if (auto found = dashed(text, first)) return found;
    WrittenDate date;
    Number month = first;
    std::size_t place = skip_blanks(text, first.end);
    if (place < text.size() && text[place] == U'年') {
        date.year = first.value;
        month = number_at(text, skip_blanks(text, place + 1), 2);
        if (month.value < 0) return std::nullopt;
        place = skip_blanks(text, month.end);
    }
    if (place >= text.size() || text[place] != U'月') return std::nullopt;
    const Number day = number_at(text, skip_blanks(text, place + 1), 3);
    if (day.value < 0) return std::nullopt;
    place = skip_blanks(text, day.end);
    if (place >= text.size() || (text[place] != U'日' && text[place] != U'号')) return std::nullopt;
    date.month = month.value;
    date.day = day.value;
    date.end = place + 1;
    return plausible(date) ? std::optional(date) : std::nullopt;
}

bool is_date_line(std::u32string_view line) {
    const bool bracket = !line.empty() && is_one_of(line.front(), U"（(");
    const auto date = date_at(line, bracket ? 1 : 0);
    if (!date || date->year == 0) return false;
    const std::size_t rest = line.size() - date->end;
    if (line.substr(date->end) == U"印发" || line.substr(date->end) == U"发布") return true;
    return rest <= (bracket ? 1U : 0U);
}

std::optional<Stretch> document_number(std::u32string_view line) {
    for (std::size_t open = 0; open < line.size(); ++open) {
        if (!is_one_of(line[open], U"〔[［【（(")) continue;
        const std::size_t year = skip_digits(line, open + 1, 4);
        if (year - open != 5 || year >= line.size() || !is_one_of(line[year], U"〕]］】）)"))
            continue;
        std::size_t number = skip_blanks(line, year + 1);
        if (number < line.size() && line[number] == U'第') ++number;
        const std::size_t end = skip_digits(line, number, 5);
        if (end == number || end >= line.size() || (line[end] != U'号' && line[end] != U'期'))
            continue;
        std::size_t start = open;
        while (start > 0 && (text::is_han(line[start - 1]) || text::is_latin(line[start - 1])) &&
               open - start < 14)
            --start;
        return Stretch{start, end + 1};
    }
    return std::nullopt;
}

bool has_sentence_mark(std::u32string_view text) {
    return text.find_first_of(U"。！？；") != std::u32string_view::npos;
}

bool is_organ_line(std::u32string_view line, const Lexicon& lexicon) {
    if (line.size() < 3 || line.size() > 40 ||
        line.find_first_of(U"，。；：、！？\t") != std::u32string_view::npos)
        return false;
    return lexicon.organ_suffixes.before(line, line.size()).has_value();
}

bool is_salutation(std::u32string_view line) {
    if (line.size() < 3 || line.size() > 120 || (line.back() != U'：' && line.back() != U':'))
        return false;
    if (line.find_first_of(U"。；！？") != std::u32string_view::npos) return false;
    static const text::Matcher words(std::vector<std::u32string>{
        U"各", U"局机关", U"机关各", U"同志们", U"市", U"县", U"区", U"省", U"厅", U"局", U"全"});
    return words.at(line, 0).has_value() && !enumerator_at(line, 0);
}

bool has_label(std::u32string_view line) {
    const std::size_t colon = line.substr(0, 10).find_first_of(U"：:");
    if (colon == std::u32string_view::npos || colon < 1 || colon + 1 >= line.size()) return false;
    for (std::size_t at = 0; at < colon; ++at) {
        if (!text::is_han(line[at]) && !is_blank(line[at])) return false;
    }
    return colon <= 6;
}

}  // namespace anmin::document
