#include "frame/group.h"

#include <algorithm>
#include <array>

#include "frame/clones.h"
#include "frame/nulls.h"
#include "result/result.h"

namespace anmin::frame {
namespace {

// sums[i] is the sum of the first i members; the sum of a group is a difference, and short groups
// cost no mispredicted branch.
template <class T>
void running_sums(const T* members, std::size_t rows, std::int64_t* sums) {
    std::uint64_t sum = 0;
    sums[0] = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        sum += static_cast<std::uint64_t>(std::int64_t{members[row]});
        sums[row + 1] = static_cast<std::int64_t>(sum);
    }
}

// One jump a row: where a group ends the next one begins.
ANMIN_CLONES void differences(const std::int64_t* __restrict sums,
                              const std::uint32_t* __restrict offsets, std::size_t rows,
                              std::int64_t* __restrict out) {
    const std::uint32_t first = offsets[0];
    std::array<std::int64_t, chunk_rows + 1> ends;
    for (std::size_t row = 0; row <= rows; ++row) ends[row] = sums[offsets[row] - first];
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = static_cast<std::int64_t>(static_cast<std::uint64_t>(ends[row + 1]) -
                                             static_cast<std::uint64_t>(ends[row]));
    }
}

using RunningSums = std::array<std::int64_t, chunk_rows + 1>;

template <class T>
void sums_by_group(const T* members, Groups groups, std::int64_t* out) {
    RunningSums sums;
    running_sums(members, groups.members(), sums.data());
    differences(sums.data(), groups.offsets.data(), groups.rows(), out);
}

void check_members(std::size_t members, Groups groups) {
    CHECK(!groups.offsets.empty() && members == groups.members(), "the members of the groups");
    CHECK(groups.rows() <= chunk_rows && members <= chunk_rows, "groups of one chunk");
}

constexpr std::size_t scanned_rows = 32;

// Is one of the scanned_rows masks true?
ANMIN_LOOP bool some_true(const T* masks) {
    T all = 0;
    for (std::size_t i = 0; i < scanned_rows; ++i) all = static_cast<T>(all | masks[i]);
    return all != 0;
}

// The numbers of the true rows, and how many there are.
ANMIN_LOOP std::size_t true_rows_loop(const T* masks, std::size_t rows, std::uint16_t* out) {
    std::size_t count = 0;
    std::size_t row = 0;
    const auto put = [&](std::size_t at) {
        out[count] = static_cast<std::uint16_t>(at);
        count += masks[at] != 0 ? 1U : 0U;
    };
    for (; row + scanned_rows <= rows; row += scanned_rows) {
        if (!some_true(masks + row)) continue;
        for (std::size_t i = 0; i < scanned_rows; ++i) put(row + i);
    }
    for (; row < rows; ++row) put(row);
    return count;
}
#define STAMP(T)                                                                               \
    ANMIN_CLONES std::size_t true_rows(const T* masks, std::size_t rows, std::uint16_t* out) { \
        return true_rows_loop(masks, rows, out);                                               \
    }
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

// -1 for the groups with a true member, 0 for the others. Masks are true for few members or for
// most: their rows are found first, then the group of each, not far from that of the one before.
template <class T, class Out>
void mark_groups(const T* masks, Groups groups, Out* out) {
    std::array<std::uint16_t, chunk_rows> rows;
    const std::size_t count = true_rows(masks, groups.members(), rows.data());
    std::fill_n(out, groups.rows(), Out{0});
    const auto ends = groups.offsets.subspan(1);
    auto end = ends.begin();
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t member = groups.offsets[0] + rows[i];
        for (int steps = 0; steps < 8 && *end <= member; ++steps) ++end;
        if (*end <= member) end = std::upper_bound(end, ends.end(), member);
        out[end - ends.begin()] = Out{-1};
    }
}

// Marks the groups with a null member, and sets their result to 0.
template <class T, class Out>
Lane<Out> spread_nulls(Lane<T> members, Groups groups, Slot<Out> out) {
    mark_groups(members.nulls, groups, out.nulls);
    return with_nulls(out.nulls, groups.rows(), out);
}

// Sums of 64-bit members one by one, where the running sum might wrap.
void careful_sums(Lane<std::int64_t> members, Groups groups, Nulls nulls, std::int64_t* out,
                  std::int64_t* overflow) {
    CHECK(overflow != nullptr, "sums that may not fit need the overflow mask");
    for (std::size_t row = 0; row < groups.rows(); ++row) {
        std::vector<Cell<std::int64_t>> cells;
        for (std::size_t i = groups.first(row); i < groups.first(row + 1); ++i)
            cells.push_back(members.at(i));
        const auto sum = sum_of<std::int64_t>(cells, nulls);
        out[row] = sum.cell.value;
        if (sum.overflow) overflow[row] = -1;
    }
}

