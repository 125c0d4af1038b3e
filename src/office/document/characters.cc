#include <algorithm>
#include <unicode/unorm2.h>

#include "document/steps.h"
#include "text/han.h"
#include "text/matcher.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using text::is_blank;
using text::is_chinese_mark;
using text::is_digit;
using text::is_han;
using text::is_latin;
using text::Traced;
using View = std::u32string_view;

bool is_invisible(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD ||
           (c < 0x20 && c != U'\t') || (c >= 0x7F && c < 0xA0) || (c >= 0xE000 && c <= 0xF8FF) ||
           (c >= 0x202A && c <= 0x202E);
}

// Full-width letters, digits and signs to half; the marks ，；：？！（） stay wide.
char32_t narrowed(char32_t c) {
    if (c < 0xFF01 || c > 0xFF5E) return c;
    static constexpr View wide = U"，；：？！（）～";
    return wide.find(c) != View::npos ? c : text::to_half_width(c);
}

class Normaliser {
public:
    Normaliser(const Traced& line, LineKind kind) : in_(line), kind_(kind) {}

    Traced run() {
        out_.reserve(in_.size());
        title_like_ = kind_ == LineKind::heading ||
                      (in_.view().find_first_of(U"。，；,;") == View::npos && in_.size() < 100);
        spaced_ = is_letter_spaced();
        for (at_ = 0; at_ < in_.size(); ++at_) step();
        fix_brackets();
        return out_.trimmed();
    }
    std::int64_t narrowed_count = 0;
    std::int64_t widened_count = 0;
    std::int64_t spaces = 0;
    std::int64_t doubled = 0;
    std::int64_t letters = 0;
    std::int64_t lost = 0;

private:
    char32_t last() const { return out_.empty() ? 0 : out_[out_.size() - 1]; }
    // The next character that is not a blank.
    char32_t next() const {
        std::size_t place = at_ + 1;
        while (place < in_.size() && is_blank(in_[place])) ++place;
        return place < in_.size() ? narrowed(in_[place]) : 0;
    }
    static bool is_chinese(char32_t c) { return is_han(c) || is_chinese_mark(c); }

    // 青 溪 县 民 政 局: nearly every character stands alone.
    bool is_letter_spaced() const {
        std::size_t alone = 0;
        std::size_t characters = 0;
        for (std::size_t at = 0; at < in_.size(); ++at) {
            if (is_blank(in_[at])) continue;
            ++characters;
            alone += at + 1 < in_.size() && is_blank(in_[at + 1]) ? 1U : 0U;
        }
        return characters >= 4 && alone * 2 > characters;
    }

    void step() {
        char32_t c = in_[at_];
        if (is_invisible(c)) {
            ++spaces;
            return;
        }
        if (c == U'\t' && kind_ == LineKind::row) return keep(c);
        if (is_blank(c)) return blank();
        if (compose(c)) return;
        if (loses_figure(c)) return;
        const char32_t narrow = narrowed(c);
        narrowed_count += narrow != c;
        c = narrow;
        if ((c == U'O' || c == U'o' || c == U'l') && is_digit(last()) && at_ + 1 < in_.size() &&
            is_digit(in_[at_ + 1])) {
            c = c == U'l' ? U'1' : U'0';
            ++letters;
        }
        const char32_t wide = widened(c);
        widened_count += wide != c;
        c = wide;
        static constexpr View single = U"，。；：、";
        if (c == last() && single.find(c) != View::npos) {
            ++doubled;
            return;
        }
        keep(c);
    }

    void keep(char32_t c) {
        if (c == in_[at_]) {
            out_.append(in_, at_, at_ + 1);
        } else {
            out_.append_instead(View(&c, 1), in_, at_, at_ + 1);
        }
    }

