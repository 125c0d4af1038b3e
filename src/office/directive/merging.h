// 并入: an issuer finds that two of its open tasks are one, and lets one of them end in the other
// (closed-loop A.2, 3.7: one task may answer several superiors).
//
// The absorbed task ends in a state of its own: neither done nor given up, and for the task above
// it a part that is over. Whoever reads either finds the other; what the absorbed one answers, the
// absorbing one answers from then on. Nothing is healed: dates stay, and what was late is late.
#pragma once

#include <optional>
#include <string>

#include "directive/task.h"

namespace anmin::directive {

// Could it be taken in by another task? E-TASK-122, -128, and -115 while an objection is open.
Result<void> may_be_merged(const Task& task, const Below& below);

struct Merge {
    std::string reason;
    // Its target is added to that of the absorbing task, in the same unit; else it stays where it
    // is and is said to stay. Refused (E-TASK-130) where parts that must sum up no longer would.
    bool add_target = false;
    std::optional<ident::PostId> lead{};  // who leads, when the two are in different units' hands
};
struct Merged {
    TaskMerged absorbed;  // in the stream of `task`
    TaskTookIn into;      // in the stream of `into`; both or none
};
// `below`: of `task`. `above`: the task above `into`, null when there is none.
Result<Merged> merge(const Task& task, const Below& below, const Task& into, const Task* above,
                     const Merge& order, const Officer& officer, calendar::Date on);

// For apply().
void take(Task& task, const TaskMerged& event);
void take(Task& task, const TaskTookIn& event);

}  // namespace anmin::directive
