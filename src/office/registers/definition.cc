#include "registers/definition.h"

#include <algorithm>
#include <set>

#include "text/utf8.h"

namespace anmin::registers {
namespace {

Error unfit(const std::string& place, const std::string& finding, const std::string& expectation) {
    return {Fault::invalid, "E-TABLE-040", place, finding, expectation, "更正表格定义后重新启动"};
}

bool is_key(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

bool is_number(Kind kind) { return kind == Kind::integer || kind == Kind::quantity; }
bool is_day(Kind kind) { return kind == Kind::date || kind == Kind::moment; }

Result<void> check_column(const Column& column, const std::string& place) {
    if (!is_key(column.key)) {
        return unfit(place, "栏目的 key“" + column.key + "”", "小写字母、数字和 _");
    }
    const std::string here = place + " 栏目“" + column.key + "”";
    if (bare(column.label).empty()) return unfit(here, "没有 label", "栏目的名称");
    if ((column.kind == Kind::choice) == column.choices.empty()) {
        return unfit(here, "choices 与 kind 不符", "choice 有 choices，其他没有");
    }
    std::set<std::string> words;
    for (const Choice& choice : column.choices) {
        std::vector<std::string> all = choice.same_as;
        all.push_back(choice.word);
        for (const std::string& word : all) {
            if (bare(word).empty() || !words.insert(bare(word)).second)
                return unfit(here, "选项“" + word + "”重复或为空", "各不相同的选项");
        }
    }
    const bool open_mask = column.mask.head + column.mask.tail <= 0;
    if (column.kind == Kind::masked && open_mask) {
        return unfit(here, "没有写明 mask", "首尾保留的字数");
    }
    return {};
}

Result<void> check_headings(const Definition& table, const std::string& place) {
    std::set<std::string> keys;
    std::set<std::string> headings;
    for (const Column& column : table.columns) {
        TRY(check_column(column, place));
        if (!keys.insert(column.key).second) {
            return unfit(place, "两栏的 key 都是“" + column.key + "”", "各不相同的 key");
        }
        std::vector<std::string> names = column.same_as;
        names.push_back(title_of(column));
        for (const std::string& name : names) {
            if (!headings.insert(bare(name)).second)
                return unfit(place, "两栏都叫“" + name + "”", "各不相同的名称和别名");
        }
    }
    return {};
}

bool fits(const Definition& table, const Check& check) {
    const auto kind = [&table](std::size_t at) { return table.columns[at].kind; };
    const std::size_t count = check.columns.size();
    const auto all = [&](const auto& is) {
        return std::all_of(check.columns.begin(), check.columns.end(),
                           [&](std::size_t at) { return is(kind(at)); });
    };
    switch (check.kind) {
        case CheckKind::sum: return count > 2 && all(is_number);
        case CheckKind::at_most: return count == 2 && all(is_number);
        case CheckKind::not_before: return count == 2 && all(is_day);
        case CheckKind::apart: return count == 2;
        case CheckKind::filled_when: return count > 1 && !check.is.empty();
    }
    CHECK(false, "every check is decided");
}

}  // namespace

std::string title_of(const Column& column) {
    return column.group.empty() ? column.label : column.group + "（" + column.label + "）";
}

std::vector<std::string> words_of(const Column& column) {
    if (column.kind == Kind::yes_no) return {"是", "否"};
    std::vector<std::string> words;
    for (const Choice& choice : column.choices) words.push_back(choice.word);
    return words;
}

std::optional<std::size_t> find_column(const Definition& table, std::string_view key) {
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        if (table.columns[at].key == key) return at;
    }
    return std::nullopt;
}

std::string bare(std::string_view words) {
    std::string out;
    for (const char32_t c : text::decode(words)) {
        switch (c) {
            case U' ':
            case U'\t':
            case U'\r':
            case U'\n':
            case U'\u3000':
            case U'\u00A0':
            case U'*':
            case U'＊':
            case U':':
            case U'：': break;
            case U'(': text::append_utf8(out, U'（'); break;
            case U')': text::append_utf8(out, U'）'); break;
            case U'／': text::append_utf8(out, U'/'); break;
            default: text::append_utf8(out, c);
        }
    }
    return out;
}

std::optional<std::size_t> find_heading(const Definition& table, std::string_view words) {
    const std::string wanted = bare(words);
    if (wanted.empty()) return std::nullopt;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const Column& column = table.columns[at];
        const auto& others = column.same_as;
        const bool named = bare(title_of(column)) == wanted ||
                           std::any_of(others.begin(), others.end(), [&](const std::string& other) {
                               return bare(other) == wanted;
                           });
        if (named) return at;
    }
    return std::nullopt;
}

Result<void> check_definition(const Definition& table, const std::string& place) {
    if (!is_key(table.id)) return unfit(place, "id“" + table.id + "”", "小写字母、数字和 -");
    if (bare(table.title).empty()) return unfit(place, "没有 title", "表名");
    if (table.columns.empty()) return unfit(place, "没有栏目", "至少一栏");
    TRY(check_headings(table, place));
    const bool named = std::any_of(table.columns.begin(), table.columns.end(),
                                   [](const Column& column) { return column.needed; });
    if (!named) return unfit(place, "没有必填的栏目", "至少一栏 needed");
    for (const Check& check : table.checks) {
        if (!fits(table, check))
            return unfit(place, "checks 中有一条与栏目不符", "数与数、日期与日期相比");
    }
    return {};
}

}  // namespace anmin::registers
