// Equality and order of values.
#pragma once

#include <compare>
#include <optional>

#include "feel/value.h"

namespace anmin::feel {

// SPEC: DMN 10.3.2.13, table 53: nothing when the two are of kinds that cannot be compared (the
// result of "=" is then null). Null equals null only; times are equal to the second, moments as
// points in time.
std::optional<bool> equal(const Value& left, const Value& right);

// SPEC: table 54: order within one kind (numbers, strings, dates, times, moments, durations);
// nothing for others, and for a time with a zone against one without.
std::optional<std::strong_ordering> order(const Value& left, const Value& right);

// Strict identity as the kit compares results: kinds must agree, fractions of seconds and zones
// count, contexts may differ in the order of entries.
bool identical(const Value& left, const Value& right);

// Of a number or string, a text that is the same exactly where they are equal; empty for others.
std::string search_key(const Value& value);

// SPEC: table 55: is the point inside the range? Nothing when they cannot be compared.
std::optional<bool> contains(const Range& range, const Value& point);

}  // namespace anmin::feel
