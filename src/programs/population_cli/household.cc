#include "population_cli/household.h"

#include <algorithm>

#include "calendar/date.h"

namespace anmin::population_cli {
namespace {

constexpr std::int64_t most_age = 120;
constexpr std::int64_t within_a_yuan = 100;

// Heads come from the bands that do not begin at birth. What they take from the bands, the others
// lack: so that heads and others together have the ages of the shape.
std::pair<Choice, Choice> head_and_others(const Shape& shape) {
    constexpr std::int64_t fine = 1'000'000;
    std::int64_t all = 0;
    std::int64_t grown = 0;
    for (const AgeBand& band : shape.ages) {
        all += band.weight;
        if (band.from > 0) grown += band.weight;
    }
    std::int64_t households = 0;
    std::int64_t members = 0;
    for (std::size_t i = 0; i < shape.sizes.size(); ++i) {
        households += shape.sizes[i];
        members += shape.sizes[i] * static_cast<std::int64_t>(i + 1);
    }
    std::vector<std::int64_t> head;
    std::vector<std::int64_t> other;
    for (const AgeBand& band : shape.ages) {
        const std::int64_t as_head = band.from > 0 ? fine * band.weight / grown : 0;
        const std::int64_t as_any = fine * band.weight / all;
        head.push_back(as_head);
        other.push_back(std::max<std::int64_t>(0, as_any * members / households - as_head));
    }
    if (std::all_of(other.begin(), other.end(), [](std::int64_t one) { return one == 0; }))
        other = head;
    return {Choice(head), Choice(other)};
}

std::int64_t draw_age(const Shape& shape, const Choice& choice, Draws& draws) {
    const AgeBand& band = shape.ages[choice.draw(draws)];
    return band.from + draws.below(band.to - band.from + 1);
}

Relation relation_of(const People& people, const Member& head, const Member& member,
                     bool has_spouse) {
    if (member.age + people.generation <= head.age) return Relation::child;
    if (member.age >= head.age + people.generation) return Relation::parent;
    const bool adults = std::min(member.age, head.age) >= people.generation;
    const bool near = std::abs(member.age - head.age) <= people.couple_gap;
    return adults && near && member.female != head.female && !has_spouse ? Relation::spouse
                                                                         : Relation::other;
}

}  // namespace

HouseholdMaker::HouseholdMaker(const Nation& nation, std::int64_t as_of)
    : nation_(nation), as_of_(as_of) {
    const calendar::Date today{std::chrono::sys_days{std::chrono::days{as_of}}};
    for (std::int64_t age = 0; age <= most_age; ++age) {
        const calendar::Date birthday = today.plus_months(static_cast<int>(-12 * age));
        birthdays_.push_back(birthday.days().time_since_epoch().count());
    }
    for (const Shape& shape : nation.shapes) {
        sizes_.emplace_back(shape.sizes);
        auto [head, other] = head_and_others(shape);
        ages_.push_back({std::move(head), std::move(other)});
    }
    std::vector<std::int64_t> weights;
    for (const Disability& disability : nation.disabilities) {
        weights.push_back(disability.weight);
        grades_.emplace_back(disability.grades);
    }
    disabilities_ = Choice(weights);
}

void HouseholdMaker::draw(const Group& group, std::int64_t standard, std::int64_t most_members,
                          Draws& draws, Household& household) const {
    const auto size = static_cast<std::int64_t>(sizes_[group.shape].draw(draws)) + 1;
    household = Household{0, 1, 0, 0, 0, std::move(household.members)};
    household.members.clear();
    draw_people(group, std::min(size, most_members), draws, household);
    draw_money(group, standard, draws, household);
}

void HouseholdMaker::draw_people(const Group& group, std::int64_t size, Draws& draws,
                                 Household& household) const {
    const Shape& shape = nation_.shapes[group.shape];
    const People& people = nation_.people;
    bool has_spouse = false;
    for (std::int64_t i = 0; i < size; ++i) {
        Member member;
        member.age =
            draw_age(shape, i == 0 ? ages_[group.shape].head : ages_[group.shape].other, draws);
        // A year is at least 365 days: within them the age stays.
        member.birth = birthdays_[static_cast<std::size_t>(member.age)] - draws.below(365);
        member.female = draws.chance(shape.female);
        if (i > 0) member.relation = relation_of(people, household.members[0], member, has_spouse);
        has_spouse = has_spouse || member.relation == Relation::spouse;
        draw_disability(shape, draws, member);
        const bool school_age =
            member.age >= people.studying_from && member.age <= people.studying_to;
        member.studying = school_age && !member.disability && draws.chance(people.studying);
        const bool working_age =
            member.age >= people.working_from && member.age <= people.working_to;
        member.able =
            working_age && !member.disability && !member.studying && draws.chance(shape.able);
        member.ill = draws.chance(people.ill);
        member.basic_pension = member.age >= people.pension_from ? people.basic_pension : 0;
        const std::int64_t bills = draws.below(1000);
        if (bills < people.medical) {
            member.medical = draws.along(people.medical_quantiles);
        } else if (bills < people.medical + people.unknown_medical) {
            member.medical.reset();
        }
        household.members.push_back(member);
    }
}

void HouseholdMaker::draw_disability(const Shape& shape, Draws& draws, Member& member) const {
    if (shape.requirement && member.age >= shape.requirement->from &&
        member.age <= shape.requirement->to) {
        const auto& any_of = shape.requirement->any_of;
        const Handicap& handicap =
            any_of[static_cast<std::size_t>(draws.below(static_cast<std::int64_t>(any_of.size())))];
        member.disability = handicap.kind;
        member.grade = handicap.grades[static_cast<std::size_t>(
            draws.below(static_cast<std::int64_t>(handicap.grades.size())))];
    } else if (draws.chance(shape.disabled)) {
        member.disability = disabilities_.draw(draws);
        member.grade = static_cast<std::int64_t>(grades_[*member.disability].draw(draws)) + 1;
    }
}

void HouseholdMaker::draw_money(const Group& group, std::int64_t standard, Draws& draws,
                                Household& household) const {
    const Shape& shape = nation_.shapes[group.shape];
    const std::int64_t line = standard * static_cast<std::int64_t>(household.members.size());
    const std::int64_t kind = draws.below(1000);
    std::int64_t income = 0;
    if (kind < shape.near_standard) {
        // Exactly on the line, a fen beside it, or within a yuan of it.
        income = line + (draws.chance(500) ? draws.below(3) - 1
                                           : draws.below(2 * within_a_yuan + 1) - within_a_yuan);
    } else if (kind < shape.near_standard + shape.over_income) {
        income = line + line * draws.below(nation_.people.over_income_most) / 1000;
    } else {
        income = line * draws.along(shape.income) / 1000;
    }
    share_income(group, income, draws, household);
    household.deposits = draws.along(shape.deposits);
    household.homes = draws.chance(shape.second_home) ? 2 : 1;
    household.vehicles = draws.chance(shape.vehicle) ? 1 : 0;
    household.aid = std::max<std::int64_t>(0, line * group.aid / 1000 - income);
    household.since = as_of_ - draws.below(nation_.people.since_days);
}

// All of the income, to the fen: what able members earn, else what others are given.
void HouseholdMaker::share_income(const Group& group, std::int64_t income, Draws& draws,
                                  Household& household) const {
    std::int64_t left = income;
    for (std::size_t i = 0; i < household.members.size(); ++i) {
        Member& member = household.members[i];
        const std::int64_t part =
            i + 1 == household.members.size() ? left : left * draws.below(1000) / 1000;
        left -= part;
        const std::int64_t property = draws.chance(nation_.people.property) ? part / 20 : 0;
        member.property = property;
        if (member.able) {
            draws.chance(group.wages) ? member.wage = part - property
                                      : member.business = part - property;
        } else {
            member.transfer = part - property;
        }
        if (draws.chance(nation_.people.unknown_wage)) member.wage.reset();
    }
}

}  // namespace anmin::population_cli
