// What a population file holds, for people.
#pragma once

#include <iosfwd>

#include "population/population.h"

namespace anmin::population_cli {

// Where it comes from, its tables and columns, bytes a person. Reads no rows.
void describe(const population::Population& population, std::ostream& out);

}  // namespace anmin::population_cli
