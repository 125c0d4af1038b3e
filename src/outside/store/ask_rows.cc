#include "store/ask_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "store/many_rows.h"

namespace anmin::store {
namespace {

using directive::Mark;
using directive::Period;
using directive::Task;
using measure::Ask;

constexpr std::string_view forever = "9999-99-99";
constexpr std::string_view ask_columns = "month, division, kind, ref, place, cause, on_day, title";
constexpr std::size_t ask_width = 8;
// Asked twice in a month (handed to another post of the same unit): one ask.
constexpr std::string_view once = " ON CONFLICT DO NOTHING";

constexpr std::array<std::pair<Ask, std::string_view>, 5> asks{{{Ask::task, "task"},
                                                                {Ask::period, "period"},
                                                                {Ask::figure, "figure"},
                                                                {Ask::form, "form"},
                                                                {Ask::problem, "problem"}}};
constexpr std::array<std::pair<Period, std::string_view>, 9> periods{
    {{Period::daily, "daily"},
     {Period::weekly, "weekly"},
     {Period::fortnightly, "fortnightly"},
     {Period::ten_day, "ten_day"},
     {Period::half_monthly, "half_monthly"},
     {Period::monthly, "monthly"},
     {Period::quarterly, "quarterly"},
     {Period::half_yearly, "half_yearly"},
     {Period::yearly, "yearly"}}};

template <class Table, class Value>
std::string_view word_in(const Table& table, Value value) {
    for (const auto& [known, word] : table) {
        if (known == value) return word;
    }
    CHECK(false, "every value has its word");
}
template <class Value, std::size_t size>
std::optional<Value> named_in(const std::array<std::pair<Value, std::string_view>, size>& table,
                              std::string_view text) {
    for (const auto& [known, word] : table) {
        if (word == text) return known;
    }
    return std::nullopt;
}

bool is_metered(const Task& task) {
    return task.owner && measure::is_metered(task.owner->division);
}

std::optional<Period> period_of(const Task& task) {
    return directive::period_of(task.item.recurrence.value_or(""));
}

std::string until_of(const Task& task) {
    if (directive::is_closed(task.state) && task.closed_on) return task.closed_on->iso();
    return task.due ? task.due->iso() : std::string(forever);
}

// The tables of asks, filled side by side.
class NewAsks {
public:
    // `before`: how a row ends that may be there already; nothing where none can be.
    NewAsks(Connection& connection, std::string_view before)
        : asks_(connection, "ask", ask_columns, ask_width, before),
          periods_(connection, "ask_period", "division, task, cause, period, from_day, until_day",
                   6,
                   " ON CONFLICT (division, task) DO UPDATE SET until_day = excluded.until_day") {}

    Result<void> add(const Task& task, calendar::Date on) {
        if (!is_metered(task)) return {};
        TRY(put(task, Ask::task, 0, on, task.item.text));
        std::int64_t place = 0;
        for (const auto& item : task.asks) {
            const bool figure = item.kind == directive::AskKind::figure;
            TRY(put(task, figure ? Ask::figure : Ask::form, ++place, on, item.name));
        }
        const auto period = period_of(task);
        if (!period) return {};
        return periods_.add({task.owner->division.digits(), task.id.value, task.division.digits(),
                             word_of_period(*period), on.iso(), until_of(task)});
    }
    Result<void> finish() {
        TRY(asks_.finish());
        return periods_.finish();
    }

private:
    Result<void> put(const Task& task, Ask ask, std::int64_t place, calendar::Date on,
                     const std::string& title) {
        return asks_.add({measure::Month::of(on).text(), task.owner->division.digits(),
                          word_of_ask(ask), task.id.value, place, task.division.digits(), on.iso(),
                          title});
    }

