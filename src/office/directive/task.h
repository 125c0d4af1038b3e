// A task from its confirmation to its strike-off, as events. Start here.
//
// Functions named by a verb decide: they look at the task and return the event, or an Error when
// the step is not open. apply() alone changes a task. Four "dones" are kept apart for ever
// (closed-loop A.2): reported by the doer, verified by another, struck off by the issuer, held at
// look-back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calendar/date.h"
#include "directive/candidate.h"
#include "ident/ident.h"
#include "organisation/organisation.h"
#include "result/result.h"

namespace anmin::directive {

enum class TaskState {
    confirmed,   // 已确认: an officer made it a task; nobody owns it yet
    assigned,    // 办理中: handed to a post
    reported,    // 已报结: the doer says it is done
    verified,    // 已核验: somebody else found it done
    struck_off,  // 已销号: the issuer closed it
};

// Who did something, as they were then.
struct Officer {
    ident::AccountId account;
    std::string name;
    std::string post_title;

    bool operator==(const Officer&) const = default;
};

struct Owner {
    ident::PostId post;
    std::string post_title;
    std::string unit_name;
    ident::DivisionCode division;

    bool operator==(const Owner&) const = default;
};

// A file given as proof; its bytes are kept like a document's.
struct Evidence {
    std::string digest;  // SM3, hexadecimal
    std::string file_name;
    std::int64_t bytes = 0;

    bool operator==(const Evidence&) const = default;
};

// --- events
// ----------------------------------------------------------------------------------------------

struct TasksProposed {  // in the document's stream
    ident::DocumentId document;
    std::vector<Candidate> candidates;
};
struct CandidateRejected {  // in the document's stream
    ident::DocumentId document;
    std::int32_t number = 0;
    std::string reason;
    Officer officer;
};
struct CandidateConfirmed {  // in the document's stream; its twin TaskConfirmed starts the task's
                             // stream
    ident::DocumentId document;
    std::int32_t number = 0;
    ident::TaskId task;
    Officer officer;
};
// An officer cut proposals differently: `taken` are gone, `given` stand in their place.
struct CandidatesRecut {  // in the document's stream
    ident::DocumentId document;
    std::vector<std::int32_t> taken;
    std::vector<Candidate> given;
    Officer officer;
};
struct CandidateReopened {  // in the document's stream: a rejection taken back
    ident::DocumentId document;
    std::int32_t number = 0;
    Officer officer;
};
struct TaskConfirmed {
    ident::TaskId task;
    ident::DocumentId document;
    ident::DivisionCode division;  // of the issuing office
    std::string issuer;            // its unit's name
    std::string source_title;      // of the document
    Candidate item;                // as the officer left it
    Officer officer;
    calendar::Date on;
    std::optional<calendar::Date> due;  // a date the officer set; else the text's own holds
};
struct TaskAssigned {
    Owner owner;
    std::optional<calendar::Date> due;  // may only tighten or supply the text's date
    std::string note;
    Officer officer;
    calendar::Date on;
};
struct TaskReported {
    std::string text;
    std::vector<Evidence> evidence;
    Officer officer;
    calendar::Date on;
};
struct TaskVerified {
    std::string text;
    Officer officer;
    calendar::Date on;
};
struct TaskReturned {
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct TaskStruckOff {
    std::string note;
    Officer officer;
    calendar::Date on;
};
// The columns of the 任务分解表 that an officer fills in or corrects; see directive/book.h.
struct BookChange {
    std::string column;  // its heading
    std::string before;
    std::string after;

    bool operator==(const BookChange&) const = default;
};
struct TaskBookEdited {
    std::vector<BookChange> changes;
    std::optional<calendar::Date> due;  // when a date is among them, for readers of the log
    Officer officer;
    calendar::Date on;
};
using Event = std::variant<TasksProposed, CandidateRejected, CandidateConfirmed, CandidatesRecut,
                           CandidateReopened, TaskBookEdited, TaskConfirmed, TaskAssigned,
                           TaskReported, TaskVerified, TaskReturned, TaskStruckOff>;

// --- state
// -------------------------------------------------------------------------------------------------

struct Step {           // one line of the time line
    std::string label;  // 交办, 报结, ...
    std::string text;
    Officer officer;
    calendar::Date on;
    std::vector<Evidence> evidence;

    bool operator==(const Step&) const = default;
};

// What officers wrote into the 任务分解表 beside what the text says.
struct BookNote {
    std::string column;  // its heading
    std::string text;

