#include <algorithm>
#include <set>

#include "document/line_shape.h"
#include "document/structure.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

constexpr std::size_t most = 50;  // warnings of one kind; more say nothing new

Span span_of(std::size_t from, std::size_t to) {
    return {static_cast<std::int64_t>(from), static_cast<std::int64_t>(to)};
}

void warn(Part& part, const std::string& code, const std::string& text, Span span) {
    const auto same =
        std::count_if(part.warnings.begin(), part.warnings.end(),
                      [&code](const Warning& warning) { return warning.code == code; });
    if (static_cast<std::size_t>(same) < most) part.warnings.push_back({code, text, span});
}

// Beside a figure or before a unit a figure was lost: �月1日, 1�0元.
bool is_figure(View text, std::size_t at) {
    static constexpr View units = U"月日年元户人名个家所条次张件项%时万亿处座套台床岁";
    const bool behind = at + 1 < text.size() &&
                        (text::is_digit(text[at + 1]) || units.find(text[at + 1]) != View::npos);
    return behind || (at > 0 && text::is_digit(text[at - 1]));
}

void lost_characters(View text, Part& part) {
    for (std::size_t at = text.find(U'\uFFFD'); at != View::npos;
         at = text.find(U'\uFFFD', at + 1)) {
        if (is_figure(text, at))
            warn(part, "lost_digits", "此处数字或单位疑已丢失，系统不作推测，请对照原件补录",
                 span_of(at, at + 1));
        else
            warn(part, "lost_character", "此处原文字符已丢失，无法恢复，请对照原件补录",
                 span_of(at, at + 1));
    }
}

bool is_mask(char32_t c) {
    return c == U'*' || c == U'＊' || c == U'×' || c == U'X' || c == U'x' || c == U'某';
}

// ***件, ××户, 某某: figures or names that were taken out.
void masked(View text, const Lexicon& lexicon, Part& part) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_mask(text[at])) continue;
        std::size_t end = at;
        while (end < text.size() && is_mask(text[end])) ++end;
        const bool figure =
            end - at >= 2 && end < text.size() && lexicon.measure_words.at(text, end);
        const bool stars = end - at >= 2 && (text[at] == U'*' || text[at] == U'＊');
        const bool letters = at > 0 && text::is_latin(text[at - 1]);
        if ((figure || stars) && !letters)
            warn(part, "masked_figure", "此处数字或名称被遮盖，系统不作推测", span_of(at, end));
        at = end;
    }
}

// 2025年月日, 20251月1日, 达到%: a figure or a unit that got lost.
void lost_figures(View text, const Lexicon& lexicon, Part& part) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const char32_t c = text[at];
        const char32_t before = at > 0 ? text[at - 1] : U' ';
        if ((c == U'%' || c == U'％') && !text::is_digit(before)) {
            warn(part, "lost_digits", "百分号前的数字疑已丢失", span_of(at, at + 1));
        }
        if ((c == U'月' && text[at + 1] == U'日') ||
            (c == U'年' && text[at + 1] == U'月' && at + 2 < text.size() &&
             text[at + 2] == U'日')) {
            warn(part, "lost_digits", "日期中的数字疑已丢失", span_of(at, at + 2));
        }
        if (c == U'?' || c == U'？') {
            const auto unit = lexicon.measure_words.at(text, at + 1);
            const bool clause_end = text[at + 1] == U'\n';
            if (unit && !clause_end &&
                (text::is_digit(text[at + 1]) || !text::is_han(before) || c == U'?')) {
                warn(part, "lost_digits", "此处数字疑已丢失", span_of(at, unit->end));
            }
        }
        if (!text::is_digit(c) || text::is_digit(before)) continue;
        std::size_t end = at;
        while (end < text.size() && text::is_digit(text[end])) ++end;
        const std::size_t digits = end - at;
        const bool month =
            end < text.size() && text[end] == U'月' && digits >= 5 && digits <= 6 && c == U'2';
        const bool bare = (digits == 7 || digits == 8) && c == U'2' &&
                          text.substr(at, 2) == U"20" &&
                          (end >= text.size() || !lexicon.measure_words.at(text, end));
        if (month || bare) warn(part, "lost_units", "日期的年月日单位疑已丢失", span_of(at, end));
    }
    for (const View gap : {View(U"达到，"), View(U"超过，"), View(U"共计，"), View(U"约元"),
                           View(U"达元"), View(U"为元"), View(U"共户"), View(U"共人"),
                           View(U"到元"), View(U"月元"), View(U"计元")}) {
        for (std::size_t at = text.find(gap); at != View::npos; at = text.find(gap, at + 1)) {
            warn(part, "lost_digits", "此处数字疑已丢失", span_of(at, at + gap.size()));
        }
    }
}

// Words that only programs for disguising copied text write.
void spun_text(View text, const Lexicon& lexicon, Part& part) {
    std::set<std::u32string_view> words;
    Span first;
    for (const auto& hit : lexicon.spun_words.all(text)) {
        if (words.empty()) first = span_of(hit.start, hit.end);
        words.insert(text.substr(hit.start, hit.end - hit.start));
    }
    if (words.size() < 3) return;
    std::string shown;
    for (const auto word : words) shown += (shown.empty() ? "" : "、") + text::encode(word);
    warn(part, "spun_text", "疑似经同义词替换的文本（" + shown + "），用词未改动，请核对来源",
         first);
}

bool is_identity_number(View digits) {
    if (digits.size() != 18) return false;
    const View century = digits.substr(6, 2);
    return century == U"19" || century == U"20";
}

// Numbers of identity cards, mobile telephones and bank cards: to be masked on display.
void personal_data(View text, Part& part) {
    for (std::size_t at = 0; at < text.size();) {
        if (!text::is_digit(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && text::is_digit(text[end])) ++end;
        if (end - at == 17 && end < text.size() && (text[end] == U'X' || text[end] == U'x')) ++end;
        const View digits = text.substr(at, end - at);
        if (is_identity_number(digits))
            warn(part, "personal_data", "含身份证号，展示时应遮盖", span_of(at, end));
        if (digits.size() == 11 && digits[0] == U'1' && digits[1] >= U'3')
            warn(part, "personal_data", "含手机号，展示时应遮盖", span_of(at, end));
        if (digits.size() == 16 || digits.size() == 19)
            warn(part, "personal_data", "含银行卡号，展示时应遮盖", span_of(at, end));
        at = end;
    }
}

}  // namespace

void find_warnings(const Article& article, const Lexicon& lexicon, Part& part) {
    const View text = article.text;
    const auto han = std::count_if(text.begin(), text.end(), text::is_han);
    if (han < 10) warn(part, "no_content", "页面没有正文内容", {});
    lost_characters(text, part);
    masked(text, lexicon, part);
    lost_figures(text, lexicon, part);
    spun_text(text, lexicon, part);
    personal_data(text, part);
    const auto lost = static_cast<std::int64_t>(std::count(text.begin(), text.end(), U'\uFFFD'));
    std::int64_t damage = 0;
    for (const Repair& repair : part.repairs) {
        if (repair.code == "bytes_realigned" || repair.code == "double_decoding_undone" ||
            repair.code == "spam_removed")
            damage += repair.count;
    }
    const bool poor = han < 10 || lost * 50 > han;
    part.quality = poor ? "poor" : part.warnings.empty() && damage == 0 ? "good" : "fair";
}

}  // namespace anmin::document
