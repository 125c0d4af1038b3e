// A page of sentences and tables as a .docx: what is handed out at a meeting.
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "result/result.h"

namespace anmin::sheets {

struct PrintedColumn {
    std::string heading;
    int width_mm = 0;  // all of a table: the 156 mm between the margins
};
struct PrintedTable {
    std::string heading;
    std::vector<PrintedColumn> columns;
    std::vector<std::vector<std::string>> rows;  // none: the table is left out
};
struct PrintedPage {
    std::string title;
    std::string unit;
    calendar::Date as_of;
    std::vector<std::string> lines;
    std::vector<PrintedTable> tables;
};

// SPEC: GB/T 9704-2012 as closed-loop B.6 has it: A4 upright, margins 37/35/28/26 mm. Equal
// arguments give equal bytes. E-SHEET-001.
Result<std::string> page_document(const PrintedPage& page);

}  // namespace anmin::sheets
