// Threads that do work which may block, behind a queue that never grows beyond its limit.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace anmin::http {

class Workers {
public:
    Workers(std::size_t threads, std::size_t queue_limit);
    ~Workers();  // does what is queued, then ends
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // False when the queue is full: the job is not taken.
    bool offer(std::function<void()> job);
    std::size_t queued() const { return queued_.load(); }

private:
    void work();

    const std::size_t queue_limit_;
    std::atomic<std::size_t> queued_{0};
    std::mutex guard_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> jobs_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace anmin::http
