// What was drawn, beside what is published.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <vector>

#include "population_cli/household.h"

namespace anmin::population_cli {

class Totals {
public:
    explicit Totals(const Nation& nation);

    void add(std::size_t group, std::size_t province, std::int64_t standard,
             const Household& household);

    // Tables in Chinese; published figures are scaled to `persons` drawn of all.
    void print(std::ostream& out) const;

    std::int64_t persons(std::size_t group) const;

private:
    struct OfGroup {
        std::int64_t households = 0;
        std::int64_t persons = 0;
        std::int64_t female = 0;
        std::int64_t disabled = 0;
        std::int64_t minors = 0;
        std::int64_t aged = 0;
        std::int64_t standard = 0;  // summed over persons, fen
        std::int64_t income = 0;    // summed, fen
        std::int64_t aid = 0;
        std::vector<std::int64_t> by_province;
    };
    void print_groups(std::ostream& out) const;
    void print_shapes(std::ostream& out) const;
    void print_standards(std::ostream& out) const;

    const Nation& nation_;
    std::vector<OfGroup> groups_;
};

}  // namespace anmin::population_cli
