// Who is late, by level.
#include <utility>

#include "store/conditions.h"
#include "store/reminder_port.h"

namespace anmin::store {

using directive::LateRow;

Result<std::vector<LateRow>> ReminderPort::late_below(
    const ident::DivisionCode& division, const std::vector<ident::DivisionCode>& former,
    calendar::Date as_of) {
    std::vector<LateRow> found;
    Conditions conditions;
    const std::string above = conditions.bind(division.digits());
    std::string which = "(d.parent = " + above + " AND d.code <> " + above + ")";
    for (const auto& one : former) which += " OR d.code = " + conditions.bind(one.digits());
    conditions.add(which);
    conditions.add("c.state NOT IN ('struck_off', 'held', 'ended', 'merged')");
    const std::string day = conditions.bind(as_of.iso());
    const auto reader = TRY(connections_.readers->borrow());
    TRY(
        reader->run("SELECT d.code, d.name, CAST(sum(c.tasks) AS bigint), "
                    "CAST(sum(CASE WHEN c.due < " +
                        day +
                        " THEN c.tasks ELSE 0 END) AS bigint) AS late "
                        "FROM division d JOIN task_count c ON c.division = d.code" +
                        conditions.where() + " GROUP BY d.code, d.name ORDER BY late DESC, d.code",
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        const auto code = ident::DivisionCode::parse(row.text(0));
                        if (!code) return failure(Refusal::bad_body, "division", "区划代码不认识");
                        found.push_back({*code, row.string(1), row.integer(2), row.integer(3)});
                        return {};
                    }));
    return found;
}

}  // namespace anmin::store
