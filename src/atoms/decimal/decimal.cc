#include "decimal/decimal.h"

#include <algorithm>
#include <array>

// The archive libbidgcc000 is compiled with these three switches; another setting corrupts
// silently.
#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
extern "C" {
#include <bid_conf.h>
#include <bid_functions.h>
}

namespace anmin::decimal {

namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr unsigned nearest_even = BID_ROUNDING_TO_NEAREST;
constexpr int bias = 6176;
constexpr int most_zero_places = 34;
constexpr std::uint64_t sign_bit = 0x8000000000000000;
constexpr std::uint64_t coefficient_mask = (std::uint64_t{1} << 49) - 1;

BID_UINT128 raw(const Decimal& number) {
    BID_UINT128 out;
    out.w[0] = number.bits().low;
    out.w[1] = number.bits().high;
    return out;
}

Decimal cooked(const BID_UINT128& number) { return Decimal::from_bits({number.w[0], number.w[1]}); }

std::optional<Decimal> finite(const BID_UINT128& number) {
    if (!bid128_isFinite(number)) return std::nullopt;
    return cooked(number);
}

int exponent_of(const Decimal& number) {
    return static_cast<int>((number.bits().high >> 49) & 0x3fff) - bias;
}

// The coefficient in decimal digits, without sign; "0" for zero.
std::string digits_of(const Decimal& number) {
    Wide rest = number.bits().high & coefficient_mask;
    rest = (rest << 64) | number.bits().low;
    if (rest == 0) return "0";
    std::string digits;
    while (rest != 0) {
        digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
    }
    std::reverse(digits.begin(), digits.end());
    return digits;
}

bool well_formed(std::string_view text) {
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t start = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        return at - start;
    };
    if (at < text.size() && text[at] == '-') ++at;
    const std::size_t front = digits();
    std::size_t behind = 0;
    if (at < text.size() && text[at] == '.') {
        ++at;
        behind = digits();
        if (behind == 0) return false;
    }
    if (front + behind == 0) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        if (digits() == 0) return false;
    }
    return at == text.size();
}

BID_UINT128 round_integral(const BID_UINT128& number, Rounding rounding) {
    unsigned flags = 0;
    switch (rounding) {
        case Rounding::half_even: return bid128_round_integral_nearest_even(number, &flags);
        case Rounding::half_up: return bid128_round_integral_nearest_away(number, &flags);
        case Rounding::down: return bid128_round_integral_zero(number, &flags);
        case Rounding::floor: return bid128_round_integral_negative(number, &flags);
        case Rounding::ceiling: return bid128_round_integral_positive(number, &flags);
        case Rounding::up:
            return bid128_isSigned(number) ? bid128_round_integral_negative(number, &flags)
                                           : bid128_round_integral_positive(number, &flags);
        case Rounding::half_down: break;
    }
    // No native mode: away from zero by the nearest rule, unless it was exactly a tie.
    const BID_UINT128 cut = bid128_round_integral_zero(number, &flags);
    const BID_UINT128 rest = bid128_abs(bid128_sub(number, cut, nearest_even, &flags));
    const BID_UINT128 half =
        bid128_div(bid128_from_int64(1), bid128_from_int64(2), nearest_even, &flags);
    if (bid128_quiet_greater(rest, half, &flags))
        return bid128_round_integral_nearest_away(number, &flags);
    return cut;
}

// Exact as long as no step had to round.
std::optional<BID_UINT128> whole_power(BID_UINT128 base, std::int64_t exponent) {
    unsigned flags = 0;
    BID_UINT128 result = bid128_from_int64(1);
    for (std::uint64_t rest = static_cast<std::uint64_t>(exponent); rest != 0; rest >>= 1) {
        if (rest & 1) result = bid128_mul(result, base, nearest_even, &flags);
        if (rest > 1) base = bid128_mul(base, base, nearest_even, &flags);
        if (flags & BID_INEXACT_EXCEPTION) return std::nullopt;
    }
    return result;
}

}  // namespace

Decimal Decimal::from_bits(Bits bits) {
    Decimal out;
    out.bits_ = bits;
    return out;
}

Decimal Decimal::of(std::int64_t whole) { return cooked(bid128_from_int64(whole)); }

std::optional<Decimal> Decimal::parse(std::string_view text) {
    if (text.size() > 10000 || !well_formed(text)) return std::nullopt;
    std::string copy(text);
    unsigned flags = 0;
    return finite(bid128_from_string(copy.data(), nearest_even, &flags));
}

std::optional<Decimal> Decimal::scaled(std::int64_t coefficient, int exponent) {
    unsigned flags = 0;
    return finite(bid128_scalbn(bid128_from_int64(coefficient), exponent, nearest_even, &flags));
}

std::string Decimal::text() const {
    std::string digits = digits_of(*this);
    // A zero that is left of a number too small to hold has no places worth writing.
    const int exponent = zero() && exponent_of(*this) < -most_zero_places ? 0 : exponent_of(*this);
    if (exponent > 0 && digits != "0") digits.append(static_cast<std::size_t>(exponent), '0');
    if (exponent < 0) {
        const std::size_t behind = static_cast<std::size_t>(-exponent);
        if (digits.size() <= behind) digits.insert(0, behind - digits.size() + 1, '0');
        digits.insert(digits.size() - behind, 1, '.');
    }
    if ((bits_.high & sign_bit) && !zero()) digits.insert(digits.begin(), '-');
    return digits;
}

