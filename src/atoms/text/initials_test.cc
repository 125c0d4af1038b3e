#include "text/initials.h"

#include <gtest/gtest.h>

namespace anmin::text {
namespace {

TEST(Initials, AreTheFirstLettersOfEachReading) {
    Initials initials;
    EXPECT_EQ(initials.of(U"浙江省"), "zjs");
    EXPECT_EQ(initials.of(U"上城区"), "scq");
    EXPECT_EQ(initials.of(U"清波门社区居民委员会"), "qbmsqjmwyh");
}

TEST(Initials, KeepLettersAndDigitsAndLeaveSignsOut) {
    Initials initials;
    EXPECT_EQ(initials.of(U"Ａ区1号（东）"), "aq1hd");
    EXPECT_EQ(initials.of(U""), "");
}

}  // namespace
}  // namespace anmin::text