    // 从?月1日, 1?0元: a question mark where a figure was; what is lost is one U+FFFD.
    bool loses_figure(char32_t c) {
        if (c == text::lost_character) {
            if (last() == c) {
                ++lost;
                return true;
            }
            return false;
        }
        if (c != U'?' && c != U'？') return before_lost_figure(c);
        const char32_t before = last();
        const char32_t after = at_ + 1 < in_.size() ? in_[at_ + 1] : 0;
        const bool ascii = c == U'?';
        const bool figures = is_digit(before) && (is_digit(after) || is_unit(at_ + 1));
        const bool leads = (is_han(before) || before == U'（') && !asks(before) &&
                           (is_digit(after) || is_unit(at_ + 1));
        if (!figures && !(ascii && leads)) return false;
        lose(at_ + 1);
        return true;
    }

    void lose(std::size_t end) {
        static constexpr char32_t mark = text::lost_character;
        ++lost;
        if (last() != mark) out_.append_instead(View(&mark, 1), in_, at_, end);
    }

    // 达到%, 20251月1日: a figure or a unit is missing before this character.
    bool before_lost_figure(char32_t c) {
        static constexpr View amounts = U"到达为至约";
        const bool amount = amounts.find(last()) != View::npos && last() != 0;
        if (amount && (c == U'%' || c == U'％')) lose(at_);
        const char32_t after = at_ + 1 < in_.size() ? in_[at_ + 1] : U'。';
        if (amount && c == U'元' && is_chinese_mark(after)) lose(at_);
        if (c >= U'1' && c <= U'9' && out_.size() >= 4) {
            const View year = out_.view().substr(out_.size() - 4);
            const bool century = year[0] == U'2' && year[1] == U'0' && is_digit(year[2]) &&
                                 is_digit(year[3]) &&
                                 (out_.size() == 4 || !is_digit(out_[out_.size() - 5]));
            const bool two = c == U'1' && after >= U'0' && after <= U'2';
            const std::size_t month = at_ + (two ? 2 : 1);
            if (century && month < in_.size() && in_[month] == U'月') lose(at_);
        }
        return false;
    }

    static bool asks(char32_t c) {
        static constexpr View words = U"吗呢么何办谁哪吧否啊呀样";
        return words.find(c) != View::npos;
    }

    // A unit behind a lost figure; 个人 and 所有 begin a sentence of their own.
    bool is_unit(std::size_t at) const {
        static constexpr View units = U"月日年元户人名个家所条次张件项%％时万亿处座套台床岁";
        if (at >= in_.size() || units.find(in_[at]) == View::npos) return false;
        static const text::Matcher words(std::vector<std::u32string>{
            U"个别", U"个人", U"个性", U"人民", U"人们", U"人员", U"人才", U"人生", U"家庭",
            U"家属", U"家长", U"家里", U"名义", U"条件", U"条例", U"所有", U"所以", U"所谓",
            U"次要", U"项目", U"年轻", U"年度", U"日常", U"日前", U"月度", U"时间", U"时候",
            U"时刻", U"时任", U"处理", U"处于", U"户籍", U"万一", U"万事", U"人家", U"年老"});
        return !words.at(in_.view(), at);
    }

    // A base letter and a combining mark to the one character they make.
    bool compose(char32_t c) {
        if (c < 0x300 || c > 0x36F || out_.empty()) return false;
        UErrorCode status = U_ZERO_ERROR;
        const UNormalizer2* const composer = unorm2_getNFCInstance(&status);
        if (U_FAILURE(status) != 0) return false;
        const UChar32 whole =
            unorm2_composePair(composer, static_cast<UChar32>(last()), static_cast<UChar32>(c));
        if (whole < 0) return false;
        out_.set(out_.size() - 1, static_cast<char32_t>(whole));
        return true;
    }

