#include "vault/sodium_vault.h"

#include <array>
#include <openssl/evp.h>
#include <sodium.h>

#include "vault/field_key.h"
#include "vault/one_time_code.h"

namespace anmin::vault {
namespace {

// SPEC: OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane.
constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 19U << 20U;

// Longer input is a mistake or an attack on our processor time, not a password.
constexpr std::size_t longest_password_bytes = 1024;

// SPEC: GB/T 32905 (SM3): 256 bits.
constexpr unsigned sm3_bytes = 32;

struct FreeDigest {
    void operator()(EVP_MD* method) const { EVP_MD_free(method); }
};
using DigestMethod = std::unique_ptr<EVP_MD, FreeDigest>;

class SodiumVault final : public authority::Vault {
public:
    SodiumVault(DigestMethod sm3, std::optional<FieldKey> key) : sm3_(std::move(sm3)), key_(key) {}

    Result<std::string> seal_password(const std::string& password) override {
        if (password.empty() || password.size() > longest_password_bytes) {
            return Error{Fault::invalid,
                         "E-VAULT-003",
                         "口令",
                         password.empty() ? "口令为空" : std::to_string(password.size()) + " 字节",
                         "1 到 " + std::to_string(longest_password_bytes) + " 字节",
                         "请另设口令"};
        }
        std::array<char, crypto_pwhash_STRBYTES> sealed{};
        const int failed =
            crypto_pwhash_str_alg(sealed.data(), password.data(), password.size(), passes,
                                  memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
        if (failed != 0) {
            return Error{Fault::unavailable,       "E-VAULT-004",          "口令",
                         "内存不足，无法加密口令", "至少 19 MiB 空闲内存", "释放内存后重试"};
        }
        return std::string(sealed.data());
    }

    bool password_fits(const std::string& sealed, const std::string& password) override {
        if (password.empty() || password.size() > longest_password_bytes) return false;
        return crypto_pwhash_str_verify(sealed.c_str(), password.data(), password.size()) == 0;
    }

    std::string new_token() override {
        constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
        std::array<unsigned char, 32> random{};
        randombytes_buf(random.data(), random.size());
        std::array<char, sodium_base64_ENCODED_LEN(32, variant)> text{};
        sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), variant);
        return text.data();
    }

    std::string digest(const std::string& text) override {
        std::array<unsigned char, sm3_bytes> bytes{};
        unsigned length = 0;
        const int done =
            EVP_Digest(text.data(), text.size(), bytes.data(), &length, sm3_.get(), nullptr);
        CHECK(done == 1 && length == sm3_bytes, "SM3 works once it was fetched");
        std::array<char, 2 * sm3_bytes + 1> hexadecimal{};
        sodium_bin2hex(hexadecimal.data(), hexadecimal.size(), bytes.data(), bytes.size());
        return hexadecimal.data();
    }

    Result<std::string> seal_field(const std::string& text, const std::string& purpose) override {
        if (!key_) return no_key();
        return sealed(*key_, text, purpose);
    }

    Result<std::string> open_field(const std::string& text, const std::string& purpose) override {
        if (!key_) return no_key();
        return opened(*key_, text, purpose);
    }

    Result<std::string> field_index(const std::string& text, const std::string& purpose) override {
        if (!key_) return no_key();
        return index_of(*key_, text, purpose);
    }

    std::string new_code_secret() override { return vault::new_code_secret(); }
    std::string code_at(const std::string& secret, std::int64_t step) override {
        return vault::code_at(secret, step);
    }

private:
    static Error no_key() {
        return {Fault::unavailable, "E-VAULT-010",          "封存字段",
                "没有配置密钥文件", "数据库之外的密钥文件", "用 ANMIN_KEY_FILE 指明密钥文件后重启"};
    }

    DigestMethod sm3_;
    const std::optional<FieldKey> key_;
};

}  // namespace

Result<std::unique_ptr<authority::Vault>> open_vault(
    const std::optional<std::filesystem::path>& key_file) {
    if (sodium_init() < 0) {
        return Error{Fault::unavailable,   "E-VAULT-001",
                     "libsodium",          "初始化失败，没有可用的随机数",
                     "操作系统提供随机数", "检查系统的 getrandom 或 /dev/urandom"};
    }
    DigestMethod sm3(EVP_MD_fetch(nullptr, "SM3", nullptr));
    if (!sm3) {
        return Error{Fault::unavailable,
                     "E-VAULT-002",
                     "OpenSSL",
                     "不提供 SM3 摘要算法",
                     "OpenSSL 3 的默认算法库（含 SM3）",
                     "检查 openssl.cnf 是否停用了默认算法库"};
    }
    std::optional<FieldKey> key;
    if (key_file) key = TRY(open_field_key(*key_file));
    return std::unique_ptr<authority::Vault>(std::make_unique<SodiumVault>(std::move(sm3), key));
}

}  // namespace anmin::vault
