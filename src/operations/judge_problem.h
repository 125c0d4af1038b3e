// 研判 of a raised problem, and taking an end by judgement back.
#pragma once

#include <optional>
#include <string>

#include "operations/move_problem.h"
#include "problem/judging.h"

namespace anmin::operations {

struct JudgeProblem : ProblemOrder {
    problem::Finding finding = problem::Finding::confirmed;
    std::string nature;
    std::string difficulty;
    std::string cause;
    std::string unit;
    std::string reason;
    std::optional<problem::ProblemId> into;  // a duplicate of this one; then only the reason counts
};
// A duplicate changes both problems, or none.
Result<OpenedProblem> judge_problem(Desk& desk, const Caller& caller, const JudgeProblem& order);
Result<OpenedProblem> take_back_judgement(Desk& desk, const Caller& caller,
                                          const NoteProblem& order);

}  // namespace anmin::operations
