#include "operations/judge_problem.h"

#include <utility>

#include "operations/one_problem_step.h"

namespace anmin::operations {
namespace {

using problem::Event;
using problem::Problem;

// The problem as the caller saw it, who may take the step.
Result<Problem> seen_problem(Desk& desk, const Caller& caller, const ProblemOrder& order,
                             ProblemStep step) {
    Problem seen = TRY(visible_problem(desk, caller.actor, order.problem));
    TRY(may_step(caller.actor, step, seen));
    if (seen.version != order.seen_version) return stale_problem(seen, order.seen_version);
    return seen;
}

Result<OpenedProblem> commit_both(Desk& desk, const Caller& caller, const Problem& one,
                                  const Event& event, const Problem& other,
                                  const Event& other_event) {
    const auto done = desk.journal.commit(
        command_of(caller), {{journal::stream_of(one.id), one.version, {event}},
                             {journal::stream_of(other.id), other.version, {other_event}}});
    if (!done.ok()) return commit_refused(desk, caller.actor, one, done.error());
    return open_problem(desk, caller.actor, one.id);
}

Result<OpenedProblem> merge_duplicate(Desk& desk, const Caller& caller, const JudgeProblem& order) {
    const Problem one = TRY(seen_problem(desk, caller, order, ProblemStep::judge));
    const Problem into = TRY(visible_problem(desk, caller.actor, *order.into));
    TRY(may_step(caller.actor, ProblemStep::judge, into));
    auto merged = TRY(problem::merge(one, into, order.reason, officer_of(caller.actor),
                                     desk.clock.now().date_in_china()));
    return commit_both(desk, caller, one, Event{std::move(merged.duplicate)}, into,
                       Event{std::move(merged.into)});
}

}  // namespace

Result<OpenedProblem> judge_problem(Desk& desk, const Caller& caller, const JudgeProblem& order) {
    if (order.into) return merge_duplicate(desk, caller, order);
    return move(desk, caller, order, ProblemStep::judge,
                [&](const Problem& one, const auto& officer, calendar::Date on) -> Result<Event> {
                    if (order.finding != problem::Finding::confirmed) {
                        TRY(another_person(desk, caller.actor, problem::raised_by(one),
                                           {"E-PROB-042", "问题 " + one.id.value, "研判"}));
                    }
                    return problem::judge(one,
                                          {order.finding, order.nature, order.difficulty,
                                           order.cause, order.unit, order.reason, officer, on},
                                          desk.policies.problems);
                });
}

Result<OpenedProblem> take_back_judgement(Desk& desk, const Caller& caller,
                                          const NoteProblem& order) {
    const Problem one = TRY(seen_problem(desk, caller, order, ProblemStep::take_back));
    const auto officer = officer_of(caller.actor);
    const auto on = desk.clock.now().date_in_china();
    if (!one.merged_into) {
        return move(desk, caller, order, ProblemStep::take_back,
                    [&order](const Problem& seen, const auto& by, calendar::Date day) {
                        return problem::take_back(seen, order.text, by, day);
                    });
    }
    const Problem into = TRY(visible_problem(desk, caller.actor, one.merged_into->problem));
    TRY(may_step(caller.actor, ProblemStep::take_back, into));
    auto parted = TRY(problem::part(one, into, order.text, officer, on));
    return commit_both(desk, caller, one, Event{std::move(parted.duplicate)}, into,
                       Event{std::move(parted.into)});
}

}  // namespace anmin::operations
