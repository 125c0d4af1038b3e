// What stands on a person's morning list, and where periods begin.
#include "directive/reminder.h"

#include <gtest/gtest.h>

namespace anmin::directive {
namespace {

calendar::Date day(const char* iso) { return *calendar::Date::parse(iso); }

Task assigned(const char* due) {
    Task task;
    task.state = TaskState::assigned;
    task.confirmed_on = day("2025-01-01");
    task.due = day(due);
    task.signed_on = day("2025-01-02");
    return task;
}
const LightRule rule{20, 3};

TEST(Periods, AreReadFromTheWordsAndBeginWhereTheyBegin) {
    EXPECT_EQ(period_of("每月5日前"), Period::monthly);
    EXPECT_EQ(period_of("每季度末月20日前"), Period::quarterly);
    EXPECT_EQ(period_of("按月"), Period::monthly);
    EXPECT_EQ(period_of("每半年"), Period::half_yearly);
    EXPECT_EQ(period_of("每旬末"), Period::ten_day);
    EXPECT_EQ(period_of("每半月"), Period::half_monthly);
    EXPECT_EQ(period_of("每两周"), Period::fortnightly);
    EXPECT_EQ(period_of("定期"), std::nullopt);
    EXPECT_EQ(period_of(""), std::nullopt);
    EXPECT_EQ(period_start(Period::weekly, day("2025-03-02")), day("2025-02-24"));
    EXPECT_EQ(period_start(Period::weekly, day("2025-03-03")), day("2025-03-03"));
    EXPECT_EQ(period_start(Period::fortnightly, day("1970-01-04")), day("1969-12-22"));
    EXPECT_EQ(period_start(Period::fortnightly, day("1970-01-18")), day("1970-01-05"));
    EXPECT_EQ(period_start(Period::fortnightly, day("1970-01-19")), day("1970-01-19"));
    EXPECT_EQ(period_start(Period::ten_day, day("2025-03-10")), day("2025-03-01"));
    EXPECT_EQ(period_start(Period::ten_day, day("2025-03-31")), day("2025-03-21"));
    EXPECT_EQ(period_start(Period::half_monthly, day("2025-02-15")), day("2025-02-01"));
    EXPECT_EQ(period_start(Period::half_monthly, day("2025-02-28")), day("2025-02-16"));
    EXPECT_EQ(period_start(Period::monthly, day("2025-03-31")), day("2025-03-01"));
    EXPECT_EQ(period_start(Period::quarterly, day("2025-08-15")), day("2025-07-01"));
    EXPECT_EQ(period_start(Period::half_yearly, day("2025-12-31")), day("2025-07-01"));
    EXPECT_EQ(period_start(Period::yearly, day("2025-12-31")), day("2025-01-01"));
}

TEST(Waits, NameEveryReasonForWhichATaskWaits) {
    Task task = assigned("2025-12-31");
    const auto today = day("2025-03-10");
    EXPECT_EQ(waits_of(task, today, rule), std::vector<Wait>{});
    task.signed_on.reset();
    EXPECT_EQ(waits_of(task, today, rule), std::vector<Wait>{Wait::sign});
    task = assigned("2025-03-09");
    task.returned_on = day("2025-03-08");
    EXPECT_EQ(waits_of(task, today, rule), (std::vector<Wait>{Wait::returned, Wait::late}));
    EXPECT_EQ(waits_of(assigned("2025-03-12"), today, rule), std::vector<Wait>{Wait::due_soon});
    task = assigned("2025-12-31");
    task.item.recurrence = "每月";
    EXPECT_EQ(waits_of(task, today, rule), std::vector<Wait>{Wait::period});
    task.progressed_on = day("2025-02-28");
    EXPECT_EQ(waits_of(task, today, rule), std::vector<Wait>{Wait::period});
    task.progressed_on = day("2025-03-01");
    EXPECT_EQ(waits_of(task, today, rule), std::vector<Wait>{});
    task.state = TaskState::reported;
    task.signed_on.reset();
    EXPECT_EQ(waits_of(task, today, rule), std::vector<Wait>{});
}

}  // namespace
}  // namespace anmin::directive
