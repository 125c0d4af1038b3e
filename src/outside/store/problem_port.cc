#include <utility>

#include "store/codec.h"
#include "store/conditions.h"
#include "store/kept_values.h"
#include "store/ports.h"
#include "store/remark_rows.h"

namespace anmin::store {
namespace {

using namespace problem;
using organisation::Scope;

Result<std::vector<Mission>> missions_where(Connection& connection, const Conditions& conditions) {
    std::vector<Mission> found;
    TRY(
        connection.run("SELECT m.id, m.version, m.division, m.title, m.from_day, m.to_day "
                       "FROM mission m" +
                           conditions.where() + " ORDER BY m.from_day DESC, m.id",
                       conditions.parameters(), [&](const Row& row) -> Result<void> {
                           found.push_back({{row.string(0)},
                                            row.integer(1),
                                            row.string(3),
                                            code_of(row.text(2)),
                                            date_of(row.text(4)),
                                            date_of(row.text(5)),
                                            {}});
                           return {};
                       }));
    for (Mission& mission : found) {
        TRY(connection.run(
            "SELECT g.number, g.area, g.province, (SELECT count(*) FROM mission_member p "
            "WHERE p.mission = g.mission AND p.number = g.number) FROM mission_group g "
            "WHERE g.mission = $1 ORDER BY g.number",
            {mission.id.value}, [&](const Row& row) -> Result<void> {
                mission.groups.push_back({static_cast<std::int32_t>(row.integer(0)), row.string(1),
                                          row.integer(2) == 1, row.integer(3)});
                return {};
            }));
    }
    return found;
}

const std::string started = "('planned', 'reported', 'accepted', 'struck_off', 'held')";
const std::string done = "('struck_off', 'held')";

std::string summed(const std::string& condition) {
    return ", sum(CASE WHEN " + condition + " THEN 1 ELSE 0 END)";
}

std::optional<calendar::Date> date_or_none(const Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return date_of(row.text(column));
}

// The problem stands still on the day.
std::string stands_still(Conditions& conditions, const std::string& problem, calendar::Date on) {
    const std::string day = conditions.bind(on.iso());
    return problem + ".suspended_from <= " + day + " AND " + problem + ".suspended_until >= " + day;
}

Result<std::vector<List>> lists_where(Connection& connection, Conditions& conditions,
                                      calendar::Date as_of) {
    const std::string columns =
        "l.id, l.name, l.scheme, l.source, l.declared, l.division, l.opened_on, l.version, "
        "l.frozen_from, l.closed_on";
    const std::string still = stands_still(conditions, "p", as_of);
    std::vector<List> found;
    TRY(connection.run("SELECT " + columns + ", count(p.id)" + summed("p.focused = 1") +
                           summed("p.state IN " + started) + summed("p.state IN " + done) +
                           summed("p.state = 'planned' AND p.long_term = 1") +
                           summed("p.state = 'ended'") + summed("p.was_late = 1") + summed(still) +
                           " FROM problem_list l LEFT JOIN problem p ON p.list = l.id" +
                           conditions.where() + " GROUP BY " + columns + " ORDER BY l.scheme, l.id",
                       conditions.parameters(), [&](const Row& row) -> Result<void> {
                           List list;
                           list.id = {row.string(0)};
                           list.name = row.string(1);
                           list.scheme = row.string(2);
                           list.source = row.string(3);
                           if (!row.is_null(4)) list.declared = row.integer(4);
                           list.division = code_of(row.text(5));
                           list.opened_on = date_of(row.text(6));
                           list.version = row.integer(7);
                           list.frozen_from = date_or_none(row, 8);
                           list.closed_on = date_or_none(row, 9);
                           list.listed = row.integer(10);
                           list.focused = row.integer(11);
                           list.started = row.integer(12);
                           list.struck_off = row.integer(13);
                           list.long_term = row.integer(14);
                           list.ended = row.integer(15);
                           list.late = row.integer(16);
                           list.suspended = row.integer(17);
                           found.push_back(std::move(list));
                           return {};
                       }));
    return found;
}

// The engines differ in where they put what has no value; a problem on no list yet waits for
// somebody, and comes first.
const std::string unlisted_first = " NULLS FIRST";

// Where the rows of a figure come from: columns id, title, detail, amount, and the order.
struct Source {
    std::string columns;
    std::string from;
    std::string order;
};

Source source_of(Of of) {
    const std::string group = "'第 ' || CAST(x.number AS text) || ' 组'";
    switch (of) {
        case Of::people:
            return {
                "x.mission || '/' || CAST(x.number AS text) || '/' || CAST(x.place AS text), "
                "x.name, " +
                    group + ", 1",
                " FROM mission_member x JOIN mission m ON m.id = x.mission",
                "x.mission, x.number, x.place"};
        case Of::groups:
            return {"x.mission || '/' || CAST(x.number AS text), x.area, " + group + ", 1",
                    " FROM mission_group x JOIN mission m ON m.id = x.mission",
                    "x.mission, x.number"};
        case Of::activities:
            return {"x.mission || '/' || CAST(x.seq AS text), x.place, " + group +
                        " || ' ' || x.on_day || ' ' || x.note, x.amount",
                    " FROM activity x JOIN mission m ON m.id = x.mission", "x.mission, x.seq"};
        case Of::remarks:
            return {"x.id, x.words, " + group + " || ' ' || x.place || ' ' || x.said_by, 1",
                    " FROM remark x JOIN mission m ON m.id = x.mission", "x.id"};
        case Of::problems:
            return {"x.id, x.title, coalesce(l.name, ''), 1",
                    " FROM problem x LEFT JOIN problem_list l ON l.id = x.list",
                    "l.scheme" + unlisted_first + ", l.id" + unlisted_first + ", x.number, x.id"};
        case Of::lists:
            return {"x.id, x.name, x.scheme, 1", " FROM problem_list x", "x.scheme, x.id"};
    }
    CHECK(false, "every kind of figure has its source");
}

bool of_field_work(Of of) { return of != Of::problems && of != Of::lists; }

void add_query(Conditions& conditions, const Scope& scope, const Query& query,
               calendar::Date as_of) {
    const bool field = of_field_work(query.of);
    std::string inside = in_scope(conditions, scope, field ? "m.division" : "x.division");
    // As the list of problems has them: raised there, or put right there.
    if (query.of == Of::problems)
        inside += " OR " + in_scope(conditions, scope, "x.owner_division");
    conditions.add(inside);
    if (field && !query.mission.empty()) {
        conditions.add("m.title = " + conditions.bind(query.mission));
    }
    if (query.activity && query.of == Of::activities) {
        conditions.add("x.kind = " + conditions.bind(std::string(word_of_kind(*query.activity))));
    }
    if (query.remark && query.of == Of::remarks) {
        conditions.add("x.kind = " + conditions.bind(std::string(word_of_kind(*query.remark))));
    }
    if (query.merged && query.of == Of::remarks) {
        conditions.add(*query.merged ? "x.problem IS NOT NULL" : "x.problem IS NULL");
    }
    if (query.province && query.of == Of::groups) {
        conditions.add(*query.province ? "x.province = 1" : "x.province = 0");
    }
    const std::string list = query.of == Of::lists ? "x." : "l.";
    if (!field && !query.scheme.empty()) {
        conditions.add(list + "scheme = " + conditions.bind(query.scheme));
    }
    if (!field && !query.list.empty()) {
        conditions.add(list + "name = " + conditions.bind(query.list));
    }
    if (query.of != Of::problems) return;
    if (query.focused) conditions.add("x.focused = 1");
    if (query.listed) conditions.add("x.list IS NOT NULL");
    if (query.started) conditions.add("x.state IN " + started);
    if (query.done) conditions.add("x.state IN " + done);
    if (query.late) conditions.add("x.was_late = 1");
    if (query.ended) conditions.add("x.state = 'ended'");
    if (query.suspended) conditions.add(stands_still(conditions, "x", as_of));
    if (query.long_term) conditions.add("x.state = 'planned' AND x.long_term = 1");
}

std::int64_t offset_of(const std::string& after) {
    std::int64_t offset = 0;
    for (const char digit : after.substr(0, 9)) {
        if (digit >= '0' && digit <= '9') offset = offset * 10 + (digit - '0');
    }
    return offset;
}

void add_problem_filter(Conditions& conditions, const ProblemFilter& filter) {
    std::string states;
    for (const auto state : filter.states) {
        states += (states.empty() ? "" : ", ") + conditions.bind(std::string(word_of_state(state)));
    }
    if (!states.empty()) conditions.add("x.state IN (" + states + ")");
    if (filter.list) conditions.add("x.list = " + conditions.bind(filter.list->value));
    if (filter.owner) conditions.add("x.owner_post = " + conditions.bind(filter.owner->value));
    if (filter.focused) conditions.add("x.focused = 1");
    if (filter.started) conditions.add("x.state IN " + started);
    if (filter.done) conditions.add("x.state IN " + done);
    if (filter.late) conditions.add("x.was_late = 1");
}

}  // namespace

Result<std::vector<Mission>> ProblemPort::missions(const Scope& scope) {
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "m.division"));
    const auto reader = TRY(connections_.readers->borrow());
    return missions_where(*reader, conditions);
}

