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
#include <variant>
#include <vector>

#include "directive/task.h"
#include "problem/field_work.h"

namespace anmin::problem {

using directive::Evidence;
using directive::Owner;

// 清单: a named set of problems.
struct ListOpened {
    ListId list;
    std::string name;                      // 部党组突出问题清单
    std::string scheme;                    // 1+3; empty: stands alone
    std::string source;                    // 来源: 蹲点调研, 巡视反馈
    std::optional<std::int64_t> declared;  // how many there are said to be
    ident::DivisionCode division;
    Officer officer;
    calendar::Date on;
};
struct ProblemRaised {
    ProblemId problem;
    std::string text;
    std::vector<RemarkId> remarks;  // what it was merged from; may be empty
    std::string source;             // when it comes from elsewhere: 巡视反馈第 3 条
    ident::DivisionCode division;
    std::string issuer;
    Officer officer;
    calendar::Date on;
};
struct RemarksJoined {
    std::vector<RemarkId> remarks;
    Officer officer;
    calendar::Date on;
};
struct ProblemListed {
    ListId list;
    std::int32_t number = 0;
    bool focused = false;  // 突出问题
    Officer officer;
    calendar::Date on;
};

enum class Branch { immediate, staged, long_term };  // 能改即改, 分阶段, 长期坚持

struct Stage {
    std::string text;
    calendar::Date due;
    std::string sign;  // 完成标志
    std::optional<calendar::Date> done_on;

    bool operator==(const Stage&) const = default;
};
struct ProblemPlanned {
    Branch branch = Branch::immediate;
    Owner owner;
    std::string measure;      // 整改措施
    std::string cause;        // 原因分析
    std::string supervision;  // 督查举措
    calendar::Date due;       // of a long-term one: its yearly review
    std::vector<Stage> stages;
    Officer officer;
    calendar::Date on;
};
struct StageDone {
    std::int32_t stage = 0;  // from 0
    std::string text;
    std::vector<Evidence> evidence;
    Officer officer;
    calendar::Date on;
};
struct ProblemReported {
    std::string text;
    std::vector<Evidence> evidence;
    Officer officer;
    calendar::Date on;
};
struct ProblemAccepted {
    std::string text;
    Officer officer;
    calendar::Date on;
};
struct ProblemReturned {
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct ProblemStruckOff {
    std::string text;
    std::optional<calendar::Date> look_back_on;
    Officer officer;
    calendar::Date on;
};
struct ProblemHeld {
    std::string text;
    Officer officer;
    calendar::Date on;
};
struct ProblemRebounded {
    std::string reason;
    Officer officer;
    calendar::Date on;
};
using Event = std::variant<MissionOpened, GroupFormed, ActivityLogged, RemarksTaken, ListOpened,
                           ProblemRaised, RemarksJoined, ProblemListed, ProblemPlanned, StageDone,
                           ProblemReported, ProblemAccepted, ProblemReturned, ProblemStruckOff,
                           ProblemHeld, ProblemRebounded>;

// --- state

enum class ProblemState {
    raised,      // 待入清单
    listed,      // 待整改
    planned,     // 整改中
    reported,    // 已报整改
    accepted,    // 已验收
    struck_off,  // 已销号
    held,        // 已巩固
};
const char* word(ProblemState state);
const char* word(Branch branch);

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
    std::vector<Stage> stages;
    std::optional<ident::AccountId> doer;
    std::optional<calendar::Date> closed_on;
    std::optional<calendar::Date> look_back_on;
    std::int32_t reopened = 0;
    std::vector<directive::Step> steps;

    bool operator==(const Problem&) const = default;
};

// What is policy: packages/problem/rules.json.
struct Rules {
    int immediate_days = 0;  // 能改即改: at most so many days
};

// --- deciding; Errors E-PROB-0xx

Result<Event> open_list(ListOpened order);
// `taken`: the remarks as they stand; none may belong to a problem already.
Result<Event> raise(ProblemRaised order, const std::vector<TakenRemark>& taken);
Result<Event> join(const Problem& problem, const std::vector<TakenRemark>& taken,
                   const Officer& officer, calendar::Date on);
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

// --- applying

Problem start(const ProblemRaised& event);
// INVARIANT: `event` is one of a problem's stream behind ProblemRaised.
Problem apply(Problem problem, const Event& event);

}  // namespace anmin::problem
