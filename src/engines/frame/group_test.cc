#include "frame/group.h"

#include "frame/lane_sample.h"

namespace anmin::frame {
namespace {

using namespace sample;

// Offsets that begin at 1000 (a chunk in the middle of a table), with empty groups and one long
// one.
std::vector<std::uint32_t> offsets_for(std::size_t members, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::uint32_t> offsets{1000};
    while (offsets.back() < 1000 + members) {
        const auto left = static_cast<std::uint32_t>(1000 + members) - offsets.back();
        const std::uint32_t size =
            random() % 40 == 0 ? 50 : static_cast<std::uint32_t>(random() % 6);
        offsets.push_back(offsets.back() + std::min(left, size));
    }
    return offsets;
}

template <class T>
class GroupTest : public testing::Test {
protected:
    // Calls `check(cells, lane, groups, cells of group)` on several columns.
    template <class Check>
    static void on_columns(Check check) {
        for (unsigned seed = 1; seed <= 12; ++seed) {
            for (const bool nulls : {false, true}) {
                const std::size_t members = seed * 150;
                const std::vector<Cell<T>> cells = drawn<T>(members, seed, nulls);
                const std::vector<std::uint32_t> offsets = offsets_for(members, seed);
                const Made<T> made(cells);
                const Groups groups{offsets};
                check(made.lane(), groups, [&](std::size_t row) {
                    return std::vector<Cell<T>>(
                        cells.begin() + static_cast<std::ptrdiff_t>(groups.first(row)),
                        cells.begin() + static_cast<std::ptrdiff_t>(groups.first(row + 1)));
                });
            }
        }
    }
};
using Widths = testing::Types<std::int16_t, std::int32_t, std::int64_t>;
TYPED_TEST_SUITE(GroupTest, Widths);

TYPED_TEST(GroupTest, SumsMeanTheirScalar) {
    using T = TypeParam;
    for (const Nulls nulls : {Nulls::spread, Nulls::skip}) {
        this->on_columns([&](Lane<T> lane, Groups groups, auto cells) {
            Scratch<std::int64_t> out;
            std::vector<std::int64_t> overflow(groups.rows());
            const auto sums = sum_of<T>(lane, groups, nulls, out, overflow.data());
            ASSERT_EQ(fault_of(sums), "");
            for (std::size_t row = 0; row < groups.rows(); ++row) {
                const auto expected = sum_of<T>(std::span<const Cell<T>>(cells(row)), nulls);
                ASSERT_EQ(sums.at(row), expected.cell) << row;
                ASSERT_EQ(overflow[row], expected.overflow ? -1 : 0) << row;
            }
        });
    }
}

TYPED_TEST(GroupTest, LeastAndMostMeanTheirScalars) {
    using T = TypeParam;
    for (const Nulls nulls : {Nulls::spread, Nulls::skip}) {
        this->on_columns([&](Lane<T> lane, Groups groups, auto cells) {
            Scratch<T> out;
            expect_rows(least_of<T>(lane, groups, nulls, out), groups.rows(), [&](std::size_t row) {
                return least_of<T>(std::span<const Cell<T>>(cells(row)), nulls);
            });
            expect_rows(most_of<T>(lane, groups, nulls, out), groups.rows(), [&](std::size_t row) {
                return most_of<T>(std::span<const Cell<T>>(cells(row)), nulls);
            });
        });
    }
}

TYPED_TEST(GroupTest, CountsAnyAndAllHaveThreeValues) {
    using T = TypeParam;
    for (unsigned seed = 1; seed <= 6; ++seed) {
        std::mt19937 random(seed);
        const unsigned kinds = seed % 2 == 0 ? 3 : 2;
        std::vector<Truth> members;
        std::vector<Cell<T>> cells;
        for (int i = 0; i < 700; ++i) {
            members.push_back(truths[random() % 5 == 0 ? random() % kinds
                                     : seed % 3 == 0   ? 1
                                                       : random() % kinds]);
            cells.push_back(mask_of<T>(members.back()));
        }
        const std::vector<std::uint32_t> offsets = offsets_for(members.size(), seed);
        const Groups groups{offsets};
        const Made<T> made(cells);
        const auto group = [&](std::size_t row) {
            return std::span<const Truth>(members).subspan(
                groups.first(row), groups.first(row + 1) - groups.first(row));
        };
        Scratch<T> out;
        Scratch<std::int64_t> counts;
        expect_rows(any_of<T>(made.lane(), groups, out), groups.rows(),
                    [&](std::size_t row) { return mask_of<T>(any_of(group(row))); });
        expect_rows(all_of<T>(made.lane(), groups, out), groups.rows(),
                    [&](std::size_t row) { return mask_of<T>(all_of(group(row))); });
        expect_rows(count_true_of<T>(made.lane(), groups, counts), groups.rows(),
                    [&](std::size_t row) -> Cell<std::int64_t> {
                        return {std::count(group(row).begin(), group(row).end(), Truth::yes),
                                false};
                    });
        expect_rows(count_of(groups, counts), groups.rows(),
                    [&](std::size_t row) -> Cell<std::int64_t> {
                        return {static_cast<std::int64_t>(group(row).size()), false};
                    });
    }
}

TYPED_TEST(GroupTest, SpreadsAValueToItsMembers) {
    using T = TypeParam;
    this->on_columns([&](Lane<T> lane, Groups groups, auto) {
        const std::vector<Cell<T>> values = drawn<T>(groups.rows(), 5, lane.nulls != nullptr);
        const Made<T> made(values);
        Scratch<T> out;
        const Lane<T> spread = spread_to_members<T>(made.lane(), groups, out);
        ASSERT_EQ(spread.rows, groups.members());
        for (std::size_t row = 0; row < groups.rows(); ++row) {
            for (std::size_t i = groups.first(row); i < groups.first(row + 1); ++i) {
                ASSERT_EQ(spread.at(i), values[row]);
            }
        }
    });
}

TYPED_TEST(GroupTest, AddsByRowInAnyOrder) {
    using T = TypeParam;
    const Made<T> made({{5, false}, {7, false}, Cell<T>::nothing(), {-1, false}});
    const std::uint32_t row_of[] = {2, 0, 1, 2};
    std::int64_t totals[3] = {0, 0, 0};
    std::uint8_t null_rows[3] = {0, 0, 0};
    EXPECT_TRUE(add_by_row<T>(made.lane(), row_of, totals, null_rows));
    EXPECT_EQ(totals[0], 7);
    EXPECT_EQ(totals[1], 0);
    EXPECT_EQ(totals[2], 4);
    EXPECT_EQ(null_rows[1], 1);
    EXPECT_EQ(null_rows[0] + null_rows[2], 0);
    totals[2] = INT64_MAX;
    EXPECT_FALSE(add_by_row<T>(made.lane(), row_of, totals, null_rows));
}

TEST(GroupTest, EmptyChunk) {
    const std::vector<std::uint32_t> offsets{17};
    Scratch<std::int64_t> out;
    EXPECT_EQ(
        sum_of<std::int32_t>({nullptr, nullptr, 0}, {offsets}, Nulls::spread, out, nullptr).rows,
        0U);
}

}  // namespace
}  // namespace anmin::frame
