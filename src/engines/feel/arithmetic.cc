// + - * / of numbers, strings, dates and durations. SPEC: DMN 10.3.2.13, table 56 and 57.
// A null without cause says that the two kinds do not go together or the result cannot be held.
#include "feel/evaluator.h"

namespace anmin::feel {

namespace {

using calendar::Nanoseconds;

constexpr Nanoseconds longest = Nanoseconds{9000000000000000000} * 1000000000;
constexpr std::int64_t most_months = 4000000000000;

Value value_of(const std::optional<Decimal>& number) {
    return number ? Value::of(*number) : Value();
}

Value value_of(const std::optional<DateTime>& moment) {
    return moment ? Value::of(*moment) : Value();
}

Value duration_of(Nanoseconds nanoseconds) {
    if (nanoseconds > longest || nanoseconds < -longest) return Value();
    return Value::of(DaysTime{nanoseconds});
}

Value months_of(std::int64_t months) {
    if (months > most_months || months < -most_months) return Value();
    return Value::of(YearsMonths{months});
}

DateTime midnight(const CivilDate& date) {
    DateTime out;
    out.date = date;
    return out;
}

// A point in time moved by a duration; sign is 1 or -1.
Value moved(const Value& point, const Value& duration, int sign) {
    if (const YearsMonths* months = duration.years_months()) {
        const std::int64_t count = sign * months->months;
        if (const CivilDate* date = point.date()) {
            const auto out = date->plus_months(count);
            return out ? Value::of(*out) : Value();
        }
        if (point.date_time()) return value_of(point.date_time()->plus_months(count));
        return Value();
    }
    const DaysTime* exact = duration.days_time();
    if (!exact) return Value();
    const DaysTime signed_duration{sign * exact->nanoseconds};
    if (point.time()) return Value::of(point.time()->plus(signed_duration));
    if (point.date_time()) return value_of(point.date_time()->plus(signed_duration));
    if (point.date()) {
        const auto out = midnight(*point.date()).plus(signed_duration);
        return out ? Value::of(out->date) : Value();
    }
    return Value();
}

// SPEC: a date beside a moment is midnight in UTC; local time has no place on that line.
std::optional<Nanoseconds> instant(const Value& point, bool needs_zone) {
    if (point.date())
        return Nanoseconds{point.date()->day_number()} * calendar::seconds_per_day *
               calendar::nanoseconds_per_second;
    const bool zoned = point.date_time()->time.zone.kind != calendar::Zone::Kind::none;
    if (zoned != needs_zone) return std::nullopt;
    return point.date_time()->value();
}

Value difference(const Value& left, const Value& right) {
    if (left.time() && right.time()) {
        if (left.time()->offset().has_value() != right.time()->offset().has_value()) return Value();
        return duration_of(left.time()->value() - right.time()->value());
    }
    const auto zoned = [](const Value& point) {
        return point.date_time() && point.date_time()->time.zone.kind != calendar::Zone::Kind::none;
    };
    const bool mixed = left.date() || right.date();
    const bool needs_zone = mixed ? !(left.date() && right.date()) : zoned(left);
    const auto from = instant(right, needs_zone);
    const auto to = instant(left, needs_zone);
    return from && to ? duration_of(*to - *from) : Value();
}

bool is_day(const Value& value) { return value.date() || value.date_time(); }
bool is_duration(const Value& value) { return value.years_months() || value.days_time(); }

// A duration's size as a number, to scale it: months, or nanoseconds.
Decimal size_of(const Value& duration) {
    if (duration.years_months()) return Decimal::of(duration.years_months()->months);
    const Nanoseconds size = duration.days_time()->nanoseconds;
    const Nanoseconds billion = 1000000000;
    const Decimal high = Decimal::of(static_cast<std::int64_t>(size / billion));
    const Decimal low = Decimal::of(static_cast<std::int64_t>(size % billion));
    return *decimal::add(*decimal::multiply(high, Decimal::of(1000000000)), low);
}

// The duration of the kind of `like` and the size of `number`, fraction dropped.
Value duration_like(const Value& like, const std::optional<Decimal>& number) {
    if (!number) return Value();
    if (like.years_months()) {
        const auto months = number->truncated();
        return months ? months_of(*months) : Value();
    }
    const Decimal billion = Decimal::of(1000000000);
    const Decimal whole = decimal::round_whole(*number, decimal::Rounding::down);
    const auto quotient = decimal::divide(whole, billion);
    const Decimal high = decimal::round_whole(*quotient, decimal::Rounding::down);
    const auto seconds = high.truncated();
    if (!seconds) return Value();
    const auto rest = decimal::subtract(whole, *decimal::multiply(high, billion))->truncated();
    return duration_of(Nanoseconds{*seconds} * 1000000000 + rest.value_or(0));
}

}  // namespace

Value add(const Value& left, const Value& right) {
    if (left.number() && right.number())
        return value_of(decimal::add(*left.number(), *right.number()));
    if (left.text() && right.text()) return Value::of(*left.text() + *right.text());
    if (left.years_months() && right.years_months())
        return months_of(left.years_months()->months + right.years_months()->months);
    if (left.days_time() && right.days_time())
        return duration_of(left.days_time()->nanoseconds + right.days_time()->nanoseconds);
    if (is_duration(right)) return moved(left, right, 1);
    if (is_duration(left)) return moved(right, left, 1);
    return Value();
}

Value subtract(const Value& left, const Value& right) {
    if (left.number() && right.number())
        return value_of(decimal::subtract(*left.number(), *right.number()));
    if (left.years_months() && right.years_months())
        return months_of(left.years_months()->months - right.years_months()->months);
    if (left.days_time() && right.days_time())
        return duration_of(left.days_time()->nanoseconds - right.days_time()->nanoseconds);
    if ((is_day(left) && is_day(right)) || (left.time() && right.time()))
        return difference(left, right);
    return moved(left, right, -1);
}

Value multiply(const Value& left, const Value& right) {
    if (left.number() && right.number())
        return value_of(decimal::multiply(*left.number(), *right.number()));
    if (left.number() && is_duration(right))
        return duration_like(right, decimal::multiply(*left.number(), size_of(right)));
    if (is_duration(left) && right.number())
        return duration_like(left, decimal::multiply(size_of(left), *right.number()));
    return Value();
}

Value divide(const Value& left, const Value& right) {
    if (left.number() && right.number())
        return value_of(decimal::divide(*left.number(), *right.number()));
    if (is_duration(left) && right.number())
        return duration_like(left, decimal::divide(size_of(left), *right.number()));
    if (is_duration(left) && left.kind() == right.kind())
        return value_of(decimal::divide(size_of(left), size_of(right)));
    return Value();
}

}  // namespace anmin::feel
