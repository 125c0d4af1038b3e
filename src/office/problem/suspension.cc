#include "problem/suspension.h"

#include <utility>

#include "problem/problem_refusal.h"

namespace anmin::problem {
namespace {

using calendar::Date;
using directive::Suspension;
using directive::SuspensionClock;

constexpr int last_year = 9999;  // that a date is written with

std::string place_of(const Problem& problem) { return "问题 " + problem.id.value + " 的“挂起”"; }

Suspension suspension_of(const ProblemSuspended& order) {
    return {order.ground, order.reason, order.clock, order.on, order.until};
}

Result<void> until_may_be(const Problem& problem, const ProblemSuspended& order) {
    const bool moves = order.clock == SuspensionClock::moves && problem.due;
    const bool later = order.until >= order.on;
    const bool written =
        !later || !moves ||
        problem.due->plus_days(directive::days_of(suspension_of(order))).year() <= last_year;
    if (later && written) return {};
    return Error{
        Fault::invalid,
        "E-PROB-082",
        place_of(problem),
        later ? "顺延之后的时限没有四位数的年份" : "最迟恢复的日期 " + order.until.iso() + " 已过",
        "不早于 " + order.on.iso() + " 的较近日期",
        "更正日期"};
}

// On its way to a date: neither before its listing, nor reported, nor for good.
bool is_in_hand(const Problem& problem) {
    const bool open =
        problem.state == ProblemState::listed || problem.state == ProblemState::planned;
    return open && problem.branch != Branch::long_term;
}

// The dates that are still to come, by so many days.
void move_dates(Problem& problem, Date from, int days) {
    problem.due = problem.due->plus_days(days);
    for (Stage& stage : problem.stages) {
        if (!stage.done_on && stage.due >= from) stage.due = stage.due.plus_days(days);
    }
}

}  // namespace

bool suspended(const Problem& problem, Date on) {
    return directive::stands_still(problem.suspension, on);
}

bool late(const Problem& problem, Date on) {
    const auto last = directive::late_after(problem.due, problem.suspension);
    return last && on > *last;
}

bool may_stand_still(const Problem& problem, Date on) {
    return is_in_hand(problem) && !suspended(problem, on) && !problem.extension &&
           !late(problem, on);
}

bool to_resume(const Problem& problem, Date on) {
    return problem.suspension && on > problem.suspension->until;
}

Result<void> not_suspended(const Problem& problem, Date on) {
    if (!suspended(problem, on)) return {};
    const Suspension& now = *problem.suspension;
    return Error{Fault::conflict,
                 "E-PROB-080",
                 "问题 " + problem.id.value,
                 "问题自 " + now.from.iso() + " 至 " + now.until.iso() + " 挂起（" +
                     directive::word(now.ground) + "：" + now.reason + "）",
                 "没有挂起的问题",
                 "要提前整改的，请清单管理单位先恢复"};
}

void stand_still(Problem& problem, const Suspension& suspension) {
    problem.suspension = suspension;
    if (suspension.clock == SuspensionClock::runs_on || !problem.due) return;
    problem.past_dues.push_back(*problem.due);
    move_dates(problem, suspension.from, directive::days_of(suspension));
}

void lift(Problem& problem, Date on) {
    if (!problem.suspension) return;
    const Suspension was = *problem.suspension;
    problem.suspension.reset();
    const int unused = directive::days_given_back(was, on);
    if (unused == 0 || !problem.due) return;
    move_dates(problem, was.from, -unused);
    auto& past = problem.past_dues;
    if (!past.empty() && past.back() == *problem.due) past.pop_back();
}

Result<Event> suspend(const Problem& problem, ProblemSuspended order) {
    if (!is_in_hand(problem)) {
        return not_open(problem, "待整改或整改中、不属长期坚持的问题",
                        "已报整改的先退回；长期坚持的在年度复查时定下次日期");
    }
    TRY(not_suspended(problem, order.on));
    if (problem.extension) {
        return Error{Fault::conflict,          "E-PROB-062",       place_of(problem),
                     "有一份延期申请在等批复", "一次申请一次批复", "先批复延期，再挂起"};
    }
    if (late(problem, order.on)) {
        const auto last = directive::late_after(problem.due, problem.suspension);
        return Error{Fault::conflict,   "E-PROB-081",
                     place_of(problem), "时限 " + last->iso() + " 已过",
                     "没有超期的问题",  "抓紧整改；超期会一直如实显示"};
    }
    if (did(problem, order.officer)) return own_work(problem, order.officer, "批准挂起");
    if (blank(order.reason)) return missing("“挂起理由”", "写明客观原因，以及什么时候可以恢复");
    if (order.evidence.empty()) return missing("“佐证材料”", "至少上传一份佐证材料");
    TRY(until_may_be(problem, order));
    return Event{std::move(order)};
}

Result<Event> resume(const Problem& problem, ProblemResumed order) {
    if (!problem.suspension) {
        return Error{
            Fault::conflict,   "E-PROB-083",
            place_of(problem), std::string("没有挂起，当前为“") + word(problem.state) + "”",
            "挂起的问题",      "直接办理"};
    }
    return Event{std::move(order)};
}

}  // namespace anmin::problem
