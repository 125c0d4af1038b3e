#include "sheets/staff_workbook.h"

#include <gtest/gtest.h>

#include "sheets/ledger_workbook.h"

namespace anmin::sheets {
namespace {

const calendar::Date day = calendar::Date::parse("2026-03-31").value();

std::string told(const std::vector<organisation::StaffRow>& rows) {
    std::string text;
    for (const auto& row : rows) {
        text += row.unit_id + "|" + row.unit + "|" + row.division + "|" + row.kind + "|" +
                row.reports_to + "|" + row.post_id + "|" + row.post + "|" + row.holder + "|" +
                row.from + "|" + row.until + "\n";
    }
    return text;
}

TEST(StaffWorkbook, WhatIsWrittenIsReadBack) {
    const std::vector<organisation::StaffRow> rows{
        {"u1", "东县民政局", "900101", "机关", "", "p1", "局长", "赵一（演示）", "2025-01-01", ""},
        {"", "=1+1 科", "900101001001", "内设机构", "u1", "", "科长", "", "", ""}};
    const auto bytes = staff_workbook(rows, day);
    ASSERT_TRUE(bytes.ok()) << bytes.error();
    EXPECT_EQ(bytes.value(), staff_workbook(rows, day).value());
    const auto back = read_staff_workbook(bytes.value());
    ASSERT_TRUE(back.ok()) << back.error();
    EXPECT_EQ(told(back.value()), told(rows));
}

TEST(StaffWorkbook, AnotherWorkbookIsRefusedByItsHeader) {
    const auto ledger = ledger_workbook({}, day, {}, "台账", "单位");
    ASSERT_TRUE(ledger.ok()) << ledger.error();
    EXPECT_EQ(read_staff_workbook(ledger.value()).error().code, "E-SHEET-030");
    EXPECT_EQ(read_staff_workbook("not a workbook").error().code, "E-SHEET-010");
}

}  // namespace
}  // namespace anmin::sheets
