#include "feel/characters.h"

namespace anmin::feel {

namespace {

struct Span {
    char32_t first;
    char32_t last;
};

constexpr Span name_starts[] = {
    {U'?', U'?'},     {U'A', U'Z'},       {U'_', U'_'},     {U'a', U'z'},     {0xC0, 0xD6},
    {0xD8, 0xF6},     {0xF8, 0x2FF},      {0x370, 0x37D},   {0x37F, 0x1FFF},  {0x200C, 0x200D},
    {0x2070, 0x218F}, {0x2C00, 0x2FEF},   {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFEFE},
    {0xFF00, 0xFFFD}, {0x10000, 0xEFFFF},
};

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return {};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || offset + size > text.size()) return {0xFFFD, 1};
    char32_t value = lead & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {0xFFFD, 1};
        value = (value << 6) | (byte(i) & 0x3Fu);
    }
    return {value, size};
}

void append_character(std::string& text, char32_t character) {
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0 | (character >> 6));
        put(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        put(0xE0 | (character >> 12));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    } else {
        put(0xF0 | (character >> 18));
        put(0x80 | ((character >> 12) & 0x3F));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    }
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           c == 0x180E || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_name_start(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '?';
    if (is_space(c)) return false;
    for (const Span& span : name_starts)
        if (c >= span.first && c <= span.last) return true;
    return false;
}

bool is_name_part(char32_t c) {
    return is_name_start(c) || (c >= '0' && c <= '9') || c == 0xB7 || (c >= 0x300 && c <= 0x36F) ||
           (c >= 0x203F && c <= 0x2040);
}

bool is_name_symbol(char32_t c) {
    return c == '.' || c == '/' || c == '-' || c == '\'' || c == '+' || c == '*';
}

std::size_t character_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) at += character_at(text, at).size;
    return count;
}

std::size_t byte_offset(std::string_view text, std::size_t index) {
    std::size_t at = 0;
    for (; index > 0 && at < text.size(); --index) at += character_at(text, at).size;
    return at;
}

std::string normal_name(std::string_view name) {
    std::string out;
    bool blank = false;
    for (std::size_t at = 0; at < name.size();) {
        const Character next = character_at(name, at);
        if (is_space(next.value)) {
            blank = !out.empty();
        } else {
            if (blank) out.push_back(' ');
            blank = false;
            out.append(name.substr(at, next.size));
        }
        at += next.size;
    }
    return out;
}

std::string full_width_hint(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character next = character_at(text, at);
        const bool sign = next.value >= 0xFF01 && next.value <= 0xFF5E;
        if (sign) {
            std::string half;
            append_character(half, next.value - 0xFEE0);
            return "；其中“" + std::string(text.substr(at, next.size)) +
                   "”是全角，在 FEEL 中属于名称，若是运算或调用请改为半角“" + half + "”";
        }
        at += next.size;
    }
    return {};
}

}  // namespace anmin::feel
