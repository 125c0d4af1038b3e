#include "store/writer.h"

#include <algorithm>
#include <future>
#include <optional>
#include <utility>

namespace anmin::store {
namespace {

// Works in one commit at most: bounds how long the first of them waits.
constexpr std::size_t group_limit = 256;

}  // namespace

struct Writer::Job {
    const Work& work;
    std::optional<Result<void>> outcome;
    std::promise<void> done;
};

Writer::Writer(std::unique_ptr<Connection> connection, std::size_t queue_limit, Now now, Tidy tidy)
    : connection_(std::move(connection)),
      queue_limit_(queue_limit),
      now_(std::move(now)),
      tidy_(std::move(tidy)),
      thread_([this] { loop(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

Result<void> Writer::perform(const Work& work) {
    Job job{work, std::nullopt, {}};
    auto done = job.done.get_future();
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || queue_.size() >= queue_limit_) {
            ++refused_;
            return failure(Refusal::busy, connection_->place());
        }
        queue_.push_back(&job);
    }
    arrived_.notify_one();
    done.wait();
    return std::move(*job.outcome);
}

Writer::Counts Writer::counts() const {
    const std::lock_guard lock(mutex_);
    return {works_, commits_, refused_, static_cast<std::int64_t>(queue_.size())};
}

void Writer::loop() {
    for (;;) {
        std::vector<Job*> group;
        {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
            if (queue_.empty()) return;
            const auto count = static_cast<std::ptrdiff_t>(std::min(queue_.size(), group_limit));
            group.assign(queue_.begin(), queue_.begin() + count);
            queue_.erase(queue_.begin(), queue_.begin() + count);
        }
        run_group(group);
        for (Job* job : group) job->done.set_value();
        tidy_up();
    }
}

bool Writer::is_idle() const {
    const std::lock_guard lock(mutex_);
    return queue_.empty() && !stopping_;
}

// What fails here is left for the next time: no command depends on it.
void Writer::tidy_up() {
    for (bool more = true; more;) {
        const auto tidied = tidy_ ? tidy_(*connection_) : Result<bool>(false);
        connection_->checkpoint();
        more = tidied.ok() && tidied.value() && is_idle();
    }
}

void Writer::run_group(const std::vector<Job*>& group) {
    auto state = begin();
    std::int64_t succeeded = 0;
    for (Job* job : group) {
        if (state.ok()) {
            job->outcome = run_one(*job);
            succeeded += job->outcome->ok() ? 1 : 0;
            // The engine gives up the whole transaction when the disk is full or the server is
            // gone; then nothing of this group is there.
            if (!connection_->in_transaction()) {
                state = job->outcome->ok() ? failure(Refusal::other, connection_->place())
                                           : *job->outcome;
            }
        }
    }
    if (state.ok()) state = finish();
    if (!state.ok()) connection_->rollback();
    for (Job* job : group) {
        if (!state.ok() && (!job->outcome || job->outcome->ok())) job->outcome = state;
    }
    if (state.ok()) {
        works_ += succeeded;
        ++commits_;
    }
}

Result<void> Writer::begin() {
    TRY(connection_->revive());
    TRY(connection_->begin_write());
    head_moved_ = false;
    auto head = read_head(*connection_);
    if (!head.ok()) return head.error();
    head_ = head.value();
    return {};
}

Result<void> Writer::run_one(Job& job) {
    const LogHead before = head_;
    TRY(connection_->run("SAVEPOINT work"));
    Transaction transaction{*connection_, head_, now_()};
    auto outcome = job.work(transaction);
    if (outcome.ok()) {
        outcome = [&]() -> Result<void> {
            TRY(connection_->run("RELEASE SAVEPOINT work"));
            return {};
        }();
    }
    if (outcome.ok()) {
        head_moved_ = head_moved_ || head_.seq != before.seq;
        return outcome;
    }
    head_ = before;
    if (connection_->in_transaction()) {
        TRY(connection_->run("ROLLBACK TO SAVEPOINT work"));
        TRY(connection_->run("RELEASE SAVEPOINT work"));
    }
    return outcome;
}

Result<void> Writer::finish() {
    if (head_moved_) TRY(write_head(*connection_, head_));
    return connection_->commit();
}

}  // namespace anmin::store
