// anmin intake FILE... [--format json|table] [--out PATH]: reads files and prints the proposed
// tasks.
#pragma once

#include <string>
#include <vector>

namespace anmin::cli {

// "-" reads standard input. Exit code 0: all read; 1: some file failed (its error goes to standard
// error, the others go on); 2: not understood.
int run_intake(const std::vector<std::string>& args);

}  // namespace anmin::cli
