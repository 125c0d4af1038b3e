#include "store/commit.h"

#include <utility>

#include "store/project.h"

namespace anmin::store {
namespace {

using journal::Receipt;

Result<void> keep_receipt(Connection& connection, const journal::Command& command,
                          const Receipt& receipt) {
    TRY(
        connection.run("INSERT INTO command (account, key, digest, stream, version, first, last) "
                       "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                       {command.account.value, command.idempotency_key, command.request_digest,
                        receipt.stream.value, receipt.version, receipt.first, receipt.last}));
    return {};
}

// Gives the stream's version afterwards.
Result<std::int64_t> append_all(Transaction& transaction, const journal::Command& command,
                                const Prepared& prepared) {
    Connection& connection = transaction.connection;
    const journal::Append& append = *prepared.append;
    StreamHead head = TRY(stream_head(connection, append.stream.value));
    if (append.expected_version != journal::any_version &&
        append.expected_version != head.version) {
        return failure(Refusal::stale, append.stream.value,
                       "现为第 " + std::to_string(head.version) + " 版，提交依据第 " +
                           std::to_string(append.expected_version) + " 版");
    }
    for (std::size_t i = 0; i < append.events.size(); ++i) {
        const Recorded recorded =
            TRY(append_event(connection, transaction.head, command, append.stream.value, head,
                             prepared.events[i], transaction.now));
        TRY(project(connection, recorded, append.events[i]));
    }
    return head.version;
}

}  // namespace

Result<std::vector<Prepared>> prepare(const std::vector<journal::Append>& appends) {
    std::vector<Prepared> prepared;
    bool any = false;
    for (const journal::Append& append : appends) {
        Prepared one{&append, {}};
        for (const journal::Event& event : append.events) one.events.push_back(TRY(encode(event)));
        any = any || !one.events.empty();
        prepared.push_back(std::move(one));
    }
    if (!any) return failure(Refusal::empty_commit, "提交");
    return prepared;
}

Result<Receipt> commit_events(Transaction& transaction, const journal::Command& command,
                              const std::vector<Prepared>& appends) {
    const bool keyed = !command.idempotency_key.empty();
    if (keyed) {
        auto kept = TRY(kept_receipt(transaction.connection, command.account,
                                     command.idempotency_key, command.request_digest));
        if (kept) return *std::move(kept);
    }
    Receipt receipt;
    receipt.first = transaction.head.seq + 1;
    receipt.stream = appends.front().append->stream;
    for (const Prepared& append : appends) {
        const std::int64_t version = TRY(append_all(transaction, command, append));
        if (append.append->stream == receipt.stream) receipt.version = version;
    }
    receipt.last = transaction.head.seq;
    if (keyed) TRY(keep_receipt(transaction.connection, command, receipt));
    return receipt;
}

Result<std::optional<Receipt>> kept_receipt(Connection& connection, const ident::AccountId& account,
                                            std::string_view key, std::string_view digest) {
    std::optional<Receipt> receipt;
    TRY(connection.run(
        "SELECT digest, stream, version, first, last FROM command WHERE account = $1 AND key = $2",
        {account.value, key}, [&](const Row& row) -> Result<void> {
            if (row.text(0) != digest) return failure(Refusal::other_request, "幂等键");
            receipt =
                Receipt{row.integer(3), row.integer(4), {row.string(1)}, row.integer(2), true};
            return {};
        }));
    return receipt;
}

}  // namespace anmin::store
