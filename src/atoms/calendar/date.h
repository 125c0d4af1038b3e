// Calendar dates and instants as plain values. No clock here: today and now come in as arguments.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anmin::calendar {

// A day of the proleptic Gregorian calendar, without a time zone.
class Date {
public:
    Date() = default;  // 1970-01-01
    explicit Date(std::chrono::sys_days day) : day_(day) {}

    // Nothing when the three do not name a day (2025-02-29). Years 1 to 9999.
    static std::optional<Date> of(int year, int month, int day);
    // "2025-03-01" and nothing else.
    static std::optional<Date> parse(std::string_view iso);

    int year() const;
    int month() const;
    int day() const;
    std::chrono::sys_days days() const { return day_; }

    Date plus_days(int days) const { return Date(day_ + std::chrono::days(days)); }
    // The same day `months` later, or the last day of that month where there is no such day.
    Date plus_months(int months) const;
    Date end_of_month() const;

    std::string iso() const;  // "2025-03-01"

    auto operator<=>(const Date&) const = default;

private:
    std::chrono::sys_days day_{};
};

// Whole days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);

// A point in time, UTC, to the millisecond.
struct Instant {
    std::int64_t milliseconds = 0;  // since 1970-01-01T00:00:00Z

    // "2025-03-01T08:30:00.000Z" and nothing else.
    static std::optional<Instant> parse(std::string_view iso);
    std::string iso() const;
    // The civil date of China (UTC+8, no summer time since 1991) at this instant.
    Date date_in_china() const;

    auto operator<=>(const Instant&) const = default;
};

}  // namespace anmin::calendar
