// Arithmetic on whole numbers; scales are the caller's business. T: int32, int64.
//
// Rows whose result does not fit are marked in `overflow` (|= -1) and hold 0; they are not to be
// used. With overflow nullptr the caller has proven (from the ranges of the columns) that every row
// fits.
#pragma once

#include <span>

#include "frame/lane.h"

namespace anmin::frame {

// Means scalar `computed`.
template <class T>
Lane<T> compute(Operation what, Lane<T> left, Lane<T> right, Slot<T> out, T* overflow);
template <class T>
Lane<T> compute(Operation what, Lane<T> left, T constant, Slot<T> out, T* overflow);

constexpr std::size_t most_summands = 4;
// The sum of two to four lanes in one go: what adding one after the other gives. The caller has
// proven that it fits on the way, too.
template <class T>
Lane<T> add_all(std::span<const Lane<T>> lanes, Slot<T> out);

// Means scalar `shortened`: the value with `digits` (0 to 18, for int32 to 9) fewer decimal places.
template <class T>
Lane<T> shorten(Lane<T> lane, int digits, Rounding rounding, Slot<T> out);

// Means scalar `divided`: left * 10^digits / right, rounded; null where `right` is 0.
Lane<std::int64_t> divide(Lane<std::int64_t> left, Lane<std::int64_t> right, int digits,
                          Rounding rounding, Slot<std::int64_t> out, std::int64_t* overflow);

// The least and the greatest value of the lane (nulls count as 0); both 0 when it is empty.
template <class T>
Range range_of(Lane<T> lane);

}  // namespace anmin::frame
