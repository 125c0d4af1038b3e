#include "frame/nulls.h"

#include <array>

#include "frame/clones.h"

namespace anmin::frame {
namespace {

template <class T>
constexpr std::array<T, chunk_rows> no_nulls{};

ANMIN_LOOP void copy_and_clear(const T* __restrict from, std::size_t rows, T* __restrict nulls,
                               T* __restrict values) {
    for (std::size_t row = 0; row < rows; ++row) {
        nulls[row] = from[row];
        values[row] = static_cast<T>(values[row] & ~from[row]);
    }
}
ANMIN_LOOP void join_and_clear(const T* __restrict left, const T* __restrict right,
                               std::size_t rows, T* __restrict nulls, T* __restrict values) {
    for (std::size_t row = 0; row < rows; ++row) {
        const T either = static_cast<T>(left[row] | right[row]);
        nulls[row] = either;
        values[row] = static_cast<T>(values[row] & ~either);
    }
}

#define STAMP(T)                                                                           \
    ANMIN_CLONES void copy_rows(const T* from, std::size_t rows, T* nulls, T* values) {    \
        copy_and_clear(from, rows, nulls, values);                                         \
    }                                                                                      \
    ANMIN_CLONES void join_rows(const T* left, const T* right, std::size_t rows, T* nulls, \
                                T* values) {                                               \
        join_and_clear(left, right, rows, nulls, values);                                  \
    }
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

}  // namespace

template <class T>
Lane<T> with_mask(Lane<T> lane) {
    if (lane.nulls != nullptr) return lane;
    return {lane.values, no_nulls<T>.data(), lane.rows};
}

template <class T>
Lane<T> with_nulls(const T* nulls, std::size_t rows, Slot<T> out) {
    if (nulls == nullptr) return {out.values, nullptr, rows};
    copy_rows(nulls, rows, out.nulls, out.values);
    return {out.values, out.nulls, rows};
}

template <class T>
Lane<T> with_nulls_of(Lane<T> one, Slot<T> out) {
    return with_nulls(one.nulls, one.rows, out);
}

template <class T>
Lane<T> with_nulls_of(Lane<T> left, Lane<T> right, Slot<T> out) {
    if (left.nulls == nullptr) return with_nulls_of(right, out);
    if (right.nulls == nullptr) return with_nulls_of(left, out);
    join_rows(left.nulls, right.nulls, left.rows, out.nulls, out.values);
    return {out.values, out.nulls, left.rows};
}

#define STAMP(T)                                               \
    template Lane<T> with_mask(Lane<T>);                       \
    template Lane<T> with_nulls_of(Lane<T>, Slot<T>);          \
    template Lane<T> with_nulls_of(Lane<T>, Lane<T>, Slot<T>); \
    template Lane<T> with_nulls(const T*, std::size_t, Slot<T>);
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

}  // namespace anmin::frame
