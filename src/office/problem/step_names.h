// Names of steps of a problem that a decision looks for among the steps that were taken.
#pragma once

namespace anmin::problem {

inline constexpr const char* raised_step = "提出";
inline constexpr const char* stage_step = "阶段完成";
inline constexpr const char* reported_step = "报整改";
inline constexpr const char* rebounded_step = "反弹重开";
inline constexpr const char* delay_asked_step = "申请延期";

}  // namespace anmin::problem
