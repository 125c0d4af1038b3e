// Division rows as of a view: what division_port.cc and project_divisions.cc have in common.
#pragma once

#include <string>
#include <vector>

#include "organisation/organisation.h"
#include "store/conditions.h"
#include "store/database.h"

namespace anmin::store {

// A View with its defaults filled in: a day always, an instant or all that is known.
struct DivisionView {
    std::string day;
    std::optional<std::int64_t> known{};
};
DivisionView filled(const organisation::View& view, calendar::Date today);

inline constexpr std::string_view no_end = "9999-12-31";

// What to select from, named "division": the table; with what was set aside, when the view is of an
// earlier instant.
std::string divisions_of(const DivisionView& view);
// The rows that were known in the view, and those that lived in it, as conditions on
// divisions_of().
std::string known_in(Conditions& conditions, const DivisionView& view);
std::string lives(Conditions& conditions, const DivisionView& view);

// Rows in `order` with the names and the numbers of children of the view. The conditions do not
// hold the view by themselves: whoever wants only living ones adds lives(), whoever wants each once
// in a view of an earlier instant at least known_in().
Result<std::vector<organisation::Division>> division_rows(Connection& connection,
                                                          Conditions& conditions,
                                                          const std::string& order,
                                                          const DivisionView& view);

// Marks a row as one that a change touched: it is counted when it is asked for, and no longer in
// the sums of those above it.
Result<void> make_dated(Connection& connection, const ident::DivisionCode& code);

// Empties what changes did to the tree, so that the log can be folded again.
Result<void> undo_division_changes(Connection& connection);

// Recomputes division_tally from the undated rows of the table.
Result<void> recount_divisions(Connection& connection);

}  // namespace anmin::store
