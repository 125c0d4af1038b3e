#include "population/schema.h"

#include <algorithm>
#include <set>

#include "text/utf8.h"

namespace anmin::population {
namespace {

constexpr std::size_t most_columns = 1000;

Error wrong(const std::string& place, std::string finding, std::string expectation) {
    return {Fault::invalid,
            "E-POP-001",
            place,
            std::move(finding),
            std::move(expectation),
            "检查生成该文件的程序；列的写法见 docs/formats/population.md"};
}

bool is_name(const std::string& name) {
    return !name.empty() && name.size() <= 64 && name[0] >= 'a' && name[0] <= 'z' &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

Result<void> check_type(const ColumnSpec& column, std::size_t dictionaries,
                        const std::string& place) {
    using frame::Meaning;
    using frame::Width;
    const frame::Type& type = column.type;
    const bool scaled = type.scale >= 0 && type.scale <= frame::most_scale;
    if (!scaled || (type.meaning != Meaning::number && type.scale != 0)) {
        return wrong(place, "小数位数为 " + std::to_string(type.scale),
                     "数值列 0 到 18 位，其他列 0 位");
    }
    if (type.meaning == Meaning::boolean && type.width != Width::one) {
        return wrong(place, "是非列的宽度不是 1 字节", "1 字节");
    }
    if (type.meaning == Meaning::date && type.width != Width::four) {
        return wrong(place, "日期列的宽度不是 4 字节", "4 字节");
    }
    const bool has =
        column.dictionary >= 0 && static_cast<std::size_t>(column.dictionary) < dictionaries;
    if (type.meaning == Meaning::text ? !has : column.dictionary != no_dictionary) {
        return wrong(place, "词典序号为 " + std::to_string(column.dictionary),
                     "文本列指向一个词典，其他列没有词典");
    }
    return {};
}

Result<void> check_table(const std::vector<ColumnSpec>& columns, std::size_t dictionaries,
                         const std::string& place) {
    if (columns.empty() || columns.size() > most_columns) {
        return wrong(place, "有 " + std::to_string(columns.size()) + " 列", "1 到 1000 列");
    }
    std::set<std::string> seen;
    for (const ColumnSpec& column : columns) {
        const std::string here = place + "." + column.name;
        if (!is_name(column.name))
            return wrong(here, "不是列名", "小写字母开头，由小写字母、数字和 _ 组成");
        if (column.label.size() > 1000 || !text::is_utf8(column.label)) {
            return wrong(here, "列的中文名不是 UTF-8 文本或过长", "不超过 1000 字节的 UTF-8 文本");
        }
        for (const std::string& name : {column.name, column.label}) {
            if (name.empty()) continue;
            if (!seen.insert(name).second)
                return wrong(here, "列名“" + name + "”重复", "同一张表内列名各不相同");
        }
        TRY(check_type(column, dictionaries, here));
    }
    return {};
}

Result<void> check_dictionary(const frame::Dictionary& dictionary, const std::string& place) {
    std::set<std::string_view> seen;
    for (const std::string& entry : dictionary.texts) {
        if (!text::is_utf8(entry)) return wrong(place, "有一项不是 UTF-8 文本", "UTF-8 文本");
        if (!seen.insert(entry).second) return wrong(place, "“" + entry + "”重复", "各项不同");
    }
    return {};
}

bool is_code(const std::string& code) {
    return !code.empty() &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A name goes into tables as it is: one line, no control characters.
bool is_place_name(const std::string& name) {
    return !name.empty() && name.size() <= 300 && text::is_utf8(name) &&
           std::none_of(name.begin(), name.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte < 0x20 || byte == 0x7F;
           });
}

Result<void> check_places(const std::vector<PlaceName>& places, const std::string& place) {
    const std::string* before = nullptr;
    for (const PlaceName& one : places) {
        if (!is_code(one.code)) return wrong(place, "“" + one.code + "”不是代码", "数字");
        if (before != nullptr && one.code <= *before)
            return wrong(place + " " + one.code, "重复，或不在其位", "代码由小到大，各不相同");
        if (!is_place_name(one.name))
            return wrong(place + " " + one.code, "名称不可用",
                         "一行 UTF-8 文本，1 到 300 字节，没有控制字符");
        before = &one.code;
    }
    return {};
}

}  // namespace

std::string Schema::find_name(std::string_view code) const {
    const auto found = std::lower_bound(
        places.begin(), places.end(), code,
        [](const PlaceName& one, std::string_view wanted) { return one.code < wanted; });
    return found != places.end() && found->code == code ? found->name : "";
}

Result<void> check(const Schema& schema, const std::string& place) {
    TRY(check_table(schema.household, schema.dictionaries.size(), place + " " + household_table));
    TRY(check_table(schema.members, schema.dictionaries.size(), place + " " + members_table));
    for (std::size_t i = 0; i < schema.dictionaries.size(); ++i) {
        TRY(check_dictionary(schema.dictionaries[i], place + " 词典 " + std::to_string(i)));
    }
    return check_places(schema.places, place + " 区划名称");
}

}  // namespace anmin::population
