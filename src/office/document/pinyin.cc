#include "document/pinyin.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "document/shifted_run.h"
#include "text/han.h"

namespace anmin::document {
namespace {

using text::Traced;

bool is_reading_letter(char32_t c) {
    static constexpr std::u32string_view toned = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüɡɑńňǹ";
    return text::is_latin(c) || toned.find(c) != std::u32string_view::npos;
}

char32_t fold_letter(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c == U'ɡ') return U'g';
    return c == U'ɑ' ? U'a' : c;
}

std::u32string toneless(std::u32string_view syllable) {
    static constexpr std::u32string_view toned = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü";
    static constexpr std::u32string_view plain = U"aaaaeeeeiiiioooouuuuvvvvv";
    std::u32string out;
    for (const char32_t c : syllable) {
        const std::size_t at = toned.find(c);
        out.push_back(at == std::u32string_view::npos ? c : plain[at]);
    }
    return out;
}

bool opens(char32_t c) { return c == U'(' || c == U'（'; }
bool closes(char32_t c) { return c == U')' || c == U'）'; }

// A syllable and its closing bracket, blanks allowed around the syllable.
struct Syllable {
    std::u32string letters;
    std::size_t end = 0;  // behind the closing bracket
};

std::optional<Syllable> syllable_at(std::u32string_view text, std::size_t at,
                                    const ReadingTable& table) {
    while (at < text.size() && text::is_blank(text[at])) ++at;
    Syllable out;
    while (at < text.size() && is_reading_letter(text[at]) && out.letters.size() < 7) {
        out.letters.push_back(fold_letter(text[at++]));
    }
    while (at < text.size() && text::is_blank(text[at])) ++at;
    if (out.letters.empty() || at >= text.size() || !closes(text[at])) return std::nullopt;
    if (!table.syllables.has(out.letters)) return std::nullopt;
    out.end = at + 1;
    return out;
}

bool is_toned(std::u32string_view letters) {
    return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c >= 0x80; });
}

bool fits(char32_t character, std::u32string_view letters, const ReadingTable& table) {
    const auto readings = table.readings.find(character);
    if (readings == table.readings.end()) return false;
    const std::u32string plain = toneless(letters);
    return std::any_of(
        readings->second.begin(), readings->second.end(),
        [&plain](const std::u32string& reading) { return toneless(reading) == plain; });
}

class Cleaner {
public:
    Cleaner(const Traced& line, const Lexicon& lexicon) : in_(line), lexicon_(lexicon) {}

    Traced run() {
        for (at_ = 0; at_ < in_.size();) {
            if (skip_reading() || repair_straddled() || repair_shifted() || mark_lost()) continue;
            out_.append(in_, at_, at_ + 1);
            ++at_;
        }
        return std::move(out_);
    }
    std::int64_t removed = 0;
    std::int64_t repaired = 0;
    std::int64_t lost = 0;

private:
    bool skip_reading() {
        if (!opens(in_[at_]) || out_.empty() || !text::is_han(out_[out_.size() - 1])) return false;
        const auto syllable = syllable_at(in_.view(), at_ + 1, lexicon_.readings);
        if (!syllable) return false;
        const char32_t before = out_[out_.size() - 1];
        if (!fits(before, syllable->letters, lexicon_.readings) && !is_toned(syllable->letters))
            return false;
        at_ = syllable->end;
        ++removed;
        return true;
    }

    // `?syl)`: the second half of a character was cut off by a reading meant for the pair of bytes
    // across the border. The byte before it and the reading tell the lost byte.
    bool repair_straddled() {
        if (in_[at_] != U'?' || out_.empty()) return false;
        const auto syllable = syllable_at(in_.view(), at_ + 1, lexicon_.readings);
        if (!syllable) return false;
        const auto before = lexicon_.gbk.bytes(out_[out_.size() - 1]);
        if (!before) return false;
        const auto trail_before = static_cast<std::uint8_t>(*before & 0xFFU);
        for (unsigned byte = 0x81; byte <= 0xFE; ++byte) {
            const auto across =
                lexicon_.gbk.character(trail_before, static_cast<std::uint8_t>(byte));
            if (!across || !fits(*across, syllable->letters, lexicon_.readings)) continue;
            if (take_broken(static_cast<std::uint8_t>(byte), syllable->end)) return true;
        }
        return false;
    }

    // The character that begins with `lead`: its second byte follows at `next`, hidden in another
    // `?syl)` or as the first byte of a shifted run.
    bool take_broken(std::uint8_t lead, std::size_t next) {
        if (next < in_.size() && in_[next] == U'?') {
            const auto own = syllable_at(in_.view(), next + 1, lexicon_.readings);
            if (!own) return false;
            for (unsigned byte = 0x40; byte <= 0xFE; ++byte) {
                const auto whole = lexicon_.gbk.character(lead, static_cast<std::uint8_t>(byte));
                if (!whole || !fits(*whole, own->letters, lexicon_.readings)) continue;
                take(std::u32string(1, *whole), own->end);
                return true;
            }
            return false;
        }
        const auto run = shifted_run(in_.view(), next, lead, lexicon_);
        if (!run) return false;
        take(run->characters, run->end);
        return true;
    }

