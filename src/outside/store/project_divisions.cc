// organisation.DivisionsChanged -> division and what belongs to it. An import writes the table
// itself; the log only names it.
#include <set>

#include "store/codec.h"
#include "store/division_rows.h"
#include "store/project.h"

namespace anmin::store {
namespace {

using organisation::DivisionsChanged;

Result<void> end_division(Connection& connection, const ident::DivisionCode& code,
                          std::string_view day, std::int64_t known) {
    TRY(make_dated(connection, code));
    const auto ended = TRY(connection.run(
        "UPDATE division SET until_day = $2, until_known = $3 WHERE code = $1 AND until_day = $4",
        {code.digits(), day, known, no_end}));
    if (ended == 1) return {};
    return failure(Refusal::bad_projection, "行政区划 " + code.digits(), "已终止");
}

Result<void> start_division(Connection& connection, const organisation::Started& started,
                            std::string_view day, std::int64_t known) {
    TRY(connection.run(
        "INSERT INTO division (code, name, level, parent, children, initials, from_day, "
        "from_known, dated) VALUES ($1, $2, $3, $4, 0, $5, $6, $7, 1)",
        {started.code.digits(), started.name,
         static_cast<std::int64_t>(organisation::level_of(started.code)), started.parent.digits(),
         started.initials, day, known}));
    return {};
}

Result<void> rename_division(Connection& connection, const organisation::Renamed& renamed,
                             std::string_view day, std::int64_t known) {
    TRY(
        connection.run("INSERT INTO division_former (code, until_day, known, name, initials) "
                       "SELECT code, $2, $3, name, initials FROM division WHERE code = $1",
                       {renamed.code.digits(), day, known}));
    const auto changed =
        TRY(connection.run("UPDATE division SET name = $2, initials = $3 WHERE code = $1",
                           {renamed.code.digits(), renamed.name, renamed.initials}));
    if (changed == 1) return {};
    return failure(Refusal::bad_projection, "行政区划 " + renamed.code.digits(), "不存在");
}

Result<void> keep_change(Connection& connection, const Recorded& recorded,
                         const DivisionsChanged& event) {
    TRY(connection.run(
        "INSERT INTO division_change (seq, id, kind, on_day, known, basis, summary, started, "
        "ended) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {recorded.seq, event.id, word_of_change(event.kind), event.on.iso(), recorded.at,
         event.basis, event.summary, static_cast<std::int64_t>(event.started.size()),
         static_cast<std::int64_t>(event.ended.size())}));
    std::set<std::string> touched;
    for (const auto& one : event.started) touched.insert(one.code.digits());
    for (const auto& one : event.ended) touched.insert(one.digits());
    for (const auto& one : event.renamed) touched.insert(one.code.digits());
    for (const auto& one : event.links) {
        touched.insert(one.before.digits());
        touched.insert(one.after.digits());
        TRY(connection.run(
            "INSERT INTO division_link (before_code, after_code, on_day, change) VALUES "
            "($1, $2, $3, $4)",
            {one.before.digits(), one.after.digits(), event.on.iso(), recorded.seq}));
    }
    for (const std::string& code : touched) {
        TRY(connection.run("INSERT INTO division_touch (code, change) VALUES ($1, $2)",
                           {code, recorded.seq}));
    }
    return {};
}

}  // namespace

Result<void> project_divisions(Connection& connection, const Recorded& recorded,
                               const DivisionsChanged& event) {
    const std::string day = event.on.iso();
    for (const auto& started : event.started) {
        TRY(start_division(connection, started, day, recorded.at));
    }
    for (const auto& ended : event.ended) {
        TRY(end_division(connection, ended, day, recorded.at));
    }
    for (const auto& renamed : event.renamed) {
        TRY(rename_division(connection, renamed, day, recorded.at));
    }
    return keep_change(connection, recorded, event);
}

}  // namespace anmin::store
