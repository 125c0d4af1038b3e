// The one thread that writes. It takes what waits in a bounded queue, does each work in a
// savepoint, commits them together (one fsync for many: group commit) and only then tells the
// callers. So what a caller is told is durable, and one caller's failure does not touch another's
// work.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "calendar/date.h"
#include "store/database.h"
#include "store/log.h"

namespace anmin::store {

using Now = std::function<calendar::Instant()>;

// What a work may use. It runs in the writer's thread.
struct Transaction {
    Connection& connection;
    LogHead& head;
    calendar::Instant now;
};
using Work = std::function<Result<void>(Transaction&)>;
// A piece of what is better done while nobody waits, with no transaction open; true: there is more.
using Tidy = std::function<Result<bool>(Connection&)>;

class Writer {
public:
    struct Counts {
        std::int64_t works = 0;    // done and durable
        std::int64_t commits = 0;  // groups
        std::int64_t refused = 0;  // queue full
        std::int64_t waiting = 0;
    };

    // `tidy` runs after every group of works, again and again while the queue is empty.
    Writer(std::unique_ptr<Connection> connection, std::size_t queue_limit, Now now,
           Tidy tidy = {});
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer();  // finishes what was accepted

    // Waits until the work is durable, or failed and left nothing behind.
    // Errors: the work's own; busy when the queue is full; the engine's.
    Result<void> perform(const Work& work);

    Counts counts() const;

private:
    struct Job;

    void loop();
    bool is_idle() const;
    void tidy_up();
    void run_group(const std::vector<Job*>& group);
    Result<void> begin();
    Result<void> run_one(Job& job);
    Result<void> finish();

    std::unique_ptr<Connection> connection_;
    const std::size_t queue_limit_;
    const Now now_;
    const Tidy tidy_;
    LogHead head_;
    bool head_moved_ = false;

    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Job*> queue_;
    bool stopping_ = false;
    std::atomic<std::int64_t> works_{0};
    std::atomic<std::int64_t> commits_{0};
    std::atomic<std::int64_t> refused_{0};
    std::thread thread_;  // last: everything above is there when it starts
};

}  // namespace anmin::store
