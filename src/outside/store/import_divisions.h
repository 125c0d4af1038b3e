// Replacing the division table: some 665,000 rows in one transaction, with the event that names
// them.
#pragma once

#include <vector>

#include "organisation/organisation.h"
#include "store/writer.h"

namespace anmin::store {

// Errors: bad_divisions when the rows are not in strict code order or do not give the event's
// digest.
Result<void> check_rows(const std::vector<organisation::Division>& rows,
                        const organisation::DivisionsImported& event);

Result<void> replace_divisions(Transaction& transaction,
                               const std::vector<organisation::Division>& rows,
                               const organisation::DivisionsImported& event);

}  // namespace anmin::store
