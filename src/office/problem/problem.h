// Problems: merged from raw remarks with every link kept, put on named lists, planned, done,
// accepted, struck off, looked back at (closed-loop A.3 models 4 and 5). Start here.
//
// Like a task: functions named by a verb decide and return an event or an Error, apply() alone
// changes. Lists and schemes ("1+3", "1+5+5+2") are names that users give; nothing here knows what
// they mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "problem/problem_events.h"

namespace anmin::problem {

// --- state

enum class ProblemState {
    raised,      // 待入清单
    listed,      // 待整改
    planned,     // 整改中
    reported,    // 已报整改
    accepted,    // 已验收
    struck_off,  // 已销号
    held,        // 已巩固
    unfounded,   // 已研判不列: judged not to be so
    handed_on,   // 已转交: not for us
    merged,      // 已并入: goes on in another problem
    ended,       // 已终止: given up with approval
};
const char* word(ProblemState state);
const char* word(Branch branch);
const char* word(Finding finding);

struct List {
    ListId id;
    std::string name;
    std::string scheme;
    std::string source;
    std::optional<std::int64_t> declared;
    ident::DivisionCode division;
    calendar::Date opened_on;
    // Counted, never typed in.
    std::int64_t listed = 0;
    std::int64_t focused = 0;
    std::int64_t started = 0;     // 已开展整改: planned or further
    std::int64_t struck_off = 0;  // and not open again
    std::int64_t long_term = 0;   // 转入长期坚持
    std::int64_t ended = 0;       // 已终止
    std::int64_t late = 0;        // 晚办结, ever
    std::int64_t suspended = 0;   // 挂起, on the day that is asked for
    std::int64_t version = 0;
    std::optional<calendar::Date> frozen_from = std::nullopt;
    std::optional<calendar::Date> closed_on = std::nullopt;
};

// What the office found of a problem before it was listed.
struct Judgement {
    Finding finding = Finding::confirmed;
    std::string nature;
    std::string difficulty;
    std::string cause;
    std::string unit;
    std::string reason;
    calendar::Date on;

    bool operator==(const Judgement&) const = default;
};
struct MergedInto {
    ProblemId problem;
    std::string text;
    calendar::Date on;

    bool operator==(const MergedInto&) const = default;
};
struct Absorbed {
    ProblemId problem;
    std::string text;
    std::vector<RemarkId> remarks;  // that came along
    calendar::Date on;

    bool operator==(const Absorbed&) const = default;
};

struct Problem {
    ProblemId id;
    std::int64_t version = 0;
    ProblemState state = ProblemState::raised;
    std::string text;
    std::string source;
    ident::DivisionCode division;
    std::string issuer;
    std::vector<RemarkId> remarks;
    std::optional<ListId> list;
    std::int32_t number = 0;
    bool focused = false;
    std::optional<Branch> branch;
    std::optional<Owner> owner;
    std::string measure;
    std::string cause;
    std::string supervision;
    std::optional<calendar::Date> due;
    // The first day of the period up to that date: of the first plan since it was listed or opened
    // again, of the last yearly review.
    std::optional<calendar::Date> runs_from;
    std::vector<Stage> stages;
    std::optional<ident::AccountId> doer;
    std::optional<calendar::Date> closed_on;
    std::optional<calendar::Date> look_back_on;
    std::int32_t reopened = 0;
    bool judge_first = false;
    std::optional<Judgement> judgement;
    std::optional<MergedInto> merged_into;
    std::vector<Absorbed> absorbed;
    std::string target;                                  // 年度目标
    bool was_late = false;                               // stays true for ever
    std::optional<directive::AskedExtension> extension;  // asked and not answered
    std::vector<calendar::Date> past_dues;  // before each extension or suspension that moved it
    std::optional<directive::Suspension> suspension;  // until a step lifts it: suspension.h
    std::vector<directive::Step> steps;

    bool operator==(const Problem&) const = default;
};

// What is policy: packages/problem/rules.json.
struct Rules {
    int immediate_days = 0;              // 能改即改: at most so many days
    int review_months = 0;               // 长期坚持: reviewed within so many months; 0: no limit
    bool judge_first = false;            // 先研判，再入清单
    std::vector<std::string> natures{};  // 性质
    std::vector<std::string> difficulties{};  // 难易
    std::vector<std::string> told_ways{};     // 回访方式
};

// --- deciding; Errors E-PROB-0xx

Result<Event> open_list(ListOpened order);
// `taken`: the remarks as they stand; none may belong to a problem already.
Result<Event> raise(ProblemRaised order, const std::vector<TakenRemark>& taken);
Result<Event> join(const Problem& problem, const std::vector<TakenRemark>& taken,
                   const Officer& officer, calendar::Date on);
// E-PROB-040 when it has to be judged first; E-PROB-050, 051 when the list is frozen or closed.
Result<Event> put_on_list(const Problem& problem, const List& list, std::int32_t number,
                          bool focused, const Officer& officer, calendar::Date on);
// A plan made anew keeps the stages that are done, and no later date once its date is over:
// what is late stays late until it was opened again.
Result<Event> plan(const Problem& problem, ProblemPlanned order, const Rules& rules);
// Who worked on it since it was last opened: finished a stage, reported the whole.
std::vector<directive::Deed> deeds_of(const Problem& problem);
Result<Event> finish_stage(const Problem& problem, StageDone order);
Result<Event> report(const Problem& problem, ProblemReported order);
Result<Event> accept(const Problem& problem, ProblemAccepted order);
Result<Event> send_back(const Problem& problem, ProblemReturned order);
Result<Event> strike_off(const Problem& problem, ProblemStruckOff order);
// Of what was struck off at least the rule's months ago.
Result<Event> hold(const Problem& problem, ProblemHeld order,
                   const directive::LookBackRule& rule = {});
Result<Event> rebound(const Problem& problem, ProblemRebounded order);
// More decisions: judging.h, problem_list.h, problem_life.h, suspension.h. What stands still takes
// none of plan, finish_stage, report (E-PROB-080).

// Ended by judgement: neither listed nor done, and may be taken back.
bool judged_away(ProblemState state);
// Nothing is left to be done for its list: done, ended, or in the long-term register.
bool settled(const Problem& problem);

// --- applying

Problem start(const ProblemRaised& event);
// INVARIANT: `event` is one of a problem's stream behind ProblemRaised.
Problem apply(Problem problem, const Event& event);

}  // namespace anmin::problem
