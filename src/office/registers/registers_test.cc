#include <algorithm>
#include <gtest/gtest.h>

#include "registers/row.h"
#include "registers/test_table.h"
#include "registers/value.h"

namespace anmin::registers {
namespace {

const Definition table = sample_table();

std::string kept(std::size_t column, const std::string& typed) {
    const auto text = kept_text(table.columns[column], typed);
    return text.ok() ? text.value() : text.error().code;
}

TEST(KeptText, DatesInTheFormsThatPeopleType) {
    for (const char* typed :
         {"2025-04-15", "2025年4月15日", "2025.4.15", "2025/4/15", "2025-04-15 00:00:00",
          "  2025年04月15日\n", "20250415", "２０２５年４月１５日", "２０２５．４．１５",
          "　2025-04-15\u00A0", "'2025-04-15", "2025年4月15号"}) {
        EXPECT_EQ(kept(1, typed), "2025-04-15") << typed;
    }
    for (const char* typed : {"尽快", "2025-02-30", "4月15日", "2025年4月", "45762", "20250230"}) {
        EXPECT_EQ(kept(1, typed), "E-TABLE-010") << typed;
    }
    EXPECT_EQ(kept(1, " "), "");
}

TEST(KeptText, TimesOfDay) {
    const Column at = column("at", "来电时间", Kind::moment);
    const auto read = [&at](const std::string& typed) {
        const auto text = kept_text(at, typed);
        return text.ok() ? text.value() : text.error().code;
    };
    EXPECT_EQ(read("2025年4月15日 8时30分"), "2025-04-15 08:30");
    EXPECT_EQ(read("2025-04-15 08:30:00"), "2025-04-15 08:30");
    EXPECT_EQ(read("2025-04-15 08:30:09"), "2025-04-15 08:30:09");
    EXPECT_EQ(read("2025-04-15T18:05"), "2025-04-15 18:05");
    EXPECT_EQ(read("2025-04-15"), "2025-04-15");
    EXPECT_EQ(read("2025-04-15 25:00"), "E-TABLE-011");
    EXPECT_EQ(read("早上八点"), "E-TABLE-011");
}

TEST(KeptText, Numbers) {
    EXPECT_EQ(kept(5, "1,200"), "1200");
    EXPECT_EQ(kept(5, "12.0"), "12");
    EXPECT_EQ(kept(5, "12.5"), "E-TABLE-012");
    EXPECT_EQ(kept(5, "-1"), "E-TABLE-012");
    EXPECT_EQ(kept(5, "若干"), "E-TABLE-012");
    const Column money = column("money", "资金", Kind::quantity);
    EXPECT_EQ(kept_text(money, "12.300000000000001").value(), "12.3");
    EXPECT_EQ(kept_text(money, "4400.50").value(), "4400.5");
    EXPECT_EQ(kept_text(money, "4400万").error().code, "E-TABLE-013");
    EXPECT_EQ(kept(5, "１，２００"), "1200");
    EXPECT_EQ(kept(5, "'12"), "12");
    EXPECT_EQ(kept_text(money, "－１２．５").value(), "-12.5");
}

TEST(KeptText, APercentageOnlyWhereTheColumnMayHoldOne) {
    Column share = column("share", "支出率", Kind::quantity);
    EXPECT_EQ(kept_text(share, "85%").error().code, "E-TABLE-013");
    share.percent = true;
    EXPECT_EQ(kept_text(share, "85%").value(), "85");
    EXPECT_EQ(kept_text(share, "８５．５％").value(), "85.5");
    EXPECT_EQ(kept_text(share, "85").value(), "85");
    EXPECT_EQ(kept_text(share, "8%5").error().code, "E-TABLE-013");
}

TEST(KeptText, BlanksOfAnyKindAtTheEndsSayNothing) {
    EXPECT_EQ(kept(0, "　排查 隐患\u00A0\u200B"), "排查 隐患");
    EXPECT_EQ(kept(10, "　是　"), "是");
    EXPECT_EQ(kept(2, "\u3000"), "");
}

TEST(KeptText, AFormulaWithoutAValueIsRefused) {
    for (const char* typed : {"#REF!", "#N/A", "#DIV/0!", "#公式未计算"}) {
        EXPECT_EQ(kept(0, typed), "E-TABLE-019") << typed;
        EXPECT_EQ(kept(1, typed), "E-TABLE-019") << typed;
    }
}

TEST(KeptText, ClosedLists) {
    EXPECT_EQ(kept(8, "一般隐患"), "一般");
    EXPECT_EQ(kept(8, "较大"), "E-TABLE-014");
    EXPECT_EQ(kept(10, "√"), "是");
    EXPECT_EQ(kept(10, "未"), "否");
    EXPECT_EQ(kept(10, "也许"), "E-TABLE-014");
}

TEST(KeptText, APersonsNumberIsMaskedAndMaskingTwiceIsMaskingOnce) {
    EXPECT_EQ(kept(9, "13800000001"), "138****0001");
    EXPECT_EQ(kept(9, "138****0001"), "138****0001");
    EXPECT_EQ(kept(9, "8000"), "8***");
    EXPECT_EQ(kept(9, "3.3010219900101E+17"), "E-TABLE-017");
}

TEST(KeptText, LongTextIsRefusedNotCut) {
    std::string typed;
    for (int at = 0; at < 4001; ++at) typed += "字";
    EXPECT_EQ(kept(0, typed), "E-TABLE-016");
}

std::vector<std::string> codes(const Cells& cells) {
    std::vector<std::string> found;
    for (const Error& fault : faults_of(table, cells)) found.push_back(fault.code);
    return found;
}

using Codes = std::vector<std::string>;

Cells sound() {
    return {"排查隐患", "2025-04-15", "甲乙", "丙丁", "2025-04-16", "5",
            "2",        "3",          "一般", "",     "是"};
}

TEST(FaultsOfARow, ASoundRowHasNone) { EXPECT_EQ(codes(sound()), Codes{}); }

TEST(FaultsOfARow, WhatDoesNotFitTogether) {
    Cells cells = sound();
    cells[0] = "";
    EXPECT_EQ(codes(cells), Codes{"E-TABLE-015"});
    cells = sound();
    cells[5] = "6";
    EXPECT_EQ(codes(cells), Codes{"E-TABLE-020"});
    cells = sound();
    cells[6] = "9";
    EXPECT_EQ(codes(cells), (Codes{"E-TABLE-020", "E-TABLE-021"}));
    cells = sound();
    cells[4] = "2025-04-14";
    EXPECT_EQ(codes(cells), Codes{"E-TABLE-022"});
    cells = sound();
    cells[3] = "丙丁、甲乙";
    EXPECT_EQ(codes(cells), Codes{"E-TABLE-023"});
    cells = sound();
    cells[3] = "";
    EXPECT_EQ(codes(cells), Codes{"E-TABLE-024"});
}

TEST(FaultsOfARow, NamesColumnFindingAndExpectation) {
    Cells cells = sound();
    cells[5] = "6";
    const Error fault = faults_of(table, cells).front();
    EXPECT_EQ(fault.place, "“采用条数（合计）”");
    EXPECT_EQ(fault.finding, "6");
    EXPECT_EQ(fault.expectation, "采用条数（本级）＋采用条数（上级）＝5");
}

RegisterRow sample_row() {
    RowAdded added{{"r1"}, "sample", {}, {"u1"}, "虚城市民政局", filled_cells(table, sound()),
                   {},     {}};
    return start(added);
}

TEST(Rows, AmendingKeepsWhatStoodBefore) {
    const RegisterRow row = sample_row();
    const auto event =
        amend_row(table, row, {{"due", "完成时限", "2025-04-15", "2025-04-10"}}, {}, {});
    ASSERT_TRUE(event.ok()) << event.error().text();
    const RegisterRow after = registers::apply(row, Event(event.value()));
    EXPECT_EQ(cells_of(table, after)[1], "2025-04-10");
    EXPECT_EQ(after.version, 2);
    EXPECT_NE(after.steps.back().text.find("2025-04-15 → 2025-04-10"), std::string::npos);
    EXPECT_EQ(cells_of(table, row)[1], "2025-04-15");
}

TEST(Rows, AnAmendmentThatDoesNotFitIsRefused) {
    const auto event =
        amend_row(table, sample_row(), {{"verifier", "核验人", "丙丁", "甲乙"}}, {}, {});
    ASSERT_FALSE(event.ok());
    EXPECT_EQ(event.error().code, "E-TABLE-023");
}

TEST(Rows, WithdrawnIsWithdrawnOnceAndWithAReason) {
    const RegisterRow row = sample_row();
    EXPECT_EQ(withdraw_row(row, " ", {}, {}).error().code, "E-TABLE-037");
    const RegisterRow gone =
        registers::apply(row, Event(withdraw_row(row, "重复登记", {}, {}).value()));
    EXPECT_TRUE(gone.withdrawn);
    EXPECT_EQ(withdraw_row(gone, "再来", {}, {}).error().code, "E-TABLE-032");
    EXPECT_EQ(amend_row(table, gone, {}, {}, {}).error().code, "E-TABLE-032");
}

TEST(Rows, ACellOfAColumnThatIsGoneIsLeftOut) {
    RegisterRow row = sample_row();
    row.cells.push_back({"former", "旧栏"});
    EXPECT_EQ(cells_of(table, row), sound());
}

TEST(Definitions, SynonymsAndBracketsOfEitherWidth) {
    EXPECT_EQ(find_heading(table, "办结时限"), 1U);
    EXPECT_EQ(find_heading(table, " 采用条数 (本级)"), 6U);
    EXPECT_EQ(find_heading(table, "本级"), std::nullopt);
    EXPECT_EQ(find_heading(table, ""), std::nullopt);
}

}  // namespace
}  // namespace anmin::registers
