#include "operations/move_problem.h"

#include <utility>

#include "operations/one_problem_step.h"
#include "problem/problem_list.h"

namespace anmin::operations {
namespace {

using authority::Action;
using problem::Event;
using problem::Problem;

// All of them, from missions that the actor may see. E-PROB-034.
Result<std::vector<problem::TakenRemark>> known_remarks(Desk& desk, const authority::Actor& actor,
                                                        const std::vector<problem::RemarkId>& ids) {
    auto found = TRY(desk.problems.remarks(ids));
    const auto scope = authority::scope_of(actor, Action::see_tasks);
    bool all = found.size() == ids.size();
    for (const auto& one : found) {
        const auto mission = TRY(desk.problems.find_mission(one.mission));
        all = all && mission && scope.covers(mission->division);
    }
    if (all) return found;
    return Error{Fault::invalid, "E-PROB-034",    "原话", "有的原话不存在，或不在您的管辖范围内",
                 "列出的原话",   "刷新后重新选择"};
}

// A number names one problem of its list.
Result<void> number_is_free(Desk& desk, const authority::Actor& actor, const problem::ProblemId& id,
                            const ListProblem& order) {
    problem::ProblemFilter filter;
    filter.list = order.list;
    organisation::PageRequest page{"", 500};
    do {
        const auto found = TRY(
            desk.problems.problems(authority::scope_of(actor, Action::see_tasks), filter, page));
        for (const Problem& one : found.items) {
            if (one.number != order.number || one.id == id) continue;
            return Error{Fault::conflict,
                         "E-PROB-021",
                         "清单中的“序号”",
                         "第 " + std::to_string(order.number) + " 号已是“" + one.text + "”",
                         "清单中没有用过的序号",
                         "换一个序号"};
        }
        page.after = found.next;
    } while (!page.after.empty());
    return {};
}

}  // namespace

Result<OpenedProblem> raise_problem(Desk& desk, const Caller& caller, const RaiseProblem& order) {
    TRY(authority::may(caller.actor, Action::manage_problems, {caller.actor.division, {}, {}}));
    const problem::ProblemId id{desk.ids.next()};
    const auto taken = TRY(known_remarks(desk, caller.actor, order.remarks));
    const Event event =
        TRY(problem::raise({id, order.text, order.remarks, order.source, caller.actor.division,
                            caller.actor.unit_name, officer_of(caller.actor),
                            desk.clock.now().date_in_china(), desk.policies.problems.judge_first},
                           taken));
    TRY(desk.journal.commit(command_of(caller), {{journal::stream_of(id), 0, {event}}}));
    return open_problem(desk, caller.actor, id);
}

Result<OpenedProblem> join_remarks(Desk& desk, const Caller& caller, const JoinRemarks& order) {
    return move(desk, caller, order, ProblemStep::join,
                [&](const Problem& one, const auto& officer, calendar::Date on) -> Result<Event> {
                    const auto taken = TRY(known_remarks(desk, caller.actor, order.remarks));
                    return problem::join(one, taken, officer, on);
                });
}

Result<OpenedProblem> list_problem(Desk& desk, const Caller& caller, const ListProblem& order) {
    return move(desk, caller, order, ProblemStep::list,
                [&](const Problem& one, const auto& officer, calendar::Date on) -> Result<Event> {
                    const auto list = TRY(desk.problems.find_list(order.list, on));
                    if (!list || !caller.actor.division.contains(list->division)) {
                        return Error{Fault::invalid,
                                     "E-PROB-035",
                                     "清单 " + order.list.value,
                                     "没有这个清单，或它不在您的管辖范围内",
                                     "列出的清单",
                                     "从清单列表中选择"};
                    }
                    if (one.list && *one.list != order.list) {
                        const auto left = TRY(desk.problems.find_list(*one.list, on));
                        if (left) TRY(problem::list_may_change(*left, on));
                    }
                    TRY(number_is_free(desk, caller.actor, one.id, order));
                    return problem::put_on_list(one, *list, order.number, order.focused, officer,
                                                on);
                });
}

Result<OpenedProblem> plan_problem(Desk& desk, const Caller& caller, const PlanProblem& order) {
    return move(desk, caller, order, ProblemStep::plan,
                [&](const Problem& one, const auto& officer, calendar::Date on) -> Result<Event> {
                    const auto owner = TRY(owner_of(desk, caller.actor, order.post, "责任岗位"));
                    return problem::plan(
                        one,
                        {order.branch, owner, order.measure, order.cause, order.supervision,
                         order.due, order.stages, officer, on, order.target},
                        desk.policies.problems);
                });
}

Result<OpenedProblem> report_problem(Desk& desk, const Caller& caller, const ReportProblem& order) {
    const bool whole = order.stage < 0;
    return move(desk, caller, order, whole ? ProblemStep::report : ProblemStep::stage,
                [&](const Problem& one, const auto& officer, calendar::Date on) -> Result<Event> {
                    TRY(evidence_is_kept(desk, order.evidence));
                    if (whole) {
                        return problem::report(one, {order.text, order.evidence, officer, on});
                    }
                    return problem::finish_stage(
                        one, {order.stage, order.text, order.evidence, officer, on});
                });
}

Result<OpenedProblem> accept_problem(Desk& desk, const Caller& caller, const NoteProblem& order) {
    return move(desk, caller, order, ProblemStep::accept,
                [&](const Problem& one, const auto& officer, calendar::Date on) -> Result<Event> {
                    TRY(another_person(desk, caller.actor, problem::deeds_of(one),
                                       {"E-PROB-011", "问题 " + one.id.value, "验收"}));
                    return problem::accept(one, {order.text, officer, on});
                });
}

Result<OpenedProblem> return_problem(Desk& desk, const Caller& caller, const NoteProblem& order) {
    return move(desk, caller, order, ProblemStep::send_back,
                [&](const Problem& one, const auto& officer, calendar::Date on) {
                    return problem::send_back(one, {order.text, officer, on});
                });
}

Result<OpenedProblem> strike_off_problem(Desk& desk, const Caller& caller,
                                         const NoteProblem& order) {
    return move(desk, caller, order, ProblemStep::strike_off,
                [&](const Problem& one, const auto& officer, calendar::Date on) {
                    std::optional<calendar::Date> look_back;
                    const int months = desk.policies.look_back.usual;
                    if (months > 0) look_back = on.plus_months(months);
                    return problem::strike_off(one, {order.text, look_back, officer, on});
                });
}

Result<OpenedProblem> look_back_problem(Desk& desk, const Caller& caller,
                                        const LookBackProblem& order) {
    return move(desk, caller, order, order.held ? ProblemStep::hold : ProblemStep::rebound,
                [&](const Problem& one, const auto& officer, calendar::Date on) -> Result<Event> {
                    TRY(another_person(desk, caller.actor, problem::deeds_of(one),
                                       {"E-PROB-011", "问题 " + one.id.value, "回头看"}));
                    return order.held ? problem::hold(one, {order.text, officer, on},
                                                      desk.policies.look_back)
                                      : problem::rebound(one, {order.text, officer, on});
                });
}

}  // namespace anmin::operations
