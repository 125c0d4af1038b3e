#include "directive/objection.h"

#include <algorithm>
#include <utility>

#include "directive/suspension.h"
#include "directive/task_refusal.h"

namespace anmin::directive {
namespace {

using calendar::Date;

constexpr const char* label_ruled = "异议裁定";

std::string place_of(const Task& task) { return "任务 " + task.id.value + " 的“异议”"; }

// Whoever works on it, takes it apart or asks for more time for it has taken it on.
Result<void> not_begun(const Task& task, const Officer& officer) {
    const char* begun = nullptr;
    if (task.children > 0) begun = "任务已经分解下达";
    if (did(task, officer)) begun = "提出人已经填报过进展或报结";
    if (task.extension) begun = "已有一份延期申请在等批复";
    if (task.asked_suspension) begun = "已有一份挂起申请在等批复";
    if (begun == nullptr) return {};
    return Error{Fault::conflict, "E-TASK-121",           place_of(task),
                 begun,           "还没有开始办理的任务", "确实不该由本单位办理的，请下达单位改派"};
}

}  // namespace

Result<void> not_disputed(const Task& task) {
    if (!task.objection) return {};
    return Error{Fault::conflict,
                 "E-TASK-115",
                 "任务 " + task.id.value,
                 "承办单位于 " + task.objection->on.iso() + " 提出异议，还没有裁定（" +
                     task.objection->reason + "）",
                 "没有异议或者已经裁定的任务",
                 "由下达单位先裁定异议"};
}

Result<void> taken_on(const Task& task) {
    TRY(not_disputed(task));
    if (!task.overruled_on || task.signed_on) return {};
    return Error{
        Fault::conflict,         "E-TASK-120",
        "任务 " + task.id.value, "异议已于 " + task.overruled_on->iso() + " 裁定不成立，还没有签收",
        "先签收，再办理",        "签收后再提交"};
}

bool handed_before(const Task& task) {
    return std::any_of(task.steps.begin(), task.steps.end(),
                       [](const Step& step) { return step.label == label_ruled; });
}

Result<Event> object(const Task& task, const Object& order, const Officer& officer, Date on) {
    TRY(not_disputed(task));
    if (task.state != TaskState::assigned) {
        return step_not_open(task, "E-TASK-111", "已经交办、还没有签收的任务",
                             "刷新页面查看任务的最新状态");
    }
    if (task.overruled_on) {
        return Error{Fault::conflict,      "E-TASK-114",
                     place_of(task),       "异议已于 " + task.overruled_on->iso() + " 裁定不成立",
                     "一次交办，一次裁定", "按裁定签收办理"};
    }
    if (task.signed_on) {
        return Error{Fault::conflict,    "E-TASK-112",
                     place_of(task),     "已于 " + task.signed_on->iso() + " 签收",
                     "签收之前提出异议", "确实不该由本单位办理的，请下达单位改派"};
    }
    TRY(not_held_up(task, on));
    TRY(not_begun(task, officer));
    if (blank(order.reason)) {
        return text_missing(task, "E-TASK-113", "异议理由",
                            "写明为什么不该由本单位办理，依据是什么");
    }
    return Event{ObjectionRaised{order.reason, order.proposed, officer, on}};
}

Result<Event> rule(const Task& task, const Ruling& order, const Officer& officer, Date on) {
    if (!task.objection) {
        return step_not_open(task, "E-TASK-116", "有异议待裁定的任务",
                             "刷新页面查看任务的最新状态");
    }
    if (task.objection->by == officer.account) {
        return Error{Fault::denied,
                     "E-TASK-118",
                     place_of(task),
                     "裁定人就是提出异议的人（" + officer.name + "）",
                     "由提出异议以外的人裁定",
                     "请下达单位的其他人员裁定"};
    }
    if (!order.upheld && blank(order.text)) {
        return text_missing(task, "E-TASK-117", "裁定意见", "写明异议为什么不成立");
    }
    if (order.owner && (!order.upheld || order.owner->post == task.owner->post)) {
        return Error{Fault::invalid,
                     "E-TASK-119",
                     place_of(task),
                     order.upheld ? "改交的就是提出异议的岗位" : "异议不成立，又改交别的岗位",
                     "异议成立时改交另一个岗位",
                     "另选岗位，或者不选，退回下达单位重新交办"};
    }
    return Event{ObjectionRuled{order.upheld, order.text, order.owner, officer, on}};
}

void take(Task& task, const ObjectionRaised& event) {
    task.state = TaskState::objected;
    task.objection = Objection{event.reason, event.proposed, event.officer.account, event.on};
    std::string text = event.reason;
    if (!event.proposed.empty()) text += "；认为应由“" + event.proposed + "”承办";
    task.steps.push_back({"提出异议", std::move(text), event.officer, event.on, {}});
}

void take(Task& task, const ObjectionRuled& event) {
    task.objection.reset();
    std::string text;
    if (!event.upheld) {
        task.state = TaskState::assigned;
        task.overruled_on = event.on;
        text = "不成立，按原交办签收办理";
    } else {
        lift(task, event.on);
        task.signed_on.reset();
        task.state = event.owner ? TaskState::assigned : TaskState::confirmed;
        task.owner = event.owner;
        text = "成立，";
        text += event.owner ? "改交 " + event.owner->unit_name + " " + event.owner->post_title
                            : "退回下达单位重新交办";
    }
    if (!event.text.empty()) text += "：" + event.text;
    task.steps.push_back({label_ruled, std::move(text), event.officer, event.on, {}});
}

}  // namespace anmin::directive
