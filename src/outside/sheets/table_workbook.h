// A plain table as a workbook: one sheet, headers, rows, a note below.
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "result/result.h"

namespace anmin::sheets {

struct TableCell {
    std::string text;
    bool number = false;  // `text` is a decimal number
};

struct Table {
    std::vector<std::string> headers;
    std::vector<std::vector<TableCell>> rows;
    std::size_t keys = 0;  // so many columns on the left say what a row is of, and stay in view
};

// The bytes of the workbook. E-SHEET-… as for every workbook (workbook_file.h).
Result<std::string> table_workbook(const Table& table, const std::string& sheet,
                                   const std::string& note, calendar::Date as_of);

}  // namespace anmin::sheets
