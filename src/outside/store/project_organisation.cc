// organisation events -> unit, post, appointment. The division table itself is written by the
// import.
#include "store/project.h"

namespace anmin::store {
namespace {

Result<void> fold(Connection& connection, const Recorded&, const organisation::UnitFounded& event) {
    const auto& unit = event.unit;
    TRY(connection.run("INSERT INTO unit (id, name, division) VALUES ($1, $2, $3)",
                       {unit.id.value, unit.name, unit.division.digits()}));
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
    TRY(connection.run(
        "INSERT INTO appointment (post, from_day, seq, holder) VALUES ($1, $2, $3, $4)",
        {event.post.value, from, recorded.seq, event.holder}));
    return {};
}

Result<void> fold(Connection&, const Recorded&, const organisation::DivisionsImported&) {
    return {};
}

}  // namespace

Result<void> project_organisation(Connection& connection, const Recorded& recorded,
                                  const organisation::Event& event) {
    return std::visit([&](const auto& one) { return fold(connection, recorded, one); }, event);
}

Result<std::string> division_digest(Connection& connection) {
    Sm3 sum;
    TRY(connection.run("SELECT code, name FROM division ORDER BY code", {},
                       [&sum](const Row& row) -> Result<void> {
                           sum.add(row.text(0)).add("\t").add(row.text(1)).add("\n");
                           return {};
                       }));
    return hexadecimal(view(sum.finish()));
}

}  // namespace anmin::store
