// The refusals that the room's decisions have in common.
#pragma once

#include <string>
#include <vector>

#include "problem/problem.h"
#include "result/result.h"

namespace anmin::problem {

inline bool blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

inline Error missing(const std::string& place, const std::string& next_step) {
    return {Fault::invalid, "E-PROB-001", place, "没有填写", "一句话", next_step};
}

// E-PROB-010: the step is not open in this state.
Error not_open(const Problem& problem, const char* expected, const char* next);
// E-PROB-011
Error own_work(const Problem& problem, const Officer& officer, const char* what);
// E-PROB-041: one of the words that the rules list.
Result<void> is_word(const std::string& word, const std::vector<std::string>& words,
                     const char* place);
// E-PROB-015: what is corrected at once is corrected soon.
Result<void> at_once_is_soon(Branch branch, calendar::Date due, calendar::Date on,
                             const Rules& rules);
// Whether this account worked on it since it was last opened.
bool did(const Problem& problem, const Officer& officer);

}  // namespace anmin::problem
