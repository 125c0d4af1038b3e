// The command `anmin population`: makes, describes and verifies population files.
#pragma once

#include <string>
#include <vector>

namespace anmin::population_cli {

// The words after the command's name. Exit code: 0 done, 1 refused or failed, 2 not understood.
//   generate --out F --divisions DIR --as-of D [--packages DIR] [--persons N] [--seed N]
//   describe F
//   verify F
int run_population(const std::vector<std::string>& args);

}  // namespace anmin::population_cli
