// Any scalar function over rows. The plain way to a kernel that nobody wrote by hand: same
// function, same meaning; the hand-written kernels beside it are faster and must agree with it.
#pragma once

#include <type_traits>

#include "frame/lane.h"

namespace anmin::frame {

namespace lifting {

template <class T>
constexpr Cell<T> cell_of(Truth truth) {
    return {static_cast<T>(truth == Truth::yes ? -1 : 0), truth == Truth::unknown};
}
template <class T>
constexpr Cell<T> cell_of(Cell<T> cell) {
    return cell;
}

}  // namespace lifting

// out[row] = function(cell of each input at that row). The function gives a Cell<T> or a Truth. The
// inputs are lanes of any widths and of the same number of rows.
template <class T, class Function, class First, class... More>
Lane<T> lift(Function function, Slot<T> out, Lane<First> first, Lane<More>... more) {
    T any_null = 0;
    for (std::size_t row = 0; row < first.rows; ++row) {
        const Cell<T> cell = lifting::cell_of<T>(function(first.at(row), more.at(row)...));
        out.values[row] = cell.null ? T{0} : cell.value;
        out.nulls[row] = static_cast<T>(cell.null ? -1 : 0);
        any_null = static_cast<T>(any_null | out.nulls[row]);
    }
    return {out.values, any_null == 0 ? nullptr : out.nulls, first.rows};
}

// The same for a function that gives Computed<T>: rows that overflowed are marked in `overflow` (|=
// -1).
template <class T, class Function, class First, class... More>
Lane<T> lift_checked(Function function, Slot<T> out, T* overflow, Lane<First> first,
                     Lane<More>... more) {
    T any_null = 0;
    for (std::size_t row = 0; row < first.rows; ++row) {
        const Computed<T> result = function(first.at(row), more.at(row)...);
        out.values[row] = result.cell.null ? T{0} : result.cell.value;
        out.nulls[row] = static_cast<T>(result.cell.null ? -1 : 0);
        any_null = static_cast<T>(any_null | out.nulls[row]);
        if (result.overflow) overflow[row] = -1;
    }
    return {out.values, any_null == 0 ? nullptr : out.nulls, first.rows};
}

}  // namespace anmin::frame
