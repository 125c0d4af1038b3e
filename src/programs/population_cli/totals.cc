#include "population_cli/totals.h"

#include <algorithm>
#include <iomanip>
#include <ostream>

#include "population_cli/places.h"

namespace anmin::population_cli {
namespace {

// "46.4%" of thousandths with one more digit; "-" of nothing.
std::string percent(std::int64_t part, std::int64_t all) {
    if (all == 0) return "-";
    const std::int64_t thousandths = (part * 1000 + all / 2) / all;
    return std::to_string(thousandths / 10) + "." + std::to_string(thousandths % 10) + "%";
}

std::string hundredths(std::int64_t value) {
    const std::string rest = std::to_string(value % 100);
    return std::to_string(value / 100) + "." + (rest.size() == 1 ? "0" : "") + rest;
}

std::string ratio(std::int64_t part, std::int64_t all) {
    return all == 0 ? "-" : hundredths(part * 100 / all);
}

const char* mark(bool estimate) { return estimate ? "估计" : "公布"; }

}  // namespace

Totals::Totals(const Nation& nation) : nation_(nation), groups_(nation.groups.size()) {
    for (OfGroup& group : groups_) group.by_province.resize(nation.provinces.size());
}

void Totals::add(std::size_t group, std::size_t province, std::int64_t standard,
                 const Household& household) {
    OfGroup& sums = groups_[group];
    const auto size = static_cast<std::int64_t>(household.members.size());
    ++sums.households;
    sums.persons += size;
    sums.by_province[province] += size;
    sums.standard += standard * size;
    sums.aid += household.aid;
    for (const Member& member : household.members) {
        sums.female += member.female ? 1 : 0;
        sums.disabled += member.disability ? 1 : 0;
        sums.minors += member.age < nation_.people.adult_from ? 1 : 0;
        sums.aged += member.age >= nation_.people.pension_from ? 1 : 0;
        sums.income +=
            member.wage.value_or(0) + member.business + member.property + member.transfer;
    }
}

std::int64_t Totals::persons(std::size_t group) const { return groups_[group].persons; }

void Totals::print(std::ostream& out) const {
    print_groups(out);
    print_standards(out);
    print_shapes(out);
}

// Control totals, and how far the provinces are from their shares of them.
void Totals::print_groups(std::ostream& out) const {
    std::int64_t all = 0;
    for (const OfGroup& group : groups_) all += group.persons;
    std::vector<std::int64_t> controls;
    for (const Group& group : nation_.groups) controls.push_back(group.persons);
    const std::vector<std::int64_t> scaled = shared_out(all, controls);
    out << "人数（合成；按全国控制数同比缩放）\n"
        << "      合成人数      控制数      全国数  各省最大差  依据\n";
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const Group& group = nation_.groups[g];
        std::vector<std::int64_t> columns;
        for (const Province& province : nation_.provinces)
            columns.push_back(province.columns.at(group.spread));
        const std::vector<std::int64_t> shares = shared_out(scaled[g], columns);
        std::int64_t most = 0;
        for (std::size_t p = 0; p < shares.size(); ++p) {
            most = std::max(most, std::abs(shares[p] - groups_[g].by_province[p]));
        }
        out << std::setw(14) << groups_[g].persons << std::setw(12) << scaled[g] << std::setw(12)
            << group.persons << std::setw(12) << most << "  " << group.label << "，"
            << mark(group.estimate) << "：" << group.source << "\n";
    }
    out << std::setw(14) << all << std::setw(12) << all << std::setw(12) << nation_.persons
        << "              合计\n";
}

void Totals::print_standards(std::ostream& out) const {
    out << "平均标准（元/月，按人数加权）\n        合成        公布  依据\n";
    for (const Published& published : nation_.published) {
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            const Group& group = nation_.groups[g];
            // Of the first group that has this standard: the one that the published average is of.
            if (group.standard != published.what) continue;
            const std::int64_t persons = groups_[g].persons;
            out << std::setw(12) << (persons == 0 ? "-" : hundredths(groups_[g].standard / persons))
                << std::setw(12) << hundredths(published.value) << "  " << published.label << "，"
                << mark(published.estimate) << "：" << published.source << "\n";
            break;
        }
    }
}

void Totals::print_shapes(std::ostream& out) const {
    out << "结构（括号内为模型目标）\n"
        << "        户数  户均     女性（目标）   残疾（目标） 未成年   老年  补差/标准\n";
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const OfGroup& sums = groups_[g];
        const Shape& shape = nation_.shapes[nation_.groups[g].shape];
        out << std::setw(12) << sums.households << std::setw(6)
            << ratio(sums.persons, sums.households) << std::setw(8)
            << percent(sums.female, sums.persons) << "（" << percent(shape.female, 1000) << "）"
            << std::setw(8) << percent(sums.disabled, sums.persons) << "（"
            << percent(shape.disabled, 1000) << "）" << std::setw(8)
            << percent(sums.minors, sums.persons) << std::setw(8)
            << percent(sums.aged, sums.persons) << std::setw(8) << ratio(sums.aid, sums.standard)
            << "  " << nation_.groups[g].label << "\n";
    }
}

}  // namespace anmin::population_cli
