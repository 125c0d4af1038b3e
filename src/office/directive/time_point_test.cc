#include "directive/time_point.h"

#include <gtest/gtest.h>

namespace anmin::directive {
namespace {

using calendar::Date;

Frames small_frames() {
    Frames out;
    out.holiday_names = text::Matcher(
        std::vector<std::pair<std::u32string, std::int32_t>>{{U"春节", 0}, {U"元旦春节", 1}});
    out.holiday_keys = {"春节", "春节"};
    out.holidays[2024]["春节"] = *Date::of(2024, 2, 17);
    out.holidays[2025]["春节"] = *Date::of(2025, 2, 4);
    out.festivals[2024]["春节"] = *Date::of(2024, 2, 10);
    out.festivals[2025]["春节"] = *Date::of(2025, 1, 29);
    out.doing_verbs = text::Matcher(std::vector<std::u32string>{U"组织", U"新增", U"完成"});
    out.undated_times = text::Matcher(std::vector<std::u32string>{U"汛期前"});
    out.undated_starts = U"汛";
    return out;
}

// "text=normal/recurrence" of every point found; the text was written on 2024-12-18.
std::string points(std::u32string_view text) {
    static const Frames frames = small_frames();
    std::string out;
    for (const TimePoint& point : time_points(text, {Date::of(2024, 12, 18), 2024, {}}, frames)) {
        out += (out.empty() ? "" : "; ") + point.deadline.text + "=" + point.deadline.normal;
        if (!point.recurrence.empty()) out += "/" + point.recurrence;
    }
    return out;
}

TEST(TimePoints, Dates) {
    EXPECT_EQ(points(U"2025年1月10日前报送"), "2025年1月10日前=2025-01-10");
    EXPECT_EQ(points(U"12月底前完成"), "12月底前=2024-12-31");
    EXPECT_EQ(points(U"于3月25日前完成"), "3月25日前=2025-03-25");
    EXPECT_EQ(points(U"2月末完成"), "2月末=2025-02-28");
    EXPECT_EQ(points(U"8月中旬完成"), "8月中旬=2025-08-20");
    EXPECT_EQ(points(U"4月起提高标准"), "4月起=2025-04-01");
    EXPECT_EQ(points(U"到2025年底覆盖率达到60%"), "到2025年底=2025-12-31");
    EXPECT_EQ(points(U"到2027年基本建成"), "到2027年=2027-12-31");
    EXPECT_EQ(points(U"明年6月底前完成"), "明年6月底前=2025-06-30");
    EXPECT_EQ(points(U"25日前报送"), "25日前=2024-12-25");
    EXPECT_EQ(points(U"三季度前完成"), "三季度前=2024-09-30");
    EXPECT_EQ(points(U"年底前完成"), "年底前=2024-12-31");
    EXPECT_EQ(points(U"2025年3月底前修订；年内新增300张"),
              "2025年3月底前=2025-03-31; 年内=2025-12-31");
    EXPECT_EQ(points(U"春节期间值守"), "春节期间=2025-02-04");
    EXPECT_EQ(points(U"2024年元旦春节期间救助"), "2024年元旦春节期间=2024-02-17");
}

TEST(TimePoints, LengthsAndRepetitions) {
    EXPECT_EQ(points(U"5个工作日内转办"), "5个工作日内=5个工作日");
    EXPECT_EQ(points(U"30分钟内电话报告、2小时内书面报告"), "30分钟内=30分钟; 2小时内=2小时");
    EXPECT_EQ(points(U"每月5日前交换一次"), "每月5日前=每月5日/每月");
    EXPECT_EQ(points(U"每年6月底前报告"), "每年6月底前=每年6月底/每年");
    EXPECT_EQ(points(U"每半月报告一次"), "每半月=每半月/每半月");
    EXPECT_EQ(points(U"按月通报"), "按月=/每月");
    EXPECT_EQ(points(U"定期研究"), "定期=/定期");
}

// 18 December 2024 is a Wednesday.
TEST(TimePoints, DaysAndHoursOfTheWeekAndMonth) {
    EXPECT_EQ(points(U"本周五下班前报送"), "本周五下班前=2024-12-20");
    EXPECT_EQ(points(U"下周一前报送"), "下周一前=2024-12-23");
    EXPECT_EQ(points(U"12月25日（星期三）17:00前报送"), "12月25日（星期三）17:00前=2024-12-25");
    EXPECT_EQ(points(U"1月3日下午5点前报送"), "1月3日下午5点前=2025-01-03");
    EXPECT_EQ(points(U"下月中旬督导"), "下月中旬=2025-01-20");
    EXPECT_EQ(points(U"每周一上午12时前报送"), "每周一上午12时前=每周一/每周");
    EXPECT_EQ(points(U"每季度末月20日前报送"), "每季度末月20日前=每季度末月20日/每季度");
    EXPECT_EQ(points(U"次月5日前报送"), "次月5日前=每月5日/每月");
    EXPECT_EQ(points(U"每3个月开展一次"), "每3个月=/每3个月");
    EXPECT_EQ(points(U"逐月通报"), "逐月=/每月");
}

TEST(TimePoints, PartsOfAYearAndFestivals) {
    EXPECT_EQ(points(U"2025年三季度组织抽查"), "2025年三季度=2025-09-30");
    EXPECT_EQ(points(U"2025年上半年完成"), "2025年上半年=2025-06-30");
    EXPECT_EQ(points(U"2025年新增40个"), "2025年=2025-12-31");
    EXPECT_EQ(points(U"四季度组织抽查"), "四季度=2024-12-31");
    EXPECT_EQ(points(U"春节前完成"), "春节前=2025-01-28");
    EXPECT_EQ(points(U"汛期前完成"), "汛期前=汛期前");
    EXPECT_EQ(points(U"自受理之日起15日内完成"), "15日内=15日");
    EXPECT_EQ(points(U"半年内完成"), "半年内=半年");
}

TEST(TimePoints, NotEveryDateIsADeadline) {
    EXPECT_EQ(points(U"4月3日至6日为祭扫高峰期"), "");
    EXPECT_EQ(points(U"每人每月660元"), "");
    EXPECT_EQ(points(U"落实24小时值班"), "");
    EXPECT_EQ(points(U"聚焦全年目标任务"), "");
    EXPECT_EQ(points(U"2024年工作"), "");
    EXPECT_EQ(points(U"按月度计划、按年龄分组"), "");
    EXPECT_EQ(points(U"4月?0日前完成"), "");
    EXPECT_EQ(points(U"20254月25日前报送"), "");
    EXPECT_EQ(points(U"去年年底以来"), "");
}

TEST(TimePoints, WithoutAnyYearNothingIsInvented) {
    const Frames frames = small_frames();
    const auto found = time_points(U"6月底前完成", {}, frames);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].deadline.normal, "6月底前");
    EXPECT_FALSE(found[0].deadline.due);
}

TEST(TimePoints, CellsMayBeBare) {
    const Frames frames = small_frames();
    const WrittenWhen when{Date::of(2025, 1, 2), 2025, {}};
    EXPECT_EQ(cell_deadline(U"8月31日", when, frames)->deadline.normal, "2025-08-31");
    EXPECT_EQ(cell_deadline(U"2025年6月底", when, frames)->deadline.normal, "2025-06-30");
    EXPECT_EQ(cell_deadline(U"三季度", when, frames)->deadline.normal, "2025-09-30");
    EXPECT_FALSE(cell_deadline(U"长期坚持", when, frames));
}

}  // namespace
}  // namespace anmin::directive
