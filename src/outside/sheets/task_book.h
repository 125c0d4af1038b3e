// The 任务分解表 as offices print it, send it and send it back: workbook and document.
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "directive/book.h"
#include "result/result.h"
#include "sheets/read_sheet.h"

namespace anmin::sheets {

struct TaskBookLine {
    std::string key;  // the task's identifier; empty for a draft
    directive::BookEntry cells;
};
struct TaskBook {
    std::string title;
    std::string unit;  // 填报单位
    calendar::Date as_of;
    std::vector<TaskBookLine> lines;
};

// An .xlsx in the columns of closed-loop E.2, table 1. Beside what is printed it carries a hidden
// column with each line's key and a hidden sheet with the cells as they were handed out, so that
// read_task_book can tell what was edited. Equal arguments give equal bytes. E-SHEET-001, -002.
Result<std::string> task_book_workbook(const TaskBook& book);

// A .docx with the same table as attachment 1 of a notice.
// SPEC: GB/T 9704-2012 as closed-loop B.6 has it: A4, margins 37/35/28/26 mm, turned for a wide
// table; 22 lines of 28 characters; fonts are named and supplied by the office's computer.
// Equal arguments give equal bytes. E-SHEET-001, -002.
Result<std::string> task_book_document(const TaskBook& book);

// What came back: every sheet in which a line heads a 任务分解表, and why the others were not read.
// Columns may stand in any order and under the names that offices use; E-SHEET-020 when there is no
// such sheet, and the errors of read_sheet.
Result<directive::Book> read_task_book(const std::string& xlsx_bytes,
                                       const SheetLimits& limits = {});

}  // namespace anmin::sheets
