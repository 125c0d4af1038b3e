#include "operations/follow_task.h"

#include <utility>

#include "directive/task_life.h"
#include "operations/one_step.h"

namespace anmin::operations {
namespace {

using directive::Event;
using directive::LookBack;
using directive::Officer;
using directive::Task;

constexpr std::int32_t page_size = 500;

// The tasks above, from the order down. What is closed or reported is open again; of the others
// only the version is asked, so that none of them closes while its part opens.
Result<std::vector<journal::Append>> reopened_above(Desk& desk, const Task& task,
                                                    const Officer& officer, calendar::Date today) {
    std::vector<journal::Append> appends;
    for (const Task& above : TRY(desk.trees.above(task))) {
        const bool works = above.state == directive::TaskState::confirmed ||
                           above.state == directive::TaskState::assigned;
        if (works) {
            appends.push_back({journal::stream_of(above.id), above.version, {}});
            continue;
        }
        const Event event = TRY(directive::reopen_above(above, task, officer, today));
        appends.push_back({journal::stream_of(above.id), above.version, {event}});
    }
    return appends;
}

}  // namespace

Result<OpenedTask> sign_for_task(Desk& desk, const Caller& caller, const TaskNote& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::sign,
                [](const Task& task, const Officer& officer, calendar::Date today) {
                    return directive::sign_for(task, officer, today);
                });
}

Result<OpenedTask> progress_task(Desk& desk, const Caller& caller, const ReportTask& order) {
    return move(
        desk, caller, order.task, order.seen_version, TaskStep::progress,
        [&](const Task& task, const Officer& officer, calendar::Date today) -> Result<Event> {
            TRY(evidence_is_kept(desk, order.evidence));
            const auto amount = TRY(amount_of(order.amount));
            return directive::progress(task, {order.text, amount, order.evidence}, officer, today);
        });
}

Result<OpenedTask> urge_task(Desk& desk, const Caller& caller, const TaskNote& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::urge,
                [&](const Task& task, const Officer& officer, calendar::Date today) {
                    return directive::urge(task, directive::Urging::by_hand, order.text, officer,
                                           today);
                });
}

Result<OpenedTask> ask_extension(Desk& desk, const Caller& caller, const ExtendTask& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::ask_extension,
                [&](const Task& task, const Officer& officer, calendar::Date today) {
                    return directive::ask_extension(task, {order.due, order.reason}, officer,
                                                    today);
                });
}

Result<OpenedTask> answer_extension(Desk& desk, const Caller& caller, const AnswerTask& order) {
    return move(
        desk, caller, order.task, order.seen_version, TaskStep::answer_extension,
        [&](const Task& task, const Officer& officer, calendar::Date today) -> Result<Event> {
            return directive::answer_extension(task, {order.yes, order.text},
                                               TRY(limit_of(desk, task)), officer, today);
        });
}

Result<OpenedTask> look_back_task(Desk& desk, const Caller& caller, const AnswerTask& order) {
    const Task task = TRY(visible_task(desk, caller.actor, order.task));
    TRY(may_step(desk, caller.actor, order.yes ? TaskStep::hold : TaskStep::rebound, task));
    if (task.version != order.seen_version) return stale_task(task, order.seen_version);
    const auto officer = officer_of(caller.actor);
    const auto today = desk.clock.now().date_in_china();
    const auto found = order.yes ? LookBack::held : LookBack::rebounded;
    TRY(another_person(desk, caller.actor, directive::deeds_of(task),
                       {"E-TASK-064", "任务 " + task.id.value, "回头看"}));
    const Event event =
        TRY(directive::look_back(task, found, order.text, officer, today, desk.policies.look_back));
    std::vector<journal::Append> appends;
    if (!order.yes) appends = TRY(reopened_above(desk, task, officer, today));
    appends.push_back({journal::stream_of(task.id), task.version, {event}});
    const auto done = desk.journal.commit(command_of(caller), appends);
    if (!done.ok()) return commit_refused(desk, caller.actor, task, done.error());
    return open_task(desk, caller.actor, task.id);
}

Result<OpenedTask> end_task(Desk& desk, const Caller& caller, const TaskNote& order) {
    return move(
        desk, caller, order.task, order.seen_version, TaskStep::end,
        [&](const Task& task, const Officer& officer, calendar::Date today) -> Result<Event> {
            return directive::end(task, order.text, officer, today, TRY(desk.trees.below(task)));
        });
}

Result<std::int64_t> urge_by_itself(Desk& desk) {
    const auto today = desk.clock.now().date_in_china();
    const Officer program{{"system"}, "系统", ""};
    const journal::Command command{{"system"}, "系统", "", ident::DivisionCode::nation(), "", ""};
    directive::LedgerFilter filter;
    filter.states = {directive::TaskState::assigned};
    organisation::PageRequest request{"", page_size};
    std::int64_t urged = 0;
    bool dated = true;
    do {
        auto ledger = TRY(desk.tasks.ledger(
            {ident::DivisionCode::nation(), organisation::Reach::subtree}, filter, request));
        std::vector<journal::Append> appends;
        for (const Task& task : ledger.page.items) {
            dated = dated && task.due.has_value();
            const auto shows = directive::light(task, today, desk.policies.lights);
            const bool late =
                shows == directive::Light::due_soon || shows == directive::Light::overdue;
            if (!late || task.urged_on == today) continue;
            const char* text = shows == directive::Light::overdue ? "已超期" : "即将到期";
            auto event = directive::urge(task, directive::Urging::automatic, text, program, today);
            if (!event.ok()) continue;
            appends.push_back(
                {journal::stream_of(task.id), task.version, {std::move(event).value()}});
        }
        if (!appends.empty()) {
            TRY(desk.journal.commit(command, appends));
            urged += static_cast<std::int64_t>(appends.size());
        }
        request.after = ledger.page.next;
        // The ledger is in the order of dates: behind the first undated one nobody is late.
    } while (dated && !request.after.empty());
    return urged;
}

}  // namespace anmin::operations
