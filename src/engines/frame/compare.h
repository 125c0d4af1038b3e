// Comparisons and three-valued logic. Results are masks: -1 true, 0 false, null unknown.
#pragma once

#include "frame/lane.h"

namespace anmin::frame {

// Means scalar `compared`, row by row.
template <class T>
Lane<T> compare(Comparison how, Lane<T> left, Lane<T> right, Slot<T> out);
template <class T>
Lane<T> compare(Comparison how, Lane<T> left, T constant, Slot<T> out);

// least <= value <= most; unknown where the value is null. Means both(at_least least, at_most
// most).
template <class T>
Lane<T> between(Lane<T> values, T least, T most, Slot<T> out);

// Mean scalar `both`, `either`, `opposite`; the inputs are masks.
template <class T>
Lane<T> both(Lane<T> left, Lane<T> right, Slot<T> out);
template <class T>
Lane<T> either(Lane<T> left, Lane<T> right, Slot<T> out);
template <class T>
Lane<T> opposite(Lane<T> lane, Slot<T> out);

// How many rows are true.
template <class T>
std::size_t count_true(Lane<T> lane);

}  // namespace anmin::frame
