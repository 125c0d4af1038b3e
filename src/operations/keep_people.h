// People of the office: their numbers are sealed before anything is written, shown masked, found by
// exact number, and revealed one at a time with a reason that is recorded.
#pragma once

#include <optional>
#include <string>

#include "operations/desk.h"

namespace anmin::operations {

Result<organisation::Page<organisation::Person>> list_people(Desk& desk,
                                                             const authority::Actor& actor,
                                                             const organisation::PageRequest& page);

struct NewPerson {
    std::string name;
    ident::DivisionCode division;
    std::string resident;   // 公民身份号码, checked; empty: not known
    std::string telephone;  // empty: not known
};
// Errors: E-IDENT-* of the number, E-ORG-047 when somebody has it already, E-ORG-049 telephone,
// E-VAULT-* of sealing.
Result<organisation::Person> register_person(Desk& desk, const Caller& caller,
                                             const NewPerson& order);

// The person with exactly this number; nothing when there is none in the actor's area.
Result<std::optional<organisation::Person>> find_person_by_resident(Desk& desk,
                                                                    const authority::Actor& actor,
                                                                    const std::string& resident);

enum class SealedField { resident, telephone };
struct RevealField {
    ident::PersonId person;
    SealedField field = SealedField::resident;
    std::string reason;
};
// The number in full. Who looked, at whose, and why, stands in the audit log before it is shown.
// E-ORG-048 when no reason is given.
Result<std::string> reveal_field(Desk& desk, const Caller& caller, const RevealField& order);

}  // namespace anmin::operations
