#include "calendar/date.h"

#include <cstdio>

namespace anmin::calendar {
namespace {

using std::chrono::year_month_day;

year_month_day civil(std::chrono::sys_days day) { return year_month_day(day); }

// The digits of `text` as a number; -1 when one of them is not a digit.
int number(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

constexpr std::int64_t day_milliseconds = 24LL * 60 * 60 * 1000;
constexpr std::int64_t china_offset_milliseconds = 8LL * 60 * 60 * 1000;

std::chrono::sys_days floor_to_day(std::int64_t milliseconds) {
    return std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(milliseconds)));
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return std::nullopt;
    const year_month_day date{std::chrono::year(year),
                              std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return Date(std::chrono::sys_days(date));
}

std::optional<Date> Date::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    return of(number(iso.substr(0, 4)), number(iso.substr(5, 2)), number(iso.substr(8, 2)));
}

int Date::year() const { return static_cast<int>(civil(day_).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(day_).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(day_).day())); }

Date Date::plus_months(int months) const {
    const year_month_day moved = civil(day_) + std::chrono::months(months);
    if (moved.ok()) return Date(std::chrono::sys_days(moved));
    return Date(std::chrono::sys_days(moved.year() / moved.month() / std::chrono::last));
}

Date Date::end_of_month() const {
    const year_month_day date = civil(day_);
    return Date(std::chrono::sys_days(date.year() / date.month() / std::chrono::last));
}

std::string Date::iso() const {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year(), month(), day());
    return text;
}

int days_between(Date from, Date to) { return static_cast<int>((to.days() - from.days()).count()); }

std::optional<Instant> Instant::parse(std::string_view iso) {
    if (iso.size() != 24 || iso[10] != 'T' || iso[13] != ':' || iso[16] != ':' || iso[19] != '.' ||
        iso[23] != 'Z') {
        return std::nullopt;
    }
    const auto date = Date::parse(iso.substr(0, 10));
    const int hour = number(iso.substr(11, 2));
    const int minute = number(iso.substr(14, 2));
    const int second = number(iso.substr(17, 2));
    const int fraction = number(iso.substr(20, 3));
    if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 ||
        fraction < 0) {
        return std::nullopt;
    }
    const std::int64_t days = date->days().time_since_epoch().count();
    return Instant{days * day_milliseconds + ((hour * 60LL + minute) * 60 + second) * 1000 +
                   fraction};
}

std::string Instant::iso() const {
    const auto day = floor_to_day(milliseconds);
    const auto rest =
        static_cast<int>(milliseconds - day.time_since_epoch().count() * day_milliseconds);
    char text[48];
    std::snprintf(text, sizeof text, "%sT%02d:%02d:%02d.%03dZ", Date(day).iso().c_str(),
                  rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60, rest % 1000);
    return text;
}

Date Instant::date_in_china() const {
    return Date(floor_to_day(milliseconds + china_offset_milliseconds));
}

}  // namespace anmin::calendar
