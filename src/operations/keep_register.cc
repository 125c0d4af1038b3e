#include "operations/keep_register.h"

#include <algorithm>
#include <utility>

#include "registers/value.h"

namespace anmin::operations {
namespace {

using registers::Cells;
using registers::Definition;
using registers::RowId;

Result<std::size_t> column_of(const Definition& table, const std::string& key) {
    if (const auto at = registers::find_column(table, key)) return *at;
    return Error{Fault::invalid,          "E-TABLE-018",  "“" + table.title + "”",
                 "没有栏目“" + key + "”", "这张表的栏目", "刷新页面后重新填写"};
}

Result<Cells> put_into(const Definition& table, Cells cells, const TypedCells& typed) {
    for (const auto& [key, text] : typed) {
        const std::size_t at = TRY(column_of(table, key));
        cells[at] = TRY(registers::kept_text(table.columns[at], text));
    }
    return cells;
}

Error stale_row(const Definition& table, const registers::RegisterRow& now,
                std::int64_t seen_version) {
    std::string finding = "您打开之后，这一行已由他人改动";
    const auto steps = static_cast<std::int64_t>(now.steps.size());
    const std::int64_t newer = std::clamp<std::int64_t>(now.version - seen_version, 0, steps);
    for (std::int64_t at = steps - newer; at < steps; ++at) {
        const auto& step = now.steps[static_cast<std::size_t>(at)];
        finding += (at == steps - newer ? "：" : "；") + step.on.iso() + " " + step.label + "（" +
                   step.officer.name + "）" + step.text;
    }
    return {Fault::stale,       "E-TABLE-030", "“" + table.title + "”的行 " + now.id.value,
            std::move(finding), "最新的版本",  "看过改动后再提交；您填写的内容仍保留在页面上"};
}

Result<OpenedRow> row_to_change(Desk& desk, const Caller& caller, const Definition& table,
                                const RowId& id, std::int64_t seen_version) {
    OpenedRow before = TRY(open_row(desk, caller.actor, table, id));
    TRY(may_keep(caller.actor, table, before.row.division));
    if (before.row.version != seen_version) return stale_row(table, before.row, seen_version);
    return before;
}

Result<OpenedRow> commit(Desk& desk, const Caller& caller, const Definition& table, const RowId& id,
                         std::int64_t version, registers::Event event) {
    const auto done = desk.journal.commit(command_of(caller),
                                          {{journal::stream_of(id), version, {std::move(event)}}});
    if (!done.ok() && done.error().fault == Fault::stale) {
        return stale_row(table, TRY(open_row(desk, caller.actor, table, id)).row, version);
    }
    if (!done.ok()) return done.error();
    return open_row(desk, caller.actor, table, id);
}

}  // namespace

Result<OpenedRow> add_row(Desk& desk, const Caller& caller, const AddRow& order) {
    const Definition& table = *TRY(get_table(desk, order.table));
    const auto& actor = caller.actor;
    TRY(may_keep(actor, table, actor.division));
    const Cells cells = TRY(put_into(table, Cells(table.columns.size()), order.cells));
    const RowId id{desk.ids.next()};
    const auto event =
        TRY(registers::add_row(table, {id, table.id, actor.division, actor.unit, actor.unit_name,
                                       registers::filled_cells(table, cells), officer_of(actor),
                                       desk.clock.now().date_in_china()}));
    return commit(desk, caller, table, id, 0, event);
}

Result<OpenedRow> amend_row(Desk& desk, const Caller& caller, const AmendRow& order) {
    const Definition& table = *TRY(get_table(desk, order.table));
    OpenedRow before = TRY(row_to_change(desk, caller, table, order.row, order.seen_version));
    const Cells after = TRY(put_into(table, before.cells, order.cells));
    std::vector<registers::CellChange> changes;
    for (std::size_t at = 0; at < after.size(); ++at) {
        if (after[at] == before.cells[at]) continue;
        const auto& column = table.columns[at];
        changes.push_back({column.key, registers::title_of(column), before.cells[at], after[at]});
    }
    if (changes.empty()) return before;
    const auto event = TRY(registers::amend_row(
        table, before.row, changes, officer_of(caller.actor), desk.clock.now().date_in_china()));
    return commit(desk, caller, table, order.row, order.seen_version, event);
}

Result<OpenedRow> withdraw_row(Desk& desk, const Caller& caller, const WithdrawRow& order) {
    const Definition& table = *TRY(get_table(desk, order.table));
    const OpenedRow before = TRY(row_to_change(desk, caller, table, order.row, order.seen_version));
    const auto event = TRY(registers::withdraw_row(
        before.row, order.reason, officer_of(caller.actor), desk.clock.now().date_in_china()));
    return commit(desk, caller, table, order.row, order.seen_version, event);
}

}  // namespace anmin::operations
