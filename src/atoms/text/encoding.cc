#include "text/encoding.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <unicode/ucnv.h>

#include "text/han.h"
#include "text/utf8.h"

namespace anmin::text {
namespace {

// The most frequent characters of written Chinese, simplified and traditional, and the marks
// between them: rightly decoded text is full of them, wrongly decoded text has hardly any.
constexpr std::u32string_view frequent =
    U"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    U"子说产种面而方后多定行"
    U"学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性"
    U"好应开它合还因由其些然"
    U"前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变"
    U"条只没结解问意建月公无"
    U"系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流"
    U"路级少图山统接知较将组"
    U"這為個國時來們於會發動產種過經進電裡化現實體機當點業應開還與關線內數問見變條結無系軍總設員長"
    U"資邊統較將組務區級縣"
    U"市省镇乡村街局厅科处室组，。、：；“”《》（）";

struct Names {
    const char* ours;
    const char* converter;
};
constexpr std::array<Names, 6> converters = {{{"GB18030", "gb18030"},
                                              {"Big5", "Big5"},
                                              {"UTF-16LE", "UTF-16LE"},
                                              {"UTF-16BE", "UTF-16BE"},
                                              {"UTF-32LE", "UTF-32LE"},
                                              {"UTF-32BE", "UTF-32BE"}}};

std::u32string from_utf16(const UChar* units, std::size_t size) {
    std::u32string out;
    out.reserve(size);
    for (std::size_t at = 0; at < size; ++at) {
        const char32_t unit = units[at];
        if (unit < 0xD800 || unit > 0xDFFF) {
            out.push_back(unit);
            continue;
        }
        const char32_t next = at + 1 < size ? units[at + 1] : 0U;
        if (unit < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF) {
            out.push_back(0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
            ++at;
        } else {
            out.push_back(lost_character);
        }
    }
    return out;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

std::optional<std::u32string> convert(std::string_view bytes, const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(name, &status), &ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    std::u32string out;
    std::vector<UChar> room(65536);
    const char* source = bytes.data();
    const char* const limit = source + bytes.size();
    for (;;) {
        UChar* target = room.data();
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &target, room.data() + room.size() - 2, &source, limit,
                       nullptr, true, &status);
        // A chunk may end between the halves of a pair: the missing half is the first of the next
        // chunk.
        auto got = static_cast<std::size_t>(target - room.data());
        out += from_utf16(room.data(), got);
        if (status != U_BUFFER_OVERFLOW_ERROR) break;
    }
    return out;
}

std::int64_t lost_in(std::u32string_view characters) {
    return std::count(characters.begin(), characters.end(), lost_character);
}

std::string upper(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c == '_' || c == ' ') continue;
        out.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    }
    return out;
}

// 0 to 1: how much a text looks like Chinese written by people.
double likeness(std::u32string_view characters) {
    const std::size_t sample = std::min<std::size_t>(characters.size(), 20000);
    double wide = 0;
    double good = 0;
    for (const char32_t c : characters.substr(0, sample)) {
        if (c < 0x80) {
            if (c < 0x20 && c != U'\n' && c != U'\r' && c != U'\t') {
                wide += 1;
                good -= 2;
            }
            continue;
        }
        wide += 1;
        if (frequent.find(c) != std::u32string_view::npos) good += 1;
        if (c == lost_character) good -= 2;
        if (c >= 0xE000 && c <= 0xF8FF) good -= 1;  // private use: no reader meant that
        if (!is_han(c) && !is_chinese_mark(c) && c > 0x3100 && c < 0xFF00) good -= 0.3;
    }
    return wide == 0 ? 0 : good / wide;
}

bool looks_binary(std::string_view bytes) {
    const std::size_t sample = std::min<std::size_t>(bytes.size(), 65536);
    std::size_t control = 0;
    for (const char raw : bytes.substr(0, sample)) {
        const auto c = static_cast<unsigned char>(raw);
        control += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != 0x0C && c != 0x1B;
    }
    return control * 50 > sample;
}

// UTF-16 without a mark: as LE and as BE, whichever reads as Chinese (or as wide ASCII).
std::optional<Decoded> sniff_utf16(std::string_view bytes) {
    if (bytes.size() < 4 || bytes.size() % 2 != 0) return std::nullopt;
    const std::string_view sample =
        bytes.substr(0, std::min<std::size_t>(bytes.size(), 8192) & ~1ULL);
    std::optional<Decoded> best;
    double best_score = 0.25;
    for (const char* name : {"UTF-16LE", "UTF-16BE"}) {
        const auto trial = decode_as(sample, name);
        if (!trial || trial->lost * 50 > static_cast<std::int64_t>(trial->characters.size()))
            continue;
        const std::u32string& seen = trial->characters;
        const auto narrow = std::count_if(seen.begin(), seen.end(), [](char32_t c) {
            return c == U'\n' || c == U'\r' || (c >= 0x20 && c < 0x7F);
        });
        const bool ascii_only = static_cast<std::size_t>(narrow) == seen.size();
        const double score = ascii_only ? 1.0 : likeness(seen);
        if (score <= best_score) continue;
        best_score = score;
        best = decode_as(bytes, name);
    }
    return best;
}

std::optional<Decoded> by_mark(std::string_view bytes) {
    const auto starts = [bytes](std::string_view mark) { return bytes.starts_with(mark); };
    if (starts("\xEF\xBB\xBF")) {
        Decoded out{decode(bytes.substr(3)), "UTF-8", 0};
        out.lost = lost_in(out.characters);
        return out;
    }
    if (starts(std::string_view("\xFF\xFE\0\0", 4))) return decode_as(bytes.substr(4), "UTF-32LE");
    if (starts(std::string_view("\0\0\xFE\xFF", 4))) return decode_as(bytes.substr(4), "UTF-32BE");
    if (starts("\xFF\xFE")) return decode_as(bytes.substr(2), "UTF-16LE");
    if (starts("\xFE\xFF")) return decode_as(bytes.substr(2), "UTF-16BE");
    if (starts("\x84\x31\x95\x33")) return decode_as(bytes.substr(4), "GB18030");
    return std::nullopt;
}

// A sample that ends on a line end, so that no character is cut in two.
std::string_view sample_of(std::string_view bytes) {
    constexpr std::size_t enough = 16384;
    if (bytes.size() <= enough) return bytes;
    const std::size_t end = bytes.rfind('\n', enough);
    return bytes.substr(0, end == std::string_view::npos || end < 512 ? enough : end);
}

std::optional<Decoded> by_likeness(std::string_view bytes, std::string_view declared) {
    const std::string_view sample = sample_of(bytes);
    double best = -10;
    std::string_view chosen;
    for (const char* name : {"UTF-8", "GB18030", "Big5"}) {
        const auto trial = decode_as(sample, name);
        if (!trial) continue;
        double score = likeness(trial->characters);
        // A claim tips the scale between readings that are both possible.
        if (declared == name) score += 0.15;
        if (score > best) {
            best = score;
            chosen = name;
        }
    }
    if (best < -0.4) return std::nullopt;
    return decode_as(bytes, chosen);
}

std::string known_name(std::string_view declared) {
    const std::string name = upper(declared);
    if (name == "GB2312" || name == "GBK" || name == "GB18030" || name == "CP936") return "GB18030";
    if (name == "BIG5" || name == "BIG5-HKSCS" || name == "CP950") return "Big5";
    if (name == "UTF8" || name == "UTF-8") return "UTF-8";
    return {};
}

}  // namespace

