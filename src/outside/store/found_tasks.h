// The ledger of tasks that the index of words found.
#pragma once

#include "directive/task.h"
#include "organisation/organisation.h"
#include "store/database.h"
#include "store/task_words.h"

namespace anmin::store {

// Their number in the scope, and one page of them by due date and id. Scope, order and most of the
// filter are read from an index; a task is looked at to see whether it holds the words as they
// stand, and for the page. From 1,000 on there may only be "more". Errors: bad_page_key.
Result<directive::Ledger> ledger_of_found(Connection& connection, const FoundTasks& found,
                                          const organisation::Scope& scope,
                                          const directive::LedgerFilter& filter,
                                          const organisation::PageRequest& page);

}  // namespace anmin::store
