// Tokens of FEEL. Names of several words are not tokens: the parser finds them with the scope.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace anmin::feel {

struct Token {
    enum class Kind : std::uint8_t { end, number, text, at_text, name, symbol, bad };
    Kind kind = Kind::end;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view text;  // as written
    std::string value;      // of a string: without quotes, escapes resolved

    bool is(std::string_view symbol_or_word) const {
        return (kind == Kind::symbol || kind == Kind::name) && text == symbol_or_word;
    }
};

// The token at or behind `offset`, white space and comments skipped.
Token lex(std::string_view source, std::size_t offset);
// Offset of the first character that is neither white space nor comment.
std::size_t skip_blanks(std::string_view source, std::size_t offset);

}  // namespace anmin::feel
