#include "frame/days.h"

#include "calendar/date.h"
#include "frame/lane_sample.h"

namespace anmin::frame {
namespace {

using calendar::Date;

std::int32_t days_of(int year, int month, int day) {
    return static_cast<std::int32_t>(Date::of(year, month, day)->days().time_since_epoch().count());
}

TEST(DaysTest, EveryDayOfTheCalendar) {
    const std::int32_t last = days_of(9999, 12, 31);
    for (std::int32_t day = days_of(1, 1, 1); day <= last; ++day) {
        const Date date{std::chrono::sys_days{std::chrono::days{day}}};
        ASSERT_EQ(packed_date(day), date.year() * 512 + date.month() * 32 + date.day())
            << date.iso();
    }
}

TEST(DaysTest, FullMonths) {
    const auto months = [](const char* from, const char* to) {
        const auto day = [](const char* iso) {
            const Date date = Date::parse(iso).value();
            return days_of(date.year(), date.month(), date.day());
        };
        return months_between(day(from), day(to));
    };
    EXPECT_EQ(months("2000-02-29", "2018-02-28"), 18 * 12 - 1);
    EXPECT_EQ(months("2000-02-29", "2018-03-01"), 18 * 12);
    EXPECT_EQ(months("2024-01-31", "2024-02-29"), 0);
    EXPECT_EQ(months("2024-01-31", "2024-03-31"), 2);
    EXPECT_EQ(months("2025-06-30", "2025-06-30"), 0);
    EXPECT_EQ(months("2018-03-01", "2000-02-29"), -18 * 12);
    EXPECT_EQ(months("2018-02-28", "2000-02-29"), -(18 * 12 - 1));
    EXPECT_EQ(months("2024-03-01", "2024-02-29"), 0);
}

TEST(DaysTest, KernelsMeanTheirScalars) {
    using T = std::int32_t;
    std::mt19937 random(11);
    std::vector<Cell<T>> dates;
    for (int i = 0; i < 4096; ++i) {
        const T day = days_of(1900, 1, 1) + static_cast<T>(random() % 60'000);
        dates.push_back(random() % 10 == 0 ? Cell<T>::nothing() : Cell<T>{day, false});
    }
    const std::vector<Cell<T>> later(dates.rbegin(), dates.rend());
    const std::int32_t as_of = days_of(2025, 12, 31);
    Scratch<T> out;
    const auto lifted = [](auto function) {
        return [function](Cell<T> one, Cell<T>) {
            return one.null ? one : Cell<T>{function(one.value), false};
        };
    };
    sample::expect_agreement<T>(
        dates, later, [&](auto a, auto) { return months_until(a, as_of, out); },
        lifted([&](T day) { return months_between(day, as_of); }));
    sample::expect_agreement<T>(
        dates, later, [&](auto a, auto) { return years_until(a, as_of, out); },
        lifted([&](T day) { return months_between(day, as_of) / 12; }));
    sample::expect_agreement<T>(
        dates, later, [&](auto a, auto) { return part_of(DatePart::year, a, out); },
        lifted([](T day) { return year_of(day); }));
    sample::expect_agreement<T>(
        dates, later, [&](auto a, auto) { return part_of(DatePart::month, a, out); },
        lifted([](T day) { return month_of(day); }));
    sample::expect_agreement<T>(
        dates, later, [&](auto a, auto) { return part_of(DatePart::day, a, out); },
        lifted([](T day) { return day_of(day); }));
    sample::expect_agreement<T>(
        dates, later, [&](auto a, auto b) { return months_between(a, b, out); },
        [](Cell<T> a, Cell<T> b) {
            return a.null || b.null ? Cell<T>::nothing()
                                    : Cell<T>{months_between(a.value, b.value), false};
        });
}

}  // namespace
}  // namespace anmin::frame
