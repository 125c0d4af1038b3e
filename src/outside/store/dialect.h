// Puts the {words} of a migration into an engine's own words.
#pragma once

#include <string>
#include <string_view>

namespace anmin::store {

struct Dialect {
    std::string_view integer;  // a 64-bit integer column
    std::string_view text;     // text compared byte by byte
    std::string_view blob;
    std::string_view strict;     // after the closing bracket of a table
    std::string_view keyed;      // the same, for a table that is stored in the order of its key
    std::string_view zero_hash;  // 32 bytes of zero
    // Makes the table task_word (rowid, grams) with what finds the rows that hold given grams.
    std::string_view words_table;
    std::string_view clear_words;  // empties it
    // What Connection::estimate_grams reads; nothing for an engine without it.
    std::string_view words_sample;
};

std::string in_dialect(std::string_view sql, const Dialect& dialect);

}  // namespace anmin::store
