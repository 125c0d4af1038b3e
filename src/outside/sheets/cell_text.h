// Text of a cell between us and the file format: escapes, limits, numbers that mean dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/date.h"

namespace anmin::sheets {

// What a cell can hold of `text`: well-formed, XML characters only, at most 32,767 UTF-16 units
// (longer text ends with a remark that it was cut), and `_x0041_` guarded so that no reader takes
// it for "A".
std::string to_cell(std::string_view text);

// The text that a cell's stored string stands for: _xHHHH_ decoded.
std::string from_cell(std::string_view stored);

// Does a number format (yyyy-mm-dd, [h]:mm, "年"0) show a number as a date or time?
bool is_date_format(std::string_view format);
// Of the formats that have only a number.
bool is_date_format(int built_in);

// 0%, 0.00%: the number shown is a hundred times the one stored.
bool is_percent_format(std::string_view format);
bool is_percent_format(int built_in);
// 0.85 as 85%, in the fifteen figures that spreadsheets compute with.
std::string percent_text(double stored);

// The epoch that a workbook counts its days from.
enum class Epoch { year_1900, year_1904 };

// The date, and time of day when there is one; nothing when the number is no day of the years
// 1900-9999.
std::optional<std::string> date_text(double serial, Epoch epoch);

// "AB12" to column 27 and row 11, both from 0; nothing when it is no reference.
struct Reference {
    std::size_t row = 0;
    std::size_t column = 0;
};
std::optional<Reference> reference_of(std::string_view text);

}  // namespace anmin::sheets
