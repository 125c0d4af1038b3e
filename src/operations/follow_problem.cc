#include "operations/follow_problem.h"

#include "operations/one_problem_step.h"
#include "problem/problem_life.h"
#include "problem/suspension.h"

namespace anmin::operations {

using problem::Event;
using problem::Problem;

Result<OpenedProblem> review_problem(Desk& desk, const Caller& caller, const ReviewProblem& order) {
    return move(desk, caller, order, ProblemStep::review,
                [&](const Problem& one, const auto& officer, calendar::Date on) -> Result<Event> {
                    TRY(not_its_holder(caller.actor, one, "复查"));
                    TRY(another_person(desk, caller.actor, problem::deeds_of(one),
                                       {"E-PROB-011", "问题 " + one.id.value, "复查"}));
                    TRY(evidence_is_kept(desk, order.evidence));
                    return problem::review(one,
                                           {order.text, order.evidence, order.next, officer, on},
                                           desk.policies.problems);
                });
}

Result<OpenedProblem> ask_delay(Desk& desk, const Caller& caller, const DelayProblem& order) {
    return move(desk, caller, order, ProblemStep::ask_delay,
                [&](const Problem& one, const auto& officer, calendar::Date on) {
                    return problem::ask_delay(one, {order.due, order.reason, officer, on},
                                              desk.policies.problems);
                });
}

Result<OpenedProblem> answer_delay(Desk& desk, const Caller& caller, const AnswerDelay& order) {
    return move(desk, caller, order, ProblemStep::answer_delay,
                [&](const Problem& one, const auto& officer, calendar::Date on) -> Result<Event> {
                    TRY(another_person(desk, caller.actor, problem::asked_by(one),
                                       {"E-PROB-066", "问题 " + one.id.value, "批复"}));
                    return problem::answer_delay(one, {order.granted, order.text, officer, on});
                });
}

Result<OpenedProblem> end_problem(Desk& desk, const Caller& caller, const NoteProblem& order) {
    return move(desk, caller, order, ProblemStep::end,
                [&](const Problem& one, const auto& officer, calendar::Date on) -> Result<Event> {
                    TRY(not_its_holder(caller.actor, one, "批准终止"));
                    TRY(another_person(desk, caller.actor, problem::deeds_of(one),
                                       {"E-PROB-011", "问题 " + one.id.value, "批准终止"}));
                    return problem::end(one, {order.text, officer, on});
                });
}

Result<OpenedProblem> suspend_problem(Desk& desk, const Caller& caller,
                                      const SuspendProblem& order) {
    return move(desk, caller, order, ProblemStep::suspend,
                [&](const Problem& one, const auto& officer, calendar::Date on) -> Result<Event> {
                    TRY(not_its_holder(caller.actor, one, "批准挂起"));
                    TRY(another_person(desk, caller.actor, problem::deeds_of(one),
                                       {"E-PROB-011", "问题 " + one.id.value, "批准挂起"}));
                    TRY(evidence_is_kept(desk, order.evidence));
                    return problem::suspend(one, {order.ground, order.reason, order.clock,
                                                  order.until, order.evidence, officer, on});
                });
}

Result<OpenedProblem> resume_problem(Desk& desk, const Caller& caller, const NoteProblem& order) {
    return move(desk, caller, order, ProblemStep::resume,
                [&](const Problem& one, const auto& officer, calendar::Date on) {
                    return problem::resume(one, {order.text, officer, on});
                });
}

Result<OpenedProblem> tell_back(Desk& desk, const Caller& caller, const TellBack& order) {
    return move(desk, caller, order, ProblemStep::tell,
                [&](const Problem& one, const auto& officer, calendar::Date on) {
                    return problem::tell_back(one, {order.remarks, order.told, officer, on},
                                              desk.policies.problems);
                });
}

}  // namespace anmin::operations
