// The demonstration's sources: a meeting with its attendance, an instruction, and what cites them.
#pragma once

#include "cli/workplace.h"

namespace anmin::cli {

// `document`: one whose tasks were confirmed; the meeting conveyed it.
Result<void> tell_sources(Workplace& place, const ident::DocumentId& document);

}  // namespace anmin::cli
