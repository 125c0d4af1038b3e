// organisation events -> unit, post, appointment. The division table itself is written by the
// import.
#include "store/codec.h"
#include "store/division_rows.h"
#include "store/project.h"

namespace anmin::store {
namespace {

Result<void> fold(Connection& connection, const Recorded&, const organisation::UnitFounded& event) {
    const auto& unit = event.unit;
    const std::string_view kind = unit.kind ? word_of_unit(*unit.kind) : "";
    const std::string above = unit.reports_to ? unit.reports_to->value : "";
    TRY(connection.run(
        "INSERT INTO unit (id, name, division, kind, reports_to) VALUES ($1, $2, $3, $4, $5)",
        {unit.id.value, unit.name, unit.division.digits(), kind, above}));
    return {};
}

Result<void> expect_one(std::int64_t changed, const std::string& place) {
    if (changed == 1) return {};
    return failure(Refusal::bad_projection, place, "不存在");
}

Result<void> fold(Connection& connection, const Recorded&, const organisation::UnitClosed& event) {
    const std::string day = event.on.iso();
    return expect_one(TRY(connection.run("UPDATE unit SET until_day = $2 WHERE id = $1",
                                         {event.unit.value, day})),
                      "单位 " + event.unit.value);
}

Result<void> fold(Connection& connection, const Recorded&, const organisation::UnitPlaced& event) {
    const std::string above = event.reports_to ? event.reports_to->value : "";
    return expect_one(
        TRY(connection.run("UPDATE unit SET division = $2, reports_to = $3 WHERE id = $1",
                           {event.unit.value, event.division.digits(), above})),
        "单位 " + event.unit.value);
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const organisation::UnitsRelated& event) {
    const auto& relation = event.relation;
    const std::string from = relation.from.iso();
    const std::string until = relation.until ? relation.until->iso() : std::string(no_end);
    TRY(connection.run(
        "INSERT INTO unit_relation (seq, unit, other, kind, matter, from_day, until_day) VALUES "
        "($1, $2, $3, $4, $5, $6, $7)",
        {recorded.seq, relation.unit.value, relation.other.value, word_of_relation(relation.kind),
         relation.matter, from, until}));
    return {};
}

Result<void> fold(Connection& connection, const Recorded&, const organisation::PostClosed& event) {
    const std::string day = event.on.iso();
    return expect_one(TRY(connection.run("UPDATE post SET until_day = $2 WHERE id = $1",
                                         {event.post.value, day})),
                      "岗位 " + event.post.value);
}

Result<void> fold(Connection& connection, const Recorded&,
                  const organisation::AppointmentEnded& event) {
    const std::string from = event.from.iso();
    const std::string day = event.on.iso();
    TRY(
        connection.run("UPDATE appointment SET until_day = $3 WHERE post = $1 AND from_day = $2 "
                       "AND until_day > $3",
                       {event.post.value, from, day}));
    return {};
}

Result<void> fold(Connection& connection, const Recorded&,
                  const organisation::PersonRegistered& event) {
    const auto& one = event.person;
    TRY(connection.run(
        "INSERT INTO person (id, name, division, resident_sealed, resident_index, resident_mask, "
        "telephone_sealed, telephone_mask) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {one.id.value, one.name, one.division.digits(), one.resident_sealed, one.resident_index,
         one.resident_mask, one.telephone_sealed, one.telephone_mask}));
    return {};
}

Result<void> fold(Connection& connection, const Recorded&, const organisation::PostCreated& event) {
    const auto& post = event.post;
    TRY(connection.run("INSERT INTO post (id, title, unit) VALUES ($1, $2, $3)",
                       {post.id.value, post.title, post.unit.value}));
    return {};
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const organisation::Appointed& event) {
    const std::string from = event.from.iso();
    const std::string until = event.until ? event.until->iso() : std::string(no_end);
    const std::string person = event.person ? event.person->value : "";
    TRY(
        connection.run("INSERT INTO appointment (post, from_day, seq, holder, until_day, person) "
                       "VALUES ($1, $2, $3, $4, $5, $6)",
                       {event.post.value, from, recorded.seq, event.holder, until, person}));
    return {};
}

Result<void> fold(Connection&, const Recorded&, const organisation::DivisionsImported&) {
    return {};
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const organisation::DivisionsChanged& event) {
    return project_divisions(connection, recorded, event);
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const organisation::DivisionChangeWithdrawn& event) {
    return project_withdrawal(connection, recorded, event);
}

}  // namespace

Result<void> project_organisation(Connection& connection, const Recorded& recorded,
                                  const organisation::Event& event) {
    return std::visit([&](const auto& one) { return fold(connection, recorded, one); }, event);
}

Result<std::string> division_digest(Connection& connection) {
    DivisionDigest digest;
    TRY(connection.run("SELECT code, name FROM division ORDER BY code", {},
                       [&digest](const Row& row) -> Result<void> {
                           digest.add(row.text(0), row.text(1));
                           return {};
                       }));
    return digest.finish();
}

}  // namespace anmin::store
