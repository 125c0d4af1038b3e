#include "frame/rules.h"

#include <algorithm>

#include "frame/clones.h"
#include "result/result.h"

namespace anmin::frame {
namespace {

// Rows whose masks stay in the first-level cache while all rules are tried.
constexpr std::size_t block_bytes = 1024;
template <class T>
constexpr std::size_t block_rows = block_bytes / sizeof(T);

template <class T>
[[gnu::always_inline]] inline void fill(T* block, T value) {
    for (std::size_t i = 0; i < block_rows<T>; ++i) block[i] = value;
}
template <class T>
[[gnu::always_inline]] inline bool any(const T* block) {
    T some = 0;
    for (std::size_t i = 0; i < block_rows<T>; ++i) some = static_cast<T>(some | block[i]);
    return some != 0;
}

template <class T>
constexpr T mask(bool truth) {
    return static_cast<T>(-static_cast<T>(truth));
}

// A condition and the rows it is about.
template <class T>
struct Asked {
    const T* values;
    const T* nulls;  // nullptr: none
    T least;
    T most;
    T flip;  // -1 where the condition asks for the outside

    [[gnu::always_inline]] T inside(std::size_t i) const {
        return static_cast<T>((mask<T>(values[i] >= least) & mask<T>(values[i] <= most)) ^ flip);
    }
};

// yes = from & condition is true.
template <class T>
[[gnu::always_inline]] inline void keep_true(const T* from, Asked<T> asked, T* yes) {
    if (asked.nulls == nullptr) {
        for (std::size_t i = 0; i < block_rows<T>; ++i) {
            yes[i] = static_cast<T>(from[i] & asked.inside(i));
        }
        return;
    }
    for (std::size_t i = 0; i < block_rows<T>; ++i) {
        yes[i] = static_cast<T>(from[i] & asked.inside(i) & ~asked.nulls[i]);
    }
}

// The same for two conditions at once: half the traffic. Without nulls only.
template <class T>
[[gnu::always_inline]] inline void keep_both(const T* from, Asked<T> one, Asked<T> two, T* yes) {
    for (std::size_t i = 0; i < block_rows<T>; ++i) {
        yes[i] = static_cast<T>(from[i] & one.inside(i) & two.inside(i));
    }
}

// maybe = from & condition is true or unknown.
template <class T>
[[gnu::always_inline]] inline void keep_possible(const T* from, Asked<T> asked, T* maybe) {
    if (asked.nulls == nullptr) return keep_true(from, asked, maybe);
    for (std::size_t i = 0; i < block_rows<T>; ++i) {
        maybe[i] = static_cast<T>(from[i] & (asked.inside(i) | asked.nulls[i]));
    }
}

template <class T>
struct Tables {
    const Condition<T>* conditions;
    const Rule<T>* rules;
    std::size_t rule_count;
    const Lane<T>* inputs;

