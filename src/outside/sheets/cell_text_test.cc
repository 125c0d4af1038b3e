#include "sheets/cell_text.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace anmin::sheets {
namespace {

TEST(CellText, ComesBackAsItWent) {
    for (const char* text :
         {"", "督办", "a_b", "_x0041_", "__x0041_", "x_x00", "𠮷", "两行\n文字", "_x005F_"}) {
        EXPECT_EQ(from_cell(to_cell(text)), text);
    }
}

TEST(CellText, HoldsOnlyWhatACellCan) {
    EXPECT_EQ(to_cell("甲\r\n乙\r丙"), "甲\n乙\n丙");
    EXPECT_EQ(to_cell(std::string_view("a\0b\x1F", 4)), "a\uFFFDb\uFFFD");
    EXPECT_EQ(to_cell("\xC7\xE5"), "\uFFFD\uFFFD");
    const std::string longest = to_cell(std::string(32'767, 'a'));
    EXPECT_EQ(longest, std::string(32'767, 'a'));
    const std::string cut = to_cell(std::string(32'768, 'a'));
    EXPECT_EQ(text::count(cut), 32'767);
    EXPECT_TRUE(cut.ends_with("请在系统中查看）"));
}

TEST(DateFormat, IsSeenThroughQuotesColoursAndLocales) {
    for (const char* date : {"yyyy-mm-dd", "yyyy\"年\"m\"月\"", "[$-804]m\"月\"d\"日\"",
                             "[h]:mm:ss", "[红色]yyyy", "h:mm"}) {
        EXPECT_TRUE(is_date_format(std::string_view(date))) << date;
    }
    for (const char* number :
         {"0.00", "General", "#,##0\"days\"", "\\d0", "0;yyyy", "@", "[红色]0"}) {
        EXPECT_EQ(is_date_format(std::string_view(number)), false) << number;
    }
    EXPECT_TRUE(is_date_format(14));
    EXPECT_TRUE(is_date_format(31));
    EXPECT_FALSE(is_date_format(0));
    EXPECT_FALSE(is_date_format(49));
}

// Serials as Excel shows them.
TEST(DateText, CountsLikeExcelDoes) {
    EXPECT_EQ(date_text(45'747, Epoch::year_1900), "2025-03-31");
    EXPECT_EQ(date_text(1, Epoch::year_1900), "1900-01-01");
    EXPECT_EQ(date_text(59, Epoch::year_1900), "1900-02-28");
    EXPECT_EQ(date_text(61, Epoch::year_1900), "1900-03-01");
    EXPECT_EQ(date_text(60, Epoch::year_1900), std::nullopt);
    EXPECT_EQ(date_text(45'747.354166666664, Epoch::year_1900), "2025-03-31 08:30:00");
    EXPECT_EQ(date_text(45'746.9999999, Epoch::year_1900), "2025-03-31");
    EXPECT_EQ(date_text(44'285, Epoch::year_1904), "2025-03-31");
    EXPECT_EQ(date_text(-1, Epoch::year_1900), std::nullopt);
    EXPECT_EQ(date_text(1e18, Epoch::year_1900), std::nullopt);
}

TEST(Reference, ReadsLettersAndNumber) {
    const auto at = reference_of("AB12").value();
    EXPECT_EQ(at.row, 11u);
    EXPECT_EQ(at.column, 27u);
    EXPECT_EQ(reference_of("XFD1048576").value().column, 16'383u);
    for (const char* bad :
         {"", "A", "12", "A0", "XFE1", "A1048577", "a1", "A1B", "A-1", "AAAAA1"}) {
        EXPECT_FALSE(reference_of(bad)) << bad;
    }
}

}  // namespace
}  // namespace anmin::sheets
