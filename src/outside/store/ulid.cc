#include "store/ulid.h"

#include <algorithm>
#include <span>
#include <sys/random.h>

#include "result/result.h"

namespace anmin::store {
namespace {

constexpr std::size_t time_bytes = 6;

void fill_randomly(std::span<std::uint8_t> bytes) {
    const auto given = ::getrandom(bytes.data(), bytes.size(), 0);
    CHECK(given == static_cast<ssize_t>(bytes.size()), "the kernel gives random bytes");
}

// 16 bytes are 128 bits; 26 characters hold 130: the first two bits are zero.
std::string base32(const std::array<std::uint8_t, 16>& bytes) {
    constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string text;
    unsigned int window = 0;
    int bits = 2;
    for (const std::uint8_t byte : bytes) {
        window = (window << 8) | byte;
        bits += 8;
        for (; bits >= 5; bits -= 5) text += letters[(window >> (bits - 5)) & 31];
        window &= 0xff;
    }
    return text;
}

}  // namespace

std::string UlidSource::next() {
    const std::lock_guard lock(mutex_);
    const std::int64_t now = now_().milliseconds;
    if (now > last_) {
        last_ = now;
        for (std::size_t i = 0; i < time_bytes; ++i) {
            bytes_[i] = static_cast<std::uint8_t>((now >> (8 * (time_bytes - 1 - i))) & 0xff);
        }
        fill_randomly(std::span(bytes_).subspan(time_bytes));
    } else {
        // The same millisecond, or a clock set back: one more than the last, over all 16 bytes.
        for (std::size_t i = bytes_.size(); i-- > 0;) {
            if (++bytes_[i] != 0) break;
        }
    }
    return base32(bytes_);
}

}  // namespace anmin::store
