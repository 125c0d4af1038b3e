// source events -> meeting and what belongs to it, instruction, citation; those of a matter to be
// conveyed go to project_conveyance.cc.
#include <utility>

#include "store/codec.h"
#include "store/many_rows.h"
#include "store/project.h"

namespace anmin::store {
namespace {

std::string_view id_of(const Recorded& recorded) {
    const std::string_view stream = recorded.stream;
    return stream.substr(stream.find(':') + 1);
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const source::MeetingHeld& event) {
    const std::string body = TRY(meeting_text(event));
    TRY(connection.run(
        "INSERT INTO meeting (id, version, division, held_on, name, chair, body, form) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {event.meeting.value, recorded.stream_version, event.division.digits(), event.held_on.iso(),
         event.name, event.chair, body, event.form}));
    ManyRows branches(connection, "meeting_branch",
                      "meeting, number, expected, made_up, division, name", 6);
    for (const auto& branch : event.branches) {
        TRY(branches.add({event.meeting.value, std::int64_t{branch.number}, branch.expected,
                          std::int64_t{0}, branch.division.digits(), branch.name}));
    }
    TRY(branches.finish());
    for (const auto& item : event.agenda) {
        if (!item.document) continue;
        TRY(
            connection.run("INSERT INTO meeting_agenda (document, meeting) VALUES ($1, $2) "
                           "ON CONFLICT DO NOTHING",
                           {item.document->value, event.meeting.value}));
    }
    return {};
}

// INVARIANT: nobody is reached twice. Two officers may have entered numbers at the same moment: the
// one that would exceed who is expected is refused.
Result<void> fold(Connection& connection, const Recorded& recorded,
                  const source::AttendanceTaken& event) {
    const std::string_view change =
        event.made_up ? "UPDATE meeting_branch SET made_up = made_up + $3 WHERE meeting = $1 AND "
                        "number = $2 AND coalesce(present, 0) + made_up + $3 <= expected"
                      : "UPDATE meeting_branch SET present = $3 WHERE meeting = $1 AND "
                        "number = $2 AND made_up + $3 <= expected";
    const auto changed =
        TRY(connection.run(change, {id_of(recorded), std::int64_t{event.branch}, event.people}));
    if (changed != 1) {
        return failure(Refusal::stale, "会议 " + std::string(id_of(recorded)),
                       "这个支部刚刚登记过，合计会超过应到人数");
    }
    TRY(connection.run(
        "INSERT INTO attendance (meeting, seq, number, made_up, people, note, officer, on_day) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {id_of(recorded), recorded.stream_version, std::int64_t{event.branch},
         std::int64_t{event.made_up}, event.people, event.note, event.officer.name,
         event.on.iso()}));
    TRY(connection.run("UPDATE meeting SET version = $2 WHERE id = $1",
                       {id_of(recorded), recorded.stream_version}));
    return {};
}

Result<void> fold(Connection& connection, const Recorded&,
                  const source::InstructionEntered& event) {
    const std::string body = TRY(instruction_text(event));
    TRY(
        connection.run("INSERT INTO instruction (id, division, given_on, by_whom, words, body) "
                       "VALUES ($1, $2, $3, $4, $5, $6)",
                       {event.instruction.value, event.division.digits(), event.given_on.iso(),
                        event.by, event.text, body}));
    return {};
}

Result<void> fold(Connection& connection, const Recorded&, const source::SourceCited& event) {
    const auto added =
        TRY(connection.run("INSERT INTO citation (task, kind, source, note, officer, on_day) "
                           "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
                           {event.task.value, word_of_kind(event.source.kind), event.source.id,
                            event.note, event.officer.name, event.on.iso()}));
    if (added == 1) return {};
    return failure(Refusal::stale, "任务 " + event.task.value, "这个来源刚刚列过");
}

Result<void> fold(Connection& connection, const Recorded&, const source::CitationWithdrawn& event) {
    TRY(connection.run("DELETE FROM citation WHERE task = $1 AND kind = $2 AND source = $3",
                       {event.task.value, word_of_kind(event.source.kind), event.source.id}));
    return {};
}

}  // namespace

Result<void> project_source(Connection& connection, const Recorded& recorded,
                            const source::Event& event) {
    return std::visit(
        [&](const auto& one) {
            if constexpr (requires { fold(connection, recorded, one); }) {
                return fold(connection, recorded, one);
            } else {
                return project_conveyance(connection, recorded, event);
            }
        },
        event);
}

}  // namespace anmin::store