// Can no running sum of the lane wrap?
bool sums_fit(Lane<std::int64_t> members) {
    constexpr std::int64_t limit = INT64_MAX / static_cast<std::int64_t>(chunk_rows);
    return std::all_of(members.values, members.values + members.rows,
                       [](std::int64_t value) { return value >= -limit && value <= limit; });
}

template <class T, class Better>
Lane<T> best_of(Lane<T> members, Groups groups, Nulls nulls, Slot<T> out, Better better) {
    check_members(members.rows, groups);
    bool some_null = false;
    for (std::size_t row = 0; row < groups.rows(); ++row) {
        Cell<T> best = Cell<T>::nothing();
        for (std::size_t i = groups.first(row); i < groups.first(row + 1); ++i) {
            const Cell<T> cell = members.at(i);
            if (cell.null && nulls == Nulls::skip) continue;
            if (cell.null) {
                best = cell;
                break;
            }
            if (best.null || better(cell.value, best.value)) best = cell;
        }
        out.values[row] = best.value;
        out.nulls[row] = static_cast<T>(best.null ? -1 : 0);
        some_null = some_null || best.null;
    }
    return {out.values, some_null ? out.nulls : nullptr, groups.rows()};
}

template <class T, class Better>
Cell<T> best_cell(std::span<const Cell<T>> members, Nulls nulls, Better better) {
    Cell<T> best = Cell<T>::nothing();
    for (const Cell<T>& cell : members) {
        if (cell.null && nulls == Nulls::spread) return cell;
        if (!cell.null && (best.null || better(cell.value, best.value))) best = cell;
    }
    return best;
}

}  // namespace

template <class T>
Lane<std::int64_t> sum_of(Lane<T> members, Groups groups, Nulls nulls, Slot<std::int64_t> out,
                          std::int64_t* overflow) {
    check_members(members.rows, groups);
    if constexpr (sizeof(T) == 8) {
        if (sums_fit(members)) {
            sums_by_group(members.values, groups, out.values);
        } else {
            careful_sums(members, groups, nulls, out.values, overflow);
        }
    } else {
        sums_by_group(members.values, groups, out.values);
    }
    if (members.nulls == nullptr || nulls == Nulls::skip)
        return {out.values, nullptr, groups.rows()};
    return spread_nulls(members, groups, out);
}

template <class T>
Lane<T> least_of(Lane<T> members, Groups groups, Nulls nulls, Slot<T> out) {
    return best_of(members, groups, nulls, out, [](T one, T other) { return one < other; });
}

template <class T>
Lane<T> most_of(Lane<T> members, Groups groups, Nulls nulls, Slot<T> out) {
    return best_of(members, groups, nulls, out, [](T one, T other) { return one > other; });
}

Lane<std::int64_t> count_of(Groups groups, Slot<std::int64_t> out) {
    CHECK(groups.rows() <= chunk_rows, "groups of one chunk");
    for (std::size_t row = 0; row < groups.rows(); ++row) {
        out.values[row] = groups.offsets[row + 1] - groups.offsets[row];
    }
    return {out.values, nullptr, groups.rows()};
}

template <class T>
Lane<std::int64_t> count_true_of(Lane<T> members, Groups groups, Slot<std::int64_t> out) {
    check_members(members.rows, groups);
    sums_by_group(members.values, groups, out.values);  // a true mask is -1
    for (std::size_t row = 0; row < groups.rows(); ++row) out.values[row] = -out.values[row];
    return {out.values, nullptr, groups.rows()};
}

template <class T>
Lane<T> any_of(Lane<T> members, Groups groups, Slot<T> out) {
    check_members(members.rows, groups);
    mark_groups(members.values, groups, out.values);
    if (members.nulls == nullptr) return {out.values, nullptr, groups.rows()};
    mark_groups(members.nulls, groups, out.nulls);
    for (std::size_t row = 0; row < groups.rows(); ++row) {
        out.nulls[row] = static_cast<T>(out.nulls[row] & ~out.values[row]);
    }
    return {out.values, out.nulls, groups.rows()};
}

