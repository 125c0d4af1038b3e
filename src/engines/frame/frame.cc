#include "frame/frame.h"

#include <algorithm>
#include <cstring>

#include "frame/clones.h"
#include "frame/validity.h"
#include "result/result.h"

namespace anmin::frame {
namespace {

template <class T>
std::int64_t value_at(const std::byte* values, std::size_t row) {
    T value = 0;
    std::memcpy(&value, values + row * sizeof(T), sizeof(T));
    return value;
}

struct Extremes {
    std::int64_t least;
    std::int64_t most;
};

ANMIN_LOOP Extremes extremes(const T* values, std::size_t rows) {
    T least = values[0];
    T most = values[0];
    for (std::size_t row = 0; row < rows; ++row) {
        least = values[row] < least ? values[row] : least;
        most = values[row] > most ? values[row] : most;
    }
    return {least, most};
}

#define STAMP(T)                                                           \
    ANMIN_CLONES Extremes extremes_of(const T* values, std::size_t rows) { \
        return extremes(values, rows);                                     \
    }
STAMP(std::int8_t)
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

template <class T>
Measured measure_as(const Column& column) {
    Measured found;
    found.range.nulls = count_nulls(column.validity, 0, column.rows);
    const auto* values = reinterpret_cast<const T*>(column.values);
    if (column.rows == 0) return found;
    if (found.range.nulls == 0) {
        const auto [least, most] = extremes_of(values, column.rows);
        found.range = {least, most, 0, true};
        return found;
    }
    for (std::size_t row = 0; row < column.rows; ++row) {
        const std::int64_t value = values[row];
        if (!is_valid(column.validity, row)) {
            found.hidden += value != 0 ? 1U : 0U;
            continue;
        }
        found.range.least = found.range.any ? std::min(found.range.least, value) : value;
        found.range.most = found.range.any ? std::max(found.range.most, value) : value;
        found.range.any = true;
    }
    return found;
}

}  // namespace

Range joined(const Range& left, const Range& right) {
    Range both = left.any ? left : right;
    both.nulls = left.nulls + right.nulls;
    if (left.any && right.any) {
        both.least = std::min(left.least, right.least);
        both.most = std::max(left.most, right.most);
    }
    return both;
}

std::int64_t Column::at(std::size_t row) const {
    CHECK(row < rows, "row of the column");
    switch (type.width) {
        case Width::one: return value_at<std::int8_t>(values, row);
        case Width::two: return value_at<std::int16_t>(values, row);
        case Width::four: return value_at<std::int32_t>(values, row);
        case Width::eight: return value_at<std::int64_t>(values, row);
    }
    return 0;
}

bool Column::is_null(std::size_t row) const { return !is_valid(validity, row); }

const Column* Frame::find_column(std::string_view name_or_label) const {
    const auto named = [&](const Column& column) {
        return column.name == name_or_label ||
               (!column.label.empty() && column.label == name_or_label);
    };
    const auto found = std::find_if(columns.begin(), columns.end(), named);
    return found == columns.end() ? nullptr : &*found;
}

std::vector<Chunk> chunks_of(std::span<const std::uint32_t> offsets) {
    std::vector<Chunk> chunks;
    const std::size_t rows = offsets.empty() ? 0 : offsets.size() - 1;
    for (std::size_t first = 0; first < rows;) {
        std::size_t end = first;
        while (end < rows && end - first < chunk_rows &&
               offsets[end + 1] - offsets[first] <= chunk_rows) {
            ++end;
        }
        CHECK(end > first, "a row has at most chunk_rows members");
        chunks.push_back({first, end - first, offsets[first], offsets[end] - offsets[first]});
        first = end;
    }
    return chunks;
}

std::vector<Chunk> chunks_of(std::size_t rows) {
    std::vector<Chunk> chunks;
    for (std::size_t first = 0; first < rows; first += chunk_rows) {
        chunks.push_back({first, std::min(chunk_rows, rows - first), 0, 0});
    }
    return chunks;
}

Measured measure(const Column& column) {
    switch (column.type.width) {
        case Width::one: return measure_as<std::int8_t>(column);
        case Width::two: return measure_as<std::int16_t>(column);
        case Width::four: return measure_as<std::int32_t>(column);
        case Width::eight: return measure_as<std::int64_t>(column);
    }
    return {};
}

}  // namespace anmin::frame
