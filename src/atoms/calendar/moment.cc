#include "calendar/moment.h"

#include <algorithm>

namespace anmin::calendar {

namespace {

constexpr std::int64_t last_year = 999999999;

bool leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(std::int64_t year, int month) {
    if (month == 2) return leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::int64_t floor_divide(std::int64_t number, std::int64_t by) {
    return number >= 0 ? number / by : -((-number + by - 1) / by);
}

}  // namespace

std::optional<CivilDate> CivilDate::of(std::int64_t year, std::int64_t month, std::int64_t day) {
    if (year < -last_year || year > last_year || month < 1 || month > 12 || day < 1)
        return std::nullopt;
    if (day > days_in_month(year, static_cast<int>(month))) return std::nullopt;
    return CivilDate{static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month),
                     static_cast<std::uint8_t>(day)};
}

// Years are counted from March, so that the leap day is the last of its year; 400 years are one
// cycle of 146,097 days.
std::int64_t CivilDate::day_number() const {
    const std::int64_t shifted = std::int64_t{year} - (month <= 2 ? 1 : 0);
    const std::int64_t cycle = floor_divide(shifted, 400);
    const std::int64_t year_of_cycle = shifted - cycle * 400;
    const std::int64_t day_of_march_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    const std::int64_t day_of_cycle =
        year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_march_year;
    return cycle * 146097 + day_of_cycle - 719468;
}

std::optional<CivilDate> CivilDate::from_day_number(std::int64_t days) {
    if (days < -365243219162 || days > 365241780471) return std::nullopt;
    const std::int64_t shifted = days + 719468;
    const std::int64_t cycle = floor_divide(shifted, 146097);
    const std::int64_t day_of_cycle = shifted - cycle * 146097;
    const std::int64_t year_of_cycle =
        (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
    const std::int64_t day_of_year =
        day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return of(year_of_cycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day);
}

int CivilDate::weekday() const {
    const std::int64_t days = day_number() + 3;  // 1970-01-01 was a Thursday
    return static_cast<int>(days - floor_divide(days, 7) * 7) + 1;
}

int CivilDate::day_of_year() const {
    return static_cast<int>(day_number() - CivilDate{year, 1, 1}.day_number()) + 1;
}

int CivilDate::week_of_year() const {
    // The week belongs to the year of its Thursday.
    const auto thursday = from_day_number(day_number() + 4 - weekday());
    return thursday ? (thursday->day_of_year() - 1) / 7 + 1 : 1;
}

std::optional<CivilDate> CivilDate::plus_months(std::int64_t months) const {
    if (months > last_year * 24 || months < -last_year * 24) return std::nullopt;
    const std::int64_t count = std::int64_t{year} * 12 + (month - 1) + months;
    const std::int64_t new_year = floor_divide(count, 12);
    const int new_month = static_cast<int>(count - new_year * 12) + 1;
    return of(new_year, new_month, std::min<int>(day, days_in_month(new_year, new_month)));
}

std::optional<ClockTime> ClockTime::of(int hour, int minute, int second, std::int32_t nanosecond,
                                       Zone zone) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return std::nullopt;
    return ClockTime{hour * 3600 + minute * 60 + second, nanosecond, std::move(zone)};
}

std::optional<std::int32_t> ClockTime::offset() const {
    if (zone.kind == Zone::Kind::none) return std::nullopt;
    // A time of day has no date; standard time of a winter day of the epoch year is as good as any.
    return zone.offset_at(CivilDate{}, second_of_day);
}

Nanoseconds ClockTime::value() const {
    return Nanoseconds{second_of_day - offset().value_or(0)} * nanoseconds_per_second + nanosecond;
}

ClockTime ClockTime::plus(DaysTime duration) const {
    constexpr Nanoseconds day = Nanoseconds{seconds_per_day} * nanoseconds_per_second;
    Nanoseconds sum = Nanoseconds{second_of_day} * nanoseconds_per_second + nanosecond;
    sum = (sum + duration.nanoseconds % day + day) % day;
    ClockTime out = *this;
    out.second_of_day = static_cast<std::int32_t>(sum / nanoseconds_per_second);
    out.nanosecond = static_cast<std::int32_t>(sum % nanoseconds_per_second);
    return out;
}

std::optional<std::int32_t> DateTime::offset() const {
    if (time.zone.kind == Zone::Kind::none) return std::nullopt;
    return time.zone.offset_at(date, time.second_of_day);
}

Nanoseconds DateTime::value() const {
    const Nanoseconds seconds = Nanoseconds{date.day_number()} * seconds_per_day +
                                time.second_of_day - offset().value_or(0);
    return seconds * nanoseconds_per_second + time.nanosecond;
}

std::optional<DateTime> DateTime::plus(DaysTime duration) const {
    const auto from_local = [&](Nanoseconds local) -> std::optional<DateTime> {
        constexpr Nanoseconds day = Nanoseconds{seconds_per_day} * nanoseconds_per_second;
        Nanoseconds days = local / day;
        if (local % day < 0) --days;
        if (days > last_year * 366 || days < -last_year * 366) return std::nullopt;
        const auto new_date = CivilDate::from_day_number(static_cast<std::int64_t>(days));
        if (!new_date) return std::nullopt;
        const Nanoseconds rest = local - days * day;
        DateTime out{*new_date, time};
        out.time.second_of_day = static_cast<std::int32_t>(rest / nanoseconds_per_second);
        out.time.nanosecond = static_cast<std::int32_t>(rest % nanoseconds_per_second);
        return out;
    };
    const Nanoseconds before = Nanoseconds{offset().value_or(0)} * nanoseconds_per_second;
    auto out = from_local(value() + before + duration.nanoseconds);
    if (!out || time.zone.kind != Zone::Kind::named) return out;
    // Exact time runs on across a change of the clock: go again with the offset found there.
    const Nanoseconds after = Nanoseconds{out->offset().value_or(0)} * nanoseconds_per_second;
    return after == before ? out : from_local(value() + after + duration.nanoseconds);
}

std::optional<DateTime> DateTime::plus_months(std::int64_t months) const {
    const auto moved = date.plus_months(months);
    if (!moved) return std::nullopt;
    return DateTime{*moved, time};
}

std::int64_t whole_months_between(const CivilDate& from, const CivilDate& to) {
    std::int64_t months = (std::int64_t{to.year} - from.year) * 12 + (to.month - from.month);
    if (months > 0 && to.day < from.day) --months;
    if (months < 0 && to.day > from.day) ++months;
    return months;
}

}  // namespace anmin::calendar