std::optional<Decoded> decode_as(std::string_view bytes, std::string_view encoding) {
    if (encoding == "UTF-8") {
        Decoded out{decode(bytes), "UTF-8", 0};
        out.lost = lost_in(out.characters);
        return out;
    }
    for (const Names& names : converters) {
        if (encoding != names.ours) continue;
        auto characters = convert(bytes, names.converter);
        if (!characters) return std::nullopt;
        Decoded out{std::move(*characters), names.ours, 0};
        out.lost = lost_in(out.characters);
        return out;
    }
    return std::nullopt;
}

std::optional<Decoded> decode_bytes(std::string_view bytes, std::string_view declared) {
    if (auto marked = by_mark(bytes)) return marked;
    const bool has_zero = bytes.substr(0, 65536).find('\0') != std::string_view::npos;
    if (has_zero || !is_utf8(bytes)) {
        if (auto wide = sniff_utf16(bytes)) return wide;
    }
    if (has_zero || looks_binary(bytes)) return std::nullopt;
    if (is_utf8(bytes)) return Decoded{decode(bytes), "UTF-8", 0};
    return by_likeness(bytes, known_name(declared));
}

GbkTable::GbkTable() : by_bytes_(0x10000, 0), by_character_(0x10000, 0), by_private_(0x1900, 0) {
    std::string all;
    std::vector<std::uint16_t> pairs;
    for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
        for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
            if (trail == 0x7F) continue;
            all.push_back(static_cast<char>(lead));
            all.push_back(static_cast<char>(trail));
            pairs.push_back(static_cast<std::uint16_t>(lead * 256 + trail));
        }
    }
    const auto characters = convert(all, "GBK");
    if (!characters || characters->size() != pairs.size()) return;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        const char32_t c = (*characters)[at];
        if (c == lost_character || c > 0xFFFF || (c >= 0xE000 && c <= 0xF8FF)) continue;
        by_bytes_[pairs[at]] = static_cast<char16_t>(c);
        if (by_character_[c] == 0) by_character_[c] = pairs[at];
    }
    const auto read = convert(all, "GB18030");
    if (!read || read->size() != pairs.size()) return;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        const char32_t c = (*read)[at];
        if (c >= 0xE000 && c <= 0xF8FF) by_private_[c - 0xE000] = pairs[at];
    }
}

std::optional<std::uint16_t> GbkTable::bytes_read(char32_t character) const {
    if (character < 0xE000 || character > 0xF8FF) return bytes(character);
    const std::uint16_t pair = by_private_[character - 0xE000];
    return pair == 0 ? std::nullopt : std::optional(pair);
}

std::optional<char32_t> GbkTable::character(std::uint8_t lead, std::uint8_t trail) const {
    const char16_t c = by_bytes_[static_cast<std::size_t>(lead) * 256 + trail];
    return c == 0 ? std::nullopt : std::optional<char32_t>(c);
}

std::optional<std::uint16_t> GbkTable::bytes(char32_t character) const {
    if (character > 0xFFFF || by_character_[character] == 0) return std::nullopt;
    return by_character_[character];
}

}  // namespace anmin::text
