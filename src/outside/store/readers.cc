#include "store/readers.h"

#include <chrono>
#include <utility>

namespace anmin::store {

Readers::Lease::~Lease() {
    if (connection_) owner_->give_back(std::move(connection_));
}

Result<Readers::Lease> Readers::borrow() {
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, std::chrono::seconds(5), [this] { return !free_.empty(); })) {
        return failure(Refusal::busy, "读连接");
    }
    Lease lease(this, std::move(free_.back()));
    free_.pop_back();
    lock.unlock();
    TRY(lease->revive());
    return lease;
}

void Readers::give_back(std::unique_ptr<Connection> connection) {
    if (connection->in_transaction()) connection->rollback();
    {
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

}  // namespace anmin::store
