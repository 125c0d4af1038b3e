// A list of problems is frozen and closed by its office (closed-loop A.3 model 4): frozen, nothing
// is put on it or moved off it; closed, every entry is settled.
#pragma once

#include <vector>

#include "problem/problem.h"

namespace anmin::problem {

// On this day something may be put on the list or moved off it. E-PROB-050, -051.
Result<void> list_may_change(const List& list, calendar::Date on);

// From today or a later day. E-PROB-053; E-PROB-054 when a day stands already.
Result<Event> freeze(const List& list, ListFrozen order);
// With its reason. E-PROB-054 when it is not frozen, E-PROB-051 when it is closed.
Result<Event> thaw(const List& list, ListThawed order);
// `entries`: all of the list. E-PROB-052 says how many are not settled, and which.
Result<Event> close_list(const List& list, const std::vector<Problem>& entries, ListClosed order);

}  // namespace anmin::problem
