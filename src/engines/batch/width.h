// The two widths a plan computes in.
#pragma once

#include <cstdint>

#include "frame/scalar.h"

namespace anmin::batch {

// Calls `body` with a value of the type whose lanes are to be used.
template <class Body>
decltype(auto) with_width(bool wide, Body body) {
    if (wide) return body(std::int64_t{0});
    return body(std::int32_t{0});
}

constexpr bool fits_narrow(std::int64_t least, std::int64_t most) {
    return least >= INT32_MIN && most <= INT32_MAX;
}

constexpr bool fits_wide(frame::Wide least, frame::Wide most) {
    return least > INT64_MIN && most < INT64_MAX;
}

}  // namespace anmin::batch
