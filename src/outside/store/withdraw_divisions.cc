// organisation.DivisionChangeWithdrawn -> the tree as it is without the change. What was known
// until now of each division that the change touched is set aside, for views of an earlier instant.
#include <set>

#include "store/division_rows.h"
#include "store/log.h"
#include "store/project.h"

namespace anmin::store {
namespace {

using ident::DivisionCode;
using organisation::DivisionsChanged;

// The row with its former names as they stand; what stands in the tables is known from now on.
Result<void> set_aside(Connection& connection, const DivisionCode& code, const Recorded& now) {
    TRY(make_dated(connection, code));
    TRY(connection.run(
        "INSERT INTO division_once (code, withdrawal, name, level, parent, initials, from_day, "
        "until_day, from_known, until_known, gone_known) SELECT code, $2, name, level, parent, "
        "initials, from_day, until_day, from_known, until_known, $3 FROM division WHERE code = $1",
        {code.digits(), now.seq, now.at}));
    TRY(connection.run(
        "INSERT INTO division_once_former (code, withdrawal, until_day, known, name, initials) "
        "SELECT code, $2, until_day, known, name, initials FROM division_former WHERE code = $1",
        {code.digits(), now.seq}));
    TRY(connection.run("UPDATE division SET from_known = $2 WHERE code = $1",
                       {code.digits(), now.at}));
    return {};
}

Result<void> give_back_name(Connection& connection, const DivisionCode& code,
                            const Recorded& change, std::string_view day) {
    std::string name;
    std::string initials;
    TRY(connection.run(
        "SELECT name, initials FROM division_former WHERE code = $1 AND until_day = $2 AND "
        "known = $3",
        {code.digits(), day, change.at}, [&](const Row& row) -> Result<void> {
            name = row.string(0);
            initials = row.string(1);
            return {};
        }));
    if (name.empty()) return failure(Refusal::bad_projection, "行政区划 " + code.digits(), "");
    TRY(connection.run("UPDATE division SET name = $2, initials = $3 WHERE code = $1",
                       {code.digits(), name, initials}));
    TRY(connection.run(
        "DELETE FROM division_former WHERE code = $1 AND until_day = $2 AND known = $3",
        {code.digits(), day, change.at}));
    return {};
}

Result<void> undo(Connection& connection, const Recorded& change, const DivisionsChanged& event,
                  const Recorded& now) {
    std::set<DivisionCode> touched(event.ended.begin(), event.ended.end());
    for (const auto& one : event.started) touched.insert(one.code);
    for (const auto& one : event.renamed) touched.insert(one.code);
    for (const DivisionCode& code : touched) TRY(set_aside(connection, code, now));
    const std::string day = event.on.iso();
    for (const auto& one : event.renamed) {
        TRY(give_back_name(connection, one.code, change, day));
    }
    for (const DivisionCode& code : event.ended) {
        TRY(connection.run("UPDATE division SET until_day = $2, until_known = 0 WHERE code = $1",
                           {code.digits(), no_end}));
    }
    for (const auto& one : event.started) {
        TRY(connection.run("DELETE FROM division WHERE code = $1", {one.code.digits()}));
    }
    TRY(connection.run("DELETE FROM division_link WHERE change = $1", {change.seq}));
    return {};
}

}  // namespace

Result<void> project_withdrawal(Connection& connection, const Recorded& recorded,
                                const organisation::DivisionChangeWithdrawn& event) {
    std::int64_t seq = 0;
    TRY(connection.run("SELECT seq FROM division_change WHERE id = $1 AND withdrawn = 0",
                       {event.change}, [&seq](const Row& row) -> Result<void> {
                           seq = row.integer(0);
                           return {};
                       }));
    if (seq == 0) {
        return failure(Refusal::bad_projection, "区划变更 " + event.change, "不存在或已撤回");
    }
    const auto [change, body] = TRY(read_event(connection, seq));
    const auto* room = std::get_if<organisation::Event>(&body);
    const auto* changed = room == nullptr ? nullptr : std::get_if<DivisionsChanged>(room);
    if (changed == nullptr) {
        return failure(Refusal::bad_projection, "区划变更 " + event.change, "日志中不是区划变更");
    }
    TRY(undo(connection, change, *changed, recorded));
    TRY(
        connection.run("UPDATE division_change SET withdrawn = $2, withdrawn_by = $3, "
                       "withdrawn_reason = $4 WHERE seq = $1",
                       {seq, recorded.at, recorded.actor_name, event.reason}));
    return {};
}

}  // namespace anmin::store
