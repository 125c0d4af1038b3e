// The agenda pool, one matter to be conveyed, and what its figures are computed from.
#include <algorithm>
#include <utility>

#include "store/codec.h"
#include "store/conditions.h"
#include "store/conveyance_port.h"
#include "store/names_directive.h"
#include "store/shape.h"

namespace anmin::store {
namespace {

using namespace source;
using organisation::Scope;

std::string first_day(int year) { return std::to_string(year) + "-01-01"; }

void add_year(Conditions& conditions, const std::string& column, int year) {
    const std::string from = conditions.bind(first_day(year));
    conditions.add(column + " >= " + from + " AND " + column + " < " +
                   conditions.bind(first_day(year + 1)));
}

constexpr const char* not_withdrawn = "x.state <> 'withdrawn'";

void add_figure(Conditions& conditions, const ConveyanceFilter& filter) {
    switch (*filter.figure) {
        case ConveyanceFigure::received: return conditions.add(not_withdrawn);
        case ConveyanceFigure::conveyed: return conditions.add("x.conveyed_on IS NOT NULL");
        case ConveyanceFigure::waiting:
            conditions.add(not_withdrawn);
            return conditions.add("x.conveyed_on IS NULL");
        case ConveyanceFigure::late:
            conditions.add(not_withdrawn);
            return conditions.add("coalesce(x.conveyed_on, " +
                                  conditions.bind(filter.as_of.value_or(calendar::Date()).iso()) +
                                  ") > x.convey_by");
        case ConveyanceFigure::decided: return conditions.add("x.measures > 0");
        case ConveyanceFigure::archived: return conditions.add("x.state = 'archived'");
        case ConveyanceFigure::withdrawn: return conditions.add("x.state = 'withdrawn'");
    }
    CHECK(false, "every figure has its condition");
}

void add_filter(Conditions& conditions, const ConveyanceFilter& filter) {
    if (filter.figure) add_figure(conditions, filter);
    if (filter.year) add_year(conditions, "x.received_on", *filter.year);
    if (filter.states.empty()) return;
    std::string any;
    for (const ConveyanceState state : filter.states) {
        any += (any.empty() ? "x.state = " : " OR x.state = ") +
               conditions.bind(std::string(word_of_state(state)));
    }
    conditions.add(any);
}

// Is it the pool alone, which is read in the order of an agenda?
bool is_pool(const ConveyanceFilter& filter) {
    return filter.states == std::vector{ConveyanceState::pooled};
}

void add_named(Conditions& conditions, const std::string& column,
               const std::vector<ConveyanceId>& of) {
    std::string all;
    for (const ConveyanceId& id : of) all += (all.empty() ? "" : ", ") + conditions.bind(id.value);
    conditions.add(all.empty() ? "1 = 0" : column + " IN (" + all + ")");
}

Result<DerivedTask> derived_of(const Row& row) {
    const auto state = find_word<directive::TaskState>(row.text(2));
    if (!state) return failure(Refusal::bad_body, "任务 " + row.string(1), "状态不认识");
    return DerivedTask{{row.string(0)}, {row.string(1)}, *state};
}

Result<ConveyedBranch> branch_of(const Row& row) {
    const auto division = ident::DivisionCode::parse(row.text(1));
    if (!division) return failure(Refusal::bad_body, "会议的支部", "区划不认识");
    ConveyedBranch one{{row.string(0)}, {{0, row.string(2), *division, "", row.integer(3)}, {}, 0}};
    if (!row.is_null(4)) one.reach.present = row.integer(4);
    one.reach.made_up = row.integer(5);
    return one;
}

}  // namespace

Result<std::optional<Conveyance>> ConveyancePort::find_conveyance(const ConveyanceId& id) {
    std::optional<Conveyance> found;
    const std::string place = "传达事项 " + id.value;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT body, steps FROM conveyance WHERE id = $1", {id.value},
                    [&](const Row& row) -> Result<void> {
                        found = TRY(conveyance_from(row.text(0), place));
                        found->steps = TRY(steps_from(row.text(1), place));
                        return {};
                    }));
    return found;
}

Result<std::optional<Conveyance>> ConveyancePort::find_paper(const ident::DivisionCode& division,
                                                             const std::string& paper) {
    std::optional<Conveyance> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(
        reader->run("SELECT body FROM conveyance WHERE division = $1 AND paper = $2 AND "
                    "state <> 'withdrawn' ORDER BY received_on, id LIMIT 1",
                    {division.digits(), paper}, [&](const Row& row) -> Result<void> {
                        found = TRY(conveyance_from(row.text(0), "conveyance"));
                        return {};
                    }));
    return found;
}

Result<organisation::Page<Conveyance>> ConveyancePort::conveyances(
    const Scope& scope, const ConveyanceFilter& filter, const organisation::PageRequest& page) {
    organisation::Page<Conveyance> found;
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "x.division"));
    add_filter(conditions, filter);
    const std::int64_t limit = page_limit(page.limit);
    const std::int64_t offset =
        page.after.empty() ? 0 : std::max<std::int64_t>(0, TRY(page_number(page.after)));
    const std::string rows = conditions.bind(limit + 1);
    const std::string skipped = conditions.bind(offset);
    const std::string order = is_pool(filter) ? "x.first_topic DESC, x.place, x.received_on, x.id"
                                              : "x.received_on DESC, x.id DESC";
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT x.body FROM conveyance x" + conditions.where() + " ORDER BY " + order +
                        " LIMIT " + rows + " OFFSET " + skipped,
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        found.items.push_back(TRY(conveyance_from(row.text(0), "conveyance")));
                        return {};
                    }));
    if (static_cast<std::int64_t>(found.items.size()) > limit) {
        found.items.pop_back();
        found.next = std::to_string(offset + limit);
    }
    return found;
}

Result<std::vector<ConveyedBranch>> ConveyancePort::branches(const std::vector<ConveyanceId>& of) {
    std::vector<ConveyedBranch> found;
    Conditions conditions;
    add_named(conditions, "m.conveyance", of);
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(
        "SELECT m.conveyance, b.division, b.name, b.expected, b.present, b.made_up FROM "
        "conveyance_meeting m JOIN meeting_branch b ON b.meeting = m.meeting" +
            conditions.where(),
        conditions.parameters(), [&](const Row& row) -> Result<void> {
            found.push_back(TRY(branch_of(row)));
            return {};
        }));
    return found;
}

Result<std::vector<DerivedTask>> ConveyancePort::derived(const std::vector<ConveyanceId>& of) {
    std::vector<DerivedTask> found;
    Conditions conditions;
    add_named(conditions, "d.conveyance", of);
    const auto reader = TRY(connections_.readers->borrow());
    TRY(
        reader->run("SELECT d.conveyance, d.task, t.state FROM conveyance_task d "
                    "JOIN task t ON t.id = d.task" +
                        conditions.where() + " ORDER BY d.conveyance, d.task",
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        found.push_back(TRY(derived_of(row)));
                        return {};
                    }));
    return found;
}

Result<std::vector<SessionCount>> ConveyancePort::sessions(const Scope& scope, int year) {
    std::vector<SessionCount> found;
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "e.division"));
    add_year(conditions, "e.held_on", year);
    conditions.add("e.id IN (SELECT meeting FROM conveyance_meeting)");
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT e.form, count(*) FROM meeting e" + conditions.where() +
                        " GROUP BY e.form ORDER BY e.form",
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        found.push_back({row.string(0), row.integer(1)});
                        return {};
                    }));
    return found;
}

}  // namespace anmin::store
