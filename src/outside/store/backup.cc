#include "store/backup.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <unistd.h>

#include "store/copy_tables.h"
#include "store/migrations.h"
#include "store/sqlite.h"

namespace anmin::store {
namespace {

Result<void> must_be_free(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) return failure(Refusal::target_exists, path);
    return {};
}

void remove_file(const std::string& path) {
    for (const char* end : {"", "-wal", "-shm", "-journal"}) ::unlink((path + end).c_str());
}

// A file under a provisional name, gone unless it is kept.
class PartFile {
public:
    explicit PartFile(const std::string& target) : target_(target), name_(target + ".part") {
        remove_file(name_);
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    ~PartFile() { remove_file(name_); }

    const std::string& name() const { return name_; }

    // Onto the disk and under its own name.
    Result<void> keep() const {
        TRY(flush(name_, O_RDWR));
        if (std::rename(name_.c_str(), target_.c_str()) != 0) {
            return failure(Refusal::cannot_open, target_, std::strerror(errno));
        }
        const auto folder = std::filesystem::absolute(target_).parent_path();
        return flush(folder.string(), O_RDONLY | O_DIRECTORY);
    }

private:
    static Result<void> flush(const std::string& path, int flags) {
        const int file = ::open(path.c_str(), flags | O_CLOEXEC);
        const bool done = file >= 0 && ::fsync(file) == 0;
        const int reason = errno;
        if (file >= 0) ::close(file);
        if (done) return {};
        return failure(reason == ENOSPC ? Refusal::full_disk : Refusal::cannot_open, path,
                       std::strerror(reason));
    }

    std::string target_;
    std::string name_;
};

Result<LogReport> verified(Connection& connection) {
    auto report = TRY(verify_log(connection, std::nullopt));
    if (report.ok()) return report;
    return failure(Refusal::bad_copy, connection.place(), report.faults.front().text);
}

Result<BackupReport> verified_file(const std::string& path) {
    const auto connection = TRY(open_sqlite(path, Access::read));
    std::string verdict;
    TRY(connection->run("PRAGMA quick_check(1)", {}, [&](const Row& row) -> Result<void> {
        verdict = row.string(0);
        return {};
    }));
    if (verdict != "ok") return failure(Refusal::bad_copy, path, verdict);
    BackupReport report{TRY(verified(*connection)), 0};
    report.bytes = static_cast<std::int64_t>(std::filesystem::file_size(path));
    return report;
}

// Everything into the one file, without a log beside it.
Result<void> settle(Connection& connection) {
    return connection.script("PRAGMA journal_mode=DELETE;");
}

Result<void> copy_by_rows(Connection& from, const std::string& path) {
    const auto to = TRY(open_sqlite(path, Access::write));
    TRY(migrate(*to));
    TRY(from.begin_read());
    TRY(to->begin_write());
    TRY(copy_tables(from, *to));
    TRY(to->commit());
    TRY(from.commit());
    return settle(*to);
}

}  // namespace

Result<BackupReport> write_backup(Connection& from, const std::string& path) {
    TRY(must_be_free(path));
    const PartFile part(path);
    if (!TRY(from.copy_into(part.name()))) TRY(copy_by_rows(from, part.name()));
    const auto report = TRY(verified_file(part.name()));
    TRY(part.keep());
    return report;
}

Result<BackupReport> restore_file(const std::string& path, const std::string& target) {
    TRY(must_be_free(target));
    const auto lock = TRY(FileLock::take(target));
    const PartFile part(target);
    {
        const auto from = TRY(open_sqlite(path, Access::read));
        TRY(from->copy_into(part.name()));
    }
    {
        const auto copy = TRY(open_sqlite(part.name(), Access::write));
        TRY(migrate(*copy));
        TRY(settle(*copy));
    }
    const auto report = TRY(verified_file(part.name()));
    TRY(part.keep());
    return report;
}

Result<BackupReport> restore_into(const std::string& path, Connection& target) {
    const auto from = TRY(open_sqlite(path, Access::read));
    TRY(expect_schema(*from));
    if (!TRY(is_empty(target))) return failure(Refusal::target_exists, target.place());
    TRY(from->begin_read());
    TRY(target.begin_write());
    auto copied = copy_tables(*from, target);
    if (copied.ok()) copied = target.commit();
    if (!copied.ok()) {
        target.rollback();
        return copied.error();
    }
    BackupReport report{TRY(verified(target)), 0};
    report.bytes = static_cast<std::int64_t>(std::filesystem::file_size(path));
    return report;
}

}  // namespace anmin::store
