#include "directive/task.h"

#include <algorithm>

#include "directive/book.h"
#include "directive/merging.h"
#include "directive/objection.h"
#include "directive/suspension.h"
#include "directive/task_refusal.h"

namespace anmin::directive {
namespace {

using calendar::Date;

// A due date is late from the day after it.
bool late(const Task& task, Date on) { return task.due && on > *late_after(task); }

constexpr const char* label_returned = "退回";
constexpr const char* label_rebounded = "反弹重开";

Step step(const char* label, std::string text, const Officer& officer, Date on) {
    return {label, std::move(text), officer, on, {}};
}

void take(Task& task, const TaskAssigned& event) {
    task.state = TaskState::assigned;
    if (!task.owner || task.owner->post != event.owner.post) {
        task.signed_on.reset();  // whoever takes it over signs for it again, and may object
        task.overruled_on.reset();
    }
    task.owner = event.owner;
    if (event.due) {
        task.due = event.due;
        task.extension.reset();  // what was asked was asked of the old date
    }
    std::string text = event.owner.unit_name + " " + event.owner.post_title;
    if (!event.note.empty()) text += "：" + event.note;
    for (const AskedItem& item : event.asks) {
        text += "；另需报送“" + item.name + "”";
        if (!item.different.empty()) text += "（与已有的数不同：" + item.different + "）";
        const auto& known = task.asks;
        const auto same = [&item](const AskedItem& one) {
            return one.kind == item.kind && one.name == item.name;
        };
        if (std::none_of(known.begin(), known.end(), same)) task.asks.push_back(item);
    }
    task.steps.push_back(step("交办", std::move(text), event.officer, event.on));
}

void take(Task& task, const TaskBookEdited& event) {
    std::string text;
    for (const BookChange& change : event.changes) {
        write_book(task, change);
        text += (text.empty() ? "" : "；") + change.column + "：" +
                (change.before.empty() ? "（空）" : change.before) + " → " +
                (change.after.empty() ? "（空）" : change.after);
    }
    task.steps.push_back(step("修订", std::move(text), event.officer, event.on));
}

void take(Task& task, const TaskReported& event) {
    task.state = TaskState::reported;
    task.was_late = task.was_late || late(task, event.on);
    task.reported_on = event.on;
    task.doer = event.officer.account;
    task.returned_on.reset();
    if (event.thousandths) task.done = event.thousandths;
    task.extension.reset();
    lift(task, event.on);
    task.steps.push_back(step("报结", event.text, event.officer, event.on));
    task.steps.back().evidence = event.evidence;
}

void take(Task& task, const TaskVerified& event) {
    task.state = TaskState::verified;
    task.steps.push_back(step("核验通过", event.text, event.officer, event.on));
}

void take(Task& task, const TaskReturned& event) {
    task.state = TaskState::assigned;
    task.reported_on.reset();
    task.doer.reset();
    task.returned_on = event.on;
    task.steps.push_back(step(label_returned, event.reason, event.officer, event.on));
}

void take(Task& task, const TaskStruckOff& event) {
    task.state = TaskState::struck_off;
    task.closed_on = event.on;
    task.look_back_on = event.look_back_on;
    task.steps.push_back(step("销号", event.note, event.officer, event.on));
}

void take(Task& task, const TaskSpread& event) {
    if (event.lead && !task.owner) task.owner = event.lead;
    if (task.state == TaskState::confirmed && task.owner) task.state = TaskState::assigned;
    if (event.target && !task.target) task.target = event.target;
    if (!event.split_reason.empty()) task.split_reason = event.split_reason;
    std::int64_t direct = 0;
    for (const Share& share : event.shares) direct += share.under < 0 ? 1 : 0;
    task.children += direct;
    std::string text = "分解为 " + std::to_string(direct) + " 项";
    const auto all = static_cast<std::int64_t>(event.shares.size());
    if (all > direct) text += "，含下级共 " + std::to_string(all) + " 项";
    if (!event.split_reason.empty()) text += "；指标不逐级相加：" + event.split_reason;
    task.steps.push_back(step("分解", std::move(text), event.officer, event.on));
}

void take(Task& task, const TaskSignedFor& event) {
    task.signed_on = event.on;
    task.steps.push_back(step("签收", "", event.officer, event.on));
}

std::string with_figure(const Task& task, const std::string& text,
                        const std::optional<std::int64_t>& thousandths) {
    if (!thousandths || !task.target) return text;
    return text + "（自报累计 " + figure({*thousandths, task.target->unit}) + "）";
}

void take(Task& task, const TaskProgressed& event) {
    task.progressed_on = event.on;
    if (event.thousandths) task.done = event.thousandths;
    task.steps.push_back(
        step("进展", with_figure(task, event.text, event.thousandths), event.officer, event.on));
    task.steps.back().evidence = event.evidence;
}

void take(Task& task, const TaskUrged& event) {
    task.urged = event.number;
    task.urged_on = event.on;
    std::string text = "第 " + std::to_string(event.number) + " 次";
    if (event.automatic) text += "（自动）";
    if (!event.text.empty()) text += "：" + event.text;
    task.steps.push_back(step("催办", std::move(text), event.officer, event.on));
}

void take(Task& task, const ExtensionAsked& event) {
    task.extension = AskedExtension{event.due, event.reason};
    task.steps.push_back(
        step("申请延期", "至 " + event.due.iso() + "：" + event.reason, event.officer, event.on));
}

void take(Task& task, const ExtensionAnswered& event) {
    std::string text = event.granted ? "同意" : "不同意";
    if (event.granted && task.extension) {
        if (task.due) task.past_dues.push_back(*task.due);
        text += "，时限由 " + (task.due ? task.due->iso() : std::string("无期限")) + " 改为 " +
                task.extension->due.iso();
        task.due = task.extension->due;
    }
    if (!event.text.empty()) text += "：" + event.text;
    task.extension.reset();
    task.steps.push_back(step("延期批复", std::move(text), event.officer, event.on));
}

void take(Task& task, const TaskHeld& event) {
    task.state = TaskState::held;
    task.look_back_on.reset();
    task.steps.push_back(step("回头看：巩固", event.text, event.officer, event.on));
}

void take(Task& task, const TaskRebounded& event) {
    task.state =
        task.owner && !task.owner->post.value.empty() ? TaskState::assigned : TaskState::confirmed;
    task.look_back_on.reset();
    task.reported_on.reset();
    task.closed_on.reset();
    task.doer.reset();
    ++task.reopened;
    task.returned_on = event.on;
    task.steps.push_back(step(label_rebounded, event.reason, event.officer, event.on));
}

void take(Task& task, const TaskEnded& event) {
    task.state = TaskState::ended;
    task.returned_on.reset();
    task.closed_on = event.on;
    task.extension.reset();
    task.objection.reset();
    lift(task, event.on);
    task.steps.push_back(step("终止", event.reason, event.officer, event.on));
}

void take(Task& task, const TargetBound& event) {
    task.indicator = BoundIndicator{event.indicator, event.name};
    task.steps.push_back(
        step("进度取数", "由指标“" + event.name + "”自动计算", event.officer, event.on));
}

void take(Task& task, const SuspensionAsked& event) {
    task.asked_suspension = AskedSuspension{event.ground, event.reason, event.until};
    task.steps.push_back(step(
        "申请挂起", "至 " + event.until.iso() + "，" + word(event.ground) + "：" + event.reason,
        event.officer, event.on));
}

void take(Task& task, const SuspensionRefused& event) {
    task.asked_suspension.reset();
    task.steps.push_back(step("挂起批复", "不同意：" + event.text, event.officer, event.on));
}

void take(Task& task, const TaskSuspended& event) {
    task.asked_suspension.reset();
    task.suspension = Suspension{event.ground, event.reason, event.clock, event.from, event.until};
    std::string text = event.from.iso() + " 至 " + event.until.iso() + "，" + word(event.clock);
    if (event.clock == SuspensionClock::moves && task.due) {
        const Date old = *task.due;
        task.past_dues.push_back(old);
        task.due = old.plus_days(days_of(*task.suspension));
        text += "，时限由 " + old.iso() + " 改为 " + task.due->iso();
    }
    text += std::string("；") + word(event.ground) + "：" + event.reason;
    task.steps.push_back(step("挂起", std::move(text), event.officer, event.on));
}

void take(Task& task, const TaskResumed& event) {
    const std::optional<Date> moved = task.due;
    lift(task, event.on);
    std::string text = event.text;
    if (task.due != moved) {
        text += (text.empty() ? "" : "；") + std::string("时限由 ") + moved->iso() + " 改为 " +
                task.due->iso();
    }
    task.steps.push_back(step("恢复办理", std::move(text), event.officer, event.on));
}

}  // namespace

bool is_closed(TaskState state) {
    return state == TaskState::struck_off || state == TaskState::held ||
           state == TaskState::ended || state == TaskState::merged;
}

const char* word(TaskState state) {
    switch (state) {
        case TaskState::confirmed: return "待交办";
        case TaskState::assigned: return "办理中";
        case TaskState::objected: return "有异议";
        case TaskState::reported: return "已报结";
        case TaskState::verified: return "已核验";
        case TaskState::struck_off: return "已销号";
        case TaskState::held: return "已巩固";
        case TaskState::ended: return "已终止";
        case TaskState::merged: return "已并入";
    }
    CHECK(false, "every task state has a word");
}

const char* word(Light light) {
    switch (light) {
        case Light::undated: return "无期限";
        case Light::on_time: return "正常";
        case Light::due_soon: return "临期";
        case Light::overdue: return "超期";
        case Light::closed: return "已办结";
        case Light::suspended: return "挂起";
    }
    CHECK(false, "every light has a word");
}

namespace {

// The date ran out before the task was opened again: a new round may have a new one.
bool due_of_a_former_round(const Task& task) {
    return task.reopened > 0 && task.due && task.returned_on && *task.returned_on > *task.due;
}

Error later_than_text(const Task& task, Date due) {
    const auto& deadline = *task.item.deadline;
    return {Fault::invalid,
            "E-TASK-002",
            "任务 " + task.id.value + " 的“办理时限”",
            due.iso() + " 晚于原文时限",
            "不晚于 " + deadline.due->iso() + "（“" + deadline.text + "”）",
            "提前办理时限，或按原文时限交办"};
}

// A new date for a post is no way round an extension: what is late stays late.
Error later_than_agreed(const Task& task, Date due) {
    return {Fault::invalid,
            "E-TASK-013",
            "任务 " + task.id.value + " 的“办理时限”",
            due.iso() + " 晚于已经定下的时限 " + task.due->iso(),
            "不晚于 " + task.due->iso(),
            "提前时限；确需延后的，由承办岗位在到期前申请延期"};
}

Result<void> may_set_due(const Task& task, Date due, const std::optional<Date>& limit, Date on) {
    if (due_of_a_former_round(task)) {
        if (limit && due > *limit) return beyond_parent(task, due, *limit);
        if (task.children == 0 || due >= *task.due) return {};  // its parts stay inside
    }
    if (task.item.deadline && task.item.deadline->due && due > *task.item.deadline->due) {
        return later_than_text(task, due);
    }
    if (task.parent && task.due && due > *task.due) return beyond_parent(task, due, *task.due);
    if (task.children > 0) {
        return Error{Fault::conflict,
                     "E-TASK-012",
                     "任务 " + task.id.value + " 的“办理时限”",
                     "任务已经分解，各项按原时限下达",
                     "已分解的任务不改时限",
                     "只改派岗位；时限要改的，逐项办理"};
    }
    const bool agreed = task.state == TaskState::assigned || handed_before(task) || late(task, on);
    if (agreed && task.due && due > *task.due) return later_than_agreed(task, due);
    return {};
}

}  // namespace

Light light(const Task& task, Date as_of, const LightRule& rule) {
    if (is_closed(task.state)) return Light::closed;
    if (suspended(task, as_of)) return Light::suspended;
    if (!task.due) return Light::undated;
    return light_of_date(task.confirmed_on, *task.due, as_of, rule);
}

Light light_of_date(Date from, Date due, Date as_of, const LightRule& rule) {
    if (as_of > due) return Light::overdue;
    const int period = std::max(0, calendar::days_between(from, due));
    const Date by_share = due.plus_days(-(period * rule.warning_percent / 100));
    const Date by_days = rule.work_days.back(due, rule.warning_days);
    return as_of >= std::min(by_share, by_days) ? Light::due_soon : Light::on_time;
}

std::optional<Date> late_after(const Task& task) { return late_after(task.due, task.suspension); }

bool unsigned_for(const Task& task) { return task.state == TaskState::assigned && !task.signed_on; }

const Step* standing_return(const Task& task) {
    if (!task.returned_on) return nullptr;
    const auto last = std::find_if(task.steps.rbegin(), task.steps.rend(), [](const Step& one) {
        return one.label == label_returned || one.label == label_rebounded;
    });
    return last == task.steps.rend() ? nullptr : &*last;
}

TaskConfirmed confirm(const ident::TaskId& id, const ident::DocumentId& document,
                      const std::string& source_title, const Candidate& item,
                      const Officer& officer, const std::string& issuer,
                      const ident::DivisionCode& division, Date on, std::optional<Date> due) {
    return {id, document, division, issuer, source_title, item, officer, on, due};
}

Result<Event> assign(const Task& task, const Assign& order, const Officer& officer, Date on) {
    TRY(not_disputed(task));
    if (task.state != TaskState::confirmed && task.state != TaskState::assigned) {
        return step_not_open(task, "E-TASK-001", "待交办或办理中的任务",
                             "已报结的任务请先退回，再改派");
    }
    TRY(not_held_up(task, on));
    if (order.due) TRY(may_set_due(task, *order.due, order.limit, on));
    return Event{TaskAssigned{order.owner, order.due, order.note, officer, on, order.asks}};
}

std::vector<Deed> deeds_of(const std::vector<Step>& steps,
                           const std::vector<std::string>& working_steps) {
    std::vector<Deed> deeds;
    for (const Step& step : steps) {
        if (step.label == label_rebounded) deeds.clear();
        const auto found = std::find(working_steps.begin(), working_steps.end(), step.label);
        if (found != working_steps.end()) deeds.push_back({step.officer.account, step.on});
    }
    return deeds;
}

std::vector<Deed> deeds_of(const Task& task) {
    auto deeds = deeds_of(task.steps, {"进展", "报结"});
    for (const AbsorbedTask& one : task.absorbed) {
        for (const auto& doer : one.doers) deeds.push_back({doer, one.on});
    }
    return deeds;
}

Result<Event> report(const Task& task, const Report& order, const Officer& officer, Date on,
                     const Below& below) {
    TRY(taken_on(task));
    if (task.state != TaskState::assigned) {
        return step_not_open(task, "E-TASK-003", "办理中的任务", "刷新页面查看任务的最新状态");
    }
    TRY(not_suspended(task, on));
    if (below.open > 0) return parts_open(task, below.open);
    if (blank(order.text)) {
        return text_missing(task, "E-TASK-004", "办理情况", "写明做了什么、结果如何");
    }
    if (order.evidence.empty()) {
        return text_missing(task, "E-TASK-005", "佐证材料", "至少上传一份佐证材料");
    }
    if (order.thousandths && !task.target) return figure_without_target(task);
    if (order.thousandths && task.indicator) return figure_is_measured(task);
    return Event{TaskReported{order.text, order.evidence, officer, on, order.thousandths}};
}

Result<Event> verify(const Task& task, const Verify& order, const Officer& officer, Date on,
                     const Below& below) {
    if (task.state != TaskState::reported) {
        return step_not_open(task, "E-TASK-006", "已报结的任务", "等待承办岗位报结");
    }
    // closed-loop A.2: doer and verifier may not be the same person.
    if (task.doer == officer.account) {
        return Error{Fault::denied,           "E-TASK-007",
                     "任务 " + task.id.value, "核验人就是报结人（" + officer.name + "）",
                     "由报结人以外的人核验",  "请督查岗位的其他人员核验"};
    }
    if (did(task, officer)) return did_it_too(task, "E-TASK-007", officer, "核验");
    if (below.open > 0) return parts_open(task, below.open);
    return Event{TaskVerified{order.text, officer, on}};
}

Result<Event> send_back(const Task& task, const Return& order, const Officer& officer, Date on) {
    if (task.state != TaskState::reported && task.state != TaskState::verified) {
        return step_not_open(task, "E-TASK-008", "已报结或已核验的任务",
                             "刷新页面查看任务的最新状态");
    }
    if (blank(order.reason)) {
        return text_missing(task, "E-TASK-009", "退回理由", "写明哪里没有做到、要补什么");
    }
    return Event{TaskReturned{order.reason, officer, on}};
}

Result<Event> strike_off(const Task& task, const StrikeOff& order, const Officer& officer, Date on,
                         const Below& below, const LookBackRule& rule) {
    if (task.state != TaskState::verified) {
        return step_not_open(task, "E-TASK-010", "已核验的任务", "先由督查岗位核验，再销号");
    }
    if (below.open > 0) return parts_open(task, below.open);
    const int months = order.look_back_months.value_or(rule.usual);
    if (order.look_back_months && (months < rule.least || months > rule.most)) {
        return Error{Fault::invalid,
                     "E-TASK-011",
                     "任务 " + task.id.value + " 的“回头看”",
                     "销号后 " + std::to_string(months) + " 个月",
                     std::to_string(rule.least) + " 至 " + std::to_string(rule.most) + " 个月",
                     "更正月数，或留空按惯例安排"};
    }
    std::optional<Date> look_back;
    if (months > 0) look_back = on.plus_months(months);
    return Event{TaskStruckOff{order.note, officer, on, look_back}};
}

Task start(const TaskConfirmed& event) {
    Task task;
    task.id = event.task;
    task.version = 1;
    task.document = event.document;
    task.division = event.division;
    task.issuer = event.issuer;
    task.source_title = event.source_title;
    task.item = event.item;
    task.due = event.due;
    if (!task.due && event.item.deadline) task.due = event.item.deadline->due;
    task.confirmed_on = event.on;
    task.root = event.task;
    task.steps.push_back(step("确认", event.item.text, event.officer, event.on));
    return task;
}

Task apply(Task task, const Event& event) {
    std::visit(
        [&task](const auto& one) {
            using Kind = std::decay_t<decltype(one)>;
            constexpr bool of_a_document =
                std::is_same_v<Kind, TasksProposed> || std::is_same_v<Kind, CandidateRejected> ||
                std::is_same_v<Kind, CandidateConfirmed> || std::is_same_v<Kind, CandidatesRecut> ||
                std::is_same_v<Kind, CandidateReopened>;
            if constexpr (of_a_document || std::is_same_v<Kind, TaskConfirmed>) {
                CHECK(false, "the event is one of a running task");
            } else {
                take(task, one);
            }
        },
        event);
    ++task.version;
    return task;
}

}  // namespace anmin::directive
