// A row of a register: added, amended, withdrawn; never removed. Functions named by a verb decide
// and return an event or an Error, apply() alone changes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "directive/task.h"
#include "ident/ident.h"
#include "organisation/organisation.h"
#include "registers/definition.h"

namespace anmin::registers {

using directive::Officer;
using RowId = ident::Id<struct RowTag>;

// A filled cell, under the key of its column: a later definition may have other columns.
struct Cell {
    std::string column;
    std::string text;

    bool operator==(const Cell&) const = default;
};
struct CellChange {
    std::string column;
    std::string title;  // of the column on that day
    std::string before;
    std::string after;

    bool operator==(const CellChange&) const = default;
};

struct RowAdded {
    RowId row;
    std::string table;
    ident::DivisionCode division;
    ident::UnitId unit;
    std::string unit_name;
    std::vector<Cell> cells;
    Officer officer;
    calendar::Date on;
};
struct RowAmended {
    std::vector<CellChange> changes;  // with what stood there before
    Officer officer;
    calendar::Date on;
};
struct RowWithdrawn {
    std::string reason;
    Officer officer;
    calendar::Date on;
};
using Event = std::variant<RowAdded, RowAmended, RowWithdrawn>;

struct RegisterRow {
    RowId id;
    std::int64_t version = 0;
    std::string table;
    ident::DivisionCode division;
    ident::UnitId unit;
    std::string unit_name;
    std::vector<Cell> cells;
    bool withdrawn = false;
    std::vector<directive::Step> steps;

    bool operator==(const RegisterRow&) const = default;
};

// In the columns of the table; cells of columns that it no longer has are left out.
Cells cells_of(const Definition& table, const RegisterRow& row);
std::vector<Cell> filled_cells(const Definition& table, const Cells& cells);

// The first fault of the row as an Error (value.h).
Result<RowAdded> add_row(const Definition& table, RowAdded order);
// E-TABLE-032 withdrawn already; nothing to change gives no change and is our caller's to avoid.
Result<RowAmended> amend_row(const Definition& table, const RegisterRow& row,
                             const std::vector<CellChange>& changes, const Officer& officer,
                             calendar::Date on);
// E-TABLE-037 no reason.
Result<RowWithdrawn> withdraw_row(const RegisterRow& row, const std::string& reason,
                                  const Officer& officer, calendar::Date on);

RegisterRow start(const RowAdded& event);
// INVARIANT: `event` is one of the row's stream behind RowAdded.
// Call it qualified, registers::apply: an unqualified call would also find std::apply.
RegisterRow apply(RegisterRow row, const Event& event);

struct RowFilter {
    std::string table;
    std::optional<ident::UnitId> unit;
    std::string words;  // in any cell
};

class RegisterStore {
public:
    virtual ~RegisterStore() = default;
    virtual Result<std::optional<RegisterRow>> find_row(const RowId& id) = 0;
    // Not withdrawn, in the order in which they were added, without steps.
    virtual Result<organisation::Page<RegisterRow>> rows(const organisation::Scope& scope,
                                                         const RowFilter& filter,
                                                         const organisation::PageRequest& page) = 0;
};

}  // namespace anmin::registers
