// A sheet of an office's form: title over the table, unit and day, a framed head and lines, a line
// for signatures. Beside it lies a hidden sheet that keeps what was handed out, by key, so that a
// form that comes back tells what was edited (closed-loop E.2).
#pragma once

#include <cstddef>
#include <string>
#include <xlsxwriter.h>

#include "calendar/date.h"
#include "result/result.h"

namespace anmin::sheets {

class FormSheet {
public:
    static constexpr lxw_row_t header_row = 2;

    // `columns`: without the number in front and the hidden key behind.
    FormSheet(lxw_workbook* workbook, const std::string& name, lxw_row_t head_rows,
              std::size_t columns);

    // Title, and the line of unit and day.
    void write_top(const std::string& title, const std::string& unit, calendar::Date as_of);
    // Heads the hidden sheet and hides the column of keys; its heading is the caller's to write.
    void hide_keys(const std::string& heading);
    // The heading by which the hidden sheet keeps a column, and how wide the column is shown.
    void keep_column(std::size_t column, double width, const std::string& heading);

    void begin_line(lxw_row_t line, const std::string& key);
    void write_cell(lxw_row_t line, std::size_t column, const std::string& text, bool centred);
    void write_foot(lxw_row_t lines);

    void put_heading(lxw_row_t row, lxw_col_t column, const std::string& words);
    void merge_heading(lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
                       lxw_col_t last_column, const std::string& words);

    lxw_worksheet* sheet() { return sheet_; }
    lxw_row_t first_row() const { return header_row + head_rows_; }
    lxw_col_t key_column() const { return key_column_; }
    static lxw_col_t place_of(std::size_t column) { return static_cast<lxw_col_t>(column + 1); }

private:
    void make_formats(lxw_workbook* workbook);
    void set_page();
    void merge(lxw_row_t row, const std::string& text, lxw_format* format);

    lxw_worksheet* sheet_;
    lxw_worksheet* base_;
    lxw_row_t head_rows_;
    lxw_col_t key_column_;
    lxw_format* title_ = nullptr;
    lxw_format* plain_ = nullptr;
    lxw_format* header_ = nullptr;
    lxw_format* text_ = nullptr;
    lxw_format* centred_ = nullptr;
};

// E-SHEET-002: more lines than a form can have.
Result<void> check_lines(std::size_t lines);

}  // namespace anmin::sheets
