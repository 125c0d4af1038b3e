#include "frame/compare.h"

#include "frame/clones.h"
#include "frame/nulls.h"
#include "result/result.h"

namespace anmin::frame {
namespace {

template <class T>
constexpr T mask(bool truth) {
    return static_cast<T>(-static_cast<T>(truth));
}

template <Comparison how, class T, class Right>
[[gnu::always_inline]] inline void compare_as(const T* __restrict left, Right right,
                                              std::size_t rows, T* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row)
        out[row] = mask<T>(holds(how, left[row], right(row)));
}

// One branch outside, plain loops inside.
template <class T, class Right>
[[gnu::always_inline]] inline void compare_any(Comparison how, const T* left, Right right,
                                               std::size_t rows, T* out) {
    switch (how) {
        case Comparison::equal: return compare_as<Comparison::equal>(left, right, rows, out);
        case Comparison::unequal: return compare_as<Comparison::unequal>(left, right, rows, out);
        case Comparison::less: return compare_as<Comparison::less>(left, right, rows, out);
        case Comparison::at_most: return compare_as<Comparison::at_most>(left, right, rows, out);
        case Comparison::more: return compare_as<Comparison::more>(left, right, rows, out);
        case Comparison::at_least: return compare_as<Comparison::at_least>(left, right, rows, out);
    }
}

ANMIN_LOOP void between_loop(const T* __restrict values, T least, T most, std::size_t rows,
                             T* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = static_cast<T>(mask<T>(values[row] >= least) & mask<T>(values[row] <= most));
    }
}

ANMIN_LOOP void and_loop(const T* __restrict left, const T* __restrict right, std::size_t rows,
                         T* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) out[row] = static_cast<T>(left[row] & right[row]);
}
ANMIN_LOOP void or_loop(const T* __restrict left, const T* __restrict right, std::size_t rows,
                        T* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) out[row] = static_cast<T>(left[row] | right[row]);
}

// Null is what may be true (both sides true or null) and is not true.
ANMIN_LOOP void and_nulls(Lane<T> left, Lane<T> right, T* __restrict out, T* __restrict nulls) {
    for (std::size_t row = 0; row < left.rows; ++row) {
        const T maybe = static_cast<T>((left.values[row] | left.nulls[row]) &
                                       (right.values[row] | right.nulls[row]));
        const T yes = static_cast<T>(left.values[row] & right.values[row]);
        out[row] = yes;
        nulls[row] = static_cast<T>(maybe & ~yes);
    }
}
ANMIN_LOOP void or_nulls(Lane<T> left, Lane<T> right, T* __restrict out, T* __restrict nulls) {
    for (std::size_t row = 0; row < left.rows; ++row) {
        const T yes = static_cast<T>(left.values[row] | right.values[row]);
        out[row] = yes;
        nulls[row] = static_cast<T>((left.nulls[row] | right.nulls[row]) & ~yes);
    }
}
ANMIN_LOOP void not_loop(const T* __restrict values, std::size_t rows, T* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) out[row] = static_cast<T>(~values[row]);
}
ANMIN_LOOP T sum_of_masks(const T* values, std::size_t rows) {
    T sum = 0;
    for (std::size_t row = 0; row < rows; ++row) sum = static_cast<T>(sum + values[row]);
    return sum;
}

