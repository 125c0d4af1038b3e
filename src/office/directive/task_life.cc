#include "directive/task_life.h"

#include "directive/objection.h"
#include "directive/suspension.h"
#include "directive/task_refusal.h"

namespace anmin::directive {

using calendar::Date;

Result<Event> sign_for(const Task& task, const Officer& officer, Date on) {
    TRY(not_disputed(task));
    if (task.state != TaskState::assigned) {
        return step_not_open(task, "E-TASK-051", "办理中的任务", "刷新页面查看任务的最新状态");
    }
    if (task.signed_on) {
        return Error{Fault::conflict,
                     "E-TASK-052",
                     "任务 " + task.id.value,
                     "已于 " + task.signed_on->iso() + " 签收",
                     "只签收一次",
                     "直接办理"};
    }
    return Event{TaskSignedFor{officer, on}};
}

Result<Event> progress(const Task& task, const Progress& order, const Officer& officer, Date on) {
    TRY(taken_on(task));
    if (task.state != TaskState::assigned) {
        return step_not_open(task, "E-TASK-003", "办理中的任务", "刷新页面查看任务的最新状态");
    }
    TRY(not_suspended(task, on));
    if (blank(order.text)) {
        return text_missing(task, "E-TASK-004", "进展情况", "写明本期做了什么");
    }
    if (order.thousandths && !task.target) return figure_without_target(task);
    if (order.thousandths && task.indicator) return figure_is_measured(task);
    if (order.thousandths && order.evidence.empty()) {
        return text_missing(task, "E-TASK-005", "佐证材料", "填报数量时至少上传一份佐证材料");
    }
    return Event{TaskProgressed{order.text, order.thousandths, order.evidence, officer, on}};
}

Result<Event> urge(const Task& task, Urging kind, const std::string& text, const Officer& officer,
                   Date on) {
    TRY(not_disputed(task));
    if (task.state != TaskState::assigned) {
        return step_not_open(task, "E-TASK-054", "办理中的任务",
                             "没有交办或已经报结的任务不用催办");
    }
    TRY(not_suspended(task, on));
    if (task.urged_on == on) {
        return Error{
            Fault::conflict,         "E-TASK-055",
            "任务 " + task.id.value, "今天已经催办过（第 " + std::to_string(task.urged) + " 次）",
            "一天至多催办一次",      "明天再催办，或直接联系承办岗位"};
    }
    return Event{TaskUrged{task.urged + 1, kind == Urging::automatic, text, officer, on}};
}

Result<Event> ask_extension(const Task& task, const AskExtension& order, const Officer& officer,
                            Date on) {
    TRY(not_disputed(task));
    if (task.state != TaskState::assigned || !task.due) {
        return step_not_open(task, "E-TASK-056", "办理中、有时限的任务",
                             "没有时限或已经报结的任务不用延期");
    }
    const std::string place = "任务 " + task.id.value + " 的“延期”";
    if (task.extension) {
        return Error{Fault::conflict,    "E-TASK-057",    place, "已有一份延期申请在等批复",
                     "一次申请一次批复", "等批复后再办理"};
    }
    TRY(not_held_up(task, on));
    if (on > *task.due) {
        return Error{Fault::conflict,
                     "E-TASK-058",
                     place,
                     "时限 " + task.due->iso() + " 已过",
                     "在时限届满前申请",
                     "抓紧办结；超期会一直如实显示"};
    }
    if (order.due <= *task.due) {
        return Error{Fault::invalid,
                     "E-TASK-059",
                     place,
                     order.due.iso() + " 不晚于现在的时限",
                     "晚于 " + task.due->iso(),
                     "更正日期"};
    }
    if (blank(order.reason)) {
        return text_missing(task, "E-TASK-060", "延期理由", "写明客观原因和延期后的安排");
    }
    return Event{ExtensionAsked{order.due, order.reason, officer, on}};
}

Result<Event> answer_extension(const Task& task, const AnswerExtension& order,
                               const std::optional<Date>& limit, const Officer& officer, Date on) {
    if (!task.extension) {
        return step_not_open(task, "E-TASK-061", "有延期申请待批复的任务",
                             "刷新页面查看任务的最新状态");
    }
    if (order.granted) TRY(not_held_up(task, on));
    if (order.granted && limit && task.extension->due > *limit) {
        return beyond_parent(task, task.extension->due, *limit);
    }
    if (!order.granted && blank(order.text)) {
        return text_missing(task, "E-TASK-062", "批复意见", "写明不同意延期的理由");
    }
    return Event{ExtensionAnswered{order.granted, order.text, officer, on}};
}

Result<Event> look_back(const Task& task, LookBack found, const std::string& text,
                        const Officer& officer, Date on, const LookBackRule& rule) {
    const bool closed = task.state == TaskState::struck_off ||
                        (task.state == TaskState::held && found == LookBack::rebounded);
    if (!closed) return step_not_open(task, "E-TASK-063", "已销号的任务", "销号后再回头看");
    if (task.doer == officer.account) {
        return Error{Fault::denied,
                     "E-TASK-064",
                     "任务 " + task.id.value,
                     "回头看的人就是报结人（" + officer.name + "）",
                     "由报结人以外的人回头看",
                     "请督查岗位的其他人员办理"};
    }
    if (did(task, officer)) return did_it_too(task, "E-TASK-064", officer, "回头看");
    const Date earliest = task.closed_on.value_or(on).plus_months(rule.least);
    if (found == LookBack::held && on < earliest) {
        return Error{Fault::conflict,
                     "E-TASK-074",
                     "任务 " + task.id.value + " 的“回头看”",
                     "销号未满 " + std::to_string(rule.least) + " 个月",
                     earliest.iso() + " 起才能认定巩固",
                     "到期再看；已经发现反弹的，现在就可以重开"};
    }
    if (blank(text))
        return text_missing(task, "E-TASK-065", "回头看情况", "写明看了什么、结果如何");
    if (found == LookBack::held) return Event{TaskHeld{text, officer, on}};
    return Event{TaskRebounded{text, officer, on}};
}

Result<Event> reopen_above(const Task& task, const Task& part, const Officer& officer, Date on) {
    if (task.state == TaskState::reported || task.state == TaskState::verified) {
        return Event{TaskReturned{"下级任务反弹：" + part.item.text, officer, on}};
    }
    const bool given_up = task.state == TaskState::ended || task.state == TaskState::merged;
    if (!is_closed(task.state) || given_up) {
        return step_not_open(task, "E-TASK-066", "已销号或已巩固的上级任务",
                             "上级任务已终止或并入的，另行立项");
    }
    return Event{TaskRebounded{"下级任务反弹：" + part.item.text, officer, on}};
}

Result<Event> bind(const Task& task, const BindTarget& order, const Officer& officer, Date on) {
    if (is_closed(task.state)) {
        return step_not_open(task, "E-TASK-081", "没有办结的任务", "办结的任务不再取数");
    }
    const std::string place = "任务 " + task.id.value + " 的“进度取数”";
    if (!task.target) {
        return Error{Fault::conflict,    "E-TASK-082",   place,
                     "任务没有量化指标", "有指标的任务", "分解时设定指标，再选择由哪个数自动计算"};
    }
    if (order.unit != task.target->unit) {
        return Error{
            Fault::invalid,
            "E-TASK-083",
            place,
            "“" + order.name + "”的单位是" + order.unit + "，任务指标的单位是" + task.target->unit,
            "单位相同的指标",
            "改选单位相同的指标"};
    }
    if (task.indicator && task.indicator->id == order.indicator) {
        return Error{Fault::conflict, "E-TASK-084", place, "已经由“" + order.name + "”自动计算",
                     "另一个指标",    "不用再选"};
    }
    return Event{TargetBound{order.indicator, order.name, officer, on}};
}

Result<Event> end(const Task& task, const std::string& reason, const Officer& officer, Date on,
                  const Below& below) {
    if (is_closed(task.state)) {
        return step_not_open(task, "E-TASK-067", "没有办结的任务", "刷新页面查看任务的最新状态");
    }
    if (below.open > 0) return parts_open(task, below.open);
    if (blank(reason)) return text_missing(task, "E-TASK-068", "终止理由", "写明依据和理由");
    return Event{TaskEnded{reason, officer, on}};
}

}  // namespace anmin::directive
