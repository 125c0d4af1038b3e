#include "frame/rules.h"

#include "frame/lane_sample.h"
#include "frame/lookup.h"

namespace anmin::frame {
namespace {

using namespace sample;

template <class T>
class RulesTest : public testing::Test {};
using Widths = testing::Types<std::int16_t, std::int32_t, std::int64_t>;
TYPED_TEST_SUITE(RulesTest, Widths);

// A table whose limits come from the edges, so that rules meet, overlap and leave gaps.
template <class T>
RuleTable<T> drawn_table(unsigned seed, std::uint32_t inputs) {
    std::mt19937 random(seed);
    const std::vector<Cell<T>> limits = edges<T>();
    RuleTable<T> table;
    for (std::uint32_t r = 0; r < 6; ++r) {
        Rule<T> rule{static_cast<std::uint32_t>(table.conditions.size()),
                     static_cast<std::uint32_t>(random() % 4), static_cast<T>(10 + r)};
        for (std::uint32_t c = 0; c < rule.count; ++c) {
            const T one = limits[1 + random() % (limits.size() - 1)].value;
            const T other = limits[1 + random() % (limits.size() - 1)].value;
            table.conditions.push_back({static_cast<std::uint32_t>(random() % inputs),
                                        std::min(one, other), std::max(one, other),
                                        random() % 4 == 0});
        }
        if (rule.count != 0 || random() % 8 == 0) table.rules.push_back(rule);
    }
    return table;
}

template <class T>
void expect_table(const RuleTable<T>& table, const std::vector<std::vector<Cell<T>>>& columns) {
    std::vector<Made<T>> made;
    std::vector<Lane<T>> lanes;
    for (const auto& column : columns) made.emplace_back(column);
    for (const auto& one : made) lanes.push_back(one.lane());
    const std::size_t rows = columns[0].size();
    Scratch<T> out;
    std::vector<T> doubt(rows, 99);
    const Lane<T> hits = first_hit<T>(table, lanes, out, doubt.data());
    const auto row_cells = [&](std::size_t row) {
        std::vector<Cell<T>> cells;
        for (const auto& column : columns) cells.push_back(column[row]);
        return cells;
    };
    expect_rows(hits, rows,
                [&](std::size_t row) { return first_hit_of<T>(table, row_cells(row)).value; });
    for (std::size_t row = 0; row < rows; ++row) {
        ASSERT_EQ(doubt[row], first_hit_of<T>(table, row_cells(row)).doubt ? T{-1} : T{0}) << row;
    }
    for (std::size_t rule = 0; rule < table.rules.size(); ++rule) {
        expect_rows(rule_truth<T>(table, rule, lanes, out), rows, [&](std::size_t row) {
            return mask_of<T>(truth_of<T>(table, table.rules[rule], row_cells(row)));
        });
    }
}

TYPED_TEST(RulesTest, DrawnTablesMeanTheirScalar) {
    using T = TypeParam;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        const RuleTable<T> table = drawn_table<T>(seed, 3);
        const bool nulls = seed % 2 == 0;
        for (const std::size_t rows : {1U, 511U, 512U, 513U, 1500U}) {
            expect_table<T>(table, {drawn<T>(rows, seed, nulls), drawn<T>(rows, seed + 1, nulls),
                                    drawn<T>(rows, seed + 2, false)});
        }
    }
}

TYPED_TEST(RulesTest, EveryPairOfEdgesInOneRule) {
    using T = TypeParam;
    auto [left, right] = pairs_of(edges<T>());
    for (int i = 0; i < 5; ++i) {  // more rows than a block
        left.insert(left.end(), left.begin(), left.end());
        right.insert(right.end(), right.begin(), right.end());
    }
    for (unsigned seed = 100; seed < 140; ++seed)
        expect_table<T>(drawn_table<T>(seed, 2), {left, right});
}

TYPED_TEST(RulesTest, NoRuleIsNullAndNoConditionIsTrue) {
    using T = TypeParam;
    const std::vector<Cell<T>> cells(600, Cell<T>{5, false});
    expect_table<T>({{{0, 6, 9, false}}, {{0, 1, 1}}}, {cells});
    expect_table<T>({{}, {{0, 0, 7}}}, {cells});
    expect_table<T>({{}, {}}, {cells});
}

TYPED_TEST(RulesTest, LooksUpAndFindsInSets) {
    using T = TypeParam;
    const std::vector<std::int32_t> table{100, 200, 300};
    const std::vector<std::uint8_t> gaps{0, 1, 0};
    const std::vector<std::uint8_t> set{1, 0, 1};
    std::vector<Cell<T>> positions = edges<T>();
    positions.push_back({2, false});
    positions.push_back({3, false});
    const Made<T> made(positions);
    Scratch<std::int32_t> out;
    const auto at = [&](Cell<T> cell, bool with_gaps) -> Cell<std::int32_t> {
        if (cell.null || cell.value < 0 || cell.value > 2) return {0, true};
        if (with_gaps && cell.value == 1) return {0, true};
        return {table[static_cast<std::size_t>(cell.value)], false};
    };
    expect_rows(look_up<std::int32_t, T>(made.lane(), table, {}, out), positions.size(),
                [&](std::size_t row) { return at(positions[row], false); });
    expect_rows(look_up<std::int32_t, T>(made.lane(), table, gaps, out), positions.size(),
                [&](std::size_t row) { return at(positions[row], true); });
    Scratch<T> mask;
    expect_rows(
        is_in<T>(made.lane(), set, mask), positions.size(), [&](std::size_t row) -> Cell<T> {
            if (positions[row].null) return Cell<T>::nothing();
            return mask_of<T>(positions[row].value == 0 || positions[row].value == 2 ? Truth::yes
                                                                                     : Truth::no);
        });
}

}  // namespace
}  // namespace anmin::frame
