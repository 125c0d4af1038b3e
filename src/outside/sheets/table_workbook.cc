#include "sheets/table_workbook.h"

#include <charconv>

#include "sheets/cell_text.h"
#include "sheets/workbook_file.h"

namespace anmin::sheets {

Result<std::string> table_workbook(const Table& table, const std::string& sheet,
                                   const std::string& note, calendar::Date as_of) {
    auto file = TRY(WorkbookFile::create(sheet, as_of));
    lxw_worksheet* const page = workbook_add_worksheet(file.workbook(), sheet.c_str());
    lxw_format* const bold = workbook_add_format(file.workbook());
    format_set_bold(bold);
    lxw_row_t row = 0;
    for (std::size_t i = 0; i < table.headers.size(); ++i)
        worksheet_write_string(page, row, static_cast<lxw_col_t>(i),
                               to_cell(table.headers[i]).c_str(), bold);
    for (const auto& cells : table.rows) {
        ++row;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            const std::string& text = cells[i].text;
            double value = 0;
            std::from_chars(text.data(), text.data() + text.size(), value);
            if (cells[i].number) {
                worksheet_write_number(page, row, column, value, nullptr);
            } else {
                worksheet_write_string(page, row, column, to_cell(text).c_str(), nullptr);
            }
        }
    }
    worksheet_write_string(page, row + 2, 0, to_cell(note).c_str(), nullptr);
    worksheet_freeze_panes(page, 1, static_cast<lxw_col_t>(table.keys));
    return file.finish();
}

}  // namespace anmin::sheets
