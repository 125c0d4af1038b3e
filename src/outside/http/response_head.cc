#include "http/response_head.h"

#include <array>
#include <ctime>

#include "http/problem.h"

namespace anmin::http {
namespace {

// A value can never start a header of its own.
void append_header(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ");
    for (const char letter : value) {
        const auto byte = static_cast<unsigned char>(letter);
        head.push_back(byte < 0x20 || byte == 0x7F ? ' ' : letter);
    }
    head.append("\r\n");
}

bool sets(const Response& response, std::string_view name) {
    for (const Header& header : response.headers) {
        if (same_ignoring_case(header.name, name)) return true;
    }
    return false;
}

}  // namespace

bool is_without_body(int status) { return status < 200 || status == 204 || status == 304; }

std::string head_of(const Response& response, const HeadPlan& plan) {
    std::string head;
    head.reserve(768);
    head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    head.append(reason_of(response.status)).append("\r\n");
    append_header(head, "Date", plan.date);
    for (const Header& header : response.headers) append_header(head, header.name, header.value);
    for (const Header& header : plan.standing) {
        if (!sets(response, header.name)) append_header(head, header.name, header.value);
    }
    if (const auto bytes = response.bytes(); bytes && !is_without_body(response.status)) {
        append_header(head, "Content-Length", std::to_string(bytes->size()));
    }
    if (!plan.keep_alive) {
        append_header(head, "Connection", "close");
    } else if (plan.is_old_client) {
        append_header(head, "Connection", "keep-alive");
    }
    head.append("\r\n");
    return head;
}

std::string http_date(std::int64_t seconds) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    if (gmtime_r(&time, &parts) == nullptr) return {};
    const auto two = [](int number) {
        const std::string digits = std::to_string(number);
        return digits.size() < 2 ? "0" + digits : digits;
    };
    return std::string(days.at(static_cast<std::size_t>(parts.tm_wday))) + ", " +
           two(parts.tm_mday) + " " + months.at(static_cast<std::size_t>(parts.tm_mon)) + " " +
           std::to_string(parts.tm_year + 1900) + " " + two(parts.tm_hour) + ":" +
           two(parts.tm_min) + ":" + two(parts.tm_sec) + " GMT";
}

}  // namespace anmin::http
