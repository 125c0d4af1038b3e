#include "organisation/organisation.h"

#include <gtest/gtest.h>
#include <map>

namespace anmin::organisation {
namespace {

DivisionCode code(const char* digits) { return DivisionCode::parse(digits).value(); }

TEST(Level, FollowsTheLengthOfTheCode) {
    const std::map<const char*, Level> expected{
        {"0", Level::nation},           {"33", Level::province},
        {"3301", Level::prefecture},    {"330102", Level::county},
        {"330102001", Level::township}, {"330102001050", Level::village}};
    for (const auto& [digits, level] : expected) EXPECT_EQ(level_of(code(digits)), level) << digits;
}

TEST(Scope, ShowsNothingUnlessSomebodyMadeIt) {
    const Scope untouched;
    for (const char* digits : {"0", "33", "330102001050"}) {
        EXPECT_FALSE(untouched.covers(code(digits))) << digits;
    }
}

TEST(Scope, SubtreeIsTheDivisionAndAllInsideIt) {
    const Scope county{code("330102"), Reach::subtree};
    for (const char* inside : {"330102", "330102001", "330102001050"}) {
        EXPECT_TRUE(county.covers(code(inside))) << inside;
    }
    for (const char* outside : {"0", "33", "3301", "330103", "330103001", "3302", "11"}) {
        EXPECT_FALSE(county.covers(code(outside))) << outside;
    }
}

TEST(Scope, IsNarrowedAndNeverWidened) {
    const Scope above{code("330102"), Reach::subtree_and_above, {code("330103")}};
    EXPECT_TRUE(above.within(code("330102001")).covers(code("330102001")));
    EXPECT_FALSE(above.within(code("330102001")).covers(code("330102002")));
    EXPECT_TRUE(above.within(code("330103")).covers(code("330103001")));
    // The province is seen, what lies beside the county in it is not.
    EXPECT_FALSE(above.within(code("33")).covers(code("330104")));
    EXPECT_FALSE(above.within(code("110101")).covers(code("110101")));
    EXPECT_FALSE(Scope{}.within(code("330102")).covers(code("330102")));
}

TEST(Scope, SubtreeAndAboveAddsTheAncestorsButNotTheirOtherChildren) {
    const Scope county{code("330102"), Reach::subtree_and_above};
    for (const char* inside : {"0", "33", "3301", "330102", "330102001", "330102001050"}) {
        EXPECT_TRUE(county.covers(code(inside))) << inside;
    }
    for (const char* outside : {"330103", "3302", "330103001", "11"}) {
        EXPECT_FALSE(county.covers(code(outside))) << outside;
    }
}

TEST(Scope, TheNationsSubtreeIsEverything) {
    const Scope nation{DivisionCode::nation(), Reach::subtree};
    for (const char* digits : {"0", "11", "330102001050"}) EXPECT_TRUE(nation.covers(code(digits)));
}

}  // namespace
}  // namespace anmin::organisation
