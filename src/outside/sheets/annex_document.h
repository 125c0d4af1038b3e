// Tables as attachment 1 of a notice.
// SPEC: GB/T 9704-2012 as closed-loop B.6 has it: A4, margins 37/35/28/26 mm, turned for a wide
// table; 22 lines of 28 characters; fonts are named and supplied by the office's computer.
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "result/result.h"

namespace anmin::sheets {

// Between the margins of the turned page: 297 - 35 - 37.
inline constexpr int annex_width_mm = 225;

struct AnnexColumn {
    std::string heading;
    int width_mm = 0;
};
struct AnnexTable {
    std::string caption;  // 续表; empty: none
    std::vector<AnnexColumn> columns;
    std::vector<std::vector<std::string>> rows;  // a text for each column
};
struct Annex {
    std::string title;
    std::string unit;  // 填报单位
    calendar::Date as_of;
    std::vector<AnnexTable> tables;
};

// The bytes of a .docx; equal arguments give equal bytes. E-SHEET-001.
Result<std::string> annex_document(const Annex& annex);

}  // namespace anmin::sheets
