// What waits for a person this morning, who is late with what, and the page for a meeting.
#pragma once

#include <string>
#include <vector>

#include "operations/desk.h"
#include "operations/open_problem.h"
#include "operations/open_task.h"

namespace anmin::operations {

enum class MorningPart { objection, sign, returned, late, due_soon, period, verify, look_back };
const char* word(MorningPart part);

struct MorningSection {
    MorningPart part = MorningPart::sign;
    std::vector<LedgerRow> rows;  // at most so many as a page shows
    std::int64_t total = 0;
};
struct Morning {
    calendar::Date as_of;
    std::vector<MorningSection> sections;  // only those that hold something
    std::vector<ProblemRow> problems;      // mine, late or near their date
    // More tasks are in this person's hands than were looked at: the totals are lower bounds.
    bool cut = false;
    // Some near date lies in a year whose days off are not loaded: its working days are
    // provisional.
    bool provisional = false;
};
Result<Morning> open_morning(Desk& desk, const authority::Actor& actor);

// Who is late, one level below a division. E-LOAD-020 for one outside the actor's area.
struct Lateness {
    organisation::Division division;
    calendar::Date as_of;
    directive::Tally tally;  // of the whole division
    std::vector<directive::LateRow> below;
};
Result<Lateness> list_late(Desk& desk, const authority::Actor& actor,
                           const ident::DivisionCode& division);

// One page for a meeting, built from what is there now.
struct Briefing {
    Lateness lateness;
    std::string unit;                 // who made it
    std::vector<LedgerRow> late;      // the longest late first
    std::vector<LedgerRow> returned;  // and not reported again
    std::int64_t returned_total = 0;
    std::int64_t look_backs = 0;       // due by today
    std::vector<ProblemRow> problems;  // focused ones that are not done
};
Result<Briefing> open_briefing(Desk& desk, const authority::Actor& actor,
                               const ident::DivisionCode& division);

}  // namespace anmin::operations
