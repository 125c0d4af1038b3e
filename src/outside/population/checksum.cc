#include "population/checksum.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

namespace anmin::population {
namespace {

constexpr std::uint64_t prime_1 = 0x9E3779B185EBCA87ULL;
constexpr std::uint64_t prime_2 = 0xC2B2AE3D27D4EB4FULL;
constexpr std::uint64_t prime_3 = 0x165667B19E3779F9ULL;
constexpr std::uint64_t prime_4 = 0x85EBCA77C2B2AE63ULL;
constexpr std::uint64_t prime_5 = 0x27D4EB2F165667C5ULL;

template <class T>
std::uint64_t little(const std::byte* from) {
    T value = 0;
    std::memcpy(&value, from, sizeof(T));
    return value;
}
static_assert(std::endian::native == std::endian::little,
              "population files are little-endian, and mapped");

constexpr std::uint64_t turned(std::uint64_t lane, std::uint64_t input) {
    return std::rotl(lane + input * prime_2, 31) * prime_1;
}
constexpr std::uint64_t merged(std::uint64_t sum, std::uint64_t lane) {
    return (sum ^ turned(0, lane)) * prime_1 + prime_4;
}

}  // namespace

std::uint64_t checksum(std::span<const std::byte> bytes) {
    const std::byte* at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t sum = prime_5;
    if (left >= 32) {
        std::array<std::uint64_t, 4> lanes{prime_1 + prime_2, prime_2, 0,
                                           std::uint64_t{0} - prime_1};
        for (; left >= 32; left -= 32, at += 32) {
            for (std::size_t i = 0; i < 4; ++i)
                lanes[i] = turned(lanes[i], little<std::uint64_t>(at + 8 * i));
        }
        sum = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) +
              std::rotl(lanes[3], 18);
        for (const std::uint64_t lane : lanes) sum = merged(sum, lane);
    }
    sum += bytes.size();
    for (; left >= 8; left -= 8, at += 8) {
        sum = std::rotl(sum ^ turned(0, little<std::uint64_t>(at)), 27) * prime_1 + prime_4;
    }
    for (; left >= 4; left -= 4, at += 4) {
        sum = std::rotl(sum ^ (little<std::uint32_t>(at) * prime_1), 23) * prime_2 + prime_3;
    }
    for (; left > 0; --left, ++at)
        sum = std::rotl(sum ^ (little<std::uint8_t>(at) * prime_5), 11) * prime_1;
    sum = (sum ^ (sum >> 33)) * prime_2;
    sum = (sum ^ (sum >> 29)) * prime_3;
    return sum ^ (sum >> 32);
}

}  // namespace anmin::population