    // Blanks between Chinese characters go; one stays between words, and in a title.
    void blank() {
        // Of a run of blanks the first decides.
        if (at_ > 0 && is_blank(in_[at_ - 1]) && in_[at_ - 1] != U'\t') {
            ++spaces;
            return;
        }
        const char32_t before = last();
        const char32_t after = next();
        // Where every character stands alone, blanks part nothing.
        if (spaced_ && kind_ != LineKind::row) {
            ++spaces;
            return;
        }
        const bool repeated = before == U' ' || before == U'\t' || before == 0 || after == 0;
        const bool foreign = !is_chinese(before) && !is_chinese(after);
        const bool title_gap = title_like_ && is_han(before) &&
                               (is_han(after) || after == 0xFFFD) && kind_ != LineKind::row;
        const bool byline = before == U'）' || after == 0xFFFD;
        const bool wanted = (foreign && kind_ != LineKind::row) || (foreign && is_latin(before)) ||
                            (title_gap && !spaced_) || (title_like_ && byline);
        if (repeated || !wanted) {
            ++spaces;
            return;
        }
        keep(U' ');
    }

    char32_t widened(char32_t c) const {
        static constexpr View marks = U",;:?!";
        if (marks.find(c) == View::npos) return c;
        const char32_t before = last();
        const char32_t after = next();
        if (is_digit(before) && is_digit(after) && (c == U',' || c == U':')) return c;
        // 4月?0日: a lost digit, no question
        if (c == U'?' && (is_digit(after) || after == U'.' || after == U'?')) return c;
        // 7月?日, 备足?天: a question is not followed by a unit
        static constexpr View units = U"日月天元万亿%";
        const bool between = at_ + 1 < in_.size() && units.find(in_[at_ + 1]) != View::npos;
        if (c == U'?' && between && (is_digit(before) || is_han(before))) return 0xFFFD;
        if (c == U':' && after == U'/') return c;
        if (is_chinese(before) || is_chinese(after) || before == 0xFFFD)
            return text::to_full_width(c);
        const bool closes_figure =
            (is_digit(before) || before == U'%') && (after == 0 || is_chinese(after));
        return closes_figure ? text::to_full_width(c) : c;
    }

    // ( and ) in pairs: wide when Chinese stands inside or just outside.
    void fix_brackets() {
        std::vector<std::size_t> open;
        for (std::size_t at = 0; at < out_.size(); ++at) {
            if (out_[at] == U'(' || out_[at] == U'（') open.push_back(at);
            if ((out_[at] != U')' && out_[at] != U'）') || open.empty()) continue;
            const std::size_t from = open.back();
            open.pop_back();
            if (out_[from] == U'（' && out_[at] == U'）') continue;
            const View inside = out_.view().substr(from + 1, at - from - 1);
            const bool chinese = std::any_of(inside.begin(), inside.end(), is_chinese) ||
                                 (from > 0 && is_chinese(out_[from - 1])) ||
                                 (at + 1 < out_.size() && is_chinese(out_[at + 1]));
            if (!chinese || from + 400 < at) continue;
            widened_count += (out_[from] == U'(') + (out_[at] == U')');
            out_.set(from, U'（');
            out_.set(at, U'）');
        }
    }

    const Traced& in_;
    LineKind kind_;
    Traced out_;
    std::size_t at_ = 0;
    bool title_like_ = false;
    bool spaced_ = false;
};

}  // namespace

void normalise_characters(Draft& draft) {
    std::int64_t totals[6] = {0, 0, 0, 0, 0, 0};
    for (Line& line : draft.lines) {
        Normaliser normaliser(line.text, line.kind);
        line.text = normaliser.run();
        totals[0] += normaliser.narrowed_count;
        totals[1] += normaliser.widened_count;
        totals[2] += normaliser.spaces;
        totals[3] += normaliser.doubled;
        totals[4] += normaliser.letters;
        totals[5] += normaliser.lost;
    }
    std::erase_if(draft.lines, [](const Line& line) { return line.text.empty(); });
    draft.note("narrowed", "全角字母数字转半角", totals[0]);
    draft.note("punctuation_widened", "半角标点转全角", totals[1]);
    draft.note("spaces_removed", "去除多余空白与不可见字符", totals[2]);
    draft.note("marks_collapsed", "合并重复标点", totals[3]);
    draft.note("digits_restored", "数字间的字母还原为数字", totals[4]);
    draft.note("losses_marked", "丢失处统一标为一个占位符", totals[5]);
}

}  // namespace anmin::document
