// Lanes for tests: the values where things go wrong, and drawn ones; how a kernel is held against
// its scalar function in every encoding of its inputs.
#pragma once

#include <algorithm>
#include <gtest/gtest.h>
#include <limits>
#include <random>
#include <vector>

#include "frame/lane.h"

namespace anmin::frame::sample {

template <class T>
std::vector<Cell<T>> edges() {
    using Limits = std::numeric_limits<T>;
    return {Cell<T>::nothing(), {Limits::min(), false}, {-1, false}, {0, false},
            {1, false},         {Limits::max(), false}};
}

constexpr Truth truths[] = {Truth::no, Truth::yes, Truth::unknown};

template <class T>
Cell<T> mask_of(Truth truth) {
    return {static_cast<T>(truth == Truth::yes ? -1 : 0), truth == Truth::unknown};
}

// Draws from the edges, from small numbers and from the whole width; some null.
template <class T>
std::vector<Cell<T>> drawn(std::size_t rows, unsigned seed, bool nulls) {
    std::mt19937_64 random(seed);
    std::vector<Cell<T>> cells;
    const std::vector<Cell<T>> special = edges<T>();
    while (cells.size() < rows) {
        const auto bits = random();
        Cell<T> cell{static_cast<T>(random()), false};
        if (bits % 4 == 0) cell = special[bits / 4 % special.size()];
        if (bits % 4 == 1) cell = {static_cast<T>(static_cast<int>(bits / 4 % 21) - 10), false};
        if (bits % 4 == 2 && bits / 4 % 8 == 0) cell = Cell<T>::nothing();
        if (!cell.null || nulls) cells.push_back(cell);
    }
    return cells;
}

// Owns a lane made of cells; without null cells it has no mask.
template <class T>
class Made {
public:
    explicit Made(const std::vector<Cell<T>>& cells) {
        const bool some =
            std::any_of(cells.begin(), cells.end(), [](Cell<T> cell) { return cell.null; });
        for (const Cell<T> cell : cells) {
            values_.push_back(cell.value);
            if (some) nulls_.push_back(static_cast<T>(cell.null ? -1 : 0));
        }
    }
    Lane<T> lane() const {
        return {values_.data(), nulls_.empty() ? nullptr : nulls_.data(), values_.size()};
    }

private:
    std::vector<T> values_;
    std::vector<T> nulls_;
};

// Every pair of the cells, as two columns of the same length.
template <class T>
std::pair<std::vector<Cell<T>>, std::vector<Cell<T>>> pairs_of(const std::vector<Cell<T>>& cells) {
    std::pair<std::vector<Cell<T>>, std::vector<Cell<T>>> pairs;
    for (const Cell<T> left : cells) {
        for (const Cell<T> right : cells) {
            pairs.first.push_back(left);
            pairs.second.push_back(right);
        }
    }
    return pairs;
}

template <class T>
std::vector<Cell<T>> cells_of(Lane<T> lane) {
    std::vector<Cell<T>> cells;
    for (std::size_t row = 0; row < lane.rows; ++row) cells.push_back(lane.at(row));
    return cells;
}

// The lane keeps its invariant, and equals the scalar function row by row.
template <class T, class Scalar>
void expect_rows(Lane<T> lane, std::size_t rows, Scalar scalar) {
    ASSERT_EQ(lane.rows, rows);
    ASSERT_EQ(fault_of(lane), "");
    for (std::size_t row = 0; row < rows; ++row) {
        const Cell<T> expected = scalar(row);
        const Cell<T> cell = lane.at(row);
        ASSERT_TRUE(cell == expected)
            << "row " << row << ": " << cell.value << (cell.null ? " null" : "") << ", expected "
            << expected.value << (expected.null ? " null" : "");
    }
}

// Runs `kernel(left, right)` on every encoding of the two inputs; `scalar(left cell, right cell)`
// gives a cell.
template <class T, class Kernel, class Scalar>
void expect_agreement(const std::vector<Cell<T>>& left, const std::vector<Cell<T>>& right,
                      Kernel kernel, Scalar scalar) {
    const Made<T> one(left);
    const Made<T> other(right);
    const auto expected = [&](std::size_t row) { return scalar(left[row], right[row]); };
    expect_rows(kernel(one.lane(), other.lane()), left.size(), expected);
    Scratch<T> first;
    Scratch<T> second;
    for (int how = 0; how < reencodings; ++how) {
        expect_rows(kernel(reencoded(one.lane(), how, first), other.lane()), left.size(), expected);
        expect_rows(kernel(one.lane(), reencoded(other.lane(), how, second)), left.size(),
                    expected);
    }
}

// The same, over all pairs of edges and over drawn columns of lengths around a block and a chunk.
template <class T, class Kernel, class Scalar>
void expect_agreement_everywhere(Kernel kernel, Scalar scalar) {
    const auto [left, right] = pairs_of(edges<T>());
    expect_agreement<T>(left, right, kernel, scalar);
    unsigned seed = 1;
    for (const std::size_t rows : {0U, 1U, 31U, 64U, 65U, 300U, 4096U}) {
        for (const bool nulls : {false, true}) {
            expect_agreement<T>(drawn<T>(rows, seed, nulls), drawn<T>(rows, seed + 1, nulls),
                                kernel, scalar);
            seed += 2;
        }
    }
}

}  // namespace anmin::frame::sample
