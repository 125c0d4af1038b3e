// The verbs of `anmin task` about a task that stands still (挂起).
#pragma once

#include <string>

#include "cli/workplace.h"
#include "operations/move_task.h"

namespace anmin::cli {

bool suspends_task(const std::string& verb);
// E-CLI-004 for an option that is missing or that says nothing known.
Result<operations::OpenedTask> suspend_task(operations::Desk& desk,
                                            const operations::Caller& caller,
                                            const Arguments& arguments);

}  // namespace anmin::cli
