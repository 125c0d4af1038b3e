#include "registers/value.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <set>

#include "calendar/date.h"
#include "decimal/decimal.h"
#include "document/line_shape.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::registers {
namespace {

using calendar::Date;
using decimal::Decimal;

constexpr std::int64_t longest = 4000;  // characters of a cell

// Without control characters, and without blanks of any kind (U+3000, U+00A0, ...) at its ends.
std::string trimmed(const std::string& typed) {
    std::u32string wide = text::decode(typed);
    std::erase_if(wide, [](char32_t c) { return c < U' ' && c != U'\n' && c != U'\t'; });
    const auto shown = [](char32_t c) { return c != U'\n' && !text::is_blank(c); };
    const auto from = std::find_if(wide.begin(), wide.end(), shown);
    const auto to = std::find_if(wide.rbegin(), std::make_reverse_iterator(from), shown);
    return text::encode(std::u32string(from, to.base()));
}

// Figures and signs of full width as the narrow ones; without the apostrophe by which spreadsheets
// mark a text.
std::string narrow(const std::string& typed) {
    std::string out;
    for (const char32_t c : text::decode(typed)) {
        if (out.empty() && (c == U'\'' || c == U'’' || c == U'＇')) continue;
        text::append_utf8(out, text::to_half_width(c));
    }
    return out;
}

// What spreadsheets show where a formula has no value; the last is read_sheet's own.
bool is_failed_formula(const std::string& text) {
    static const std::set<std::string> words{"#REF!",  "#N/A",       "#VALUE!", "#DIV/0!",
                                             "#NAME?", "#NUM!",      "#NULL!",  "#SPILL!",
                                             "#CALC!", "#公式未计算"};
    return words.contains(text);
}

Error unread(const Column& column, const char* code, const std::string& typed,
             const std::string& expectation) {
    return {Fault::invalid, code, place_of(column), "“" + typed + "”", expectation, "更正这一格"};
}

std::optional<Date> date_of(const std::string& text) {
    if (const auto iso = Date::parse(text)) return iso;
    constexpr std::size_t compact = 8;  // 20250415
    if (text.size() == compact && text.find_first_not_of("0123456789") == std::string::npos) {
        return Date::parse(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6));
    }
    const std::u32string wide = text::decode(text);
    const auto written = document::date_at(wide, 0);
    if (!written || written->year == 0 || written->end != wide.size()) return std::nullopt;
    return Date::of(written->year, written->month, written->day);
}

// 08:30, 8:30:00, 8时30分; as 08:30 or 08:30:05.
std::optional<std::string> time_of(std::string text) {
    for (const auto& [word, mark] : {std::pair{"时", ":"}, {"：", ":"}, {"分", ""}}) {
        const auto at = text.find(word);
        if (at != std::string::npos) text.replace(at, std::string(word).size(), mark);
    }
    int hour = -1;
    int minute = -1;
    int second = 0;
    int read = 0;
    const char* written = text.c_str();
    const bool fine = (std::sscanf(written, "%2d:%2d:%2d%n", &hour, &minute, &second, &read) == 3 &&
                       written[read] == '\0') ||
                      (second = 0, std::sscanf(written, "%2d:%2d%n", &hour, &minute, &read) == 2 &&
                                       written[read] == '\0');
    const bool in_a_day =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    if (!fine || !in_a_day) return std::nullopt;
    std::array<char, 16> out{};
    const char* form = second == 0 ? "%02d:%02d" : "%02d:%02d:%02d";
    std::snprintf(out.data(), out.size(), form, hour, minute, second);
    return std::string(out.data());
}

Result<std::string> kept_date(const Column& column, const std::string& typed) {
    std::string text = typed;
    if (text.ends_with(" 00:00:00") || text.ends_with("T00:00:00")) text.resize(text.size() - 9);
    if (const auto date = date_of(text)) return date->iso();
    return unread(column, "E-TABLE-010", typed, "日期，如 2025-04-15 或 2025年4月15日");
}

Result<std::string> kept_moment(const Column& column, const std::string& typed) {
    if (const auto date = date_of(typed)) return date->iso();
    const auto mark = typed.find_last_of(" T\n");
    if (mark != std::string::npos) {
        const auto date = date_of(trimmed(typed.substr(0, mark)));
        const auto time = time_of(typed.substr(mark + 1));
        if (date && time) return date->iso() + " " + *time;
    }
    return unread(column, "E-TABLE-011", typed, "日期和时刻，如 2025-04-15 08:30");
}

