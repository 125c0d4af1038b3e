#include "feel/lexer.h"

#include "feel/characters.h"

namespace anmin::feel {

namespace {

bool digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::size_t end_of_number(std::string_view text, std::size_t at) {
    while (digit(text, at)) ++at;
    if (at < text.size() && text[at] == '.' && digit(text, at + 1)) {
        ++at;
        while (digit(text, at)) ++at;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        std::size_t exponent = at + 1;
        if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
        if (digit(text, exponent)) {
            at = exponent;
            while (digit(text, at)) ++at;
        }
    }
    return at;
}

// "\u4E00" at `at` (behind the letter): its code and the offset behind; -1 when it is not one.
std::int32_t read_hex(std::string_view text, std::size_t& at, std::size_t digits) {
    if (at + digits > text.size()) return -1;
    std::int32_t value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        const char c = text[i];
        const int nibble = c >= '0' && c <= '9'   ? c - '0'
                           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                  : -1;
        if (nibble < 0) return -1;
        value = value * 16 + nibble;
    }
    at += digits;
    return value;
}

// The escape behind a backslash at `at`. SPEC: DMN 10.3.1.2 rule 64; other escapes stay as they
// are.
void read_escape(std::string_view text, std::size_t& at, std::string& out) {
    const char letter = text[at++];
    if (letter == 'n') {
        out.push_back('\n');
    } else if (letter == 'r') {
        out.push_back('\r');
    } else if (letter == 't') {
        out.push_back('\t');
    } else if (letter == '"' || letter == '\'' || letter == '\\') {
        out.push_back(letter);
    } else if (letter == 'u' || letter == 'U') {
        const std::size_t before = at;
        std::int32_t code = read_hex(text, at, letter == 'u' ? 4 : 6);
        if (code >= 0xD800 && code < 0xDC00 && text.substr(at).starts_with("\\u")) {
            std::size_t next = at + 2;
            const std::int32_t low = read_hex(text, next, 4);
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                at = next;
            }
        }
        if (code < 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
            at = before;
            out.push_back('\\');
            out.push_back(letter);
        } else {
            append_character(out, static_cast<char32_t>(code));
        }
    } else {
        out.push_back('\\');
        out.push_back(letter);
    }
}

// From the opening quote; false when the text ends inside.
bool read_string(std::string_view text, std::size_t& at, std::string& out) {
    for (++at; at < text.size();) {
        if (text[at] == '"') {
            ++at;
            return true;
        }
        if (text[at] == '\\' && at + 1 < text.size()) {
            ++at;
            read_escape(text, at, out);
        } else {
            out.push_back(text[at++]);
        }
    }
    return false;
}

std::size_t symbol_size(std::string_view rest) {
    for (const std::string_view two : {"**", "..", "<=", ">=", "!=", "->"})
        if (rest.starts_with(two)) return two.size();
    return std::string_view("+-*/=<>()[]{},:.").find(rest[0]) != std::string_view::npos ? 1 : 0;
}

}  // namespace

std::size_t skip_blanks(std::string_view source, std::size_t offset) {
    for (;;) {
        const Character next = character_at(source, offset);
        const std::string_view rest = source.substr(std::min(offset, source.size()));
        if (next.size == 0) return offset;
        if (is_space(next.value)) {
            offset += next.size;
        } else if (rest.starts_with("//")) {
            const std::size_t line = source.find('\n', offset);
            offset = line == std::string_view::npos ? source.size() : line;
        } else if (rest.starts_with("/*")) {
            const std::size_t close = source.find("*/", offset + 2);
            if (close == std::string_view::npos) return offset;
            offset = close + 2;
        } else {
            return offset;
        }
    }
}

Token lex(std::string_view source, std::size_t offset) {
    std::size_t at = skip_blanks(source, offset);
    Token out;
    out.begin = static_cast<std::uint32_t>(at);
    const Character first = character_at(source, at);
    const bool at_sign = first.value == '@' && at + 1 < source.size() && source[at + 1] == '"';
    if (first.size == 0) {
        out.kind = Token::Kind::end;
    } else if (digit(source, at) || (first.value == '.' && digit(source, at + 1))) {
        out.kind = Token::Kind::number;
        at = end_of_number(source, at);
    } else if (first.value == '"' || at_sign) {
        if (at_sign) ++at;
        const bool closed = read_string(source, at, out.value);
        out.kind = !closed ? Token::Kind::bad : at_sign ? Token::Kind::at_text : Token::Kind::text;
    } else if (is_name_start(first.value)) {
        out.kind = Token::Kind::name;
        for (Character next = first; next.size != 0 && is_name_part(next.value);) {
            at += next.size;
            next = character_at(source, at);
        }
    } else if (const std::size_t size = symbol_size(source.substr(at)); size != 0) {
        out.kind = Token::Kind::symbol;
        at += size;
    } else {
        out.kind = Token::Kind::bad;
        at += first.size;
    }
    out.end = static_cast<std::uint32_t>(at);
    out.text = source.substr(out.begin, at - out.begin);
    return out;
}

}  // namespace anmin::feel
