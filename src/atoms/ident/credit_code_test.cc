#include "ident/credit_code.h"

#include <gtest/gtest.h>

namespace anmin::ident {
namespace {

Error refusal(std::string_view text) { return CreditCode::parse(text).error(); }

// Vectors of closed-loop B.12, found there by running.
TEST(CreditCode, TellsWhatItHolds) {
    const CreditCode code = CreditCode::parse("11320000MB151840XJ").value();
    EXPECT_EQ(code.authority(), '1');
    EXPECT_EQ(code.kind(), '1');
    EXPECT_EQ(code.division(), "320000");
    EXPECT_EQ(code.organisation_code(), "MB151840X");
    EXPECT_EQ(CreditCode::parse("11320000mb151840xj").value(), code);
}

// Three public pages print this one as their worked example; its last character is wrong.
TEST(CreditCode, TheExampleOfTheBlogsIsRefused) {
    const Error error = refusal("91350100M000100Y4Z");
    EXPECT_EQ(error.code, "E-IDENT-012");
    EXPECT_TRUE(CreditCode::parse("91350100M000100Y43").ok());
    EXPECT_EQ(refusal("91350100M000100Y4Y").code, "E-IDENT-014");
    EXPECT_EQ(refusal("91350100M000100Y4Y").expectation, "按前 17 位应为 3");
}

TEST(OrganisationCode, HasItsOwnCheckCharacter) {
    EXPECT_EQ(organisation_check("MB151840"), 'X');
    const Error error = refusal("11320000MB1518401J");
    EXPECT_EQ(error.code, "E-IDENT-013");
    EXPECT_EQ(error.finding, "组织机构代码的校验码（第 17 位）是 1");
    EXPECT_EQ(error.expectation, "按第 9 至 16 位应为 X");
}

TEST(CreditCode, RefusalsNameTheFault) {
    EXPECT_EQ(refusal("").code, "E-IDENT-011");
    EXPECT_EQ(refusal("11320000MB151840X").code, "E-IDENT-011");
    EXPECT_EQ(refusal("11320000MB151840XJ1").finding, "共 19 位");
    for (const char* stray : {"I", "O", "Z", "S", "V", " ", "-", "Ａ"}) {
        const Error error = refusal(std::string("11320000MB15184") + stray + "XJ");
        EXPECT_EQ(error.code, "E-IDENT-012") << stray;
        EXPECT_EQ(error.finding, std::string("第 16 位是“") + stray + "”");
    }
    EXPECT_EQ(refusal("11A20000MB151840XJ").expectation, "第 3 至 8 位为数字（登记机关区划）");
}

TEST(CreditCode, ASingleSlipNeverPasses) {
    const std::string good = "11320000MB151840XJ";
    int passed = 0;
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const char c : std::string("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
            std::string slip = good;
            slip[i] = c;
            passed += CreditCode::parse(slip).ok() ? 1 : 0;
        }
    }
    EXPECT_EQ(passed, 18);  // the good one itself, once at each place
}

}  // namespace
}  // namespace anmin::ident
