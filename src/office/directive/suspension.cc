#include "directive/suspension.h"

#include <algorithm>

#include "directive/objection.h"
#include "directive/task_refusal.h"

namespace anmin::directive {
namespace {

using calendar::Date;

constexpr int last_year = 9999;  // that a date is written with

std::string place_of(const Task& task) { return "任务 " + task.id.value + " 的“挂起”"; }

// What asking and suspending have in common.
Result<void> may_be_suspended(const Task& task, const std::string& reason, Date from, Date until,
                              Date on) {
    TRY(not_disputed(task));
    if (task.state != TaskState::assigned) {
        return step_not_open(task, "E-TASK-090", "办理中的任务",
                             "没有交办或已经报结的任务不用挂起");
    }
    TRY(not_held_up(task, on));
    const auto last = late_after(task);
    if (last && on > *last) {
        return Error{Fault::conflict,  "E-TASK-091",
                     place_of(task),   "时限 " + last->iso() + " 已过",
                     "没有超期的任务", "抓紧办结；超期会一直如实显示"};
    }
    if (blank(reason)) {
        return text_missing(task, "E-TASK-092", "挂起理由", "写明客观原因，以及什么时候可以恢复");
    }
    if (until < from) {
        return Error{
            Fault::invalid,         "E-TASK-093",
            place_of(task),         "最迟恢复的日期 " + until.iso() + " 早于 " + from.iso(),
            "不早于 " + from.iso(), "更正日期"};
    }
    return {};
}

}  // namespace

const char* word(SuspensionGround ground) {
    switch (ground) {
        case SuspensionGround::disaster: return "自然灾害或突发事件";
        case SuspensionGround::policy: return "政策调整待明确";
        case SuspensionGround::others: return "等待上级或其他单位";
        case SuspensionGround::procedure: return "诉讼、复议等法定程序";
        case SuspensionGround::objective: return "其他客观原因";
    }
    CHECK(false, "every ground has a word");
}

const char* word(SuspensionClock clock) {
    switch (clock) {
        case SuspensionClock::runs_on: return "期限照算";
        case SuspensionClock::moves: return "期限顺延";
    }
    CHECK(false, "every rule of the clock has a word");
}

bool stands_still(const std::optional<Suspension>& suspension, Date on) {
    return suspension && suspension->from <= on && on <= suspension->until;
}

std::optional<Date> late_after(const std::optional<Date>& due,
                               const std::optional<Suspension>& suspension) {
    if (!due || !suspension) return due;
    return std::max(*due, suspension->until);
}

int days_given_back(const Suspension& suspension, Date on) {
    if (suspension.clock == SuspensionClock::runs_on || on > suspension.until) return 0;
    return calendar::days_between(std::max(on, suspension.from), suspension.until) + 1;
}

bool suspended(const Task& task, Date on) { return stands_still(task.suspension, on); }

// The suspension is over: the days that were not used of it are given back.
void lift(Task& task, Date on) {
    task.asked_suspension.reset();
    if (!task.suspension) return;
    const int unused = days_given_back(*task.suspension, on);
    task.suspension.reset();
    if (unused == 0 || !task.due) return;
    task.due = task.due->plus_days(-unused);
    if (!task.past_dues.empty() && task.past_dues.back() == *task.due) task.past_dues.pop_back();
}

int days_of(const Suspension& suspension) {
    return calendar::days_between(suspension.from, suspension.until) + 1;
}

Result<void> not_suspended(const Task& task, Date on) {
    if (!suspended(task, on)) return {};
    return not_held_up(task, on);
}

Result<void> not_held_up(const Task& task, Date on) {
    if (!task.suspension || on > task.suspension->until) return {};
    const Suspension& now = *task.suspension;
    return Error{Fault::conflict,
                 "E-TASK-101",
                 "任务 " + task.id.value,
                 "任务自 " + now.from.iso() + " 至 " + now.until.iso() + " 挂起（" +
                     word(now.ground) + "：" + now.reason + "）",
                 "没有挂起的任务",
                 "到期自动恢复；要提前办理的，请下达单位先恢复"};
}

Result<Event> ask_suspension(const Task& task, const AskSuspension& order, const Officer& officer,
                             Date on) {
    TRY(may_be_suspended(task, order.reason, on, order.until, on));
    if (task.asked_suspension) {
        return Error{Fault::conflict,    "E-TASK-094",
                     place_of(task),     "已有一份挂起申请在等批复",
                     "一次申请一次批复", "等批复后再办理"};
    }
    return Event{SuspensionAsked{order.ground, order.reason, order.until, officer, on}};
}

Result<Event> suspend(const Task& task, const Suspend& order, const std::optional<Date>& limit,
                      const Officer& officer, Date on) {
    TRY(may_be_suspended(task, order.reason, order.from, order.until, on));
    if (order.from < on || (task.due && order.from > *task.due)) {
        return Error{Fault::invalid,
                     "E-TASK-095",
                     place_of(task),
                     "从 " + order.from.iso() + " 起挂起",
                     "从 " + on.iso() + " 或以后、时限届满之前的一天起",
                     "更正日期：挂起不补记，也不用来消除超期"};
    }
    if (order.clock == SuspensionClock::moves && task.children > 0) {
        return Error{Fault::conflict,        "E-TASK-096",
                     place_of(task),         "任务已经分解，各项按原时限下达",
                     "已分解的任务期限照算", "改选“期限照算”；下级各项需要顺延的，逐项挂起"};
    }
    if (order.clock == SuspensionClock::moves && task.due) {
        const int days = calendar::days_between(order.from, order.until) + 1;
        const Date moved = task.due->plus_days(days);
        if (limit && moved > *limit) return beyond_parent(task, moved, *limit);
        if (moved.year() > last_year) {
            return Error{Fault::invalid,       "E-TASK-093",
                         place_of(task),       "顺延之后的时限没有四位数的年份",
                         "较近的最迟恢复日期", "更正日期"};
        }
    }
    return Event{TaskSuspended{order.ground, order.reason, order.clock, order.from, order.until,
                               officer, on}};
}

Result<Event> refuse_suspension(const Task& task, const std::string& text, const Officer& officer,
                                Date on) {
    if (!task.asked_suspension) {
        return step_not_open(task, "E-TASK-097", "有挂起申请待批复的任务",
                             "刷新页面查看任务的最新状态");
    }
    if (blank(text)) {
        return text_missing(task, "E-TASK-098", "批复意见", "写明不同意挂起的理由");
    }
    return Event{SuspensionRefused{text, officer, on}};
}

Result<Event> resume(const Task& task, const std::string& text, const Officer& officer, Date on) {
    if (!task.suspension || on > task.suspension->until) {
        return step_not_open(task, "E-TASK-099", "挂起的任务", "任务没有挂起，直接办理");
    }
    return Event{TaskResumed{text, officer, on}};
}

}  // namespace anmin::directive
