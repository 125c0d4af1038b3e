// Units, posts and terms as a workbook, out and in.
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "organisation/staff_row.h"
#include "result/result.h"

namespace anmin::sheets {

// One sheet: a header, then one row a term, a vacant post or a unit without posts. Equal arguments
// give equal bytes. Fails with E-SHEET-001.
Result<std::string> staff_workbook(const std::vector<organisation::StaffRow>& rows,
                                   calendar::Date as_of);

// Reads what staff_workbook writes and offices filled in; wholly empty rows are passed over.
// Fails with E-SHEET-010 to -013, and E-SHEET-030 when the header is another one.
Result<std::vector<organisation::StaffRow>> read_staff_workbook(const std::string& xlsx_bytes);

}  // namespace anmin::sheets
