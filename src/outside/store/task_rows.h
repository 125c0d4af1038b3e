// The rows of a task: task, task_place, task_node, task_count; of a changed one also
// task_word. Used by
// project_directive.cc alone.
#pragma once

#include <vector>

#include "directive/task.h"
#include "store/database.h"

namespace anmin::store {

// A task that is new. Errors: unique.
Result<void> add_task(Connection& connection, const directive::Task& task);
// Many new ones, by few statements.
Result<void> add_tasks(Connection& connection, const std::vector<directive::Task>& tasks);
// One that was there as `before`.
Result<void> change_task(Connection& connection, const directive::Task& before,
                         const directive::Task& after);

// How many direct parts of a task are not closed.
Result<std::int64_t> open_parts(Connection& connection, const ident::TaskId& task);

}  // namespace anmin::store
