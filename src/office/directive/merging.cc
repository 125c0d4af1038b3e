#include "directive/merging.h"

#include <algorithm>
#include <utility>

#include "directive/objection.h"
#include "directive/suspension.h"
#include "directive/task_refusal.h"

namespace anmin::directive {
namespace {

using calendar::Date;

std::string place_of(const Task& task) { return "任务 " + task.id.value + " 的“并入”"; }

bool works(const Task& task) {
    return task.state == TaskState::confirmed || task.state == TaskState::assigned;
}

bool staffed(const Task& task) { return task.owner && !task.owner->post.value.empty(); }

bool same_unit(const Owner& left, const Owner& right) {
    return left.unit_name == right.unit_name && left.division == right.division;
}

template <class Value>
void add_once(std::vector<Value>& all, const Value& one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

// Neither is the other, nor a part of it at any depth.
Result<void> apart(const Task& task, const Task& into) {
    const bool nested = task.root == into.root &&
                        (into.path.starts_with(task.path) || task.path.starts_with(into.path));
    if (!nested) return {};
    return Error{Fault::conflict,
                 "E-TASK-124",
                 place_of(task),
                 task.id == into.id ? "要并入的就是这项任务自己" : "两项任务是上下级",
                 "另一项任务，且互不是对方的下级",
                 "改选要并入的任务；上下级之间由下级办结或终止"};
}

Result<void> of_one_issuer(const Task& task, const Task& into) {
    if (task.division == into.division && task.issuer == into.issuer) return {};
    return Error{Fault::conflict,      "E-TASK-125",
                 place_of(task),       "分别由" + task.issuer + "、" + into.issuer + "下达",
                 "同一单位下达的任务", "由下达单位商定后，一方终止并写明依据"};
}

// Who leads afterwards, when that is another than holds `into` now.
Result<std::optional<Owner>> lead_of(const Task& task, const Task& into, const Merge& order) {
    if (!order.lead) {
        const bool one_unit = staffed(into) && staffed(task) && same_unit(*task.owner, *into.owner);
        if (!staffed(task) || one_unit) return std::optional<Owner>();
        return Error{Fault::invalid,
                     "E-TASK-126",
                     place_of(task) + "“牵头岗位”",
                     "两项任务不在同一单位手中",
                     "指定由哪一方牵头",
                     "选定牵头岗位，另一方列为配合单位"};
    }
    if (staffed(into) && into.owner->post == *order.lead) return std::optional<Owner>();
    if (staffed(task) && task.owner->post == *order.lead) return task.owner;
    return Error{Fault::invalid,
                 "E-TASK-127",
                 place_of(task) + "“牵头岗位”",
                 "不是两项任务的承办岗位",
                 "两项任务的承办岗位之一",
                 "先并入，再改派"};
}

// Adding the target leaves every sum that must tie as it was.
Result<void> may_add_target(const Task& task, const Task& into, const Task* above) {
    if (!task.target || !into.target || task.target->unit != into.target->unit) {
        return Error{Fault::invalid,
                     "E-TASK-129",
                     place_of(task) + "“指标”",
                     (task.target ? figure(*task.target) : std::string("本任务没有指标")) + "，" +
                         (into.target ? "对方是 " + figure(*into.target) : "对方没有指标"),
                     "两项任务都有指标，单位相同",
                     "不计入指标，指标保留在本任务上"};
    }
    const bool parts_tie = into.children > 0 && blank(into.split_reason);
    const bool above_ties = above != nullptr && above->target && blank(above->split_reason) &&
                            task.parent != into.parent;
    if (!parts_tie && !above_ties) return {};
    return Error{Fault::conflict,
                 "E-TASK-130",
                 place_of(task) + "“指标”",
                 parts_tie ? "要并入的任务已经分解，各项合计等于它的指标"
                           : "要并入的任务是上级任务的一项，各项合计等于上级任务的指标",
                 "计入以后各级合计仍然相符",
                 "不计入指标，指标保留在本任务上；确需计入的，先由上级任务声明不逐级相加"};
}

AbsorbedTask told(const Task& task, bool added, Date on) {
    AbsorbedTask one{task.id,
                     task.item.text,
                     task.document,
                     task.source_title,
                     task.root,
                     task.due,
                     task.target,
                     added,
                     {},
                     on};
    for (const Deed& deed : deeds_of(task)) add_once(one.doers, deed.account);
    return one;
}

TaskTookIn taken_in(const Task& task, const Task& into, const Merge& order,
                    const std::optional<Owner>& lead) {
    TaskTookIn event;
    event.lead = lead;
    const auto leader = lead ? lead : into.owner;
    const auto helps = [&](const Owner& one) {
        const auto& known = into.helpers;
        const bool leads = leader && leader->post == one.post;
        if (!leads && std::find(known.begin(), known.end(), one) == known.end()) {
            add_once(event.helpers, one);
        }
    };
    if (staffed(task)) helps(*task.owner);
    if (lead && staffed(into)) helps(*into.owner);
    for (const Owner& helper : task.helpers) helps(helper);
    for (const AskedItem& item : task.asks) {
        if (std::find(into.asks.begin(), into.asks.end(), item) == into.asks.end()) {
            add_once(event.asks, item);
        }
    }
    event.reason = order.reason;
    return event;
}

}  // namespace

Result<void> may_be_merged(const Task& task, const Below& below) {
    TRY(not_disputed(task));
    if (!works(task)) {
        return step_not_open(task, "E-TASK-122", "待交办或办理中的任务",
                             "已报结的任务按原任务核验销号，或者退回后再并入");
    }
    if (below.open == 0) return {};
    return Error{
        Fault::conflict,        "E-TASK-128",
        place_of(task),         "还有 " + std::to_string(below.open) + " 项下级任务没有办结",
        "没有未办结的下级任务", "先把下级任务逐项并入、办结或终止，再并入本任务"};
}

Result<Merged> merge(const Task& task, const Below& below, const Task& into, const Task* above,
                     const Merge& order, const Officer& officer, Date on) {
    TRY(apart(task, into));
    TRY(may_be_merged(task, below));
    TRY(not_disputed(into));
    if (!works(into)) {
        return step_not_open(into, "E-TASK-123", "待交办或办理中的任务，才能收并别的任务",
                             "改选没有报结、没有办结的任务");
    }
    TRY(of_one_issuer(task, into));
    const auto lead = TRY(lead_of(task, into, order));
    if (lead) TRY(not_held_up(into, on));
    if (order.add_target) TRY(may_add_target(task, into, above));
    if (blank(order.reason)) {
        return text_missing(task, "E-TASK-131", "并入理由", "写明为什么是同一件事");
    }
    Merged merged{{into.id, into.item.text, order.reason, officer, on},
                  taken_in(task, into, order, lead)};
    merged.into.officer = officer;
    merged.into.on = on;
    merged.into.tasks.push_back(told(task, order.add_target, on));
    for (const AbsorbedTask& one : task.absorbed) merged.into.tasks.push_back(one);
    return merged;
}

void take(Task& task, const TaskMerged& event) {
    const auto last = late_after(task);
    task.was_late = task.was_late || (last && event.on > *last);
    task.state = TaskState::merged;
    task.closed_on = event.on;
    task.returned_on.reset();
    task.extension.reset();
    lift(task, event.on);
    task.merged_into = MergedInto{event.into, event.text, event.on};
    task.steps.push_back(
        {"并入", "并入“" + event.text + "”：" + event.reason, event.officer, event.on, {}});
}

void take(Task& task, const TaskTookIn& event) {
    CHECK(!event.tasks.empty(), "a task is taken in");
    const AbsorbedTask& first = event.tasks.front();
    std::string text = "“" + first.text + "”（" + first.source_title + "）并入本任务";
    if (first.added && first.target && task.target) {
        task.target->thousandths += first.target->thousandths;
        text += "，指标 " + figure(*first.target) + " 计入，共 " + figure(*task.target);
    } else if (first.target) {
        text += "，指标 " + figure(*first.target) + " 不计入，保留在原任务";
    }
    if (event.lead) {
        task.owner = event.lead;
        task.state = TaskState::assigned;
        task.signed_on.reset();
        task.overruled_on.reset();
        text += "，由" + event.lead->unit_name + " " + event.lead->post_title + "牵头";
    }
    for (const Owner& helper : event.helpers) add_once(task.helpers, helper);
    if (task.owner) {
        std::erase_if(task.helpers, [&](const Owner& one) { return one.post == task.owner->post; });
    }
    for (const AskedItem& item : event.asks) add_once(task.asks, item);
    task.absorbed.insert(task.absorbed.end(), event.tasks.begin(), event.tasks.end());
    task.steps.push_back({"收并", text + "：" + event.reason, event.officer, event.on, {}});
}

}  // namespace anmin::directive
