// Tells damaged bytes, not forged ones.
#pragma once

#include <cstdint>
#include <span>

namespace anmin::population {

// SPEC: XXH64 of the xxHash specification (version 0.8), seed 0.
std::uint64_t checksum(std::span<const std::byte> bytes);

}  // namespace anmin::population
