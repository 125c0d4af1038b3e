// The same rules in loops written for them alone: how fast this machine can be.
#include <algorithm>

#include "frame/clones.h"
#include "frame/days.h"
#include "frame/validity.h"
#include "model.h"
#include "threads.h"

namespace anmin::bench_population {
namespace {

constexpr std::size_t most = 4096;

// What a member gives to its household.
struct Given {
    std::int32_t allowance[most];
    std::int32_t income[most];
    std::int32_t unknown[most];
};

struct Rows {
    const std::int32_t *birth, *wage, *business, *property, *transfer;
    const std::int8_t *disability, *grade, *ill, *studying, *able;
    const std::int32_t* no_disability;  // masks
    const std::int32_t* no_wage;
    std::size_t rows = 0;
};

constexpr std::int32_t mask(bool truth) { return -static_cast<std::int32_t>(truth); }

// The table of model.h written out by the compiler, its ages turned into days of birth; masks, as
// it makes vectors of them.
template <std::size_t rule, std::size_t input>
[[gnu::always_inline]] inline std::int32_t met(std::int32_t value, std::int32_t known) {
    constexpr Between limits = rules[rule].when[input];
    std::int32_t hit = -1;
    if constexpr (limits.least != INT32_MIN) hit &= mask(value >= limits.least);
    if constexpr (limits.most != INT32_MAX) hit &= mask(value <= limits.most);
    constexpr bool limited = limits.least != INT32_MIN || limits.most != INT32_MAX;
    if constexpr (limited && (input == disability || input == grade)) hit &= known;
    return hit;
}

// The days between which somebody whose age a rule asks for was born; `any` where it asks for none.
struct Born {
    std::int32_t from[rules.size()];
    std::int32_t to[rules.size()];
};

// The first day of birth whose age is at most so many years.
std::int32_t first_born(std::int32_t as_of, std::int32_t years) {
    std::int32_t from = -200'000;
    std::int32_t to = as_of + 100'000;
    while (from < to) {
        const std::int32_t middle = from + (to - from) / 2;
        if (frame::months_between(middle, as_of) / 12 <= years) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    return from;
}

const Born& born_for(std::int32_t as_of) {
    static thread_local std::int32_t day = INT32_MIN;
    static thread_local Born born;
    if (day == as_of) return born;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        const Between ages = rules[rule].when[age];
        born.from[rule] = first_born(as_of, ages.most);
        born.to[rule] = ages.least == INT32_MIN ? INT32_MAX : first_born(as_of, ages.least - 1) - 1;
    }
    day = as_of;
    return born;
}

struct Values {
    std::int32_t birth, disability, grade, ill, studying, able;
    std::int32_t known;  // mask: has a disability
};

template <std::size_t rule>
[[gnu::always_inline]] inline std::int32_t born_between(std::int32_t birth, const Born& born) {
    constexpr Between ages = rules[rule].when[age];
    std::int32_t hit = -1;
    if constexpr (ages.most != INT32_MAX) hit &= mask(birth >= born.from[rule]);
    if constexpr (ages.least != INT32_MIN) hit &= mask(birth <= born.to[rule]);
    return hit;
}

template <std::size_t rule>
[[gnu::always_inline]] inline void try_rule(const Values& row, const Born& born, std::int32_t& open,
                                            std::int32_t& out) {
    const std::int32_t hit =
        open & born_between<rule>(row.birth, born) &
        met<rule, disability>(row.disability, row.known) & met<rule, grade>(row.grade, row.known) &
        met<rule, ill>(row.ill, row.known) & met<rule, studying>(row.studying, row.known) &
        met<rule, able>(row.able, row.known);
    out |= hit & rules[rule].allowance;
    open &= ~hit;
}

template <std::size_t... rule>
[[gnu::always_inline]] inline std::int32_t first_of(const Values& row, const Born& born,
                                                    std::index_sequence<rule...>) {
    std::int32_t open = -1;
    std::int32_t out = 0;
    (try_rule<rule>(row, born, open, out), ...);
    return out;
}

ANMIN_CLONES void give_allowance(const std::int32_t* __restrict birth,
                                 const std::int8_t* __restrict disabilities,
                                 const std::int8_t* __restrict grades,
                                 const std::int8_t* __restrict ills,
                                 const std::int8_t* __restrict studyings,
                                 const std::int8_t* __restrict ables,
                                 const std::int32_t* __restrict unknown, const Born& days,
                                 std::size_t rows, std::int32_t* __restrict out) {
    const Born born = days;
    for (std::size_t row = 0; row < rows; ++row) {
        const Values values{birth[row],     disabilities[row], grades[row],  ills[row],
                            studyings[row], ables[row],        ~unknown[row]};
        out[row] = first_of(values, born, std::make_index_sequence<rules.size()>());
    }
}

ANMIN_CLONES void give_income(const std::int32_t* __restrict wage,
                              const std::int32_t* __restrict business,
                              const std::int32_t* __restrict property,
                              const std::int32_t* __restrict transfer, std::size_t rows,
                              std::int32_t* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row)
        out[row] = wage[row] + business[row] + property[row] + transfer[row];
}

void give(const Rows& in, std::int32_t as_of, Given& out) {
    give_allowance(in.birth, in.disability, in.grade, in.ill, in.studying, in.able,
                   in.no_disability, born_for(as_of), in.rows, out.allowance);
    give_income(in.wage, in.business, in.property, in.transfer, in.rows, out.income);
    std::copy_n(in.no_wage, in.rows, out.unknown);
}

std::int64_t aid_of(std::int64_t gap, std::int64_t allowance) {
    const std::int64_t share = (gap * share_hundredths + 50) / 100;  // half up; gap > 0 below
    return (gap > 0 ? share : 0) + allowance;
}

void count(Outcome& outcome, std::int64_t gap, std::int64_t allowance, bool unknown) {
    const std::int64_t aid = unknown ? 0 : aid_of(gap, allowance);
    outcome.aid += aid;
    outcome.aided += aid > 0 ? 1 : 0;
    outcome.undetermined += unknown ? 1 : 0;
}

template <class T>
const T* values_of(const frame::Column* column, std::size_t first) {
    return reinterpret_cast<const T*>(column->values) + first;
}

}  // namespace

