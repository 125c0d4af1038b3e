#include "operations/open_table.h"

#include <algorithm>
#include <utility>

#include "operations/live_tables.h"
#include "operations/open_problem.h"
#include "operations/open_task.h"

namespace anmin::operations {
namespace {

using authority::Action;
using authority::Actor;
using organisation::Page;
using organisation::PageRequest;
using registers::Definition;
using registers::Source;

constexpr std::int32_t export_page = 500;
constexpr std::size_t export_limit = 20'000;

bool contains(const registers::Cells& cells, const std::string& words) {
    return words.empty() || std::any_of(cells.begin(), cells.end(), [&](const std::string& cell) {
               return cell.find(words) != std::string::npos;
           });
}

Result<Page<TableRow>> kept_rows(Desk& desk, const Actor& actor, const Definition& table,
                                 const TableFilter& filter, const PageRequest& page) {
    registers::RowFilter asked{table.id, {}, filter.words};
    if (filter.own_unit || table.own_unit_only) asked.unit = actor.unit;
    auto found =
        TRY(desk.registers.rows(authority::scope_of(actor, Action::see_tasks), asked, page));
    Page<TableRow> rows;
    rows.next = std::move(found.next);
    for (const auto& one : found.items) {
        rows.items.push_back(
            {one.id.value, one.version, one.unit_name, registers::cells_of(table, one)});
    }
    return rows;
}

Result<Page<TableRow>> task_rows(Desk& desk, const Actor& actor, const Definition& table,
                                 const TableFilter& filter, const PageRequest& page) {
    LedgerQuery query;
    query.filter.words = filter.words;
    auto found = TRY(list_tasks(desk, actor, query, page));
    Page<TableRow> rows;
    rows.next = std::move(found.page.next);
    for (const auto& one : found.page.items) {
        // A ledger comes without steps.
        const auto task = TRY(desk.tasks.find_task(one.task.id));
        CHECK(task.has_value(), "a task in the ledger can be read");
        auto cells = table.source == Source::task_book ? book_cells(table, *task)
                                                       : task_cells(table, *task, one.light);
        rows.items.push_back({task->id.value, task->version, task->issuer, std::move(cells)});
    }
    return rows;
}

Result<Page<TableRow>> problem_rows(Desk& desk, const Actor& actor, const Definition& table,
                                    const TableFilter& filter, const PageRequest& page) {
    using problem::ProblemState;
    problem::ProblemFilter asked;
    const bool closings = table.source == Source::closings;
    using enum ProblemState;
    asked.states = {accepted, struck_off, held};
    // What was judged away never was on the book of corrections.
    if (!closings) {
        asked.states = {raised, listed, planned, reported, accepted, struck_off, held, ended};
    }
    auto found = TRY(list_problems(desk, actor, asked, page));
    const auto lists = TRY(list_lists(desk, actor));
    Page<TableRow> rows;
    rows.next = std::move(found.next);
    for (const auto& one : found.items) {
        const auto whole = TRY(desk.problems.find_problem(one.problem.id));
        CHECK(whole.has_value(), "a problem of the list can be read");
        std::string list_name;
        for (const auto& list : lists) {
            if (whole->list == list.list.id) list_name = list.list.name;
        }
        auto cells = closings ? closing_cells(table, *whole)
                              : problem_cells(table, *whole, list_name, one.light);
        if (!contains(cells, filter.words)) continue;
        rows.items.push_back({whole->id.value, whole->version, whole->issuer, std::move(cells)});
    }
    return rows;
}

Result<Page<TableRow>> group_rows(Desk& desk, const Actor& actor, const Definition& table,
                                  const TableFilter& filter) {
    Page<TableRow> rows;
    const auto scope = authority::scope_of(actor, Action::see_tasks);
    for (const auto& group : TRY(desk.problems.group_tallies(scope))) {
        auto cells = group_cells(table, group);
        if (!contains(cells, filter.words)) continue;
        rows.items.push_back({group.mission.value + "/" + std::to_string(group.number),
                              group.version, group.title, std::move(cells)});
    }
    return rows;
}

}  // namespace

Result<const Definition*> get_table(const Desk& desk, const std::string& id) {
    for (const Definition& table : desk.policies.tables) {
        if (table.id == id) return &table;
    }
    return Error{Fault::missing, "E-TABLE-001", "表“" + id + "”",
                 "没有这张表",   "列出的表",    "从“台账表”页选择"};
}

Result<Page<TableRow>> list_table_rows(Desk& desk, const Actor& actor, const Definition& table,
                                       const TableFilter& filter, const PageRequest& page) {
    switch (table.source) {
        case Source::kept: return kept_rows(desk, actor, table, filter, page);
        case Source::task_book:
        case Source::tasks: return task_rows(desk, actor, table, filter, page);
        case Source::problems:
        case Source::closings: return problem_rows(desk, actor, table, filter, page);
        case Source::field_work: return group_rows(desk, actor, table, filter);
    }
    CHECK(false, "every source has its rows");
}

Result<std::vector<TableRow>> export_table(Desk& desk, const Actor& actor, const Definition& table,
                                           const TableFilter& filter) {
    TRY(authority::may(actor, Action::export_ledger, {actor.division, {}, {}}));
    std::vector<TableRow> rows;
    PageRequest request{"", export_page};
    do {
        auto page = TRY(list_table_rows(desk, actor, table, filter, request));
        std::move(page.items.begin(), page.items.end(), std::back_inserter(rows));
        if (rows.size() > export_limit) {
            return Error{Fault::too_large,
                         "E-TABLE-039",
                         "“" + table.title + "”的导出",
                         "超过 " + std::to_string(export_limit) + " 行",
                         "不超过 " + std::to_string(export_limit) + " 行",
                         "缩小筛选条件后再导出"};
        }
        request.after = page.next;
    } while (!request.after.empty());
    return rows;
}

Result<void> may_keep(const Actor& actor, const Definition& table,
                      const ident::DivisionCode& division) {
    if (table.source != Source::kept) {
        return Error{Fault::conflict,
                     "E-TABLE-038",
                     "“" + table.title + "”",
                     "这张表由系统里的任务、问题和调研生成",
                     "登记类的表",
                     "在任务、问题清单的页面上办理"};
    }
    return authority::may(actor, Action::record_field_work, {division, {}, {}});
}

Result<OpenedRow> open_row(Desk& desk, const Actor& actor, const Definition& table,
                           const registers::RowId& id) {
    auto found = TRY(desk.registers.find_row(id));
    const auto scope = authority::scope_of(actor, Action::see_tasks);
    const bool seen = found && found->table == table.id && scope.covers(found->division) &&
                      (!table.own_unit_only || found->unit == actor.unit);
    if (!seen) {
        return Error{Fault::missing,
                     "E-TABLE-031",
                     "“" + table.title + "”的行 " + id.value,
                     "没有这一行，或它不在您的管辖范围内",
                     "本表中的行",
                     "刷新后重新选择"};
    }
    OpenedRow opened;
    opened.cells = registers::cells_of(table, *found);
    opened.open = !found->withdrawn && may_keep(actor, table, found->division).ok();
    opened.row = *std::move(found);
    return opened;
}

}  // namespace anmin::operations
