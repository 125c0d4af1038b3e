// Reads what offices send in as .xlsx.
#pragma once

#include <string>
#include <vector>

#include "result/result.h"

namespace anmin::sheets {

// What one file may cost, before anything is believed about it.
struct SheetLimits {
    std::size_t file_bytes = 50U << 20U;
    std::size_t part_bytes = 128U << 20U;  // one part of the package, unpacked
    std::size_t parts = 2'000;
    std::size_t cells = 5'000'000;  // of the result, gaps included; and as many writes to them
    std::size_t text_bytes = 256U << 20U;  // of the result: one text may be named by many cells
};

// The first sheet, row by row, cell by cell, as text: numbers as they are stored, dates as
// 2025-03-31 (with 08:30:00 when there is a time of day), percentages as 85%, truth as TRUE and
// FALSE, errors as #REF!, a formula that no program has computed as #公式未计算.
// A merged range has its text in each of its cells. Rows and cells stand where the sheet has them
// (gaps are empty); empty ends are cut off. Fails with E-SHEET-010 not a workbook, -011 over a
// limit, -012 a part is missing, -013 a part is broken.
Result<std::vector<std::vector<std::string>>> read_sheet(const std::string& xlsx_bytes,
                                                         const SheetLimits& limits = {});

// The sheet of this name, as read_sheet gives the first; no rows when there is none.
Result<std::vector<std::vector<std::string>>> find_sheet(const std::string& xlsx_bytes,
                                                         const std::string& name,
                                                         const SheetLimits& limits = {});

struct NamedSheet {
    std::string name;
    bool hidden = false;
    std::vector<std::vector<std::string>> rows;  // as read_sheet gives them; none when hidden
};
// Every sheet in its order; the limits hold for all of them together.
Result<std::vector<NamedSheet>> read_sheets(const std::string& xlsx_bytes,
                                            const SheetLimits& limits = {});

// The names of the sheets that are not hidden, in their order.
Result<std::vector<std::string>> sheet_names(const std::string& xlsx_bytes,
                                             const SheetLimits& limits = {});

}  // namespace anmin::sheets
