// Numeric functions. SPEC: DMN 10.3.4.5.
#include "feel/builtins.h"

namespace anmin::feel {

namespace {

using decimal::Rounding;

Value made(const Arguments& arguments, const std::optional<Decimal>& number) {
    return number ? Value::of(*number) : arguments.fail("结果不是数字或超出范围");
}

template <Rounding rounding>
Value rounded(const Arguments& arguments) {
    if (arguments.size() < 2) return Value::of(decimal::round_whole(arguments.number(0), rounding));
    const auto scale = arguments.number(1).truncated();
    if (!scale || *scale < -6111 || *scale > 6176) return arguments.fail("位数应在 -6111 到 6176");
    return made(arguments, decimal::round(arguments.number(0), *scale, rounding));
}

Value absolute(const Arguments& arguments) {
    const Value* single = arguments.single(0);
    const Value& value = single ? *single : arguments[0];
    if (value.number()) return Value::of(value.number()->absolute());
    if (const auto* months = value.years_months())
        return Value::of(YearsMonths{months->months < 0 ? -months->months : months->months});
    if (const auto* exact = value.days_time())
        return Value::of(
            DaysTime{exact->nanoseconds < 0 ? -exact->nanoseconds : exact->nanoseconds});
    return arguments.fail("只能用于数字或时长");
}

Value modulo(const Arguments& arguments) {
    if (arguments.number(1).zero()) return arguments.fail("除以零");
    return made(arguments, decimal::modulo(arguments.number(0), arguments.number(1)));
}

Value square_root(const Arguments& arguments) {
    return made(arguments, decimal::square_root(arguments.number(0)));
}

Value logarithm(const Arguments& arguments) {
    return made(arguments, decimal::natural_logarithm(arguments.number(0)));
}

Value exponential(const Arguments& arguments) {
    return made(arguments, decimal::exponential(arguments.number(0)));
}

Value parity(const Arguments& arguments, bool odd) {
    const Decimal& number = arguments.number(0);
    if (!number.integral()) return Value::of(false);
    return Value::of(decimal::modulo(number, Decimal::of(2))->zero() != odd);
}

Value is_odd(const Arguments& arguments) { return parity(arguments, true); }
Value is_even(const Arguments& arguments) { return parity(arguments, false); }

constexpr Registration table[] = {
    {"decimal", "n: number, scale: number", rounded<Rounding::half_even>},
    {"floor", "n: number, scale?: number", rounded<Rounding::floor>},
    {"ceiling", "n: number, scale?: number", rounded<Rounding::ceiling>},
    {"round up", "n: number, scale: number", rounded<Rounding::up>},
    {"round down", "n: number, scale: number", rounded<Rounding::down>},
    {"round half up", "n: number, scale: number", rounded<Rounding::half_up>},
    {"round half down", "n: number, scale: number", rounded<Rounding::half_down>},
    {"abs", "n: any", absolute},
    {"modulo", "dividend: number, divisor: number", modulo},
    {"sqrt", "number: number", square_root},
    {"log", "number: number", logarithm},
    {"exp", "number: number", exponential},
    {"odd", "number: number", is_odd},
    {"even", "number: number", is_even},
};

}  // namespace

std::span<const Registration> number_builtins() { return table; }

}  // namespace anmin::feel
