// Dates, times of day and moments as FEEL has them: years to 999,999,999 before and after our era,
// nanoseconds, and a zone that is absent, a fixed offset or a name of the time zone database.
//
// SPEC: DMN 10.3.2.3.4 to 6. The dates of the house (1 to 9999, no time) are calendar/date.h.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/duration.h"

namespace anmin::calendar {

// A day of the proleptic Gregorian calendar; year 0 is the year before year 1.
struct CivilDate {
    std::int32_t year = 1970;
    std::uint8_t month = 1;
    std::uint8_t day = 1;

    static std::optional<CivilDate> of(std::int64_t year, std::int64_t month, std::int64_t day);
    static std::optional<CivilDate> from_day_number(std::int64_t days);
    std::int64_t day_number() const;  // days since 1970-01-01
    int weekday() const;              // 1 Monday to 7 Sunday
    int day_of_year() const;          // 1 to 366
    int week_of_year() const;         // SPEC: ISO 8601, 1 to 53
    // The same day of that month, or its last one. Nothing beyond the years we know.
    std::optional<CivilDate> plus_months(std::int64_t months) const;
    auto operator<=>(const CivilDate&) const = default;
};

// Where the clock stands. A named zone knows its offset only together with a day.
struct Zone {
    enum class Kind : std::uint8_t { none, offset, named };
    Kind kind = Kind::none;
    std::int32_t offset = 0;  // seconds east of Greenwich, of kind offset
    std::string name;         // "Europe/Paris", of kind named

    static Zone fixed(std::int32_t seconds) { return {Kind::offset, seconds, {}}; }
    // Nothing when the database has no such name.
    static std::optional<Zone> of_name(std::string_view name);
    // Seconds east of Greenwich at that local time; 0 without a zone.
    std::int32_t offset_at(CivilDate day, std::int32_t second_of_day) const;
    bool operator==(const Zone&) const = default;
};

// A time of day.
struct ClockTime {
    std::int32_t second_of_day = 0;  // 0 to 86399
    std::int32_t nanosecond = 0;
    Zone zone;

    static std::optional<ClockTime> of(int hour, int minute, int second, std::int32_t nanosecond,
                                       Zone zone);
    int hour() const { return second_of_day / 3600; }
    int minute() const { return second_of_day / 60 % 60; }
    int second() const { return second_of_day % 60; }
    // Seconds east of Greenwich; a named zone by its standard time. Nothing without a zone.
    std::optional<std::int32_t> offset() const;
    // Nanoseconds since midnight in Greenwich; of the local midnight without a zone.
    Nanoseconds value() const;
    ClockTime plus(DaysTime duration) const;  // wraps at midnight
};

struct DateTime {
    CivilDate date;
    ClockTime time;

    std::optional<std::int32_t> offset() const;
    // Nanoseconds since 1970-01-01T00:00:00 in Greenwich; of local time without a zone.
    Nanoseconds value() const;
    std::optional<DateTime> plus(DaysTime duration) const;
    std::optional<DateTime> plus_months(std::int64_t months) const;
};

// Texts of exactly these forms: "2024-02-29", "10:30:00.5+08:00", "10:30:00@Asia/Shanghai",
// "2024-02-29T10:30:00Z". A year has four digits, or up to nine without a leading zero.
std::optional<CivilDate> parse_civil_date(std::string_view text);
std::optional<ClockTime> parse_clock_time(std::string_view text);
std::optional<DateTime> parse_date_time(std::string_view text);

std::string text_of(const CivilDate& date);
std::string text_of(const ClockTime& time);
std::string text_of(const DateTime& moment);

// Whole months from one day to another, towards zero.
std::int64_t whole_months_between(const CivilDate& from, const CivilDate& to);

}  // namespace anmin::calendar
