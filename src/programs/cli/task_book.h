// anmin task book | import | split | merge | reopen: the 任务分解表, and cutting proposals anew.
#pragma once

#include "cli/arguments.h"
#include "cli/workplace.h"
#include "operations/desk.h"

namespace anmin::cli {

// Is this one of the verbs above, with as many words as it takes?
bool is_book_verb(const Arguments& arguments);

// INVARIANT: is_book_verb(arguments).
Result<void> run_book_verb(Workplace& place, const operations::Caller& caller,
                           const Arguments& arguments);

}  // namespace anmin::cli
