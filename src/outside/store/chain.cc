#include "store/chain.h"

#include <openssl/evp.h>

#include "result/result.h"

namespace anmin::store {
namespace {

const EVP_MD* sm3() {
    static EVP_MD* const found = EVP_MD_fetch(nullptr, "SM3", nullptr);
    CHECK(found != nullptr, "OpenSSL offers SM3");
    return found;
}

EVP_MD_CTX* as_context(void* context) { return static_cast<EVP_MD_CTX*>(context); }

}  // namespace

Sm3::Sm3() : context_(EVP_MD_CTX_new()) {
    CHECK(context_ != nullptr && EVP_DigestInit_ex2(as_context(context_), sm3(), nullptr) == 1,
          "an SM3 context");
}

Sm3::~Sm3() { EVP_MD_CTX_free(as_context(context_)); }

Sm3& Sm3::add(std::string_view bytes) {
    CHECK(EVP_DigestUpdate(as_context(context_), bytes.data(), bytes.size()) == 1,
          "SM3 takes bytes");
    return *this;
}

Sm3& Sm3::field(std::string_view bytes) {
    std::array<char, 8> length{};
    auto rest = static_cast<std::uint64_t>(bytes.size());
    for (std::size_t i = length.size(); i-- > 0; rest >>= 8)
        length[i] = static_cast<char>(rest & 0xff);
    return add({length.data(), length.size()}).add(bytes);
}

Sm3& Sm3::field(std::int64_t number) { return field(std::to_string(number)); }

Hash Sm3::finish() {
    Hash hash{};
    unsigned int size = 0;
    const int done = EVP_DigestFinal_ex(as_context(context_),
                                        reinterpret_cast<unsigned char*>(hash.data()), &size);
    CHECK(done == 1 && size == hash.size(), "SM3 gives 32 bytes");
    return hash;
}

std::string hexadecimal(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

Hash stream_hash(const Hash& before, const EventText& event) {
    Sm3 sum;
    sum.add(view(before)).field(event.stream).field(event.stream_version).field(event.kind);
    sum.field(event.at).field(event.account).field(event.actor_name).field(event.post_title);
    return sum.field(event.division).field(event.format).field(event.body).finish();
}

Hash log_hash(const Hash& before, const Hash& stream_hash, std::int64_t seq) {
    Sm3 sum;
    return sum.add(view(before)).add(view(stream_hash)).field(seq).finish();
}

}  // namespace anmin::store
