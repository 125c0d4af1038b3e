// Officers decide on what the machine proposed: only this makes tasks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "operations/desk.h"
#include "operations/open_document.h"

namespace anmin::operations {

struct ConfirmCandidate {
    std::int32_t number = 0;
    std::optional<document::Span> span;  // another stretch of the same part
    std::optional<calendar::Date> due;   // a date the officer sets
};

struct RejectCandidate {
    std::int32_t number = 0;
    std::string reason;
};

struct ConfirmTasks {
    ident::DocumentId document;
    std::int64_t seen_version = 0;  // of the document's stream
    std::vector<ConfirmCandidate> confirm;
    std::vector<RejectCandidate> reject;
    std::vector<std::int32_t> reopen = {};  // rejections taken back
};

// All or nothing. Errors: E-TASK-02x (unknown number, decided already, span outside the text,
// reason missing, not rejected), Fault::stale when the document changed since.
Result<OpenedDocument> confirm_tasks(Desk& desk, const Caller& caller, const ConfirmTasks& order);

}  // namespace anmin::operations
