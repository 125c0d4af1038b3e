#include "calendar/work_days.h"

#include <gtest/gtest.h>

namespace anmin::calendar {
namespace {

Date day(const char* iso) { return *Date::parse(iso); }

// 2025: the National Day holiday from 1 to 8 October, 28 September and 11 October worked.
WorkDays of_2025() {
    WorkDays days;
    days.add_year(2025);
    for (Date off = day("2025-10-01"); off <= day("2025-10-08"); off = off.plus_days(1)) {
        days.add_off(off);
    }
    days.add_make_up(day("2025-09-28"));
    days.add_make_up(day("2025-10-11"));
    return days;
}

TEST(WorkDays, AreMondayToFridayButForTheNotice) {
    const WorkDays days = of_2025();
    EXPECT_TRUE(days.works(day("2025-09-26")));   // Friday
    EXPECT_FALSE(days.works(day("2025-09-27")));  // Saturday
    EXPECT_TRUE(days.works(day("2025-09-28")));   // Sunday, made up
    EXPECT_FALSE(days.works(day("2025-10-08")));  // Wednesday, off
    EXPECT_TRUE(days.works(day("2025-10-11")));   // Saturday, made up
}

TEST(WorkDays, AreCountedBackWithoutTheDayItself) {
    const WorkDays days = of_2025();
    // 9 and 10 October and the Saturday worked are the three; what is off between does not count.
    EXPECT_EQ(days.back(day("2025-10-11"), 3), day("2025-09-30"));
    EXPECT_EQ(days.back(day("2025-10-12"), 3), day("2025-09-30"));
    EXPECT_EQ(days.back(day("2025-03-31"), 3), day("2025-03-26"));  // Monday: Thu, Fri, Mon
    EXPECT_EQ(days.back(day("2025-03-31"), 0), day("2025-03-31"));
    EXPECT_EQ(days.back(day("2025-03-30"), 0), day("2025-03-28"));  // Sunday: nothing left to work
}

TEST(WorkDays, KnowsOnlyTheYearsOfItsNotices) {
    const WorkDays days = of_2025();
    EXPECT_TRUE(days.knows(day("2025-01-01"), day("2025-12-31")));
    EXPECT_FALSE(days.knows(day("2025-12-30"), day("2026-01-05")));
    EXPECT_FALSE(WorkDays().knows(day("2025-05-01"), day("2025-05-01")));
}

}  // namespace
}  // namespace anmin::calendar
