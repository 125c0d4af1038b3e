// Sessions: signing in with a password, taking a role on demonstration data, signing out.
#pragma once

#include <optional>
#include <string>

#include "operations/desk.h"

namespace anmin::operations {

struct SignedInActor {
    authority::Actor actor;
    std::string login;
    std::string token;  // for the cookie; only its digest is stored
};

// The same answer for an unknown login and a wrong password (E-AUTH-101), and the same time taken.
Result<SignedInActor> sign_in(Desk& desk, const std::string& login, const std::string& password);

// Refused with E-AUTH-102 unless the database is marked as a demonstration.
Result<SignedInActor> take_demo_role(Desk& desk, const std::string& login);

// The actor of a session cookie's token; Fault::unidentified (E-AUTH-100) when expired or unknown.
Result<authority::Actor> actor_of_session(Desk& desk, const std::string& token);

Result<void> sign_out(Desk& desk, const std::string& token);

}  // namespace anmin::operations
