// How null travels through a kernel: a row is null where any input of it is. For the .cc files of
// kernels.
#pragma once

#include "frame/lane.h"

namespace anmin::frame {

// The same lane with a null mask even where no row is null.
template <class T>
Lane<T> with_mask(Lane<T> lane);

// After a kernel has written `out.values` from values alone: gives the rows their nulls, and null
// rows the 0.
template <class T>
Lane<T> with_nulls_of(Lane<T> one, Slot<T> out);
template <class T>
Lane<T> with_nulls_of(Lane<T> left, Lane<T> right, Slot<T> out);

// Rows where `nulls` is -1 become null and 0.
template <class T>
Lane<T> with_nulls(const T* nulls, std::size_t rows, Slot<T> out);

}  // namespace anmin::frame
