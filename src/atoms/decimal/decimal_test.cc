#include "decimal/decimal.h"

#include <gtest/gtest.h>

namespace anmin::decimal {
namespace {

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }
std::string text(const std::optional<Decimal>& value) { return value ? value->text() : "none"; }

TEST(Decimal, PrintsPlainAndKeepsTheScale) {
    EXPECT_EQ(number("12.50").text(), "12.50");
    EXPECT_EQ(number("12.50").shortest_text(), "12.5");
    EXPECT_EQ(number("1.2e3").text(), "1200");
    EXPECT_EQ(number("-1e-3").text(), "-0.001");
    EXPECT_EQ(number("-0").text(), "0");
    EXPECT_EQ(number(".5").text(), "0.5");
    EXPECT_EQ(number("9999999999999999999999999999999999").text(),
              "9999999999999999999999999999999999");
}

TEST(Decimal, RefusesWhatIsNotANumber) {
    for (const char* bad :
         {"", "-", "+1", "1.", ".", "1e", "0x10", "1 ", "NaN", "Infinity", "1e99999"})
        EXPECT_FALSE(Decimal::parse(bad)) << bad;
}

TEST(Decimal, IsExactWhereDoublesAreNot) {
    EXPECT_EQ(text(add(number("0.1"), number("0.2"))), "0.3");
    EXPECT_EQ(text(divide(number("1"), number("3"))), "0.3333333333333333333333333333333333");
    EXPECT_EQ(text(divide(number("1"), number("0"))), "none");
    EXPECT_EQ(text(multiply(number("1e6000"), number("1e6000"))), "none");
    EXPECT_TRUE(number("1.0") == number("1.00"));
    EXPECT_TRUE(number("-1") < number("0.5"));
}

TEST(Decimal, RoundsByName) {
    const auto rounded = [](const char* from, int scale, Rounding rounding) {
        return text(round(number(from), scale, rounding));
    };
    EXPECT_EQ(rounded("2.5", 0, Rounding::half_even), "2");
    EXPECT_EQ(rounded("2.5", 0, Rounding::half_up), "3");
    EXPECT_EQ(rounded("2.5", 0, Rounding::half_down), "2");
    EXPECT_EQ(rounded("-2.51", 0, Rounding::half_down), "-3");
    EXPECT_EQ(rounded("-1.1", 0, Rounding::up), "-2");
    EXPECT_EQ(rounded("-1.9", 0, Rounding::down), "-1");
    EXPECT_EQ(rounded("-1.56", 1, Rounding::ceiling), "-1.5");
    EXPECT_EQ(rounded("1234", -2, Rounding::half_up), "1200");
    EXPECT_EQ(rounded("12.5", 2, Rounding::half_up), "12.50");
    EXPECT_EQ(rounded("5.5", 6176, Rounding::up), "5.5");
    EXPECT_EQ(rounded("5.5", 6177, Rounding::up), "none");
}

TEST(Decimal, RaisesAndTakesRoots) {
    EXPECT_EQ(text(power(number("10"), number("-5"))), "0.00001");
    EXPECT_EQ(text(power(number("1.5"), number("3"))), "3.375");
    EXPECT_EQ(text(power(number("0"), number("-1"))), "none");
    EXPECT_EQ(text(power(number("-8"), number("0.5"))), "none");
    EXPECT_EQ(text(square_root(number("16"))), "4");
    EXPECT_EQ(text(square_root(number("-1"))), "none");
    EXPECT_EQ(text(modulo(number("-12"), number("5"))), "3");
    EXPECT_EQ(text(modulo(number("12"), number("-5"))), "-3");
    EXPECT_EQ(text(modulo(number("10.1"), number("4.5"))), "1.1");
}

TEST(Decimal, TellsWholeNumbers) {
    EXPECT_EQ(number("3.00").whole(), 3);
    EXPECT_EQ(number("3.5").whole(), std::nullopt);
    EXPECT_EQ(number("3.9").truncated(), 3);
    EXPECT_EQ(number("1e30").truncated(), std::nullopt);
}

}  // namespace
}  // namespace anmin::decimal
