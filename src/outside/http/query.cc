#include "http/query.h"

#include <charconv>

#include "text/utf8.h"

namespace anmin::http {

void Query::fault(std::string_view name, const std::string& finding,
                  const std::string& expectation) {
    if (!refusal_) refusal_ = bad_parameter(name, finding, expectation);
}

std::string Query::text_or(std::string_view name, std::string_view otherwise) {
    constexpr std::int64_t most = 1000;
    std::string found(request_.find_query(name).value_or(otherwise));
    if (text::count(found) > most) fault(name, "参数过长", "至多 1000 个字符");
    return found;
}

std::string Query::text(std::string_view name, std::int64_t most) {
    std::string found(request_.find_query(name).value_or(""));
    if (found.empty()) fault(name, "缺少这个参数", "至少一个字符");
    if (text::count(found) > most)
        fault(name, "参数过长", "至多 " + std::to_string(most) + " 个字符");
    return found;
}

bool Query::flag(std::string_view name) {
    const auto found = request_.find_query(name);
    if (!found || *found == "false") return false;
    if (*found != "true") fault(name, "不是 true 或 false", "true 或 false");
    return true;
}

std::vector<std::string> Query::all(std::string_view name) {
    std::vector<std::string> values;
    for (const Header& parameter : request_.query) {
        if (parameter.name == name) values.push_back(parameter.value);
    }
    return values;
}

organisation::PageRequest Query::page() {
    constexpr std::int32_t most = 500;
    organisation::PageRequest page;
    page.after = text_or("after", "");
    if (const auto limit = request_.find_query("limit")) {
        const char* end = limit->data() + limit->size();
        const auto read = std::from_chars(limit->data(), end, page.limit);
        const bool whole = read.ec == std::errc() && read.ptr == end;
        if (!whole || page.limit < 1 || page.limit > most) {
            fault("limit", "不是允许的数", "1 至 500 的整数");
        }
    }
    return page;
}

}  // namespace anmin::http