std::string Decimal::shortest_text() const {
    std::string out = text();
    if (out.find('.') == std::string::npos) return out;
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

bool Decimal::zero() const { return bid128_isZero(raw(*this)) != 0; }

bool Decimal::negative() const { return (bits_.high & sign_bit) && !zero(); }

bool Decimal::integral() const {
    unsigned flags = 0;
    if (exponent_of(*this) >= 0) return true;
    const BID_UINT128 number = raw(*this);
    return bid128_quiet_equal(number, bid128_round_integral_zero(number, &flags), &flags) != 0;
}

std::optional<std::int64_t> Decimal::truncated() const {
    unsigned flags = 0;
    const auto number = bid128_to_int64_int(raw(*this), &flags);
    if (flags & BID_INVALID_EXCEPTION) return std::nullopt;
    return static_cast<std::int64_t>(number);
}

std::optional<std::int64_t> Decimal::whole() const {
    if (!integral()) return std::nullopt;
    return truncated();
}

Decimal Decimal::negated() const {
    if (zero()) return *this;
    return cooked(bid128_negate(raw(*this)));
}

Decimal Decimal::absolute() const { return cooked(bid128_abs(raw(*this))); }

bool operator==(const Decimal& left, const Decimal& right) {
    unsigned flags = 0;
    return bid128_quiet_equal(raw(left), raw(right), &flags) != 0;
}

std::strong_ordering operator<=>(const Decimal& left, const Decimal& right) {
    unsigned flags = 0;
    if (bid128_quiet_less(raw(left), raw(right), &flags)) return std::strong_ordering::less;
    if (bid128_quiet_equal(raw(left), raw(right), &flags)) return std::strong_ordering::equal;
    return std::strong_ordering::greater;
}

std::optional<Decimal> add(const Decimal& left, const Decimal& right) {
    unsigned flags = 0;
    return finite(bid128_add(raw(left), raw(right), nearest_even, &flags));
}

std::optional<Decimal> subtract(const Decimal& left, const Decimal& right) {
    unsigned flags = 0;
    return finite(bid128_sub(raw(left), raw(right), nearest_even, &flags));
}

std::optional<Decimal> multiply(const Decimal& left, const Decimal& right) {
    unsigned flags = 0;
    return finite(bid128_mul(raw(left), raw(right), nearest_even, &flags));
}

std::optional<Decimal> divide(const Decimal& left, const Decimal& right) {
    unsigned flags = 0;
    if (right.zero()) return std::nullopt;
    return finite(bid128_div(raw(left), raw(right), nearest_even, &flags));
}

std::optional<Decimal> modulo(const Decimal& dividend, const Decimal& divisor) {
    if (divisor.zero()) return std::nullopt;
    unsigned flags = 0;
    // fmod is exact, with the sign of the dividend; FEEL wants the sign of the divisor.
    const BID_UINT128 rest = bid128_fmod(raw(dividend), raw(divisor), &flags);
    const auto out = finite(rest);
    if (!out || out->zero() || out->negative() == divisor.negative()) return out;
    return add(*out, divisor);
}

std::optional<Decimal> power(const Decimal& base, const Decimal& exponent) {
    unsigned flags = 0;
    const auto whole = exponent.whole();
    if (base.zero() && exponent.negative()) return std::nullopt;
    if (whole && *whole > -1000000 && *whole < 1000000) {
        const auto exact = whole_power(raw(base), *whole < 0 ? -*whole : *whole);
        if (exact) {
            if (*whole >= 0) return finite(*exact);
            return finite(bid128_div(bid128_from_int64(1), *exact, nearest_even, &flags));
        }
    }
    return finite(bid128_pow(raw(base), raw(exponent), nearest_even, &flags));
}

std::optional<Decimal> square_root(const Decimal& number) {
    unsigned flags = 0;
    if (number.negative()) return std::nullopt;
    return finite(bid128_sqrt(raw(number), nearest_even, &flags));
}

std::optional<Decimal> natural_logarithm(const Decimal& number) {
    unsigned flags = 0;
    if (number.negative() || number.zero()) return std::nullopt;
    return finite(bid128_log(raw(number), nearest_even, &flags));
}

std::optional<Decimal> exponential(const Decimal& number) {
    unsigned flags = 0;
    return finite(bid128_exp(raw(number), nearest_even, &flags));
}

std::optional<Decimal> round(const Decimal& number, std::int64_t scale, Rounding rounding) {
    if (scale < -6111 || scale > 6176) return std::nullopt;
    const int places = static_cast<int>(scale);
    unsigned flags = 0;
    if (-exponent_of(number) <= places) {
        const BID_UINT128 unit = bid128_scalbn(bid128_from_int64(1), -places, nearest_even, &flags);
        return finite(bid128_quantize(raw(number), unit, nearest_even, &flags)).value_or(number);
    }
    const BID_UINT128 shifted = bid128_scalbn(raw(number), places, nearest_even, &flags);
    const BID_UINT128 rounded = round_integral(shifted, rounding);
    return finite(bid128_scalbn(rounded, -places, nearest_even, &flags));
}

Decimal round_whole(const Decimal& number, Rounding rounding) {
    return cooked(round_integral(raw(number), rounding));
}

}  // namespace anmin::decimal
