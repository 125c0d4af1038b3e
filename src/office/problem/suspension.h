// 挂起 of a problem, as of a task (directive/suspension.h): it stands still for an objective cause,
// up to a day that is named, and the rule of the clock is said with it (closed-loop A.2).
//
// Meanwhile its light is grey, it is not late, and no plan, stage, report or delay is taken. The
// day after its last day the clock goes on by itself; that it is to be resumed shows until somebody
// resumes it or goes on working. What is late already cannot be suspended.
#pragma once

#include "directive/suspension.h"
#include "problem/problem.h"

namespace anmin::problem {

// By the office, with its reason and evidence; not by who did a part of the work (E-PROB-011), not
// while a delay waits for its answer (E-PROB-062), not once it is late (E-PROB-081), up to today or
// later (E-PROB-082). A date that moves takes the dates of the stages along that are to come.
Result<Event> suspend(const Problem& problem, ProblemSuspended order);
// E-PROB-083 when it was not suspended. Before the last day is over the days not used come back.
Result<Event> resume(const Problem& problem, ProblemResumed order);

bool suspended(const Problem& problem, calendar::Date on);
// Its last day is over, and nobody resumed it or went on with it.
bool to_resume(const Problem& problem, calendar::Date on);
// After its date, or after the last day of a suspension that goes beyond it.
bool late(const Problem& problem, calendar::Date on);
// In this condition the office may suspend it: neither done, for good, late, nor about to be moved.
bool may_stand_still(const Problem& problem, calendar::Date on);
// E-PROB-080 while it stands still.
Result<void> not_suspended(const Problem& problem, calendar::Date on);

// For apply(): it stands still, and does no longer.
void stand_still(Problem& problem, const directive::Suspension& suspension);
void lift(Problem& problem, calendar::Date on);

}  // namespace anmin::problem
