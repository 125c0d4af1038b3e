// Task items proposed from one article's clean text. Everything here is a draft for an officer.
#pragma once

#include <cstdint>
#include <vector>

#include "directive/candidate.h"
#include "directive/frames.h"
#include "document/document.h"

namespace anmin::directive {

// Candidates in the order of the text, numbered from `first_number`. The rules for what is an item
// and where it begins and ends are those of docs/formats/task-items.md; the words they work with
// come with `frames`.
std::vector<Candidate> propose(const document::Part& part, std::int32_t part_index,
                               std::int32_t first_number, const Frames& frames);

// All parts of a reading, numbered through.
std::vector<Candidate> propose_all(const document::Reading& reading, const Frames& frames);

}  // namespace anmin::directive
