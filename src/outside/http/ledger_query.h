// The filters of the ledger as every list and export of tasks takes them.
#pragma once

#include "http/query.h"
#include "operations/open_task.h"

namespace anmin::http {

// state (repeatable), document, q, overdue, mine, unsigned, split, mark, division; an unknown state
// or mark is a fault of the query.
operations::LedgerQuery read_ledger_query(Query& query);

}  // namespace anmin::http
