// A fixed number of read-only connections, lent one at a time to one caller.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "store/database.h"

namespace anmin::store {

class Readers {
public:
    explicit Readers(std::vector<std::unique_ptr<Connection>> connections)
        : free_(std::move(connections)) {}

    // Gives its connection back when it ends, with no transaction open.
    class Lease {
    public:
        Lease(Readers* owner, std::unique_ptr<Connection> connection)
            : owner_(owner), connection_(std::move(connection)) {}
        Lease(Lease&&) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease();

        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }

    private:
        Readers* owner_;
        std::unique_ptr<Connection> connection_;
    };

    // Errors: busy when none is free for five seconds; gone.
    Result<Lease> borrow();

private:
    void give_back(std::unique_ptr<Connection> connection);

    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> free_;
};

}  // namespace anmin::store
