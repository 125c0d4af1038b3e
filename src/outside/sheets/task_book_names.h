// Names that the writer and the reader of a 任务分解表 agree on.
#pragma once

#include "sheets/task_book.h"

namespace anmin::sheets {

inline constexpr const char* base_sheet_name = "导出时内容";
inline constexpr const char* key_heading = "任务标识（请勿修改）";
inline constexpr const char* foot_mark = "填报人：";

}  // namespace anmin::sheets
