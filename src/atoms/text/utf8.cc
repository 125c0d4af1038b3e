#include "text/utf8.h"

namespace anmin::text {
namespace {

struct Step {
    char32_t character;
    std::size_t bytes;  // how many to move on
    bool good;
};

bool is_tail(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

struct Lead {
    std::size_t tails;
    unsigned char
        low;  // bounds of the first tail byte: they rule out overlong forms and surrogates
    unsigned char high;
    char32_t bits;
};

Lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF, byte & 0x1FU};
    if (byte == 0xE0) return {2, 0xA0, 0xBF, 0};
    if (byte == 0xED) return {2, 0x80, 0x9F, 0x0DU};
    if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF, byte & 0x0FU};
    if (byte == 0xF0) return {3, 0x90, 0xBF, 0};
    if (byte == 0xF4) return {3, 0x80, 0x8F, 4};
    if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF, byte & 0x07U};
    return {0, 0, 0, 0};
}

Step step(std::string_view bytes, std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    if (first < 0x80) return {first, 1, true};
    const Lead lead = lead_of(first);
    if (lead.tails == 0) return {lost_character, 1, false};
    char32_t character = lead.bits;
    for (std::size_t tail = 1; tail <= lead.tails; ++tail) {
        if (at + tail >= bytes.size()) return {lost_character, tail, false};
        const auto byte = static_cast<unsigned char>(bytes[at + tail]);
        const bool fits = tail == 1 ? byte >= lead.low && byte <= lead.high : is_tail(byte);
        if (!fits) return {lost_character, tail, false};
        character = (character << 6U) | (byte & 0x3FU);
    }
    return {character, lead.tails + 1, true};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const Step next = step(bytes, at);
        if (!next.good) return false;
        at += next.bytes;
    }
    return true;
}

std::u32string decode(std::string_view bytes) {
    std::u32string out;
    out.reserve(bytes.size() / 2);
    for (std::size_t at = 0; at < bytes.size();) {
        const Step next = step(bytes, at);
        out.push_back(next.character);
        at += next.bytes;
    }
    return out;
}

void append_utf8(std::string& out, char32_t character) {
    const auto byte = [&out](char32_t bits) { out.push_back(static_cast<char>(bits)); };
    if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        character = lost_character;
    if (character < 0x80) {
        byte(character);
    } else if (character < 0x800) {
        byte(0xC0U | (character >> 6U));
        byte(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        byte(0xE0U | (character >> 12U));
        byte(0x80U | ((character >> 6U) & 0x3FU));
        byte(0x80U | (character & 0x3FU));
    } else {
        byte(0xF0U | (character >> 18U));
        byte(0x80U | ((character >> 12U) & 0x3FU));
        byte(0x80U | ((character >> 6U) & 0x3FU));
        byte(0x80U | (character & 0x3FU));
    }
}

std::string encode(std::u32string_view characters) {
    std::string out;
    out.reserve(characters.size() * 3);
    for (const char32_t c : characters) {
        if (c >= 0x800 && c < 0xD800) {
            // Chinese characters, the common case, in one step.
            const char bytes[3] = {static_cast<char>(0xE0U | (c >> 12U)),
                                   static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)),
                                   static_cast<char>(0x80U | (c & 0x3FU))};
            out.append(bytes, 3);
        } else {
            append_utf8(out, c);
        }
    }
    return out;
}

std::int64_t count(std::string_view bytes) {
    std::int64_t characters = 0;
    for (std::size_t at = 0; at < bytes.size(); at += step(bytes, at).bytes) ++characters;
    return characters;
}

std::size_t byte_offset(std::string_view bytes, std::int64_t position) {
    std::size_t at = 0;
    for (std::int64_t character = 0; character < position && at < bytes.size(); ++character) {
        at += step(bytes, at).bytes;
    }
    return at;
}

std::string slice(std::string_view bytes, std::int64_t start, std::int64_t end) {
    if (end <= start) return {};
    const std::size_t from = byte_offset(bytes, start);
    const std::size_t length = byte_offset(bytes.substr(from), end - (start < 0 ? 0 : start));
    return std::string(bytes.substr(from, length));
}

}  // namespace anmin::text
