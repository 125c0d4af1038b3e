// A workbook made of rows of cells, for tests: as somebody's program would have saved it.
#pragma once

#include <string>
#include <vector>

#include "sheets/task_book_names.h"
#include "sheets/workbook_file.h"

namespace anmin::sheets {

// Merged ranges as "A1:C1"; all cells are texts. `handed_out` becomes the hidden sheet.
inline std::string workbook_of(const std::vector<std::vector<std::string>>& rows,
                               const std::vector<std::string>& merged = {},
                               const std::vector<std::vector<std::string>>& handed_out = {}) {
    WorkbookFile file = WorkbookFile::create("test", {}).value();
    const auto write = [](lxw_worksheet* sheet, const auto& lines) {
        for (std::size_t row = 0; row < lines.size(); ++row) {
            for (std::size_t column = 0; column < lines[row].size(); ++column) {
                if (lines[row][column].empty()) continue;
                worksheet_write_string(sheet, static_cast<lxw_row_t>(row),
                                       static_cast<lxw_col_t>(column), lines[row][column].c_str(),
                                       nullptr);
            }
        }
    };
    lxw_worksheet* sheet = workbook_add_worksheet(file.workbook(), "Sheet1");
    write(sheet, rows);
    for (const std::string& range : merged) {
        const lxw_row_t row = lxw_name_to_row(range.c_str());
        const lxw_col_t column = lxw_name_to_col(range.c_str());
        const lxw_row_t last_row = lxw_name_to_row_2(range.c_str());
        const lxw_col_t last_column = lxw_name_to_col_2(range.c_str());
        worksheet_merge_range(sheet, row, column, last_row, last_column, rows[row][column].c_str(),
                              nullptr);
    }
    if (!handed_out.empty()) {
        write(workbook_add_worksheet(file.workbook(), base_sheet_name), handed_out);
    }
    return file.finish().value();
}

}  // namespace anmin::sheets
