#include "problem/problem.h"

#include <algorithm>
#include <utility>

#include "problem/problem_refusal.h"

namespace anmin::problem {
namespace {

using calendar::Date;
using directive::Step;

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

Error merged_already(const TakenRemark& taken) {
    return {Fault::conflict,
            "E-PROB-012",
            "原话 " + taken.remark.id.value,
            "已归并到问题 " + taken.problem->value,
            "每条原话只归并一次",
            "打开那个问题，把别的原话并进去"};
}

bool did(const Problem& problem, const Officer& officer) {
    const auto deeds = deeds_of(problem);
    return std::any_of(deeds.begin(), deeds.end(), [&officer](const directive::Deed& deed) {
        return deed.account == officer.account;
    });
}

// When it was last opened again.
std::optional<Date> reopened_on(const Problem& problem) {
    std::optional<Date> on;
    for (const Step& step : problem.steps) {
        if (step.label == "反弹重开") on = step.on;
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

Step step(const char* label, std::string text, const Officer& officer, Date on) {
    return {label, std::move(text), officer, on, {}};
}

void take(Problem& problem, const RemarksJoined& event) {
    problem.remarks.insert(problem.remarks.end(), event.remarks.begin(), event.remarks.end());
    problem.steps.push_back(step("归并", "并入 " + std::to_string(event.remarks.size()) + " 条原话",
                                 event.officer, event.on));
}

void take(Problem& problem, const ProblemListed& event) {
    if (problem.state == ProblemState::raised) problem.state = ProblemState::listed;
    problem.list = event.list;
    problem.number = event.number;
    problem.focused = event.focused;
    std::string text = "第 " + std::to_string(event.number) + " 号";
    if (event.focused) text += "，突出问题";
    problem.steps.push_back(step("入清单", std::move(text), event.officer, event.on));
}

void take(Problem& problem, const ProblemPlanned& event) {
    problem.state = ProblemState::planned;
    problem.branch = event.branch;
    problem.owner = event.owner;
    problem.measure = event.measure;
    problem.cause = event.cause;
    problem.supervision = event.supervision;
    problem.due = event.due;
    problem.stages = event.stages;
    std::string text = std::string(word(event.branch)) + "，" + event.owner.unit_name + " " +
                       event.owner.post_title + "，" + event.due.iso() + " 前：" + event.measure;
    problem.steps.push_back(step("整改方案", std::move(text), event.officer, event.on));
}

void take(Problem& problem, const StageDone& event) {
    problem.stages[static_cast<std::size_t>(event.stage)].done_on = event.on;
    problem.steps.push_back(step("阶段完成",
                                 "第 " + std::to_string(event.stage + 1) + " 阶段：" + event.text,
                                 event.officer, event.on));
    problem.steps.back().evidence = event.evidence;
}

void take(Problem& problem, const ProblemReported& event) {
    problem.state = ProblemState::reported;
    problem.doer = event.officer.account;
    problem.steps.push_back(step("报整改", event.text, event.officer, event.on));
    problem.steps.back().evidence = event.evidence;
}

void take(Problem& problem, const ProblemAccepted& event) {
    problem.state = ProblemState::accepted;
    problem.steps.push_back(step("验收通过", event.text, event.officer, event.on));
}

void take(Problem& problem, const ProblemReturned& event) {
    problem.state = ProblemState::planned;
    problem.doer.reset();
    problem.steps.push_back(step("退回", event.reason, event.officer, event.on));
}

void take(Problem& problem, const ProblemStruckOff& event) {
    problem.state = ProblemState::struck_off;
    problem.closed_on = event.on;
    problem.look_back_on = event.look_back_on;
    problem.steps.push_back(step("销号", event.text, event.officer, event.on));
}

void take(Problem& problem, const ProblemHeld& event) {
    problem.state = ProblemState::held;
    problem.look_back_on.reset();
    problem.steps.push_back(step("回头看：巩固", event.text, event.officer, event.on));
}

void take(Problem& problem, const ProblemRebounded& event) {
    problem.state = ProblemState::planned;
    problem.closed_on.reset();
    problem.look_back_on.reset();
    problem.doer.reset();
    ++problem.reopened;
    problem.steps.push_back(step("反弹重开", event.reason, event.officer, event.on));
}

}  // namespace

const char* word(ProblemState state) {
    switch (state) {
        case ProblemState::raised: return "待入清单";
        case ProblemState::listed: return "待整改";
        case ProblemState::planned: return "整改中";
        case ProblemState::reported: return "已报整改";
        case ProblemState::accepted: return "已验收";
        case ProblemState::struck_off: return "已销号";
        case ProblemState::held: return "已巩固";
    }
    CHECK(false, "every state of a problem has a word");
}

const char* word(Branch branch) {
    switch (branch) {
        case Branch::immediate: return "能改即改";
        case Branch::staged: return "分阶段整改";
        case Branch::long_term: return "长期坚持";
    }
    CHECK(false, "every branch has a word");
}

std::vector<directive::Deed> deeds_of(const Problem& problem) {
    return directive::deeds_of(problem.steps, {"阶段完成", "报整改"});
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
    return Event{ProblemListed{list.id, number, focused, officer, on}};
}

Result<Event> plan(const Problem& problem, ProblemPlanned order, const Rules& rules) {
    if (problem.state != ProblemState::listed && problem.state != ProblemState::planned) {
        return not_open(problem, "已入清单、没有报整改的问题", "先入清单，再定整改方案");
    }
    if (blank(order.owner.post.value)) return missing("“责任岗位”", "选择责任岗位");
    if (blank(order.measure)) return missing("“整改措施”", "写明措施");
    for (Stage& stage : order.stages) stage.done_on.reset();
    TRY(keep_done_stages(problem, order));
    TRY(date_may_be(problem, order));
    if (order.branch == Branch::immediate && order.due > order.on.plus_days(rules.immediate_days)) {
        return Error{Fault::invalid,
                     "E-PROB-015",
                     "能改即改的“整改时限”",
                     order.due.iso(),
                     "不晚于 " + order.on.plus_days(rules.immediate_days).iso(),
                     "提前时限；暂时改不了的，改为分阶段整改"};
    }
    if (order.branch == Branch::staged) TRY(is_staged(problem, order));
    return Event{std::move(order)};
}

Result<Event> finish_stage(const Problem& problem, StageDone order) {
    if (problem.state != ProblemState::planned) {
        return not_open(problem, "整改中的问题", "刷新页面查看最新状态");
    }
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
    if (problem.branch == Branch::long_term) {
        return Error{Fault::conflict,
                     "E-PROB-017",
                     "问题 " + problem.id.value,
                     "属于长期坚持",
                     "长期坚持的问题年年复查，不计为完成",
                     "在年度复查中记录进展"};
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

Problem start(const ProblemRaised& event) {
    Problem problem;
    problem.id = event.problem;
    problem.version = 1;
    problem.text = event.text;
    problem.source = event.source;
    problem.division = event.division;
    problem.issuer = event.issuer;
    problem.remarks = event.remarks;
    std::string text = event.source;
    if (!event.remarks.empty()) {
        text = "由 " + std::to_string(event.remarks.size()) + " 条原话归并";
    }
    problem.steps.push_back(step("提出", std::move(text), event.officer, event.on));
    return problem;
}

Problem apply(Problem problem, const Event& event) {
    std::visit(
        [&problem](const auto& one) {
            using Kind = std::decay_t<decltype(one)>;
            constexpr bool of_others =
                std::is_same_v<Kind, MissionOpened> || std::is_same_v<Kind, GroupFormed> ||
                std::is_same_v<Kind, ActivityLogged> || std::is_same_v<Kind, RemarksTaken> ||
                std::is_same_v<Kind, ListOpened> || std::is_same_v<Kind, ProblemRaised>;
            if constexpr (of_others) {
                CHECK(false, "the event is one of a running problem");
            } else {
                take(problem, one);
            }
        },
        event);
    ++problem.version;
    return problem;
}

}  // namespace anmin::problem
