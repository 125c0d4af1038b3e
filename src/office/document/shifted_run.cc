#include "document/shifted_run.h"

#include <array>
#include <vector>

#include "document/script.h"
#include "text/han.h"

namespace anmin::document {
namespace {

// A character that plain writing uses: its simplified form is of the first level of GB 2312.
bool is_common(char32_t character, const Lexicon& lexicon) {
    if (text::is_chinese_mark(character)) return true;
    const auto bytes = lexicon.gbk.bytes(simplified(character, lexicon.script));
    if (!bytes) return false;
    const unsigned lead = *bytes >> 8U;
    return lead >= 0xB0 && lead <= 0xD7 && (*bytes & 0xFFU) >= 0xA1;
}

// The bytes of a run up to the swallowed ASCII character, or up to `?`, where the end is lost.
struct Bytes {
    std::vector<std::uint8_t> bytes;
    std::size_t end = 0;
    bool cut = false;  // ended by `?`: the last lead byte has lost its partner
};

std::optional<Bytes> bytes_of_run(std::u32string_view text, std::size_t at,
                                  const Lexicon& lexicon) {
    Bytes out;
    constexpr std::size_t longest = 400;
    for (; at < text.size() && out.bytes.size() < longest; ++at) {
        const char32_t c = text[at];
        if (c == U'?') {
            out.cut = true;
            out.end = at;
            return out;
        }
        if (c < 0x80) {
            if (c < 0x40 || c == 0x7F) return std::nullopt;
            out.bytes.push_back(static_cast<std::uint8_t>(c));
            out.end = at + 1;
            return out;
        }
        const auto pair = lexicon.gbk.bytes(c);
        if (!pair) return std::nullopt;
        out.bytes.push_back(static_cast<std::uint8_t>(*pair >> 8U));
        out.bytes.push_back(static_cast<std::uint8_t>(*pair & 0xFFU));
    }
    return std::nullopt;
}

std::optional<ShiftedRun> decode_run(const Bytes& run, std::uint8_t lead, const Lexicon& lexicon,
                                     std::size_t unchecked) {
    std::vector<std::uint8_t> all = {lead};
    all.insert(all.end(), run.bytes.begin(), run.bytes.end());
    ShiftedRun out;
    std::size_t common = 0;
    for (std::size_t pair = 0; pair + 1 < all.size(); pair += 2) {
        const auto character = lexicon.gbk.character(all[pair], all[pair + 1]);
        if (!character) return std::nullopt;
        out.characters.push_back(*character);
        common += pair / 2 < unchecked || is_common(*character, lexicon);
    }
    out.end = run.end;
    if (out.characters.empty() || common * 10 < out.characters.size() * 7) return std::nullopt;
    return out;
}

// The mark as it was before its width was folded.
char32_t widened(char32_t c) {
    static constexpr std::u32string_view marks = U"!,?;:(";
    return marks.find(c) != std::u32string_view::npos ? text::to_full_width(c) : c;
}

// The first byte of the run is the second half of an unknown character: which?
std::optional<char32_t> first_character(std::uint8_t trail, char32_t before, char32_t after,
                                        const Lexicon& lexicon) {
    const char32_t left = simplified(before, lexicon.script);
    for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
        const auto candidate = lexicon.gbk.character(static_cast<std::uint8_t>(lead), trail);
        if (!candidate) continue;
        const std::array<char32_t, 2> pair = {left, simplified(*candidate, lexicon.script)};
        if (lexicon.broken_pairs.has(std::u32string_view(pair.data(), 2))) return candidate;
    }
    if ((after == U'《' || after == U'“') && trail == 0xA3) return U'。';
    return std::nullopt;
}

}  // namespace

std::optional<ShiftedRun> shifted_run(std::u32string_view text, std::size_t at, std::uint8_t lead,
                                      const Lexicon& lexicon) {
    const auto run = bytes_of_run(text, at, lexicon);
    if (!run || run->cut) return std::nullopt;
    return decode_run(*run, lead, lexicon, 0);
}

std::optional<ShiftedRun> shifted_at_mark(std::u32string_view text, std::size_t at,
                                          std::u32string_view before, const Lexicon& lexicon) {
    if (at + 3 >= text.size() || before.empty()) return std::nullopt;
    std::u32string widened_run(text.substr(at + 1, 404));
    widened_run[0] = widened(widened_run[0]);
    if (!text::is_chinese_mark(widened_run[0]) && widened_run[0] != U'　') return std::nullopt;
    auto run = bytes_of_run(widened_run, 0, lexicon);
    if (!run || run->bytes.size() < 4) return std::nullopt;
    // All but the first character stand whatever the lead byte is; any will do to look at the
    // second.
    const auto second = lexicon.gbk.character(run->bytes[1], run->bytes[2]);
    if (!second) return std::nullopt;
    const auto first = first_character(run->bytes[0], before.back(), *second, lexicon);
    const auto first_bytes = lexicon.gbk.bytes(first.value_or(U'。'));
    if (!first_bytes) return std::nullopt;
    auto out = decode_run(*run, static_cast<std::uint8_t>(*first_bytes >> 8U), lexicon, 1);
    if (!out) return std::nullopt;
    if (!first) out->characters[0] = U'\uFFFD';
    out->loses_end = !first;
    out->end += at + 1;
    return out;
}

}  // namespace anmin::document
