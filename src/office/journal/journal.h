// The event log as the office sees it: every change is an event in a stream. The port is
// implemented by `store`; the log is hash-chained there and the tables are projections of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "authority/account.h"
#include "calendar/date.h"
#include "directive/task.h"
#include "document/document.h"
#include "organisation/organisation.h"
#include "problem/problem.h"
#include "registers/row.h"
#include "result/result.h"
#include "source/source.h"

namespace anmin::journal {

// Every kind of event there is, by the room that owns it: the one explicit table.
using Event = std::variant<document::Event, directive::Event, organisation::Event, authority::Event,
                           problem::Event, source::Event, registers::Event>;

// "document:<id>", "task:<id>", "organisation", "account:<id>", "mission:<id>",
// "list:<id>", "problem:<id>", "meeting:<id>", "instruction:<id>", "basis:<task id>",
// "conveyance:<id>", "register_row:<id>".
struct StreamId {
    std::string value;

    auto operator<=>(const StreamId&) const = default;
};
StreamId stream_of(const ident::DocumentId& id);
StreamId stream_of(const ident::TaskId& id);
StreamId stream_of(const ident::AccountId& id);
StreamId stream_of(const problem::MissionId& id);
StreamId stream_of(const problem::ListId& id);
StreamId stream_of(const problem::ProblemId& id);
StreamId stream_of(const source::MeetingId& id);
StreamId stream_of(const source::InstructionId& id);
StreamId stream_of(const source::ConveyanceId& id);
// What an order answers: apart from its own stream, so that citing never makes a report stale.
StreamId basis_of(const ident::TaskId& id);
StreamId stream_of(const registers::RowId& id);
StreamId organisation_stream();

// For events that are true whatever came before (a sign-in): append at the stream's end.
inline constexpr std::int64_t any_version = -1;

// Events for one stream. `expected_version` is any_version, or the number of events the decider saw
// in it; a different number at commit time is Fault::stale, and nothing of the commit happens.
struct Append {
    StreamId stream;
    std::int64_t expected_version = 0;
    std::vector<Event> events;
};

// Who commits, from where, and the caller's key against doing it twice.
struct Command {
    ident::AccountId account;  // "system" for the program itself
    std::string actor_name;
    std::string post_title;
    ident::DivisionCode division;
    std::string idempotency_key;  // empty: none
    std::string request_digest;   // of what was asked; the same key with another digest is refused
};

struct Receipt {
    std::int64_t first = 0;  // sequence numbers in the global log
    std::int64_t last = 0;
    StreamId stream;           // of the first append
    std::int64_t version = 0;  // of that stream after the commit
    bool repeated = false;     // the key was seen before: nothing was written again
};

class Journal {
public:
    virtual ~Journal() = default;
    // All or nothing, durable on return (survives kill -9 and power loss as far as the disk does).
    virtual Result<Receipt> commit(const Command& command, const std::vector<Append>& appends) = 0;
    // What an earlier commit with this account and key gave; Fault::conflict when its digest
    // differs.
    virtual Result<std::optional<Receipt>> find_receipt(const ident::AccountId& account,
                                                        const std::string& key,
                                                        const std::string& digest) = 0;
    virtual Result<std::int64_t> version(const StreamId& stream) = 0;
};

}  // namespace anmin::journal
