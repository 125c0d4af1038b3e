// Bytes of unknown encoding to characters: UTF-8, UTF-16 and UTF-32 with or without mark, GB18030
// (which holds GBK and GB2312), Big5. Short texts are decided too: by strictness and by how common
// the characters are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anmin::text {

struct Decoded {
    std::u32string characters;  // without a leading byte order mark
    std::string encoding;       // UTF-8, UTF-16LE, UTF-16BE, UTF-32LE, UTF-32BE, GB18030, Big5
    std::int64_t lost = 0;      // ill-formed places, each one U+FFFD
};

// Nothing when the bytes are not text. `declared` is what the content itself claims (charset of a
// page or mail part), or empty; it is believed only when the bytes fit it.
std::optional<Decoded> decode_bytes(std::string_view bytes, std::string_view declared = {});

// By one encoding of the list above, ill-formed places as U+FFFD. Nothing for a name not listed.
std::optional<Decoded> decode_as(std::string_view bytes, std::string_view encoding);

// GBK as a table of two-byte characters, for repairing text that was cut between the bytes of one.
class GbkTable {
public:
    GbkTable();
    // Nothing when the pair names no character (or one of private use).
    std::optional<char32_t> character(std::uint8_t lead, std::uint8_t trail) const;
    // Lead and trail byte (lead * 256 + trail); nothing when GBK has no such character.
    std::optional<std::uint16_t> bytes(char32_t character) const;
    // The same, and for the characters of private use that a GB18030 reader puts for pairs without
    // a character.
    std::optional<std::uint16_t> bytes_read(char32_t character) const;

private:
    std::vector<char16_t> by_bytes_;  // 0: none
    std::vector<std::uint16_t> by_character_;
    std::vector<std::uint16_t> by_private_;  // U+E000 to U+F8FF
};

}  // namespace anmin::text
