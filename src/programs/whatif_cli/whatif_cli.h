// anmin whatif: a model, changed, over a whole population, beside the model as it is.
#pragma once

#include <string>
#include <vector>

namespace anmin::whatif_cli {

// The arguments behind "whatif". Exit codes: 0 done, 1 failed on the way or cancelled, 2 the
// command, the model, the data or a change is not usable; then nothing is written.
int run_whatif(const std::vector<std::string>& arguments);

}  // namespace anmin::whatif_cli
