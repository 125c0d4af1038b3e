// PostgreSQL behind Connection (libpq; parameters and results in binary form).
#pragma once

#include <memory>
#include <string>

#include "store/database.h"

namespace anmin::store {

// Is it the address of a server rather than the path of a file?
bool is_postgres(const std::string& url);

// The schema is the first of the connection's search_path (url option:
// ?options=-csearch_path%3Dname). Errors: gone when the server does not answer; cannot_open when
// its database is not in UTF-8.
Result<std::unique_ptr<Connection>> open_postgres(const std::string& url, Access access);

}  // namespace anmin::store
