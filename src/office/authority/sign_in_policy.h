// What signing in is bound by. The numbers are policy data (packages/security/sign_in.json).
#pragma once

#include <chrono>
#include <cstdint>
#include <set>
#include <string>

#include "authority/account.h"

namespace anmin::authority {

struct SignInPolicy {
    std::int64_t failures = 0;               // refused sign-ins in a row that lock an account
    std::chrono::minutes failure_window{0};  // older failures are forgotten
    std::chrono::minutes lock{0};
    std::int64_t address_attempts = 0;  // sign-ins from one address within the window below
    std::chrono::minutes address_window{0};
    std::int64_t password_least = 0;  // characters
    std::int64_t password_most = 0;
    std::chrono::minutes session_idle{0};
    std::chrono::minutes session_absolute{0};
    std::int64_t recovery_codes = 0;
    std::chrono::minutes glass{0};             // how long a widened view lasts
    std::chrono::minutes given_password{0};    // how long one that another gave opens the door
    std::int64_t sessions = 0;                 // of one account at a time
    std::set<Role> second_factor_roles{};      // must have one-time codes
    std::set<std::string> common_passwords{};  // lower case
};

// SPEC: NIST SP 800-63B, 5.1.1.2: length counts, no rules on kinds of characters, no word of a list
// of common ones, nor the account's own name. Errors E-AUTH-120 to -122.
Result<void> check_password(const SignInPolicy& policy, const Account& account,
                            const std::string& password);

// What the owner of this session has to do first. Roles taken on demonstration data are not asked.
std::optional<Owed> owed_by(const SignInPolicy& policy, const FoundSession& session);

calendar::Instant before(calendar::Instant now, std::chrono::minutes length);
calendar::Instant after(calendar::Instant now, std::chrono::minutes length);

}  // namespace anmin::authority
