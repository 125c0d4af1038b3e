// Static checks of a loaded model: what compiles, but is likely a mistake of its author.
//
// Codes: W-DMN-301 names that differ only by full-width signs; 310 duplicate rows; 311 overlapping
// rows under UNIQUE or ANY; 312 unreachable rows; 313 gaps; 314 the table is so large that not
// everything was looked at; 320 requirements that are never used; 321 rows without a clause; 330
// kinds that can never be compared or calculated with.
#pragma once

#include <vector>

#include "dmn/load.h"
#include "result/result.h"

namespace anmin::dmn {

std::vector<Finding> check(const Model& model);

// The part about one table; `place` names it.
void check_table(const Table& table, const std::string& place, std::vector<Finding>& findings);

}  // namespace anmin::dmn
