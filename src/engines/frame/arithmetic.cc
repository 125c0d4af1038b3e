#include "frame/arithmetic.h"

#include <array>
#include <type_traits>
#include <utility>

#include "frame/clones.h"
#include "frame/lift.h"
#include "frame/nulls.h"
#include "result/result.h"

namespace anmin::frame {
namespace {

// Two's complement without undefined behaviour, for rows whose result is thrown away.
template <Operation what, class T>
constexpr T wrapped(T left, T right) {
    using U = std::make_unsigned_t<T>;
    const U a = static_cast<U>(left);
    const U b = static_cast<U>(right);
    switch (what) {
        case Operation::add: return static_cast<T>(a + b);
        case Operation::subtract: return static_cast<T>(a - b);
        case Operation::multiply: return static_cast<T>(a * b);
    }
    return 0;
}

// -1 where the wrapped result is not the true one.
template <Operation what, class T>
constexpr T overflowed(T left, T right, T result) {
    constexpr int sign = sizeof(T) * 8 - 1;
    switch (what) {
        case Operation::add: return static_cast<T>(((left ^ result) & (right ^ result)) >> sign);
        case Operation::subtract: return static_cast<T>(((left ^ right) & (left ^ result)) >> sign);
        case Operation::multiply:
            if constexpr (sizeof(T) == 4) {
                const std::int64_t whole = std::int64_t{left} * right;
                return static_cast<T>(-static_cast<T>(whole != result));
            } else {
                T ignored = 0;
                return static_cast<T>(
                    -static_cast<T>(__builtin_mul_overflow(left, right, &ignored)));
            }
    }
    return 0;
}

// A null on the left reads as 0, and 0 - least does not fit: such rows are no overflow. (A null on
// the right never overflows anything.)
template <Operation what, class T, class Right>
[[gnu::always_inline]] inline void compute_as(Lane<T> left, Right right, T* __restrict out,
                                              T* __restrict overflow) {
    const T* __restrict values = left.values;
    const T* __restrict nulls = left.nulls;
    if (overflow == nullptr) {
        for (std::size_t row = 0; row < left.rows; ++row)
            out[row] = wrapped<what>(values[row], right(row));
        return;
    }
    for (std::size_t row = 0; row < left.rows; ++row) {
        const T result = wrapped<what>(values[row], right(row));
        const T over =
            static_cast<T>(overflowed<what>(values[row], right(row), result) & ~nulls[row]);
        out[row] = static_cast<T>(result & ~over);
        overflow[row] = static_cast<T>(overflow[row] | over);
    }
}

template <class T, class Right>
[[gnu::always_inline]] inline void compute_any(Operation what, Lane<T> left, Right right, T* out,
                                               T* overflow) {
    switch (what) {
        case Operation::add: return compute_as<Operation::add>(left, right, out, overflow);
        case Operation::subtract:
            return compute_as<Operation::subtract>(left, right, out, overflow);
        case Operation::multiply:
            return compute_as<Operation::multiply>(left, right, out, overflow);
    }
}

ANMIN_LOOP Range range_loop(const T* values, std::size_t rows) {
    T least = rows == 0 ? T{0} : values[0];
    T most = least;
    for (std::size_t row = 0; row < rows; ++row) {
        least = values[row] < least ? values[row] : least;
        most = values[row] > most ? values[row] : most;
    }
    return {least, most, 0, rows != 0};
}

// Up to four summands; one that is missing is a row of zeros.
template <class T>
using Summands = std::array<const T*, most_summands>;

ANMIN_LOOP void add_loop(const T* one, const T* two, const T* three, const T* four,
                         std::size_t rows, T* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) {
        const T first = wrapped<Operation::add>(one[row], two[row]);
        const T last = wrapped<Operation::add>(three[row], four[row]);
        out[row] = wrapped<Operation::add>(first, last);
    }
}
ANMIN_LOOP void clear_loop(const T* one, const T* two, const T* three, const T* four,
                           std::size_t rows, T* __restrict nulls, T* __restrict values) {
    for (std::size_t row = 0; row < rows; ++row) {
        const T some = static_cast<T>(one[row] | two[row] | three[row] | four[row]);
        nulls[row] = some;
        values[row] = static_cast<T>(values[row] & ~some);
    }
}

#define STAMP(T)                                                                                   \
    ANMIN_CLONES void add_rows(const Summands<T>& from, std::size_t rows, T* out) {                \
        add_loop(from[0], from[1], from[2], from[3], rows, out);                                   \
    }                                                                                              \
    ANMIN_CLONES void clear_rows(const Summands<T>& from, std::size_t rows, T* nulls, T* values) { \
        clear_loop(from[0], from[1], from[2], from[3], rows, nulls, values);                       \
    }                                                                                              \
    ANMIN_CLONES void compute_lanes(Operation what, Lane<T> left, const T* right, T* out,          \
                                    T* overflow) {                                                 \
        compute_any(what, left, [right](std::size_t row) { return right[row]; }, out, overflow);   \
    }                                                                                              \
    ANMIN_CLONES void compute_constant(Operation what, Lane<T> left, T right, T* out,              \
                                       T* overflow) {                                              \
        compute_any(what, left, [right](std::size_t) { return right; }, out, overflow);            \
    }                                                                                              \
    ANMIN_CLONES Range range_rows(const T* values, std::size_t rows) {                             \
        return range_loop(values, rows);                                                           \
    }
STAMP(std::int32_t)
STAMP(std::int64_t)
#undef STAMP

// Is the number one further from zero than `whole`? `size` is what `whole` leaves out, `other` what
// lacks to the next; both without sign. Means rounded_quotient.
template <Rounding rounding, class T>
[[gnu::always_inline]] inline bool steps_away(T from, std::int64_t whole, T size, T other) {
    switch (rounding) {
        case Rounding::half_up: return size >= other;
        case Rounding::half_down: return size > other;
        case Rounding::half_even: return size > other || (size == other && whole % 2 != 0);
        case Rounding::up: return size != T{0};
        case Rounding::down: return false;
        case Rounding::floor: return from < T{0} && size != T{0};
        case Rounding::ceiling: return from > T{0} && size != T{0};
    }
    return false;
}

// Division by a power that the compiler knows: a multiplication.
template <class T, std::int64_t power, Rounding rounding>
void shorten_as(const T* __restrict from, std::size_t rows, T* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) {
        const T whole = static_cast<T>(from[row] / static_cast<T>(power));
        const T rest = static_cast<T>(from[row] % static_cast<T>(power));
        const T size = rest < 0 ? -rest : rest;
        const T away = from[row] < 0 ? T{-1} : T{1};
        const T other = static_cast<T>(static_cast<T>(power) - size);
        const bool step = steps_away<rounding, T>(from[row], whole, size, other);
        out[row] = static_cast<T>(whole + (step ? away : T{0}));
    }
}

