// Reads the data of packages/ from disk into the plain structures that the office rooms work with.
#pragma once

#include <filesystem>

#include "directive/frames.h"
#include "directive/task.h"
#include "document/lexicon.h"
#include "result/result.h"

namespace anmin::files {

// The packages folder: the environment's ANMIN_PACKAGES, else the nearest "packages" in the folders
// from the program's own upward, else "packages" in the working directory.
std::filesystem::path find_packages();

// `packages` is the folder that holds intake/, duty/ and ledger/. Errors E-FILES-nnn name file and
// place. The script table comes from the dictionaries of Debian's libopencc-data.
Result<document::Lexicon> load_lexicon(const std::filesystem::path& packages);
Result<directive::Frames> load_frames(const std::filesystem::path& packages);
Result<directive::LightRule> load_light_rule(const std::filesystem::path& packages);
Result<directive::LookBackRule> load_look_back_rule(const std::filesystem::path& packages);

}  // namespace anmin::files
