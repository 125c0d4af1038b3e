// The supervision ledger (督办台账) as the workbook that offices print and send on.
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "directive/task.h"
#include "result/result.h"

namespace anmin::sheets {

// The bytes of an .xlsx with one sheet: title, reporting unit and date, header, one row a task in
// the order given, signature line. Columns: closed-loop E.2, table 2; what we do not hold stays
// empty for the officer's pen. Tasks must come with their steps, or progress and proof stay empty.
// Texts are never formulas, whatever they begin with. Equal arguments give equal bytes. Fails with
// E-SHEET-001 (cannot write) or E-SHEET-002 (more rows than a sheet holds).
Result<std::string> ledger_workbook(const std::vector<directive::Task>& tasks, calendar::Date as_of,
                                    const directive::LightRule& rule, const std::string& title,
                                    const std::string& unit);

}  // namespace anmin::sheets