Outcome by_hand(const Columns& columns, const Standards& standards) {
    static thread_local Given given;
    static thread_local std::int32_t no_disability[most];
    static thread_local std::int32_t no_wage[most];
    static thread_local std::int64_t sums[3][most + 1];
    Outcome outcome;
    for (const frame::Chunk& chunk : frame::chunks_of(columns.offsets)) {
        const std::size_t first = chunk.first_member;
        frame::read_nulls(columns.grade->validity, first, chunk.members, no_disability);
        frame::read_nulls(columns.wage->validity, first, chunk.members, no_wage);
        give({values_of<std::int32_t>(columns.birth, first),
              values_of<std::int32_t>(columns.wage, first),
              values_of<std::int32_t>(columns.business, first),
              values_of<std::int32_t>(columns.property, first),
              values_of<std::int32_t>(columns.transfer, first),
              values_of<std::int8_t>(columns.disability, first),
              values_of<std::int8_t>(columns.grade, first),
              values_of<std::int8_t>(columns.ill, first),
              values_of<std::int8_t>(columns.studying, first),
              values_of<std::int8_t>(columns.able, first), no_disability, no_wage, chunk.members},
             standards.as_of, given);
        for (std::size_t row = 0; row < chunk.members; ++row) {
            sums[0][row + 1] = sums[0][row] + given.allowance[row];
            sums[1][row + 1] = sums[1][row] + given.income[row];
            sums[2][row + 1] = sums[2][row] + given.unknown[row];
        }
        const std::int32_t* division = values_of<std::int32_t>(columns.division, chunk.first);
        for (std::size_t row = 0; row < chunk.rows; ++row) {
            const std::size_t from = columns.offsets[chunk.first + row] - first;
            const std::size_t to = columns.offsets[chunk.first + row + 1] - first;
            const std::int64_t need =
                std::int64_t{standards.of_township[static_cast<std::size_t>(division[row])]} *
                static_cast<std::int64_t>(to - from);
            count(outcome, need - (sums[1][to] - sums[1][from]), sums[0][to] - sums[0][from],
                  sums[2][to] != sums[2][from]);
        }
    }
    return outcome;
}

namespace {

std::int32_t allowance_of(const std::int32_t (&values)[inputs], bool known) {
    for (const BenchRule& rule : rules) {
        bool hit = true;
        for (std::size_t i = 0; i < inputs && hit; ++i) {
            const Between& limits = rule.when[i];
            const bool limited = limits.least != INT32_MIN || limits.most != INT32_MAX;
            hit = values[i] >= limits.least && values[i] <= limits.most &&
                  (known || !limited || (i != disability && i != grade));
        }
        if (hit) return rule.allowance;
    }
    return 0;
}

}  // namespace

