// JSON text as FEEL values: numbers with all their digits, objects as contexts.
#pragma once

#include <string>
#include <string_view>

#include "feel/value.h"
#include "result/result.h"

namespace anmin::feel {

// SPEC: RFC 8259. At most 64 levels deep. E-FEEL-401 with line and column; `place` names the text.
// Strings stay strings: JSON has no dates.
Result<Value> value_of_json(std::string_view text, const std::string& place);

}  // namespace anmin::feel
