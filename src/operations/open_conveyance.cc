#include "operations/open_conveyance.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "operations/source_lookup.h"
#include "operations/task_steps.h"

namespace anmin::operations {
namespace {

using authority::Action;
using source::Conveyance;
using source::ConveyanceState;
using source::Standing;

constexpr std::array all_steps{ConveyanceStep::pool,    ConveyanceStep::convey,
                               ConveyanceStep::decide,  ConveyanceStep::answer,
                               ConveyanceStep::exempt,  ConveyanceStep::look_back,
                               ConveyanceStep::archive, ConveyanceStep::withdraw};

// In which states it takes the step; what the step needs besides is asked when it is taken.
bool takes(ConveyanceStep step, const Conveyance& one) {
    const bool unsettled = std::any_of(one.measures.begin(), one.measures.end(),
                                       [](const auto& measure) { return !measure.settled(); });
    switch (step) {
        case ConveyanceStep::pool:
        case ConveyanceStep::withdraw: return source::takes_withdrawal(one);
        case ConveyanceStep::convey: return source::takes_meeting(one);
        case ConveyanceStep::decide: return source::takes_measures(one);
        case ConveyanceStep::answer: return source::takes_measures(one) && !one.measures.empty();
        case ConveyanceStep::exempt: return source::takes_measures(one) && unsettled;
        case ConveyanceStep::look_back: return source::takes_look_back(one);
        case ConveyanceStep::archive: return one.state == ConveyanceState::looked_back;
    }
    CHECK(false, "every step is decided somewhere");
}

// A task that was merged goes on in another one: it is closed when that one is.
Result<bool> is_over(Desk& desk, const source::DerivedTask& derived) {
    constexpr int most_mergers = 100;
    directive::TaskState state = derived.state;
    ident::TaskId id = derived.task;
    for (int i = 0; state == directive::TaskState::merged && i < most_mergers; ++i) {
        const auto task = TRY(desk.tasks.find_task(id));
        if (!task || !task->merged_into) return false;
        id = task->merged_into->task;
        const auto next = TRY(desk.tasks.find_task(id));
        if (!next) return false;
        state = next->state;
    }
    return state != directive::TaskState::merged && directive::is_closed(state);
}

Result<void> add_tasks(Desk& desk, const authority::Actor& actor, OpenedConveyance& opened) {
    const auto today = desk.clock.now().date_in_china();
    const auto scope = authority::scope_of(actor, Action::see_tasks);
    std::set<ident::TaskId> shown;
    for (const auto& measure : opened.row.conveyance.measures) {
        for (const auto& id : measure.tasks) {
            if (!shown.insert(id).second) continue;
            auto task = TRY(desk.tasks.find_task(id));
            if (!task || !visible(scope, actor, *task)) {
                ++opened.hidden;
                continue;
            }
            const auto shows = directive::light(*task, today, desk.policies.lights);
            opened.tasks.push_back({*std::move(task), shows});
        }
    }
    return {};
}

ConveyanceRow row_of(Conveyance conveyance, const Standing& standing, calendar::Date today) {
    ConveyanceRow row;
    row.timeliness = source::timeliness(conveyance, today);
    row.days = source::days_waited(conveyance, today);
    row.standing = standing;
    row.conveyance = std::move(conveyance);
    return row;
}

void add(Standing& sum, const Standing& one) {
    sum.reach.branches += one.reach.branches;
    sum.reach.branches_reached += one.reach.branches_reached;
    sum.reach.branches_whole += one.reach.branches_whole;
    sum.reach.persons += one.reach.persons;
    sum.reach.persons_reached += one.reach.persons_reached;
    sum.tasks += one.tasks;
    sum.closed += one.closed;
}

void count(ConveyanceFigures& figures, const ConveyanceRow& row) {
    const Conveyance& one = row.conveyance;
    if (one.state == ConveyanceState::withdrawn) {
        ++figures.withdrawn;
        return;
    }
    ++figures.received;
    figures.late += row.timeliness == source::Timeliness::late ? 1 : 0;
    figures.archived += one.state == ConveyanceState::archived ? 1 : 0;
    figures.decided += one.measures.empty() ? 0 : 1;
    figures.measures += static_cast<std::int64_t>(one.measures.size());
    add(figures.standing, row.standing);
    if (!one.conveyed_on) {
        ++figures.waiting;
        return;
    }
    ++figures.conveyed;
    figures.days += row.days;
}

}  // namespace

Result<void> may_step(const authority::Actor& actor, ConveyanceStep step,
                      const Conveyance& conveyance) {
    const Action action =
        step == ConveyanceStep::look_back ? Action::verify_task : Action::receive_document;
    return authority::may(actor, action, {conveyance.division, {}, {}});
}

Result<std::vector<Standing>> standings_of(Desk& desk, const std::vector<Conveyance>& of) {
    std::vector<source::ConveyanceId> ids;
    for (const auto& one : of) ids.push_back(one.id);
    std::map<source::ConveyanceId, std::vector<source::BranchReach>> branches;
    for (auto& one : TRY(desk.conveyances.branches(ids))) {
        branches[one.conveyance].push_back(std::move(one.reach));
    }
    std::map<source::ConveyanceId, Standing> found;
    for (const auto& [id, rows] : branches) found[id].reach = source::reach_of(rows);
    for (const auto& one : TRY(desk.conveyances.derived(ids))) {
        Standing& standing = found[one.conveyance];
        ++standing.tasks;
        standing.closed += TRY(is_over(desk, one)) ? 1 : 0;
    }
    std::vector<Standing> standings;
    for (const auto& id : ids) standings.push_back(found[id]);
    return standings;
}

Result<OpenedConveyance> open_conveyance(Desk& desk, const authority::Actor& actor,
                                         const source::ConveyanceId& id) {
    const auto found = TRY(visible_conveyance(desk, actor, id));
    OpenedConveyance opened;
    const auto standings = TRY(standings_of(desk, {found}));
    opened.row = row_of(found, standings.front(), desk.clock.now().date_in_china());
    TRY(add_tasks(desk, actor, opened));
    for (const ConveyanceStep step : all_steps) {
        if (takes(step, found) && may_step(actor, step, found).ok()) opened.open.push_back(step);
    }
    return opened;
}

Result<organisation::Page<ConveyanceRow>> list_conveyances(Desk& desk,
                                                           const authority::Actor& actor,
                                                           source::ConveyanceFilter filter,
                                                           const organisation::PageRequest& page) {
    const auto today = desk.clock.now().date_in_china();
    filter.as_of = today;
    auto found = TRY(
        desk.conveyances.conveyances(authority::scope_of(actor, Action::see_tasks), filter, page));
    const auto standings = TRY(standings_of(desk, found.items));
    organisation::Page<ConveyanceRow> rows;
    for (std::size_t at = 0; at < found.items.size(); ++at) {
        rows.items.push_back(row_of(std::move(found.items[at]), standings[at], today));
    }
    rows.next = std::move(found.next);
    return rows;
}

Result<ConveyanceFigures> count_conveyances(Desk& desk, const authority::Actor& actor,
                                            std::optional<int> year) {
    ConveyanceFigures figures;
    const auto today = desk.clock.now().date_in_china();
    figures.year = year.value_or(today.year());
    source::ConveyanceFilter filter;
    filter.year = figures.year;
    organisation::PageRequest page{"", 500};
    do {
        const auto found = TRY(list_conveyances(desk, actor, filter, page));
        for (const auto& row : found.items) count(figures, row);
        page.after = found.next;
    } while (!page.after.empty());
    figures.sessions =
        TRY(desk.conveyances.sessions(authority::scope_of(actor, Action::see_tasks), figures.year));
    return figures;
}

}  // namespace anmin::operations
