#include "operations/attempts.h"

#include <algorithm>

namespace anmin::operations {

bool Attempts::take(const std::string& address, calendar::Instant now, std::int64_t most,
                    std::chrono::minutes window) {
    const std::int64_t oldest = now.milliseconds - std::chrono::milliseconds(window).count();
    if (most < 1) return false;
    const std::lock_guard lock(guard_);
    if (times_.size() >= most_addresses && !times_.contains(address)) {
        std::erase_if(times_, [oldest](const auto& one) { return one.second.back() < oldest; });
        if (times_.size() >= most_addresses) {
            times_.erase(std::min_element(times_.begin(), times_.end(),
                                          [](const auto& left, const auto& right) {
                                              return left.second.back() < right.second.back();
                                          }));
        }
    }
    auto& times = times_[address];
    while (!times.empty() && times.front() < oldest) times.pop_front();
    if (static_cast<std::int64_t>(times.size()) >= most) return false;
    times.push_back(now.milliseconds);
    return true;
}

}  // namespace anmin::operations
