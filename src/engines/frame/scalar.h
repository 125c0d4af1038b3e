// What every kernel means, one row at a time. These functions are the definition; the kernels are
// the same functions over many rows. A row may have no value (null); truth has three values.
//
// INVARIANT: a null cell holds the value 0, everywhere, so that equal columns are equal bytes.
#pragma once

#include <cstdint>

namespace anmin::frame {

template <class T>
struct Cell {
    T value = 0;
    bool null = false;

    static constexpr Cell nothing() { return {0, true}; }
    bool operator==(const Cell&) const = default;
};

enum class Truth : std::uint8_t { no, yes, unknown };

enum class Comparison : std::uint8_t { equal, unequal, less, at_most, more, at_least };

template <class T>
constexpr bool holds(Comparison how, T left, T right) {
    switch (how) {
        case Comparison::equal: return left == right;
        case Comparison::unequal: return left != right;
        case Comparison::less: return left < right;
        case Comparison::at_most: return left <= right;
        case Comparison::more: return left > right;
        case Comparison::at_least: return left >= right;
    }
    return false;
}

// Unknown when either side is null.
template <class T>
constexpr Truth compared(Comparison how, Cell<T> left, Cell<T> right) {
    if (left.null || right.null) return Truth::unknown;
    return holds(how, left.value, right.value) ? Truth::yes : Truth::no;
}

constexpr Truth both(Truth left, Truth right) {
    if (left == Truth::no || right == Truth::no) return Truth::no;
    return left == Truth::yes && right == Truth::yes ? Truth::yes : Truth::unknown;
}
constexpr Truth either(Truth left, Truth right) {
    if (left == Truth::yes || right == Truth::yes) return Truth::yes;
    return left == Truth::no && right == Truth::no ? Truth::no : Truth::unknown;
}
constexpr Truth opposite(Truth one) {
    if (one == Truth::unknown) return Truth::unknown;
    return one == Truth::yes ? Truth::no : Truth::yes;
}

// The result of arithmetic: a cell, or the word that it does not fit (then the cell is 0 and not to
// be used).
template <class T>
struct Computed {
    Cell<T> cell;
    bool overflow = false;

    bool operator==(const Computed&) const = default;
};

enum class Operation : std::uint8_t { add, subtract, multiply };

// Null when either side is null.
template <class T>
constexpr Computed<T> computed(Operation what, Cell<T> left, Cell<T> right) {
    if (left.null || right.null) return {Cell<T>::nothing()};
    T result = 0;
    bool overflow = false;
    switch (what) {
        case Operation::add:
            overflow = __builtin_add_overflow(left.value, right.value, &result);
            break;
        case Operation::subtract:
            overflow = __builtin_sub_overflow(left.value, right.value, &result);
            break;
        case Operation::multiply:
            overflow = __builtin_mul_overflow(left.value, right.value, &result);
            break;
    }
    return {{overflow ? T{0} : result, false}, overflow};
}

// Rounding by name. `half_*` differ only exactly in the middle between two whole numbers.
enum class Rounding : std::uint8_t {
    half_up,    // away from zero
    half_down,  // towards zero
    half_even,
    up,    // away from zero
    down,  // towards zero
    floor,
    ceiling,
};

__extension__ typedef __int128 Wide;

// numerator / divisor (not 0) as a whole number.
constexpr Wide rounded_quotient(Wide numerator, Wide divisor, Rounding rounding) {
    if (divisor < 0) {
        numerator = -numerator;
        divisor = -divisor;
    }
    const Wide whole = numerator / divisor;  // towards zero
    const Wide rest = numerator % divisor;   // sign of the numerator
    if (rest == 0) return whole;
    const Wide away = numerator < 0 ? -1 : 1;
    const Wide size = rest < 0 ? -rest : rest;
    const bool over_half = size > divisor - size;
    const bool half = size == divisor - size;
    switch (rounding) {
        case Rounding::half_up: return over_half || half ? whole + away : whole;
        case Rounding::half_down: return over_half ? whole + away : whole;
        case Rounding::half_even:
            return over_half || (half && whole % 2 != 0) ? whole + away : whole;
        case Rounding::up: return whole + away;
        case Rounding::down: return whole;
        case Rounding::floor: return away < 0 ? whole + away : whole;
        case Rounding::ceiling: return away > 0 ? whole + away : whole;
    }
    return whole;
}

constexpr std::int64_t power_of_ten(int exponent) {  // 0 to 18
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

// left * 10^digits / right, rounded. Null when either is null or `right` is 0. 0 <= digits <= 18.
constexpr Computed<std::int64_t> divided(Cell<std::int64_t> left, Cell<std::int64_t> right,
                                         int digits, Rounding rounding) {
    if (left.null || right.null || right.value == 0) return {Cell<std::int64_t>::nothing()};
    const Wide quotient =
        rounded_quotient(Wide{left.value} * power_of_ten(digits), right.value, rounding);
    if (quotient > INT64_MAX || quotient < INT64_MIN) return {{0, false}, true};
    return {{static_cast<std::int64_t>(quotient), false}, false};
}

// The number with `digits` fewer decimal places: value / 10^digits, rounded.
template <class T>
constexpr Cell<T> shortened(Cell<T> cell, int digits, Rounding rounding) {
    if (cell.null) return cell;
    return {static_cast<T>(rounded_quotient(cell.value, power_of_ten(digits), rounding)), false};
}

// `then` where the condition is true, `otherwise` where it is false or unknown.
template <class T>
constexpr Cell<T> chosen(Truth condition, Cell<T> then, Cell<T> otherwise) {
    return condition == Truth::yes ? then : otherwise;
}

}  // namespace anmin::frame
