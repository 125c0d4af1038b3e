// A run of rows inside a kernel: at most chunk_rows values of one width, and which of them are
// null.
//
// Truth is kept as masks of the width of the data: -1 true, 0 false (so that a mask selects by
// `&`). A lane whose `nulls` is nullptr has a value in every row; kernels keep it so, and rows
// without nulls cost nothing.
//
// INVARIANT: `nulls` holds 0 or -1 only, and where it is -1 the value is 0.
// Kernels exist for T = int16, int32, int64.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "frame/frame.h"
#include "frame/scalar.h"

namespace anmin::frame {

template <class T>
struct Lane {
    const T* values = nullptr;
    const T* nulls = nullptr;
    std::size_t rows = 0;

    Cell<T> at(std::size_t row) const { return {values[row], nulls != nullptr && nulls[row] != 0}; }
    Truth truth_at(std::size_t row) const {
        const Cell<T> cell = at(row);
        if (cell.null) return Truth::unknown;
        return cell.value != 0 ? Truth::yes : Truth::no;
    }
};

// Where a kernel writes: room for chunk_rows values and as many null masks. Never an input of the
// same call.
template <class T>
struct Slot {
    T* values = nullptr;
    T* nulls = nullptr;
};

// Owns a slot. Allocate once and use again: fresh memory costs more than the kernels.
template <class T>
class Scratch {
public:
    Scratch() : memory_(2 * chunk_rows) {}
    operator Slot<T>() { return {memory_.data(), memory_.data() + chunk_rows}; }

private:
    std::vector<T> memory_;
};

// Rows [first, first + rows) of a column as numbers, days or codes. Borrows the column itself where
// the width is T and no row is null, else fills the slot. CHECKs that T is not narrower than the
// column.
template <class T>
Lane<T> read_lane(const Column& column, std::size_t first, std::size_t rows, Slot<T> into);

// The same for a column of booleans, as masks.
template <class T>
Lane<T> read_truths(const Column& column, std::size_t first, std::size_t rows, Slot<T> into);

// Another width. To a narrower one, rows that do not fit become 0 and are marked in `overflow` (|=
// -1), which may be nullptr where the caller has proven that all fit. Masks stay masks.
template <class To, class From>
Lane<To> converted(Lane<From> lane, Slot<To> into, To* overflow);

// The same value in every row.
template <class T>
Lane<T> filled(Cell<T> cell, std::size_t rows, Slot<T> into);

// -1 in rows that are null, else 0; itself never null.
template <class T>
Lane<T> null_rows(Lane<T> lane, Slot<T> into);

// What is wrong with a lane: empty, or the first row that breaks the invariant above. For debug
// runs.
template <class T>
std::string fault_of(Lane<T> lane);

// The same rows in another encoding, for debug runs: what is computed from it must not change.
// 0 a copy at an odd address, 1 with a null mask even if no row is null, 2 through a validity
// bitmap and the narrowest width.
constexpr int reencodings = 3;
template <class T>
Lane<T> reencoded(Lane<T> lane, int how, Scratch<T>& into);

}  // namespace anmin::frame
