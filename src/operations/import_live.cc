#include "operations/import_live.h"

#include <utility>

#include "operations/live_tables.h"
#include "operations/open_problem.h"
#include "operations/task_steps.h"

namespace anmin::operations {
namespace {

using authority::Action;
using registers::Cells;
using registers::Definition;
using registers::Source;

Error not_here(const Definition& table, const std::string& id) {
    return {Fault::missing,
            "E-TABLE-031",
            "",
            "“" + table.title + "”没有标识为“" + id + "”的行，或它不在您的管辖范围内",
            "本表中的行",
            "重新导出后在新表上修改"};
}

Result<journal::Append> edit_task(Desk& desk, const Caller& caller, const Definition& table,
                                  const std::string& id, const EditedCells& edited) {
    const auto task = TRY(visible_task(desk, caller.actor, {id}));
    TRY(authority::may(caller.actor, Action::confirm_tasks, {task.division, {}, {}}));
    directive::BookLine line;
    line.task = id;
    line.now = directive::book_entry(task);
    std::vector<directive::BookColumn> columns;
    for (const auto& [at, text] : edited) {
        const auto column = book_column_of(table.columns[at].key);
        CHECK(column.has_value(), "a column that may be edited is one of the task book");
        cell(line.now, *column) = text;
        columns.push_back(*column);
    }
    const auto changes = TRY(directive::changes_of(task, line, columns));
    CHECK(!changes.empty(), "an edited cell differs from what holds now");
    const auto event =
        directive::edit_book(changes, officer_of(caller.actor), desk.clock.now().date_in_china());
    return journal::Append{journal::stream_of(task.id), task.version, {directive::Event{event}}};
}

Result<journal::Append> plan_again(Desk& desk, const Caller& caller, const Definition& table,
                                   const std::string& id, const EditedCells& edited) {
    const auto before = TRY(visible_problem(desk, caller.actor, {id}));
    TRY(may_step(caller.actor, ProblemStep::plan, before));
    if (!before.branch || !before.owner || !before.due) {
        return Error{Fault::conflict,          "E-TABLE-041",    "",
                     "这个问题还没有整改方案", "已定方案的问题", "先在问题页定整改方案"};
    }
    problem::ProblemPlanned order{*before.branch,
                                  *before.owner,
                                  before.measure,
                                  before.cause,
                                  before.supervision,
                                  *before.due,
                                  before.stages,
                                  officer_of(caller.actor),
                                  desk.clock.now().date_in_china(),
                                  before.target};
    for (const auto& [at, text] : edited) {
        const std::string& key = table.columns[at].key;
        if (key == "measure") order.measure = text;
        if (key == "cause") order.cause = text;
        if (key == "due") order.due = calendar::Date::parse(text).value_or(order.due);
    }
    const auto event = TRY(problem::plan(before, std::move(order), desk.policies.problems));
    return journal::Append{journal::stream_of(before.id), before.version, {event}};
}

}  // namespace

Result<Cells> live_cells(Desk& desk, const authority::Actor& actor, const Definition& table,
                         const std::string& id) {
    const bool of_tasks = table.source == Source::task_book || table.source == Source::tasks;
    if (of_tasks) {
        const auto task = visible_task(desk, actor, {id});
        if (!task.ok() && task.error().fault == Fault::missing) return not_here(table, id);
        if (!task.ok()) return task.error();
        if (table.source == Source::task_book) return book_cells(table, task.value());
        const auto today = desk.clock.now().date_in_china();
        return task_cells(table, task.value(),
                          directive::light(task.value(), today, desk.policies.lights));
    }
    if (table.source == Source::field_work) {
        const auto scope = authority::scope_of(actor, Action::see_tasks);
        for (const auto& group : TRY(desk.problems.group_tallies(scope))) {
            if (group.mission.value + "/" + std::to_string(group.number) == id)
                return group_cells(table, group);
        }
        return not_here(table, id);
    }
    const auto found = visible_problem(desk, actor, {id});
    if (!found.ok() && found.error().fault == Fault::missing) return not_here(table, id);
    if (!found.ok()) return found.error();
    if (table.source == Source::closings) return closing_cells(table, found.value());
    const auto today = desk.clock.now().date_in_china();
    std::string list_name;
    if (found.value().list) {
        if (const auto list = TRY(desk.problems.find_list(*found.value().list, today)))
            list_name = list->name;
    }
    const ProblemRow row = problem_row(desk, found.value(), today);
    return problem_cells(table, row.problem, list_name, row.light);
}

Result<journal::Append> edit_live(Desk& desk, const Caller& caller, const Definition& table,
                                  const std::string& id, const EditedCells& edited) {
    switch (table.source) {
        case Source::task_book:
        case Source::tasks: return edit_task(desk, caller, table, id, edited);
        case Source::problems: return plan_again(desk, caller, table, id, edited);
        case Source::closings:
        case Source::field_work:
        case Source::kept: break;
    }
    CHECK(false, "only tables with columns to edit come here");
}

}  // namespace anmin::operations
