// A task on its way: signed for, reported on, urged, extended, looked back at, given up.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "operations/desk.h"
#include "operations/move_task.h"
#include "operations/open_task.h"

namespace anmin::operations {

Result<OpenedTask> sign_for_task(Desk& desk, const Caller& caller, const TaskNote& order);
// A period report: like a report, but the task goes on.
Result<OpenedTask> progress_task(Desk& desk, const Caller& caller, const ReportTask& order);
Result<OpenedTask> urge_task(Desk& desk, const Caller& caller, const TaskNote& order);

struct ExtendTask {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    calendar::Date due;
    std::string reason;
};
Result<OpenedTask> ask_extension(Desk& desk, const Caller& caller, const ExtendTask& order);

struct AnswerTask {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    bool yes = false;  // granted; held
    std::string text;
};
Result<OpenedTask> answer_extension(Desk& desk, const Caller& caller, const AnswerTask& order);
// When it did not hold, the closed tasks above it are open again too, in the same commit.
Result<OpenedTask> look_back_task(Desk& desk, const Caller& caller, const AnswerTask& order);
Result<OpenedTask> end_task(Desk& desk, const Caller& caller, const TaskNote& order);

// The program's own round: urges what is overdue or about to be, once a day. Gives how many.
Result<std::int64_t> urge_by_itself(Desk& desk);

}  // namespace anmin::operations
