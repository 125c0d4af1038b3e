// 并入: one open task of an office goes on in another of the same office.
#pragma once

#include <optional>
#include <string>

#include "directive/merging.h"
#include "operations/move_task.h"

namespace anmin::operations {

struct MergeTasks {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    ident::TaskId into;
    directive::Merge what;
};
// Gives the absorbed task, which names the other. Both change in one commit.
Result<OpenedTask> merge_tasks(Desk& desk, const Caller& caller, const MergeTasks& order);

}  // namespace anmin::operations
