#include "frame/days.h"

#include "frame/clones.h"
#include "frame/nulls.h"
#include "result/result.h"

namespace anmin::frame {
namespace {

ANMIN_CLONES void months_rows(const std::int32_t* __restrict dates, std::int32_t to,
                              std::size_t rows, std::int32_t* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) out[row] = months_between(dates[row], to);
}
ANMIN_CLONES void years_rows(const std::int32_t* __restrict dates, std::int32_t to,
                             std::size_t rows, std::int32_t* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) out[row] = months_between(dates[row], to) / 12;
}
ANMIN_CLONES void months_pairs(const std::int32_t* __restrict from,
                               const std::int32_t* __restrict to, std::size_t rows,
                               std::int32_t* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) out[row] = months_between(from[row], to[row]);
}
ANMIN_CLONES void whole_years(const std::int32_t* __restrict months, std::size_t rows,
                              std::int32_t* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) out[row] = months[row] / 12;
}
ANMIN_CLONES void rest_of_years(const std::int32_t* __restrict months, std::size_t rows,
                                std::int32_t* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) out[row] = months[row] % 12;
}
ANMIN_CLONES void part_rows(DatePart part, const std::int32_t* __restrict dates, std::size_t rows,
                            std::int32_t* __restrict out) {
    switch (part) {
        case DatePart::year:
            for (std::size_t row = 0; row < rows; ++row) out[row] = year_of(dates[row]);
            return;
        case DatePart::month:
            for (std::size_t row = 0; row < rows; ++row) out[row] = month_of(dates[row]);
            return;
        case DatePart::day:
            for (std::size_t row = 0; row < rows; ++row) out[row] = day_of(dates[row]);
            return;
    }
}

}  // namespace

Lane<std::int32_t> months_until(Lane<std::int32_t> dates, std::int32_t to, Slot<std::int32_t> out) {
    months_rows(dates.values, to, dates.rows, out.values);
    return with_nulls_of(dates, out);
}

Lane<std::int32_t> years_until(Lane<std::int32_t> dates, std::int32_t to, Slot<std::int32_t> out) {
    years_rows(dates.values, to, dates.rows, out.values);
    return with_nulls_of(dates, out);
}

Lane<std::int32_t> years_of_months(Lane<std::int32_t> months, Slot<std::int32_t> out) {
    whole_years(months.values, months.rows, out.values);
    return with_nulls_of(months, out);
}

Lane<std::int32_t> months_over_years(Lane<std::int32_t> months, Slot<std::int32_t> out) {
    rest_of_years(months.values, months.rows, out.values);
    return with_nulls_of(months, out);
}

Lane<std::int32_t> months_between(Lane<std::int32_t> from, Lane<std::int32_t> to,
                                  Slot<std::int32_t> out) {
    CHECK(from.rows == to.rows, "lanes of the same length");
    months_pairs(from.values, to.values, from.rows, out.values);
    return with_nulls_of(from, to, out);
}

Lane<std::int32_t> part_of(DatePart part, Lane<std::int32_t> dates, Slot<std::int32_t> out) {
    part_rows(part, dates.values, dates.rows, out.values);
    return with_nulls_of(dates, out);
}

}  // namespace anmin::frame
