// What each group of the field work did, for the table of the whole.
#include "store/codec.h"
#include "store/conditions.h"
#include "store/kept_values.h"
#include "store/ports.h"

namespace anmin::store {
namespace {

using problem::GroupTally;

std::string summed(problem::ActivityKind kind) {
    return "(SELECT CAST(coalesce(sum(a.amount), 0) AS bigint) FROM activity a WHERE a.mission = "
           "g.mission AND a.number = g.number AND a.kind = '" +
           std::string(word_of_kind(kind)) + "')";
}

std::string counted(const std::string& which) {
    return "(SELECT count(*) FROM remark r WHERE r.mission = g.mission AND r.number = g.number "
           "AND " +
           which + ")";
}

std::string of_kind(problem::RemarkKind kind) {
    return "r.kind = '" + std::string(word_of_kind(kind)) + "'";
}

}  // namespace

Result<std::vector<GroupTally>> ProblemPort::group_tallies(const organisation::Scope& scope) {
    using problem::ActivityKind;
    using problem::RemarkKind;
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "m.division"));
    std::vector<GroupTally> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->begin_read());
    TRY(reader->run("SELECT m.id, m.version, m.title, m.from_day, m.to_day, g.number, g.area, " +
                        summed(ActivityKind::session) + ", " + summed(ActivityKind::interview) +
                        ", " + summed(ActivityKind::visit) + ", " +
                        counted(of_kind(RemarkKind::problem)) + ", " +
                        counted(of_kind(RemarkKind::suggestion)) + ", " +
                        counted("r.problem IS NOT NULL") + ", " + counted("r.told_on IS NOT NULL") +
                        " FROM mission_group g JOIN mission m ON m.id = g.mission" +
                        conditions.where() + " ORDER BY m.from_day DESC, m.id, g.number",
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        found.push_back({{row.string(0)},
                                         row.integer(1),
                                         row.string(2),
                                         date_of(row.text(3)),
                                         date_of(row.text(4)),
                                         static_cast<std::int32_t>(row.integer(5)),
                                         row.string(6),
                                         {},
                                         row.integer(7),
                                         row.integer(8),
                                         row.integer(9),
                                         row.integer(10),
                                         row.integer(11),
                                         row.integer(12),
                                         row.integer(13)});
                        return {};
                    }));
    for (GroupTally& group : found) {
        TRY(reader->run(
            "SELECT p.name FROM mission_member p WHERE p.mission = $1 AND p.number = $2 "
            "ORDER BY p.place",
            {group.mission.value, std::int64_t{group.number}}, [&](const Row& row) -> Result<void> {
                group.people.push_back(row.string(0));
                return {};
            }));
    }
    return found;
}

}  // namespace anmin::store
