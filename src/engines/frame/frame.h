// Columns and tables, borrowed: a frame looks at memory that somebody else owns (a mapped file, a
// builder) and that must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "frame/type.h"

namespace anmin::frame {

// The least and the greatest value of a column, and how many rows have none. From it follows
// whether sums and products can overflow at all.
struct Range {
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::uint64_t nulls = 0;
    bool any = false;  // is there a row with a value; else least and most are 0

    bool operator==(const Range&) const = default;
};

Range joined(const Range& left, const Range& right);

// One column. Values lie one after another, width bytes each, 0 where there is none.
struct Column {
    std::string name;   // birth
    std::string label;  // 出生日期, for people; may be empty
    Type type;
    std::size_t rows = 0;
    const std::byte* values = nullptr;
    const std::uint64_t* validity = nullptr;  // nullptr: every row has a value
    Range range;
    const Dictionary* dictionary = nullptr;  // of Meaning::text only

    // The raw whole number of a row; 0 where is_null.
    std::int64_t at(std::size_t row) const;
    bool is_null(std::size_t row) const;
};

struct Child;

// A table: columns of the same number of rows, and tables whose rows belong to its rows.
struct Frame {
    std::string name;
    std::size_t rows = 0;
    std::vector<Column> columns;
    std::vector<Child> children;

    // By name, or by label. Nothing when there is no such column.
    const Column* find_column(std::string_view name_or_label) const;
};

// Rows [offsets[i], offsets[i + 1]) of `frame` belong to row i of the table above.
struct Child {
    std::span<const std::uint32_t> offsets;  // rows of the table above + 1, from 0, never falling
    Frame frame;
};

// The rows that are evaluated at once. So many stay in the second-level cache with their
// intermediates.
constexpr std::size_t chunk_rows = 4096;

// A run of rows and all the rows of a child that belong to them; neither is longer than chunk_rows.
struct Chunk {
    std::size_t first = 0;
    std::size_t rows = 0;
    std::size_t first_member = 0;
    std::size_t members = 0;

    bool operator==(const Chunk&) const = default;
};

// Cuts a table at borders of its rows. INVARIANT: no row has more than chunk_rows members (readers
// check).
std::vector<Chunk> chunks_of(std::span<const std::uint32_t> offsets);
// The same for a table without children.
std::vector<Chunk> chunks_of(std::size_t rows);

// What the values of a column really are; nulls that do not hold 0 count as values of `hidden`.
struct Measured {
    Range range;
    std::size_t hidden = 0;
};
Measured measure(const Column& column);

}  // namespace anmin::frame
