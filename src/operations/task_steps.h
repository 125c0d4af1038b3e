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
Result<void> may_step(const authority::Actor& actor, TaskStep step, const directive::Task& task);

// The steps that the task's state and the gate both leave open to the actor.
std::vector<TaskStep> open_steps(const directive::Task& task, const directive::Below& below,
                                 const authority::Actor& actor, calendar::Date today,
                                 const directive::LookBackRule& rule);

// May the actor, who sees `scope`, see the task? Issuer, owner and helpers may.
bool visible(const organisation::Scope& scope, const authority::Actor& actor,
             const directive::Task& task);

// Says what happened since the version that was seen: the last `newer` of the steps.
Error stale(const char* code, std::string place, const std::string& what,
            const std::vector<directive::Step>& steps, std::int64_t newer);
Error stale_task(const directive::Task& task, std::int64_t seen_version);

}  // namespace anmin::operations
