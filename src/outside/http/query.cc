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

std::optional<int> Query::whole(std::string_view name, int most) {
    const auto found = request_.find_query(name);
    if (!found) return std::nullopt;
    int number = 0;
    const auto read = std::from_chars(found->begin(), found->end(), number);
    if (read.ec != std::errc() || read.ptr != found->end() || number < 0 || number > most) {
        fault(name, "不是这样的整数", "0 到 " + std::to_string(most) + " 的整数");
        return std::nullopt;
    }
    return number;
}

std::vector<std::string> Query::all(std::string_view name) {
    std::vector<std::string> values;
    for (const Header& parameter : request_.query) {
        if (parameter.name == name) values.push_back(parameter.value);
    }
    return values;
}

std::optional<calendar::Date> Query::date(std::string_view name) {
    const auto found = request_.find_query(name);
    if (!found) return std::nullopt;
    auto day = calendar::Date::parse(*found);
    if (!day) fault(name, "不是日期", "形如 2025-03-31 的日期");
    return day;
}

organisation::View Query::view() {
    organisation::View view{date("at"), std::nullopt};
    if (const auto known = request_.find_query("known")) {
        view.known = calendar::Instant::parse(*known);
        if (!view.known) fault("known", "不是时刻", "形如 2025-03-01T08:30:00.000Z 的时刻");
    }
    return view;
}

ident::DivisionCode Query::division(std::string_view name) {
    const auto code = ident::DivisionCode::parse(text_or(name, "0"));
    if (!code) fault(name, "不是区划代码", "0，或 2、4、6、9、12 位数字");
    return code.value_or(ident::DivisionCode());
}

organisation::PageRequest Query::page() {
    constexpr std::int32_t most = 500;
    organisation::PageRequest page;
    page.after = text_or("after", "");
    if (const auto limit = request_.find_query("limit")) {
        const auto read = std::from_chars(limit->begin(), limit->end(), page.limit);
        const bool is_whole = read.ec == std::errc() && read.ptr == limit->end();
        if (!is_whole || page.limit < 1 || page.limit > most) {
            fault("limit", "不是允许的数", "1 至 500 的整数");
        }
    }
    return page;
}

}  // namespace anmin::http
