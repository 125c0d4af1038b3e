#include "frame/compare.h"

#include "frame/choose.h"
#include "frame/lane_sample.h"
#include "frame/lift.h"

namespace anmin::frame {
namespace {

using namespace sample;

constexpr Comparison comparisons[] = {Comparison::equal, Comparison::unequal,
                                      Comparison::less,  Comparison::at_most,
                                      Comparison::more,  Comparison::at_least};

template <class T>
class CompareTest : public testing::Test {};
using Widths = testing::Types<std::int16_t, std::int32_t, std::int64_t>;
TYPED_TEST_SUITE(CompareTest, Widths);

TYPED_TEST(CompareTest, EveryComparisonMeansItsScalar) {
    using T = TypeParam;
    for (const Comparison how : comparisons) {
        Scratch<T> out;
        expect_agreement_everywhere<T>(
            [&](Lane<T> left, Lane<T> right) { return compare<T>(how, left, right, out); },
            [&](Cell<T> left, Cell<T> right) { return mask_of<T>(compared(how, left, right)); });
        for (const Cell<T> constant : edges<T>()) {
            if (constant.null) continue;
            expect_agreement_everywhere<T>(
                [&](Lane<T> left, Lane<T>) { return compare<T>(how, left, constant.value, out); },
                [&](Cell<T> left, Cell<T>) { return mask_of<T>(compared(how, left, constant)); });
        }
    }
}

TYPED_TEST(CompareTest, BetweenIsBothLimits) {
    using T = TypeParam;
    for (const Cell<T> least : edges<T>()) {
        for (const Cell<T> most : edges<T>()) {
            if (least.null || most.null) continue;
            Scratch<T> out;
            expect_agreement_everywhere<T>(
                [&](Lane<T> left, Lane<T>) {
                    return between<T>(left, least.value, most.value, out);
                },
                [&](Cell<T> cell, Cell<T>) {
                    return mask_of<T>(both(compared(Comparison::at_least, cell, least),
                                           compared(Comparison::at_most, cell, most)));
                });
        }
    }
}

TYPED_TEST(CompareTest, LogicHasThreeValues) {
    using T = TypeParam;
    std::vector<Cell<T>> masks;
    for (const Truth truth : truths) masks.push_back(mask_of<T>(truth));
    const std::vector<Cell<T>> known(masks.begin(), masks.begin() + 2);
    const auto truth_of = [](Cell<T> cell) {
        return cell.null ? Truth::unknown : cell.value != 0 ? Truth::yes : Truth::no;
    };
    Scratch<T> out;
    for (const auto& cells : {masks, known}) {
        const auto [left, right] = pairs_of(cells);
        expect_agreement<T>(
            left, right, [&](auto a, auto b) { return both<T>(a, b, out); },
            [&](auto a, auto b) { return mask_of<T>(both(truth_of(a), truth_of(b))); });
        expect_agreement<T>(
            left, right, [&](auto a, auto b) { return either<T>(a, b, out); },
            [&](auto a, auto b) { return mask_of<T>(either(truth_of(a), truth_of(b))); });
        expect_agreement<T>(
            left, right, [&](auto a, auto) { return opposite<T>(a, out); },
            [&](auto a, auto) { return mask_of<T>(opposite(truth_of(a))); });
    }
    EXPECT_EQ(count_true(Made<T>(pairs_of(masks).first).lane()), 3U);
}

TYPED_TEST(CompareTest, CountsAChunkOfTrueRows) {
    using T = TypeParam;
    Scratch<T> out;
    EXPECT_EQ(count_true(filled<T>({-1, false}, chunk_rows, out)), chunk_rows);
    EXPECT_EQ(count_true(filled<T>(Cell<T>::nothing(), chunk_rows, out)), 0U);
}

TYPED_TEST(CompareTest, ChooseTakesTheOtherSideWhenUnknown) {
    using T = TypeParam;
    for (const Truth truth : truths) {
        Scratch<T> out;
        Scratch<T> memory;
        expect_agreement_everywhere<T>(
            [&](Lane<T> left, Lane<T> right) {
                const Lane<T> condition = filled<T>(mask_of<T>(truth), left.rows, memory);
                return choose<T>(condition, left, right, out);
            },
            [&](Cell<T> left, Cell<T> right) { return chosen(truth, left, right); });
    }
}

TYPED_TEST(CompareTest, SelectionGathersAndPutsBack) {
    using T = TypeParam;
    const std::vector<Cell<T>> cells = drawn<T>(1000, 7, true);
    const Made<T> made(cells);
    Scratch<T> mask_memory;
    const Lane<T> mask = compare<T>(Comparison::more, made.lane(), T{0}, mask_memory);
    const Selection selection = Selection::of(mask);
    EXPECT_EQ(selection.rows().size(), count_true(mask));
    Scratch<T> close_memory;
    const Lane<T> close = selection.gather<T>(made.lane(), close_memory);
    ASSERT_EQ(close.rows, selection.rows().size());
    std::vector<T> values(cells.size());
    std::vector<T> nulls(cells.size());
    selection.scatter<T>(close, values.data(), nulls.data());
    for (std::size_t row = 0; row < cells.size(); ++row) {
        const bool chosen_row = !cells[row].null && cells[row].value > 0;
        EXPECT_EQ(values[row], chosen_row ? cells[row].value : T{0});
        EXPECT_EQ(nulls[row], T{0});
    }
    EXPECT_TRUE(Selection::of(filled<T>({0, false}, 10, mask_memory)).empty());
}

TYPED_TEST(CompareTest, LiftGivesAnyScalarFunctionRows) {
    using T = TypeParam;
    Scratch<T> out;
    expect_agreement_everywhere<T>(
        [&](Lane<T> left, Lane<T> right) {
            return lift<T>([](Cell<T> a, Cell<T> b) { return compared(Comparison::less, a, b); },
                           Slot<T>(out), left, right);
        },
        [](Cell<T> a, Cell<T> b) { return mask_of<T>(compared(Comparison::less, a, b)); });
}

}  // namespace
}  // namespace anmin::frame
