#include "calendar/moment.h"

#include <gtest/gtest.h>

namespace anmin::calendar {
namespace {

std::string date_of(std::string_view text) {
    const auto date = parse_civil_date(text);
    return date ? text_of(*date) : "none";
}
std::string moment_of(std::string_view text) {
    const auto moment = parse_date_time(text);
    return moment ? text_of(*moment) : "none";
}

TEST(CivilDate, ReadsAndRefuses) {
    EXPECT_EQ(date_of("2024-02-29"), "2024-02-29");
    EXPECT_EQ(date_of("-999999999-12-31"), "-999999999-12-31");
    for (const char* bad : {"2023-02-29", "998-12-31", "01211-12-31", "+2012-12-02", "2012-12-25T",
                            "2017-13-10", "9999999999-12-25", ""})
        EXPECT_EQ(date_of(bad), "none") << bad;
}

TEST(CivilDate, CountsDaysBothWays) {
    for (const std::int64_t days : {0L, -719468L, 20000L, -365243219162L, 365241780471L, 11016L}) {
        const auto date = CivilDate::from_day_number(days);
        ASSERT_TRUE(date);
        EXPECT_EQ(date->day_number(), days);
    }
    EXPECT_EQ((CivilDate{2021, 1, 11}).weekday(), 1);
    EXPECT_EQ((CivilDate{2003, 12, 29}).week_of_year(), 1);
    EXPECT_EQ((CivilDate{2010, 1, 1}).week_of_year(), 53);
    EXPECT_EQ((CivilDate{2020, 12, 31}).day_of_year(), 366);
}

TEST(CivilDate, KeepsTheLastDayOfAMonth) {
    EXPECT_EQ(text_of(*CivilDate::of(2024, 1, 31)->plus_months(1)), "2024-02-29");
    EXPECT_EQ(text_of(*CivilDate::of(-2021, 1, 1)->plus_months(-1)), "-2022-12-01");
    EXPECT_FALSE(CivilDate::of(999999999, 12, 1)->plus_months(1));
}

TEST(Moment, ReadsZones) {
    EXPECT_EQ(moment_of("2011-12-31T10:15:30.120@Europe/Paris"),
              "2011-12-31T10:15:30.12@Europe/Paris");
    EXPECT_EQ(moment_of("2021-01-01T24:00:00"), "2021-01-02T00:00:00");
    EXPECT_EQ(moment_of("2021-01-01T10:00:00+00:00"), "2021-01-01T10:00:00Z");
    for (const char* bad :
         {"2017-12-31T24:00:01", "2017-12-31T13:20:00@xyz/abc", "2017-12-31T7:00:00",
          "2011-12-03T10:15:30+01:00@Europe/Paris", "2011-12-0310:15:30"})
        EXPECT_EQ(moment_of(bad), "none") << bad;
}

TEST(Moment, ComparesAcrossZones) {
    EXPECT_EQ(parse_date_time("2018-10-08T00:00:00+02:00")->value(),
              parse_date_time("2018-10-08T00:00:00@Europe/Paris")->value());
    EXPECT_EQ(parse_date_time("2018-02-08T00:00:00+01:00")->value(),
              parse_date_time("2018-02-08T00:00:00@Europe/Paris")->value());
}

TEST(Moment, ExactTimeCrossesAClockChange) {
    const auto before = parse_date_time("2021-03-27T12:00:00@Europe/Paris");
    const auto day = std::get<DaysTime>(*parse_duration("P1D"));
    EXPECT_EQ(text_of(*before->plus(day)), "2021-03-28T13:00:00@Europe/Paris");
}

TEST(Duration, ReadsNormalisesAndRefuses) {
    const auto text = [](std::string_view from) -> std::string {
        const auto read = parse_duration(from);
        if (!read) return "none";
        return std::visit([](const auto& duration) { return text_of(duration); }, *read);
    };
    EXPECT_EQ(text("PT1000M0.999999999S"), "PT16H40M0.999999999S");
    EXPECT_EQ(text("P1Y27M"), "P3Y3M");
    EXPECT_EQ(text("-P100M"), "-P8Y4M");
    EXPECT_EQ(text("PT0.S"), "PT0S");
    EXPECT_EQ(text("-PT24H"), "-P1D");
    for (const char* bad : {"", "P", "PT", "P0", "1Y", "P1H", "P1Y2D", "P1M2Y", "P1DT", "PT1.5M"})
        EXPECT_EQ(text(bad), "none") << bad;
}

}  // namespace
}  // namespace anmin::calendar
