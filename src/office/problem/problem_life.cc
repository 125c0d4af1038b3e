#include "problem/problem_life.h"

#include <algorithm>
#include <utility>

#include "problem/problem_refusal.h"
#include "problem/step_names.h"
#include "problem/suspension.h"

namespace anmin::problem {
namespace {

using calendar::Date;

Result<void> may_be_delayed(const Problem& problem, const DelayAsked& order, const Rules& rules) {
    const std::string place = "问题 " + problem.id.value + " 的“延期”";
    if (problem.extension) {
        return Error{Fault::conflict,    "E-PROB-062",    place, "已有一份延期申请在等批复",
                     "一次申请一次批复", "等批复后再办理"};
    }
    if (order.on > *problem.due) {
        return Error{Fault::conflict,
                     "E-PROB-063",
                     place,
                     "时限 " + problem.due->iso() + " 已过",
                     "在时限届满前申请",
                     "抓紧整改；超期会一直如实显示"};
    }
    if (order.due <= *problem.due) {
        return Error{Fault::invalid,
                     "E-PROB-064",
                     place,
                     order.due.iso() + " 不晚于现在的时限",
                     "晚于 " + problem.due->iso(),
                     "更正日期"};
    }
    return at_once_is_soon(problem.branch.value_or(Branch::staged), order.due, order.on, rules);
}

}  // namespace

Result<void> next_review_may_be(Date next, Date on, const Rules& rules) {
    const Date last = on.plus_months(rules.review_months);
    const bool within = rules.review_months == 0 || next <= last;
    if (next > on && within) return {};
    return Error{Fault::invalid,
                 "E-PROB-060",
                 "“下次复查日期”",
                 next.iso(),
                 "晚于 " + on.iso() + (rules.review_months == 0 ? "" : "，不晚于 " + last.iso()),
                 "更正日期；长期坚持的问题至少一年一查"};
}

Result<Event> review(const Problem& problem, ProblemReviewed order, const Rules& rules) {
    if (problem.state != ProblemState::planned || problem.branch != Branch::long_term) {
        return not_open(problem, "整改中、长期坚持的问题", "其他问题按阶段报整改");
    }
    if (did(problem, order.officer)) return own_work(problem, order.officer, "复查");
    if (blank(order.text)) return missing("“复查情况”", "写明看了什么、到什么程度");
    if (order.evidence.empty()) return missing("“佐证材料”", "至少上传一份佐证材料");
    TRY(next_review_may_be(order.next, order.on, rules));
    return Event{std::move(order)};
}

Result<Event> ask_delay(const Problem& problem, DelayAsked order, const Rules& rules) {
    if (problem.state != ProblemState::planned || !problem.due ||
        problem.branch == Branch::long_term) {
        return not_open(problem, "整改中、有时限的问题", "长期坚持的问题在年度复查时定下次日期");
    }
    TRY(not_suspended(problem, order.on));
    TRY(may_be_delayed(problem, order, rules));
    if (blank(order.reason)) return missing("“延期理由”", "写明客观原因和延期后的安排");
    return Event{std::move(order)};
}

std::vector<directive::Deed> asked_by(const Problem& problem) {
    std::vector<directive::Deed> all = directive::deeds_of(problem.steps, {delay_asked_step});
    if (all.size() > 1) all.erase(all.begin(), all.end() - 1);
    return all;
}

Result<Event> answer_delay(const Problem& problem, DelayAnswered order) {
    if (!problem.extension) {
        return Error{
            Fault::conflict,          "E-PROB-065",       "问题 " + problem.id.value + " 的“延期”",
            "没有等待批复的延期申请", "已申请延期的问题", "刷新页面查看最新状态"};
    }
    for (const auto& deed : asked_by(problem)) {
        if (deed.account != order.officer.account) continue;
        return Error{Fault::denied,
                     "E-PROB-066",
                     "问题 " + problem.id.value + " 的“延期”",
                     "批复的人就是申请的人（" + order.officer.name + "）",
                     "由定整改方案的单位其他人员批复",
                     "请另一位清单管理人员批复"};
    }
    if (!order.granted && blank(order.text)) return missing("“批复意见”", "写明不同意延期的理由");
    return Event{std::move(order)};
}

Result<Event> end(const Problem& problem, ProblemEnded order) {
    if (problem.state != ProblemState::listed && problem.state != ProblemState::planned) {
        return not_open(problem, "待整改或整改中的问题", "已报整改的先退回；未入清单的先研判");
    }
    if (did(problem, order.officer)) return own_work(problem, order.officer, "批准终止");
    if (blank(order.reason)) return missing("“终止理由”", "写明经谁批准、为什么不再整改");
    return Event{std::move(order)};
}

bool may_be_told(ProblemState state) {
    return state == ProblemState::struck_off || state == ProblemState::held ||
           state == ProblemState::ended || state == ProblemState::unfounded ||
           state == ProblemState::handed_on;
}

Result<Event> tell_back(const Problem& problem, RemarksToldBack order, const Rules& rules) {
    if (!may_be_told(problem.state)) {
        return Error{Fault::conflict,
                     "E-PROB-070",
                     "问题 " + problem.id.value + " 的“回访”",
                     std::string("问题当前为“") + word(problem.state) + "”",
                     "已销号、已终止或研判后不列、转交的问题",
                     problem.merged_into ? "在并入的那个问题里回访" : "有了结果再告诉提出的人"};
    }
    if (order.remarks.empty()) return missing("“原话”", "选择回访的是哪几条原话");
    for (const RemarkId& one : order.remarks) {
        if (std::find(problem.remarks.begin(), problem.remarks.end(), one) !=
            problem.remarks.end()) {
            continue;
        }
        return Error{Fault::invalid,       "E-PROB-071",   "原话 " + one.value,
                     "没有归并到这个问题", "本问题的原话", "刷新后重新选择"};
    }
    if (order.told.on > order.on) {
        return Error{Fault::invalid,
                     "E-PROB-072",
                     "“回访日期”",
                     order.told.on.iso() + " 还没有到",
                     "不晚于 " + order.on.iso(),
                     "回访以后再登记"};
    }
    TRY(is_word(order.told.way, rules.told_ways, "“回访方式”"));
    if (blank(order.told.by)) return missing("“回访人”", "写明由谁回访");
    if (blank(order.told.answer)) return missing("“答复”", "写明提出的人满意不满意、怎么说的");
    return Event{std::move(order)};
}

}  // namespace anmin::problem
