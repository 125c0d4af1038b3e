// What happens to a problem on its way: its date is moved, it is reviewed, stands still, is given
// up; whoever said it is told.
#pragma once

#include <string>
#include <vector>

#include "operations/move_problem.h"

namespace anmin::operations {

struct ReviewProblem : ProblemOrder {
    std::string text;
    std::vector<directive::Evidence> evidence;
    calendar::Date next;
};
Result<OpenedProblem> review_problem(Desk& desk, const Caller& caller, const ReviewProblem& order);

struct DelayProblem : ProblemOrder {
    calendar::Date due;
    std::string reason;
};
Result<OpenedProblem> ask_delay(Desk& desk, const Caller& caller, const DelayProblem& order);

struct AnswerDelay : ProblemOrder {
    bool granted = false;
    std::string text;
};
Result<OpenedProblem> answer_delay(Desk& desk, const Caller& caller, const AnswerDelay& order);

Result<OpenedProblem> end_problem(Desk& desk, const Caller& caller, const NoteProblem& order);

struct SuspendProblem : ProblemOrder {
    directive::SuspensionGround ground = directive::SuspensionGround::objective;
    std::string reason;
    directive::SuspensionClock clock = directive::SuspensionClock::runs_on;
    calendar::Date until;
    std::vector<directive::Evidence> evidence;
};
Result<OpenedProblem> suspend_problem(Desk& desk, const Caller& caller,
                                      const SuspendProblem& order);
Result<OpenedProblem> resume_problem(Desk& desk, const Caller& caller, const NoteProblem& order);

struct TellBack : ProblemOrder {
    std::vector<problem::RemarkId> remarks;
    problem::Told told;
};
Result<OpenedProblem> tell_back(Desk& desk, const Caller& caller, const TellBack& order);

}  // namespace anmin::operations
