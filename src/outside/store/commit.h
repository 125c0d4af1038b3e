// A command's events into the log and the tables: what the writer does for Journal::commit.
#pragma once

#include <string_view>
#include <vector>

#include "store/codec.h"
#include "store/writer.h"

namespace anmin::store {

// An append with its bodies already written, so that the writer's thread does not spend its time on
// it.
struct Prepared {
    const journal::Append* append;
    std::vector<Encoded> events;
};
// Borrows the appends. Errors: bad_text; empty_commit when there is no event at all.
Result<std::vector<Prepared>> prepare(const std::vector<journal::Append>& appends);
Result<std::vector<Prepared>> prepare(std::vector<journal::Append>&&) = delete;

// Errors: stale, other_request; unique, foreign_key, bad_projection from the tables.
Result<journal::Receipt> commit_events(Transaction& transaction, const journal::Command& command,
                                       const std::vector<Prepared>& appends);

// The receipt kept for this key. Errors: other_request.
Result<std::optional<journal::Receipt>> kept_receipt(Connection& connection,
                                                     const ident::AccountId& account,
                                                     std::string_view key, std::string_view digest);

}  // namespace anmin::store
