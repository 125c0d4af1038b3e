#include "operations/compare_divisions.h"

#include <chrono>
#include <set>

#include "operations/list_organisation.h"

namespace anmin::operations {
namespace {

using ident::DivisionCode;
using organisation::Division;

constexpr std::int32_t page_of_children = 500;

Result<std::vector<Division>> all_children(Desk& desk, const DivisionCode& parent,
                                           calendar::Date on) {
    std::vector<Division> all;
    organisation::PageRequest page{"", page_of_children};
    do {
        auto part = TRY(desk.organisation.children(parent, {on, std::nullopt}, page));
        all.insert(all.end(), part.items.begin(), part.items.end());
        page.after = part.next;
    } while (!page.after.empty());
    return all;
}

// Tasks that were confirmed in the year of `day` under these codes together; nothing when one of
// them is outside the actor's view.
Result<std::optional<std::int64_t>> tasks_of(Desk& desk, const authority::Actor& actor,
                                             const std::vector<DivisionCode>& codes,
                                             calendar::Date day) {
    const auto scope = authority::scope_of(actor, authority::Action::see_tasks);
    for (const DivisionCode& code : codes) {
        if (!scope.covers(code)) return std::optional<std::int64_t>();
    }
    const std::chrono::year year = std::chrono::year_month_day(day.days()).year();
    const calendar::Date first{std::chrono::sys_days(year / std::chrono::January / 1)};
    const calendar::Date last{std::chrono::sys_days(year / std::chrono::December / 31)};
    return std::optional(TRY(desk.organisation.tasks_confirmed(codes, first, last)));
}

std::vector<DivisionCode> together(const std::vector<DivisionCode>& then,
                                   const std::vector<DivisionCode>& now) {
    std::set<DivisionCode> all(then.begin(), then.end());
    all.insert(now.begin(), now.end());
    return {all.begin(), all.end()};
}

// Divisions by code; what lies elsewhere (a child that went to another parent) is fetched.
class Named {
public:
    Named(Desk& desk, calendar::Date on) : desk_(desk), on_(on) {}

    Result<void> add_to(std::vector<Division>& list, const DivisionCode& code) {
        const auto found = TRY(desk_.organisation.find_division(code));
        if (found && found->lives_on(on_)) list.push_back(*found);
        return {};
    }

private:
    Desk& desk_;
    calendar::Date on_;
};

}  // namespace

Result<DivisionComparison> compare_divisions(Desk& desk, const authority::Actor& actor,
                                             const ident::DivisionCode& parent, calendar::Date from,
                                             calendar::Date to) {
    TRY(open_division(desk, actor, parent, {}));
    if (from > to) {
        return Error{Fault::invalid,     "E-ORG-032",
                     "比较日期",         from.iso() + " 在 " + to.iso() + " 之后",
                     "先早后晚两个日期", "交换两个日期后重试"};
    }
    const auto before = TRY(all_children(desk, parent, from));
    std::vector<organisation::DivisionFigure> figures;
    for (const Division& one : before) figures.push_back({one.code, 0});
    const auto links = TRY(desk.organisation.links(parent, from, to));
    DivisionComparison comparison{from, to, {}};
    std::set<DivisionCode> shown;
    Named then(desk, from);
    Named now(desk, to);
    for (const auto& group : organisation::comparable(figures, links)) {
        ComparedGround row;
        for (const auto& code : group.then) TRY(then.add_to(row.then, code));
        for (const auto& code : group.now) TRY(now.add_to(row.now, code));
        for (const auto& code : group.now) shown.insert(code);
        row.tasks_then = TRY(tasks_of(desk, actor, group.then, from));
        row.tasks_now = TRY(tasks_of(desk, actor, together(group.then, group.now), to));
        comparison.rows.push_back(std::move(row));
    }
    for (const Division& one : TRY(all_children(desk, parent, to))) {
        if (shown.contains(one.code)) continue;
        ComparedGround row{{}, {one}, 0, TRY(tasks_of(desk, actor, {one.code}, to))};
        comparison.rows.push_back(std::move(row));
    }
    return comparison;
}

}  // namespace anmin::operations
