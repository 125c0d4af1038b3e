// An officer cuts proposals differently before deciding on them: one in two, or two into one.
#pragma once

#include <cstdint>
#include <variant>

#include "operations/open_document.h"

namespace anmin::operations {

struct SplitCandidate {
    std::int32_t number = 0;
    std::int64_t at = 0;  // a character of the part's clean text, inside the proposal
};
struct MergeCandidates {
    std::int32_t number = 0;
    std::int32_t with = 0;
};
struct RecutCandidates {
    ident::DocumentId document;
    std::int64_t seen_version = 0;  // of the document's stream
    std::variant<SplitCandidate, MergeCandidates> cut;
};

// Only undecided proposals can be cut; the results are undecided proposals. Errors: E-TASK-020,
// -021, -026, -027; Fault::stale when the document changed since.
Result<OpenedDocument> recut_candidates(Desk& desk, const Caller& caller,
                                        const RecutCandidates& order);

}  // namespace anmin::operations
