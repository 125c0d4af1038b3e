#include <algorithm>
#include <map>
#include <utility>

#include "source/source.h"

namespace anmin::source {

Reach reach_of(const std::vector<BranchReach>& branches) {
    struct Best {
        std::int64_t expected = 0;
        std::int64_t reached = 0;
    };
    std::map<std::pair<std::string, std::string>, Best> by_name;
    for (const BranchReach& one : branches) {
        Best& best = by_name[{one.branch.division.digits(), one.branch.name}];
        best.expected = std::max(best.expected, one.branch.expected);
        best.reached = std::max(best.reached, one.reached());
    }
    Reach reach;
    for (const auto& [name, best] : by_name) {
        ++reach.branches;
        reach.branches_reached += best.reached > 0 ? 1 : 0;
        reach.branches_whole += best.reached >= best.expected ? 1 : 0;
        reach.persons += best.expected;
        reach.persons_reached += best.reached;
    }
    return reach;
}

}  // namespace anmin::source
