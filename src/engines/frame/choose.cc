#include "frame/choose.h"

#include "frame/clones.h"
#include "frame/nulls.h"
#include "result/result.h"

namespace anmin::frame {
namespace {

ANMIN_LOOP void choose_loop(const T* __restrict mask, const T* __restrict then,
                            const T* __restrict otherwise, std::size_t rows, T* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = static_cast<T>((then[row] & mask[row]) | (otherwise[row] & ~mask[row]));
    }
}

ANMIN_LOOP void nulled_loop(const T* __restrict values, const T* __restrict nulls,
                            const std::int32_t* __restrict mask, std::size_t rows,
                            T* __restrict out, T* __restrict out_nulls) {
    for (std::size_t row = 0; row < rows; ++row) {
        const T gone = static_cast<T>(T{mask[row]} | nulls[row]);
        out_nulls[row] = gone;
        out[row] = static_cast<T>(values[row] & ~gone);
    }
}

// The value of a null row is 0.
ANMIN_CLONES void least_where_null(const std::int32_t* __restrict values,
                                   const std::int32_t* __restrict nulls, std::size_t rows,
                                   std::int32_t* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) out[row] = values[row] | (nulls[row] & INT32_MIN);
}

// The value of a null row is 0, so values alone tell rows apart where both or neither are null.
ANMIN_LOOP void same_loop(Lane<T> left, Lane<T> right, std::int32_t* __restrict out) {
    for (std::size_t row = 0; row < left.rows; ++row) {
        const bool same =
            left.values[row] == right.values[row] && left.nulls[row] == right.nulls[row];
        out[row] = same ? -1 : 0;
    }
}

#define STAMP(T)                                                                             \
    ANMIN_CLONES void nulled_rows(const T* values, const T* nulls, const std::int32_t* mask, \
                                  std::size_t rows, T* out, T* out_nulls) {                  \
        nulled_loop(values, nulls, mask, rows, out, out_nulls);                              \
    }                                                                                        \
    ANMIN_CLONES void same_values(Lane<T> left, Lane<T> right, std::int32_t* out) {          \
        same_loop(left, right, out);                                                         \
    }
STAMP(std::int32_t)
STAMP(std::int64_t)
#undef STAMP

#define STAMP(T)                                                                    \
    ANMIN_CLONES void choose_rows(const T* mask, const T* then, const T* otherwise, \
                                  std::size_t rows, T* out) {                       \
        choose_loop(mask, then, otherwise, rows, out);                              \
    }
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

}  // namespace

template <class T>
Lane<T> choose(Lane<T> condition, Lane<T> then, Lane<T> otherwise, Slot<T> out) {
    CHECK(condition.rows == then.rows && then.rows == otherwise.rows, "lanes of the same length");
    // An unknown condition has the mask 0, as a false one has: both take `otherwise`.
    choose_rows(condition.values, then.values, otherwise.values, then.rows, out.values);
    if (then.nulls == nullptr && otherwise.nulls == nullptr)
        return {out.values, nullptr, then.rows};
    choose_rows(condition.values, with_mask(then).nulls, with_mask(otherwise).nulls, then.rows,
                out.nulls);
    return {out.values, out.nulls, then.rows};
}

Lane<std::int32_t> nulls_as_least(Lane<std::int32_t> lane, Slot<std::int32_t> out) {
    const Lane<std::int32_t> masked = with_mask(lane);
    least_where_null(masked.values, masked.nulls, lane.rows, out.values);
    return {out.values, nullptr, lane.rows};
}

template <class T>
Lane<T> nulled(Lane<T> lane, Lane<std::int32_t> mask, Slot<T> out) {
    CHECK(lane.rows == mask.rows, "lanes of the same length");
    const Lane<T> masked = with_mask(lane);
    nulled_rows(masked.values, masked.nulls, mask.values, lane.rows, out.values, out.nulls);
    return {out.values, out.nulls, lane.rows};
}

template <class T>
Lane<std::int32_t> same_rows(Lane<T> left, Lane<T> right, Slot<std::int32_t> out) {
    CHECK(left.rows == right.rows, "lanes of the same length");
    same_values(with_mask(left), with_mask(right), out.values);
    return {out.values, nullptr, left.rows};
}

#define STAMP(T)                                                   \
    template Lane<T> nulled(Lane<T>, Lane<std::int32_t>, Slot<T>); \
    template Lane<std::int32_t> same_rows(Lane<T>, Lane<T>, Slot<std::int32_t>);
STAMP(std::int32_t)
STAMP(std::int64_t)
#undef STAMP

template <class T>
Selection Selection::of(Lane<T> mask) {
    Selection selection;
    selection.rows_.resize(mask.rows);
    std::size_t count = 0;
    for (std::size_t row = 0; row < mask.rows;
         ++row) {  // without a branch: masks are hard to foretell
        selection.rows_[count] = static_cast<std::uint16_t>(row);
        count += mask.values[row] != 0 ? 1U : 0U;
    }
    selection.rows_.resize(count);
    return selection;
}

template <class T>
Lane<T> Selection::gather(Lane<T> lane, Slot<T> out) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) out.values[i] = lane.values[rows_[i]];
    if (lane.nulls == nullptr) return {out.values, nullptr, rows_.size()};
    for (std::size_t i = 0; i < rows_.size(); ++i) out.nulls[i] = lane.nulls[rows_[i]];
    return {out.values, out.nulls, rows_.size()};
}

template <class T>
void Selection::scatter(Lane<T> close, T* values, T* nulls) const {
    CHECK(close.rows == rows_.size(), "as many rows as were selected");
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        values[rows_[i]] = close.values[i];
        nulls[rows_[i]] = close.nulls == nullptr ? T{0} : close.nulls[i];
    }
}

#define STAMP(T)                                                 \
    template Lane<T> choose(Lane<T>, Lane<T>, Lane<T>, Slot<T>); \
    template Selection Selection::of(Lane<T>);                   \
    template Lane<T> Selection::gather(Lane<T>, Slot<T>) const;  \
    template void Selection::scatter(Lane<T>, T*, T*) const;
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

}  // namespace anmin::frame
