// Sign-ins by address: a bounded memory of when each address tried. It lives with the process; what
// must outlive it (locked accounts) stands in the log.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>

#include "calendar/date.h"

namespace anmin::operations {

// For many threads.
class Attempts {
public:
    // Notes an attempt; false when this address made `most` already within the window.
    bool take(const std::string& address, calendar::Instant now, std::int64_t most,
              std::chrono::minutes window);

private:
    // Beyond this the oldest addresses are forgotten first.
    static constexpr std::size_t most_addresses = 10'000;

    std::mutex guard_;
    std::map<std::string, std::deque<std::int64_t>> times_;
};

}  // namespace anmin::operations
