// problem events -> mission and what belongs to it, remark, problem_list, problem.
#include <type_traits>
#include <utility>

#include "directive/suspension.h"
#include "store/ask_rows.h"
#include "store/codec.h"
#include "store/ledger_key.h"
#include "store/many_rows.h"
#include "store/project.h"

namespace anmin::store {
namespace {

using problem::Problem;

// What stands behind the colon of "mission:<id>".
std::string_view id_of(const Recorded& recorded) {
    const std::string_view stream = recorded.stream;
    return stream.substr(stream.find(':') + 1);
}

Result<void> count_event(Connection& connection, const Recorded& recorded) {
    TRY(connection.run("UPDATE mission SET version = $2 WHERE id = $1",
                       {id_of(recorded), recorded.stream_version}));
    return {};
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const problem::MissionOpened& event) {
    TRY(
        connection.run("INSERT INTO mission (id, version, division, title, from_day, to_day) "
                       "VALUES ($1, $2, $3, $4, $5, $6)",
                       {event.mission.value, recorded.stream_version, event.division.digits(),
                        event.title, event.from.iso(), event.to.iso()}));
    return {};
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const problem::GroupFormed& event) {
    const std::string_view mission = id_of(recorded);
    TRY(connection.run(
        "INSERT INTO mission_group (mission, number, area, province) VALUES ($1, $2, $3, $4)",
        {mission, std::int64_t{event.number}, event.area, std::int64_t{event.province}}));
    ManyRows members(connection, "mission_member", "mission, number, place, name", 4);
    std::int64_t place = 0;
    TRY(members.add({mission, std::int64_t{event.number}, place, event.leader}));
    for (const std::string& name : event.members) {
        TRY(members.add({mission, std::int64_t{event.number}, ++place, name}));
    }
    TRY(members.finish());
    return count_event(connection, recorded);
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const problem::ActivityLogged& event) {
    TRY(connection.run(
        "INSERT INTO activity (mission, seq, number, kind, on_day, place, amount, note) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {id_of(recorded), recorded.stream_version, std::int64_t{event.group},
         word_of_kind(event.kind), event.held_on.iso(), event.place, event.amount, event.note}));
    return count_event(connection, recorded);
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const problem::RemarksTaken& event) {
    ManyRows rows(connection, "remark", "id, mission, number, kind, said_by, place, on_day, words",
                  8);
    for (const problem::Remark& one : event.remarks) {
        TRY(rows.add({one.id.value, id_of(recorded), std::int64_t{event.group},
                      word_of_kind(one.kind), one.said_by, one.place, event.on.iso(), one.text}));
    }
    TRY(rows.finish());
    return count_event(connection, recorded);
}

Result<void> fold(Connection& connection, const Recorded&, const problem::ListOpened& event) {
    TRY(connection.run(
        "INSERT INTO problem_list (id, division, name, scheme, source, declared, opened_on) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {event.list.value, event.division.digits(), event.name, event.scheme, event.source,
         event.declared ? Parameter(*event.declared) : Null{}, event.on.iso()}));
    return {};
}

Result<void> changed(const Recorded& recorded, std::int64_t rows) {
    if (rows == 1) return {};
    return failure(Refusal::bad_projection, "清单流 " + recorded.stream, "清单不存在");
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const problem::ListFrozen& event) {
    return changed(recorded, TRY(connection.run(
                                 "UPDATE problem_list SET version = $2, frozen_from = $3 "
                                 "WHERE id = $1",
                                 {id_of(recorded), recorded.stream_version, event.from.iso()})));
}

Result<void> fold(Connection& connection, const Recorded& recorded, const problem::ListThawed&) {
    return changed(recorded,
                   TRY(connection.run("UPDATE problem_list SET version = $2, frozen_from = NULL "
                                      "WHERE id = $1",
                                      {id_of(recorded), recorded.stream_version})));
}

const std::string not_settled =
    "state IN ('raised', 'listed', 'planned', 'reported', 'accepted') AND NOT "
    "(state = 'planned' AND long_term = 1)";

// INVARIANT: a list is closed only over settled problems. One that came onto it, or opened again,
// at the same moment refuses the closing.
Result<void> fold(Connection& connection, const Recorded& recorded,
                  const problem::ListClosed& event) {
    std::int64_t open = 0;
    TRY(connection.run("SELECT count(*) FROM problem WHERE list = $1 AND " + not_settled,
                       {id_of(recorded)}, [&open](const Row& row) -> Result<void> {
                           open = row.integer(0);
                           return {};
                       }));
    if (open > 0) {
        return failure(Refusal::stale, "清单 " + std::string(id_of(recorded)),
                       "刚刚又有问题列入或重开");
    }
    return changed(recorded,
                   TRY(connection.run("UPDATE problem_list SET version = $2, closed_on = $3 "
                                      "WHERE id = $1",
                                      {id_of(recorded), recorded.stream_version, event.on.iso()})));
}

// INVARIANT: from its day on nothing comes onto a frozen or closed list, and nothing leaves it.
Result<void> expect_moving(Connection& connection, const problem::ListId& list, calendar::Date on) {
    bool still = false;
    TRY(connection.run("SELECT frozen_from, closed_on FROM problem_list WHERE id = $1",
                       {list.value}, [&](const Row& row) -> Result<void> {
                           still = !row.is_null(1) || (!row.is_null(0) && row.text(0) <= on.iso());
                           return {};
                       }));
    if (still) return failure(Refusal::stale, "清单 " + list.value, "刚刚冻结或办结");
    return {};
}

