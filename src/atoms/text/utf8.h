// UTF-8 as bytes, text as Unicode characters. Start here.
//
// All offsets of the project count Unicode characters (code points), end exclusive; bytes are
// UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace anmin::text {

inline constexpr char32_t lost_character = U'\uFFFD';

// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view bytes);

// Every maximal ill-formed part becomes one U+FFFD (SPEC: Unicode 15, 3.9, best practice).
std::u32string decode(std::string_view bytes);

// Surrogates and numbers above U+10FFFF become U+FFFD.
std::string encode(std::u32string_view characters);
void append_utf8(std::string& out, char32_t character);

// How many characters decode() would give.
std::int64_t count(std::string_view bytes);

// Characters [start, end) of the text; both are cut to its length.
std::string slice(std::string_view bytes, std::int64_t start, std::int64_t end);

// Byte offset of the character at `position`; the size in bytes when it lies at or beyond the end.
std::size_t byte_offset(std::string_view bytes, std::int64_t position);

}  // namespace anmin::text