    ManyRows asks_;
    ManyRows periods_;
};

Result<void> put_mark(Connection& connection, const Task& task, Mark mark,
                      const std::optional<calendar::Date>& before,
                      const std::optional<calendar::Date>& after) {
    if (before == after) return {};
    if (before) {
        TRY(connection.run("DELETE FROM task_mark WHERE mark = $1 AND on_day = $2 AND task = $3",
                           {word_of_mark(mark), before->iso(), task.id.value}));
    }
    if (!after) return {};
    const std::string& owner = task.owner ? task.owner->division.digits() : task.division.digits();
    TRY(connection.run(
        "INSERT INTO task_mark (mark, on_day, task, division, owner_division) "
        "VALUES ($1, $2, $3, $4, $5)",
        {word_of_mark(mark), after->iso(), task.id.value, task.division.digits(), owner}));
    return {};
}

// The days on which the task stood still, or will; those not used of it are taken off again.
Result<void> put_pause(Connection& connection, const Task& before, const Task& after,
                       calendar::Date on) {
    if (before.suspension == after.suspension) return {};
    if (after.suspension) {
        TRY(connection.run(
            "INSERT INTO ask_pause (task, from_day, until_day) VALUES ($1, $2, $3) "
            "ON CONFLICT (task, from_day) DO UPDATE SET until_day = excluded.until_day",
            {after.id.value, after.suspension->from.iso(), after.suspension->until.iso()}));
        return {};
    }
    if (on > before.suspension->until) return {};
    TRY(connection.run("UPDATE ask_pause SET until_day = $3 WHERE task = $1 AND from_day = $2",
                       {after.id.value, before.suspension->from.iso(), on.plus_days(-1).iso()}));
    return {};
}

}  // namespace

std::string_view word_of_ask(Ask ask) { return word_in(asks, ask); }
std::optional<Ask> ask_named(std::string_view word) { return named_in(asks, word); }
std::string_view word_of_period(Period period) { return word_in(periods, period); }
std::optional<Period> period_named(std::string_view word) { return named_in(periods, word); }
std::string_view word_of_mark(Mark mark) {
    switch (mark) {
        case Mark::returned: return "returned";
        case Mark::look_back: return "look_back";
    }
    CHECK(false, "every mark has its word");
}

Result<void> ask_for_task(Connection& connection, const Task& task, calendar::Date on) {
    NewAsks rows(connection, once);
    TRY(rows.add(task, on));
    return rows.finish();
}

Result<void> ask_for_parts(Connection& connection, const std::vector<Task>& parts,
                           calendar::Date on) {
    std::vector<const Task*> metered;
    for (const Task& part : parts) {
        if (is_metered(part)) metered.push_back(&part);
    }
    // In the order of their key: each row then goes beside the one before it.
    std::sort(metered.begin(), metered.end(), [](const Task* left, const Task* right) {
        return left->owner->division < right->owner->division;
    });
    NewAsks rows(connection, "");
    for (const Task* part : metered) TRY(rows.add(*part, on));
    return rows.finish();
}

Result<void> ask_for_problem(Connection& connection, const problem::Problem& problem,
                             calendar::Date on) {
    if (!problem.owner || !measure::is_metered(problem.owner->division)) return {};
    ManyRows rows(connection, "ask", ask_columns, ask_width, once);
    TRY(rows.add({measure::Month::of(on).text(), problem.owner->division.digits(),
                  word_of_ask(Ask::problem), problem.id.value, std::int64_t{0},
                  problem.division.digits(), on.iso(), problem.text}));
    return rows.finish();
}

Result<void> follow_change(Connection& connection, const Task& before, const Task& after,
                           calendar::Date on) {
    TRY(put_mark(connection, after, Mark::returned, before.returned_on, after.returned_on));
    TRY(put_mark(connection, after, Mark::look_back, before.look_back_on, after.look_back_on));
    if (!period_of(after)) return {};
    TRY(put_pause(connection, before, after, on));
    // Whoever gave the task up is asked no more from that day on.
    if (is_metered(before) && (!after.owner || before.owner->division != after.owner->division)) {
        TRY(connection.run(
            "UPDATE ask_period SET until_day = $2 WHERE task = $1 AND division = $3",
            {after.id.value, on.plus_days(-1).iso(), before.owner->division.digits()}));
    }
    if (is_metered(after) && until_of(before) != until_of(after)) {
        TRY(connection.run("UPDATE ask_period SET until_day = $2 WHERE task = $1 AND division = $3",
                           {after.id.value, until_of(after), after.owner->division.digits()}));
    }
    return {};
}

}  // namespace anmin::store
