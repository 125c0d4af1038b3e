#include "document/markup.h"

#include <array>

#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

constexpr std::size_t longest_attribute = 100000;

bool is_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\f';
}

char32_t lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; }

struct Named {
    std::u32string_view name;
    char32_t character;
};
constexpr std::array<Named, 30> names = {
    {{U"nbsp", 0xA0},     {U"lt", U'<'},     {U"gt", U'>'},     {U"amp", U'&'},
     {U"quot", U'"'},     {U"apos", U'\''},  {U"ldquo", U'“'},  {U"rdquo", U'”'},
     {U"lsquo", U'‘'},    {U"rsquo", U'’'},  {U"middot", U'·'}, {U"mdash", U'—'},
     {U"ndash", 0x2013},  {U"hellip", U'…'}, {U"ensp", 0x2002}, {U"emsp", 0x2003},
     {U"thinsp", 0x2009}, {U"times", U'×'},  {U"copy", U'©'},   {U"bull", U'•'},
     {U"deg", U'°'},      {U"permil", U'‰'}, {U"laquo", U'«'},  {U"raquo", U'»'},
     {U"zwnj", 0x200C},   {U"zwj", 0x200D},  {U"shy", 0xAD},    {U"le", U'≤'},
     {U"ge", U'≥'},       {U"reg", U'®'}}};

// Reads attributes from `at` to the closing '>'; gives the place behind it.
std::size_t read_attributes(std::u32string_view text, std::size_t at, Tag& tag) {
    while (at < text.size() && text[at] != U'>') {
        if (is_space(text[at]) || text[at] == U'/') {
            tag.empty = text[at] == U'/';
            ++at;
            continue;
        }
        tag.empty = false;
        std::u32string key;
        while (at < text.size() && !is_space(text[at]) && text[at] != U'=' && text[at] != U'>' &&
               text[at] != U'/') {
            key.push_back(lower(text[at++]));
        }
        while (at < text.size() && is_space(text[at])) ++at;
        std::u32string value;
        if (at < text.size() && text[at] == U'=') {
            ++at;
            while (at < text.size() && is_space(text[at])) ++at;
            const char32_t quote = at < text.size() ? text[at] : U' ';
            if (quote == U'"' || quote == U'\'') {
                const std::size_t length = text.substr(at + 1, longest_attribute).find(quote);
                if (length == std::u32string_view::npos) return text.find(U'>', at) + 1;
                value = text.substr(at + 1, length);
                at += length + 2;
            } else {
                while (at < text.size() && !is_space(text[at]) && text[at] != U'>')
                    value.push_back(text[at++]);
            }
        }
        if (key.empty() && at < text.size() && text[at] == U'=') ++at;
        if (tag.attributes.size() < 64)
            tag.attributes.emplace_back(std::move(key), std::move(value));
    }
    return at < text.size() ? at + 1 : text.size();
}

std::optional<Entity> numeric_entity(std::u32string_view text, std::size_t at) {
    std::size_t place = at + 2;
    const bool hexadecimal = place < text.size() && lower(text[place]) == U'x';
    place += hexadecimal ? 1 : 0;
    std::uint32_t number = 0;
    std::size_t digits = 0;
    for (; place < text.size() && digits < 8; ++place, ++digits) {
        const char32_t c = lower(text[place]);
        if (text::is_digit(c)) {
            number = number * (hexadecimal ? 16U : 10U) + static_cast<std::uint32_t>(c - U'0');
        } else if (hexadecimal && c >= U'a' && c <= U'f') {
            number = number * 16U + static_cast<std::uint32_t>(c - U'a' + 10);
        } else {
            break;
        }
    }
    if (digits == 0) return std::nullopt;
    if (place < text.size() && text[place] == U';') ++place;
    const bool valid = number > 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
    return Entity{valid ? static_cast<char32_t>(number) : text::lost_character, place};
}

}  // namespace

std::u32string_view Tag::attribute(std::u32string_view key) const {
    for (const auto& [own, value] : attributes) {
        if (own == key) return value;
    }
    return {};
}

std::optional<Tag> tag_at(std::u32string_view text, std::size_t at) {
    Tag tag;
    std::size_t place = at + 1;
    if (text.substr(at).starts_with(U"<!--")) {
        const std::size_t end = text.find(U"-->", at + 4);
        tag.name = U"!";
        tag.end = end == std::u32string_view::npos ? text.size() : end + 3;
        return tag;
    }
    if (place < text.size() && (text[place] == U'!' || text[place] == U'?')) {
        const std::size_t end = text.find(U'>', place);
        tag.name = U"!";
        tag.end = end == std::u32string_view::npos ? text.size() : end + 1;
        return tag;
    }
    if (place < text.size() && text[place] == U'/') {
        tag.closing = true;
        ++place;
    }
    while (place < text.size() && tag.name.size() < 40) {
        const char32_t c = lower(text[place]);
        const bool letter = c >= U'a' && c <= U'z';
        if (!letter && (tag.name.empty() || !(text::is_digit(c) || c == U'-' || c == U':'))) break;
        tag.name.push_back(c);
        ++place;
    }
    if (tag.name.empty()) return std::nullopt;
    tag.end = read_attributes(text, place, tag);
    if (tag.end == 0) tag.end = text.size();
    return tag;
}

std::optional<Entity> entity_at(std::u32string_view text, std::size_t at) {
    if (at + 2 >= text.size()) return std::nullopt;
    if (text[at + 1] == U'#') return numeric_entity(text, at);
    for (const Named& named : names) {
        if (!text.substr(at + 1).starts_with(named.name)) continue;
        std::size_t end = at + 1 + named.name.size();
        if (end < text.size() && text::is_latin(text[end])) continue;
        if (end < text.size() && text[end] == U';') ++end;
        return Entity{named.character, end};
    }
    return std::nullopt;
}

}  // namespace anmin::document
