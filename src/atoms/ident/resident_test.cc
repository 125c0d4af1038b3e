#include "ident/resident.h"

#include <gtest/gtest.h>

namespace anmin::ident {
namespace {

using calendar::Date;

const Date today = Date::of(2025, 3, 1).value();

std::string refusal(std::string_view text) { return ResidentId::parse(text, today).error().code; }

// The numbers of the standard's own annex, and of nobody (closed-loop B.12).
constexpr const char* female = "11010519491231002X";
constexpr const char* male = "440524188001010014";

TEST(ResidentId, TellsWhatItHolds) {
    const ResidentId first = ResidentId::parse(female, today).value();
    EXPECT_EQ(first.text(), female);
    EXPECT_EQ(first.area(), "110105");
    EXPECT_EQ(first.born(), Date::of(1949, 12, 31));
    EXPECT_EQ(first.sex(), Sex::female);
    const ResidentId second = ResidentId::parse(male, today).value();
    EXPECT_EQ(second.born(), Date::of(1880, 1, 1));
    EXPECT_EQ(second.sex(), Sex::male);
}

TEST(ResidentId, MasksTheBirthDate) {
    EXPECT_EQ(ResidentId::parse(female, today).value().masked(), "110105********002X");
}

TEST(ResidentId, TakesASmallX) {
    EXPECT_EQ(ResidentId::parse("11010519491231002x", today).value().text(), female);
}

TEST(ResidentId, FifteenDigitsBecomeEighteen) {
    EXPECT_EQ(ResidentId::from_15("110105491231002", today).value().text(), female);
    EXPECT_EQ(ResidentId::from_15("110105850101996", today).value().born(), Date::of(1885, 1, 1));
    EXPECT_EQ(ResidentId::from_15("110105850101995", today).value().born(), Date::of(1985, 1, 1));
    EXPECT_EQ(ResidentId::from_15("11010549123100", today).error().code, "E-IDENT-001");
    EXPECT_EQ(ResidentId::from_15("11010549123100X", today).error().code, "E-IDENT-002");
    EXPECT_EQ(ResidentId::from_15("110105491331002", today).error().code, "E-IDENT-003");
}

TEST(ResidentId, EveryWrongCheckCharacterIsRefusedWithTheRightOne) {
    for (const char check : std::string("0123456789")) {
        const Error error =
            ResidentId::parse(std::string("11010519491231002") + check, today).error();
        EXPECT_EQ(error.code, "E-IDENT-005");
        EXPECT_EQ(error.finding, std::string("校验码（末位）是 ") + check);
        EXPECT_EQ(error.expectation, "按前 17 位应为 X");
    }
}

TEST(ResidentId, ASingleSlipOrASwapOfNeighboursNeverPasses) {
    const std::string good = male;
    for (std::size_t i = 0; i < 17; ++i) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string slip = good;
            slip[i] = digit;
            EXPECT_EQ(ResidentId::parse(slip, today).ok(), slip == good) << slip;
        }
        std::string swapped = good;
        std::swap(swapped[i], swapped[i + 1]);
        EXPECT_EQ(ResidentId::parse(swapped, today).ok(), swapped == good) << swapped;
    }
}

TEST(ResidentId, RefusalsNameTheFault) {
    EXPECT_EQ(refusal(""), "E-IDENT-001");
    EXPECT_EQ(refusal("1101051949123100"), "E-IDENT-001");
    EXPECT_EQ(refusal("11010519491231002X0"), "E-IDENT-001");
    EXPECT_EQ(refusal("110105194912310020X"), "E-IDENT-002");
    EXPECT_EQ(refusal("1101051949123100200"), "E-IDENT-001");
    EXPECT_EQ(refusal("11010519491231 02X"), "E-IDENT-002");
    EXPECT_EQ(refusal("110105194902300028"), "E-IDENT-003");
    EXPECT_EQ(refusal("110105202503020026"), "E-IDENT-004");
    EXPECT_EQ(refusal("110105179912310029"), "E-IDENT-004");
    const Error wide = ResidentId::parse("1１0105194912310020", today).error();
    EXPECT_EQ(wide.finding, "第 2 位是“１”");
}

TEST(ResidentId, ErrorsDoNotRepeatTheNumber) {
    const Error error = ResidentId::parse("110105194912310021", today).error();
    EXPECT_EQ(error.text().find("1949"), std::string::npos);
    EXPECT_EQ(error.text().find("110105"), std::string::npos);
}

}  // namespace
}  // namespace anmin::ident
