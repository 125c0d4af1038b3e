// Sessions: signing in with a password and, where one is set, a second factor; taking a role on
// demonstration data; signing out.
#pragma once

#include <optional>
#include <string>

#include "operations/desk.h"

namespace anmin::operations {

struct SignIn {
    std::string login;
    std::string password;
    std::string code{};     // of the second factor, or a recovery code; empty when there is none
    std::string address{};  // of the peer
    std::string client{};   // what the browser calls itself
};

struct SignedInActor {
    authority::Actor actor;
    std::string login;
    std::string token;  // for the cookie; only its digest is stored
};

// The same answer for an unknown login and a wrong password (E-AUTH-101), and the same time taken.
// E-AUTH-105 locked, -106 too many from this address, -107 a given password that is too old, -110 a
// code is needed, -111 a wrong code. What is owed before anything else stands in the actor.
// Refused sign-ins are recorded; enough of them lock the account (packages/security).
Result<SignedInActor> sign_in(Desk& desk, const SignIn& order);

// Refused with E-AUTH-102 unless the database is marked as a demonstration.
Result<SignedInActor> take_demo_role(Desk& desk, const SignIn& order);

// The actor of a session cookie's token; Fault::unidentified (E-AUTH-100) when it expired, was not
// used for too long, or is unknown. Using it keeps it alive, up to its absolute end.
Result<authority::Actor> actor_of_session(Desk& desk, const std::string& token);

Result<void> sign_out(Desk& desk, const authority::Actor& actor, const std::string& token);

}  // namespace anmin::operations
