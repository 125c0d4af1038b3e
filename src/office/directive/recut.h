// An officer cuts what the machine proposed differently: one proposal in two, or two into one.
// The results are proposals again; only confirm() makes a task.
#pragma once

#include <cstdint>
#include <vector>

#include "directive/candidate.h"
#include "directive/frames.h"
#include "directive/task.h"
#include "document/document.h"
#include "result/result.h"

namespace anmin::directive {

// What is found in `span` of the part, as if it had been proposed: doer, verb, deadline,
// quantities, domains. Confidence, reason and number are for the caller to set.
// INVARIANT: the span lies in the part's clean text and is not empty.
Candidate read_span(const document::Part& part, std::int32_t part_index, document::Span span,
                    const Frames& frames);

// `whole` in two at the character `at` of the part's text; the marks at the cut belong to neither.
// The first keeps the number, the second takes `next_number`. E-TASK-026 when one half is empty.
Result<std::vector<Candidate>> split(const Candidate& whole, std::int64_t at,
                                     std::int32_t next_number, const document::Part& part,
                                     const Frames& frames);

// Both as one, from the beginning of the earlier to the end of the later; the number is that of
// the earlier. E-TASK-027 when they do not lie in the same part.
Result<Candidate> merge(const Candidate& one, const Candidate& other, const document::Part& part,
                        const Frames& frames);

}  // namespace anmin::directive
