// The rules of the bench, invented, of the size that the bar names: a table of ten rules (first
// hit) over six inputs for every member, a sum over the members, five expressions for the
// household, rounding to the fen.
//
//   allowance  = table(age, disability, grade, ill, studying, able)            for each member
//   income     = wage + business + property + transfer                        for each member; null
//   without wage need       = standard of the township * number of members                 for each
//   household gap        = need - sum(income) share      = gap * 0.85, half up to the fen aid = (if
//   gap > 0 then share else 0) + sum(allowance)
// A household with an unknown income is undetermined.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "frame/frame.h"

namespace anmin::bench_population {

// Limits of one input; both included.
struct Between {
    std::int32_t least = INT32_MIN;
    std::int32_t most = INT32_MAX;
};

enum Input { age, disability, grade, ill, studying, able, inputs };

struct BenchRule {
    std::array<Between, inputs> when;
    std::int32_t allowance = 0;  // fen a month
};

// A missing disability or grade makes a condition on it unknown, which is not true.
constexpr Between any{};
constexpr Between yes{1, 1};
constexpr Between no{0, 0};
constexpr std::array<BenchRule, 10> rules{{
    {{Between{0, 17}, any, {1, 2}, any, any, any}, 21000},
    {{Between{80, 200}, any, {1, 2}, any, any, no}, 19000},
    {{any, {4, 5}, {1, 3}, any, any, any}, 16500},
    {{any, any, {1, 2}, any, any, any}, 15000},
    {{Between{0, 17}, any, any, yes, any, any}, 12000},
    {{Between{0, 17}, any, any, any, yes, any}, 9500},
    {{Between{70, 200}, any, any, any, no, no}, 8000},
    {{any, any, any, yes, any, no}, 7000},
    {{Between{18, 25}, any, any, any, yes, no}, 6000},
    {{any, any, any, any, any, any}, 0},
}};

constexpr std::int64_t share_hundredths = 85;

// What comes out; every way of computing must give the same.
struct Outcome {
    std::int64_t aid = 0;  // fen, all households
    std::int64_t aided = 0;
    std::int64_t undetermined = 0;

    bool operator==(const Outcome&) const = default;
    Outcome& operator+=(const Outcome& other) {
        aid += other.aid;
        aided += other.aided;
        undetermined += other.undetermined;
        return *this;
    }
};

// The columns of one segment that the rules read, 35 bytes a member and more.
struct Columns {
    explicit Columns(const frame::Frame& households);

    const frame::Frame* frame;
    std::span<const std::uint32_t> offsets;
    const frame::Column* division;
    const frame::Column *birth, *disability, *grade, *ill, *studying, *able;
    const frame::Column *wage, *business, *property, *transfer;
    std::size_t bytes = 0;  // of all that is read
};

// What the rules need beside the rows.
struct Standards {
    std::int32_t as_of = 0;                 // days
    std::vector<std::int32_t> of_township;  // fen, by position in the dictionary
};

// One segment, by kernels of `frame`, as a compiled decision uses them.
Outcome by_frame(const Columns& columns, const Standards& standards);
// The unmodified model bench.dmn, compiled by engines/batch, and by the row engine. Compile first:
// what is wrong, or nothing.
std::string compile_model(const std::string& file, const frame::Frame& layout, std::int32_t as_of);
Outcome by_batch(const Columns& columns, const Standards& standards);
Outcome by_rows(const Columns& columns, const Standards& standards);
// The same by loops written for exactly these rules: vectors by hand-made masks (the limit), and
// row by row as one would write it first.
Outcome by_hand(const Columns& columns, const Standards& standards);
Outcome row_by_row(const Columns& columns, const Standards& standards);

// The columns as int32, -1 without a value, one file each in the folder.
void dump(const std::vector<Columns>& segments, const Standards& standards,
          const std::string& folder);

// The members of a whole population in an order that knows no households, copied out of the file.
struct Scattered {
    std::vector<std::uint32_t> household;
    std::vector<std::int32_t> birth, wage, business, property, transfer;
    std::vector<std::int8_t> disability, grade, ill, studying, able;  // -1: none
    std::vector<std::int8_t> wage_known;
    std::vector<std::int32_t> division;  // of households
    std::vector<std::uint8_t> sizes;     // of households
};

// Sums by household number; reused between runs.
struct Sums {
    void clear(const Scattered& members) {
        income.assign(members.division.size(), 0);
        allowance.assign(members.division.size(), 0);
        unknown.assign(members.division.size(), 0);
    }
    std::vector<std::int64_t> income, allowance;
    std::vector<std::uint8_t> unknown;
};

// As many threads as there are sums, all cleared.
using UngroupedWay = Outcome (*)(const Scattered& members, const Standards& standards,
                                 std::span<Sums> sums);
Outcome by_frame(const Scattered& members, const Standards& standards, std::span<Sums> sums);
Outcome by_hand(const Scattered& members, const Standards& standards, std::span<Sums> sums);
// Members are put in the order of their households first; that is part of the time.
Outcome by_batch(const Scattered& members, const Standards& standards, std::span<Sums> sums);

}  // namespace anmin::bench_population
