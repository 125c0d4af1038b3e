#include "registers/row.h"

#include <algorithm>

#include "registers/value.h"

namespace anmin::registers {
namespace {

Result<void> is_sound(const Definition& table, const Cells& cells) {
    const auto faults = faults_of(table, cells);
    if (faults.empty()) return {};
    return faults.front();
}

Result<void> is_there(const RegisterRow& row) {
    if (!row.withdrawn) return {};
    return Error{Fault::conflict,  "E-TABLE-032",    "行 " + row.id.value,
                 "这一行已经撤回", "没有撤回的一行", "需要的话另加一行"};
}

void put(RegisterRow& row, const std::string& column, const std::string& text) {
    std::erase_if(row.cells, [&column](const Cell& cell) { return cell.column == column; });
    if (!text.empty()) row.cells.push_back({column, text});
}

void apply_to(RegisterRow&, const RowAdded&) { CHECK(false, "a row is added once"); }

void apply_to(RegisterRow& row, const RowAmended& event) {
    std::string told;
    for (const CellChange& change : event.changes) {
        put(row, change.column, change.after);
        told +=
            (told.empty() ? "" : "；") + change.title + "：" + change.before + " → " + change.after;
    }
    row.steps.push_back({"修改", told, event.officer, event.on, {}});
}

void apply_to(RegisterRow& row, const RowWithdrawn& event) {
    row.withdrawn = true;
    row.steps.push_back({"撤回", event.reason, event.officer, event.on, {}});
}

}  // namespace

Cells cells_of(const Definition& table, const RegisterRow& row) {
    Cells cells(table.columns.size());
    for (const Cell& cell : row.cells) {
        if (const auto at = find_column(table, cell.column)) cells[*at] = cell.text;
    }
    return cells;
}

std::vector<Cell> filled_cells(const Definition& table, const Cells& cells) {
    std::vector<Cell> filled;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        if (!cells[at].empty()) filled.push_back({table.columns[at].key, cells[at]});
    }
    return filled;
}

Result<RowAdded> add_row(const Definition& table, RowAdded order) {
    RegisterRow row;
    row.cells = order.cells;
    TRY(is_sound(table, cells_of(table, row)));
    return order;
}

Result<RowAmended> amend_row(const Definition& table, const RegisterRow& row,
                             const std::vector<CellChange>& changes, const Officer& officer,
                             calendar::Date on) {
    TRY(is_there(row));
    RegisterRow after = row;
    for (const CellChange& change : changes) put(after, change.column, change.after);
    TRY(is_sound(table, cells_of(table, after)));
    return RowAmended{changes, officer, on};
}

Result<RowWithdrawn> withdraw_row(const RegisterRow& row, const std::string& reason,
                                  const Officer& officer, calendar::Date on) {
    TRY(is_there(row));
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos) {
        return Error{Fault::invalid, "E-TABLE-037", "“理由”",
                     "没有填写",     "一句话",      "写明为什么撤回这一行"};
    }
    return RowWithdrawn{reason, officer, on};
}

RegisterRow start(const RowAdded& event) {
    RegisterRow row{event.row,   1,     event.table, event.division, event.unit, event.unit_name,
                    event.cells, false, {}};
    row.steps.push_back({"登记", "", event.officer, event.on, {}});
    return row;
}

RegisterRow apply(RegisterRow row, const Event& event) {
    std::visit([&row](const auto& one) { apply_to(row, one); }, event);
    ++row.version;
    return row;
}

}  // namespace anmin::registers
