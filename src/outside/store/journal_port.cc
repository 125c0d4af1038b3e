#include "store/commit.h"
#include "store/ports.h"

namespace anmin::store {

using journal::Receipt;

Result<Receipt> JournalPort::commit(const journal::Command& command,
                                    const std::vector<journal::Append>& appends) {
    const auto prepared = TRY(prepare(appends));
    Receipt receipt;
    TRY(connections_.write([&](Transaction& transaction) -> Result<void> {
        receipt = TRY(commit_events(transaction, command, prepared));
        return {};
    }));
    return receipt;
}

Result<std::optional<Receipt>> JournalPort::find_receipt(const ident::AccountId& account,
                                                         const std::string& key,
                                                         const std::string& digest) {
    const auto reader = TRY(connections_.readers->borrow());
    return kept_receipt(*reader, account, key, digest);
}

Result<std::int64_t> JournalPort::version(const journal::StreamId& stream) {
    const auto reader = TRY(connections_.readers->borrow());
    return TRY(stream_head(*reader, stream.value)).version;
}

}  // namespace anmin::store
