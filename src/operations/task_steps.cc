#include "operations/task_steps.h"

#include <utility>

namespace anmin::operations {
namespace {

using authority::Action;
using directive::Task;

Action action_of(TaskStep step) {
    switch (step) {
        case TaskStep::assign: return Action::assign_task;
        case TaskStep::report: return Action::report_task;
        case TaskStep::verify: return Action::verify_task;
        case TaskStep::send_back: return Action::verify_task;
        case TaskStep::strike_off: return Action::strike_off_task;
    }
    CHECK(false, "every step has an action");
}

// Whose matter the step is: the issuer's division hands out and strikes off, the owner's is
// reported on.
authority::Subject subject_of(TaskStep step, const Task& task) {
    authority::Subject subject{task.division, {}, task.doer};
    if (task.owner) subject.holder = task.owner->post;
    const bool of_the_issuer = step == TaskStep::assign || step == TaskStep::strike_off;
    if (!of_the_issuer && task.owner) subject.division = task.owner->division;
    return subject;
}

// Would the task itself take the step? The words and proofs a real step needs are stood in for.
bool task_takes(TaskStep step, const Task& task, const directive::Officer& officer,
                calendar::Date today) {
    switch (step) {
        case TaskStep::assign: return directive::assign(task, {}, officer, today).ok();
        case TaskStep::report: return directive::report(task, {"-", {{}}}, officer, today).ok();
        case TaskStep::verify: return directive::verify(task, {"-"}, officer, today).ok();
        case TaskStep::send_back: return directive::send_back(task, {"-"}, officer, today).ok();
        case TaskStep::strike_off: return directive::strike_off(task, {"-"}, officer, today).ok();
    }
    CHECK(false, "every step is decided somewhere");
}

}  // namespace

Result<Task> visible_task(Desk& desk, const authority::Actor& actor, const ident::TaskId& id) {
    auto task = TRY(desk.tasks.find_task(id));
    const auto scope = authority::scope_of(actor, Action::see_tasks);
    const bool visible = task && (scope.covers(task->division) ||
                                  (task->owner && scope.covers(task->owner->division)));
    if (!visible) {
        return Error{Fault::missing,           "E-TASK-031",
                     "任务 " + id.value,       "没有这项任务，或它不在您的管辖范围内",
                     "本地区发出或承办的任务", "从“台账”中打开"};
    }
    return *std::move(task);
}

Result<void> may_step(const authority::Actor& actor, TaskStep step, const Task& task) {
    return authority::may(actor, action_of(step), subject_of(step, task));
}

std::vector<TaskStep> open_steps(const Task& task, const authority::Actor& actor,
                                 calendar::Date today) {
    std::vector<TaskStep> open;
    for (const TaskStep step : {TaskStep::assign, TaskStep::report, TaskStep::verify,
                                TaskStep::send_back, TaskStep::strike_off}) {
        if (!task_takes(step, task, officer_of(actor), today)) continue;
        if (may_step(actor, step, task).ok()) open.push_back(step);
    }
    return open;
}

}  // namespace anmin::operations