#define STAMP(T)                                                                                 \
    ANMIN_CLONES void compare_lanes(Comparison how, const T* left, const T* right,               \
                                    std::size_t rows, T* out) {                                  \
        compare_any(how, left, [right](std::size_t row) { return right[row]; }, rows, out);      \
    }                                                                                            \
    ANMIN_CLONES void compare_constant(Comparison how, const T* left, T right, std::size_t rows, \
                                       T* out) {                                                 \
        compare_any(how, left, [right](std::size_t) { return right; }, rows, out);               \
    }                                                                                            \
    ANMIN_CLONES void between_rows(const T* values, T least, T most, std::size_t rows, T* out) { \
        between_loop(values, least, most, rows, out);                                            \
    }                                                                                            \
    ANMIN_CLONES void and_rows(const T* left, const T* right, std::size_t rows, T* out) {        \
        and_loop(left, right, rows, out);                                                        \
    }                                                                                            \
    ANMIN_CLONES void or_rows(const T* left, const T* right, std::size_t rows, T* out) {         \
        or_loop(left, right, rows, out);                                                         \
    }                                                                                            \
    ANMIN_CLONES void and_null_rows(Lane<T> left, Lane<T> right, T* out, T* nulls) {             \
        and_nulls(left, right, out, nulls);                                                      \
    }                                                                                            \
    ANMIN_CLONES void or_null_rows(Lane<T> left, Lane<T> right, T* out, T* nulls) {              \
        or_nulls(left, right, out, nulls);                                                       \
    }                                                                                            \
    ANMIN_CLONES void not_rows(const T* values, std::size_t rows, T* out) {                      \
        not_loop(values, rows, out);                                                             \
    }                                                                                            \
    ANMIN_CLONES T sum_rows(const T* values, std::size_t rows) {                                 \
        return sum_of_masks(values, rows);                                                       \
    }
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

}  // namespace

template <class T>
Lane<T> compare(Comparison how, Lane<T> left, Lane<T> right, Slot<T> out) {
    CHECK(left.rows == right.rows, "lanes of the same length");
    compare_lanes(how, left.values, right.values, left.rows, out.values);
    return with_nulls_of(left, right, out);
}

template <class T>
Lane<T> compare(Comparison how, Lane<T> left, T constant, Slot<T> out) {
    compare_constant(how, left.values, constant, left.rows, out.values);
    return with_nulls_of(left, out);
}

template <class T>
Lane<T> between(Lane<T> values, T least, T most, Slot<T> out) {
    between_rows(values.values, least, most, values.rows, out.values);
    return with_nulls_of(values, out);
}

template <class T>
Lane<T> both(Lane<T> left, Lane<T> right, Slot<T> out) {
    CHECK(left.rows == right.rows, "lanes of the same length");
    if (left.nulls == nullptr && right.nulls == nullptr) {
        and_rows(left.values, right.values, left.rows, out.values);
        return {out.values, nullptr, left.rows};
    }
    and_null_rows(with_mask(left), with_mask(right), out.values, out.nulls);
    return {out.values, out.nulls, left.rows};
}

template <class T>
Lane<T> either(Lane<T> left, Lane<T> right, Slot<T> out) {
    CHECK(left.rows == right.rows, "lanes of the same length");
    if (left.nulls == nullptr && right.nulls == nullptr) {
        or_rows(left.values, right.values, left.rows, out.values);
        return {out.values, nullptr, left.rows};
    }
    or_null_rows(with_mask(left), with_mask(right), out.values, out.nulls);
    return {out.values, out.nulls, left.rows};
}

template <class T>
Lane<T> opposite(Lane<T> lane, Slot<T> out) {
    not_rows(lane.values, lane.rows, out.values);
    return with_nulls_of(lane, out);
}

template <class T>
std::size_t count_true(Lane<T> lane) {
    // A chunk has fewer rows than the narrowest sum can hold.
    static_assert(chunk_rows <= INT16_MAX);
    return static_cast<std::size_t>(-static_cast<std::int64_t>(sum_rows(lane.values, lane.rows)));
}

#define STAMP(T)                                                     \
    template Lane<T> compare(Comparison, Lane<T>, Lane<T>, Slot<T>); \
    template Lane<T> compare(Comparison, Lane<T>, T, Slot<T>);       \
    template Lane<T> between(Lane<T>, T, T, Slot<T>);                \
    template Lane<T> both(Lane<T>, Lane<T>, Slot<T>);                \
    template Lane<T> either(Lane<T>, Lane<T>, Slot<T>);              \
    template Lane<T> opposite(Lane<T>, Slot<T>);                     \
    template std::size_t count_true(Lane<T>);
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

}  // namespace anmin::frame
