// The refusals that the room's decisions have in common.
#pragma once

#include <string>

#include "result/result.h"

namespace anmin::problem {

inline bool blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

inline Error missing(const std::string& place, const std::string& next_step) {
    return {Fault::invalid, "E-PROB-001", place, "没有填写", "一句话", next_step};
}

}  // namespace anmin::problem
