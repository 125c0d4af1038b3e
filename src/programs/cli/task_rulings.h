// The verbs of `anmin task` about an objection (异议), its ruling (裁定) and about merging (并入).
#pragma once

#include <string>

#include "cli/workplace.h"
#include "operations/move_task.h"

namespace anmin::cli {

bool rules_on_task(const std::string& verb);
// E-CLI-004 for an answer that is none.
Result<operations::OpenedTask> rule_on_task(operations::Desk& desk,
                                            const operations::Caller& caller,
                                            const Arguments& arguments);

}  // namespace anmin::cli
