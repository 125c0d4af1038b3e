// What a single line looks like: enumerator, date, label, salutation, signature.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "calendar/date.h"
#include "document/lexicon.h"

namespace anmin::document {

// 一、 is 1, （一） is 2, 1. is 3, （1） and ① are 4; 一是, 一要, 第一， are 5.
struct Enumerator {
    int level = 0;
    std::size_t end = 0;  // behind it and its blanks
};
std::optional<Enumerator> enumerator_at(std::u32string_view text, std::size_t at);

// 2025年3月12日, 二〇二五年三月十二日, 2025-03-12, 2025.3.12, 3月12日; the year is 0 when none is
// given.
struct WrittenDate {
    int year = 0;
    int month = 0;
    int day = 0;
    std::size_t end = 0;
};
std::optional<WrittenDate> date_at(std::u32string_view text, std::size_t at);

// The line is a date and nothing else (the day of issue at the end of a document).
bool is_date_line(std::u32string_view line);

// 云民发〔2024〕26号: where it lies in the line.
struct Stretch {
    std::size_t start = 0;
    std::size_t end = 0;
};
std::optional<Stretch> document_number(std::u32string_view line);

// Short, without sentence marks, ends in the name of an organ.
bool is_organ_line(std::u32string_view line, const Lexicon& lexicon);

// 各市（州）民政局：
bool is_salutation(std::u32string_view line);

// 时间：…, 主持：…, 联系人：…: a short label at the beginning.
bool has_label(std::u32string_view line);

// Contains 。！？； or ends like a sentence.
bool has_sentence_mark(std::u32string_view text);

}  // namespace anmin::document
