#include "calendar/date.h"

#include <gtest/gtest.h>

namespace anmin::calendar {
namespace {

TEST(Date, RefusesWhatIsNoDay) {
    EXPECT_FALSE(Date::of(2025, 2, 29));
    EXPECT_TRUE(Date::of(2024, 2, 29));
    EXPECT_FALSE(Date::parse("2025-2-01"));
    EXPECT_FALSE(Date::parse("2025-02-0x"));
    EXPECT_EQ(Date::parse("2025-02-01")->iso(), "2025-02-01");
}

TEST(Date, MonthsEndOnTheLastDayWhereTheDayIsMissing) {
    EXPECT_EQ(Date::parse("2025-01-31")->plus_months(1).iso(), "2025-02-28");
    EXPECT_EQ(Date::parse("2024-12-15")->plus_months(2).iso(), "2025-02-15");
    EXPECT_EQ(Date::parse("2024-02-10")->end_of_month().iso(), "2024-02-29");
    EXPECT_EQ(days_between(*Date::parse("2024-02-28"), *Date::parse("2024-03-01")), 2);
}

TEST(Instant, RoundTripsAndKnowsTheDayInChina) {
    const auto instant = Instant::parse("2025-12-31T16:00:00.001Z");
    ASSERT_TRUE(instant);
    EXPECT_EQ(instant->iso(), "2025-12-31T16:00:00.001Z");
    EXPECT_EQ(instant->date_in_china().iso(), "2026-01-01");
    EXPECT_FALSE(Instant::parse("2025-12-31T24:00:00.000Z"));
    EXPECT_EQ(Instant{-1}.iso(), "1969-12-31T23:59:59.999Z");
}

}  // namespace
}  // namespace anmin::calendar
