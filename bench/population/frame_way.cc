// The rules as a plan over kernels: nothing here knows more than a compiler of decisions would.
#include "frame/arithmetic.h"
#include "frame/choose.h"
#include "frame/compare.h"
#include "frame/days.h"
#include "frame/group.h"
#include "frame/lookup.h"
#include "frame/rules.h"
#include "model.h"
#include "result/result.h"

namespace anmin::bench_population {
namespace {

using frame::Cell;
using frame::Comparison;
using frame::Lane;
using frame::Operation;
using frame::Scratch;
using frame::Slot;
using I32 = std::int32_t;
using I64 = std::int64_t;

frame::RuleTable<I32> compiled() {
    frame::RuleTable<I32> table;
    for (const BenchRule& rule : rules) {
        const auto first = static_cast<std::uint32_t>(table.conditions.size());
        for (std::uint32_t input = 0; input < inputs; ++input) {
            const Between& limits = rule.when[input];
            if (limits.least == INT32_MIN && limits.most == INT32_MAX) continue;
            table.conditions.push_back({input, limits.least, limits.most});
        }
        const auto count = static_cast<std::uint32_t>(table.conditions.size()) - first;
        table.rules.push_back({first, count, rule.allowance});
    }
    return table;
}

// The registers of the plan; allocated once for a thread.
struct Registers {
    std::array<Scratch<I32>, 16> narrow;
    std::array<Scratch<I64>, 16> wide;
    frame::RuleTable<I32> table = compiled();
};

Registers& registers() {
    static thread_local Registers kept;
    return kept;
}

struct Members {
    Lane<I32> birth, disability, grade, ill, studying, able;
    Lane<I32> wage, business, property, transfer;
};

Lane<I32> allowance_of(const Members& members, const Standards& standards, Registers& r) {
    const Lane<I32> ages = frame::years_until(members.birth, standards.as_of, r.narrow[10]);
    const std::array<Lane<I32>, inputs> lanes{ages,        members.disability, members.grade,
                                              members.ill, members.studying,   members.able};
    return frame::first_hit<I32>(r.table, lanes, r.narrow[11], nullptr);
}

// Three sums of 32 bits; that they fit follows from the ranges of the columns (main.cc checks
// them).
Lane<I32> income_of(const Members& members, Registers& r) {
    const Lane<I32> earned =
        frame::compute<I32>(Operation::add, members.wage, members.business, r.narrow[12], nullptr);
    const Lane<I32> given = frame::compute<I32>(Operation::add, members.property, members.transfer,
                                                r.narrow[13], nullptr);
    return frame::compute<I32>(Operation::add, earned, given, r.narrow[14], nullptr);
}

Outcome households_of(Lane<I64> income, Lane<I64> allowance, Lane<I32> division, Lane<I64> size,
                      const Standards& standards, Registers& r) {
    const Lane<I32> narrow =
        frame::look_up<I32, I32>(division, standards.of_township, {}, r.narrow[15]);
    const Lane<I64> wide = frame::converted<I64, I32>(narrow, r.wide[2], nullptr);
    const Lane<I64> need = frame::compute<I64>(Operation::multiply, wide, size, r.wide[3], nullptr);
    const Lane<I64> gap =
        frame::compute<I64>(Operation::subtract, need, income, r.wide[4], nullptr);
    const Lane<I64> scaled =
        frame::compute<I64>(Operation::multiply, gap, share_hundredths, r.wide[5], nullptr);
    const Lane<I64> share = frame::shorten<I64>(scaled, 2, frame::Rounding::half_up, r.wide[6]);
    const Lane<I64> positive = frame::compare<I64>(Comparison::more, gap, 0, r.wide[7]);
    const Lane<I64> zero = frame::filled<I64>({0, false}, gap.rows, r.wide[8]);
    const Lane<I64> topped = frame::choose<I64>(positive, share, zero, r.wide[9]);
    const Lane<I64> aid =
        frame::compute<I64>(Operation::add, topped, allowance, r.wide[10], nullptr);
    Outcome outcome;
    const Lane<I64> unknown = frame::null_rows<I64>(gap, r.wide[11]);
    const Lane<I64> counted = frame::choose<I64>(unknown, zero, aid, r.wide[12]);
    for (std::size_t row = 0; row < counted.rows; ++row) outcome.aid += counted.values[row];
    const Lane<I64> some = frame::compare<I64>(Comparison::more, counted, 0, r.wide[13]);
    outcome.aided = static_cast<I64>(frame::count_true(some));
    outcome.undetermined = static_cast<I64>(frame::count_true(unknown));
    return outcome;
}

}  // namespace

Outcome by_frame(const Columns& columns, const Standards& standards) {
    Registers& r = registers();
    Outcome outcome;
    for (const frame::Chunk& chunk : frame::chunks_of(columns.offsets)) {
        const auto read = [&](const frame::Column* column, std::size_t slot) {
            return frame::read_lane<I32>(*column, chunk.first_member, chunk.members,
                                         r.narrow[slot]);
        };
        const Members members{read(columns.birth, 0),    read(columns.disability, 1),
                              read(columns.grade, 2),    read(columns.ill, 3),
                              read(columns.studying, 4), read(columns.able, 5),
                              read(columns.wage, 6),     read(columns.business, 7),
                              read(columns.property, 8), read(columns.transfer, 9)};
        const frame::Groups groups{columns.offsets.subspan(chunk.first, chunk.rows + 1)};
        const Lane<I64> allowance = frame::sum_of<I32>(allowance_of(members, standards, r), groups,
                                                       frame::Nulls::spread, r.wide[0], nullptr);
        const Lane<I64> income = frame::sum_of<I32>(income_of(members, r), groups,
                                                    frame::Nulls::spread, r.wide[1], nullptr);
        const Lane<I64> size = frame::count_of(groups, r.wide[14]);
        const Lane<I32> division =
            frame::read_lane<I32>(*columns.division, chunk.first, chunk.rows, r.narrow[0]);
        outcome += households_of(income, allowance, division, size, standards, r);
    }
    return outcome;
}

namespace {

// A run of a plain array as a lane; -1 in `values` is null where `nullable`.
Lane<I32> small_lane(const std::vector<std::int8_t>& values, std::size_t first, std::size_t rows,
                     bool nullable, Slot<I32> slot) {
    for (std::size_t row = 0; row < rows; ++row) {
        const I32 value = values[first + row];
        slot.nulls[row] = nullable && value < 0 ? -1 : 0;
        slot.values[row] = value & ~slot.nulls[row];
    }
    return {slot.values, nullable ? slot.nulls : nullptr, rows};
}

Members members_of(const Scattered& all, std::size_t first, std::size_t rows, Registers& r) {
    const auto plain = [&](const std::vector<I32>& values) {
        return Lane<I32>{values.data() + first, nullptr, rows};
    };
    Lane<I32> wage = plain(all.wage);
    const Slot<I32> known = r.narrow[6];
    for (std::size_t row = 0; row < rows; ++row) known.nulls[row] = all.wage_known[first + row] - 1;
    wage.nulls = known.nulls;
    return {plain(all.birth),
            small_lane(all.disability, first, rows, true, r.narrow[1]),
            small_lane(all.grade, first, rows, true, r.narrow[2]),
            small_lane(all.ill, first, rows, false, r.narrow[3]),
            small_lane(all.studying, first, rows, false, r.narrow[4]),
            small_lane(all.able, first, rows, false, r.narrow[5]),
            wage,
            plain(all.business),
            plain(all.property),
            plain(all.transfer)};
}

}  // namespace

Outcome by_frame(const Scattered& all, const Standards& standards, std::span<Sums> threads) {
    CHECK(threads.size() == 1, "this way has one thread");
    Sums& sums = threads[0];
    Registers& r = registers();
    for (const frame::Chunk& chunk : frame::chunks_of(all.household.size())) {
        const Members members = members_of(all, chunk.first, chunk.rows, r);
        const std::uint32_t* const row_of = all.household.data() + chunk.first;
        frame::add_by_row<I32>(allowance_of(members, standards, r), row_of, sums.allowance.data(),
                               sums.unknown.data());
        frame::add_by_row<I32>(income_of(members, r), row_of, sums.income.data(),
                               sums.unknown.data());
    }
    Outcome outcome;
    for (const frame::Chunk& chunk : frame::chunks_of(all.division.size())) {
        const Slot<I64> known = r.wide[1];
        const Slot<I64> sizes = r.wide[14];
        bool some = false;
        for (std::size_t row = 0; row < chunk.rows; ++row) {
            const bool unknown = sums.unknown[chunk.first + row] != 0;
            known.nulls[row] = unknown ? -1 : 0;
            known.values[row] = unknown ? 0 : sums.income[chunk.first + row];
            sizes.values[row] = all.sizes[chunk.first + row];
            some = some || unknown;
        }
        const Lane<I64> income{known.values, some ? known.nulls : nullptr, chunk.rows};
        const Lane<I64> allowance{sums.allowance.data() + chunk.first, nullptr, chunk.rows};
        outcome += households_of(income, allowance,
                                 {all.division.data() + chunk.first, nullptr, chunk.rows},
                                 {sizes.values, nullptr, chunk.rows}, standards, r);
    }
    return outcome;
}

}  // namespace anmin::bench_population
