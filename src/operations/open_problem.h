// Problems and their lists, a problem with the steps its reader may take, and the saved queries.
#pragma once

#include <string>
#include <vector>

#include "operations/desk.h"
#include "problem/problem_store.h"

namespace anmin::operations {

enum class ProblemStep {
    join,
    list,
    plan,
    stage,
    report,
    accept,
    send_back,
    strike_off,
    hold,
    rebound,
    judge,         // 研判
    take_back,     // 收回研判
    review,        // 年度复查
    ask_delay,     // 申请延期
    answer_delay,  // 批复延期
    end,           // 终止
    suspend,       // 挂起
    resume,        // 恢复整改
    tell           // 回访
};

struct ProblemRow {
    problem::Problem problem;
    directive::Light light = directive::Light::undated;
    bool to_resume = false;  // its suspension is over, and nobody resumed it
};
// As it stands on that day.
ProblemRow problem_row(Desk& desk, problem::Problem problem, calendar::Date today);
struct OpenedProblem {
    ProblemRow row;
    std::string list_name;
    std::vector<problem::TakenRemark> remarks;  // what it was merged from
    std::vector<ProblemStep> open;              // what this actor may do now
    problem::Rules words;                       // to choose from in these steps
};
Result<OpenedProblem> open_problem(Desk& desk, const authority::Actor& actor,
                                   const problem::ProblemId& id);
// Fault::missing (E-PROB-031) when there is none that the actor may see.
Result<problem::Problem> visible_problem(Desk& desk, const authority::Actor& actor,
                                         const problem::ProblemId& id);
Result<void> may_step(const authority::Actor& actor, ProblemStep step,
                      const problem::Problem& problem);

// `inside`: only of this division and those below it; one that the actor does not see has none.
Result<organisation::Page<ProblemRow>> list_problems(
    Desk& desk, const authority::Actor& actor, const problem::ProblemFilter& filter,
    const organisation::PageRequest& page,
    const std::optional<ident::DivisionCode>& inside = std::nullopt);
enum class ListStep { freeze, thaw, close };
struct OpenedList {
    problem::List list;
    std::vector<ListStep> open;  // what this actor may do now
};
Result<std::vector<OpenedList>> list_lists(Desk& desk, const authority::Actor& actor);
// Fault::missing (E-PROB-036) when there is none that the actor may see.
Result<OpenedList> open_list(Desk& desk, const authority::Actor& actor, const problem::ListId& id);

// A sentence with its figures, computed now.
struct AnsweredFigure {
    problem::Figure figure;
    std::int64_t amount = 0;
};
struct AnsweredQuery {
    problem::SavedQuery query;
    std::vector<AnsweredFigure> figures;
};
Result<std::vector<AnsweredQuery>> answer_figures(Desk& desk, const authority::Actor& actor);
// The rows under one figure. E-PROB-032 when there is no such figure.
Result<problem::FigureRows> open_figure(Desk& desk, const authority::Actor& actor,
                                        const std::string& query, const std::string& figure,
                                        const organisation::PageRequest& page);

}  // namespace anmin::operations
