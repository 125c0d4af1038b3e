// Where the drawn households live: townships with their shares of each group.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "organisation/organisation.h"
#include "population/schema.h"
#include "population_cli/nation.h"

namespace anmin::population_cli {

// Shares `total` out by weights, whole numbers: position i gets total * (sum to i) / sum, less what
// came before. Ties exactly; nothing to weights of 0.
std::vector<std::int64_t> shared_out(std::int64_t total, const std::vector<std::int64_t>& weights);

struct Township {
    std::string code;          // nine digits
    std::size_t province = 0;  // position in Nation::provinces
};

struct Places {
    std::vector<Township> townships;                 // in code order
    std::vector<population::PlaceName> names;        // of the townships and of what they lie in
    std::vector<std::vector<std::int64_t>> persons;  // [group][township]
};

// `persons` of all groups together, by province (as the data say) and by township (by villages and
// kind of settlement). `rows` as files::read_divisions gives them. E-POP-021 when a province of the
// data has no township in the division table.
Result<Places> share_out(const Nation& nation, const std::vector<organisation::Division>& rows,
                         std::int64_t persons);

}  // namespace anmin::population_cli
