#include "json/json.h"

#include <algorithm>
#include <boost/json/parse_options.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/stream_parser.hpp>
#include <cmath>

namespace anmin::json {
namespace {

Error fault_at(std::string_view text, std::size_t at, std::string_view place,
               const std::string& what) {
    const std::string_view before = text.substr(0, std::min(at, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t last = before.rfind('\n');
    const std::size_t column = before.size() - (last == std::string_view::npos ? 0 : last + 1) + 1;
    return Error{Fault::invalid,
                 "E-JSON-001",
                 std::string(place) + ":" + std::to_string(line) + ":" + std::to_string(column),
                 "JSON 语法有误（" + what + "）",
                 "合法的 JSON 文本",
                 "请更正该处后重试"};
}

Error wrong_member(std::string_view place, std::string_view key, std::string_view expected) {
    return Error{
        Fault::invalid,       "E-JSON-002",          std::string(place) + "." + std::string(key),
        "缺少该项或类型不符", std::string(expected), "请按格式说明补全或更正该项"};
}

const Value* member(const Value& object, std::string_view key) {
    const Object* const members = object.if_object();
    return members == nullptr ? nullptr : members->if_contains(key);
}

}  // namespace

namespace {

// Is every number in it one? The library makes an infinity of what is too large for it.
bool finite(const Value& value) {
    if (value.is_double()) return std::isfinite(value.get_double());
    if (value.is_array()) {
        for (const Value& item : value.get_array())
            if (!finite(item)) return false;
    } else if (value.is_object()) {
        for (const auto& member : value.get_object())
            if (!finite(member.value())) return false;
    }
    return true;
}

}  // namespace

Result<Value> parse(std::string_view text, std::string_view place) {
    boost::json::parse_options options;
    options.max_depth = 64;
    boost::json::stream_parser parser({}, options);
    boost::json::error_code failure;
    std::size_t read = parser.write_some(text, failure);
    if (!failure && read < text.size()) {
        const std::size_t rest = text.find_first_not_of(" \t\r\n", read);
        if (rest != std::string_view::npos) return fault_at(text, rest, place, "多余的内容");
    }
    if (!failure) parser.finish(failure);
    if (failure) return fault_at(text, read, place, failure.message());
    Value out = parser.release();
    if (!finite(out)) return fault_at(text, 0, place, "有一个数字太大");
    return out;
}

std::string print(const Value& value) { return boost::json::serialize(value); }

Result<std::string> get_string(const Value& object, std::string_view key, std::string_view place) {
    const Value* const found = member(object, key);
    if (found == nullptr || !found->is_string()) return wrong_member(place, key, "一个字符串");
    return std::string(found->get_string());
}

Result<std::int64_t> get_integer(const Value& object, std::string_view key,
                                 std::string_view place) {
    const Value* const found = member(object, key);
    if (found == nullptr || !found->is_int64()) return wrong_member(place, key, "一个整数");
    return found->get_int64();
}

Result<const Array*> get_array(const Value& object, std::string_view key, std::string_view place) {
    const Value* const found = member(object, key);
    if (found == nullptr || !found->is_array()) return wrong_member(place, key, "一个数组");
    return &found->get_array();
}

Result<const Object*> get_object(const Value& object, std::string_view key,
                                 std::string_view place) {
    const Value* const found = member(object, key);
    if (found == nullptr || !found->is_object()) return wrong_member(place, key, "一个对象");
    return &found->get_object();
}

Result<std::vector<std::string>> get_strings(const Value& object, std::string_view key,
                                             std::string_view place) {
    const Array* const list = TRY(get_array(object, key, place));
    std::vector<std::string> out;
    out.reserve(list->size());
    for (const Value& element : *list) {
        if (!element.is_string()) return wrong_member(place, key, "字符串的数组");
        out.emplace_back(element.get_string());
    }
    return out;
}

std::string find_string(const Value& object, std::string_view key) {
    const Value* const found = member(object, key);
    return found != nullptr && found->is_string() ? std::string(found->get_string())
                                                  : std::string();
}

bool is_true(const Value& object, std::string_view key) {
    const Value* const found = member(object, key);
    return found != nullptr && found->is_bool() && found->get_bool();
}

}  // namespace anmin::json
