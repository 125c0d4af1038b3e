// The number of the last event in the log as this process knows it, and those who wait for it to
// grow.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

#include "journal/journal.h"

namespace anmin::http {

// For many threads. Listeners are added before serving begins and stay.
class Changes {
public:
    std::int64_t last() const { return last_.load(); }
    // A smaller number than the known one changes nothing.
    void advance(std::int64_t last);
    // `listener` is called on the committing thread after each advance: it must be quick.
    void listen(std::function<void()> listener);
    // After this nobody is called any more.
    void forget_listeners();

private:
    std::atomic<std::int64_t> last_{0};
    std::mutex guard_;
    std::vector<std::function<void()>> listeners_;
};

// A journal that tells `changes` of each successful commit.
class AnnouncingJournal final : public journal::Journal {
public:
    AnnouncingJournal(journal::Journal& journal, Changes& changes)
        : journal_(journal), changes_(changes) {}

    Result<journal::Receipt> commit(const journal::Command& command,
                                    const std::vector<journal::Append>& appends) override;
    Result<std::optional<journal::Receipt>> find_receipt(const ident::AccountId& account,
                                                         const std::string& key,
                                                         const std::string& digest) override;
    Result<std::int64_t> version(const journal::StreamId& stream) override;

private:
    journal::Journal& journal_;
    Changes& changes_;
};

}  // namespace anmin::http
