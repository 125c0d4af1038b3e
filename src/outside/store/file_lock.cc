#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

#include "store/sqlite.h"

namespace anmin::store {

Result<FileLock> FileLock::take(const std::string& path) {
    const std::string name = path + ".lock";
    const int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        const auto refusal = errno == EROFS    ? Refusal::read_only
                             : errno == ENOSPC ? Refusal::full_disk
                                               : Refusal::cannot_open;
        return failure(refusal, name, std::strerror(errno));
    }
    FileLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) return failure(Refusal::in_use, path);
    return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FileLock::~FileLock() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace anmin::store