Result<std::optional<Mission>> ProblemPort::find_mission(const MissionId& id) {
    Conditions conditions;
    conditions.add("m.id = " + conditions.bind(id.value));
    const auto reader = TRY(connections_.readers->borrow());
    auto found = TRY(missions_where(*reader, conditions));
    if (found.empty()) return std::optional<Mission>();
    return std::optional(std::move(found.front()));
}

Result<std::vector<TakenRemark>> ProblemPort::remarks(const std::vector<RemarkId>& ids) {
    std::vector<TakenRemark> found;
    const auto reader = TRY(connections_.readers->borrow());
    for (const RemarkId& id : ids) {
        TRY(reader->run("SELECT " + remark_columns + " FROM remark r WHERE r.id = $1", {id.value},
                        [&](const Row& row) -> Result<void> {
                            found.push_back(TRY(remark_of(row)));
                            return {};
                        }));
    }
    return found;
}

Result<organisation::Page<TakenRemark>> ProblemPort::taken(const Scope& scope,
                                                           std::optional<bool> merged,
                                                           const organisation::PageRequest& page) {
    organisation::Page<TakenRemark> found;
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "m.division"));
    if (merged) conditions.add(*merged ? "r.problem IS NOT NULL" : "r.problem IS NULL");
    if (!page.after.empty()) conditions.add("r.id > " + conditions.bind(page.after));
    const std::int64_t limit = page_limit(page.limit);
    const std::string rows = conditions.bind(limit + 1);
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT " + remark_columns +
                        " FROM remark r JOIN mission m ON m.id = r.mission" + conditions.where() +
                        " ORDER BY r.id LIMIT " + rows,
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        found.items.push_back(TRY(remark_of(row)));
                        return {};
                    }));
    if (static_cast<std::int64_t>(found.items.size()) > limit) {
        found.items.pop_back();
        found.next = found.items.back().remark.id.value;
    }
    return found;
}

