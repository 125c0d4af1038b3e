#include "organisation/comparable.h"

#include <gtest/gtest.h>

namespace anmin::organisation {
namespace {

DivisionCode code(const std::string& digits) { return DivisionCode::parse(digits).value(); }

std::string told(const std::vector<Comparable>& groups) {
    std::string text;
    for (const auto& group : groups) {
        for (const auto& one : group.then) text += one.digits() + " ";
        text += "=";
        for (const auto& one : group.now) text += " " + one.digits();
        text += ": " + std::to_string(group.value) + "; ";
    }
    return text;
}

const std::vector<DivisionFigure> last_year{
    {code("900101"), 5}, {code("900102"), 7}, {code("900103"), 11}};

TEST(Comparable, WhatDidNotChangeStandsAlone) {
    EXPECT_EQ(told(comparable(last_year, {})),
              "900101 = 900101: 5; 900102 = 900102: 7; 900103 = 900103: 11; ");
}

TEST(Comparable, MergedCountiesAreComparedAsTheirSum) {
    EXPECT_EQ(told(comparable(last_year, {{code("900102"), code("900101")}})),
              "900101 900102 = 900101: 12; 900103 = 900103: 11; ");
}

TEST(Comparable, ANewCodeTakesThePlaceOfTheOldOne) {
    EXPECT_EQ(told(comparable(last_year, {{code("900103"), code("900203")}})),
              "900101 = 900101: 5; 900102 = 900102: 7; 900103 = 900203: 11; ");
}

TEST(Comparable, ASplitIsComparedAgainstAllItsParts) {
    const std::vector<Link> links{{code("900101"), code("900104")},
                                  {code("900101"), code("900101")}};
    EXPECT_EQ(told(comparable(last_year, links)),
              "900101 = 900101 900104: 5; 900102 = 900102: 7; 900103 = 900103: 11; ");
}

TEST(Comparable, ChangesInARowLeaveOutWhatStoodBetween) {
    const std::vector<Link> links{{code("900101"), code("900104")},
                                  {code("900104"), code("900105")}};
    EXPECT_EQ(told(comparable({{code("900101"), 5}}, links)), "900101 = 900105: 5; ");
}

TEST(Comparable, TheSumStaysWhateverHappens) {
    const std::vector<Link> links{{code("900102"), code("900101")},
                                  {code("900101"), code("900104")},
                                  {code("900101"), code("900101")},
                                  {code("900103"), code("900104")}};
    std::int64_t sum = 0;
    for (const auto& group : comparable(last_year, links)) sum += group.value;
    EXPECT_EQ(sum, 23);
}

}  // namespace
}  // namespace anmin::organisation
