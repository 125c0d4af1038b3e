#include "whatif_cli/tally.h"

#include <algorithm>

namespace anmin::whatif_cli {

void Change::add(const Amount& before, const Amount& after, std::int64_t members) {
    if (!after.known) undetermined.add(members);
    if (after.known && after.money > 0) {
        entitled.add(members);
        cost += after.money;
    }
    if (!before.known || !after.known) {
        uncertain.add(members);
        return;
    }
    const bool had = before.money > 0;
    const bool has = after.money > 0;
    if (has && !had) entrants.add(members);
    if (had && !has) leavers.add(members);
    if (had && has && after.money > before.money) increased.add(members);
    if (had && has && after.money < before.money) decreased.add(members);
    cost_change += std::max<std::int64_t>(after.money, 0) - std::max<std::int64_t>(before.money, 0);
}

Change& Change::operator+=(const Change& other) {
    entitled += other.entitled;
    entrants += other.entrants;
    leavers += other.leavers;
    increased += other.increased;
    decreased += other.decreased;
    undetermined += other.undetermined;
    uncertain += other.uncertain;
    cost += other.cost;
    cost_change += other.cost_change;
    return *this;
}

void Cliffs::add(const Amount& before, const Amount& after) {
    constexpr std::int64_t yuan = 10'000;
    const std::int64_t loss = before.money - after.money;
    if (!before.known || !after.known || loss <= yuan) return;
    ++households;
    lost += loss;
    greatest = std::max(greatest, loss);
}

Cliffs& Cliffs::operator+=(const Cliffs& other) {
    households += other.households;
    lost += other.lost;
    greatest = std::max(greatest, other.greatest);
    return *this;
}

Line& Line::operator+=(const Line& other) {
    all += other.all;
    scenarios.resize(other.scenarios.size());
    cliffs.resize(other.cliffs.size());
    for (std::size_t i = 0; i < scenarios.size(); ++i) scenarios[i] += other.scenarios[i];
    for (std::size_t i = 0; i < cliffs.size(); ++i) cliffs[i] += other.cliffs[i];
    return *this;
}

void add(Tally& into, const Tally& from) {
    for (const auto& [key, line] : from) into[key] += line;
}

}  // namespace anmin::whatif_cli
