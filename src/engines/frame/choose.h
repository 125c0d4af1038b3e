// If-then-else, rows picked out and put back.
#pragma once

#include <span>

#include "frame/lane.h"

namespace anmin::frame {

// Means scalar `chosen`; `condition` is a mask.
template <class T>
Lane<T> choose(Lane<T> condition, Lane<T> then, Lane<T> otherwise, Slot<T> out);

// Rows of the mask become null. T of four or eight bytes.
template <class T>
Lane<T> nulled(Lane<T> lane, Lane<std::int32_t> mask, Slot<T> out);

// Null rows get the least value that the width has, and are null no more: they lie in no range that
// leaves that value out.
Lane<std::int32_t> nulls_as_least(Lane<std::int32_t> lane, Slot<std::int32_t> out);

// True where both rows are null or have the same value; never null. T of four or eight bytes.
template <class T>
Lane<std::int32_t> same_rows(Lane<T> left, Lane<T> right, Slot<std::int32_t> out);

// The numbers of rows of a lane, rising. For work that only some rows of a chunk need, and for the
// list of rows that overflowed.
class Selection {
public:
    // The rows where the mask is true.
    template <class T>
    static Selection of(Lane<T> mask);

    std::span<const std::uint16_t> rows() const { return rows_; }
    bool empty() const { return rows_.empty(); }

    // The selected rows, close together.
    template <class T>
    Lane<T> gather(Lane<T> lane, Slot<T> out) const;
    // The way back: writes row i of `close` to row rows()[i] of values and nulls.
    template <class T>
    void scatter(Lane<T> close, T* values, T* nulls) const;

private:
    std::vector<std::uint16_t> rows_;
};

}  // namespace anmin::frame
