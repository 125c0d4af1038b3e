// What operations on proposals ask first: is it there, is it still undecided, is the document as
// the caller saw it?
#pragma once

#include <cstdint>
#include <string>

#include "operations/open_document.h"

namespace anmin::operations {

std::string candidate_place(std::int32_t number);
Error stale_document(const ident::DocumentId& id);
// E-TASK-020 when there is none with this number, E-TASK-021 when it is decided already.
Result<directive::Candidate> undecided(const OpenedDocument& document, std::int32_t number);

}  // namespace anmin::operations
