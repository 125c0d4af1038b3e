// Who is late, by level, and the tasks that carry a mark.
#include <utility>

#include "store/ask_rows.h"
#include "store/codec.h"
#include "store/conditions.h"
#include "store/reminder_port.h"

namespace anmin::store {

using directive::LateRow;
using directive::Marked;

Result<std::vector<LateRow>> ReminderPort::late_below(const ident::DivisionCode& division,
                                                      calendar::Date as_of) {
    std::vector<LateRow> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(
        reader->run("SELECT d.code, d.name, CAST(sum(c.tasks) AS bigint), "
                    "CAST(sum(CASE WHEN c.due < $2 THEN c.tasks ELSE 0 END) AS bigint) AS late "
                    "FROM division d JOIN task_count c ON c.division = d.code "
                    "WHERE d.parent = $1 AND d.code <> $1 "
                    "AND c.state NOT IN ('struck_off', 'held', 'ended') "
                    "GROUP BY d.code, d.name ORDER BY late DESC, d.code",
                    {division.digits(), as_of.iso()}, [&](const Row& row) -> Result<void> {
                        const auto code = ident::DivisionCode::parse(row.text(0));
                        if (!code) return failure(Refusal::bad_body, "division", "区划代码不认识");
                        found.push_back({*code, row.string(1), row.integer(2), row.integer(3)});
                        return {};
                    }));
    return found;
}

Result<Marked> ReminderPort::marked(const organisation::Scope& scope, directive::Mark mark,
                                    calendar::Date until, std::int32_t limit) {
    Marked found;
    Conditions conditions;
    conditions.add("m.mark = " + conditions.bind(std::string(word_of_mark(mark))));
    conditions.add("m.on_day <= " + conditions.bind(until.iso()));
    const std::string issued = in_scope(conditions, scope, "m.division");
    conditions.add(issued + " OR " + in_scope(conditions, scope, "m.owner_division"));
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->begin_read());
    TRY(reader->run("SELECT count(*) FROM task_mark m" + conditions.where(),
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        found.total = row.integer(0);
                        return {};
                    }));
    const std::string where = conditions.where();
    const std::string rows = conditions.bind(page_limit(limit));
    TRY(reader->run("SELECT t.body FROM task_mark m JOIN task t ON t.id = m.task" + where +
                        " ORDER BY m.on_day, m.task LIMIT " + rows,
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        found.tasks.push_back(TRY(task_from(row.text(0), "task")));
                        return {};
                    }));
    return found;
}

}  // namespace anmin::store
