#include "vault/field_key.h"

#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <memory>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>
#include <unistd.h>
#include <vector>

namespace anmin::vault {
namespace {

constexpr std::size_t nonce_bytes = 12;
constexpr std::size_t tag_bytes = 16;
constexpr int base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::string_view form = "a1:";

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

const unsigned char* bytes_of(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Error bad_key(const std::filesystem::path& file, const std::string& finding) {
    return {Fault::unavailable,
            "E-VAULT-011",
            "密钥文件 " + file.string(),
            finding,
            "128 个十六进制字符，只有本程序的用户可读",
            "检查路径和权限；密钥遗失则封存的字段无法再打开，请从密钥备份恢复"};
}

Error not_opened() {
    return {Fault::unavailable,
            "E-VAULT-012",
            "封存字段",
            "不能打开：密钥不符，或内容被改动",
            "用本系统密钥封存的字段",
            "核对密钥文件是否与数据库配套"};
}

std::string hexadecimal(const unsigned char* bytes, std::size_t count) {
    std::string text(2 * count + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, count);
    text.pop_back();
    return text;
}

// Made with its final rights at once, and never over a file that is there.
Result<void> make_key(const std::filesystem::path& file) {
    std::array<unsigned char, 64> random{};
    randombytes_buf(random.data(), random.size());
    const std::string text = hexadecimal(random.data(), random.size()) + "\n";
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return bad_key(file, "不能建立");
    const bool written =
        ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(descriptor) == 0;
    ::close(descriptor);
    return written ? Result<void>() : bad_key(file, "写不完整");
}

}  // namespace

Result<FieldKey> open_field_key(const std::filesystem::path& file) {
    std::error_code fault;
    if (!std::filesystem::exists(file, fault)) TRY(make_key(file));
    using std::filesystem::perms;
    const perms rights = std::filesystem::status(file, fault).permissions();
    if (fault || (rights & (perms::group_all | perms::others_all)) != perms::none) {
        return bad_key(file, "别的用户也能读");
    }
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::array<unsigned char, 64> bytes{};
    std::size_t count = 0;
    if (sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), " \r\n", &count,
                       nullptr) != 0 ||
        count != bytes.size()) {
        return bad_key(file, "内容不是一个密钥");
    }
    FieldKey key;
    std::copy_n(bytes.begin(), key.seal.size(), key.seal.begin());
    std::copy_n(bytes.begin() + key.seal.size(), key.index.size(), key.index.begin());
    return key;
}

std::string sealed(const FieldKey& key, const std::string& text, const std::string& purpose) {
    std::vector<unsigned char> out(nonce_bytes + text.size() + tag_bytes);
    randombytes_buf(out.data(), nonce_bytes);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int count = 0;
    int last = 0;
    const bool done =
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.seal.data(), out.data()) ==
            1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &count, bytes_of(purpose),
                          static_cast<int>(purpose.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), out.data() + nonce_bytes, &count, bytes_of(text),
                          static_cast<int>(text.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), out.data() + nonce_bytes + count, &last) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tag_bytes,
                            out.data() + nonce_bytes + text.size()) == 1;
    CHECK(done, "AES-256-GCM of OpenSSL seals whatever it is given");
    std::string encoded(sodium_base64_encoded_len(out.size(), base64), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), out.data(), out.size(), base64);
    encoded.pop_back();
    return std::string(form) + encoded;
}

Result<std::string> opened(const FieldKey& key, const std::string& text,
                           const std::string& purpose) {
    if (!text.starts_with(form)) return not_opened();
    std::vector<unsigned char> in(text.size());
    std::size_t size = 0;
    const bool decoded =
        sodium_base642bin(in.data(), in.size(), text.data() + form.size(),
                          text.size() - form.size(), nullptr, &size, nullptr, base64) == 0;
    if (!decoded || size < nonce_bytes + tag_bytes) return not_opened();
    const std::size_t length = size - nonce_bytes - tag_bytes;
    std::vector<unsigned char> plain(length + 1);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int count = 0;
    int last = 0;
    const bool done = EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.seal.data(),
                                         in.data()) == 1 &&
                      EVP_DecryptUpdate(cipher.get(), nullptr, &count, bytes_of(purpose),
                                        static_cast<int>(purpose.size())) == 1 &&
                      EVP_DecryptUpdate(cipher.get(), plain.data(), &count, in.data() + nonce_bytes,
                                        static_cast<int>(length)) == 1 &&
                      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tag_bytes,
                                          in.data() + nonce_bytes + length) == 1 &&
                      EVP_DecryptFinal_ex(cipher.get(), plain.data() + count, &last) == 1;
    if (!done) return not_opened();
    return std::string(plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(length));
}

std::string index_of(const FieldKey& key, const std::string& text, const std::string& purpose) {
    const std::string whole = purpose + '\0' + text;
    std::array<unsigned char, 32> bytes{};
    unsigned length = 0;
    const auto* done = HMAC(EVP_sha256(), key.index.data(), static_cast<int>(key.index.size()),
                            bytes_of(whole), whole.size(), bytes.data(), &length);
    CHECK(done != nullptr && length == bytes.size(), "HMAC-SHA-256 of OpenSSL works");
    return hexadecimal(bytes.data(), bytes.size());
}

}  // namespace anmin::vault
