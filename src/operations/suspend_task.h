// 挂起: asked for by the holder, decided by the issuer, ended by a day or before it.
#pragma once

#include <string>

#include "directive/suspension.h"
#include "operations/move_task.h"

namespace anmin::operations {

struct AskToSuspend {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    directive::AskSuspension what;
};
Result<OpenedTask> ask_suspension(Desk& desk, const Caller& caller, const AskToSuspend& order);

struct SuspendTask {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    directive::Suspend what;
};
Result<OpenedTask> suspend_task(Desk& desk, const Caller& caller, const SuspendTask& order);
Result<OpenedTask> refuse_suspension(Desk& desk, const Caller& caller, const TaskNote& order);
Result<OpenedTask> resume_task(Desk& desk, const Caller& caller, const TaskNote& order);

}  // namespace anmin::operations
