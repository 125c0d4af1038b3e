// What the steps of a problem have in common: see it, pass the gate, decide, commit, look again.
#pragma once

#include <string>

#include "operations/move_problem.h"
#include "operations/one_step.h"

namespace anmin::operations {

// Says what happened since the version that was seen. E-PROB-033.
Error stale_problem(const problem::Problem& now, std::int64_t seen_version);
// The error of a commit; when somebody else was quicker, what they did.
Error commit_refused(Desk& desk, const authority::Actor& actor, const problem::Problem& seen,
                     const Error& error);
// Not by the post that holds the problem: it would decide about its own work.
Result<void> not_its_holder(const authority::Actor& actor, const problem::Problem& problem,
                            const std::string& what);

// `decide(problem, officer, today)` gives the event or an Error.
template <class Decide>
Result<OpenedProblem> move(Desk& desk, const Caller& caller, const ProblemOrder& order,
                           ProblemStep step, const Decide& decide) {
    const problem::Problem before = TRY(visible_problem(desk, caller.actor, order.problem));
    TRY(may_step(caller.actor, step, before));
    if (before.version != order.seen_version) return stale_problem(before, order.seen_version);
    const problem::Event event =
        TRY(decide(before, officer_of(caller.actor), desk.clock.now().date_in_china()));
    const auto done = desk.journal.commit(
        command_of(caller), {{journal::stream_of(before.id), before.version, {event}}});
    if (!done.ok()) return commit_refused(desk, caller.actor, before, done.error());
    return open_problem(desk, caller.actor, before.id);
}

}  // namespace anmin::operations