Outcome row_by_row(const Columns& columns, const Standards& standards) {
    Outcome outcome;
    const auto value = [](const frame::Column* column, std::size_t row) {
        return std::int32_t{values_of<std::int8_t>(column, row)[0]};
    };
    for (std::size_t household = 0; household + 1 < columns.offsets.size(); ++household) {
        std::int64_t income = 0;
        std::int64_t allowance = 0;
        bool unknown = false;
        for (std::size_t row = columns.offsets[household]; row < columns.offsets[household + 1];
             ++row) {
            const std::int32_t values[inputs]{
                frame::months_between(*values_of<std::int32_t>(columns.birth, row),
                                      standards.as_of) /
                    12,
                value(columns.disability, row),
                value(columns.grade, row),
                value(columns.ill, row),
                value(columns.studying, row),
                value(columns.able, row)};
            allowance += allowance_of(values, frame::is_valid(columns.grade->validity, row));
            for (const frame::Column* part :
                 {columns.wage, columns.business, columns.property, columns.transfer}) {
                income += *values_of<std::int32_t>(part, row);
            }
            unknown = unknown || !frame::is_valid(columns.wage->validity, row);
        }
        const auto township =
            static_cast<std::size_t>(*values_of<std::int32_t>(columns.division, household));
        const std::int64_t size = columns.offsets[household + 1] - columns.offsets[household];
        count(outcome, standards.of_township[township] * size - income, allowance, unknown);
    }
    return outcome;
}

namespace {

// The members from `first` up to `last` into the sums of their households.
void add_members(const Scattered& all, std::size_t begin, std::size_t last,
                 const Standards& standards, Sums& sums) {
    static thread_local Given given;
    static thread_local std::int32_t no_disability[most];
    static thread_local std::int32_t no_wage[most];
    for (std::size_t first = begin; first < last; first += most) {
        const std::size_t rows = std::min(most, last - first);
        for (std::size_t row = 0; row < rows; ++row) {
            no_disability[row] = mask(all.grade[first + row] < 0);
            no_wage[row] = all.wage_known[first + row] - 1;
        }
        give({all.birth.data() + first, all.wage.data() + first, all.business.data() + first,
              all.property.data() + first, all.transfer.data() + first,
              all.disability.data() + first, all.grade.data() + first, all.ill.data() + first,
              all.studying.data() + first, all.able.data() + first, no_disability, no_wage, rows},
             standards.as_of, given);
        for (std::size_t row = 0; row < rows; ++row) {
            const std::size_t household = all.household[first + row];
            sums.income[household] += given.income[row];
            sums.allowance[household] += given.allowance[row];
            sums.unknown[household] =
                static_cast<std::uint8_t>(sums.unknown[household] | (given.unknown[row] & 1));
        }
    }
}

// What the households from `begin` up to `last` get.
Outcome count_households(const Scattered& all, std::size_t begin, std::size_t last,
                         const Standards& standards, std::span<const Sums> threads) {
    Outcome outcome;
    for (std::size_t household = begin; household < last; ++household) {
        const auto township = static_cast<std::size_t>(all.division[household]);
        std::int64_t gap = std::int64_t{standards.of_township[township]} * all.sizes[household];
        std::int64_t allowance = 0;
        bool unknown = false;
        for (const Sums& sums : threads) {
            gap -= sums.income[household];
            allowance += sums.allowance[household];
            unknown = unknown || sums.unknown[household] != 0;
        }
        count(outcome, gap, allowance, unknown);
    }
    return outcome;
}

}  // namespace

Outcome by_hand(const Scattered& all, const Standards& standards, std::span<Sums> threads) {
    const std::size_t parts = threads.size();
    const auto part = [parts](std::size_t all_of, std::size_t i) { return all_of * i / parts; };
    in_threads(static_cast<int>(parts), parts, [&](std::size_t i) {
        const std::size_t members = all.household.size();
        add_members(all, part(members, i), part(members, i + 1), standards, threads[i]);
    });
    std::vector<Outcome> outcomes(parts);
    in_threads(static_cast<int>(parts), parts, [&](std::size_t i) {
        const std::size_t households = all.division.size();
        outcomes[i] =
            count_households(all, part(households, i), part(households, i + 1), standards, threads);
    });
    Outcome sum;
    for (const Outcome& one : outcomes) sum += one;
    return sum;
}

}  // namespace anmin::bench_population
