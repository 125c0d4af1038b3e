// Does the log still say what was written? Finds changed, missing, moved and cut-off events.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace anmin::store {

enum class LogFaultKind {
    changed,    // the event's text does not give its stream hash
    missing,    // one or more events are not there
    moved,      // the event is itself, but not in its place
    truncated,  // events at the end of the log or of a stream are not there
    foreign,    // there is an event too many, or the head does not match its log
    anchor,     // another hash than the anchor kept elsewhere
};

struct LogFault {
    LogFaultKind kind = LogFaultKind::changed;
    std::int64_t seq = 0;  // where it was noticed; for missing: the first missing number
    std::string stream;
    std::string text;  // Chinese, for the officer who runs the check
};

struct LogReport {
    std::int64_t events = 0;
    std::int64_t streams = 0;
    std::int64_t head = 0;         // newest number
    std::string hash;              // of it, hexadecimal
    std::vector<LogFault> faults;  // at most `fault_limit`
    bool ok() const { return faults.empty(); }
};
inline constexpr std::size_t fault_limit = 100;

// A number and its hash, kept outside the database.
struct Anchor {
    std::int64_t seq = 0;
    std::string hash;  // hexadecimal

    std::string text() const { return std::to_string(seq) + " " + hash; }
    static std::optional<Anchor> parse(const std::string& text);
};

// Reads one snapshot of the whole log. Errors: those of the engine only.
Result<LogReport> verify_log(Connection& connection, const std::optional<Anchor>& anchor);

}  // namespace anmin::store
