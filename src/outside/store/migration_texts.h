// The texts of migrations/*.sql, put into the program by CMakeLists.txt in the order of their
// numbers.
#pragma once

#include <span>
#include <string_view>

namespace anmin::store {

std::span<const std::string_view> migration_texts();

}  // namespace anmin::store
