#include "operations/move_task.h"

#include <algorithm>
#include <utility>

#include "measure/indicator.h"
#include "operations/one_step.h"
#include "operations/task_steps.h"

namespace anmin::operations {
namespace {

using directive::Event;
using directive::Task;

}  // namespace

Result<OpenedTask> assign_task(Desk& desk, const Caller& caller, const AssignTask& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::assign,
                [&](const Task& task, const auto& officer, calendar::Date today) -> Result<Event> {
                    const auto owner = TRY(owner_of(desk, caller.actor, order.post, "承办岗位"));
                    for (const auto& item : order.asks) {
                        TRY(measure::may_ask(desk.policies.indicators, desk.policies.wording, item,
                                             owner.division));
                    }
                    return directive::assign(
                        task, {owner, order.due, order.note, order.asks, TRY(limit_of(desk, task))},
                        officer, today);
                });
}

Result<OpenedTask> report_task(Desk& desk, const Caller& caller, const ReportTask& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::report,
                [&](const Task& task, const auto& officer, calendar::Date today) -> Result<Event> {
                    TRY(evidence_is_kept(desk, order.evidence));
                    const auto amount = TRY(amount_of(order.amount));
                    return directive::report(task, {order.text, order.evidence, amount}, officer,
                                             today, TRY(desk.trees.below(task)));
                });
}

Result<OpenedTask> verify_task(Desk& desk, const Caller& caller, const TaskNote& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::verify,
                [&](const Task& task, const auto& officer, calendar::Date today) -> Result<Event> {
                    TRY(another_person(desk, caller.actor, directive::deeds_of(task),
                                       {"E-TASK-007", "任务 " + task.id.value, "核验"}));
                    return directive::verify(task, {order.text}, officer, today,
                                             TRY(desk.trees.below(task)));
                });
}

Result<OpenedTask> return_task(Desk& desk, const Caller& caller, const TaskNote& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::send_back,
                [&](const Task& task, const auto& officer, calendar::Date today) {
                    return directive::send_back(task, {order.text}, officer, today);
                });
}

Result<OpenedTask> strike_off_task(Desk& desk, const Caller& caller, const StrikeOffTask& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::strike_off,
                [&](const Task& task, const auto& officer, calendar::Date today) -> Result<Event> {
                    return directive::strike_off(task, {order.text, order.look_back_months},
                                                 officer, today, TRY(desk.trees.below(task)),
                                                 desk.policies.look_back);
                });
}

Result<directive::Evidence> keep_evidence(Desk& desk, const Caller& caller,
                                          const std::string& file_name, const std::string& bytes) {
    TRY(authority::may(caller.actor, authority::Action::report_task,
                       {caller.actor.division, caller.actor.post, {}}));
    if (bytes.empty()) {
        return Error{Fault::invalid, "E-TASK-035",   "佐证材料“" + file_name + "”",
                     "文件为空",     "有内容的文件", "检查文件后重新上传"};
    }
    const std::string digest = desk.vault.digest(bytes);
    TRY(desk.documents.keep_bytes(digest, bytes));
    return directive::Evidence{digest, file_name, static_cast<std::int64_t>(bytes.size())};
}

Result<EvidenceFile> open_evidence(Desk& desk, const authority::Actor& actor,
                                   const ident::TaskId& id, const std::string& digest) {
    const Task task = TRY(visible_task(desk, actor, id));
    for (const auto& step : task.steps) {
        const auto found = std::find_if(step.evidence.begin(), step.evidence.end(),
                                        [&](const auto& one) { return one.digest == digest; });
        if (found == step.evidence.end()) continue;
        auto bytes = TRY(desk.documents.find_bytes(digest));
        CHECK(bytes.has_value(), "evidence named in a report is kept for ever");
        return EvidenceFile{found->file_name, *std::move(bytes)};
    }
    return Error{Fault::missing,         "E-TASK-036",
                 "任务 " + id.value,     "这项任务没有这份佐证材料",
                 "办理记录中列出的材料", "从任务的办理记录中打开"};
}

}  // namespace anmin::operations
