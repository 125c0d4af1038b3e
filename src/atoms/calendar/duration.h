// The two kinds of duration of FEEL and XML Schema: months, and exact time. They never mix.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace anmin::calendar {

__extension__ typedef __int128 Nanoseconds;

constexpr std::int64_t nanoseconds_per_second = 1000000000;
constexpr std::int64_t seconds_per_day = 86400;

// "P1Y2M": a number of months, of no fixed length in days.
struct YearsMonths {
    std::int64_t months = 0;
    auto operator<=>(const YearsMonths&) const = default;
};

// "P1DT2H3M4.5S": an exact length of time; a day is 24 hours.
struct DaysTime {
    Nanoseconds nanoseconds = 0;
    auto operator<=>(const DaysTime&) const = default;

    // Parts of the absolute length; all carry the sign of the whole.
    std::int64_t days() const;
    std::int64_t hours() const;    // 0 to 23
    std::int64_t minutes() const;  // 0 to 59
    std::int64_t seconds() const;  // 0 to 59
};

// SPEC: DMN 10.3.2.3.6 and 7, lexical form of XML Schema: one kind only, never years with days.
// Nothing when the text is not of that form or is beyond 2^63 months or seconds.
std::optional<std::variant<YearsMonths, DaysTime>> parse_duration(std::string_view text);

// Shortest form; zero is "P0M" and "PT0S".
std::string text_of(YearsMonths duration);
std::string text_of(DaysTime duration);

}  // namespace anmin::calendar
