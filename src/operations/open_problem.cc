#include "operations/open_problem.h"

#include <algorithm>
#include <array>
#include <utility>

#include "problem/problem_life.h"
#include "problem/suspension.h"

namespace anmin::operations {
namespace {

using authority::Action;
using problem::Problem;
using problem::ProblemState;

constexpr std::array all_steps{
    ProblemStep::judge,     ProblemStep::answer_delay, ProblemStep::list,
    ProblemStep::plan,      ProblemStep::stage,        ProblemStep::report,
    ProblemStep::accept,    ProblemStep::send_back,    ProblemStep::strike_off,
    ProblemStep::hold,      ProblemStep::rebound,      ProblemStep::review,
    ProblemStep::ask_delay, ProblemStep::resume,       ProblemStep::tell,
    ProblemStep::take_back, ProblemStep::suspend,      ProblemStep::end,
    ProblemStep::join};

Action action_of(ProblemStep step) {
    switch (step) {
        case ProblemStep::join:
        case ProblemStep::list:
        case ProblemStep::plan:
        case ProblemStep::judge:
        case ProblemStep::take_back:
        case ProblemStep::answer_delay:
        case ProblemStep::end:
        case ProblemStep::suspend:
        case ProblemStep::resume:
        case ProblemStep::review:  // whoever set the yearly target, and may hand in evidence
        case ProblemStep::strike_off: return Action::manage_problems;
        case ProblemStep::tell: return Action::record_field_work;
        case ProblemStep::ask_delay:
        case ProblemStep::stage:
        case ProblemStep::report: return Action::report_task;
        case ProblemStep::accept:
        case ProblemStep::send_back:
        case ProblemStep::hold:
        case ProblemStep::rebound: return Action::verify_task;
    }
    CHECK(false, "every step has an action");
}

// In which states a problem takes the step; what the step needs besides is asked when it is taken.
bool problem_takes(ProblemStep step, const Problem& problem, calendar::Date today,
                   const directive::LookBackRule& rule) {
    const auto is = [&problem](ProblemState state) { return problem.state == state; };
    const bool staged = std::any_of(problem.stages.begin(), problem.stages.end(),
                                    [](const auto& stage) { return !stage.done_on; });
    const bool long_term = problem.branch == problem::Branch::long_term;
    const bool moving = !problem::suspended(problem, today);
    switch (step) {
        case ProblemStep::join: return is(ProblemState::raised) || is(ProblemState::listed);
        case ProblemStep::list:
            return is(ProblemState::listed) ||
                   (is(ProblemState::raised) && (problem.judgement || !problem.judge_first));
        case ProblemStep::plan:
            return moving && (is(ProblemState::listed) || is(ProblemState::planned));
        case ProblemStep::stage: return moving && is(ProblemState::planned) && staged;
        case ProblemStep::report:
            return moving && is(ProblemState::planned) && !staged && !long_term;
        case ProblemStep::accept: return is(ProblemState::reported);
        case ProblemStep::send_back:
            return is(ProblemState::reported) || is(ProblemState::accepted);
        case ProblemStep::strike_off: return is(ProblemState::accepted);
        case ProblemStep::hold:
            return is(ProblemState::struck_off) && problem.closed_on &&
                   today >= problem.closed_on->plus_months(rule.least);
        case ProblemStep::rebound: return is(ProblemState::struck_off) || is(ProblemState::held);
        case ProblemStep::judge: return is(ProblemState::raised);
        case ProblemStep::take_back: return problem::judged_away(problem.state);
        case ProblemStep::review: return is(ProblemState::planned) && long_term;
        case ProblemStep::ask_delay:
            return moving && is(ProblemState::planned) && !long_term && !problem.extension &&
                   problem.due && today <= *problem.due;
        case ProblemStep::answer_delay: return problem.extension.has_value();
        case ProblemStep::end: return is(ProblemState::listed) || is(ProblemState::planned);
        case ProblemStep::suspend: return problem::may_stand_still(problem, today);
        case ProblemStep::resume: return problem.suspension.has_value();
        case ProblemStep::tell:
            return problem::may_be_told(problem.state) && !problem.remarks.empty();
    }
    CHECK(false, "every step is decided somewhere");
}

directive::Light light_of(const Problem& problem, calendar::Date today,
                          const directive::LightRule& rule) {
    using directive::Light;
    const bool done =
        problem.state == ProblemState::struck_off || problem.state == ProblemState::held;
    if (done || problem.state == ProblemState::ended || problem::judged_away(problem.state)) {
        return Light::closed;
    }
    if (problem::suspended(problem, today)) return Light::suspended;
    if (!problem.due) return Light::undated;
    // Without a plan since it was opened again there is no share of a period, only working days.
    const auto from = problem.runs_from.value_or(*problem.due);
    return directive::light_of_date(from, *problem.due, today, rule);
}

organisation::Scope seen_by(const authority::Actor& actor) {
    return authority::scope_of(actor, Action::see_tasks);
}

OpenedList opened_list(const authority::Actor& actor, problem::List list) {
    OpenedList opened{std::move(list), {}};
    const problem::List& one = opened.list;
    const bool own = authority::may(actor, Action::manage_problems, {one.division, {}, {}}).ok();
    if (!own || one.closed_on) return opened;
    opened.open = {one.frozen_from ? ListStep::thaw : ListStep::freeze, ListStep::close};
    return opened;
}

}  // namespace

ProblemRow problem_row(Desk& desk, Problem problem, calendar::Date today) {
    const auto light = light_of(problem, today, desk.policies.lights);
    const bool to_resume = problem::to_resume(problem, today);
    return {std::move(problem), light, to_resume};
}

Result<Problem> visible_problem(Desk& desk, const authority::Actor& actor,
                                const problem::ProblemId& id) {
    auto found = TRY(desk.problems.find_problem(id));
    const auto scope = seen_by(actor);
    if (found &&
        (scope.covers(found->division) || (found->owner && scope.covers(found->owner->division)))) {
        return *std::move(found);
    }
    return Error{Fault::missing,           "E-PROB-031",
                 "问题 " + id.value,       "没有这个问题，或它不在您的管辖范围内",
                 "本地区提出或整改的问题", "从“问题清单”中打开"};
}

Result<void> may_step(const authority::Actor& actor, ProblemStep step, const Problem& problem) {
    authority::Subject subject{problem.division, {}, problem.doer};
    if (problem.owner) subject.holder = problem.owner->post;
    const Action action = action_of(step);
    const bool of_office = action == Action::manage_problems || action == Action::record_field_work;
    if (!of_office && problem.owner) {
        subject.division = problem.owner->division;
    }
    return authority::may(actor, action, subject);
}

Result<OpenedProblem> open_problem(Desk& desk, const authority::Actor& actor,
                                   const problem::ProblemId& id) {
    OpenedProblem opened;
    const auto today = desk.clock.now().date_in_china();
    opened.row = problem_row(desk, TRY(visible_problem(desk, actor, id)), today);
    const Problem& found = opened.row.problem;
    opened.words = desk.policies.problems;
    opened.remarks = TRY(desk.problems.remarks(found.remarks));
    if (found.list) {
        if (const auto list = TRY(desk.problems.find_list(*found.list, today))) {
            opened.list_name = list->name;
        }
    }
    for (const ProblemStep step : all_steps) {
        if (problem_takes(step, found, today, desk.policies.look_back) &&
            may_step(actor, step, found).ok()) {
            opened.open.push_back(step);
        }
    }
    return opened;
}

Result<organisation::Page<ProblemRow>> list_problems(
    Desk& desk, const authority::Actor& actor, const problem::ProblemFilter& filter,
    const organisation::PageRequest& page, const std::optional<ident::DivisionCode>& inside) {
    const auto today = desk.clock.now().date_in_china();
    organisation::Page<ProblemRow> rows;
    organisation::Scope scope = seen_by(actor);
    if (inside) scope = scope.within(*inside);
    auto found = TRY(desk.problems.problems(scope, filter, page));
    rows.next = std::move(found.next);
    for (auto& one : found.items) {
        rows.items.push_back(problem_row(desk, std::move(one), today));
    }
    return rows;
}

Result<std::vector<OpenedList>> list_lists(Desk& desk, const authority::Actor& actor) {
    std::vector<OpenedList> opened;
    const auto today = desk.clock.now().date_in_china();
    for (auto& list : TRY(desk.problems.lists(seen_by(actor), today))) {
        opened.push_back(opened_list(actor, std::move(list)));
    }
    return opened;
}

Result<OpenedList> open_list(Desk& desk, const authority::Actor& actor, const problem::ListId& id) {
    auto found = TRY(desk.problems.find_list(id, desk.clock.now().date_in_china()));
    if (found && seen_by(actor).covers(found->division)) {
        return opened_list(actor, *std::move(found));
    }
    return Error{Fault::missing,     "E-PROB-036",
                 "清单 " + id.value, "没有这个清单，或它不在您的管辖范围内",
                 "列出的清单",       "从清单列表中打开"};
}

Result<std::vector<AnsweredQuery>> answer_figures(Desk& desk, const authority::Actor& actor) {
    std::vector<AnsweredQuery> answered;
    const auto today = desk.clock.now().date_in_china();
    for (const auto& query : desk.policies.figures) {
        AnsweredQuery one{query, {}};
        for (const auto& figure : query.figures) {
            const auto rows = TRY(desk.problems.rows(seen_by(actor), figure.query, today, {"", 1}));
            one.figures.push_back({figure, rows.amount});
        }
        answered.push_back(std::move(one));
    }
    return answered;
}

Result<problem::FigureRows> open_figure(Desk& desk, const authority::Actor& actor,
                                        const std::string& query, const std::string& name,
                                        const organisation::PageRequest& page) {
    for (const auto& saved : desk.policies.figures) {
        if (saved.id != query) continue;
        for (const auto& figure : saved.figures) {
            if (figure.name != name) continue;
            return desk.problems.rows(seen_by(actor), figure.query,
                                      desk.clock.now().date_in_china(), page);
        }
    }
    return Error{Fault::missing,       "E-PROB-032",       "数字 " + query + "/" + name,
                 "没有这个保存的查询", "列出的保存的查询", "从“问题清单”的数字中打开"};
}

}  // namespace anmin::operations