// Numbers as sheets hold them: 1,200; 12.300000000000001 was typed as 12.3.
std::optional<Decimal> number_of(const Column& column, const std::string& typed) {
    std::string plain;
    std::size_t digits = 0;
    for (std::size_t at = 0; at < typed.size(); ++at) {
        const char c = typed[at];
        if (c == ',' || c == ' ') continue;
        if (c == '%' && column.percent && at + 1 == typed.size()) continue;  // 85% is 85
        if (c >= '0' && c <= '9') ++digits;
        plain += c;
    }
    const auto number = Decimal::parse(plain);
    constexpr std::size_t exact_digits = 15;  // of a double, which spreadsheets compute with
    if (!number || digits <= exact_digits || plain.find('.') == std::string::npos) return number;
    std::array<char, 40> out{};
    std::snprintf(out.data(), out.size(), "%.15g", std::strtod(plain.c_str(), nullptr));
    return Decimal::parse(out.data());
}

Result<std::string> kept_number(const Column& column, const std::string& typed) {
    const auto number = number_of(column, typed);
    if (column.kind == Kind::quantity) {
        if (number) return number->shortest_text();
        return unread(column, "E-TABLE-013", typed, "数，如 12.5；单位在表头");
    }
    const auto whole = number ? number->whole() : std::nullopt;
    if (whole && *whole >= 0) return std::to_string(*whole);
    return unread(column, "E-TABLE-012", typed, "不小于 0 的整数");
}

Result<std::string> kept_choice(const Column& column, const std::string& typed) {
    std::string all;
    for (const Choice& choice : column.choices) {
        const auto& others = choice.same_as;
        const bool meant = bare(choice.word) == bare(typed) ||
                           std::any_of(others.begin(), others.end(), [&](const std::string& one) {
                               return bare(one) == bare(typed);
                           });
        if (meant) return choice.word;
        all += (all.empty() ? "" : "、") + choice.word;
    }
    return unread(column, "E-TABLE-014", typed, all + " 之一");
}

Result<std::string> kept_yes_no(const Column& column, const std::string& typed) {
    static const std::set<std::string> yes{"是", "√", "✓", "✔", "有", "Y", "y", "TRUE", "已"};
    static const std::set<std::string> no{"否", "×", "✗", "✘", "无", "N", "n", "FALSE", "未"};
    if (yes.contains(typed)) return std::string("是");
    if (no.contains(typed)) return std::string("否");
    return unread(column, "E-TABLE-014", typed, "是、否 之一");
}

// As long as what was typed, so that masking twice is masking once.
Result<std::string> kept_mask(const Column& column, const std::string& typed) {
    const auto rounded = typed.find("E+");
    if (rounded != std::string::npos) {
        return unread(column, "E-TABLE-017", typed, "完整的号码，按文本填写");
    }
    const std::u32string wide = text::decode(typed);
    const auto size = static_cast<std::int64_t>(wide.size());
    std::int64_t head = column.mask.head;
    std::int64_t tail = column.mask.tail;
    if (size <= head + tail) {
        head = std::min<std::int64_t>(1, size);
        tail = 0;
    }
    std::string out;
    for (std::int64_t at = 0; at < size; ++at) {
        const bool shown = at < head || at >= size - tail;
        text::append_utf8(out, shown ? wide[static_cast<std::size_t>(at)] : U'*');
    }
    return out;
}

// --- what does not fit together

Error not_fitting(const Column& column, const char* code, const std::string& finding,
                  const std::string& expectation) {
    return {Fault::invalid, code, place_of(column), finding, expectation, "核对后更正"};
}

Decimal number_or_zero(const std::string& text) { return Decimal::parse(text).value_or(Decimal()); }

std::set<std::string> people_in(const std::string& text) {
    std::set<std::string> people;
    std::string one;
    const auto take = [&] {
        if (text::count(one) > 1) people.insert(one);
        one.clear();
    };
    const std::u32string marks = U"、，,；;/／ \n\t\u3000（）()";
    for (const char32_t c : text::decode(text)) {
        if (marks.find(c) != std::u32string::npos) {
            take();
        } else {
            text::append_utf8(one, c);
        }
    }
    take();
    return people;
}

// A day and a time of day compare by their days when one of them has no time.
bool earlier(const std::string& left, const std::string& right) {
    const std::size_t shorter = std::min(left.size(), right.size());
    return left.compare(0, shorter, right, 0, shorter) < 0;
}

using Found = std::optional<Error>;

