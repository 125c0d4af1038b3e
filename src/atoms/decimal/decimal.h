// Exact decimal numbers: IEEE 754-2008 decimal128, 34 digits, rounded half-even unless said.
//
// The only number of FEEL and of every amount in the house; never a double. A value is always
// finite: an operation whose result would not be (overflow, division by zero, no real result) gives
// nothing. Scale is kept (1.50 stays 1.50) but is not part of the value: 1.5 == 1.50.
// Arithmetic by Intel's library (BSD), which is compiled for calls by value (decimal.cc).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anmin::decimal {

// How a digit is dropped. Named as in FEEL and in tax law, not as in the library.
enum class Rounding {
    half_even,  // to the nearer, a tie to the even digit
    half_up,    // to the nearer, a tie away from zero
    half_down,  // to the nearer, a tie towards zero
    up,         // away from zero
    down,       // towards zero
    floor,      // towards minus infinity
    ceiling,    // towards plus infinity
};

class Decimal {
public:
    Decimal() = default;  // 0
    static Decimal of(std::int64_t whole);
    // "-12.50", ".5", "1.2e-3"; nothing else (no blanks, no plus sign in front, no infinity).
    // More than 34 digits are rounded half-even.
    static std::optional<Decimal> parse(std::string_view text);
    // The value sign * coefficient * 10^exponent where the coefficient fits into 64 bits.
    static std::optional<Decimal> scaled(std::int64_t coefficient, int exponent);

    // Plain digits without exponent, scale kept: "12.50", "-0.001", "1200".
    std::string text() const;
    // The same without trailing zeros behind the point: "12.5".
    std::string shortest_text() const;

    bool zero() const;
    bool negative() const;  // below zero; false for -0
    bool integral() const;  // without fraction: 3, 3.00
    // The number when it is integral and fits, else nothing.
    std::optional<std::int64_t> whole() const;
    // Fraction dropped; nothing when it does not fit.
    std::optional<std::int64_t> truncated() const;

    Decimal negated() const;
    Decimal absolute() const;

    friend bool operator==(const Decimal& left, const Decimal& right);
    friend std::strong_ordering operator<=>(const Decimal& left, const Decimal& right);

    struct Bits {
        std::uint64_t low = 0;
        std::uint64_t high = 0x3040000000000000;  // exponent 0
    };
    const Bits& bits() const { return bits_; }
    static Decimal from_bits(Bits bits);  // INVARIANT: finite

private:
    Bits bits_;
};

std::optional<Decimal> add(const Decimal& left, const Decimal& right);
std::optional<Decimal> subtract(const Decimal& left, const Decimal& right);
std::optional<Decimal> multiply(const Decimal& left, const Decimal& right);
std::optional<Decimal> divide(const Decimal& left, const Decimal& right);
// SPEC: FEEL 10.3.4.5 modulo: dividend - divisor * floor(dividend / divisor).
std::optional<Decimal> modulo(const Decimal& dividend, const Decimal& divisor);
std::optional<Decimal> power(const Decimal& base, const Decimal& exponent);
std::optional<Decimal> square_root(const Decimal& number);
std::optional<Decimal> natural_logarithm(const Decimal& number);
std::optional<Decimal> exponential(const Decimal& number);

// `number` with `scale` digits behind the point (negative: in front of it): 12.5 with 2 is 12.50. A
// scale finer than 34 digits have room for leaves it as it is. Scale -6111 to 6176.
std::optional<Decimal> round(const Decimal& number, std::int64_t scale, Rounding rounding);
// To a whole number.
Decimal round_whole(const Decimal& number, Rounding rounding);

}  // namespace anmin::decimal
