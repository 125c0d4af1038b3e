// JSON text to values and back; a thin skin over Boost.JSON that says where a fault is.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "result/result.h"

namespace anmin::json {

using Value = boost::json::value;
using Object = boost::json::object;
using Array = boost::json::array;

// Parses one JSON text; `place` names it in errors (a file, a request). At most 64 levels deep. A
// number beyond 64 bits or with a fraction is read nearly, to some 16 digits; an infinite one not.
// Fails with E-JSON-001 and line and column.
Result<Value> parse(std::string_view text, std::string_view place);

// One line, keys in the order they were put in.
std::string print(const Value& value);

// Members of an object by type. `place` is the path of `object`, for errors: E-JSON-002 when the
// member is missing or of another type.
Result<std::string> get_string(const Value& object, std::string_view key, std::string_view place);
Result<std::int64_t> get_integer(const Value& object, std::string_view key, std::string_view place);
Result<const Array*> get_array(const Value& object, std::string_view key, std::string_view place);
Result<const Object*> get_object(const Value& object, std::string_view key, std::string_view place);
// An array of strings; E-JSON-002 also when one element is none.
Result<std::vector<std::string>> get_strings(const Value& object, std::string_view key,
                                             std::string_view place);

// The member as text; empty when it is missing or no string.
std::string find_string(const Value& object, std::string_view key);

// The member is there and true.
bool is_true(const Value& object, std::string_view key);

}  // namespace anmin::json