Result<std::vector<List>> ProblemPort::lists(const Scope& scope, calendar::Date as_of) {
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "l.division"));
    const auto reader = TRY(connections_.readers->borrow());
    return lists_where(*reader, conditions, as_of);
}

Result<std::optional<List>> ProblemPort::find_list(const ListId& id, calendar::Date as_of) {
    Conditions conditions;
    conditions.add("l.id = " + conditions.bind(id.value));
    const auto reader = TRY(connections_.readers->borrow());
    auto found = TRY(lists_where(*reader, conditions, as_of));
    if (found.empty()) return std::optional<List>();
    return std::optional(std::move(found.front()));
}

Result<std::vector<Problem>> ProblemPort::entries(const ListId& list) {
    std::vector<Problem> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT body FROM problem WHERE list = $1 ORDER BY number, id", {list.value},
                    [&](const Row& row) -> Result<void> {
                        found.push_back(TRY(problem_from(row.text(0), "problem")));
                        return {};
                    }));
    return found;
}

Result<std::optional<Problem>> ProblemPort::find_problem(const ProblemId& id) {
    std::optional<Problem> found;
    const std::string place = "问题 " + id.value;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT body, steps FROM problem WHERE id = $1", {id.value},
                    [&](const Row& row) -> Result<void> {
                        found = TRY(problem_from(row.text(0), place));
                        found->steps = TRY(steps_from(row.text(1), place));
                        return {};
                    }));
    return found;
}

Result<organisation::Page<Problem>> ProblemPort::problems(const Scope& scope,
                                                          const ProblemFilter& filter,
                                                          const organisation::PageRequest& page) {
    organisation::Page<Problem> found;
    Conditions conditions;
    const std::string own = in_scope(conditions, scope, "x.division");
    conditions.add(own + " OR " + in_scope(conditions, scope, "x.owner_division"));
    add_problem_filter(conditions, filter);
    const std::int64_t limit = page_limit(page.limit);
    const std::int64_t offset = offset_of(page.after);
    const std::string rows = conditions.bind(limit + 1);
    const std::string skipped = conditions.bind(offset);
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT x.body FROM problem x" + conditions.where() + " ORDER BY x.list" +
                        unlisted_first + ", x.number, x.id LIMIT " + rows + " OFFSET " + skipped,
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        found.items.push_back(TRY(problem_from(row.text(0), "problem")));
                        return {};
                    }));
    if (static_cast<std::int64_t>(found.items.size()) > limit) {
        found.items.pop_back();
        found.next = std::to_string(offset + limit);
    }
    return found;
}

Result<FigureRows> ProblemPort::rows(const Scope& scope, const Query& query, calendar::Date as_of,
                                     const organisation::PageRequest& page) {
    FigureRows found;
    Conditions conditions;
    const Source source = source_of(query.of);
    add_query(conditions, scope, query, as_of);
    const std::string amount = query.of == Of::activities ? "x.amount" : "1";
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->begin_read());
    TRY(reader->run("SELECT count(*), CAST(coalesce(sum(" + amount + "), 0) AS bigint)" +
                        source.from + conditions.where(),
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        found.rows = row.integer(0);
                        found.amount = row.integer(1);
                        return {};
                    }));
    const std::int64_t limit = page_limit(page.limit);
    const std::int64_t offset = offset_of(page.after);
    const std::string where = conditions.where();
    const std::string rows = conditions.bind(limit);
    const std::string skipped = conditions.bind(offset);
    TRY(reader->run("SELECT " + source.columns + source.from + where + " ORDER BY " + source.order +
                        " LIMIT " + rows + " OFFSET " + skipped,
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        found.page.items.push_back(
                            {row.string(0), row.string(1), row.string(2), row.integer(3)});
                        return {};
                    }));
    if (offset + limit < found.rows) found.page.next = std::to_string(offset + limit);
    TRY(reader->commit());
    return found;
}

}  // namespace anmin::store
