// The set of input values a cell admits, as ordered intervals. Internal to the static checks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dmn/model.h"

namespace anmin::dmn {

struct Bound {
    Value point;  // null: none on this side
    bool included = false;
};

struct Interval {
    Bound low;
    Bound high;
};

// Sorted and apart; booleans count as the numbers 0 and 1. No intervals: nothing is admitted.
struct Region {
    std::vector<Interval> intervals;
    bool everything = false;
};

// The region of a cell; nothing when it cannot be told without running the model.
std::optional<Region> region_of(const Tests& tests);

bool disjoint(const Region& left, const Region& right);
bool inside(const Region& inner, const Region& outer);
Region complement(const Region& region);

// One value of each piece into which the regions cut their axis: every end, and a text for every
// open stretch between. Texts are for a reader.
struct Sample {
    Interval piece;
    std::string text;
};
std::vector<Sample> pieces(const std::vector<Region>& regions, const std::optional<Region>& domain);

}  // namespace anmin::dmn
