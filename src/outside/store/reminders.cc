// Who is late, by level.
#include <utility>

#include "store/reminder_port.h"

namespace anmin::store {

using directive::LateRow;

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

}  // namespace anmin::store
