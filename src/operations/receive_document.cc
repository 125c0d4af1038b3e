#include "operations/receive_document.h"

#include <utility>

namespace anmin::operations {
namespace {

// The document with these bytes in the caller's division, when there is one.
Result<std::optional<ReceivedDocument>> find_same(Desk& desk, const Caller& caller,
                                                  const std::string& digest) {
    const auto id = TRY(desk.documents.find_digest(digest, caller.actor.division));
    if (!id) return std::optional<ReceivedDocument>();
    auto summary = TRY(desk.documents.find_summary(*id));
    CHECK(summary.has_value(), "a digest that is found names a document");
    return std::optional(ReceivedDocument{*std::move(summary), true});
}

}  // namespace

Result<ReceivedDocument> receive_document(Desk& desk, const Caller& caller,
                                          const ReceiveDocument& order) {
    TRY(authority::may(caller.actor, authority::Action::receive_document,
                       {caller.actor.division, {}, {}}));
    const std::string digest = desk.vault.digest(order.bytes);
    if (auto same = TRY(find_same(desk, caller, digest))) return *std::move(same);

    document::Received received;
    received.document = {desk.ids.next()};
    received.file_name = order.file_name;
    received.digest = digest;
    received.bytes = static_cast<std::int64_t>(order.bytes.size());
    received.division = caller.actor.division;
    received.reading = TRY(document::read(order.bytes, order.file_name, desk.policies.reading));
    const ident::DocumentId id = received.document;
    directive::TasksProposed proposed{
        id, directive::propose_all(received.reading, desk.policies.proposing)};

    TRY(desk.documents.keep_bytes(digest, order.bytes));
    const auto receipt = desk.journal.commit(
        command_of(caller),
        {{journal::stream_of(id),
          0,
          {document::Event{std::move(received)}, directive::Event{std::move(proposed)}}}});
    if (!receipt.ok() || receipt.value().repeated) {
        // Somebody handed in the same file a moment earlier, or this very command was done before.
        if (auto same = TRY(find_same(desk, caller, digest))) return *std::move(same);
        TRY(receipt);
    }
    auto summary = TRY(desk.documents.find_summary(id));
    CHECK(summary.has_value(), "what was committed can be read");
    return ReceivedDocument{*std::move(summary), false};
}

}  // namespace anmin::operations
