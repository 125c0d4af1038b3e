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
