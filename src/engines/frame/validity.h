// Validity bitmaps: bit `row % 64` of word `row / 64` is 1 where the row has a value. Bits after
// the last row are 0. A column without a bitmap has a value in every row.
#pragma once

#include <cstddef>
#include <cstdint>

namespace anmin::frame {

constexpr std::size_t words_for(std::size_t rows) { return (rows + 63) / 64; }

inline bool is_valid(const std::uint64_t* validity, std::size_t row) {
    return validity == nullptr || (validity[row / 64] >> (row % 64) & 1U) != 0;
}
inline void set_valid(std::uint64_t* validity, std::size_t row) {
    validity[row / 64] |= std::uint64_t{1} << (row % 64);
}

// How many of the rows [first, first + rows) have no value.
std::size_t count_nulls(const std::uint64_t* validity, std::size_t first, std::size_t rows);

// Writes one mask a row, -1 where there is no value, else 0. T: int16, int32, int64.
template <class T>
void read_nulls(const std::uint64_t* validity, std::size_t first, std::size_t rows, T* nulls);

// The way back, for rows from 0; `validity` has words_for(rows) words. Without `nulls` all are
// valid.
template <class T>
void write_validity(const T* nulls, std::size_t rows, std::uint64_t* validity);

}  // namespace anmin::frame
