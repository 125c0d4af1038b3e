// What /metrics shows, and the log line of each request. Neither holds a path, a query, a name or a
// body.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "http/server.h"

namespace anmin::http {

// For many threads.
class Figures {
public:
    // `read` is called whenever the figures are asked for, and must be quick.
    enum class Kind { gauge, counter };
    void add(std::string name, std::string help, Kind kind, std::function<std::int64_t()> read);
    void count(const Exchange& exchange);
    // Prometheus text format 0.0.4.
    std::string text() const;

private:
    static constexpr std::array<double, 9> bounds{0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5};

    struct Latency {
        std::array<std::uint64_t, bounds.size()> within{};
        std::uint64_t count = 0;
        double seconds = 0;
    };
    struct Outcome {
        std::string method;
        std::string route;
        int status = 0;
        auto operator<=>(const Outcome&) const = default;
    };
    struct Reading {
        std::string name;
        std::string help;
        Kind kind;
        std::function<std::int64_t()> read;
    };

    mutable std::mutex guard_;
    std::map<Outcome, std::uint64_t> outcomes_;
    std::map<std::string, Latency> latencies_;  // by route
    std::vector<Reading> readings_;
};

// One line of JSON, without the line's end.
std::string log_line(const Exchange& exchange, calendar::Instant at);

}  // namespace anmin::http
