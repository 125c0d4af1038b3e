// What a column holds and how it is stored. Start here; then frame.h (tables), lane.h (runs of rows
// in a kernel) and the kernels: compare, logic, arithmetic, choose, rules, group, lookup, days.
//
// A frame knows whole numbers, days and codes. It knows no expressions: the meaning of every kernel
// is a scalar function of scalar.h, and tests/agreement and the tests here hold the two together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace anmin::frame {

enum class Meaning : std::uint8_t {
    boolean,  // 0 or 1
    number,   // value * 10^-scale, exactly
    date,     // days since 1970-01-01
    text,     // position in a dictionary
};

// Bytes of one value; stored as signed little-endian whole numbers.
enum class Width : std::uint8_t { one = 1, two = 2, four = 4, eight = 8 };

constexpr std::size_t bytes_of(Width width) { return static_cast<std::size_t>(width); }

// The narrowest width that holds both numbers.
constexpr Width width_for(std::int64_t least, std::int64_t most) {
    const auto fits = [&](std::int64_t limit) { return least >= -limit - 1 && most <= limit; };
    if (fits(INT8_MAX)) return Width::one;
    if (fits(INT16_MAX)) return Width::two;
    return fits(INT32_MAX) ? Width::four : Width::eight;
}

constexpr int most_scale = 18;  // 10^18 is the largest power of ten in 64 bits

struct Type {
    Meaning meaning = Meaning::number;
    Width width = Width::eight;
    std::int8_t scale = 0;  // of numbers, 0 to most_scale; else 0
    bool nullable = false;  // may a row have no value

    bool operator==(const Type&) const = default;
};

// The texts that a column of Meaning::text points into; each stands once.
struct Dictionary {
    std::vector<std::string> texts;

    bool operator==(const Dictionary&) const = default;
};

}  // namespace anmin::frame
