#include "http/log_writer.h"

#include <cerrno>
#include <unistd.h>
#include <utility>

namespace anmin::http {

LogWriter::LogWriter(int descriptor, std::size_t limit)
    : descriptor_(descriptor), limit_(limit), thread_([this] { work(); }) {}

LogWriter::~LogWriter() {
    {
        const std::lock_guard lock(guard_);
        ending_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void LogWriter::write(std::string_view line) {
    {
        const std::lock_guard lock(guard_);
        if (waiting_.size() + line.size() + 1 > limit_) {
            ++left_out_;
            return;
        }
        waiting_.append(line).append("\n");
    }
    wake_.notify_one();
}

void LogWriter::work() {
    std::unique_lock lock(guard_);
    for (;;) {
        wake_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        std::string text = std::exchange(waiting_, {});
        if (const auto left_out = std::exchange(left_out_, 0); left_out > 0) {
            text += "{\"lines_left_out\":" + std::to_string(left_out) + "}\n";
        }
        lock.unlock();
        put(text);
        lock.lock();
    }
}

void LogWriter::put(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;  // nobody reads the log any more
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

}  // namespace anmin::http
