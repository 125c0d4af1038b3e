// Figures by division across changes of the tree: what was counted under the old codes stays as it
// was; here it is put beside the divisions of another day that it can honestly be compared with.
#pragma once

#include <cstdint>
#include <vector>

#include "organisation/division.h"

namespace anmin::organisation {

struct DivisionFigure {
    DivisionCode division;
    std::int64_t value = 0;
};

// The finest groups that hold the same ground on both days. One code on each side: directly
// comparable; several: only their sum is.
struct Comparable {
    std::vector<DivisionCode> then;
    std::vector<DivisionCode> now;
    std::int64_t value = 0;  // the figures of `then`, added
};

// `links`: those that took effect between the two days. A division without a link stands alone.
// In order of the first code of `now`. INVARIANT: the sum of values is the sum of figures.
std::vector<Comparable> comparable(const std::vector<DivisionFigure>& figures,
                                   const std::vector<Link>& links);

}  // namespace anmin::organisation
