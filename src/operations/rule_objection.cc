#include "operations/rule_objection.h"

#include "directive/objection.h"
#include "operations/one_step.h"

namespace anmin::operations {

using directive::Event;
using directive::Officer;
using directive::Task;

Result<OpenedTask> object_to_task(Desk& desk, const Caller& caller, const ObjectTo& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::object,
                [&](const Task& task, const Officer& officer, calendar::Date today) {
                    return directive::object(task, {order.reason, order.proposed}, officer, today);
                });
}

Result<OpenedTask> rule_objection(Desk& desk, const Caller& caller, const RuleObjection& order) {
    return move(
        desk, caller, order.task, order.seen_version, TaskStep::rule,
        [&](const Task& task, const Officer& officer, calendar::Date today) -> Result<Event> {
            directive::Ruling ruling{order.upheld, order.text, {}};
            if (order.post)
                ruling.owner = TRY(owner_of(desk, caller.actor, *order.post, "改交岗位"));
            const Event event = TRY(directive::rule(task, ruling, officer, today));
            TRY(another_person(desk, caller.actor, {{task.objection->by, task.objection->on}},
                               {"E-TASK-118", "任务 " + task.id.value + " 的“异议”", "裁定"}));
            return event;
        });
}

}  // namespace anmin::operations
