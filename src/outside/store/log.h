// The event log as rows: appending (writer only) and reading in order.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "journal/journal.h"
#include "store/chain.h"
#include "store/codec.h"
#include "store/database.h"

namespace anmin::store {

// Where and when an event stands in the log.
struct Recorded {
    std::int64_t seq = 0;
    std::string stream;
    std::int64_t stream_version = 0;
    std::int64_t at = 0;  // milliseconds
    std::string actor_name{};
    std::string post_title{};
};

struct LogHead {
    std::int64_t seq = 0;  // also the number of events: the log has no gaps
    Hash hash{};
};
Result<LogHead> read_head(Connection& connection);
Result<void> write_head(Connection& connection, const LogHead& head);

struct StreamHead {
    std::int64_t version = 0;
    Hash hash{};
};
Result<StreamHead> stream_head(Connection& connection, std::string_view stream);

// Appends one event behind both heads, which it moves; the stream's row is written, the log's is
// the caller's.
Result<Recorded> append_event(Connection& connection, LogHead& head,
                              const journal::Command& command, const std::string& stream,
                              StreamHead& stream_head, const Encoded& event, calendar::Instant at);

// One event. Errors: bad_body when there is none with this number.
Result<std::pair<Recorded, journal::Event>> read_event(Connection& connection, std::int64_t seq);

using LogSink = std::function<Result<void>(const Recorded&, const journal::Event&)>;

// All events with seq > `after`, in order, decoded. Reads in batches, so that `sink` may use the
// connection.
Result<void> read_log(Connection& connection, std::int64_t after, const LogSink& sink);

// Hashes come from the database as 32 bytes; anything else gives a hash that fits nothing.
Hash hash_from(std::string_view bytes);

}  // namespace anmin::store
