// Rules over rows: conditions on intervals, joined by "and", tried in order. One kernel for a whole
// table of rules; what a decision table of constants compiles to.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "frame/lane.h"

namespace anmin::frame {

// True where least <= input <= most, or, with `outside`, where not; unknown where the input is
// null.
template <class T>
struct Condition {
    std::uint32_t input = 0;  // which of the lanes
    T least = 0;
    T most = 0;
    bool outside = false;
};

// Conditions [first, first + count) must all hold; without conditions it always does.
template <class T>
struct Rule {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    T value = 0;
};

template <class T>
struct RuleTable {
    std::vector<Condition<T>> conditions;
    std::vector<Rule<T>> rules;
};

// The value of the first rule that is true; null where none is. Where `doubt` is given, rows are
// marked there
// (= -1, else 0) in which a rule that is unknown stands before the one that is true: had the input
// been known, that rule might have decided.
template <class T>
Lane<T> first_hit(const RuleTable<T>& table, std::span<const Lane<T>> inputs, Slot<T> out,
                  T* doubt);

// Whether one rule is true, false or unknown, as masks. For the other hit policies.
template <class T>
Lane<T> rule_truth(const RuleTable<T>& table, std::size_t rule, std::span<const Lane<T>> inputs,
                   Slot<T> out);

// What the two kernels mean, for one row; `cells` are the inputs.
template <class T>
constexpr Truth truth_of(const Condition<T>& condition, std::span<const Cell<T>> cells) {
    const Cell<T> cell = cells[condition.input];
    const Truth inside = both(compared(Comparison::at_least, cell, {condition.least, false}),
                              compared(Comparison::at_most, cell, {condition.most, false}));
    return condition.outside ? opposite(inside) : inside;
}
template <class T>
constexpr Truth truth_of(const RuleTable<T>& table, const Rule<T>& rule,
                         std::span<const Cell<T>> cells) {
    Truth truth = Truth::yes;
    for (std::uint32_t i = rule.first; i < rule.first + rule.count; ++i) {
        truth = both(truth, truth_of(table.conditions[i], cells));
    }
    return truth;
}
template <class T>
struct Hit {
    Cell<T> value;
    bool doubt = false;

    bool operator==(const Hit&) const = default;
};
template <class T>
constexpr Hit<T> first_hit_of(const RuleTable<T>& table, std::span<const Cell<T>> cells) {
    Hit<T> hit{Cell<T>::nothing()};
    for (const Rule<T>& rule : table.rules) {
        const Truth truth = truth_of(table, rule, cells);
        hit.doubt = hit.doubt || truth == Truth::unknown;
        if (truth == Truth::yes) return {{rule.value, false}, hit.doubt};
    }
    return hit;
}

}  // namespace anmin::frame
