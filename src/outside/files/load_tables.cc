// packages/tables/: one file for each table of an office.
#include <algorithm>
#include <map>
#include <utility>

#include "files/data_file.h"
#include "files/load.h"

namespace anmin::files {
namespace {

using registers::Check;
using registers::CheckKind;
using registers::Column;
using registers::Definition;
using registers::Kind;
using registers::Source;

Error unknown(const std::string& place, const std::string& finding, const std::string& expected) {
    return {Fault::invalid, "E-FILES-002", place, finding, expected, "请更正"};
}

// The value that the word stands for; the error lists all words.
template <class T>
Result<T> named(const std::map<std::string, T>& words, const json::Value& value, const char* key,
                const std::string& place) {
    const std::string word = TRY(json::get_string(value, key, place));
    const auto found = words.find(word);
    if (found != words.end()) return found->second;
    std::string all;
    for (const auto& [name, kind] : words) all += (all.empty() ? "" : ", ") + name;
    return unknown(place + "." + key, "不认识“" + word + "”", all);
}

const std::map<std::string, Kind>& kinds() {
    static const std::map<std::string, Kind> words{
        {"text", Kind::text},       {"date", Kind::date},         {"moment", Kind::moment},
        {"integer", Kind::integer}, {"quantity", Kind::quantity}, {"yes_no", Kind::yes_no},
        {"choice", Kind::choice},   {"person", Kind::person},     {"unit", Kind::unit},
        {"masked", Kind::masked},
    };
    return words;
}

const std::map<std::string, Source>& sources() {
    static const std::map<std::string, Source> words{
        {"kept", Source::kept},         {"task_book", Source::task_book},
        {"tasks", Source::tasks},       {"problems", Source::problems},
        {"closings", Source::closings}, {"field_work", Source::field_work},
    };
    return words;
}

const std::map<std::string, CheckKind>& check_kinds() {
    static const std::map<std::string, CheckKind> words{
        {"sum", CheckKind::sum},
        {"at_most", CheckKind::at_most},
        {"not_before", CheckKind::not_before},
        {"apart", CheckKind::apart},
        {"filled_when", CheckKind::filled_when},
    };
    return words;
}

bool has(const json::Value& value, const char* key) {
    return value.is_object() && value.as_object().contains(key);
}

Result<std::vector<std::string>> words_of(const json::Value& value, const char* key,
                                          const std::string& place) {
    if (!has(value, key)) return std::vector<std::string>();
    return json::get_strings(value, key, place);
}

Result<Column> column_from(const json::Value& value, const std::string& place) {
    Column column;
    column.key = TRY(json::get_string(value, "key", place));
    const std::string here = place + "." + column.key;
    column.label = TRY(json::get_string(value, "label", here));
    column.group = json::find_string(value, "group");
    column.kind = TRY(named(kinds(), value, "kind", here));
    column.same_as = TRY(words_of(value, "same_as", here));
    column.always = json::is_true(value, "always");
    column.needed = json::is_true(value, "needed");
    column.percent = json::is_true(value, "percent");
    column.held_in = json::find_string(value, "held_in");
    column.note = json::find_string(value, "note");
    column.mark = TRY(json::get_string(value, "mark", here));
    if (has(value, "width")) {
        column.width = static_cast<double>(TRY(json::get_integer(value, "width", here)));
    }
    if (has(value, "mask")) {
        const json::Value& mask = value.as_object().at("mask");
        column.mask.head = TRY(json::get_integer(mask, "head", here + ".mask"));
        column.mask.tail = TRY(json::get_integer(mask, "tail", here + ".mask"));
    }
    if (has(value, "choices")) {
        for (const auto& one : *TRY(json::get_array(value, "choices", here))) {
            column.choices.push_back({TRY(json::get_string(one, "word", here + ".choices")),
                                      TRY(words_of(one, "same_as", here + ".choices"))});
        }
    }
    return column;
}

Result<std::vector<std::size_t>> places_of(const Definition& table,
                                           const std::vector<std::string>& keys,
                                           const std::string& place) {
    std::vector<std::size_t> places;
    for (const std::string& key : keys) {
        const auto at = registers::find_column(table, key);
        if (!at) return unknown(place, "没有栏目“" + key + "”", "columns 里的 key");
        places.push_back(*at);
    }
    return places;
}

Result<Definition> table_from(const DataFile& file) {
    const json::Value& root = file.root();
    const std::string& place = file.place();
    Definition table;
    table.id = TRY(json::get_string(root, "id", place));
    table.number = TRY(json::get_integer(root, "number", place));
    table.title = TRY(json::get_string(root, "title", place));
    table.source = TRY(named(sources(), root, "source", place));
    table.mark = TRY(json::get_string(root, "mark", place));
    table.note = json::find_string(root, "note");
    table.own_unit_only = json::is_true(root, "own_unit_only");
    for (const auto& one : *TRY(json::get_array(root, "columns", place))) {
        table.columns.push_back(TRY(column_from(one, place + ".columns")));
    }
    table.natural_key =
        TRY(places_of(table, TRY(words_of(root, "natural_key", place)), place + ".natural_key"));
    for (const auto& one : *TRY(json::get_array(root, "checks", place))) {
        const std::string here = place + ".checks[" + std::to_string(table.checks.size()) + "]";
        Check check;
        check.kind = TRY(named(check_kinds(), one, "kind", here));
        check.columns = TRY(places_of(table, TRY(json::get_strings(one, "columns", here)), here));
        check.is = json::find_string(one, "is");
        table.checks.push_back(std::move(check));
    }
    TRY(registers::check_definition(table, place));
    return table;
}

}  // namespace

Result<std::vector<Definition>> load_tables(const std::filesystem::path& packages) {
    std::error_code fault;
    std::vector<std::filesystem::path> paths;
    std::filesystem::directory_iterator entry(packages / "tables", fault);
    for (; !fault && entry != std::filesystem::directory_iterator(); entry.increment(fault)) {
        if (entry->path().extension() == ".json") paths.push_back(entry->path());
    }
    if (fault || paths.empty()) {
        return Error{Fault::unavailable, "E-FILES-001",           (packages / "tables").string(),
                     "没有表格定义",     "每张表一个 .json 文件", "检查安装是否完整"};
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Definition> tables;
    for (const auto& path : paths) {
        Definition table = TRY(table_from(TRY(DataFile::open(path))));
        for (const Definition& other : tables) {
            if (other.id != table.id) continue;
            return unknown(path.string(), "另一个文件也定义了“" + table.id + "”", "各不相同的 id");
        }
        tables.push_back(std::move(table));
    }
    std::sort(tables.begin(), tables.end(), [](const Definition& left, const Definition& right) {
        return left.number < right.number;
    });
    return tables;
}

}  // namespace anmin::files
