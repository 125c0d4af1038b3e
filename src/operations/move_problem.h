// The steps of a problem: raised from remarks, listed, planned, done, accepted, struck off, looked
// back at.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "operations/desk.h"
#include "operations/open_problem.h"

namespace anmin::operations {

struct RaiseProblem {
    std::string text;
    std::string source;
    std::vector<problem::RemarkId> remarks;
};
Result<OpenedProblem> raise_problem(Desk& desk, const Caller& caller, const RaiseProblem& order);

// Every step names the version the caller saw.
struct ProblemOrder {
    problem::ProblemId problem;
    std::int64_t seen_version = 0;
};
struct JoinRemarks : ProblemOrder {
    std::vector<problem::RemarkId> remarks;
};
Result<OpenedProblem> join_remarks(Desk& desk, const Caller& caller, const JoinRemarks& order);

struct ListProblem : ProblemOrder {
    problem::ListId list;
    std::int32_t number = 0;
    bool focused = false;
};
Result<OpenedProblem> list_problem(Desk& desk, const Caller& caller, const ListProblem& order);

struct PlanProblem : ProblemOrder {
    problem::Branch branch = problem::Branch::immediate;
    ident::PostId post;
    std::string measure;
    std::string cause;
    std::string supervision;
    calendar::Date due;
    std::vector<problem::Stage> stages;
    std::string target;  // 年度目标 of a long-term one
};
Result<OpenedProblem> plan_problem(Desk& desk, const Caller& caller, const PlanProblem& order);

struct ReportProblem : ProblemOrder {
    std::int32_t stage = -1;  // from 0; -1: the whole
    std::string text;
    std::vector<directive::Evidence> evidence;
};
Result<OpenedProblem> report_problem(Desk& desk, const Caller& caller, const ReportProblem& order);

struct NoteProblem : ProblemOrder {
    std::string text;
};
Result<OpenedProblem> accept_problem(Desk& desk, const Caller& caller, const NoteProblem& order);
Result<OpenedProblem> return_problem(Desk& desk, const Caller& caller, const NoteProblem& order);
Result<OpenedProblem> strike_off_problem(Desk& desk, const Caller& caller,
                                         const NoteProblem& order);

struct LookBackProblem : ProblemOrder {
    bool held = false;
    std::string text;
};
Result<OpenedProblem> look_back_problem(Desk& desk, const Caller& caller,
                                        const LookBackProblem& order);

}  // namespace anmin::operations
