// The tables of the office, and the rows of one: kept ones and those made from tasks, problems and
// field work alike.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/desk.h"

namespace anmin::operations {

// E-TABLE-001.
Result<const registers::Definition*> get_table(const Desk& desk, const std::string& id);

struct TableRow {
    std::string id;  // of the row, the task, the problem, or "mission/number" of a group
    std::int64_t version = 0;
    std::string unit_name;  // that keeps it or issued it
    registers::Cells cells;
};
struct TableFilter {
    bool own_unit = false;  // of registers
    std::string words;      // in any cell; of live tables: on the page that is asked for
};
// What the actor may see of it; tables of one's own unit show nothing else.
Result<organisation::Page<TableRow>> list_table_rows(Desk& desk, const authority::Actor& actor,
                                                     const registers::Definition& table,
                                                     const TableFilter& filter,
                                                     const organisation::PageRequest& page);

// All of them, for a workbook or a document. E-TABLE-039 more than one table holds.
Result<std::vector<TableRow>> export_table(Desk& desk, const authority::Actor& actor,
                                           const registers::Definition& table,
                                           const TableFilter& filter);

// One row of a register with its steps. E-TABLE-031 none that the actor may see.
struct OpenedRow {
    registers::RegisterRow row;
    registers::Cells cells;
    bool open = false;  // the actor may amend and withdraw it
};
Result<OpenedRow> open_row(Desk& desk, const authority::Actor& actor,
                           const registers::Definition& table, const registers::RowId& id);

// May the actor put rows into this table at all? E-TABLE-038 for a live one.
Result<void> may_keep(const authority::Actor& actor, const registers::Definition& table,
                      const ident::DivisionCode& division);

}  // namespace anmin::operations
