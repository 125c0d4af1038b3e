// What `anmin intake` prints about one file.
#pragma once

#include <string>
#include <vector>

#include "directive/candidate.h"
#include "document/document.h"

namespace anmin::cli {

// One JSON object on one line; offsets count Unicode characters of clean_text, end exclusive.
std::string intake_json(const std::string& file, const document::Reading& reading,
                        const std::vector<directive::Candidate>& candidates);

// Lines for people: each part with its title, each proposed task with its fields; tabs between
// columns.
std::string intake_table(const std::string& file, const document::Reading& reading,
                         const std::vector<directive::Candidate>& candidates);

}  // namespace anmin::cli