    bool repair_shifted() {
        if (in_[at_] != U'?') return false;
        const auto run = shifted_at_mark(in_.view(), at_, out_.view(), lexicon_);
        if (!run) return false;
        if (run->loses_end) ++lost;
        take(run->characters, run->end);
        return true;
    }

    // `???`: at least two in a row are bytes lost for good, one mark for all. What is left of a
    // reading or a tag whose beginning was swallowed goes with them.
    bool mark_lost() {
        std::size_t end = at_;
        while (end < in_.size() && in_[end] == U'?') ++end;
        if (end - at_ < 2) return false;
        std::size_t rest = end;
        if (const auto syllable = syllable_at(in_.view(), end, lexicon_.readings))
            rest = syllable->end;
        out_.append_instead(U"\uFFFD", in_, at_, rest);
        at_ = rest;
        ++lost;
        return true;
    }

    void take(std::u32string_view characters, std::size_t end) {
        out_.append_instead(characters, in_, at_, end);
        at_ = end;
        ++repaired;
    }

    const Traced& in_;
    const Lexicon& lexicon_;
    Traced out_;
    std::size_t at_ = 0;
};

// The names in 《》 of a text: [start, end) inside the marks.
std::vector<Span> quoted_names(std::u32string_view text) {
    std::vector<Span> out;
    for (std::size_t at = text.find(U'《'); at != std::u32string_view::npos;
         at = text.find(U'《', at + 1)) {
        const std::size_t end = text.find(U'》', at);
        if (end == std::u32string_view::npos) break;
        if (end - at > 3 && end - at < 60) {
            out.push_back({static_cast<std::int64_t>(at + 1), static_cast<std::int64_t>(end)});
        }
    }
    return out;
}

// What stands for the lost mark when `whole` is the same name unharmed; empty otherwise.
std::u32string_view filling(std::u32string_view broken, std::u32string_view whole) {
    const std::size_t mark = broken.find(U'\uFFFD');
    const std::u32string_view head = broken.substr(0, mark);
    const std::u32string_view tail = broken.substr(mark + 1);
    const std::size_t known = head.size() + tail.size();
    if (tail.find(U'\uFFFD') != std::u32string_view::npos || known < 6 || whole.size() <= known)
        return {};
    if (whole.size() - known > 4 || whole.find(U'\uFFFD') != std::u32string_view::npos) return {};
    if (!whole.starts_with(head) || !whole.ends_with(tail)) return {};
    return whole.substr(head.size(), whole.size() - known);
}

// A name with a lost part is completed when the same document has it whole elsewhere; nothing else
// is.
std::int64_t fill_names(Draft& draft) {
    std::vector<std::u32string> whole;
    for (const Line& line : draft.lines) {
        for (const Span& span : quoted_names(line.text.view())) {
            whole.emplace_back(
                line.text.view().substr(static_cast<std::size_t>(span.start),
                                        static_cast<std::size_t>(span.end - span.start)));
        }
    }
    std::int64_t filled = 0;
    for (Line& line : draft.lines) {
        if (line.text.view().find(U'\uFFFD') == std::u32string_view::npos) continue;
        for (const Span& span : quoted_names(line.text.view())) {
            const auto from = static_cast<std::size_t>(span.start);
            const std::u32string broken(
                line.text.view().substr(from, static_cast<std::size_t>(span.end) - from));
            const std::size_t mark = broken.find(U'\uFFFD');
            if (mark == std::u32string::npos) continue;
            for (const std::u32string& name : whole) {
                const std::u32string_view found = filling(broken, name);
                if (found.empty()) continue;
                Traced next = line.text.part(0, from + mark);
                next.append_instead(found, line.text, from + mark, from + mark + 1);
                next.append(line.text, from + mark + 1, line.text.size());
                line.text = std::move(next);
                ++filled;
                break;
            }
            break;  // the other spans of this line have moved; one name a line is repaired
        }
    }
    return filled;
}

}  // namespace

std::int64_t count_readings(std::u32string_view text, const Lexicon& lexicon) {
    std::int64_t found = 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!opens(text[at]) || !text::is_han(text[at - 1])) continue;
        const auto syllable = syllable_at(text, at + 1, lexicon.readings);
        found += syllable && fits(text[at - 1], syllable->letters, lexicon.readings);
    }
    return found;
}

void remove_readings(Draft& draft, const Lexicon& lexicon) {
    std::int64_t removed = 0;
    std::int64_t repaired = 0;
    for (Line& line : draft.lines) {
        Cleaner cleaner(line.text, lexicon);
        line.text = cleaner.run();
        removed += cleaner.removed;
        repaired += cleaner.repaired;
    }
    draft.note("pinyin_removed", "去除插入的拼音", removed);
    draft.note("bytes_realigned", "还原错位的字节", repaired);
    draft.note("filled_from_document", "按同一文件中相同的名称补回缺字", fill_names(draft));
}

}  // namespace anmin::document
