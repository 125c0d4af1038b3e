// Writes log lines to a file descriptor on a thread of its own: a reader that does not keep up
// costs lines, never the server's time.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace anmin::http {

class LogWriter {
public:
    // `descriptor` outlives it; lines that do not fit `limit` bytes of waiting text are left out
    // and counted.
    explicit LogWriter(int descriptor, std::size_t limit = 4U << 20U);
    ~LogWriter();  // writes what waits
    LogWriter(const LogWriter&) = delete;
    LogWriter& operator=(const LogWriter&) = delete;

    void write(std::string_view line);

private:
    void work();
    void put(std::string_view bytes) const;

    const int descriptor_;
    const std::size_t limit_;
    std::mutex guard_;
    std::condition_variable wake_;
    std::string waiting_;
    std::uint64_t left_out_ = 0;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace anmin::http
