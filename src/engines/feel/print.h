// Values as text.
#pragma once

#include <cstddef>
#include <string>

#include "feel/value.h"

namespace anmin::feel {

// SPEC: FEEL string(): a string as it is, everything else as it would be written. What is longer
// than `most` bytes ends somewhere behind them.
std::string string_of(const Value& value, std::size_t most = 16 * 1024 * 1024);

// As a FEEL literal, at most about `limit` bytes: "abc" in quotes, dates as date("...").
std::string literal_text(const Value& value, std::size_t limit);

// As JSON (RFC 8259): numbers as numbers with all digits, dates and durations as strings.
std::string json_text(const Value& value);
void append_json_string(std::string& out, std::string_view text);

}  // namespace anmin::feel
