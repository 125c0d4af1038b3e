#include "http/figures.h"

#include <charconv>

#include "http/json_writer.h"

namespace anmin::http {
namespace {

std::string digits_of(double number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

void append_help(std::string& text, std::string_view name, std::string_view type,
                 std::string_view help) {
    text.append("# HELP ").append(name).append(" ").append(help).append("\n");
    text.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

// A method of a stranger's making would make a series of its own.
std::string known_method(const std::string& method) {
    for (const std::string_view known :
         {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
        if (method == known) return method;
    }
    return "other";
}

}  // namespace

void Figures::add(std::string name, std::string help, Kind kind,
                  std::function<std::int64_t()> read) {
    const std::lock_guard lock(guard_);
    readings_.push_back({std::move(name), std::move(help), kind, std::move(read)});
}

void Figures::count(const Exchange& exchange) {
    const double seconds = std::chrono::duration<double>(exchange.took).count();
    const std::lock_guard lock(guard_);
    ++outcomes_[{known_method(exchange.method), exchange.route, exchange.status}];
    Latency& latency = latencies_[exchange.route];
    ++latency.count;
    latency.seconds += seconds;
    for (std::size_t at = 0; at < bounds.size(); ++at) {
        if (seconds <= bounds[at]) ++latency.within[at];
    }
}

std::string Figures::text() const {
    const std::lock_guard lock(guard_);
    std::string text;
    constexpr std::string_view requests = "anmin_http_requests_total";
    append_help(text, requests, "counter", "Answered requests by route and status.");
    for (const auto& [outcome, count] : outcomes_) {
        text.append(requests).append("{method=\"").append(outcome.method);
        text.append("\",route=\"").append(outcome.route).append("\",status=\"");
        text.append(std::to_string(outcome.status)).append("\"} ");
        text.append(std::to_string(count)).append("\n");
    }
    const std::string seconds = "anmin_http_request_seconds";
    append_help(text, seconds, "histogram",
                "From the first byte of a request to the last of its answer.");
    for (const auto& [route, latency] : latencies_) {
        const std::string label = "route=\"" + route + "\"";
        for (std::size_t at = 0; at < bounds.size(); ++at) {
            text += seconds + "_bucket{" + label + ",le=\"" + digits_of(bounds[at]) + "\"} " +
                    std::to_string(latency.within[at]) + "\n";
        }
        text +=
            seconds + "_bucket{" + label + ",le=\"+Inf\"} " + std::to_string(latency.count) + "\n";
        text += seconds + "_sum{" + label + "} " + digits_of(latency.seconds) + "\n";
        text += seconds + "_count{" + label + "} " + std::to_string(latency.count) + "\n";
    }
    for (const Reading& reading : readings_) {
        append_help(text, reading.name, reading.kind == Kind::gauge ? "gauge" : "counter",
                    reading.help);
        text.append(reading.name).append(" ").append(std::to_string(reading.read())).append("\n");
    }
    return text;
}

std::string log_line(const Exchange& exchange, calendar::Instant at) {
    JsonWriter out;
    out.begin_object();
    out.field("at", at);
    out.field("request", exchange.number);
    out.field("method", known_method(exchange.method));
    out.field("route", exchange.route);
    out.field("status", exchange.status);
    out.field("us", exchange.took.count());
    out.field("in", exchange.received);
    out.field("out", exchange.sent);
    out.end_object();
    return std::move(out).text();
}

}  // namespace anmin::http