Found sum_fault(const Definition& table, const Check& check, const Cells& cells) {
    const std::string& total = cells[check.columns[0]];
    Decimal sum;
    std::string parts;
    bool any = false;
    for (std::size_t at = 1; at < check.columns.size(); ++at) {
        const std::string& text = cells[check.columns[at]];
        any = any || !text.empty();
        sum = decimal::add(sum, number_or_zero(text)).value_or(sum);
        parts += (parts.empty() ? "" : "＋") + title_of(table.columns[check.columns[at]]);
    }
    if (!any || total.empty() || number_or_zero(total) == sum) return std::nullopt;
    return not_fitting(table.columns[check.columns[0]], "E-TABLE-020", total,
                       parts + "＝" + sum.shortest_text());
}

Found pair_fault(const Definition& table, const Check& check, const Cells& cells) {
    const Column& first = table.columns[check.columns[0]];
    const Column& second = table.columns[check.columns[1]];
    const std::string& left = cells[check.columns[0]];
    const std::string& right = cells[check.columns[1]];
    if (left.empty() || right.empty()) return std::nullopt;
    if (check.kind == CheckKind::at_most && number_or_zero(left) > number_or_zero(right)) {
        return not_fitting(first, "E-TABLE-021", left,
                           "不大于“" + title_of(second) + "”的 " + right);
    }
    if (check.kind == CheckKind::not_before && earlier(left, right)) {
        return not_fitting(first, "E-TABLE-022", left,
                           "不早于“" + title_of(second) + "”的 " + right);
    }
    if (check.kind != CheckKind::apart) return std::nullopt;
    const auto doers = people_in(left);
    for (const std::string& person : people_in(right)) {
        if (!doers.contains(person)) continue;
        return not_fitting(second, "E-TABLE-023", "“" + person + "”也是" + title_of(first),
                           "与“" + title_of(first) + "”不是同一人");
    }
    return std::nullopt;
}

void add_unfilled(const Definition& table, const Check& check, const Cells& cells,
                  std::vector<Error>& faults) {
    if (cells[check.columns[0]] != check.is) return;
    for (std::size_t at = 1; at < check.columns.size(); ++at) {
        if (!cells[check.columns[at]].empty()) continue;
        faults.push_back(not_fitting(
            table.columns[check.columns[at]], "E-TABLE-024", "没有填写",
            "“" + title_of(table.columns[check.columns[0]]) + "”为“" + check.is + "”时填写"));
    }
}

}  // namespace

std::string place_of(const Column& column) { return "“" + title_of(column) + "”"; }

Result<std::string> kept_text(const Column& column, const std::string& typed) {
    const std::string text = trimmed(typed);
    if (text.empty()) return text;
    if (text::count(text) > longest) {
        return Error{Fault::too_large,
                     "E-TABLE-016",
                     place_of(column),
                     std::to_string(text::count(text)) + " 个字",
                     "不超过 " + std::to_string(longest) + " 个字",
                     "摘要填写，全文作为附件"};
    }
    if (is_failed_formula(text)) {
        return unread(column, "E-TABLE-019", text, "公式算出的值，或直接填写的内容");
    }
    switch (column.kind) {
        case Kind::text:
        case Kind::person:
        case Kind::unit: return text;
        case Kind::date: return kept_date(column, narrow(text));
        case Kind::moment: return kept_moment(column, narrow(text));
        case Kind::integer:
        case Kind::quantity: return kept_number(column, narrow(text));
        case Kind::yes_no: return kept_yes_no(column, narrow(text));
        case Kind::choice: return kept_choice(column, text);
        case Kind::masked: return kept_mask(column, text);
    }
    CHECK(false, "every kind of column is read");
}

std::vector<Error> faults_of(const Definition& table, const Cells& cells) {
    CHECK(cells.size() == table.columns.size(), "a row has a cell for every column");
    std::vector<Error> faults;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        if (!table.columns[at].needed || !cells[at].empty()) continue;
        faults.push_back(
            not_fitting(table.columns[at], "E-TABLE-015", "没有填写", "每一行都有这一栏"));
    }
    for (const Check& check : table.checks) {
        if (check.kind == CheckKind::filled_when) {
            add_unfilled(table, check, cells, faults);
            continue;
        }
        auto found = check.kind == CheckKind::sum ? sum_fault(table, check, cells)
                                                  : pair_fault(table, check, cells);
        if (found) faults.push_back(*std::move(found));
    }
    return faults;
}

}  // namespace anmin::registers
