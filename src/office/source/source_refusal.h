// The refusals that the room's decisions have in common.
#pragma once

#include <string>

#include "calendar/date.h"
#include "result/result.h"

namespace anmin::source {

inline bool blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

inline Error missing(const std::string& place, const std::string& next_step) {
    return {Fault::invalid, "E-SRC-001", place, "没有填写", "一句话", next_step};
}

inline Error late_entry(const std::string& place, calendar::Date date, calendar::Date on,
                        const std::string& next_step = "更正日期；还没有开的会，开过之后再登记") {
    return {Fault::invalid,           "E-SRC-002",          place,
            date.iso() + " 晚于今天", "不晚于 " + on.iso(), next_step};
}

}  // namespace anmin::source
