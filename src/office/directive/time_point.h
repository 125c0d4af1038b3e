// Deadlines and repetitions as texts write them, normalised.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directive/candidate.h"
#include "directive/frames.h"

namespace anmin::directive {

// What is known about when the text was written.
struct WrittenWhen {
    std::optional<calendar::Date> event;  // the day of the meeting or issue
    std::optional<int> year;              // at least the year (of the document number)
    // The year a heading above names: 2025年工作打算.
    std::optional<int> section = {};
    // The last explicit year of a deadline before this one.
    std::optional<int> hint = {};
};

struct TimePoint {
    std::size_t start = 0;
    std::size_t end = 0;
    Deadline deadline;
    std::string recurrence;  // 每月, 每季度, 定期, ...; empty when it does not repeat
    bool cuts = true;        // a second one in an item begins another item (定期 does not)
};

// All of them in `text`, from left to right.
std::vector<TimePoint> time_points(std::u32string_view text, WrittenWhen base,
                                   const Frames& frames);

// A cell of a 完成时限 column: also bare dates without 前.
std::optional<TimePoint> cell_deadline(std::u32string_view cell, const WrittenWhen& base,
                                       const Frames& frames);

}  // namespace anmin::directive
