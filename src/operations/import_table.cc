#include "operations/import_table.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "operations/import_live.h"
#include "registers/value.h"

namespace anmin::operations {
namespace {

using authority::Action;
using registers::CellChange;
using registers::Cells;
using registers::Definition;
using registers::SheetLine;
using registers::Source;

// What stands between the marks of a place: “办理期限”.
std::string column_in(const std::string& place) {
    const std::string open = "“";
    const std::string close = "”";
    const auto from = place.find(open);
    const auto to = place.find(close);
    if (from == std::string::npos || to == std::string::npos || to < from) return {};
    return place.substr(from + open.size(), to - from - open.size());
}

Error of_row(Fault fault, const char* code, std::string finding, std::string expectation,
             std::string next_step) {
    return {fault, code, "", std::move(finding), std::move(expectation), std::move(next_step)};
}

class Importer {
public:
    Importer(Desk& desk, const Caller& caller, const Definition& table,
             const registers::Sheet& sheet)
        : desk_(desk), caller_(caller), table_(table), sheet_(sheet) {
        outcome_.refused = sheet.faults;
        outcome_.notes = sheet.notes;
        for (const auto& fault : sheet.faults) bad_rows_.insert(fault.row);
    }

    Result<void> plan() {
        if (table_.source == Source::kept) TRY(read_own_rows());
        for (const SheetLine& line : sheet_.lines) {
            if (bad_rows_.contains(line.row)) continue;
            const auto planned = plan_line(line);
            if (planned.ok()) continue;
            const Fault fault = planned.error().fault;
            if (fault == Fault::unavailable || fault == Fault::busy) return planned.error();
            refuse(line, planned.error());
        }
        std::stable_sort(outcome_.refused.begin(), outcome_.refused.end(),
                         [](const auto& left, const auto& right) { return left.row < right.row; });
        return {};
    }

    Result<TableOutcome> apply() {
        if (!outcome_.refused.empty()) {
            const auto& first = outcome_.refused.front().error;
            return Error{Fault::conflict,
                         "E-TABLE-036",
                         "“" + table_.title + "”",
                         std::to_string(outcome_.refused.size()) + " 处不能办理，一行也没有写入；" +
                             "第一处：" + first.place + "：" + first.finding,
                         "每一行都能办理的表",
                         "按预览更正后再上传"};
        }
        if (!appends_.empty()) TRY(desk_.journal.commit(command_of(caller_), appends_));
        outcome_.applied = true;
        return std::move(outcome_);
    }

    TableOutcome take() { return std::move(outcome_); }

private:
    void refuse(const SheetLine& line, Error error) {
        const std::string row = "第 " + std::to_string(line.row) + " 行";
        const std::string column = column_in(error.place);
        if (!error.place.starts_with("第 ")) error.place = row + error.place;
        outcome_.refused.push_back({line.row, column, std::move(error)});
    }

    Result<void> read_own_rows() {
        organisation::PageRequest page{"", 500};
        const registers::RowFilter filter{table_.id, caller_.actor.unit, {}};
        const auto scope = authority::scope_of(caller_.actor, Action::see_tasks);
        do {
            auto found = TRY(desk_.registers.rows(scope, filter, page));
            for (auto& row : found.items) {
                Cells cells = registers::cells_of(table_, row);
                by_content_.insert(cells);
                if (const auto name = natural_name(cells)) by_name_.emplace(*name, row.id);
            }
            page.after = found.next;
        } while (!page.after.empty());
        return {};
    }

    // Nothing when the table has no natural key, or a part of it is empty.
    std::optional<std::vector<std::string>> natural_name(const Cells& cells) const {
        std::vector<std::string> name;
        for (const std::size_t at : table_.natural_key) {
            if (cells[at].empty()) return std::nullopt;
            name.push_back(cells[at]);
        }
        if (name.empty()) return std::nullopt;
        return name;
    }

    std::string title_of_row(const Cells& cells) const {
        for (std::size_t at = 0; at < cells.size(); ++at) {
            if (table_.columns[at].needed && !cells[at].empty()) return cells[at];
        }
        return {};
    }

    Result<void> plan_line(const SheetLine& line) {
        std::string key = line.key;
        if (key.empty() && table_.source == Source::kept) {
            const auto name = natural_name(line.now);
            const auto known = name ? by_name_.find(*name) : by_name_.end();
            if (known != by_name_.end()) key = known->second.value;
        }
        if (!key.empty() && !taken_.emplace(key, line.row).second) {
            return of_row(Fault::invalid, "E-TABLE-033",
                          "与第 " + std::to_string(taken_.at(key)) + " 行是同一行",
                          "每行只出现一次", "删去多出的一行");
        }
        if (table_.source != Source::kept) return plan_live(line);
        if (key.empty()) return plan_new(line);
        return plan_kept(line, {key});
    }

    // The cells that somebody edited; nothing when some of them are refused, each by its column.
    std::optional<EditedCells> edits_of(const SheetLine& line, const Cells& held) {
        EditedCells edited;
        bool fine = true;
        const Cells& handed = line.before ? *line.before : held;
        for (std::size_t at = 0; at < held.size(); ++at) {
            const std::string& after = line.now[at];
            if (!sheet_.present[at] || after == handed[at] || after == held[at]) continue;
            // A row found by its name is somebody's list, not our export: gaps say nothing.
            if (line.key.empty() && after.empty()) continue;
            if (auto error = refusal_of(at, handed[at], held[at], after)) {
                refuse(line, *std::move(error));
                fine = false;
            }
            edited[at] = after;
        }
        if (!fine) return std::nullopt;
        return edited;
    }

