// A table that was handed out, filled in or edited, and sent back: what it would change, and
// changing it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "operations/open_table.h"
#include "registers/sheet.h"

namespace anmin::operations {

enum class TableRun { preview, apply };

struct TableRowChange {
    std::int64_t row = 0;  // in the sheet, from 1
    std::string id;        // of the row; empty: it is added
    std::string title;     // its first needed column
    std::vector<registers::CellChange> changes;
};
struct TableOutcome {
    std::vector<TableRowChange> added;
    std::vector<TableRowChange> changed;
    std::vector<registers::SheetFault> refused;
    std::vector<std::string> notes;
    std::int64_t unchanged = 0;
    bool applied = false;
};

// Rows are known again by the key that an export carries, else by the table's natural key, else by
// their whole content; lines that are missing from the sheet change nothing. Applying commits all
// rows or none: a sheet with a refused row is refused whole (E-TABLE-036, with the first of them).
// Refusals of a row: E-TABLE-030 changed meanwhile, -031 no such row here, -033 two lines of one
// row, -034 a column that a step decides, -035 a new row in a live table, and those of
// registers/sheet.h, registers/value.h, directive/book.h and problem::plan.
Result<TableOutcome> import_table(Desk& desk, const Caller& caller,
                                  const registers::Definition& table, const registers::Sheet& sheet,
                                  TableRun run);

}  // namespace anmin::operations
