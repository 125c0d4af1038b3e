// Characters of FEEL source text: UTF-8 stepping and the classes of the grammar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace anmin::feel {

// One Unicode character at a byte offset. Bytes that are not UTF-8 count as one character each
// (value U+FFFD), so that stepping always ends.
struct Character {
    char32_t value = 0;
    std::size_t size = 0;  // bytes; 0 at the end of the text
};

Character character_at(std::string_view text, std::size_t offset);
void append_character(std::string& text, char32_t character);

// SPEC: DMN 10.3.1.2 rules 28 to 30 and 61, 62.
bool is_space(char32_t character);
bool is_name_start(char32_t character);
bool is_name_part(char32_t character);
// "." "/" "-" "'" "+" "*": may stand inside a name.
bool is_name_symbol(char32_t character);

// Number of characters, and the byte offset of the character `index` (from 0; the size when
// beyond).
std::size_t character_count(std::string_view text);
std::size_t byte_offset(std::string_view text, std::size_t index);

// A name as it is stored: white space inside collapsed to one blank, none around.
std::string normal_name(std::string_view name);

// For messages: names the first full-width sign in a text and its half-width twin; empty without
// one.
std::string full_width_hint(std::string_view text);

}  // namespace anmin::feel
