// The cells of a row: from what somebody typed to what is kept, and what does not fit together.
#pragma once

#include <string>
#include <vector>

#include "registers/definition.h"

namespace anmin::registers {

// A cell as it is kept. Empty stays empty; taking a kept text again gives the same text. A masked
// column gives the mask, never what was typed. E-TABLE-010 no date, -011 no time, -012 no count,
// -013 no number, -014 not of the list, -016 too long, -017 a number that a spreadsheet rounded.
Result<std::string> kept_text(const Column& column, const std::string& typed);

// What is not right about a row of kept texts: E-TABLE-015 something needed is empty, and the
// table's own checks, -020 to -024. Each place names the column.
std::vector<Error> faults_of(const Definition& table, const Cells& cells);

// The column that an error of this room is about: “…”; for messages.
std::string place_of(const Column& column);

}  // namespace anmin::registers
