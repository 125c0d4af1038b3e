// 研判 of a raised problem before it is listed (closed-loop A.3 model 4): is it so, is it for us,
// is it one that we have already. What is not, ends in a state of its own: neither listed nor done.
// An error of judgement is taken back, with its reason.
#pragma once

#include "problem/problem.h"

namespace anmin::problem {

// Confirmed: nature and difficulty are words of `rules` (E-PROB-041). Unfounded or not ours: with
// its reason, and not by who raised it (E-PROB-042).
Result<Event> judge(const Problem& problem, ProblemJudged order, const Rules& rules);

struct Merged {
    ProblemMerged duplicate;  // in the stream of `problem`
    ProblemTookIn into;       // in the stream of `into`; both or none
};
// A duplicate goes on in a problem that is still open: its remarks go along. E-PROB-043, -044.
Result<Merged> merge(const Problem& problem, const Problem& into, const std::string& reason,
                     const Officer& officer, calendar::Date on);

// The office opens what was ended by judgement again, as raised.
Result<Event> take_back(const Problem& problem, const std::string& reason, const Officer& officer,
                        calendar::Date on);
// The same of a duplicate: `into` gives back what came along. E-PROB-045 while `into` itself has
// gone on in another problem.
struct Parted {
    JudgementTakenBack duplicate;
    ProblemGaveBack into;
};
Result<Parted> part(const Problem& problem, const Problem& into, const std::string& reason,
                    const Officer& officer, calendar::Date on);

// Who raised it.
std::vector<directive::Deed> raised_by(const Problem& problem);

}  // namespace anmin::problem
