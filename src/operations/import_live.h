// Edited cells of a live table, as the event that the page's own operation would give.
#pragma once

#include <map>
#include <string>

#include "operations/open_table.h"

namespace anmin::operations {

// New texts of a row, by the place of their column.
using EditedCells = std::map<std::size_t, std::string>;

// The row as it stands now. E-TABLE-031.
Result<registers::Cells> live_cells(Desk& desk, const authority::Actor& actor,
                                    const registers::Definition& table, const std::string& id);

// INVARIANT: `edited` is not empty and holds only columns without held_in. Errors: the gate's,
// those of directive::changes_of and problem::plan.
Result<journal::Append> edit_live(Desk& desk, const Caller& caller,
                                  const registers::Definition& table, const std::string& id,
                                  const EditedCells& edited);

}  // namespace anmin::operations
