// Kinds of characters that Chinese official texts are made of, and their widths.
#pragma once

namespace anmin::text {

inline bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007;
}
inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// Spaces of every width, tabs and invisible marks, but not the line end.
inline bool is_blank(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) ||
           c == 0x202F || c == 0x205F || c == 0x2060 || c == 0xFEFF || c == 0x0B || c == 0x0C ||
           c == 0xAD;
}

// Punctuation that stands in Chinese text at full width:
// ，。、；：？！（）《》〈〉“”‘’【】〔〕「」『』—…·
inline bool is_chinese_mark(char32_t c) {
    return (c >= 0x3001 && c <= 0x3002) || (c >= 0x3008 && c <= 0x3011) || c == 0x3014 ||
           c == 0x3015 || c == 0xFF01 || c == 0xFF08 || c == 0xFF09 || c == 0xFF0C || c == 0xFF1A ||
           c == 0xFF1B || c == 0xFF1F || (c >= 0x2014 && c <= 0x201D) || c == 0x2026 || c == 0xB7;
}

// Ends a sentence: 。！？
inline bool is_full_stop(char32_t c) { return c == U'。' || c == U'！' || c == U'？'; }

// Full-width ASCII letters, digits and signs (U+FF01..FF5E) and the ideographic space, to ASCII.
inline char32_t to_half_width(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
    return c == 0x3000 ? U' ' : c;
}
// ASCII signs to their full-width twins; others unchanged.
inline char32_t to_full_width(char32_t c) { return c >= 0x21 && c <= 0x7E ? c + 0xFEE0 : c; }

// 〇零一二三四五六七八九十百千万亿两 as parts of written numbers.
bool is_chinese_number(char32_t c);

// Value of one Chinese digit (〇零一二…九, 两 = 2); -1 when it is none.
int chinese_digit(char32_t c);

}  // namespace anmin::text
