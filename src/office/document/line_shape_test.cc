#include "document/line_shape.h"

#include <gtest/gtest.h>

#include "document/figures.h"

namespace anmin::document {
namespace {

int level(std::u32string_view line) {
    const auto mark = enumerator_at(line, 0);
    return mark ? mark->level : 0;
}

TEST(LineShape, Enumerators) {
    EXPECT_EQ(level(U"一、工作目标"), 1);
    EXPECT_EQ(level(U"十二、其他"), 1);
    EXPECT_EQ(level(U"（一）健全机构"), 2);
    EXPECT_EQ(level(U"(三)总结"), 2);
    EXPECT_EQ(level(U"1.开展排查"), 3);
    EXPECT_EQ(level(U"（1）摸底"), 4);
    EXPECT_EQ(level(U"②复核"), 4);
    EXPECT_EQ(level(U"一是加强监测"), 5);
    EXPECT_EQ(level(U"二要抓好落实"), 5);
    EXPECT_EQ(level(U"第三，完善机制"), 5);
    EXPECT_EQ(level(U"一、二季度完成情况"), 0);
    EXPECT_EQ(level(U"3.5万户"), 0);
    EXPECT_EQ(level(U"统一部署"), 0);
    EXPECT_EQ(enumerator_at(U"（一） 健全", 0)->end, 4U);
}

std::string day(std::u32string_view text) {
    const auto date = date_at(text, 0);
    if (!date) return "none";
    return std::to_string(date->year) + "-" + std::to_string(date->month) + "-" +
           std::to_string(date->day);
}

TEST(LineShape, Dates) {
    EXPECT_EQ(day(U"2025年3月12日"), "2025-3-12");
    EXPECT_EQ(day(U"二〇二五年三月十二日"), "2025-3-12");
    EXPECT_EQ(day(U"二○二五年十二月三十一日"), "2025-12-31");
    EXPECT_EQ(day(U"2025-03-12 08:00"), "2025-3-12");
    EXPECT_EQ(day(U"2025.3.12"), "2025-3-12");
    EXPECT_EQ(day(U"2025 年 3 月 12 日"), "2025-3-12");
    EXPECT_EQ(day(U"3月12日"), "0-3-12");
    EXPECT_EQ(day(U"3月"), "none");
    EXPECT_EQ(day(U"13月12日"), "none");
    EXPECT_EQ(day(U"20253月12日"), "none");
    EXPECT_TRUE(is_date_line(U"2025年3月12日"));
    EXPECT_TRUE(is_date_line(U"（2025年3月12日）"));
    EXPECT_FALSE(is_date_line(U"2025年3月12日前完成"));
}

TEST(LineShape, NumbersOfDocuments) {
    const std::u32string_view line = U"云民发〔2024〕26号";
    EXPECT_EQ(document_number(line)->start, 0U);
    EXPECT_EQ(document_number(line)->end, line.size());
    EXPECT_TRUE(document_number(U"民函[2023]第44号"));
    EXPECT_FALSE(document_number(U"（2024）年"));
    EXPECT_FALSE(document_number(U"2024年第3号"));
}

TEST(LineShape, SalutationsAndLabels) {
    EXPECT_TRUE(is_salutation(U"各县（市、区）民政局，局属各单位："));
    EXPECT_FALSE(is_salutation(U"会议强调："));
    EXPECT_TRUE(has_label(U"主持：沈砚秋"));
    EXPECT_FALSE(has_label(U"会议要求，要做到：一是"));
}

std::string figure(std::u32string_view text, std::size_t at = 0) {
    static const text::Matcher units(std::vector<std::u32string>{U"万元", U"元", U"户", U"个",
                                                                 U"个工作日", U"%", U"项", U"人次",
                                                                 U"年", U"月", U"日", U"周年"});
    const auto found = figure_at(text, at, units);
    if (!found) return "none";
    return found->value + " " + found->unit + (found->lower_bound ? " +" : "");
}

TEST(Figures, ValuesAreExactAndInBasicUnits) {
    EXPECT_EQ(figure(U"1.26万户"), "12600 户");
    EXPECT_EQ(figure(U"3.72万元"), "37200 元");
    EXPECT_EQ(figure(U"0.5万元"), "5000 元");
    EXPECT_EQ(figure(U"12,600户"), "12600 户");
    EXPECT_EQ(figure(U"98.6%"), "98.6 %");
    EXPECT_EQ(figure(U"百分之十"), "10 %");
    EXPECT_EQ(figure(U"1900多人次"), "1900 人次 +");
    EXPECT_EQ(figure(U"八项"), "8 项");
    EXPECT_EQ(figure(U"二十三项"), "23 项");
    EXPECT_EQ(figure(U"5个工作日"), "5 工作日");
    EXPECT_EQ(figure(U"100.10元"), "100.1 元");
}

TEST(Figures, DatesAndOrdinalsAreNone) {
    EXPECT_EQ(figure(U"2025年"), "none");
    EXPECT_EQ(figure(U"3月12日"), "none");
    EXPECT_EQ(figure(U"第9个", 1), "none");
    EXPECT_EQ(figure(U"一项"), "none");
    EXPECT_EQ(figure(U"12345"), "none");
}

}  // namespace
}  // namespace anmin::document
