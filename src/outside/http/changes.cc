#include "http/changes.h"

namespace anmin::http {

void Changes::advance(std::int64_t last) {
    std::int64_t known = last_.load();
    while (known < last && !last_.compare_exchange_weak(known, last)) {
    }
    if (known >= last) return;
    const std::lock_guard lock(guard_);
    for (const auto& listener : listeners_) listener();
}

void Changes::listen(std::function<void()> listener) {
    const std::lock_guard lock(guard_);
    listeners_.push_back(std::move(listener));
}

void Changes::forget_listeners() {
    const std::lock_guard lock(guard_);
    listeners_.clear();
}

Result<journal::Receipt> AnnouncingJournal::commit(const journal::Command& command,
                                                   const std::vector<journal::Append>& appends) {
    auto receipt = journal_.commit(command, appends);
    if (receipt.ok() && !receipt.value().repeated) changes_.advance(receipt.value().last);
    return receipt;
}

Result<std::optional<journal::Receipt>> AnnouncingJournal::find_receipt(
    const ident::AccountId& account, const std::string& key, const std::string& digest) {
    return journal_.find_receipt(account, key, digest);
}

Result<std::int64_t> AnnouncingJournal::version(const journal::StreamId& stream) {
    return journal_.version(stream);
}

}  // namespace anmin::http
