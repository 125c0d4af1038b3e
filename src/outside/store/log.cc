#include "store/log.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace anmin::store {
namespace {

// Rows read at a time: bodies of documents may be some megabytes each.
constexpr std::int64_t batch = 100;

constexpr std::string_view insert_event =
    "INSERT INTO event (seq, stream, stream_version, kind, at, account, actor_name, post_title, "
    "division, "
    "format, body, stream_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
    "$13)";

constexpr std::string_view upsert_stream =
    "INSERT INTO stream (stream, version, hash) VALUES ($1, $2, $3) "
    "ON CONFLICT (stream) DO UPDATE SET version = excluded.version, hash = excluded.hash";

std::string event_place(std::int64_t seq) { return "日志第 " + std::to_string(seq) + " 条"; }

const std::string select_event =
    "SELECT seq, stream, stream_version, kind, at, format, body, actor_name, post_title FROM event";

using RecordedEvent = std::pair<Recorded, journal::Event>;

Result<RecordedEvent> event_of(const Row& row) {
    auto event = TRY(decode(row.text(3), row.integer(5), row.text(6), event_place(row.integer(0))));
    return RecordedEvent{Recorded{row.integer(0), row.string(1), row.integer(2), row.integer(4),
                                  row.string(7), row.string(8)},
                         std::move(event)};
}

}  // namespace

Hash hash_from(std::string_view bytes) {
    Hash hash{};
    if (bytes.size() == hash.size())
        std::copy(bytes.begin(), bytes.end(), hash.begin());
    else
        hash.fill('\xff');
    return hash;
}

Result<LogHead> read_head(Connection& connection) {
    LogHead head;
    TRY(connection.run("SELECT seq, hash FROM log_head WHERE id = 1", {},
                       [&](const Row& row) -> Result<void> {
                           head = {row.integer(0), hash_from(row.bytes(1))};
                           return {};
                       }));
    return head;
}

Result<void> write_head(Connection& connection, const LogHead& head) {
    TRY(connection.run("UPDATE log_head SET seq = $1, hash = $2 WHERE id = 1",
                       {head.seq, Bytes{view(head.hash)}}));
    return {};
}

Result<StreamHead> stream_head(Connection& connection, std::string_view stream) {
    StreamHead head;
    TRY(connection.run("SELECT version, hash FROM stream WHERE stream = $1", {stream},
                       [&](const Row& row) -> Result<void> {
                           head = {row.integer(0), hash_from(row.bytes(1))};
                           return {};
                       }));
    return head;
}

Result<Recorded> append_event(Connection& connection, LogHead& head,
                              const journal::Command& command, const std::string& stream,
                              StreamHead& stream_head, const Encoded& event, calendar::Instant at) {
    const std::string& division = command.division.digits();
    const EventText text{stream,
                         stream_head.version + 1,
                         event.kind,
                         at.milliseconds,
                         command.account.value,
                         command.actor_name,
                         command.post_title,
                         division,
                         event.format,
                         event.body};
    stream_head = {text.stream_version, stream_hash(stream_head.hash, text)};
    head.hash = log_hash(head.hash, stream_head.hash, ++head.seq);
    TRY(connection.run(
        insert_event, {head.seq, text.stream, text.stream_version, text.kind, text.at, text.account,
                       text.actor_name, text.post_title, text.division, text.format, text.body,
                       Bytes{view(stream_head.hash)}, Bytes{view(head.hash)}}));
    TRY(connection.run(upsert_stream,
                       {text.stream, text.stream_version, Bytes{view(stream_head.hash)}}));
    return Recorded{head.seq,          stream, text.stream_version, text.at, command.actor_name,
                    command.post_title};
}

Result<std::pair<Recorded, journal::Event>> read_event(Connection& connection, std::int64_t seq) {
    std::optional<RecordedEvent> found;
    TRY(connection.run(select_event + " WHERE seq = $1", {seq},
                       [&found](const Row& row) -> Result<void> {
                           found = TRY(event_of(row));
                           return {};
                       }));
    if (found) return *std::move(found);
    return failure(Refusal::bad_body, event_place(seq), "没有这一条");
}

Result<void> read_log(Connection& connection, std::int64_t after, const LogSink& sink) {
    std::vector<RecordedEvent> events;
    do {
        events.clear();
        TRY(connection.run(select_event + " WHERE seq > $1 ORDER BY seq LIMIT $2", {after, batch},
                           [&](const Row& row) -> Result<void> {
                               events.push_back(TRY(event_of(row)));
                               return {};
                           }));
        for (const auto& [recorded, event] : events) TRY(sink(recorded, event));
        if (!events.empty()) after = events.back().first.seq;
    } while (!events.empty());
    return {};
}

}  // namespace anmin::store