    [[gnu::always_inline]] Asked<T> asked(std::uint32_t number, std::size_t row) const {
        const Condition<T>& condition = conditions[number];
        const Lane<T>& input = inputs[condition.input];
        return {input.values + row, input.nulls == nullptr ? nullptr : input.nulls + row,
                condition.least, condition.most, condition.outside ? T{-1} : T{0}};
    }
};

// The rows of `from` in which the rule is true; and, where asked for, those in which it may be.
// What is not narrowed by a condition is `from` itself.
template <class T>
struct Tried {
    const T* yes;
    const T* maybe;
};

template <class T, bool doubts>
[[gnu::always_inline]] inline Tried<T> try_rule(const Tables<T>& tables, const Rule<T>& rule,
                                                std::size_t row, const T* from, T* yes, T* maybe) {
    Tried<T> tried{from, from};
    const std::uint32_t end = rule.first + rule.count;
    for (std::uint32_t c = rule.first; c < end; ++c) {
        const Asked<T> one = tables.asked(c, row);
        const bool last =
            c + 1 == end || one.nulls != nullptr || tables.asked(c + 1, row).nulls != nullptr;
        if (last) {
            keep_true(tried.yes, one, yes);
        } else {
            keep_both(tried.yes, one, tables.asked(++c, row), yes);
        }
        tried.yes = yes;
    }
    for (std::uint32_t c = rule.first; doubts && c < end; ++c) {
        keep_possible(tried.maybe, tables.asked(c, row), maybe);
        tried.maybe = maybe;
    }
    return tried;
}

// The last conditions of a rule, and what it decides, in one go over the block: rows that are still
// open (`yes` is nullptr) or of those the ones that met the conditions before.
template <class T, class Asks>
[[gnu::always_inline]] inline void settle(const T* __restrict yes, Asks asks, T value,
                                          T* __restrict out, T* __restrict open) {
    if (yes == nullptr) {
        for (std::size_t i = 0; i < block_rows<T>; ++i) {
            const T hit = static_cast<T>(open[i] & asks(i));
            out[i] = static_cast<T>(out[i] | (hit & value));
            open[i] = static_cast<T>(open[i] & ~hit);
        }
        return;
    }
    for (std::size_t i = 0; i < block_rows<T>; ++i) {
        const T hit = static_cast<T>(yes[i] & asks(i));
        out[i] = static_cast<T>(out[i] | (hit & value));
        open[i] = static_cast<T>(open[i] & ~hit);
    }
}

// One rule with conditions on one block, where no doubt is asked for. Up to three conditions
// without nulls go together.
template <class T>
[[gnu::always_inline]] inline void decide_rule(const Tables<T>& tables, const Rule<T>& rule,
                                               std::size_t row, T* __restrict yes,
                                               T* __restrict out, T* __restrict open) {
    const T* met = nullptr;
    const std::uint32_t end = rule.first + rule.count;
    std::uint32_t c = rule.first;
    const auto go_on = [&] {
        keep_true(met == nullptr ? open : met, tables.asked(c++, row), yes);
        met = yes;
    };
    while (end - c > 3) go_on();
    while (end - c > 1 && std::any_of(&tables.conditions[c], &tables.conditions[end],
                                      [&](const Condition<T>& one) {
                                          return tables.inputs[one.input].nulls != nullptr;
                                      })) {
        go_on();
    }
    const Asked<T> one = tables.asked(c, row);
    if (one.nulls != nullptr) {
        return settle(
            met, [=](std::size_t i) { return static_cast<T>(one.inside(i) & ~one.nulls[i]); },
            rule.value, out, open);
    }
    const Asked<T> two = tables.asked(std::min(c + 1, end - 1), row);
    const Asked<T> three = tables.asked(end - 1, row);
    if (end - c == 3) {
        settle(
            met,
            [=](std::size_t i) {
                return static_cast<T>(one.inside(i) & two.inside(i) & three.inside(i));
            },
            rule.value, out, open);
    } else if (end - c == 2) {
        settle(
            met, [=](std::size_t i) { return static_cast<T>(one.inside(i) & two.inside(i)); },
            rule.value, out, open);
    } else {
        settle(met, [=](std::size_t i) { return one.inside(i); }, rule.value, out, open);
    }
}

// Tries the rules on one block. `open` ends as the rows that no rule decided.
template <class T, bool doubts>
[[gnu::always_inline]] inline void try_rules(const Tables<T>& tables, std::size_t row,
                                             T* __restrict out, T* __restrict open,
                                             T* __restrict doubt) {
    alignas(64) T yes[block_rows<T>];
    alignas(64) T maybe[block_rows<T>];
    fill(out, T{0});
    fill(open, T{-1});
    if constexpr (doubts) fill(doubt, T{0});
    for (std::size_t r = 0; r < tables.rule_count; ++r) {
        const Rule<T>& rule = tables.rules[r];
        const T value = rule.value;
        if (rule.count == 0) {  // true for all that is open
            for (std::size_t i = 0; i < block_rows<T>; ++i)
                out[i] = static_cast<T>(out[i] | (open[i] & value));
            fill(open, T{0});
            break;
        }
        if constexpr (!doubts) {
            decide_rule(tables, rule, row, yes, out, open);
            continue;
        }
        try_rule<T, doubts>(tables, rule, row, open, yes, maybe);
        for (std::size_t i = 0; i < block_rows<T>; ++i) {
            out[i] = static_cast<T>(out[i] | (yes[i] & value));
            if constexpr (doubts) doubt[i] = static_cast<T>(doubt[i] | (maybe[i] & ~yes[i]));
            open[i] = static_cast<T>(open[i] & ~yes[i]);
        }
    }
}

// Calls `block(row)` for blocks that cover all rows. The last one reaches back over rows that are
// done, as nothing behind the end of a lane may be read; kernels do not write to their inputs.
template <class T, class Work>
[[gnu::always_inline]] inline void for_blocks(std::size_t rows, Work work) {
    for (std::size_t row = 0; row < rows; row += block_rows<T>)
        work(std::min(row, rows - block_rows<T>));
}

template <class T, bool doubts>
[[gnu::always_inline]] inline bool first_hit_as(const Tables<T>& tables, std::size_t rows, T* out,
                                                T* open, T* doubt) {
    bool some_open = false;
    for_blocks<T>(rows, [&](std::size_t row) __attribute__((always_inline)) {
        try_rules<T, doubts>(tables, row, out + row, open + row, doubts ? doubt + row : nullptr);
        some_open = some_open || any(open + row);
    });
    return some_open;
}

template <class T>
[[gnu::always_inline]] inline void rule_truth_as(const Tables<T>& tables, const Rule<T>& rule,
                                                 std::size_t rows, T* out, T* nulls) {
    alignas(64) T all[block_rows<T>];
    alignas(64) T yes[block_rows<T>];
    alignas(64) T maybe[block_rows<T>];
    fill(all, T{-1});
    for_blocks<T>(rows, [&](std::size_t row) __attribute__((always_inline)) {
        const Tried<T> tried = try_rule<T, true>(tables, rule, row, all, yes, maybe);
        for (std::size_t i = 0; i < block_rows<T>; ++i) {
            out[row + i] = tried.yes[i];
            nulls[row + i] = static_cast<T>(tried.maybe[i] & ~tried.yes[i]);
        }
    });
}

#define STAMP(T)                                                                                 \
    ANMIN_CLONES bool first_hit_rows(const Tables<T>& tables, std::size_t rows, T* out, T* open, \
                                     T* doubt) {                                                 \
        return doubt == nullptr ? first_hit_as<T, false>(tables, rows, out, open, doubt)         \
                                : first_hit_as<T, true>(tables, rows, out, open, doubt);         \
    }                                                                                            \
    ANMIN_CLONES void rule_truth_rows(const Tables<T>& tables, const Rule<T>& rule,              \
                                      std::size_t rows, T* out, T* nulls) {                      \
        rule_truth_as(tables, rule, rows, out, nulls);                                           \
    }
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

template <class T>
std::size_t check_inputs(const RuleTable<T>& table, std::span<const Lane<T>> inputs) {
    CHECK(!inputs.empty(), "rules have an input");
    for (const Condition<T>& condition : table.conditions) {
        CHECK(condition.input < inputs.size(), "the input of a condition");
    }
    for (const Rule<T>& rule : table.rules) {
        CHECK(rule.first + rule.count <= table.conditions.size(), "the conditions of a rule");
    }
    for (const Lane<T>& input : inputs)
        CHECK(input.rows == inputs[0].rows, "lanes of the same length");
    return inputs[0].rows;
}

template <class T>
std::vector<Cell<T>> cells_of(std::span<const Lane<T>> inputs, std::size_t row) {
    std::vector<Cell<T>> cells;
    for (const Lane<T>& input : inputs) cells.push_back(input.at(row));
    return cells;
}

}  // namespace

template <class T>
Lane<T> first_hit(const RuleTable<T>& table, std::span<const Lane<T>> inputs, Slot<T> out,
                  T* doubt) {
    const std::size_t rows = check_inputs(table, inputs);
    bool open = false;
    if (rows >= block_rows<T>) {
        const Tables<T> tables{table.conditions.data(), table.rules.data(), table.rules.size(),
                               inputs.data()};
        open = first_hit_rows(tables, rows, out.values, out.nulls, doubt);
    } else {
        for (std::size_t row = 0; row < rows; ++row) {
            const Hit<T> hit = first_hit_of<T>(table, cells_of(inputs, row));
            out.values[row] = hit.value.value;
            out.nulls[row] = static_cast<T>(hit.value.null ? -1 : 0);
            if (doubt != nullptr) doubt[row] = static_cast<T>(hit.doubt ? -1 : 0);
            open = open || hit.value.null;
        }
    }
    return {out.values, open ? out.nulls : nullptr, rows};
}

template <class T>
Lane<T> rule_truth(const RuleTable<T>& table, std::size_t rule, std::span<const Lane<T>> inputs,
                   Slot<T> out) {
    const std::size_t rows = check_inputs(table, inputs);
    CHECK(rule < table.rules.size(), "a rule of the table");
    if (rows >= block_rows<T>) {
        const Tables<T> tables{table.conditions.data(), table.rules.data(), table.rules.size(),
                               inputs.data()};
        rule_truth_rows(tables, table.rules[rule], rows, out.values, out.nulls);
    } else {
        for (std::size_t row = 0; row < rows; ++row) {
            const Truth truth = truth_of<T>(table, table.rules[rule], cells_of(inputs, row));
            out.values[row] = static_cast<T>(truth == Truth::yes ? -1 : 0);
            out.nulls[row] = static_cast<T>(truth == Truth::unknown ? -1 : 0);
        }
    }
    return {out.values, out.nulls, rows};
}

#define STAMP(T)                                                                            \
    template Lane<T> first_hit(const RuleTable<T>&, std::span<const Lane<T>>, Slot<T>, T*); \
    template Lane<T> rule_truth(const RuleTable<T>&, std::size_t, std::span<const Lane<T>>, \
                                Slot<T>);
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

}  // namespace anmin::frame
