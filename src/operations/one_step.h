// What the steps of a task have in common: see the task, pass the gate, decide, commit, look again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/desk.h"
#include "operations/open_task.h"
#include "operations/task_steps.h"

namespace anmin::operations {

// The error of a commit; when somebody else was quicker, what they did.
Error commit_refused(Desk& desk, const authority::Actor& actor, const directive::Task& seen,
                     const Error& error);

// `decide(task, officer, today)` gives the event or an Error.
template <class Decide>
Result<OpenedTask> move(Desk& desk, const Caller& caller, const ident::TaskId& id,
                        std::int64_t seen_version, TaskStep step, const Decide& decide) {
    const directive::Task task = TRY(visible_task(desk, caller.actor, id));
    TRY(may_step(desk, caller.actor, step, task));
    if (task.version != seen_version) return stale_task(task, seen_version);
    const auto today = desk.clock.now().date_in_china();
    const directive::Event event = TRY(decide(task, officer_of(caller.actor), today));
    const auto done =
        desk.journal.commit(command_of(caller), {{journal::stream_of(id), seen_version, {event}}});
    if (!done.ok()) return commit_refused(desk, caller.actor, task, done.error());
    return open_task(desk, caller.actor, id);
}

// The post as the owner of a task or a problem: one that list_posts offers. E-TASK-033, which calls
// the post by `place`.
Result<directive::Owner> owner_of(Desk& desk, const authority::Actor& actor,
                                  const ident::PostId& id, const std::string& place);

// Every file was uploaded. E-TASK-034.
// The date of the task above, whatever its reader may see of it.
Result<std::optional<calendar::Date>> limit_of(Desk& desk, const directive::Task& task);

// Nobody verifies their own work from another post of theirs: the persons appointed to the posts
// of both accounts differ, as far as the office has written down who they are.
struct Verifying {
    const char* code = "";
    std::string place;
    std::string what;  // 核验
};
Result<void> another_person(Desk& desk, const authority::Actor& actor,
                            const std::vector<directive::Deed>& deeds, const Verifying& verifying);

Result<void> evidence_is_kept(Desk& desk, const std::vector<directive::Evidence>& evidence);

// "1200" as thousandths; nothing for an empty text. E-TASK-070.
Result<std::optional<std::int64_t>> amount_of(const std::string& digits,
                                              const std::string& place = "完成数量");

}  // namespace anmin::operations
