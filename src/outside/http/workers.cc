#include "http/workers.h"

#include <utility>

namespace anmin::http {

Workers::Workers(std::size_t threads, std::size_t queue_limit) : queue_limit_(queue_limit) {
    threads_.reserve(threads);
    for (std::size_t thread = 0; thread < threads; ++thread)
        threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock(guard_);
        ending_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool Workers::offer(std::function<void()> job) {
    {
        const std::lock_guard lock(guard_);
        if (jobs_.size() >= queue_limit_) return false;
        jobs_.push_back(std::move(job));
        queued_.store(jobs_.size());
    }
    wake_.notify_one();
    return true;
}

void Workers::work() {
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(guard_);
            wake_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
            if (jobs_.empty()) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
            queued_.store(jobs_.size());
        }
        job();
    }
}

}  // namespace anmin::http
