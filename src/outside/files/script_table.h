// The traditional-to-simplified table out of OpenCC's dictionary files (Debian libopencc-data).
#pragma once

#include <filesystem>

#include "document/lexicon.h"
#include "result/result.h"

namespace anmin::files {

// The stages of OpenCC's tw2s (Taiwan standard, no change of vocabulary). E-FILES-003 when a
// dictionary is missing or damaged.
Result<document::ScriptTable> load_script_table(const std::filesystem::path& dictionaries);

}  // namespace anmin::files