    // Why this cell may not be written: a step decides it, or the system has yet another text.
    std::optional<Error> refusal_of(std::size_t at, const std::string& handed,
                                    const std::string& held, const std::string& after) const {
        const auto& column = table_.columns[at];
        if (!column.held_in.empty()) {
            return Error{Fault::conflict,
                         "E-TABLE-034",
                         registers::place_of(column),
                         "改成了“" + after + "”，系统中为“" + held + "”",
                         "由办理的各步决定的一栏，表中不改",
                         column.held_in};
        }
        if (handed == held) return std::nullopt;
        return Error{Fault::stale,
                     "E-TABLE-030",
                     registers::place_of(column),
                     "导出时为“" + handed + "”，现在系统中为“" + held + "”",
                     "导出以后没有别人改过的内容",
                     "重新导出后在新表上修改"};
    }

    void note_change(const SheetLine& line, const std::string& id, const Cells& held,
                     const EditedCells& edited) {
        TableRowChange row{line.row, id, title_of_row(held), {}};
        for (const auto& [at, after] : edited) {
            const auto& column = table_.columns[at];
            row.changes.push_back({column.key, registers::title_of(column), held[at], after});
        }
        outcome_.changed.push_back(std::move(row));
    }

    Result<void> plan_live(const SheetLine& line) {
        if (line.key.empty()) {
            return of_row(Fault::invalid, "E-TABLE-035", "这一行没有行标识，是新加的一行",
                          "由本系统导出的行", "新的任务、问题在它们的页面上办理；删去这一行");
        }
        const Cells held = TRY(live_cells(desk_, caller_.actor, table_, line.key));
        const auto edited = edits_of(line, held);
        if (!edited || edited->empty()) {
            outcome_.unchanged += edited ? 1 : 0;
            return {};
        }
        appends_.push_back(TRY(edit_live(desk_, caller_, table_, line.key, *edited)));
        note_change(line, line.key, held, *edited);
        return {};
    }

    // All that is wrong with a row; true when it is sound.
    bool is_sound(const SheetLine& line, const Cells& cells) {
        const auto faults = registers::faults_of(table_, cells);
        for (const Error& fault : faults) refuse(line, fault);
        return faults.empty();
    }

    Result<void> plan_kept(const SheetLine& line, const registers::RowId& id) {
        const OpenedRow before = TRY(open_row(desk_, caller_.actor, table_, id));
        const auto edited = edits_of(line, before.cells);
        if (!edited || edited->empty()) {
            outcome_.unchanged += edited ? 1 : 0;
            return {};
        }
        TRY(may_keep(caller_.actor, table_, before.row.division));
        Cells after = before.cells;
        for (const auto& [at, text] : *edited) after[at] = text;
        if (!is_sound(line, after)) return {};
        note_change(line, id.value, before.cells, *edited);
        const auto event =
            TRY(registers::amend_row(table_, before.row, outcome_.changed.back().changes,
                                     officer_of(caller_.actor), desk_.clock.now().date_in_china()));
        appends_.push_back({journal::stream_of(id), before.row.version, {registers::Event(event)}});
        return {};
    }

    Result<void> plan_new(const SheetLine& line) {
        if (by_content_.contains(line.now)) {
            ++outcome_.unchanged;
            return {};
        }
        const auto& actor = caller_.actor;
        TRY(may_keep(actor, table_, actor.division));
        if (!is_sound(line, line.now)) return {};
        const registers::RowId id{desk_.ids.next()};
        const auto event = TRY(
            registers::add_row(table_, {id, table_.id, actor.division, actor.unit, actor.unit_name,
                                        registers::filled_cells(table_, line.now),
                                        officer_of(actor), desk_.clock.now().date_in_china()}));
        appends_.push_back({journal::stream_of(id), 0, {registers::Event(event)}});
        by_content_.insert(line.now);
        if (const auto name = natural_name(line.now)) {
            by_name_.emplace(*name, id);
            taken_.emplace(id.value, line.row);
        }
        TableRowChange row{line.row, "", title_of_row(line.now), {}};
        for (const auto& cell : event.cells) {
            const auto at = *registers::find_column(table_, cell.column);
            row.changes.push_back(
                {cell.column, registers::title_of(table_.columns[at]), "", cell.text});
        }
        outcome_.added.push_back(std::move(row));
        return {};
    }

    Desk& desk_;
    const Caller& caller_;
    const Definition& table_;
    const registers::Sheet& sheet_;
    std::set<std::int64_t> bad_rows_;
    std::set<Cells> by_content_;                                    // of the own unit's rows
    std::map<std::vector<std::string>, registers::RowId> by_name_;  // of these
    std::map<std::string, std::int64_t> taken_;                     // key to line
    std::vector<journal::Append> appends_;
    TableOutcome outcome_;
};

// Live tables: the right to the operation itself is asked row by row.
Result<void> may_import(const authority::Actor& actor, const Definition& table) {
    if (table.source == Source::kept) return may_keep(actor, table, actor.division);
    const bool of_tasks = table.source == Source::task_book || table.source == Source::tasks;
    return authority::may(actor, of_tasks ? Action::confirm_tasks : Action::manage_problems,
                          {actor.division, {}, {}});
}

}  // namespace

Result<TableOutcome> import_table(Desk& desk, const Caller& caller, const Definition& table,
                                  const registers::Sheet& sheet, TableRun run) {
    TRY(may_import(caller.actor, table));
    Importer importer(desk, caller, table, sheet);
    TRY(importer.plan());
    switch (run) {
        case TableRun::preview: return importer.take();
        case TableRun::apply: break;
    }
    auto outcome = importer.apply();
    if (outcome.ok() || outcome.error().fault != Fault::stale) return outcome;
    // Somebody was quicker: what they changed is named, what they left alone is written.
    Importer again(desk, caller, table, sheet);
    TRY(again.plan());
    return again.apply();
}

}  // namespace anmin::operations
