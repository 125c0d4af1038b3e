// What may happen to a problem on its way: its date is moved, it is reviewed year by year, given
// up, and whoever said it is told (closed-loop A.2, A.3 models 5 and 7).
#pragma once

#include "problem/problem.h"

namespace anmin::problem {

// Of a long-term problem: what was found, with evidence, and the day of the next review within the
// rule's months (E-PROB-060). It is never done by that; a review after its day stays late.
Result<Event> review(const Problem& problem, ProblemReviewed order, const Rules& rules);
// E-PROB-060: the next review is after today, and within the rule's months.
Result<void> next_review_may_be(calendar::Date next, calendar::Date on, const Rules& rules);

// Before the date is over (E-PROB-063), for a later one (E-PROB-064), one at a time (E-PROB-062).
// What is corrected at once stays within its days (E-PROB-015).
Result<Event> ask_delay(const Problem& problem, DelayAsked order, const Rules& rules);
// By somebody else than who asked (E-PROB-066). E-PROB-065 when nobody asked.
Result<Event> answer_delay(const Problem& problem, DelayAnswered order);
// Who asked for the delay that waits.
std::vector<directive::Deed> asked_by(const Problem& problem);

// With its reason, not by who did a part of the work.
Result<Event> end(const Problem& problem, ProblemEnded order);

// Of remarks of a problem that is closed or ended. E-PROB-070 while it is open, -071 a remark that
// is not its own, -072 a day to come, -041 a way that is not a word of the rules.
Result<Event> tell_back(const Problem& problem, RemarksToldBack order, const Rules& rules);
bool may_be_told(ProblemState state);

}  // namespace anmin::problem
