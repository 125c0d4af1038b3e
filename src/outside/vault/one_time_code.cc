#include "vault/one_time_code.h"

#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>
#include <vector>

namespace anmin::vault {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::size_t secret_bytes = 20;
constexpr unsigned digits = 6;

std::vector<unsigned char> decoded(const std::string& text) {
    std::vector<unsigned char> bytes;
    unsigned held = 0;
    unsigned bits = 0;
    for (const char letter : text) {
        const auto value = letters.find(letter);
        if (value == std::string_view::npos) return {};
        held = (held << 5U) | static_cast<unsigned>(value);
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<unsigned char>((held >> bits) & 0xFFU));
    }
    return bytes;
}

}  // namespace

std::string new_code_secret() {
    std::array<unsigned char, secret_bytes> random{};
    randombytes_buf(random.data(), random.size());
    std::string text;
    unsigned held = 0;
    unsigned bits = 0;
    for (const unsigned char byte : random) {
        held = (held << 8U) | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += letters[(held >> bits) & 31U];
        }
    }
    return text;
}

std::string code_at(const std::string& secret, std::int64_t step) {
    const auto key = decoded(secret);
    if (key.empty()) return {};
    std::array<unsigned char, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i) {
        counter[7 - i] =
            static_cast<unsigned char>((static_cast<std::uint64_t>(step) >> (8 * i)) & 0xFFU);
    }
    std::array<unsigned char, 20> mac{};
    unsigned length = 0;
    if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), counter.data(), counter.size(),
             mac.data(), &length) == nullptr) {
        return {};
    }
    // SPEC: RFC 4226, 5.3: dynamic truncation.
    const std::size_t at = mac.back() & 0x0FU;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = (number << 8U) | mac[at + i];
    number = (number & 0x7FFFFFFFU) % 1'000'000U;
    std::string text = std::to_string(number);
    return std::string(digits - text.size(), '0') + text;
}

}  // namespace anmin::vault
