#include <algorithm>
#include <array>

#include "document/steps.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

// Code page 1252 where it differs from ISO 8859-1 (0x80..0x9F); 0: no character.
constexpr std::array<char16_t, 32> windows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

int western_byte(char32_t c) {
    if (c < 0x100) return static_cast<int>(c);
    const auto at = std::find(windows.begin(), windows.end(), static_cast<char16_t>(c));
    return c > 0xFFFF || at == windows.end() ? -1 : static_cast<int>(0x80 + (at - windows.begin()));
}

// Common characters per character: of the first level of GB 2312, or Chinese marks.
double commonness(View text, const Lexicon& lexicon) {
    double common = 0;
    double wide = 0;
    for (const char32_t c : text) {
        if (c < 0x80) continue;
        wide += 1;
        const auto bytes = lexicon.gbk.bytes(c);
        const unsigned lead = bytes ? *bytes >> 8U : 0U;
        const bool level_one = lead >= 0xB0 && lead <= 0xD7 && (*bytes & 0xFFU) >= 0xA1;
        common += level_one || text::is_chinese_mark(c);
    }
    return wide == 0 ? 0 : common / wide;
}

struct Rereading {
    std::u32string characters;
    std::vector<std::size_t>
        ends;  // for each character, behind the last one of the run it came from
};

// Characters that only wrongly read text is full of: UTF-8 read as GBK.
bool smells_of_gbk(View text) {
    static constexpr View typical = U"锛銆鐨勬槸鍦ㄤ簡鏄涓浼鍏琛ㄥ強缁鏀垮眬瀹";
    std::size_t found = 0;
    const View sample = text.substr(0, 20000);
    for (const char32_t c : sample) found += typical.find(c) != View::npos;
    return found >= 4 && found * 12 >= static_cast<std::size_t>(std::count_if(
                                           sample.begin(), sample.end(), text::is_han));
}

bool smells_of_western(View text) {
    std::size_t found = 0;
    std::size_t han = 0;
    for (const char32_t c : text.substr(0, 20000)) {
        found += c >= 0xC0 && c <= 0xFF;
        han += text::is_han(c);
    }
    return found >= 4 && found > han / 8;
}

// Decodes bytes that carry, for each, the place they came from. Incomplete sequences give U+FFFD.
Rereading decode_bytes_with_places(const std::string& bytes, const std::vector<std::size_t>& places,
                                   bool gbk, const Lexicon& lexicon) {
    Rereading out;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        std::size_t length = 1;
        char32_t c = lead;
        if (lead >= 0x80 && gbk) {
            length = at + 1 < bytes.size() ? 2 : 1;
            const auto trail = length == 2 ? static_cast<unsigned char>(bytes[at + 1])
                                           : static_cast<unsigned char>(0);
            c = lexicon.gbk.character(lead, trail).value_or(text::lost_character);
        } else if (lead >= 0x80) {
            const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
            length = 1;
            while (length < wanted && at + length < bytes.size() &&
                   (static_cast<unsigned char>(bytes[at + length]) & 0xC0U) == 0x80U) {
                ++length;
            }
            const std::u32string one = text::decode(std::string_view(bytes).substr(at, length));
            c = one.size() == 1 ? one[0] : text::lost_character;
        }
        const bool again =
            c == text::lost_character && !out.characters.empty() && out.characters.back() == c;
        if (again) {
            out.ends.back() = places[at + length - 1];
        } else {
            out.characters.push_back(c);
            out.ends.push_back(places[at + length - 1]);
        }
        at += length;
    }
    return out;
}

class Undoer {
public:
    Undoer(text::Traced& whole, Draft& notes, const Lexicon& lexicon)
        : whole_(whole), notes_(notes), lexicon_(lexicon) {}

    // `western`: bytes by code page 1252; else by GBK. `to_gbk`: they are GBK, not UTF-8.
    void run(bool western, bool to_gbk) {
        text::Traced out;
        const View view = whole_.view();
        for (std::size_t at = 0; at < view.size();) {
            const std::size_t end = run_end(view, at, western);
            if (end == at) {
                out.append(whole_, at, at + 1);
                ++at;
                continue;
            }
            if (!reread(at, end, western, to_gbk, out)) out.append(whole_, at, end);
            at = end;
        }
        whole_ = std::move(out);
        notes_.note("double_decoding_undone", "还原误读的编码", changed_);
        if (lost_ > 0)
            notes_.warn("lost_character",
                        "误读的编码中有 " + std::to_string(lost_) + " 处无法恢复");
    }

private:
    bool in_run(char32_t c, bool western) const {
        if (c < 0x80) return c == U'?';
        return western ? western_byte(c) >= 0x80
                       : lexicon_.gbk.bytes(c).has_value() || c == text::lost_character ||
                             (c >= 0xE000 && c < 0xF900);
    }
    std::size_t run_end(View view, std::size_t at, bool western) const {
        if (view[at] < 0x80) return at;
        std::size_t end = at;
        while (end < view.size() && in_run(view[end], western)) ++end;
        return end;
    }

    bool reread(std::size_t from, std::size_t to, bool western, bool to_gbk, text::Traced& out) {
        std::string bytes;
        std::vector<std::size_t> places;
        for (std::size_t at = from; at < to; ++at) {
            const char32_t c = whole_[at];
            const auto pair = western ? std::nullopt : lexicon_.gbk.bytes_read(c);
            if (pair) {
                bytes.push_back(static_cast<char>(*pair >> 8U));
                places.push_back(at + 1);
            }
            // 0xFF begins nothing in either encoding: what was lost before is lost here too.
            const int lost = c < 0x80 ? static_cast<int>(c) : 0xFF;
            const int single =
                western ? western_byte(c)
                        : static_cast<int>(pair ? *pair & 0xFFU : static_cast<unsigned>(lost));
            bytes.push_back(static_cast<char>(single < 0 ? 0xFF : single));
            places.push_back(at + 1);
        }
        const Rereading now = decode_bytes_with_places(bytes, places, to_gbk, lexicon_);
        const View before = whole_.view().substr(from, to - from);
        const double was = commonness(before, lexicon_);
        const double is = commonness(now.characters, lexicon_);
        // A run that already lost a byte was wrongly read, however little of it comes back.
        const bool broken = was < 0.5 && is >= was && to - from < 12 &&
                            before.find(text::lost_character) != View::npos;
        if (is < was + 0.25 && !broken) return false;
        std::size_t start = from;
        for (std::size_t at = 0; at < now.characters.size(); ++at) {
            out.append_instead(View(&now.characters[at], 1), whole_,
                               std::min(start, now.ends[at] - 1), now.ends[at]);
            start = now.ends[at];
            lost_ += now.characters[at] == text::lost_character;
        }
        changed_ += static_cast<std::int64_t>(now.characters.size());
        return true;
    }

    text::Traced& whole_;
    Draft& notes_;
    const Lexicon& lexicon_;
    std::int64_t changed_ = 0;
    std::int64_t lost_ = 0;
};

}  // namespace

void undo_double_decoding(text::Traced& whole, Draft& notes, const Lexicon& lexicon) {
    if (smells_of_western(whole.view())) {
        Undoer(whole, notes, lexicon).run(true, false);
        if (smells_of_western(whole.view())) Undoer(whole, notes, lexicon).run(true, true);
    }
    if (smells_of_gbk(whole.view())) Undoer(whole, notes, lexicon).run(false, false);
}

}  // namespace anmin::document
