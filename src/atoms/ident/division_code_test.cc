#include <gtest/gtest.h>

#include "ident/ident.h"

namespace anmin::ident {
namespace {

DivisionCode code(const char* digits) { return DivisionCode::parse(digits).value(); }

TEST(DivisionCode, AcceptsOnlyTheLengthsOfALevel) {
    for (const char* good : {"0", "33", "3301", "330102", "330102001", "330102001001"}) {
        EXPECT_TRUE(DivisionCode::parse(good)) << good;
    }
    for (const char* bad : {"", "3", "330", "33010", "3301020", "33010a", "3301020010012"}) {
        EXPECT_FALSE(DivisionCode::parse(bad)) << bad;
    }
}

TEST(DivisionCode, ContainsItselfAndWhatLiesBelow) {
    EXPECT_TRUE(code("0").contains(code("330102")));
    EXPECT_TRUE(code("33").contains(code("33")));
    EXPECT_TRUE(code("3301").contains(code("330102001")));
    EXPECT_FALSE(code("3301").contains(code("33")));
    EXPECT_FALSE(code("3301").contains(code("3302")));
}

TEST(DivisionCode, ClimbsToTheNation) {
    EXPECT_EQ(code("330102001001").parent(), code("330102001"));
    EXPECT_EQ(code("33").parent(), DivisionCode::nation());
    EXPECT_FALSE(DivisionCode::nation().parent());
}

}  // namespace
}  // namespace anmin::ident