// INVARIANT: a remark belongs to one problem. Two officers may have merged it at the same moment:
// the second is refused.
Result<void> link(Connection& connection, const problem::ProblemId& problem,
                  const std::vector<problem::RemarkId>& remarks) {
    for (const auto& remark : remarks) {
        const auto changed =
            TRY(connection.run("UPDATE remark SET problem = $2 WHERE id = $1 AND problem IS NULL",
                               {remark.value, problem.value}));
        if (changed == 1) continue;
        return failure(Refusal::stale, "原话 " + remark.value, "刚刚被归并到别的问题");
    }
    return {};
}

// A duplicate's remarks go along to the other problem, and come back.
Result<void> relink(Connection& connection, const problem::ProblemId& from,
                    const problem::ProblemId& to, const std::vector<problem::RemarkId>& remarks) {
    for (const auto& remark : remarks) {
        const auto changed =
            TRY(connection.run("UPDATE remark SET problem = $3 WHERE id = $1 AND problem = $2",
                               {remark.value, from.value, to.value}));
        if (changed == 1) continue;
        return failure(Refusal::stale, "原话 " + remark.value, "刚刚被归并到别的问题");
    }
    return {};
}

Result<void> tell(Connection& connection, const problem::RemarksToldBack& event) {
    const problem::Told& told = event.told;
    for (const auto& remark : event.remarks) {
        TRY(
            connection.run("UPDATE remark SET told_on = $2, told_by = $3, told_way = $4, "
                           "told_answer = $5 WHERE id = $1",
                           {remark.value, told.on.iso(), told.by, told.way, told.answer}));
    }
    return {};
}

Result<void> put(Connection& connection, const Problem& problem) {
    const ProblemTexts texts = TRY(problem_texts(problem));
    const auto text = [](const std::string* value) {
        return value == nullptr ? Parameter(Null{}) : Parameter(std::string_view(*value));
    };
    const std::string* post = problem.owner ? &problem.owner->post.value : nullptr;
    const std::string* division = problem.owner ? &problem.owner->division.digits() : nullptr;
    const auto& still = problem.suspension;
    const std::string from = still ? still->from.iso() : "";
    const std::string until = still ? still->until.iso() : "";
    TRY(connection.run(
        "INSERT INTO problem (id, version, state, division, list, number, focused, owner_post, "
        "owner_division, due, title, body, steps, was_late, long_term, suspended_from, "
        "suspended_until) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) "
        "ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state, "
        "list = excluded.list, number = excluded.number, focused = excluded.focused, "
        "owner_post = excluded.owner_post, owner_division = excluded.owner_division, "
        "due = excluded.due, body = excluded.body, steps = excluded.steps, "
        "was_late = excluded.was_late, long_term = excluded.long_term, "
        "suspended_from = excluded.suspended_from, suspended_until = excluded.suspended_until",
        {problem.id.value, problem.version, word_of_state(problem.state), problem.division.digits(),
         text(problem.list ? &problem.list->value : nullptr), std::int64_t{problem.number},
         std::int64_t{problem.focused}, text(post), text(division),
         due_key(directive::late_after(problem.due, still)), problem.text, texts.body, texts.steps,
         std::int64_t{problem.was_late}, std::int64_t{problem.branch == problem::Branch::long_term},
         text(still ? &from : nullptr), text(still ? &until : nullptr)}));
    return {};
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const problem::ProblemRaised& event) {
    if (recorded.stream_version != 1) {
        return failure(Refusal::bad_projection, "问题 " + event.problem.value, "问题已经存在");
    }
    TRY(link(connection, event.problem, event.remarks));
    return put(connection, problem::start(event));
}

Result<Problem> problem_of_stream(Connection& connection, const Recorded& recorded) {
    const std::string place = "问题流 " + recorded.stream;
    std::optional<Problem> found;
    TRY(connection.run("SELECT body, steps FROM problem WHERE id = $1", {id_of(recorded)},
                       [&](const Row& row) -> Result<void> {
                           found = TRY(problem_from(row.text(0), place));
                           found->steps = TRY(steps_from(row.text(1), place));
                           return {};
                       }));
    if (!found) return failure(Refusal::bad_projection, place, "问题不存在");
    return *std::move(found);
}

template <class ProblemEvent>
Result<void> fold(Connection& connection, const Recorded& recorded, const ProblemEvent& event) {
    const Problem before = TRY(problem_of_stream(connection, recorded));
    Problem after = problem::apply(before, problem::Event(event));
    after.version = recorded.stream_version;
    if constexpr (std::is_same_v<ProblemEvent, problem::RemarksJoined>) {
        TRY(link(connection, after.id, event.remarks));
    }
    if constexpr (std::is_same_v<ProblemEvent, problem::ProblemListed>) {
        if (before.list) TRY(expect_moving(connection, *before.list, event.on));
        TRY(expect_moving(connection, event.list, event.on));
    }
    if constexpr (std::is_same_v<ProblemEvent, problem::ProblemTookIn>) {
        TRY(relink(connection, event.problem, after.id, event.remarks));
    }
    if constexpr (std::is_same_v<ProblemEvent, problem::ProblemGaveBack>) {
        TRY(relink(connection, after.id, event.problem, event.remarks));
    }
    if constexpr (std::is_same_v<ProblemEvent, problem::RemarksToldBack>) {
        TRY(tell(connection, event));
    }
    if constexpr (std::is_same_v<ProblemEvent, problem::ProblemPlanned>) {
        TRY(ask_for_problem(connection, after, event.on));
    }
    return put(connection, after);
}

}  // namespace

Result<void> project_problem(Connection& connection, const Recorded& recorded,
                             const problem::Event& event) {
    return std::visit([&](const auto& one) { return fold(connection, recorded, one); }, event);
}

}  // namespace anmin::store
