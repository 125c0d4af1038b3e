#include "operations/merge_tasks.h"

#include "operations/one_step.h"

namespace anmin::operations {

using directive::Event;
using directive::Task;

Result<OpenedTask> merge_tasks(Desk& desk, const Caller& caller, const MergeTasks& order) {
    const Task task = TRY(visible_task(desk, caller.actor, order.task));
    TRY(may_step(desk, caller.actor, TaskStep::merge, task));
    const Task into = TRY(visible_task(desk, caller.actor, order.into));
    TRY(may_step(desk, caller.actor, TaskStep::merge, into));
    if (task.version != order.seen_version) return stale_task(task, order.seen_version);
    std::optional<Task> above;
    if (into.parent) above = TRY(desk.tasks.find_task(*into.parent));
    const auto merged = TRY(
        directive::merge(task, TRY(desk.trees.below(task)), into, above ? &*above : nullptr,
                         order.what, officer_of(caller.actor), desk.clock.now().date_in_china()));
    const auto done = desk.journal.commit(
        command_of(caller), {{journal::stream_of(task.id), task.version, {Event{merged.absorbed}}},
                             {journal::stream_of(into.id), into.version, {Event{merged.into}}}});
    if (!done.ok()) return commit_refused(desk, caller.actor, task, done.error());
    return open_task(desk, caller.actor, task.id);
}

}  // namespace anmin::operations
