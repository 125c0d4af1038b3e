// CSV as RFC 4180 has it, one line a row, with places for errors.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace anmin::files {

// Walks the lines of a text. Borrowed: the text must outlive it.
class CsvRows {
public:
    explicit CsvRows(std::string_view text) : rest_(text) {}

    // Reads the next line into `cells`; false at the end. A field in quotes may hold commas and
    // doubled quotes, but no line end. `well_formed()` is false after a line with a stray or
    // unclosed quote.
    bool next(std::vector<std::string>& cells);

    bool well_formed() const { return well_formed_; }
    std::size_t row() const { return row_; }  // of the line read last, from 1

private:
    void split(std::string_view line, std::vector<std::string>& cells);

    std::string_view rest_;
    std::size_t row_ = 0;
    bool well_formed_ = true;
};

}  // namespace anmin::files
