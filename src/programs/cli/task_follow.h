// The verbs of `anmin task` that follow a task on its way and take it apart.
#pragma once

#include <optional>
#include <string>

#include "cli/workplace.h"
#include "operations/move_task.h"

namespace anmin::cli {

bool follows_task(const std::string& verb);
Result<operations::OpenedTask> follow_task(operations::Desk& desk, const operations::Caller& caller,
                                           const Arguments& arguments);
// The task and its direct parts, a page of them.
Result<void> print_tree(operations::Desk& desk, const operations::Caller& caller,
                        const Arguments& arguments);

// --due. E-CLI-004.
Result<std::optional<calendar::Date>> date_of(const Arguments& arguments);
// Keeps the files of --evidence. E-CLI-005.
Result<std::vector<directive::Evidence>> kept_evidence(operations::Desk& desk,
                                                       const operations::Caller& caller,
                                                       const Arguments& arguments);
// Keeps the files of --evidence and names them in the report. E-CLI-005.
Result<operations::ReportTask> report_of(operations::Desk& desk, const operations::Caller& caller,
                                         const operations::TaskNote& note,
                                         const Arguments& arguments);

}  // namespace anmin::cli
