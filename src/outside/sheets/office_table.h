// A table of the office (registers::Definition) as offices print it, send it and send it back:
// workbook and document.
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "registers/sheet.h"
#include "result/result.h"
#include "sheets/read_sheet.h"

namespace anmin::sheets {

struct OfficeTableLine {
    std::string key;  // of the row; empty in a blank form
    registers::Cells cells;
};
struct OfficeTable {
    const registers::Definition& table;
    std::string unit;  // 填报单位
    calendar::Date as_of;
    std::vector<OfficeTableLine> lines;
};

// An .xlsx as closed-loop E.2 has it: title over the table, 填报单位 line, head of one or two rows
// (frozen, repeated), A4 landscape, signature line. Closed lists are offered in the cells. A hidden
// column has each row's key, a hidden sheet the cells as they were handed out. Equal arguments give
// equal bytes. E-SHEET-001, -002.
Result<std::string> office_table_workbook(const OfficeTable& table);

// A .docx with the table as attachment 1 of a notice (annex_document.h). Columns that find no room
// on the page follow as 续表, each with the number and the first needed column before them.
Result<std::string> office_table_document(const OfficeTable& table);

// What came back. E-TABLE-002 when no row heads this table, and the errors of read_sheet.
Result<registers::Sheet> read_office_table(const registers::Definition& table,
                                           const std::string& xlsx_bytes,
                                           const SheetLimits& limits = {});

}  // namespace anmin::sheets
