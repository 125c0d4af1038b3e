// Which steps of a task are open to whom: shared by reading (open_task) and stepping (move_task).
#pragma once

#include <vector>

#include "operations/desk.h"
#include "operations/open_task.h"

namespace anmin::operations {

// Fault::missing when there is none, or none that the actor may see: the two are not told apart.
Result<directive::Task> visible_task(Desk& desk, const authority::Actor& actor,
                                     const ident::TaskId& id);

// The gate for one step of this task.
Result<void> may_step(Desk& desk, const authority::Actor& actor, TaskStep step,
                      const directive::Task& task);

// closed-loop A.3 model 2: an office above the one that issued the task sees and urges, and does
// not act on it, as long as the issuer's division lives. E-TASK-014 for parts, -141 for a task of
// the lower office's own.
Result<void> may_act(Desk& desk, const authority::Actor& actor, const directive::Task& task);

// The steps that the task's state and the gate both leave open to the actor.
std::vector<TaskStep> open_steps(Desk& desk, const directive::Task& task,
                                 const directive::Below& below, const authority::Actor& actor,
                                 calendar::Date today);

// May the actor, who sees `scope`, see the task? Issuer, owner and helpers may.
bool visible(const organisation::Scope& scope, const authority::Actor& actor,
             const directive::Task& task);

// Says what happened since the version that was seen: the last `newer` of the steps.
Error stale(const char* code, std::string place, const std::string& what,
            const std::vector<directive::Step>& steps, std::int64_t newer);
Error stale_task(const directive::Task& task, std::int64_t seen_version);

}  // namespace anmin::operations
