#include "sheets/office_table.h"
#include "sheets/task_book_names.h"

namespace anmin::sheets {

Result<registers::Sheet> read_office_table(const registers::Definition& table,
                                           const std::string& xlsx_bytes,
                                           const SheetLimits& limits) {
    const auto rows = TRY(read_sheet(xlsx_bytes, limits));
    const auto handed_out = TRY(find_sheet(xlsx_bytes, base_sheet_name, limits));
    return registers::read_table(table, rows, handed_out);
}

}  // namespace anmin::sheets