// Below this size the way through doubles is exact: a quotient that is no whole number lies at
// least 1/power away from one, and its rounding is less; what is left of it is a whole number below
// 2^53.
constexpr std::int64_t exact_in_double = std::int64_t{1} << 52;

template <Rounding rounding>
[[gnu::always_inline]] inline void shorten_small(const std::int64_t* __restrict from,
                                                 std::size_t rows, double power,
                                                 std::int64_t* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) {
        const auto number = static_cast<double>(from[row]);
        const auto whole = static_cast<std::int64_t>(number / power);
        const double rest = number - static_cast<double>(whole) * power;
        const double size = rest < 0 ? -rest : rest;
        const std::int64_t away = from[row] < 0 ? -1 : 1;
        const bool step = steps_away<rounding, double>(number, whole, size, power - size);
        out[row] = whole + (step ? away : 0);
    }
}

ANMIN_CLONES void shorten_small_rows(Rounding rounding, const std::int64_t* from, std::size_t rows,
                                     double power, std::int64_t* out) {
    switch (rounding) {
        case Rounding::half_up: return shorten_small<Rounding::half_up>(from, rows, power, out);
        case Rounding::half_down: return shorten_small<Rounding::half_down>(from, rows, power, out);
        case Rounding::half_even: return shorten_small<Rounding::half_even>(from, rows, power, out);
        case Rounding::up: return shorten_small<Rounding::up>(from, rows, power, out);
        case Rounding::down: return shorten_small<Rounding::down>(from, rows, power, out);
        case Rounding::floor: return shorten_small<Rounding::floor>(from, rows, power, out);
        case Rounding::ceiling: return shorten_small<Rounding::ceiling>(from, rows, power, out);
    }
}

bool fits_double(Lane<std::int64_t> lane, int digits) {
    if (power_of_ten(digits) >= exact_in_double) return false;
    const Range range = range_rows(lane.values, lane.rows);
    return range.least > -exact_in_double && range.most < exact_in_double;
}

