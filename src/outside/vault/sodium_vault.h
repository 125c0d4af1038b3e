// Secrets by libsodium (argon2id, random tokens) and OpenSSL (SM3, AES-256-GCM, one-time codes).
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "authority/account.h"
#include "result/result.h"

namespace anmin::vault {

// Safe for many threads. `key_file` holds the key of sealed fields, outside the database; it is
// made, readable by its owner only, when it is not there. Without one fields cannot be sealed.
// Errors: E-VAULT-001, -002 when the machine's libraries lack randomness or SM3; E-VAULT-011 when
// the key file cannot be read, written or understood.
Result<std::unique_ptr<authority::Vault>> open_vault(
    const std::optional<std::filesystem::path>& key_file = std::nullopt);

}  // namespace anmin::vault
