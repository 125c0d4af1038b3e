// Figures of two days side by side, across whatever happened to the divisions between them.
#pragma once

#include <optional>
#include <vector>

#include "operations/desk.h"
#include "organisation/comparable.h"

namespace anmin::operations {

// The same ground on both days. One division on each side: directly comparable; several on a side:
// only their sums are.
struct ComparedGround {
    std::vector<organisation::Division> then;
    std::vector<organisation::Division> now;
    // Nothing where the actor may not see all of them.
    std::optional<std::int64_t> tasks_then;  // confirmed in the year of `from`, under `then`
    // Confirmed in the year of `to` on the same ground: under `now` and, before the change took
    // effect in that year, under `then`.
    std::optional<std::int64_t> tasks_now;
};

struct DivisionComparison {
    calendar::Date from;
    calendar::Date to;
    std::vector<ComparedGround> rows;
};

// The direct children of `parent`. What was recorded under an old code stays there; nothing is
// rewritten. Errors: E-ORG-001, -002; E-ORG-032 when `from` is after `to`.
Result<DivisionComparison> compare_divisions(Desk& desk, const authority::Actor& actor,
                                             const ident::DivisionCode& parent, calendar::Date from,
                                             calendar::Date to);

}  // namespace anmin::operations
