// The kinds of packed files, one function each; nothing when the file is of another kind.
#pragma once

#include <optional>
#include <string>

#include "document/wrapped.h"

namespace anmin::document {

Result<std::optional<Unwrapped>> unwrap_docx(const std::string& bytes, const std::string& file_name,
                                             const Limits& limits);
Result<std::optional<Unwrapped>> unwrap_pdf(const std::string& bytes, const std::string& file_name,
                                            const Limits& limits);
// A mail by RFC 5322 whose body is encoded (base64, quoted-printable) or in several parts.
std::optional<Unwrapped> unwrap_mime(const std::string& bytes);

}  // namespace anmin::document
