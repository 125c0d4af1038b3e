// What orders come from: meetings, documents and instructions (批示). Start here.
//
// One order may answer several sources and one source may give rise to many orders: a citation
// joins the two. A meeting also says who was reached; that is recorded once, with the meeting, and
// every order that cites it reads the same figures (field-lessons 2.1 no. 12, closed-loop A.3
// model 1).
//
// Functions named by a verb decide and give an event or an Error E-SRC-nnn; they change nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "organisation/organisation.h"
#include "result/result.h"
#include "source/conveyance_events.h"

namespace anmin::source {

struct AgendaItem {
    std::string title;
    bool first_topic = false;                     // 第一议题
    std::optional<ident::DocumentId> document{};  // what the item conveyed
    std::optional<ConveyanceId> conveyance{};     // taken from the agenda pool

    bool operator==(const AgendaItem&) const = default;
};

// A party branch or unit that is to be reached, at its venue.
struct Branch {
    std::int32_t number = 0;  // from 1, in the order of the list
    std::string name;
    ident::DivisionCode division;
    std::string venue;          // 主会场, 某县分会场
    std::int64_t expected = 0;  // 应到, persons

    bool operator==(const Branch&) const = default;
};

struct MeetingHeld {
    MeetingId meeting;
    std::string name;
    calendar::Date held_on;
    std::string chair;                   // 主持
    std::vector<std::string> conveyors;  // 传达
    std::vector<AgendaItem> agenda;
    std::vector<Branch> branches;
    ident::DivisionCode division;
    std::string issuer;
    Officer officer;
    calendar::Date on;
    std::string form{};  // of session, one of the rule's; empty: not said
};
// How many came, or were told later (补传达). Records stay; a corrected one names why.
struct AttendanceTaken {
    std::int32_t branch = 0;
    bool made_up = false;
    std::int64_t people = 0;
    std::string note;
    Officer officer;
    calendar::Date on;
};
struct InstructionEntered {
    InstructionId instruction;
    std::string by;  // whose: the post, and the name as it is signed
    calendar::Date given_on;
    std::string text;
    std::optional<ident::DocumentId> document{};  // on which paper
    ident::DivisionCode division;
    std::string issuer;
    Officer officer;
    calendar::Date on;
};
// In the stream of an order's sources.
struct SourceCited {
    ident::TaskId task;
    SourceName source;
    std::string note;
    Officer officer;
    calendar::Date on;
};
struct CitationWithdrawn {
    ident::TaskId task;
    SourceName source;
    std::string reason;
    Officer officer;
    calendar::Date on;
};
using Event = std::variant<MeetingHeld, AttendanceTaken, InstructionEntered, SourceCited,
                           CitationWithdrawn, ConveyanceReceived, ConveyancePooled,
                           ConveyanceConveyed, MeasuresDecided, MeasureAnswered, MeasureExempted,
                           ConveyanceLookedBack, ConveyanceArchived, ConveyanceWithdrawn>;

// --- state

// A branch with what is recorded of it.
struct BranchReach {
    Branch branch;
    std::optional<std::int64_t> present;  // 实到; none: not recorded yet
    std::int64_t made_up = 0;             // 补传达

    std::int64_t reached() const { return present.value_or(0) + made_up; }
};
struct Meeting {
    std::int64_t version = 0;
    MeetingHeld held;
    std::vector<BranchReach> branches;
};

// --- deciding

Result<Event> hold(MeetingHeld order);
Result<Event> take_attendance(const Meeting& meeting, AttendanceTaken order);
Result<Event> enter(InstructionEntered order);
// `cited`: what the order cites already.
Result<Event> cite(SourceCited order, const std::vector<SourceName>& cited);
Result<Event> withdraw(CitationWithdrawn order, const std::vector<SourceName>& cited);

// --- reach

// Over one or several meetings. A branch that several meetings name counts once, with the meeting
// that reached most of it: who sat in which is not recorded, so that the figure never exceeds the
// truth.
struct Reach {
    std::int64_t branches = 0;  // to be reached
    std::int64_t branches_reached = 0;
    std::int64_t branches_whole = 0;  // every person of it
    std::int64_t persons = 0;         // to be reached
    std::int64_t persons_reached = 0;

    bool operator==(const Reach&) const = default;
};
Reach reach_of(const std::vector<BranchReach>& branches);

}  // namespace anmin::source
