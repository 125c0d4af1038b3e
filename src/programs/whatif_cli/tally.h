// Adding up: what each scenario means for households, people and money, by division and tier.
// Internal to the room.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace anmin::whatif_cli {

// Households and the people in them.
struct Heads {
    std::int64_t households = 0;
    std::int64_t people = 0;

    void add(std::int64_t members) {
        ++households;
        people += members;
    }
    Heads& operator+=(const Heads& other) {
        households += other.households;
        people += other.people;
        return *this;
    }
    bool operator==(const Heads&) const = default;
};

// Money in units of 10^-4 yuan a month, exactly.
constexpr int money_scale = 4;

// What one scenario gives a household; no amount: undetermined.
struct Amount {
    bool known = false;
    std::int64_t money = 0;
    bool operator==(const Amount&) const = default;
};

// One scenario beside the baseline.
struct Change {
    Heads entitled;      // in the scenario
    Heads entrants;      // entitled now, not before
    Heads leavers;       // entitled before, not now
    Heads increased;     // entitled in both, more
    Heads decreased;     // entitled in both, less
    Heads undetermined;  // in the scenario
    Heads uncertain;     // undetermined in either: not compared
    std::int64_t cost = 0;
    std::int64_t cost_change = 0;  // over households that are known in both

    void add(const Amount& before, const Amount& after, std::int64_t members);
    Change& operator+=(const Change& other);
    bool operator==(const Change&) const = default;
};

// Households that lose more than a yuan when they earn one more.
struct Cliffs {
    std::int64_t households = 0;
    std::int64_t lost = 0;      // what they lose together, beyond nothing
    std::int64_t greatest = 0;  // the greatest loss of one household

    void add(const Amount& before, const Amount& after);
    Cliffs& operator+=(const Cliffs& other);
    bool operator==(const Cliffs&) const = default;
};

struct Line {
    Heads all;
    std::vector<Change> scenarios;  // [0] is the baseline beside itself
    std::vector<Cliffs> cliffs;     // by scenario, when asked for

    Line& operator+=(const Line& other);
};

// By division and tier; keys are positions in tables of the caller.
using Tally = std::map<std::pair<std::int32_t, std::int32_t>, Line>;
void add(Tally& into, const Tally& from);

}  // namespace anmin::whatif_cli
