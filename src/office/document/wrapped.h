// Files whose text is packed away: docx, PDF, MIME mail. Their text is taken out before anything is
// repaired.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "document/draft.h"
#include "document/read.h"
#include "result/result.h"

namespace anmin::document {

struct Unwrapped {
    std::u32string characters;
    std::string encoding;
    std::string container;  // docx, pdf; empty when the text is still to be looked at (mail)
    std::int64_t lost = 0;
    Metadata metadata;
};

// Nothing when the file is not of such a kind. Errors as read() says.
Result<std::optional<Unwrapped>> unwrap(const std::string& bytes, const std::string& file_name,
                                        const Limits& limits);

}  // namespace anmin::document
