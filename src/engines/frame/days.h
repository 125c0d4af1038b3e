// Dates as days since 1970-01-01, years 1 to 9999 of the calendar of calendar/date.h.
#pragma once

#include <cstdint>

#include "frame/lane.h"

namespace anmin::frame {

// Year, month and day of a date in one number: year * 512 + month * 32 + day. Rising with the date.
[[gnu::always_inline]] constexpr std::int32_t packed_date(std::int32_t days);
constexpr std::int32_t year_of(std::int32_t days) { return packed_date(days) / 512; }
constexpr std::int32_t month_of(std::int32_t days) { return packed_date(days) / 32 % 16; }
constexpr std::int32_t day_of(std::int32_t days) { return packed_date(days) % 32; }

// Full months from one date to another; negative, rounded towards zero, when `to` is earlier.
// Divided by 12 (towards zero) they are the full years: an age.
[[gnu::always_inline]] constexpr std::int32_t months_between(std::int32_t from, std::int32_t to);

// The same for every row.
Lane<std::int32_t> months_until(Lane<std::int32_t> dates, std::int32_t to, Slot<std::int32_t> out);
Lane<std::int32_t> months_between(Lane<std::int32_t> from, Lane<std::int32_t> to,
                                  Slot<std::int32_t> out);
// Full years: months_until / 12.
Lane<std::int32_t> years_until(Lane<std::int32_t> dates, std::int32_t to, Slot<std::int32_t> out);

// Months as full years, and the months over those; towards zero, both with the sign of the months.
Lane<std::int32_t> years_of_months(Lane<std::int32_t> months, Slot<std::int32_t> out);
Lane<std::int32_t> months_over_years(Lane<std::int32_t> months, Slot<std::int32_t> out);

enum class DatePart : std::uint8_t { year, month, day };
Lane<std::int32_t> part_of(DatePart part, Lane<std::int32_t> dates, Slot<std::int32_t> out);

// From here on: how.

[[gnu::always_inline]] constexpr std::int32_t packed_date(std::int32_t days) {
    // The Gregorian calendar repeats every 400 years = 146,097 days. Counted from 1 March of year
    // 0, leap days are the last days of their years, and months follow a straight line. Years and
    // months come out of products whose upper half is the quotient and whose lower half holds the
    // rest. SPEC: Neri, Schneider, "Euclidean affine functions and their application to calendar
    // algorithms" (2023), proposition 6.3. Unsigned: dates are not before year 1.
    const std::uint32_t quarters = 4 * static_cast<std::uint32_t>(days + 719'468) + 3;
    const std::uint32_t century = quarters / 146'097;
    const std::uint32_t of_century = quarters % 146'097 | 3;
    const std::uint64_t product = std::uint64_t{2'939'745} * of_century;
    const auto year_of_century = static_cast<std::uint32_t>(product >> 32);
    const std::uint32_t day_of_year = static_cast<std::uint32_t>(product) / 2'939'745 / 4;
    const std::uint32_t line = 2'141 * day_of_year + 197'913;
    const std::uint32_t late = day_of_year >= 306 ? 1 : 0;  // January and February: the next year
    const std::uint32_t month = (line >> 16) - 12 * late;
    const std::uint32_t day = (line & 0xffff) / 2'141 + 1;
    return static_cast<std::int32_t>((100 * century + year_of_century + late) * 512 + month * 32 +
                                     day);
}

[[gnu::always_inline]] constexpr std::int32_t months_between(std::int32_t from, std::int32_t to) {
    const std::int32_t first = packed_date(from);
    const std::int32_t last = packed_date(to);
    const std::int32_t months = (last / 512 - first / 512) * 12 + last / 32 % 16 - first / 32 % 16;
    const std::int32_t forward = months - (last % 32 < first % 32 ? 1 : 0);
    const std::int32_t backward = months + (last % 32 > first % 32 ? 1 : 0);
    return to >= from ? forward : backward;
}

}  // namespace anmin::frame
