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
#include <vector>

#include "calendar/date.h"
#include "calendar/work_days.h"
#include "directive/candidate.h"
#include "directive/quantity.h"
#include "directive/task_events.h"
#include "ident/ident.h"
#include "organisation/organisation.h"
#include "result/result.h"

namespace anmin::directive {

enum class TaskState {
    confirmed,   // 待交办: an officer made it a task; nobody owns it yet
    assigned,    // 办理中: handed to a post
    objected,    // 有异议: who was handed it objects, and the issuer has not ruled
    reported,    // 已报结: the doer says it is done
    verified,    // 已核验: somebody else found it done
    struck_off,  // 已销号: the issuer closed it
    held,        // 已巩固: looked at again later, and it still held
    ended,       // 已终止: given up, with a reason
    merged,      // 已并入: goes on in another task
};

// Struck off, held, ended or merged: nothing waits for anybody.
bool is_closed(TaskState state);

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

struct AskedExtension {
    calendar::Date due;
    std::string reason;

    bool operator==(const AskedExtension&) const = default;
};

struct AskedSuspension {
    SuspensionGround ground = SuspensionGround::objective;
    std::string reason;
    calendar::Date until;

    bool operator==(const AskedSuspension&) const = default;
};
struct Suspension {
    SuspensionGround ground = SuspensionGround::objective;
    std::string reason;
    SuspensionClock clock = SuspensionClock::runs_on;
    calendar::Date from;
    calendar::Date until;

    bool operator==(const Suspension&) const = default;
};

// 异议, and not ruled on.
struct Objection {
    std::string reason;
    std::string proposed;  // the unit held to be in charge; may be empty
    ident::AccountId by;
    calendar::Date on;

    bool operator==(const Objection&) const = default;
};

// Where an absorbed task goes on.
struct MergedInto {
    ident::TaskId task;
    std::string text;
    calendar::Date on;

    bool operator==(const MergedInto&) const = default;
};

// An indicator by which a target is measured.
struct BoundIndicator {
    std::string id;
    std::string name;

    bool operator==(const BoundIndicator&) const = default;
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

    // Its place in the tree of its order.
    std::optional<ident::TaskId> parent;
    ident::TaskId root;              // of the tree; itself at the top
    std::string path;                // from the root: five figures for each level; empty at the top
    std::int64_t children = 0;       // parts it was taken apart into, ended ones included
    std::optional<Quantity> target;  // 目标
    std::string split_reason;        // why the parts need not sum up to the target
    std::string standard;            // 验收标准
    std::vector<Owner> helpers;      // 配合单位

    // Its life.
    std::optional<calendar::Date> signed_on;
    std::optional<std::int64_t> done;  // as the doer says, thousandths in the target's unit
    std::int32_t urged = 0;
    std::optional<calendar::Date> urged_on;
    std::optional<AskedExtension> extension;  // asked and not answered
    std::vector<calendar::Date> past_dues;    // before each extension or suspension that moved it
    std::optional<AskedSuspension> asked_suspension{};  // and not answered
    // The last one, and not resumed early; over by itself the day after its last (suspension.h).
    std::optional<Suspension> suspension{};
    std::optional<Objection> objection{};          // while the state is objected
    std::optional<calendar::Date> overruled_on{};  // the objection to this handing was dismissed
    std::optional<calendar::Date> look_back_on;
    std::int32_t reopened = 0;
    std::optional<calendar::Date> returned_on;    // and not reported again since
    std::optional<calendar::Date> progressed_on;  // of the last period report
    std::optional<BoundIndicator> indicator;      // none: progress is typed in
    std::vector<AskedItem> asks;                  // beside the work itself
    std::optional<MergedInto> merged_into{};
    std::vector<AbsorbedTask> absorbed{};  // what it took in, by itself or through another

    bool operator==(const Task&) const = default;
};

// What is known of a task's parts when a step is decided.
struct Below {
    std::int64_t open = 0;         // parts that are not closed
    std::int64_t counted = 0;      // parts that are neither ended nor merged
    std::int64_t unmeasured = 0;   // of these, without a figure of their own
    std::int64_t thousandths = 0;  // sum of their targets
};

// What the light shows; always with its word.
enum class Light { undated, on_time, due_soon, overdue, closed, suspended };

// When a light turns: policy data (packages/ledger/lights.json), never constants here.
struct LightRule {
    int warning_percent = 0;  // of the period from confirmation to due date
    int warning_days = 0;     // and at least this many working days before it
    calendar::WorkDays work_days{};
};

Light light(const Task& task, calendar::Date as_of, const LightRule& rule);
// Of work that began on `from` and is due on `due`, whatever it is.
Light light_of_date(calendar::Date from, calendar::Date due, calendar::Date as_of,
                    const LightRule& rule);

// The last day on which the task is not late: its date, or the last day of a suspension that goes
// beyond it. None when it has no date. Whoever counts what is late, counts by this.
std::optional<calendar::Date> late_after(const Task& task);

// In hand, and its post has not signed for it (未签收), whatever happened to it since.
bool unsigned_for(const Task& task);

// The step that sent the task back (退回, 反弹重开) and was not answered by a report since, with
// who did it and why; null when there is none.
const Step* standing_return(const Task& task);

// The words officers use: 待交办, 办理中, 有异议, 已报结, 已核验, 已销号, 已巩固, 已终止, 已并入;
// 无期限, 正常, 临期, 超期, 已办结, 挂起.
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
    std::vector<AskedItem> asks{};          // whether they may be asked is decided before
    std::optional<calendar::Date> limit{};  // the date of the task above
};
// A date that holds may only come earlier: more time is asked for (task_life.h). A new one may be
// set for what was opened again when its date was over.
Result<Event> assign(const Task& task, const Assign& order, const Officer& officer,
                     calendar::Date on);

