// Takes back a change of divisions that was recorded wrongly. Pure: the operation hands in the
// change and those recorded after it (docs/decisions/0023-a-change-taken-back.md).
#pragma once

#include <vector>

#include "organisation/change_divisions.h"

namespace anmin::organisation {

// Does the later change rest on what the earlier one did? Then the tree without the earlier one
// could not bear it.
bool builds_on(const DivisionsChanged& later, const DivisionsChanged& earlier);

// Would the later change, which holds, have come out otherwise with this one recorded before it?
// Then the one cannot be put before it afterwards.
bool is_in_the_way(const DivisionsChanged& later, const DivisionsChanged& earlier);

// `later` are the changes that hold and were recorded after it, the last recorded first.
// Errors: E-ORG-034 it is taken back already, E-ORG-035 a later one builds on it (the last of them
// is named), E-ORG-036 no reason.
Result<DivisionChangeWithdrawn> decide_withdrawal(const FoundChange& change,
                                                  const std::vector<FoundChange>& later,
                                                  const std::string& reason);

// The divisions as they are when the change was never recorded, with names of the day they were
// asked for; those in the list that it began are gone from it.
std::vector<Division> without(std::vector<Division> divisions, const DivisionsChanged& change);

// The order that led to the change: what a correction starts from.
ChangeStep step_of(const DivisionsChanged& change);

}  // namespace anmin::organisation
