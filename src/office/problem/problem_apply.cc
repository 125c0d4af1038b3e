// What each event makes of a problem; nothing is decided here.
#include <algorithm>
#include <type_traits>
#include <utility>

#include "problem/problem.h"
#include "problem/step_names.h"
#include "problem/suspension.h"

namespace anmin::problem {
namespace {

using calendar::Date;
using directive::Step;

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
    lift(problem, event.on);
    problem.state = ProblemState::planned;
    problem.branch = event.branch;
    if (!problem.runs_from) problem.runs_from = event.on;
    problem.owner = event.owner;
    problem.measure = event.measure;
    problem.cause = event.cause;
    problem.supervision = event.supervision;
    problem.due = event.due;
    problem.stages = event.stages;
    problem.target = event.target;
    problem.extension.reset();
    std::string text = std::string(word(event.branch)) + "，" + event.owner.unit_name + " " +
                       event.owner.post_title + "，" + event.due.iso() + " 前：" + event.measure;
    problem.steps.push_back(step("整改方案", std::move(text), event.officer, event.on));
}

void take(Problem& problem, const StageDone& event) {
    lift(problem, event.on);
    problem.stages[static_cast<std::size_t>(event.stage)].done_on = event.on;
    problem.steps.push_back(step(stage_step,
                                 "第 " + std::to_string(event.stage + 1) + " 阶段：" + event.text,
                                 event.officer, event.on));
    problem.steps.back().evidence = event.evidence;
}

void take(Problem& problem, const ProblemReported& event) {
    problem.state = ProblemState::reported;
    problem.was_late = problem.was_late || late(problem, event.on);
    lift(problem, event.on);
    problem.extension.reset();
    problem.doer = event.officer.account;
    problem.steps.push_back(step(reported_step, event.text, event.officer, event.on));
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
    problem.runs_from.reset();
    ++problem.reopened;
    problem.steps.push_back(step(rebounded_step, event.reason, event.officer, event.on));
}

void take(Problem& problem, const ProblemJudged& event) {
    using enum Finding;
    problem.judgement = {event.finding, event.nature, event.difficulty, event.cause,
                         event.unit,    event.reason, event.on};
    std::string text = word(event.finding);
    if (event.finding == confirmed) text += "，" + event.nature + "，" + event.difficulty;
    if (event.finding == confirmed && !event.cause.empty()) problem.cause = event.cause;
    if (event.finding == unfounded) problem.state = ProblemState::unfounded;
    if (event.finding == not_ours) {
        problem.state = ProblemState::handed_on;
        text += "，转交" + event.unit;
    }
    if (!event.reason.empty()) text += "：" + event.reason;
    problem.steps.push_back(step("研判", std::move(text), event.officer, event.on));
}

void take(Problem& problem, const ProblemMerged& event) {
    problem.state = ProblemState::merged;
    problem.merged_into = {event.into, event.text, event.on};
    problem.steps.push_back(
        step("并入", "与“" + event.text + "”重复：" + event.reason, event.officer, event.on));
}

void take(Problem& problem, const ProblemTookIn& event) {
    problem.remarks.insert(problem.remarks.end(), event.remarks.begin(), event.remarks.end());
    problem.absorbed.push_back({event.problem, event.text, event.remarks, event.on});
    problem.steps.push_back(step(
        "接收并入", "“" + event.text + "”及其 " + std::to_string(event.remarks.size()) + " 条原话",
        event.officer, event.on));
}

void take(Problem& problem, const JudgementTakenBack& event) {
    problem.state = ProblemState::raised;
    problem.judgement.reset();
    problem.merged_into.reset();
    problem.steps.push_back(step("收回研判", event.reason, event.officer, event.on));
}

void take(Problem& problem, const ProblemGaveBack& event) {
    const auto came_along = [&event](const RemarkId& one) {
        return std::find(event.remarks.begin(), event.remarks.end(), one) != event.remarks.end();
    };
    std::erase_if(problem.remarks, came_along);
    std::string text;
    for (const Absorbed& one : problem.absorbed) {
        if (one.problem == event.problem) text = one.text;
    }
    std::erase_if(problem.absorbed,
                  [&event](const Absorbed& one) { return one.problem == event.problem; });
    problem.steps.push_back(
        step("退还并入", "“" + text + "”：" + event.reason, event.officer, event.on));
}

void take(Problem& problem, const ProblemReviewed& event) {
    problem.was_late = problem.was_late || late(problem, event.on);
    problem.due = event.next;
    problem.runs_from = event.on;
    problem.extension.reset();
    problem.steps.push_back(
        step("年度复查", event.text + "；下次复查 " + event.next.iso(), event.officer, event.on));
    problem.steps.back().evidence = event.evidence;
}

void take(Problem& problem, const DelayAsked& event) {
    problem.extension = {event.due, event.reason};
    problem.steps.push_back(step(delay_asked_step, "延至 " + event.due.iso() + "：" + event.reason,
                                 event.officer, event.on));
}

void take(Problem& problem, const DelayAnswered& event) {
    CHECK(problem.extension && problem.due, "an extension was asked for");
    const std::string moved = problem.due->iso() + " → " + problem.extension->due.iso();
    if (event.granted) {
        problem.past_dues.push_back(*problem.due);
        problem.due = problem.extension->due;
    }
    problem.extension.reset();
    std::string text = event.text;
    if (event.granted) text = moved + (text.empty() ? "" : "：" + text);
    problem.steps.push_back(
        step(event.granted ? "同意延期" : "不同意延期", std::move(text), event.officer, event.on));
}

void take(Problem& problem, const ProblemEnded& event) {
    problem.state = ProblemState::ended;
    problem.was_late = problem.was_late || late(problem, event.on);
    lift(problem, event.on);
    problem.extension.reset();
    problem.steps.push_back(step("终止", event.reason, event.officer, event.on));
}

std::string moved_date(const std::optional<Date>& before, const std::optional<Date>& after) {
    if (before == after || !before || !after) return {};
    return "时限由 " + before->iso() + " 改为 " + after->iso();
}

void take(Problem& problem, const ProblemSuspended& event) {
    const auto before = problem.due;
    stand_still(problem, {event.ground, event.reason, event.clock, event.on, event.until});
    std::string text =
        event.on.iso() + " 至 " + event.until.iso() + "，" + directive::word(event.clock);
    const std::string moved = moved_date(before, problem.due);
    if (!moved.empty()) text += "，" + moved;
    text += std::string("；") + directive::word(event.ground) + "：" + event.reason;
    problem.steps.push_back(step("挂起", std::move(text), event.officer, event.on));
    problem.steps.back().evidence = event.evidence;
}

void take(Problem& problem, const ProblemResumed& event) {
    const auto before = problem.due;
    lift(problem, event.on);
    std::string text = event.text;
    const std::string moved = moved_date(before, problem.due);
    if (!moved.empty()) text += (text.empty() ? "" : "；") + moved;
    problem.steps.push_back(step("恢复整改", std::move(text), event.officer, event.on));
}

void take(Problem& problem, const RemarksToldBack& event) {
    const std::string text = std::to_string(event.remarks.size()) + " 条原话，" +
                             event.told.on.iso() + " " + event.told.by + " " + event.told.way +
                             "：" + event.told.answer;
    problem.steps.push_back(step("回访", text, event.officer, event.on));
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
        case ProblemState::unfounded: return "已研判不列";
        case ProblemState::handed_on: return "已转交";
        case ProblemState::merged: return "已并入";
        case ProblemState::ended: return "已终止";
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

const char* word(Finding finding) {
    switch (finding) {
        case Finding::confirmed: return "属实";
        case Finding::unfounded: return "不属实";
        case Finding::not_ours: return "不属本级";
    }
    CHECK(false, "every finding has a word");
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
    problem.judge_first = event.judge_first;
    std::string text = event.source;
    if (!event.remarks.empty()) {
        text = "由 " + std::to_string(event.remarks.size()) + " 条原话归并";
    }
    problem.steps.push_back(step(raised_step, std::move(text), event.officer, event.on));
    return problem;
}

Problem apply(Problem problem, const Event& event) {
    std::visit(
        [&problem](const auto& one) {
            using Kind = std::decay_t<decltype(one)>;
            constexpr bool of_others =
                std::is_same_v<Kind, MissionOpened> || std::is_same_v<Kind, GroupFormed> ||
                std::is_same_v<Kind, ActivityLogged> || std::is_same_v<Kind, RemarksTaken> ||
                std::is_same_v<Kind, ListOpened> || std::is_same_v<Kind, ListFrozen> ||
                std::is_same_v<Kind, ListThawed> || std::is_same_v<Kind, ListClosed> ||
                std::is_same_v<Kind, ProblemRaised>;
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
