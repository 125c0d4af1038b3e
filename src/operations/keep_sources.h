// Meetings, instructions, who was reached, and which order answers which source.
#pragma once

#include <string>
#include <vector>

#include "operations/desk.h"
#include "operations/open_task.h"
#include "source/source_store.h"

namespace anmin::operations {

struct RecordMeeting {
    std::string name;
    calendar::Date held_on;
    std::string chair;
    std::vector<std::string> conveyors;
    std::vector<source::AgendaItem> agenda;
    std::vector<source::Branch> branches;  // numbers are given here
    std::string form{};                    // of session; one of the rule's, or empty
};
struct EnterInstruction {
    std::string by;
    calendar::Date given_on;
    std::string text;
    std::optional<ident::DocumentId> document;
};
struct TakeAttendance {
    source::MeetingId meeting;
    std::int32_t branch = 0;
    bool made_up = false;
    std::int64_t people = 0;
    std::string note;
};
struct CiteSource {
    ident::TaskId task;
    source::SourceName source;
    std::string text;  // a note; of a withdrawal the reason
};

// A source with all that belongs to it. Orders that the actor may not see are only counted.
struct OpenedSource {
    source::Entry entry;
    std::optional<source::Meeting> meeting{};
    std::vector<source::Attendance> attendance{};
    std::optional<source::InstructionEntered> instruction{};
    source::Reach reach{};
    std::vector<source::Entry> meetings{};  // that conveyed a document
    std::vector<LedgerRow> orders{};
    std::int64_t hidden = 0;
    bool may_record = false;  // attendance, by this actor
};
// What its agenda takes from the pool is conveyed in the same commit. E-SRC-003, -021 to -026,
// -035.
Result<OpenedSource> record_meeting(Desk& desk, const Caller& caller, const RecordMeeting& order);
Result<OpenedSource> enter_instruction(Desk& desk, const Caller& caller,
                                       const EnterInstruction& order);
// By an officer of the branch's area, or of the meeting's.
Result<OpenedSource> take_attendance(Desk& desk, const Caller& caller, const TakeAttendance& order);
// E-SRC-020 when there is none that the actor may see.
Result<OpenedSource> open_source(Desk& desk, const authority::Actor& actor,
                                 const source::SourceName& name);
Result<organisation::Page<source::Entry>> list_sources(Desk& desk, const authority::Actor& actor,
                                                       const organisation::PageRequest& page);

// What an order answers: its own document, what it cites, what the order it is part of cites, and
// all that of every task merged into it.
struct Basis {
    source::Entry entry;
    std::string note;
    bool inherited = false;  // cited by the order this task is a part of
    bool own = false;        // the document it was read from: always cited, never withdrawn
    bool absorbed = false;   // of a task that was merged into this one
};
struct TaskBasis {
    std::vector<Basis> sources;
    std::int64_t hidden = 0;              // sources the actor may not see
    std::vector<source::Entry> meetings;  // whose attendance the reach is computed from
    source::Reach reach;
    bool may_cite = false;
};
Result<TaskBasis> open_basis(Desk& desk, const authority::Actor& actor, const ident::TaskId& task);
Result<TaskBasis> cite_source(Desk& desk, const Caller& caller, const CiteSource& order);
Result<TaskBasis> withdraw_source(Desk& desk, const Caller& caller, const CiteSource& order);

}  // namespace anmin::operations
