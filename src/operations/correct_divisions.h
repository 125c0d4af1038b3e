// A change of divisions that was recorded wrongly is taken back, alone or with the right one in its
// place. Nothing leaves the log; what was known before is shown as it was known then.
#pragma once

#include "operations/change_divisions.h"

namespace anmin::operations {

// A recorded change with the order that led to it.
struct OpenedChange {
    organisation::RecordedChange recorded;
    organisation::ChangeStep step;
};
// Errors: E-AUTH-* of the gate, E-ORG-033 there is none with this identifier.
Result<OpenedChange> open_division_change(Desk& desk, const authority::Actor& actor,
                                          const std::string& id);

// Gives the change as it is listed from now on. Errors: those of open_division_change; E-AUTH-* of
// the gate for each division that the change names; E-ORG-034 to -036; E-ORG-037 when a unit stands
// in a division that would be no more.
Result<organisation::RecordedChange> withdraw_division_change(Desk& desk, const Caller& caller,
                                                              const std::string& id,
                                                              const std::string& reason);

struct CorrectDivisions {
    std::string change;  // the one that is wrong
    std::string reason;
    ChangeDivisions right;
};
// What the right change would do to the tree without the wrong one; nothing is written.
Result<organisation::DivisionsChanged> plan_division_correction(Desk& desk,
                                                                const authority::Actor& actor,
                                                                const CorrectDivisions& order);
// Takes the one back and records the other, in one transaction. Errors: those of both.
Result<organisation::DivisionsChanged> correct_divisions(Desk& desk, const Caller& caller,
                                                         const CorrectDivisions& order);

}  // namespace anmin::operations