template <class T, int digits>
void shorten_by(Rounding rounding, const T* from, std::size_t rows, T* out) {
    constexpr std::int64_t power = power_of_ten(digits);
    switch (rounding) {
        case Rounding::half_up: return shorten_as<T, power, Rounding::half_up>(from, rows, out);
        case Rounding::half_down: return shorten_as<T, power, Rounding::half_down>(from, rows, out);
        case Rounding::half_even: return shorten_as<T, power, Rounding::half_even>(from, rows, out);
        case Rounding::up: return shorten_as<T, power, Rounding::up>(from, rows, out);
        case Rounding::down: return shorten_as<T, power, Rounding::down>(from, rows, out);
        case Rounding::floor: return shorten_as<T, power, Rounding::floor>(from, rows, out);
        case Rounding::ceiling: return shorten_as<T, power, Rounding::ceiling>(from, rows, out);
    }
}

template <class T, std::size_t... digits>
constexpr auto shorteners(std::index_sequence<digits...>) {
    return std::array{&shorten_by<T, static_cast<int>(digits)>...};
}

}  // namespace

template <class T>
Lane<T> compute(Operation what, Lane<T> left, Lane<T> right, Slot<T> out, T* overflow) {
    CHECK(left.rows == right.rows, "lanes of the same length");
    compute_lanes(what, with_mask(left), right.values, out.values, overflow);
    return with_nulls_of(left, right, out);
}

template <class T>
Lane<T> compute(Operation what, Lane<T> left, T constant, Slot<T> out, T* overflow) {
    compute_constant(what, with_mask(left), constant, out.values, overflow);
    return with_nulls_of(left, out);
}

template <class T>
Lane<T> add_all(std::span<const Lane<T>> lanes, Slot<T> out) {
    CHECK(lanes.size() >= 2 && lanes.size() <= most_summands, "two summands and at most four");
    static constexpr std::array<T, chunk_rows> none{};
    Summands<T> values{none.data(), none.data(), none.data(), none.data()};
    Summands<T> nulls = values;
    bool some_null = false;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        CHECK(lanes[i].rows == lanes[0].rows, "lanes of the same length");
        values[i] = lanes[i].values;
        if (lanes[i].nulls != nullptr) nulls[i] = lanes[i].nulls;
        some_null = some_null || lanes[i].nulls != nullptr;
    }
    add_rows(values, lanes[0].rows, out.values);
    if (!some_null) return {out.values, nullptr, lanes[0].rows};
    clear_rows(nulls, lanes[0].rows, out.nulls, out.values);
    return {out.values, out.nulls, lanes[0].rows};
}

template <class T>
Lane<T> shorten(Lane<T> lane, int digits, Rounding rounding, Slot<T> out) {
    static constexpr auto by_digits =
        shorteners<T>(std::make_index_sequence<sizeof(T) == 4 ? 10 : 19>());
    CHECK(digits >= 0 && static_cast<std::size_t>(digits) < by_digits.size(),
          "a power of ten of this width");
    if constexpr (sizeof(T) == 8) {
        if (fits_double(lane, digits)) {
            shorten_small_rows(rounding, lane.values, lane.rows,
                               static_cast<double>(power_of_ten(digits)), out.values);
            return with_nulls_of(lane, out);
        }
    }
    by_digits[static_cast<std::size_t>(digits)](rounding, lane.values, lane.rows, out.values);
    return with_nulls_of(lane, out);
}

Lane<std::int64_t> divide(Lane<std::int64_t> left, Lane<std::int64_t> right, int digits,
                          Rounding rounding, Slot<std::int64_t> out, std::int64_t* overflow) {
    CHECK(left.rows == right.rows && digits >= 0 && digits <= most_scale,
          "lanes of the same length");
    std::array<std::int64_t, chunk_rows> ignored;
    return lift_checked(
        [digits, rounding](Cell<std::int64_t> one, Cell<std::int64_t> other) {
            return divided(one, other, digits, rounding);
        },
        out, overflow == nullptr ? ignored.data() : overflow, left, right);
}

template <class T>
Range range_of(Lane<T> lane) {
    return range_rows(lane.values, lane.rows);
}

#define STAMP(T)                                                        \
    template Lane<T> compute(Operation, Lane<T>, Lane<T>, Slot<T>, T*); \
    template Lane<T> compute(Operation, Lane<T>, T, Slot<T>, T*);       \
    template Lane<T> add_all(std::span<const Lane<T>>, Slot<T>);        \
    template Lane<T> shorten(Lane<T>, int, Rounding, Slot<T>);          \
    template Range range_of(Lane<T>);
STAMP(std::int32_t)
STAMP(std::int64_t)
#undef STAMP

}  // namespace anmin::frame
