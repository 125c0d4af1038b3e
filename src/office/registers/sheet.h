// A table that somebody filled in, as rows of cells: which row is the head, which column is which,
// what stands in each line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "registers/definition.h"

namespace anmin::registers {

// Headings that writer and reader agree on.
inline constexpr const char* number_heading = "序号";
inline constexpr const char* key_heading = "行标识（请勿修改）";
inline constexpr const char* signature = "填报人：";  // begins the last line

struct SheetLine {
    std::int64_t row = 0;  // in the sheet, from 1
    std::string key;       // of the row as it was handed out; empty when it has none
    Cells now;             // kept texts, 同上 written out; empty where the sheet has no column
    std::optional<Cells> before;  // as it was handed out
};
struct SheetFault {
    std::int64_t row = 0;
    std::string column;  // its title; empty: the whole row
    Error error;
};
struct Sheet {
    std::vector<bool> present;  // by column: the sheet has it
    std::vector<SheetLine> lines;
    std::vector<SheetFault> faults;
    std::vector<std::string> notes;  // stops nothing: a column that every such table has is missing
};

// `rows` are those of the first sheet with merged cells spread out, `handed_out` those of the
// hidden sheet (may be empty). The head may be one row or two, its columns in any order and under
// other names. E-TABLE-002 when no row heads this table. Faults: -003 a filled column that the
// table does not have, -004 two columns of one name, -006 同上 with nothing above, -007 a total
// that is not the sum of its rows, and those of kept_text.
Result<Sheet> read_table(const Definition& table, const std::vector<std::vector<std::string>>& rows,
                         const std::vector<std::vector<std::string>>& handed_out);

}  // namespace anmin::registers
