// Secrets by libsodium (argon2id, random tokens) and OpenSSL (SM3).
#pragma once

#include <memory>

#include "authority/authority.h"
#include "result/result.h"

namespace anmin::vault {

// Safe for many threads. Fails (E-VAULT-001, -002) when the machine's libraries lack randomness or
// SM3.
Result<std::unique_ptr<authority::Vault>> open_vault();

}  // namespace anmin::vault
