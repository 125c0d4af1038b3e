// SQLite behind Connection: WAL, synchronous=FULL, checkpoints by the writer alone.
#pragma once

#include <memory>
#include <string>

#include "store/database.h"

namespace anmin::store {

// Opens the file at `path`; with Access::write it is created when absent. Not locked against other
// processes: FileLock does that.
// Errors: cannot_open, not_a_database, read_only, full_disk.
Result<std::unique_ptr<Connection>> open_sqlite(const std::string& path, Access access);

// Holds "<path>.lock" so that one process at a time writes the database; let go when it ends,
// however.
class FileLock {
public:
    // Errors: in_use, cannot_open.
    static Result<FileLock> take(const std::string& path);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int file) : file_(file) {}
    int file_;
};

}  // namespace anmin::store
