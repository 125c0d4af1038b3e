// Backups are SQLite files, of either engine: one format to check, to move and to restore anywhere.
#pragma once

#include <cstdint>
#include <string>

#include "store/database.h"
#include "store/verify.h"

namespace anmin::store {

struct BackupReport {
    LogReport log;           // of the copy
    std::int64_t bytes = 0;  // of the file
};

// Copies the snapshot that `from` sees to a new file at `path`, verifies the copy, and only then
// gives it its name. Errors: target_exists, bad_copy, cannot_open, full_disk.
Result<BackupReport> write_backup(Connection& from, const std::string& path);

// A new database file at `target` from the backup at `path`; an older backup is migrated.
// Errors: target_exists, in_use, not_a_database, not_anmin, newer_version, bad_copy.
Result<BackupReport> restore_file(const std::string& path, const std::string& target);

// Into an empty database of any engine that has the newest schema; so must the backup (restore_file
// makes it so). Errors: target_exists, not_a_database, newer_version, not_anmin, bad_copy.
Result<BackupReport> restore_into(const std::string& path, Connection& target);

}  // namespace anmin::store
