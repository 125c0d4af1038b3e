#include "frame/arithmetic.h"

#include "frame/lane_sample.h"
#include "frame/lift.h"

namespace anmin::frame {
namespace {

using namespace sample;

constexpr Operation operations[] = {Operation::add, Operation::subtract, Operation::multiply};
constexpr Rounding roundings[] = {Rounding::half_up, Rounding::half_down, Rounding::half_even,
                                  Rounding::up,      Rounding::down,      Rounding::floor,
                                  Rounding::ceiling};

template <class T>
class ArithmeticTest : public testing::Test {};
using Widths = testing::Types<std::int32_t, std::int64_t>;
TYPED_TEST_SUITE(ArithmeticTest, Widths);

// Holds values, nulls and the overflow mask against the scalar.
template <class T>
void expect_computed(Operation what, const std::vector<Cell<T>>& left,
                     const std::vector<Cell<T>>& right, Lane<T> lane,
                     const std::vector<T>& overflow) {
    expect_rows(lane, left.size(),
                [&](std::size_t row) { return computed(what, left[row], right[row]).cell; });
    for (std::size_t row = 0; row < left.size(); ++row) {
        ASSERT_EQ(overflow[row], computed(what, left[row], right[row]).overflow ? T{-1} : T{0})
            << row;
    }
}

TYPED_TEST(ArithmeticTest, ReportsEveryRowThatDoesNotFit) {
    using T = TypeParam;
    auto [left, right] = pairs_of(edges<T>());
    for (unsigned seed = 1; seed < 9; ++seed) {
        for (const Operation what : operations) {
            const Made<T> one(left);
            const Made<T> other(right);
            Scratch<T> out;
            std::vector<T> overflow(left.size());
            const Lane<T> lane = compute<T>(what, one.lane(), other.lane(), out, overflow.data());
            expect_computed<T>(what, left, right, lane, overflow);
            for (const Cell<T> constant : edges<T>()) {
                if (constant.null) continue;
                overflow.assign(left.size(), 0);
                const Lane<T> by =
                    compute<T>(what, one.lane(), constant.value, out, overflow.data());
                expect_computed<T>(what, left, std::vector<Cell<T>>(left.size(), constant), by,
                                   overflow);
            }
        }
        left = drawn<T>(200 * seed, seed, seed % 2 == 0);
        right = drawn<T>(200 * seed, seed + 100, seed % 3 == 0);
    }
}

TYPED_TEST(ArithmeticTest, OverflowOfAnEarlierKernelIsKept) {
    using T = TypeParam;
    Scratch<T> out;
    T overflow[1] = {-1};
    const Made<T> made({{1, false}});
    compute<T>(Operation::add, made.lane(), T{1}, out, overflow);
    EXPECT_EQ(overflow[0], T{-1});
}

TYPED_TEST(ArithmeticTest, ProvenRowsNeedNoMask) {
    using T = TypeParam;
    for (const Operation what : operations) {
        std::vector<Cell<T>> small;
        for (T value = -100; value <= 100; ++value) small.push_back({value, value % 10 == 0});
        for (Cell<T>& cell : small) cell.value = cell.null ? T{0} : cell.value;
        Scratch<T> out;
        expect_agreement<T>(
            small, {small.rbegin(), small.rend()},
            [&](Lane<T> left, Lane<T> right) {
                return compute<T>(what, left, right, out, nullptr);
            },
            [&](Cell<T> left, Cell<T> right) { return computed(what, left, right).cell; });
    }
}

TYPED_TEST(ArithmeticTest, ManySummandsAreAddedAsOneAfterTheOther) {
    using T = TypeParam;
    for (std::size_t count = 2; count <= most_summands; ++count) {
        for (unsigned null_ones = 0; null_ones < 1U << count; ++null_ones) {
            std::vector<std::vector<Cell<T>>> cells;
            for (unsigned i = 0; i < count; ++i) {
                cells.push_back(drawn<T>(300 + null_ones, 7 * i + 1, (null_ones >> i & 1) != 0));
                for (Cell<T>& cell : cells.back()) cell.value = static_cast<T>(cell.value / 8);
            }
            std::vector<Made<T>> made(cells.begin(), cells.end());
            std::vector<Lane<T>> lanes;
            for (const Made<T>& one : made) lanes.push_back(one.lane());
            Scratch<T> out;
            expect_rows(add_all<T>(lanes, out), cells[0].size(), [&](std::size_t row) {
                Cell<T> sum = cells[0][row];
                for (std::size_t i = 1; i < count; ++i)
                    sum = computed(Operation::add, sum, cells[i][row]).cell;
                return sum;
            });
        }
    }
}

TYPED_TEST(ArithmeticTest, ShortensByEveryPowerAndRounding) {
    using T = TypeParam;
    for (int digits = 0; digits <= (sizeof(T) == 4 ? 9 : 18); ++digits) {
        std::vector<Cell<T>> cells = edges<T>();
        // Around every half and whole of the power.
        for (const std::int64_t wholes : {-3, -2, -1, 0, 1, 2, 3}) {
            for (const std::int64_t near : {-1, 0, 1}) {
                const Wide value = Wide{wholes} * power_of_ten(digits) / 2 + near;
                if (value == static_cast<T>(value)) cells.push_back({static_cast<T>(value), false});
            }
        }
        for (const Rounding rounding : roundings) {
            Scratch<T> out;
            expect_agreement<T>(
                cells, cells,
                [&](Lane<T> lane, Lane<T>) { return shorten<T>(lane, digits, rounding, out); },
                [&](Cell<T> cell, Cell<T>) { return shortened(cell, digits, rounding); });
        }
    }
}

TYPED_TEST(ArithmeticTest, RangeOfALane) {
    using T = TypeParam;
    EXPECT_EQ(range_of(Made<T>({{3, false}, {-7, false}}).lane()), (Range{-7, 3, 0, true}));
    EXPECT_EQ(range_of(Made<T>({}).lane()), (Range{0, 0, 0, false}));
}

TEST(DivisionTest, MeansItsScalar) {
    using T = std::int64_t;
    const auto [left, right] = pairs_of(edges<T>());
    for (const int digits : {0, 2, 18}) {
        for (const Rounding rounding : roundings) {
            Scratch<T> out;
            std::vector<T> overflow(left.size());
            const Made<T> one(left);
            const Made<T> other(right);
            const Lane<T> lane =
                divide(one.lane(), other.lane(), digits, rounding, out, overflow.data());
            for (std::size_t row = 0; row < left.size(); ++row) {
                const Computed<T> expected = divided(left[row], right[row], digits, rounding);
                ASSERT_EQ(lane.at(row), expected.cell) << row;
                ASSERT_EQ(overflow[row] != 0, expected.overflow) << row;
            }
        }
    }
}

// The rounding names themselves, against the words of their definition.
TEST(RoundingTest, OfHalvesAndOfTheRest) {
    const auto rounded = [](std::int64_t tenths, Rounding rounding) {
        return static_cast<std::int64_t>(rounded_quotient(tenths, 10, rounding));
    };
    EXPECT_EQ(rounded(25, Rounding::half_up), 3);
    EXPECT_EQ(rounded(-25, Rounding::half_up), -3);
    EXPECT_EQ(rounded(25, Rounding::half_down), 2);
    EXPECT_EQ(rounded(25, Rounding::half_even), 2);
    EXPECT_EQ(rounded(35, Rounding::half_even), 4);
    EXPECT_EQ(rounded(-35, Rounding::half_even), -4);
    EXPECT_EQ(rounded(21, Rounding::up), 3);
    EXPECT_EQ(rounded(-21, Rounding::up), -3);
    EXPECT_EQ(rounded(29, Rounding::down), 2);
    EXPECT_EQ(rounded(-21, Rounding::floor), -3);
    EXPECT_EQ(rounded(-29, Rounding::ceiling), -2);
    EXPECT_EQ(rounded(21, Rounding::ceiling), 3);
    EXPECT_EQ(rounded_quotient(7, -2, Rounding::half_up), -4);
}

// 53.33 a month is not 640.03 a year: shares are rounded once, at the end.
TEST(RoundingTest, DivisionToTheFen) {
    const Computed<std::int64_t> month =
        divided({64'000, false}, {12, false}, 0, Rounding::half_up);
    EXPECT_EQ(month.cell.value, 5'333);
    EXPECT_EQ(divided({64'000, false}, {1'200, false}, 2, Rounding::half_up).cell.value, 5'333);
    EXPECT_TRUE(divided({1, false}, {0, false}, 0, Rounding::half_up).cell.null);
    EXPECT_TRUE(divided({INT64_MIN, false}, {-1, false}, 0, Rounding::down).overflow);
}

}  // namespace
}  // namespace anmin::frame
