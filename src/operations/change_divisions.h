// Divisions merge, split, move, change their names, begin and end: on a day, by an order, for ever.
#pragma once

#include <vector>

#include "operations/desk.h"
#include "organisation/change_divisions.h"

namespace anmin::operations {

struct ChangeDivisions {
    calendar::Date on;
    std::string basis;
    organisation::ChangeStep step;
};

// What the order does to the tree as it is, or as it is without one recorded change, `but`, that is
// taken back together with it. Errors: E-AUTH-* of the gate for each division named, E-ORG-020 to
// -031.
Result<organisation::DivisionsChanged> decide_division_change(
    Desk& desk, const authority::Actor& actor, const ChangeDivisions& order,
    const organisation::DivisionsChanged* but);

// What the order would do, code by code; nothing is written.
Result<organisation::DivisionsChanged> plan_division_change(Desk& desk,
                                                            const authority::Actor& actor,
                                                            const ChangeDivisions& order);
// Does it: one event, one transaction. Fault::stale when the organisation changed meanwhile.
Result<organisation::DivisionsChanged> change_divisions(Desk& desk, const Caller& caller,
                                                        const ChangeDivisions& order);

// Changes that touch this division or one inside it, newest first.
Result<organisation::Page<organisation::RecordedChange>> list_division_changes(
    Desk& desk, const authority::Actor& actor, const ident::DivisionCode& inside,
    const organisation::PageRequest& page);

}  // namespace anmin::operations
