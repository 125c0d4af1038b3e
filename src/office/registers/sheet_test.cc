#include "registers/sheet.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "registers/test_table.h"

namespace anmin::registers {
namespace {

using Rows = std::vector<std::vector<std::string>>;
const Definition table = sample_table();

Sheet read(const Rows& rows, const Rows& base = {}) {
    auto sheet = read_table(table, rows, base);
    EXPECT_TRUE(sheet.ok()) << sheet.error().text();
    return sheet.ok() ? std::move(sheet).value() : Sheet();
}

std::vector<std::string> codes(const Sheet& sheet) {
    std::vector<std::string> found;
    for (const SheetFault& fault : sheet.faults) found.push_back(fault.error.code);
    return found;
}
using Codes = std::vector<std::string>;

TEST(TableSheet, ColumnsInAnyOrderUnderOtherNames) {
    const Sheet sheet = read({{"样表", "样表", "样表"},
                              {"填报单位：虚城市民政局"},
                              {"序号", "时间节点", "事 项"},
                              {"1", "2025年4月15日", "排查\n隐患"},
                              {"2", "", ""},
                              {"填报人：", "", ""},
                              {"", "", "页脚外"}});
    ASSERT_EQ(sheet.lines.size(), 1U);
    EXPECT_EQ(sheet.lines[0].row, 4);
    EXPECT_EQ(sheet.lines[0].now[0], "排查\n隐患");
    EXPECT_EQ(sheet.lines[0].now[1], "2025-04-15");
    EXPECT_TRUE(sheet.present[0] && sheet.present[1] && !sheet.present[2]);
    EXPECT_EQ(codes(sheet), Codes{});
}

TEST(TableSheet, AHeadOfTwoRowsMergedOrNot) {
    const Rows merged{{"序号", "事项", "采用条数", "采用条数", "采用条数"},
                      {"序号", "事项", "合计", "本级", "上级"},
                      {"1", "甲项", "5", "2", "3"}};
    Rows unmerged = merged;
    unmerged[0] = {"序号", "事项", "采用条数", "", ""};
    unmerged[1] = {"", "", "合计", "本级", "上级"};
    for (const Rows& rows : {merged, unmerged}) {
        const Sheet sheet = read(rows);
        ASSERT_EQ(sheet.lines.size(), 1U);
        EXPECT_EQ(sheet.lines[0].now[6], "2");
        EXPECT_EQ(sheet.lines[0].now[7], "3");
        EXPECT_EQ(codes(sheet), Codes{});
    }
}

TEST(TableSheet, DittoIsWrittenOut) {
    const Sheet sheet = read({{"事项", "完成时限", "责任人"},
                              {"甲项", "2025-04-15", "赵钱"},
                              {"乙项", "同上", "〃"},
                              {"丙项", "2025-05-01", "同上"}});
    ASSERT_EQ(sheet.lines.size(), 3U);
    EXPECT_EQ(sheet.lines[1].now[1], "2025-04-15");
    EXPECT_EQ(sheet.lines[2].now[2], "赵钱");
    EXPECT_EQ(codes(read({{"事项", "完成时限"}, {"甲项", "同上"}})), Codes{"E-TABLE-006"});
}

TEST(TableSheet, SubtotalsAndTheTotalTieToTheirOwnRows) {
    const Rows rows{{"事项", "采用条数（合计）"},
                    {"甲项", "2"},
                    {"乙项", "3"},
                    {"小计", "5"},
                    {"丙项", "4"},
                    {"小 计", "4"},
                    {"合计", "9"}};
    EXPECT_EQ(codes(read(rows)), Codes{});
    Rows wrong = rows;
    wrong[5][1] = "9";
    const Sheet sheet = read(wrong);
    ASSERT_EQ(codes(sheet), Codes{"E-TABLE-007"});
    EXPECT_EQ(sheet.faults[0].row, 6);
    EXPECT_EQ(sheet.faults[0].error.expectation, "以上各行之和 4");
}

TEST(TableSheet, AHeadRepeatedOnEveryPageIsNoRow) {
    const Sheet sheet = read({{"序号", "事项", "完成时限"},
                              {"1", "甲项", "2025-04-15"},
                              {"序号", "事项", "完成时限"},
                              {"2", "乙项", "同上"}});
    ASSERT_EQ(sheet.lines.size(), 2U);
    EXPECT_EQ(sheet.lines[1].now[1], "2025-04-15");
    EXPECT_EQ(codes(sheet), Codes{});
}

TEST(TableSheet, FaultsSayRowAndColumn) {
    const Sheet sheet = read({{"事项", "完成时限", "等级"}, {"甲项", "尽快", "较大"}});
    ASSERT_EQ(codes(sheet), (Codes{"E-TABLE-010", "E-TABLE-014"}));
    EXPECT_EQ(sheet.faults[0].row, 2);
    EXPECT_EQ(sheet.faults[0].column, "完成时限");
    EXPECT_EQ(sheet.faults[0].error.place, "第 2 行“完成时限”");
    EXPECT_EQ(sheet.faults[0].error.expectation, "日期，如 2025-04-15 或 2025年4月15日");
}

TEST(TableSheet, AColumnThatTheTableDoesNotHaveIsNamed) {
    const Sheet sheet = read({{"事项", "完成时限", "进度分"}, {"甲项", "2025-04-15", "9"}});
    ASSERT_EQ(codes(sheet), Codes{"E-TABLE-003"});
    EXPECT_EQ(sheet.faults[0].error.place, "第 1 行“进度分”（C 列）");
    // Empty below, it says nothing and is left alone.
    EXPECT_EQ(codes(read({{"事项", "完成时限", "进度分"}, {"甲项", "2025-04-15", ""}})), Codes{});
}

TEST(TableSheet, TwoColumnsOfOneName) {
    EXPECT_EQ(codes(read({{"事项", "完成时限", "办结时限"}, {"甲", "2025-04-15", "2025-04-16"}})),
              Codes{"E-TABLE-004"});
}

TEST(TableSheet, ATotalThatIsNotTheSumOfItsRows) {
    const Rows rows{{"序号", "事项", "采用条数（本级）", "采用条数（上级）"},
                    {"1", "甲项", "2", "3"},
                    {"2", "乙项", "4", "0"},
                    {"合计", "合计", "6", "4"}};
    const Sheet sheet = read(rows);
    EXPECT_EQ(sheet.lines.size(), 2U);
    ASSERT_EQ(codes(sheet), Codes{"E-TABLE-007"});
    EXPECT_EQ(sheet.faults[0].row, 4);
    EXPECT_EQ(sheet.faults[0].column, "采用条数（上级）");
    EXPECT_EQ(sheet.faults[0].error.expectation, "以上各行之和 3");
}

TEST(TableSheet, AMissingColumnThatEverySuchTableHasIsSaid) {
    const Sheet sheet = read({{"事项", "责任人"}, {"甲项", "赵钱"}});
    ASSERT_EQ(sheet.notes.size(), 1U);
    EXPECT_NE(sheet.notes[0].find("完成时限"), std::string::npos);
}

TEST(TableSheet, NoHead) {
    const auto sheet = read_table(table, {{"姓名", "年龄"}, {"甲", "1"}}, {});
    ASSERT_FALSE(sheet.ok());
    EXPECT_EQ(sheet.error().code, "E-TABLE-002");
    EXPECT_EQ(read_table(table, {}, {}).error().code, "E-TABLE-002");
}

TEST(TableSheet, WhatWasHandedOutComesWithItsKey) {
    const Rows base{{"行标识（请勿修改）", "事项", "完成时限"}, {"r1", "甲项", "2025-04-15"}};
    const Sheet sheet = read({{"事项", "完成时限", "行标识（请勿修改）"},
                              {"甲项", "2025-04-10", "r1"},
                              {"乙项", "2025-04-11", ""}},
                             base);
    ASSERT_EQ(sheet.lines.size(), 2U);
    EXPECT_EQ(sheet.lines[0].key, "r1");
    ASSERT_TRUE(sheet.lines[0].before);
    EXPECT_EQ((*sheet.lines[0].before)[1], "2025-04-15");
    EXPECT_FALSE(sheet.lines[1].before);
}

}  // namespace
}  // namespace anmin::registers
