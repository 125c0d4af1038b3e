// RFC 6238 one-time codes: six digits of HMAC-SHA-1 over the number of a thirty-second step.
#pragma once

#include <cstdint>
#include <string>

namespace anmin::vault {

// 160 random bits in base 32 (RFC 4648), as authenticator programs take it.
std::string new_code_secret();

// Empty when the secret is no base 32.
std::string code_at(const std::string& secret, std::int64_t step);

}  // namespace anmin::vault