template <class T>
Lane<T> all_of(Lane<T> members, Groups groups, Slot<T> out) {
    check_members(members.rows, groups);
    std::array<std::int64_t, chunk_rows> yes;
    std::array<std::int64_t, chunk_rows> unknown{};
    sums_by_group(members.values, groups, yes.data());
    if (members.nulls != nullptr) sums_by_group(members.nulls, groups, unknown.data());
    for (std::size_t row = 0; row < groups.rows(); ++row) {
        const std::int64_t size = groups.offsets[row + 1] - groups.offsets[row];
        const bool no = size + yes[row] + unknown[row] != 0;  // both sums are negative counts
        out.values[row] = static_cast<T>(!no && unknown[row] == 0 ? -1 : 0);
        out.nulls[row] = static_cast<T>(!no && unknown[row] != 0 ? -1 : 0);
    }
    return {out.values, members.nulls == nullptr ? nullptr : out.nulls, groups.rows()};
}

template <class T>
Lane<T> spread_to_members(Lane<T> rows, Groups groups, Slot<T> out) {
    CHECK(rows.rows == groups.rows() && groups.members() <= chunk_rows, "one value a group");
    const auto spread = [&](const T* from, T* to) {
        for (std::size_t row = 0; row < groups.rows(); ++row) {
            for (std::size_t i = groups.first(row); i < groups.first(row + 1); ++i)
                to[i] = from[row];
        }
    };
    spread(rows.values, out.values);
    if (rows.nulls != nullptr) spread(rows.nulls, out.nulls);
    return {out.values, rows.nulls == nullptr ? nullptr : out.nulls, groups.members()};
}

template <class T>
bool add_by_row(Lane<T> members, const std::uint32_t* row_of, std::int64_t* totals,
                std::uint8_t* null_rows) {
    bool fits = true;
    for (std::size_t i = 0; i < members.rows; ++i) {
        std::int64_t& total = totals[row_of[i]];
        fits = !__builtin_add_overflow(total, std::int64_t{members.values[i]}, &total) && fits;
    }
    for (std::size_t i = 0; members.nulls != nullptr && i < members.rows; ++i) {
        if (members.nulls[i] != 0) null_rows[row_of[i]] = 1;
    }
    return fits;
}

template <class T>
Computed<std::int64_t> sum_of(std::span<const Cell<T>> members, Nulls nulls) {
    Wide sum = 0;
    for (const Cell<T>& cell : members) {
        if (cell.null && nulls == Nulls::spread) return {Cell<std::int64_t>::nothing()};
        sum += cell.value;
    }
    if (sum > INT64_MAX || sum < INT64_MIN) return {{0, false}, true};
    return {{static_cast<std::int64_t>(sum), false}};
}

template <class T>
Cell<T> least_of(std::span<const Cell<T>> members, Nulls nulls) {
    return best_cell(members, nulls, [](T one, T other) { return one < other; });
}

template <class T>
Cell<T> most_of(std::span<const Cell<T>> members, Nulls nulls) {
    return best_cell(members, nulls, [](T one, T other) { return one > other; });
}

Truth any_of(std::span<const Truth> members) {
    Truth truth = Truth::no;
    for (const Truth member : members) truth = either(truth, member);
    return truth;
}

Truth all_of(std::span<const Truth> members) {
    Truth truth = Truth::yes;
    for (const Truth member : members) truth = both(truth, member);
    return truth;
}

#define STAMP(T)                                                                                   \
    template Lane<std::int64_t> sum_of(Lane<T>, Groups, Nulls, Slot<std::int64_t>, std::int64_t*); \
    template Lane<T> least_of(Lane<T>, Groups, Nulls, Slot<T>);                                    \
    template Lane<T> most_of(Lane<T>, Groups, Nulls, Slot<T>);                                     \
    template Lane<std::int64_t> count_true_of(Lane<T>, Groups, Slot<std::int64_t>);                \
    template Lane<T> any_of(Lane<T>, Groups, Slot<T>);                                             \
    template Lane<T> all_of(Lane<T>, Groups, Slot<T>);                                             \
    template Lane<T> spread_to_members(Lane<T>, Groups, Slot<T>);                                  \
    template bool add_by_row(Lane<T>, const std::uint32_t*, std::int64_t*, std::uint8_t*);         \
    template Computed<std::int64_t> sum_of(std::span<const Cell<T>>, Nulls);                       \
    template Cell<T> least_of(std::span<const Cell<T>>, Nulls);                                    \
    template Cell<T> most_of(std::span<const Cell<T>>, Nulls);
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

}  // namespace anmin::frame
