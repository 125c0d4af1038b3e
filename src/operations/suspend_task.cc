#include "operations/suspend_task.h"

#include "operations/one_step.h"

namespace anmin::operations {

using directive::Event;
using directive::Officer;
using directive::Task;

Result<OpenedTask> ask_suspension(Desk& desk, const Caller& caller, const AskToSuspend& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::ask_suspension,
                [&](const Task& task, const Officer& officer, calendar::Date today) {
                    return directive::ask_suspension(task, order.what, officer, today);
                });
}

Result<OpenedTask> suspend_task(Desk& desk, const Caller& caller, const SuspendTask& order) {
    return move(
        desk, caller, order.task, order.seen_version, TaskStep::suspend,
        [&](const Task& task, const Officer& officer, calendar::Date today) -> Result<Event> {
            return directive::suspend(task, order.what, TRY(limit_of(desk, task)), officer, today);
        });
}

Result<OpenedTask> refuse_suspension(Desk& desk, const Caller& caller, const TaskNote& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::refuse_suspension,
                [&](const Task& task, const Officer& officer, calendar::Date today) {
                    return directive::refuse_suspension(task, order.text, officer, today);
                });
}

Result<OpenedTask> resume_task(Desk& desk, const Caller& caller, const TaskNote& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::resume,
                [&](const Task& task, const Officer& officer, calendar::Date today) {
                    return directive::resume(task, order.text, officer, today);
                });
}

}  // namespace anmin::operations
