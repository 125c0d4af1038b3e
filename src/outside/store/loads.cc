// The load meter: asks by division and month, and the rows behind each number.
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "store/ask_rows.h"
#include "store/codec.h"
#include "store/conditions.h"
#include "store/kept_values.h"
#include "store/reminder_port.h"

namespace anmin::store {
namespace {

using namespace measure;
using directive::Period;

// How often a standing report falls due in the month, between its own first and last day.
class Times {
public:
    explicit Times(const Month& month) : first_(month.first()), last_(month.last()) {}

    Result<std::int64_t> of(const Row& row, int period, int from, int until) {
        const auto named = period_named(row.text(period));
        if (!named) return failure(Refusal::bad_body, "ask_period", "周期不认识");
        const auto begin = std::max(first_, date_of(row.text(from)));
        // An open end lies behind every month.
        const auto end = std::min(last_, calendar::Date::parse(row.text(until)).value_or(last_));
        const auto [found, fresh] = known_.try_emplace({*named, begin, end}, 0);
        if (fresh) found->second = times_in(*named, begin, end);
        return found->second;
    }

private:
    calendar::Date first_;
    calendar::Date last_;
    std::map<std::tuple<Period, calendar::Date, calendar::Date>, std::int64_t> known_;
};

using ByDivision = std::map<std::string, LoadRow>;

Result<void> add_asks(Connection& connection, const organisation::Scope& scope,
                      const std::string& cause, const Month& month, ByDivision& rows) {
    Conditions conditions;
    conditions.add("a.month = " + conditions.bind(month.text()));
    conditions.add(in_scope(conditions, scope, "a.division"));
    const std::string where = conditions.where();
    const std::string looks = conditions.bind(cause);
    TRY(connection.run(
        "SELECT a.division, a.kind, count(*), CAST(sum(CASE WHEN a.cause = " + looks +
            " THEN 1 ELSE 0 END) AS bigint) FROM ask a" + where + " GROUP BY a.division, a.kind",
        conditions.parameters(), [&](const Row& row) -> Result<void> {
            const auto ask = ask_named(row.text(1));
            if (!ask) return failure(Refusal::bad_body, "ask", "种类不认识");
            LoadRow& one = rows[row.string(0)];
            count_of(one.counts, *ask) += row.integer(2);
            one.caused += row.integer(3);
            return {};
        }));
    return {};
}

// The last day of a period report `p` of task `t`; adds what lies in the month.
std::string add_range(Conditions& conditions, const Month& month, calendar::Date today) {
    const std::string day = conditions.bind(today.iso());
    const std::string until = "CASE WHEN p.until_day < " + day +
                              " AND t.owner_division = p.division AND t.state = 'assigned' "
                              "THEN " +
                              day + " ELSE p.until_day END";
    conditions.add("p.from_day <= " + conditions.bind(month.last().iso()));
    conditions.add(until + " >= " + conditions.bind(month.first().iso()));
    return until;
}

Result<void> add_periods(Connection& connection, const organisation::Scope& scope,
                         const std::string& cause, const Month& month, calendar::Date today,
                         ByDivision& rows) {
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "p.division"));
    const std::string until = add_range(conditions, month, today);
    Times times(month);
    TRY(connection.run(
        "SELECT x.division, x.cause, x.period, x.from_day, x.until, count(*) FROM (SELECT "
        "p.division, p.cause, p.period, p.from_day, " +
            until + " AS until FROM ask_period p JOIN task t ON t.id = p.task" +
            conditions.where() +
            ") AS x GROUP BY x.division, x.cause, x.period, x.from_day, x.until",
        conditions.parameters(), [&](const Row& row) -> Result<void> {
            const auto amount = TRY(times.of(row, 2, 3, 4)) * row.integer(5);
            if (amount == 0) return {};
            LoadRow& one = rows[row.string(0)];
            one.counts.period += amount;
            if (row.text(1) == cause) one.caused += amount;
            return {};
        }));
    return {};
}

// What of the reports of the month falls into days on which their task stood still: division,
// cause, period, first and last such day, task.
std::string paused(const Conditions& conditions, const std::string& until) {
    return "SELECT p.division, p.cause, p.period, CASE WHEN z.from_day > p.from_day THEN "
           "z.from_day ELSE p.from_day END, CASE WHEN z.until_day < " +
           until + " THEN z.until_day ELSE " + until +
           " END, p.task FROM ask_pause z JOIN ask_period p ON p.task = z.task JOIN task t ON "
           "t.id = p.task" +
           conditions.where();
}

