// Dates, times and durations from their texts.
#pragma once

#include <string>

#include "feel/value.h"

namespace anmin::feel {

// @"...": a date, time, moment or duration; null for any other text.
Value at_literal_value(const std::string& text);

}  // namespace anmin::feel
