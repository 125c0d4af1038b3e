// Brings a database to this program's schema. The steps are migrations/*.sql, in the order of
// their numbers, the same for every engine; each is run once, in one transaction with its entry in
// schema_version, which counts them: a new one stands after all that any database has run.
#pragma once

#include <cstdint>

#include "store/database.h"

namespace anmin::store {

std::int64_t newest_schema();

// Errors: newer_version, not_anmin, read_only, full_disk.
Result<void> migrate(Connection& connection);

// For readers: is the schema there and exactly this program's?
// Errors: newer_version; not_anmin also for an empty or older database (it must be opened for
// writing once).
Result<void> expect_schema(Connection& connection);

}  // namespace anmin::store
