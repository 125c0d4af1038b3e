#include "http/json_body.h"

#include <boost/json.hpp>

#include "text/utf8.h"

namespace anmin::http {
namespace {

namespace json = boost::json;

constexpr std::size_t depth_limit = 16;

std::string_view view_of(json::string_view text) { return {text.data(), text.size()}; }

// SPEC: RFC 6901, 3.
std::string escaped(std::string_view name) {
    std::string out;
    for (const char letter : name) {
        if (letter == '~') {
            out += "~0";
        } else if (letter == '/') {
            out += "~1";
        } else {
            out += letter;
        }
    }
    return out;
}

std::string place_of(std::string_view body, std::size_t offset) {
    const std::string_view before = body.substr(0, offset);
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    const auto lines = std::count(before.begin(), before.end(), '\n') + 1;
    return "请求正文第 " + std::to_string(lines) + " 行第 " +
           std::to_string(text::count(before.substr(line_start)) + 1) + " 列";
}

std::optional<Refusal> parse(std::string_view body, json::value& value) {
    if (!text::is_utf8(body)) return bad_json("请求正文", "正文不是 UTF-8 文字");
    json::parse_options options;
    options.max_depth = depth_limit;
    json::stream_parser parser({}, options);
    json::error_code error;
    const std::size_t used = parser.write_some(body.data(), body.size(), error);
    if (error == json::error::too_deep) return bad_json(place_of(body, used), "嵌套过深");
    if (error) return bad_json(place_of(body, used), "此处不是正确的 JSON");
    if (body.substr(used).find_first_not_of(" \t\r\n") != std::string_view::npos) {
        return bad_json(place_of(body, used), "JSON 值之后还有多余的内容");
    }
    parser.finish(error);
    if (error)
        return bad_json(place_of(body, body.size()), body.empty() ? "正文为空" : "JSON 没有写完");
    value = parser.release();
    return std::nullopt;
}

}  // namespace

BodyObject::BodyObject(const json::value& value, std::string pointer, Findings& findings)
    : object_(value.if_object()), pointer_(std::move(pointer)), findings_(findings) {
    if (object_ == nullptr) findings_.push_back({"", pointer_, "应为对象"});
}

BodyObject::~BodyObject() {
    if (object_ == nullptr) return;
    for (const auto& field : *object_) {
        if (!asked_.contains(view_of(field.key()))) fault(view_of(field.key()), "未知字段");
    }
}

std::string BodyObject::pointer_of(std::string_view name) const {
    return pointer_ + "/" + escaped(name);
}

void BodyObject::fault(std::string_view name, std::string text) {
    findings_.push_back({"", pointer_of(name), std::move(text)});
}

const json::value* BodyObject::find(std::string_view name) {
    asked_.emplace(name);
    return object_ == nullptr ? nullptr
                              : object_->if_contains(json::string_view(name.data(), name.size()));
}

const json::value* BodyObject::need(std::string_view name) {
    const json::value* value = find(name);
    if (value == nullptr && object_ != nullptr) fault(name, "缺少必填字段");
    return value;
}

std::string BodyObject::checked_text(const json::value& value, std::string_view name,
                                     Length length) {
    const json::string* text = value.if_string();
    if (text == nullptr) {
        fault(name, "应为字符串");
        return {};
    }
    std::string found(text->data(), text->size());
    const std::int64_t size = text::count(found);
    if (size < length.least) fault(name, "至少 " + std::to_string(length.least) + " 个字符");
    if (size > length.most) fault(name, "至多 " + std::to_string(length.most) + " 个字符");
    return found;
}

std::string BodyObject::text(std::string_view name, Length length) {
    const json::value* value = need(name);
    return value == nullptr ? std::string() : checked_text(*value, name, length);
}

std::string BodyObject::text_or_empty(std::string_view name, Length length) {
    const json::value* value = find(name);
    return value == nullptr ? std::string() : checked_text(*value, name, length);
}

std::int64_t BodyObject::number(std::string_view name, std::int64_t least, std::int64_t most) {
    const json::value* value = need(name);
    if (value == nullptr) return least;
    json::error_code error;
    const auto number = value->is_double() ? 0 : value->to_number<std::int64_t>(error);
    if (value->is_double() || error) {
        fault(name, "应为整数");
        return least;
    }
    if (number < least || number > most) {
        fault(name, "应在 " + std::to_string(least) + " 至 " + std::to_string(most) + " 之间");
        return least;
    }
    return number;
}

std::optional<std::int64_t> BodyObject::find_number(std::string_view name, std::int64_t least,
                                                    std::int64_t most) {
    if (find(name) == nullptr) return std::nullopt;
    return number(name, least, most);
}

bool BodyObject::has(std::string_view name) { return find(name) != nullptr; }

std::optional<calendar::Date> BodyObject::find_date(std::string_view name) {
    const json::value* value = find(name);
    if (value == nullptr) return std::nullopt;
    const json::string* text = value->if_string();
    auto date =
        text == nullptr ? std::nullopt : calendar::Date::parse({text->data(), text->size()});
    if (!date) fault(name, "应为日期，形如 2025-03-31");
    return date;
}

void BodyObject::list(std::string_view name, std::size_t most,
                      const std::function<void(BodyObject&)>& take) {
    if (const json::value* value = need(name)) take_items(*value, name, most, take);
}

void BodyObject::find_list(std::string_view name, std::size_t most,
                           const std::function<void(BodyObject&)>& take) {
    if (const json::value* value = find(name)) take_items(*value, name, most, take);
}

void BodyObject::take_items(const json::value& value, std::string_view name, std::size_t most,
                            const std::function<void(BodyObject&)>& take) {
    const json::array* items = value.if_array();
    if (items == nullptr) return fault(name, "应为数组");
    if (items->size() > most) return fault(name, "至多 " + std::to_string(most) + " 项");
    for (std::size_t at = 0; at < items->size(); ++at) {
        BodyObject item((*items)[at], pointer_of(name) + "/" + std::to_string(at), findings_);
        take(item);
    }
}

void BodyObject::find_object(std::string_view name, const std::function<void(BodyObject&)>& take) {
    const json::value* value = find(name);
    if (value == nullptr) return;
    BodyObject object(*value, pointer_of(name), findings_);
    take(object);
}

std::optional<Refusal> read_body(std::string_view body,
                                 const std::function<void(BodyObject&)>& read) {
    json::value value;
    if (auto refusal = parse(body, value)) return refusal;
    BodyObject::Findings findings;
    {
        BodyObject object(value, "", findings);
        read(object);
    }
    if (findings.empty()) return std::nullopt;
    constexpr std::size_t named = 20;  // a reader has no use for more
    std::string all;
    for (std::size_t at = 0; at < findings.size() && at < named; ++at) {
        if (at > 0) all += "；";
        all += (findings[at].place.empty() ? "正文" : findings[at].place) + " " + findings[at].text;
    }
    if (findings.size() > named) all += "；另有 " + std::to_string(findings.size() - named) + " 处";
    const std::string& first = findings.front().place;
    return bad_fields(first.empty() ? "请求正文" : first, all);
}

}  // namespace anmin::http
