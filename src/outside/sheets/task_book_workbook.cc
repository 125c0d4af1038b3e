#include <array>

#include "sheets/form_sheet.h"
#include "sheets/task_book.h"
#include "sheets/task_book_names.h"
#include "sheets/workbook_file.h"

namespace anmin::sheets {
namespace {

using directive::BookColumn;

// closed-loop E.2: in characters; 序号 first, the hidden key last.
constexpr std::array<double, directive::book_width> widths{40, 22, 20, 10, 16, 16, 12, 13, 14, 20};

constexpr std::size_t number_of(BookColumn column) { return static_cast<std::size_t>(column); }

void write_head(FormSheet& form, const TaskBook& book) {
    form.write_top(book.title, book.unit, book.as_of);
    form.put_heading(FormSheet::header_row, 0, "序号");
    for (const BookColumn column : directive::book_columns) {
        const std::size_t number = number_of(column);
        form.keep_column(number, widths[number], directive::heading(column));
        form.put_heading(FormSheet::header_row, FormSheet::place_of(number),
                         directive::heading(column));
    }
    form.hide_keys(key_heading);
    form.put_heading(FormSheet::header_row, form.key_column(), key_heading);
    worksheet_set_row(form.sheet(), FormSheet::header_row, 34, nullptr);
}

void write_line(FormSheet& form, lxw_row_t line, const TaskBookLine& one) {
    form.begin_line(line, one.key);
    for (const BookColumn column : directive::book_columns) {
        const bool centred = column != BookColumn::work && column != BookColumn::measure &&
                             column != BookColumn::target && column != BookColumn::remark;
        form.write_cell(line, number_of(column), cell(one.cells, column), centred);
    }
}

}  // namespace

Result<std::string> task_book_workbook(const TaskBook& book) {
    TRY(check_lines(book.lines.size()));
    WorkbookFile file = TRY(WorkbookFile::create(book.title, book.as_of));
    FormSheet form(file.workbook(), "任务分解表", 1, directive::book_width);
    write_head(form, book);
    lxw_row_t line = 0;
    for (const TaskBookLine& one : book.lines) write_line(form, line++, one);
    form.write_foot(line);
    return file.finish();
}

}  // namespace anmin::sheets
