// Units, posts and terms as rows, out and in: all of a file, or nothing of it.
#pragma once

#include <cstdint>
#include <vector>

#include "operations/desk.h"
#include "organisation/staff_row.h"

namespace anmin::operations {

// Everything inside the actor's area.
Result<std::vector<organisation::StaffRow>> export_staff(Desk& desk, const authority::Actor& actor);

struct ImportedStaff {
    std::int64_t units = 0;
    std::int64_t posts = 0;
    std::int64_t appointments = 0;
};
// What is there already stays as it is; new units, posts and terms are made.
// Errors: E-ORG-050 with the row and its fault, E-ORG-040 to -042 of a term; nothing is done then.
Result<ImportedStaff> import_staff(Desk& desk, const Caller& caller,
                                   const std::vector<organisation::StaffRow>& rows);

}  // namespace anmin::operations
