// The key of sealed fields: one file, kept apart from the database and its backups.
#pragma once

#include <array>
#include <filesystem>
#include <string>

#include "result/result.h"

namespace anmin::vault {

struct FieldKey {
    std::array<unsigned char, 32> seal{};   // AES-256
    std::array<unsigned char, 32> index{};  // HMAC-SHA-256
};

// Reads the file, or makes it with random keys. Errors: E-VAULT-011.
Result<FieldKey> open_field_key(const std::filesystem::path& file);

// AES-256-GCM with a random nonce; `purpose` is authenticated with it: "a1:" and base 64.
// SPEC: NIST SP 800-38D, 96 bits of nonce, 128 bits of tag.
std::string sealed(const FieldKey& key, const std::string& text, const std::string& purpose);
// Errors: E-VAULT-012 when the text is not one sealed with this key for this purpose.
Result<std::string> opened(const FieldKey& key, const std::string& text,
                           const std::string& purpose);
// HMAC-SHA-256 of purpose and text, hexadecimal.
std::string index_of(const FieldKey& key, const std::string& text, const std::string& purpose);

}  // namespace anmin::vault
