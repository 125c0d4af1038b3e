#include "problem/judging.h"

#include <algorithm>
#include <utility>

#include "problem/problem_refusal.h"
#include "problem/step_names.h"

namespace anmin::problem {
namespace {

using calendar::Date;

bool still_open(const Problem& problem) {
    switch (problem.state) {
        case ProblemState::raised:
        case ProblemState::listed:
        case ProblemState::planned:
        case ProblemState::reported:
        case ProblemState::accepted: return true;
        case ProblemState::struck_off:
        case ProblemState::held:
        case ProblemState::unfounded:
        case ProblemState::handed_on:
        case ProblemState::merged:
        case ProblemState::ended: return false;
    }
    CHECK(false, "every state is open or not");
}

const Absorbed* find_absorbed(const Problem& into, const ProblemId& id) {
    const auto found = std::find_if(into.absorbed.begin(), into.absorbed.end(),
                                    [&id](const Absorbed& one) { return one.problem == id; });
    return found == into.absorbed.end() ? nullptr : &*found;
}

}  // namespace

std::vector<directive::Deed> raised_by(const Problem& problem) {
    return directive::deeds_of(problem.steps, {raised_step});
}

Result<Event> judge(const Problem& problem, ProblemJudged order, const Rules& rules) {
    if (problem.state != ProblemState::raised) {
        return not_open(problem, "还没有入清单的问题", "入清单后按整改的各步办理");
    }
    if (order.finding == Finding::confirmed) {
        TRY(is_word(order.nature, rules.natures, "研判的“性质”"));
        TRY(is_word(order.difficulty, rules.difficulties, "研判的“难易”"));
        order.unit.clear();
        return Event{std::move(order)};
    }
    if (blank(order.reason)) return missing("“研判理由”", "写明依据什么这样认定");
    if (order.finding == Finding::not_ours && blank(order.unit)) {
        return missing("“转交单位”", "写明转交给哪个单位");
    }
    for (const auto& deed : raised_by(problem)) {
        if (deed.account != order.officer.account) continue;
        return Error{Fault::denied,
                     "E-PROB-042",
                     "问题 " + problem.id.value,
                     std::string("认定“") + word(order.finding) + "”的人就是提出问题的人（" +
                         order.officer.name + "）",
                     "由提出人以外、有权销号的人认定",
                     "请另一位清单管理人员研判"};
    }
    order.nature.clear();
    order.difficulty.clear();
    order.cause.clear();
    if (order.finding == Finding::unfounded) order.unit.clear();
    return Event{std::move(order)};
}

Result<Merged> merge(const Problem& problem, const Problem& into, const std::string& reason,
                     const Officer& officer, Date on) {
    if (problem.state != ProblemState::raised) {
        return not_open(problem, "还没有入清单的问题", "入清单后按整改的各步办理");
    }
    if (problem.id == into.id) {
        return Error{Fault::conflict,  "E-PROB-043", "问题 " + problem.id.value,
                     "与自己比较重复", "另一个问题", "选择与它重复的那个问题"};
    }
    if (!still_open(into)) {
        return Error{Fault::conflict,         "E-PROB-044",
                     "问题 " + into.id.value, std::string("当前为“") + word(into.state) + "”",
                     "还在办理的问题",        "已销号的先回头看、反弹重开，再并入"};
    }
    if (blank(reason)) return missing("“研判理由”", "写明为什么是同一个问题");
    return Merged{{into.id, into.text, reason, officer, on},
                  {problem.id, problem.text, problem.remarks, reason, officer, on}};
}

Result<Event> take_back(const Problem& problem, const std::string& reason, const Officer& officer,
                        Date on) {
    if (!judged_away(problem.state)) {
        return not_open(problem, "研判后不列、已转交或已并入的问题", "刷新页面查看最新状态");
    }
    if (blank(reason)) return missing("“收回理由”", "写明研判错在哪里");
    return Event{JudgementTakenBack{reason, officer, on}};
}

Result<Parted> part(const Problem& problem, const Problem& into, const std::string& reason,
                    const Officer& officer, Date on) {
    const Event back = TRY(take_back(problem, reason, officer, on));
    if (into.merged_into) {
        return Error{Fault::conflict,
                     "E-PROB-045",
                     "问题 " + into.id.value,
                     "自己也已并入“" + into.merged_into->text + "”，原话在那里",
                     "并入的问题自己没有再并入别处",
                     "先收回那个问题的研判"};
    }
    const Absorbed* absorbed = find_absorbed(into, problem.id);
    CHECK(absorbed != nullptr, "what a problem went on in, names it");
    return Parted{std::get<JudgementTakenBack>(back),
                  {problem.id, absorbed->remarks, reason, officer, on}};
}

}  // namespace anmin::problem
