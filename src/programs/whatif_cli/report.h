// What was found, as text, JSON, CSV or workbook. Internal to the room.
#pragma once

#include <string>

#include "population/population.h"
#include "whatif_cli/redetermine.h"

namespace anmin::whatif_cli {

// The whole file. Synthetic data and estimates are said with every figure.
Result<std::string> report_of(const Redetermined& found, const Scenarios& scenarios,
                              const WhatIf& order, const population::Provenance& provenance);

}  // namespace anmin::whatif_cli