// Takes off what add_periods() counted of days on which the tasks stood still.
Result<void> take_pauses(Connection& connection, const organisation::Scope& scope,
                         const std::string& cause, const Month& month, calendar::Date today,
                         ByDivision& rows) {
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "p.division"));
    const std::string sql = paused(conditions, add_range(conditions, month, today));
    Times times(month);
    TRY(connection.run(sql, conditions.parameters(), [&](const Row& row) -> Result<void> {
        const auto amount = TRY(times.of(row, 2, 3, 4));
        const auto found = rows.find(row.string(0));
        if (found == rows.end() || amount == 0) return {};
        found->second.counts.period -= amount;
        if (row.text(1) == cause) found->second.caused -= amount;
        if (found->second.counts.total() == 0) rows.erase(found);
        return {};
    }));
    return {};
}

Result<void> name_rows(Connection& connection, std::vector<LoadRow>& rows) {
    for (LoadRow& row : rows) {
        row.name = row.division.digits();
        TRY(connection.run("SELECT name FROM division WHERE code = $1", {row.division.digits()},
                           [&row](const Row& found) -> Result<void> {
                               row.name = found.string(0);
                               return {};
                           }));
    }
    return {};
}

void add_to(Counts& sum, const Counts& one) {
    sum.task += one.task;
    sum.period += one.period;
    sum.figure += one.figure;
    sum.form += one.form;
    sum.problem += one.problem;
}

}  // namespace

Result<LoadPage> LoadPort::load(const organisation::Scope& scope, const ident::DivisionCode& cause,
                                const Month& month, calendar::Date today, std::int32_t limit) {
    ByDivision rows;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->begin_read());
    TRY(add_asks(*reader, scope, cause.digits(), month, rows));
    TRY(add_periods(*reader, scope, cause.digits(), month, today, rows));
    TRY(take_pauses(*reader, scope, cause.digits(), month, today, rows));
    LoadPage page;
    for (auto& [digits, row] : rows) {
        row.division = code_of(digits);
        add_to(page.counts, row.counts);
        page.caused += row.caused;
        page.rows.push_back(std::move(row));
    }
    page.divisions = static_cast<std::int64_t>(page.rows.size());
    std::stable_sort(page.rows.begin(), page.rows.end(), [](const auto& left, const auto& right) {
        return left.counts.total() > right.counts.total();
    });
    const auto kept = static_cast<std::size_t>(page_limit(limit));
    if (page.rows.size() > kept) page.rows.resize(kept);
    TRY(name_rows(*reader, page.rows));
    return page;
}

Result<std::vector<AskRow>> LoadPort::asks(const ident::DivisionCode& division, const Month& month,
                                           calendar::Date today) {
    std::vector<AskRow> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->begin_read());
    TRY(
        reader->run("SELECT a.kind, a.ref, a.title, a.cause, coalesce(d.name, a.cause), a.on_day "
                    "FROM ask a LEFT JOIN division d ON d.code = a.cause "
                    "WHERE a.month = $1 AND a.division = $2 ORDER BY a.on_day, a.ref, a.place",
                    {month.text(), division.digits()}, [&](const Row& row) -> Result<void> {
                        const auto ask = ask_named(row.text(0));
                        if (!ask) return failure(Refusal::bad_body, "ask", "种类不认识");
                        found.push_back({*ask, row.string(1), row.string(2), code_of(row.text(3)),
                                         row.string(4), date_of(row.text(5)), 1});
                        return {};
                    }));
    Conditions conditions;
    conditions.add("p.division = " + conditions.bind(division.digits()));
    const std::string until = add_range(conditions, month, today);
    Times times(month);
    std::map<std::string, std::int64_t> still;  // by task
    TRY(reader->run(paused(conditions, until), conditions.parameters(),
                    [&](const Row& row) -> Result<void> {
                        still[row.string(5)] += TRY(times.of(row, 2, 3, 4));
                        return {};
                    }));
    TRY(reader->run(
        "SELECT p.period, p.from_day, " + until +
            ", p.task, p.cause, coalesce(d.name, p.cause), "
            "t.body FROM ask_period p JOIN task t ON t.id = p.task LEFT JOIN division d ON "
            "d.code = p.cause" +
            conditions.where() + " ORDER BY p.from_day, p.task",
        conditions.parameters(), [&](const Row& row) -> Result<void> {
            const auto amount = TRY(times.of(row, 0, 1, 2)) - still[row.string(3)];
            if (amount == 0) return {};
            const auto task = TRY(task_from(row.text(6), "task"));
            found.push_back({Ask::period, row.string(3), task.item.text, code_of(row.text(4)),
                             row.string(5), date_of(row.text(1)), amount});
            return {};
        }));
    return found;
}

}  // namespace anmin::store
