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

// 一 to 日 of a week, at `at`: 1 to 7; 0 when none.
inline int weekday_at(std::u32string_view text, std::size_t at) {
    static constexpr std::u32string_view days = U"一二三四五六日天";
    const std::size_t day = at < text.size() ? days.find(text[at]) : std::u32string_view::npos;
    return day == std::u32string_view::npos ? 0 : static_cast<int>(day == 7 ? 7 : day + 1);
}

// Behind a time of day: （星期五）, 下午5点, 17:00, 24时, 下班.
inline std::size_t skip_clock(std::u32string_view text, std::size_t at) {
    for (const std::u32string_view open : {U"（周", U"（星期"}) {
        if (!follows(text, at, open)) continue;
        const std::size_t close = at + open.size() + 1;
        if (weekday_at(text, close - 1) > 0 && follows(text, close, U"）")) at = close + 1;
    }
    static constexpr std::array<std::u32string_view, 6> halves = {U"上午", U"下午", U"中午",
                                                                  U"晚上", U"晚",   U"早上"};
    at = skip_one(text, at, halves);
    const Number hour = number_at(text, at);
    if (hour.value >= 0 && hour.value <= 24 && hour.end < text.size()) {
        static constexpr std::array<std::u32string_view, 4> hours = {U"时整", U"点钟", U"时",
                                                                     U"点"};
        const std::size_t end = skip_one(text, hour.end, hours);
        const bool colon = text[hour.end] == U':' || text[hour.end] == U'：';
        const Number minute = number_at(text, colon ? hour.end + 1 : end);
        if (end > hour.end && follows(text, end, U"半")) return end + 1;
        if (colon && minute.value >= 0 && minute.value < 60) at = minute.end;
        if (end > hour.end) at = end;
        if (end > hour.end && minute.value > 0 && follows(text, minute.end, U"分"))
            at = minute.end + 1;
    }
    return follows(text, at, U"下班") ? at + 2 : at;
}

inline constexpr std::array<std::u32string_view, 7> before_words = {
    U"之前", U"以前", U"前", U"底前", U"止", U"之内", U"内"};

}  // namespace anmin::directive