struct Report {
    std::string text;
    std::vector<Evidence> evidence;             // at least one: a report without proof is refused
    std::optional<std::int64_t> thousandths{};  // done, in the target's unit
};
// A task with parts is reported only when all of them are closed: `below` knows.
Result<Event> report(const Task& task, const Report& order, const Officer& officer,
                     calendar::Date on, const Below& below = {});

// Who did the work since the task was last opened, and when: reported it, or on its progress.
struct Deed {
    ident::AccountId account;
    calendar::Date on;
};
std::vector<Deed> deeds_of(const std::vector<Step>& steps,
                           const std::vector<std::string>& working_steps);
std::vector<Deed> deeds_of(const Task& task);

struct Verify {
    std::string text;
};
// By nobody who did a part of the work; a task with parts only while all of them are closed.
Result<Event> verify(const Task& task, const Verify& order, const Officer& officer,
                     calendar::Date on, const Below& below = {});

struct Return {
    std::string reason;
};
Result<Event> send_back(const Task& task, const Return& order, const Officer& officer,
                        calendar::Date on);

// When a struck-off task is looked at again, in months: policy data
// (packages/ledger/look-back.json).
struct LookBackRule {
    int least = 0;
    int most = 0;
    int usual = 0;  // 0: none is planned unless asked for
};
struct StrikeOff {
    std::string note;
    std::optional<int> look_back_months{};  // none: the usual
};
Result<Event> strike_off(const Task& task, const StrikeOff& order, const Officer& officer,
                         calendar::Date on, const Below& below = {}, const LookBackRule& rule = {});

// --- applying
// ------------------------------------------------------------------------------------------------

Task start(const TaskConfirmed& event);
// INVARIANT: `event` is one of the task's stream (TaskAssigned and those after it).
// Call it qualified, directive::apply: an unqualified call would also find std::apply.
Task apply(Task task, const Event& event);

// --- reading side
// ----------------------------------------------------------------------------------------------

// What a task is marked with, beside its state.
enum class Mark {
    returned,   // and not reported again since
    look_back,  // to be looked at again
};
// The mark, and a day: only tasks that got it, or are to be looked at, up to that day.
struct Marked {
    Mark mark = Mark::returned;
    calendar::Date until;
};

struct LedgerFilter {
    std::vector<TaskState> states;  // empty: all
    std::optional<ident::DocumentId> document;
    std::optional<ident::PostId> owner;
    std::string words;  // in the task's text, source or owner; empty: all
    std::optional<calendar::Date> due_before;
    bool unsigned_for = false;  // only those for which their post has not signed
    bool taken_apart = false;   // only orders (nothing above them) that have parts
    std::optional<Marked> marked{};
};

struct Ledger {
    organisation::Page<Task> page;  // tasks come without steps
    std::int64_t total = 0;         // over all pages
    bool is_more = false;           // words that very many tasks hold: there are more than `total`
};

// How many tasks stand where; the four dones are never added together.
struct Tally {
    std::int64_t confirmed = 0;
    std::int64_t assigned = 0;
    std::int64_t objected = 0;
    std::int64_t reported = 0;
    std::int64_t verified = 0;
    std::int64_t struck_off = 0;
    std::int64_t held = 0;
    std::int64_t ended = 0;
    std::int64_t merged = 0;
    std::int64_t overdue = 0;  // due before the day asked for and not closed
};

class DirectiveStore {
public:
    virtual ~DirectiveStore() = default;
    // In the order of the text.
    virtual Result<std::vector<DecidedCandidate>> candidates(const ident::DocumentId& document) = 0;
    // In the order of their numbers, which are names and no order of the text.
    virtual Result<organisation::Page<DecidedCandidate>> candidate_page(
        const ident::DocumentId& document, const organisation::PageRequest& page) = 0;
    virtual Result<std::optional<Task>> find_task(const ident::TaskId& id) = 0;
    // Tasks issued by or owned in a division of the scope, by due date (undated last), then id.
    virtual Result<Ledger> ledger(const organisation::Scope& scope, const LedgerFilter& filter,
                                  const organisation::PageRequest& page) = 0;
    virtual Result<Tally> tally(const organisation::Scope& scope, calendar::Date as_of) = 0;
};

}  // namespace anmin::directive
