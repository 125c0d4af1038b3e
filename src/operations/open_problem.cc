#include "operations/open_problem.h"

#include <algorithm>
#include <array>
#include <utility>

namespace anmin::operations {
namespace {

using authority::Action;
using problem::Problem;
using problem::ProblemState;

constexpr std::array all_steps{ProblemStep::list,       ProblemStep::plan,   ProblemStep::stage,
                               ProblemStep::report,     ProblemStep::accept, ProblemStep::send_back,
                               ProblemStep::strike_off, ProblemStep::hold,   ProblemStep::rebound,
                               ProblemStep::join};

Action action_of(ProblemStep step) {
    switch (step) {
        case ProblemStep::join:
        case ProblemStep::list:
        case ProblemStep::plan:
        case ProblemStep::strike_off: return Action::manage_problems;
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
    switch (step) {
        case ProblemStep::join:
        case ProblemStep::list: return is(ProblemState::raised) || is(ProblemState::listed);
        case ProblemStep::plan: return is(ProblemState::listed) || is(ProblemState::planned);
        case ProblemStep::stage: return is(ProblemState::planned) && staged;
        case ProblemStep::report: return is(ProblemState::planned) && !staged && !long_term;
        case ProblemStep::accept: return is(ProblemState::reported);
        case ProblemStep::send_back:
            return is(ProblemState::reported) || is(ProblemState::accepted);
        case ProblemStep::strike_off: return is(ProblemState::accepted);
        case ProblemStep::hold:
            return is(ProblemState::struck_off) && problem.closed_on &&
                   today >= problem.closed_on->plus_months(rule.least);
        case ProblemStep::rebound: return is(ProblemState::struck_off) || is(ProblemState::held);
    }
    CHECK(false, "every step is decided somewhere");
}

directive::Light light_of(const Problem& problem, calendar::Date today,
                          const directive::LightRule& rule) {
    using directive::Light;
    if (problem.state == ProblemState::struck_off || problem.state == ProblemState::held) {
        return Light::closed;
    }
    if (!problem.due) return Light::undated;
    if (today > *problem.due) return Light::overdue;
    const int left = calendar::days_between(today, *problem.due);
    return left <= rule.warning_days ? Light::due_soon : Light::on_time;
}

organisation::Scope seen_by(const authority::Actor& actor) {
    return authority::scope_of(actor, Action::see_tasks);
}

}  // namespace

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
    if (action != Action::manage_problems && problem.owner) {
        subject.division = problem.owner->division;
    }
    return authority::may(actor, action, subject);
}

Result<OpenedProblem> open_problem(Desk& desk, const authority::Actor& actor,
                                   const problem::ProblemId& id) {
    OpenedProblem opened;
    const auto today = desk.clock.now().date_in_china();
    opened.row.problem = TRY(visible_problem(desk, actor, id));
    const Problem& found = opened.row.problem;
    opened.row.light = light_of(found, today, desk.policies.lights);
    opened.remarks = TRY(desk.problems.remarks(found.remarks));
    if (found.list) {
        if (const auto list = TRY(desk.problems.find_list(*found.list))) {
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
        const auto light = light_of(one, today, desk.policies.lights);
        rows.items.push_back({std::move(one), light});
    }
    return rows;
}

Result<std::vector<problem::List>> list_lists(Desk& desk, const authority::Actor& actor) {
    return desk.problems.lists(seen_by(actor));
}

Result<std::vector<AnsweredQuery>> answer_figures(Desk& desk, const authority::Actor& actor) {
    std::vector<AnsweredQuery> answered;
    for (const auto& query : desk.policies.figures) {
        AnsweredQuery one{query, {}};
        for (const auto& figure : query.figures) {
            const auto rows = TRY(desk.problems.rows(seen_by(actor), figure.query, {"", 1}));
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
            if (figure.name == name) return desk.problems.rows(seen_by(actor), figure.query, page);
        }
    }
    return Error{Fault::missing,       "E-PROB-032",       "数字 " + query + "/" + name,
                 "没有这个保存的查询", "列出的保存的查询", "从“问题清单”的数字中打开"};
}

}  // namespace anmin::operations
