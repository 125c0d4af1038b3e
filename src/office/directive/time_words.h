// The small words of deadlines: numbers, 前, 内.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "text/han.h"

namespace anmin::directive {

struct Number {
    int value = -1;       // -1: no number there
    std::size_t end = 0;  // behind its last figure
};

// Up to four digits, or a Chinese number up to 99, that begins at `at`.
inline Number number_at(std::u32string_view text, std::size_t at) {
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && end - at < 4 && text::is_digit(text[end]))
        value = value * 10 + static_cast<int>(text[end++] - U'0');
    if (end > at) return {value, end};
    static constexpr std::u32string_view ordinals = U"一二两三四五六七八九十";
    int total = 0;
    int digit = 0;
    while (end < text.size() && end - at < 3 &&
           ordinals.find(text[end]) != std::u32string_view::npos) {
        if (text[end] == U'十') {
            total += (digit == 0 ? 1 : digit) * 10;
            digit = 0;
        } else {
            digit = text::chinese_digit(text[end]);
        }
        ++end;
    }
    return end > at ? Number{total + digit, end} : Number{};
}

inline bool follows(std::u32string_view text, std::size_t at, std::u32string_view word) {
    return at <= text.size() && text.substr(at).starts_with(word);
}

// Behind the first of the words that stands at `at`; `at` itself when none does.
template <std::size_t size>
std::size_t skip_one(std::u32string_view text, std::size_t at,
                     const std::array<std::u32string_view, size>& words) {
    for (const std::u32string_view word : words) {
        if (follows(text, at, word)) return at + word.size();
    }
    return at;
}

// 每月, 每季度: what repeats.
struct RepeatUnit {
    std::u32string_view word;
    const char* name;
};
inline constexpr std::array<RepeatUnit, 14> repeat_units = {{{U"半月", "每半月"},
                                                             {U"半年", "每半年"},
                                                             {U"季度", "每季度"},
                                                             {U"两周", "每两周"},
                                                             {U"个季度", "每季度"},
                                                             {U"个月", "每月"},
                                                             {U"工作日", "每日"},
                                                             {U"季", "每季度"},
                                                             {U"月", "每月"},
                                                             {U"周", "每周"},
                                                             {U"星期", "每周"},
                                                             {U"日", "每日"},
                                                             {U"天", "每日"},
                                                             {U"年", "每年"}}};

// 年底, 三季度: ends of parts of a year.
struct Season {
    std::u32string_view words;
    int month;
    bool needs_end;  // only with 前, 内, 底 behind it
};
inline constexpr std::array<Season, 17> seasons = {{{U"年底", 12, false},
                                                    {U"年末", 12, false},
                                                    {U"年内", 12, false},
                                                    {U"本年度内", 12, false},
                                                    {U"全年", 12, false},
                                                    {U"年中", 6, false},
                                                    {U"上半年", 6, true},
                                                    {U"下半年", 12, true},
                                                    {U"第一季度", 3, true},
                                                    {U"第二季度", 6, true},
                                                    {U"第三季度", 9, true},
                                                    {U"第四季度", 12, true},
                                                    {U"一季度", 3, true},
                                                    {U"二季度", 6, true},
                                                    {U"三季度", 9, true},
                                                    {U"四季度", 12, true},
                                                    {U"今年内", 12, false}}};

// Behind a time of day: 12:00, 下午5时, 17点30分, （周五）下班; `at` itself when none stands there.
inline std::size_t skip_clock(std::u32string_view text, std::size_t at) {
    std::size_t place = at;
    if (follows(text, place, U"（周") || follows(text, place, U"（星期")) {
        const std::size_t close = text.find(U'）', place);
        if (close != std::u32string_view::npos && close < place + 8) place = close + 1;
    }
    const std::size_t bracket = place;  // without a time of day, the day's name alone goes
    static constexpr std::array<std::u32string_view, 6> halves = {U"上午", U"下午", U"中午",
                                                                  U"晚上", U"晚",   U"早上"};
    place = skip_one(text, place, halves);
    if (follows(text, place, U"下班")) return place + 2;
    const Number hour = number_at(text, place);
    if (hour.value < 0 || hour.value > 24) return bracket;
    static constexpr std::array<std::u32string_view, 4> marks = {U":", U"：", U"时", U"点"};
    const std::size_t behind = skip_one(text, hour.end, marks);
    if (behind == hour.end) return bracket;
    const Number minute = number_at(text, behind);
    if (minute.value < 0) return follows(text, behind, U"半") ? behind + 1 : behind;
    return follows(text, minute.end, U"分") ? minute.end + 1 : minute.end;
}

inline constexpr std::array<std::u32string_view, 7> before_words = {
    U"之前", U"以前", U"前", U"底前", U"止", U"之内", U"内"};

}  // namespace anmin::directive
