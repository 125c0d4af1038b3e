// The whole population through all scenarios. Internal to the room.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "batch/evaluate.h"
#include "population/population.h"
#include "whatif_cli/scenario.h"
#include "whatif_cli/tally.h"

namespace anmin::whatif_cli {

// A division of the report: the whole country, or the beginning of the codes of its townships.
struct Place {
    std::string code;  // 全国, or digits
    std::string name;  // empty where the file does not name it
};

struct Redetermined {
    Tally tally;  // by position in `divisions` and in `tiers`
    Line total;   // added up household by household, not from the lines
    std::vector<Place> divisions;
    std::vector<std::string> tiers;
    std::vector<batch::Counts> counts;  // by scenario
};

using Progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

// Errors: E-POP-005 to 007 of the file, E-BATCH-004, E-WHATIF-005 a household without a result
// (mostly a day outside the dates of the standards), E-WHATIF-006 amounts finer than 10^-4 yuan,
// E-WHATIF-007 cancelled.
Result<Redetermined> redetermine(const population::Population& population,
                                 const Scenarios& scenarios, const WhatIf& order,
                                 const std::atomic<bool>& cancelled, const Progress& progress);

}  // namespace anmin::whatif_cli