    bool operator==(const BookNote&) const = default;
};

struct Task {
    ident::TaskId id;
    std::int64_t version = 0;  // number of events in its stream
    TaskState state = TaskState::confirmed;
    ident::DocumentId document;
    ident::DivisionCode division;
    std::string issuer;
    std::string source_title;
    Candidate item;
    std::optional<Owner> owner;
    std::optional<calendar::Date> due;
    calendar::Date confirmed_on;
    std::optional<calendar::Date> reported_on;  // of the report that stands
    std::optional<calendar::Date> closed_on;
    std::optional<ident::AccountId> doer;  // who made the report that stands
    bool was_late = false;                 // stays true for ever
    std::vector<BookNote> book;            // only what was written; see directive/book.h
    std::vector<Step> steps;

    bool operator==(const Task&) const = default;
};

// What the light shows; always with its word.
enum class Light { undated, on_time, due_soon, overdue, closed };

// When a light turns: policy data (packages/ledger/lights.json), never constants here.
struct LightRule {
    int warning_percent = 0;  // of the period from confirmation to due date
    int warning_days = 0;     // and at least this many days before it
};

Light light(const Task& task, calendar::Date as_of, const LightRule& rule);

// The words officers use: 待交办, 办理中, 已报结, 已核验, 已销号; 无期限, 正常, 临期, 超期, 已办结.
const char* word(TaskState state);
const char* word(Light light);

// --- deciding
// ------------------------------------------------------------------------------------------------

// The ONLY function that makes a task. `item` is the candidate as the officer left it.
TaskConfirmed confirm(const ident::TaskId& id, const ident::DocumentId& document,
                      const std::string& source_title, const Candidate& item,
                      const Officer& officer, const std::string& issuer,
                      const ident::DivisionCode& division, calendar::Date on,
                      std::optional<calendar::Date> due = std::nullopt);

struct Assign {
    Owner owner;
    std::optional<calendar::Date> due;
    std::string note;
};
Result<Event> assign(const Task& task, const Assign& order, const Officer& officer,
                     calendar::Date on);

struct Report {
    std::string text;
    std::vector<Evidence> evidence;  // at least one: a report without proof is refused
};
Result<Event> report(const Task& task, const Report& order, const Officer& officer,
                     calendar::Date on);

struct Verify {
    std::string text;
};
Result<Event> verify(const Task& task, const Verify& order, const Officer& officer,
                     calendar::Date on);

struct Return {
    std::string reason;
};
Result<Event> send_back(const Task& task, const Return& order, const Officer& officer,
                        calendar::Date on);

struct StrikeOff {
    std::string note;
};
Result<Event> strike_off(const Task& task, const StrikeOff& order, const Officer& officer,
                         calendar::Date on);

// --- applying
// ------------------------------------------------------------------------------------------------

Task start(const TaskConfirmed& event);
// INVARIANT: `event` is one of the task's stream (TaskAssigned to TaskStruckOff).
// Call it qualified, directive::apply: an unqualified call would also find std::apply.
Task apply(Task task, const Event& event);

// --- reading side
// ----------------------------------------------------------------------------------------------

struct LedgerFilter {
    std::vector<TaskState> states;  // empty: all
    std::optional<ident::DocumentId> document;
    std::optional<ident::PostId> owner;
    std::string words;  // in the task's text, source or owner; empty: all
    std::optional<calendar::Date> due_before;
};

struct Ledger {
    organisation::Page<Task> page;  // tasks come without steps
    std::int64_t total = 0;         // over all pages
};

// How many tasks stand where; the four dones are never added together.
struct Tally {
    std::int64_t confirmed = 0;
    std::int64_t assigned = 0;
    std::int64_t reported = 0;
    std::int64_t verified = 0;
    std::int64_t struck_off = 0;
    std::int64_t overdue = 0;  // due before the day asked for and not struck off
};

class DirectiveStore {
public:
    virtual ~DirectiveStore() = default;
    virtual Result<std::vector<DecidedCandidate>> candidates(const ident::DocumentId& document) = 0;
    virtual Result<std::optional<Task>> find_task(const ident::TaskId& id) = 0;
    // Tasks issued by or owned in a division of the scope, by due date (undated last), then id.
    virtual Result<Ledger> ledger(const organisation::Scope& scope, const LedgerFilter& filter,
                                  const organisation::PageRequest& page) = 0;
    virtual Result<Tally> tally(const organisation::Scope& scope, calendar::Date as_of) = 0;
};

}  // namespace anmin::directive
