// Rows of tables as one line each: cells separated by one tab.
#pragma once

#include <vector>

#include "document/draft.h"
#include "text/traced.h"

namespace anmin::document {

// | a | b | -> a TAB b. Empty cells stay, so that columns keep their places.
text::Traced cells_at_bars(const text::Traced& line);

// Joins cells to one row; line ends inside a cell are dropped.
text::Traced join_cells(const std::vector<text::Traced>& cells);

// Turns lines that are written as table rows (tabs, or bars between cells) into rows.
void find_plain_rows(Draft& draft);

}  // namespace anmin::document
