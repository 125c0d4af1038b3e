// Rows of a register: added, amended, withdrawn by the hands that keep it.
#pragma once

#include <map>
#include <string>

#include "operations/desk.h"
#include "operations/open_table.h"

namespace anmin::operations {

// Texts as typed, by the key of their column. E-TABLE-018 a key that the table does not have, and
// the errors of registers/value.h.
using TypedCells = std::map<std::string, std::string>;

struct AddRow {
    std::string table;
    TypedCells cells;
};
Result<OpenedRow> add_row(Desk& desk, const Caller& caller, const AddRow& order);

struct AmendRow {
    std::string table;
    registers::RowId row;
    std::int64_t seen_version = 0;
    TypedCells cells;  // only these are looked at; one that says what stands there changes nothing
};
// E-TABLE-030 when somebody else changed it meanwhile: it says what they changed.
Result<OpenedRow> amend_row(Desk& desk, const Caller& caller, const AmendRow& order);

struct WithdrawRow {
    std::string table;
    registers::RowId row;
    std::int64_t seen_version = 0;
    std::string reason;
};
Result<OpenedRow> withdraw_row(Desk& desk, const Caller& caller, const WithdrawRow& order);

}  // namespace anmin::operations
