#include "problem/problem.h"

#include <algorithm>
#include <utility>

#include "problem/problem_life.h"
#include "problem/problem_list.h"
#include "problem/problem_refusal.h"
#include "problem/step_names.h"
#include "problem/suspension.h"

namespace anmin::problem {

using calendar::Date;

Error not_open(const Problem& problem, const char* expected, const char* next) {
    return {Fault::conflict,
            "E-PROB-010",
            "问题 " + problem.id.value,
            std::string("问题当前为“") + word(problem.state) + "”",
            expected,
            next};
}

Error own_work(const Problem& problem, const Officer& officer, const char* what) {
    return {Fault::denied,
            "E-PROB-011",
            "问题 " + problem.id.value,
            std::string(what) + "的人就是报整改的人（" + officer.name + "）",
            "由报整改以外的人办理",
            "请督查岗位的其他人员办理"};
}

bool did(const Problem& problem, const Officer& officer) {
    const auto deeds = deeds_of(problem);
    return std::any_of(deeds.begin(), deeds.end(), [&officer](const directive::Deed& deed) {
        return deed.account == officer.account;
    });
}

Result<void> is_word(const std::string& word, const std::vector<std::string>& words,
                     const char* place) {
    if (std::find(words.begin(), words.end(), word) != words.end()) return {};
    std::string all;
    for (const std::string& one : words) all += (all.empty() ? "" : "、") + one;
    return Error{
        Fault::invalid,      "E-PROB-041", place, word.empty() ? "没有填写" : "“" + word + "”", all,
        "从列出的词中选一个"};
}

Result<void> at_once_is_soon(Branch branch, Date due, Date on, const Rules& rules) {
    const Date last = on.plus_days(rules.immediate_days);
    if (branch != Branch::immediate || due <= last) return {};
    return Error{Fault::invalid, "E-PROB-015",           "能改即改的“整改时限”",
                 due.iso(),      "不晚于 " + last.iso(), "提前时限；暂时改不了的，改为分阶段整改"};
}

namespace {

Error merged_already(const TakenRemark& taken) {
    return {Fault::conflict,
            "E-PROB-012",
            "原话 " + taken.remark.id.value,
            "已归并到问题 " + taken.problem->value,
            "每条原话只归并一次",
            "打开那个问题，把别的原话并进去"};
}

// When it was last opened again.
std::optional<Date> reopened_on(const Problem& problem) {
    std::optional<Date> on;
    for (const directive::Step& step : problem.steps) {
        if (step.label == rebounded_step) on = step.on;
    }
    return on;
}

Result<void> all_free(const std::vector<TakenRemark>& taken) {
    for (const TakenRemark& one : taken) {
        if (one.problem) return merged_already(one);
    }
    return {};
}

std::string stage_place(std::size_t row, const char* column) {
    return "第 " + std::to_string(row + 1) + " 阶段“" + column + "”";
}

// As planned; whether it is done does not matter.
bool same(const Stage& left, const Stage& right) {
    return left.text == right.text && left.sign == right.sign && left.due == right.due;
}

// closed-loop A.3 model 5: a staged plan has cause, stages each with date and sign, time limit and
// supervision.
Result<void> is_staged(const Problem& problem, const ProblemPlanned& order) {
    if (blank(order.cause)) return missing("“原因分析”", "暂时改不了的，找准原因");
    if (blank(order.supervision)) return missing("“督查举措”", "写明怎样督查");
    if (order.stages.empty()) return missing("“阶段计划”", "至少一个阶段");
    for (std::size_t row = 0; row < order.stages.size(); ++row) {
        const Stage& stage = order.stages[row];
        if (blank(stage.text)) return missing(stage_place(row, "内容"), "写明本阶段做什么");
        if (blank(stage.sign)) return missing(stage_place(row, "完成标志"), "写明怎样算完成");
        if (stage.done_on) continue;
        const bool stands = row < problem.stages.size() && same(stage, problem.stages[row]);
        const Date earliest = stands     ? std::min(stage.due, order.due)
                              : row == 0 ? std::min(order.on, order.due)
                                         : order.stages[row - 1].due;
        if (stage.due >= earliest && stage.due <= order.due) continue;
        return Error{Fault::invalid,
                     "E-PROB-014",
                     stage_place(row, "时限"),
                     stage.due.iso(),
                     earliest.iso() + " 至 " + order.due.iso() + "，逐阶段不早于前一阶段",
                     "更正阶段时限"};
    }
    return {};
}

// A plan of before yearly targets may stay without one.
Result<void> is_long_term(const Problem& problem, const ProblemPlanned& order, const Rules& rules) {
    const bool stands = problem.branch == Branch::long_term;
    if (blank(order.target) && !(stands && blank(problem.target))) {
        return missing("“年度目标”", "写明今年做到什么程度");
    }
    if (stands && order.due == problem.due) return {};
    return next_review_may_be(order.due, order.on, rules);
}

// Nothing that was done is planned away: the finished stages of this round stand first, as they
// are.
Result<void> keep_done_stages(const Problem& problem, ProblemPlanned& order) {
    const auto reopened = reopened_on(problem);
    for (std::size_t row = 0; row < problem.stages.size(); ++row) {
        const Stage& done = problem.stages[row];
        if (!done.done_on || (reopened && *done.done_on <= *reopened)) continue;
        Stage* planned = row < order.stages.size() ? &order.stages[row] : nullptr;
        if (planned == nullptr || !same(*planned, done)) {
            return Error{Fault::conflict,
                         "E-PROB-018",
                         stage_place(row, "内容"),
                         "这一阶段已于 " + done.done_on->iso() + " 完成，新方案里没有原样保留",
                         "已完成的阶段排在最前，内容、标志、时限不变",
                         "恢复这一阶段，只改还没有完成的"};
        }
        planned->done_on = done.done_on;
    }
    return {};
}

// The date of a plan: not in the past, and not later once it is over. One that stands may stay.
Result<void> date_may_be(const Problem& problem, const ProblemPlanned& order) {
    const auto reopened = reopened_on(problem);
    const bool planned = problem.state == ProblemState::planned && problem.due;
    const bool of_this_round = planned && !(reopened && *reopened > *problem.due);
    if (of_this_round && order.due == *problem.due) return {};
    if (of_this_round && order.on > *problem.due && order.due > *problem.due) {
        return Error{Fault::conflict,
                     "E-PROB-019",
                     "“整改时限”",
                     "时限 " + problem.due->iso() + " 已过，改成了 " + order.due.iso(),
                     "时限届满前改定；超期如实显示",
                     "时限不动，只改措施；抓紧整改"};
    }
    if (order.due >= order.on) return {};
    return Error{Fault::invalid,
                 "E-PROB-013",
                 "“整改时限”",
                 order.due.iso() + " 已过",
                 "不早于 " + order.on.iso(),
                 "更正时限"};
}

}  // namespace

bool judged_away(ProblemState state) {
    return state == ProblemState::unfounded || state == ProblemState::handed_on ||
           state == ProblemState::merged;
}

bool settled(const Problem& problem) {
    const bool long_term =
        problem.state == ProblemState::planned && problem.branch == Branch::long_term;
    return long_term || problem.state == ProblemState::struck_off ||
           problem.state == ProblemState::held || problem.state == ProblemState::ended ||
           judged_away(problem.state);
}

std::vector<directive::Deed> deeds_of(const Problem& problem) {
    return directive::deeds_of(problem.steps, {stage_step, reported_step});
}

Result<Event> open_list(ListOpened order) {
    if (blank(order.name)) return missing("清单的“名称”", "给清单起名");
    if (blank(order.source)) return missing("清单的“来源”", "如蹲点调研、巡视反馈");
    return Event{std::move(order)};
}

Result<Event> raise(ProblemRaised order, const std::vector<TakenRemark>& taken) {
    if (blank(order.text)) return missing("“具体问题”", "写明问题");
    if (order.remarks.empty() && blank(order.source)) {
        return missing("“来源”", "选择原话，或写明来自哪里");
    }
    TRY(all_free(taken));
    return Event{std::move(order)};
}

Result<Event> join(const Problem& problem, const std::vector<TakenRemark>& taken,
                   const Officer& officer, Date on) {
    if (judged_away(problem.state) || problem.state == ProblemState::ended) {
        return not_open(problem, "还在办理的问题", "并入仍在办理的问题");
    }
    TRY(all_free(taken));
    if (taken.empty()) return missing("原话", "至少选择一条");
    RemarksJoined event{{}, officer, on};
    for (const TakenRemark& one : taken) event.remarks.push_back(one.remark.id);
    CHECK(!problem.id.value.empty(), "the problem is there");
    return Event{std::move(event)};
}

Result<Event> put_on_list(const Problem& problem, const List& list, std::int32_t number,
                          bool focused, const Officer& officer, Date on) {
    if (problem.state != ProblemState::raised && problem.state != ProblemState::listed) {
        return not_open(problem, "还没有制定整改方案的问题", "在整改中的问题不换清单");
    }
    if (problem.state == ProblemState::raised && problem.judge_first && !problem.judgement) {
        return Error{Fault::conflict,
                     "E-PROB-040",
                     "问题 " + problem.id.value,
                     "还没有研判",
                     "先研判属实、定性质和难易，再列入清单",
                     "在问题页“研判”"};
    }
    TRY(list_may_change(list, on));
    return Event{ProblemListed{list.id, number, focused, officer, on}};
}

Result<Event> plan(const Problem& problem, ProblemPlanned order, const Rules& rules) {
    if (problem.state != ProblemState::listed && problem.state != ProblemState::planned) {
        return not_open(problem, "已入清单、没有报整改的问题", "先入清单，再定整改方案");
    }
    TRY(not_suspended(problem, order.on));
    if (blank(order.owner.post.value)) return missing("“责任岗位”", "选择责任岗位");
    if (blank(order.measure)) return missing("“整改措施”", "写明措施");
    for (Stage& stage : order.stages) stage.done_on.reset();
    TRY(keep_done_stages(problem, order));
    TRY(date_may_be(problem, order));
    TRY(at_once_is_soon(order.branch, order.due, order.on, rules));
    if (order.branch == Branch::staged) TRY(is_staged(problem, order));
    if (order.branch == Branch::long_term) TRY(is_long_term(problem, order, rules));
    return Event{std::move(order)};
}

Result<Event> finish_stage(const Problem& problem, StageDone order) {
    if (problem.state != ProblemState::planned) {
        return not_open(problem, "整改中的问题", "刷新页面查看最新状态");
    }
    TRY(not_suspended(problem, order.on));
    const auto count = static_cast<std::int32_t>(problem.stages.size());
    const bool known = order.stage >= 0 && order.stage < count;
    if (!known || problem.stages[static_cast<std::size_t>(order.stage)].done_on) {
        return Error{Fault::conflict,
                     "E-PROB-016",
                     "第 " + std::to_string(order.stage + 1) + " 阶段",
                     known ? "已经完成" : "没有这个阶段",
                     "方案中还没有完成的阶段",
                     "刷新页面查看最新状态"};
    }
    for (std::int32_t before = 0; before < order.stage; ++before) {
        if (problem.stages[static_cast<std::size_t>(before)].done_on) continue;
        return Error{Fault::conflict,
                     "E-PROB-016",
                     "第 " + std::to_string(order.stage + 1) + " 阶段",
                     "第 " + std::to_string(before + 1) + " 阶段还没有完成",
                     "逐阶段完成",
                     "先报前一阶段"};
    }
    if (order.evidence.empty()) return missing("“佐证材料”", "至少上传一份佐证材料");
    return Event{std::move(order)};
}

Result<Event> report(const Problem& problem, ProblemReported order) {
    if (problem.state != ProblemState::planned) {
        return not_open(problem, "整改中的问题", "先定整改方案");
    }
    TRY(not_suspended(problem, order.on));
    if (problem.branch == Branch::long_term) {
        return Error{Fault::conflict,
                     "E-PROB-017",
                     "问题 " + problem.id.value,
                     "属于长期坚持",
                     "长期坚持的问题年年复查，不计为完成",
                     "请定方案的单位在年度复查中记录进展"};
    }
    const bool all_stages = std::all_of(problem.stages.begin(), problem.stages.end(),
                                        [](const Stage& one) { return one.done_on.has_value(); });
    if (!all_stages) {
        return Error{Fault::conflict,    "E-PROB-016",     "问题 " + problem.id.value,
                     "还有阶段没有完成", "各阶段都已完成", "先报各阶段的完成情况"};
    }
    if (blank(order.text)) return missing("“整改情况”", "写明做了什么、成效如何");
    if (order.evidence.empty()) return missing("“佐证材料”", "至少上传一份佐证材料");
    return Event{std::move(order)};
}

Result<Event> accept(const Problem& problem, ProblemAccepted order) {
    if (problem.state != ProblemState::reported) {
        return not_open(problem, "已报整改的问题", "等待责任岗位报整改");
    }
    if (problem.doer == order.officer.account || did(problem, order.officer)) {
        return own_work(problem, order.officer, "验收");
    }
    return Event{std::move(order)};
}

Result<Event> send_back(const Problem& problem, ProblemReturned order) {
    if (problem.state != ProblemState::reported && problem.state != ProblemState::accepted) {
        return not_open(problem, "已报整改或已验收的问题", "刷新页面查看最新状态");
    }
    if (blank(order.reason)) return missing("“退回理由”", "写明哪里没有改到位");
    return Event{std::move(order)};
}

Result<Event> strike_off(const Problem& problem, ProblemStruckOff order) {
    if (problem.state != ProblemState::accepted) {
        return not_open(problem, "已验收的问题", "先验收，再销号");
    }
    return Event{std::move(order)};
}

Result<Event> hold(const Problem& problem, ProblemHeld order, const directive::LookBackRule& rule) {
    if (problem.state != ProblemState::struck_off) {
        return not_open(problem, "已销号的问题", "销号后再回头看");
    }
    if (did(problem, order.officer)) return own_work(problem, order.officer, "回头看");
    const Date earliest = problem.closed_on.value_or(order.on).plus_months(rule.least);
    if (order.on < earliest) {
        return Error{Fault::conflict,
                     "E-PROB-020",
                     "问题 " + problem.id.value + " 的“回头看”",
                     "销号未满 " + std::to_string(rule.least) + " 个月",
                     earliest.iso() + " 起才能认定巩固",
                     "到期再看；已经发现反弹的，现在就可以重开"};
    }
    if (blank(order.text)) return missing("“回头看情况”", "写明看了什么、结果如何");
    return Event{std::move(order)};
}

Result<Event> rebound(const Problem& problem, ProblemRebounded order) {
    if (problem.state != ProblemState::struck_off && problem.state != ProblemState::held) {
        return not_open(problem, "已销号的问题", "销号后再回头看");
    }
    if (did(problem, order.officer)) return own_work(problem, order.officer, "回头看");
    if (blank(order.reason)) return missing("“反弹情况”", "写明反弹在哪里");
    return Event{std::move(order)};
}

}  // namespace anmin::problem
