// The records of one group of the field work.
#include "store/codec.h"
#include "store/kept_values.h"
#include "store/ports.h"
#include "store/remark_rows.h"

namespace anmin::store {
namespace {

Result<problem::LoggedActivity> activity_of(const Row& row, const std::string& place) {
    const auto kind = activity_kind(row.text(0));
    if (!kind) return failure(Refusal::bad_body, place, "活动的种类不认识");
    return problem::LoggedActivity{*kind, date_of(row.text(1)), row.string(2), row.integer(3),
                                   row.string(4)};
}

// Takes off the one that was read to see whether there are more.
template <class T>
bool cut_at(std::vector<T>& found, std::int64_t limit) {
    if (static_cast<std::int64_t>(found.size()) <= limit) return false;
    found.resize(static_cast<std::size_t>(limit));
    return true;
}

}  // namespace

Result<problem::TakenRemark> remark_of(const Row& row) {
    const auto kind = remark_kind(row.text(1));
    if (!kind) return failure(Refusal::bad_body, "原话 " + row.string(0), "类别不认识");
    problem::TakenRemark taken;
    taken.remark = {{row.string(0)}, *kind, row.string(2), row.string(3), row.string(4)};
    taken.mission = {row.string(5)};
    taken.group = static_cast<std::int32_t>(row.integer(6));
    taken.on = date_of(row.text(7));
    if (!row.is_null(8)) taken.problem = problem::ProblemId{row.string(8)};
    if (!row.is_null(9)) {
        taken.told =
            problem::Told{date_of(row.text(9)), row.string(10), row.string(11), row.string(12)};
    }
    return taken;
}

Result<problem::GroupRecords> ProblemPort::group_records(const problem::MissionId& mission,
                                                         std::int32_t number, std::int64_t limit) {
    problem::GroupRecords found;
    const std::string place =
        "调研 " + mission.value + " 第 " + std::to_string(number) + " 组";
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->begin_read());
    TRY(reader->run("SELECT a.kind, a.on_day, a.place, a.amount, a.note FROM activity a "
                    "WHERE a.mission = $1 AND a.number = $2 ORDER BY a.on_day DESC, a.seq DESC "
                    "LIMIT $3",
                    {mission.value, std::int64_t{number}, limit + 1},
                    [&](const Row& row) -> Result<void> {
                        found.activities.push_back(TRY(activity_of(row, place)));
                        return {};
                    }));
    TRY(reader->run("SELECT " + remark_columns +
                        " FROM remark r WHERE r.mission = $1 AND r.number = $2 "
                        "ORDER BY r.on_day DESC, r.id DESC LIMIT $3",
                    {mission.value, std::int64_t{number}, limit + 1},
                    [&](const Row& row) -> Result<void> {
                        found.remarks.push_back(TRY(remark_of(row)));
                        return {};
                    }));
    const bool more_activities = cut_at(found.activities, limit);
    found.cut = cut_at(found.remarks, limit) || more_activities;
    return found;
}

}  // namespace anmin::store
