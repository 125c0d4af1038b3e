// From members to the row they belong to, and back. Two forms: grouped, where the members of a row
// lie together (Groups), and by number, where each member names its row (slower: every member is a
// jump).
#pragma once

#include <cstdint>
#include <span>

#include "frame/lane.h"

namespace anmin::frame {

// Row i has the members [offsets[i], offsets[i + 1]) - offsets[0] of a lane of members.
struct Groups {
    std::span<const std::uint32_t> offsets;

    std::size_t rows() const { return offsets.size() - 1; }
    std::size_t first(std::size_t row) const { return offsets[row] - offsets[0]; }
    std::size_t members() const { return offsets.back() - offsets[0]; }
};

// What a null member does.
enum class Nulls : std::uint8_t {
    spread,  // one null member makes the result null
    skip,    // null members are not there
};

// The sum of the members; 0 without members. Rows whose sum does not fit are marked in `overflow`
// (|= -1) and hold 0; nullptr only for members narrower than int64, whose sums always fit.
template <class T>
Lane<std::int64_t> sum_of(Lane<T> members, Groups groups, Nulls nulls, Slot<std::int64_t> out,
                          std::int64_t* overflow);

// The least and the greatest member; null without members.
template <class T>
Lane<T> least_of(Lane<T> members, Groups groups, Nulls nulls, Slot<T> out);
template <class T>
Lane<T> most_of(Lane<T> members, Groups groups, Nulls nulls, Slot<T> out);

// How many members there are, and for how many the mask is true (unknown counts as not).
Lane<std::int64_t> count_of(Groups groups, Slot<std::int64_t> out);
template <class T>
Lane<std::int64_t> count_true_of(Lane<T> members, Groups groups, Slot<std::int64_t> out);

// Three-valued: any is true with one true member, else unknown with one unknown one, else false
// (also without members). all_of is the opposite of any of the opposites: true without members.
template <class T>
Lane<T> any_of(Lane<T> members, Groups groups, Slot<T> out);
template <class T>
Lane<T> all_of(Lane<T> members, Groups groups, Slot<T> out);

// Every member gets the value of its row.
template <class T>
Lane<T> spread_to_members(Lane<T> rows, Groups groups, Slot<T> out);

// By number: totals[row_of[i]] += members[i], over any number of calls. A null member marks its row
// in `null_rows`. Returns false when a total did not fit (then the totals are not to be used).
template <class T>
bool add_by_row(Lane<T> members, const std::uint32_t* row_of, std::int64_t* totals,
                std::uint8_t* null_rows);

// One group of the above, as scalars: what the kernels mean.
template <class T>
Computed<std::int64_t> sum_of(std::span<const Cell<T>> members, Nulls nulls);
template <class T>
Cell<T> least_of(std::span<const Cell<T>> members, Nulls nulls);
template <class T>
Cell<T> most_of(std::span<const Cell<T>> members, Nulls nulls);
Truth any_of(std::span<const Truth> members);
Truth all_of(std::span<const Truth> members);

}  // namespace anmin::frame
