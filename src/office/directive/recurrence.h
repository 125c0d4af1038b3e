// Times that need no calendar: what is to be done again and again (每月5日前, 每季度末月20日前, 每周一,
// 按月, 定期), and lengths (5个工作日内, 30分钟内).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "directive/time_point.h"

namespace anmin::directive {

// The repetition that begins at `at`; its deadline.text is left to the caller.
std::optional<TimePoint> recurring_at(std::u32string_view text, std::size_t at);

// The length that begins at `at`: 5个工作日内, 15日内, 半年内.
std::optional<TimePoint> length_at(std::u32string_view text, std::size_t at);

}  // namespace anmin::directive
