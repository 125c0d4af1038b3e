// Folding events into the tables that are read. One file per noun; rebuild.cc empties the tables
// and folds the whole log again. Called in the writer's transaction, in the order of the log.
#pragma once

#include <string>
#include <string_view>

#include "store/database.h"
#include "store/log.h"

namespace anmin::store {

// Puts the event into every table it concerns.
// Errors: bad_projection when it does not fit what is there; unique, foreign_key.
Result<void> project(Connection& connection, const Recorded& recorded, const journal::Event& event);

Result<void> project_document(Connection& connection, const Recorded& recorded,
                              const document::Event& event);
Result<void> project_directive(Connection& connection, const Recorded& recorded,
                               const directive::Event& event);
Result<void> project_organisation(Connection& connection, const Recorded& recorded,
                                  const organisation::Event& event);
Result<void> project_problem(Connection& connection, const Recorded& recorded,
                             const problem::Event& event);
Result<void> project_source(Connection& connection, const Recorded& recorded,
                            const source::Event& event);
// Those in the stream of a matter to be conveyed.
Result<void> project_conveyance(Connection& connection, const Recorded& recorded,
                                const source::Event& event);
Result<void> project_registers(Connection& connection, const Recorded& recorded,
                               const registers::Event& event);
Result<void> project_divisions(Connection& connection, const Recorded& recorded,
                               const organisation::DivisionsChanged& event);
Result<void> project_withdrawal(Connection& connection, const Recorded& recorded,
                                const organisation::DivisionChangeWithdrawn& event);
Result<void> project_account(Connection& connection, const Recorded& recorded,
                             const authority::Event& event);

// Empties all folded tables and folds the log from its beginning, within the caller's transaction.
// Errors: unknown_event, newer_event, bad_body; bad_divisions when the division table is not the
// imported one.
Result<void> rebuild(Connection& connection);

// SM3 over "code<TAB>name<LF>" of all rows in code order, hexadecimal: DivisionsImported::digest.
Result<std::string> division_digest(Connection& connection);

}  // namespace anmin::store
