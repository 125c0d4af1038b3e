// Small tables: a value for each code or small number, and sets of codes.
#pragma once

#include <cstdint>
#include <span>

#include "frame/lane.h"

namespace anmin::frame {

// out[row] = table[position[row]]; null where the position is null, lies outside the table, or the
// table has null there. `nulls` is empty or as long as the table (1: null). T of the result: int16,
// int32, int64.
template <class T, class Position>
Lane<T> look_up(Lane<Position> positions, std::span<const T> table,
                std::span<const std::uint8_t> nulls, Slot<T> out);

// The same without nulls: a position outside the table takes its first value, for a row that is not
// to be used. T: int32, int64.
template <class T>
void take(const std::int32_t* positions, std::size_t rows, std::span<const T> table, T* out);

// True where set[position] is 1, false where it is 0 or the position lies outside; unknown where it
// is null.
template <class T>
Lane<T> is_in(Lane<T> positions, std::span<const std::uint8_t> set, Slot<T> out);

}  // namespace anmin::frame
