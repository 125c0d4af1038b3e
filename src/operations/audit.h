// What the audit administrator sees, and what is put there: refusals, emergency views.
#pragma once

#include <string>

#include "operations/desk.h"

namespace anmin::operations {

Result<organisation::Page<authority::AuditEntry>> list_audit(Desk& desk,
                                                             const authority::Actor& actor,
                                                             const authority::AuditFilter& filter,
                                                             const organisation::PageRequest& page);

// Records that the gate refused; what the refused one had asked for is not recorded.
Result<void> note_denial(Desk& desk, const authority::Actor& actor, const Error& error);

struct BreakGlass {
    ident::DivisionCode division;  // holds the actor's own
    std::string reason;
};
// Widens what the actor sees, for the time of packages/security; the audit log says so at once.
// E-AUTH-140 no reason, E-AUTH-141 a division that does not hold one's own.
Result<authority::Glass> break_glass(Desk& desk, const Caller& caller, const BreakGlass& order);

}  // namespace anmin::operations
