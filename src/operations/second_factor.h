// One's own secrets: the password, and a second factor of one-time codes (RFC 6238).
#pragma once

#include <string>
#include <vector>

#include "operations/desk.h"

namespace anmin::operations {

struct OfferedFactor {
    std::string secret;  // base 32, shown once
    std::string uri;     // otpauth://… for an authenticator program
};
// Offers a new secret; it counts once a code of it was shown. E-AUTH-112 when one is set already,
// -123 when the password does not fit.
Result<OfferedFactor> offer_second_factor(Desk& desk, const Caller& caller,
                                          const std::string& password);

// Turns it on. The recovery codes are shown this once; only their digests are kept.
// E-AUTH-111 wrong code, -113 nothing was offered.
Result<std::vector<std::string>> confirm_second_factor(Desk& desk, const Caller& caller,
                                                       const std::string& code);

// E-AUTH-123 when the old one does not fit; E-AUTH-120 to -122 of the rules, -125 when it is the
// old one again. Every other session of the account ends.
Result<void> change_password(Desk& desk, const Caller& caller, const std::string& before,
                             const std::string& after, const std::string& token);

// Asked for again before something is done to the account itself: E-AUTH-123.
Result<void> check_own_password(Desk& desk, const Caller& caller, const std::string& password);

// What the sealed secret is bound to, and the thirty-second step of an instant.
std::string code_purpose(const ident::AccountId& account);
std::int64_t code_step(calendar::Instant now);

}  // namespace anmin::operations
