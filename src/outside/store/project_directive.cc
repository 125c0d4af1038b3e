// directive events of a document's stream -> candidate and the document's counts; those of a task's
// stream -> task and what goes with it (task_rows.h), folded by directive::start and apply.
#include <type_traits>
#include <utility>

#include "directive/spread.h"
#include "store/ask_rows.h"
#include "store/codec.h"
#include "store/project.h"
#include "store/task_rows.h"

namespace anmin::store {
namespace {

using directive::Task;

Result<void> count_candidates(Connection& connection, const ident::DocumentId& document) {
    TRY(connection.run(
        "UPDATE document SET "
        "proposed = (SELECT count(*) FROM candidate WHERE document = $1 AND state = 'proposed'), "
        "confirmed = (SELECT count(*) FROM candidate WHERE document = $1 AND state = 'confirmed'), "
        "rejected = (SELECT count(*) FROM candidate WHERE document = $1 AND state = 'rejected') "
        "WHERE id = $1",
        {document.value}));
    return {};
}

Result<void> put_candidate(Connection& connection, const ident::DocumentId& document,
                           const directive::Candidate& candidate) {
    const std::string body = TRY(candidate_text(candidate));
    TRY(
        connection.run("INSERT INTO candidate (document, number, state, reason, body) "
                       "VALUES ($1, $2, 'proposed', '', $3)",
                       {document.value, std::int64_t{candidate.number}, body}));
    return {};
}

// Replaces what is proposed and not decided yet.
Result<void> fold(Connection& connection, const Recorded&, const directive::TasksProposed& event) {
    TRY(connection.run("DELETE FROM candidate WHERE document = $1 AND state = 'proposed'",
                       {event.document.value}));
    for (const auto& candidate : event.candidates)
        TRY(put_candidate(connection, event.document, candidate));
    return count_candidates(connection, event.document);
}

Result<void> decide(Connection& connection, const ident::DocumentId& document, std::int32_t number,
                    directive::CandidateState state, Parameter task, std::string_view reason) {
    const auto changed = TRY(
        connection.run("UPDATE candidate SET state = $3, task = $4, reason = $5 "
                       "WHERE document = $1 AND number = $2 AND state = 'proposed'",
                       {document.value, std::int64_t{number}, word_of_state(state), task, reason}));
    if (changed != 1) {
        return failure(Refusal::bad_projection, "建议任务第 " + std::to_string(number) + " 条",
                       "已经处理过");
    }
    return count_candidates(connection, document);
}

Result<void> fold(Connection& connection, const Recorded&,
                  const directive::CandidateRejected& event) {
    return decide(connection, event.document, event.number, directive::CandidateState::rejected,
                  Null{}, event.reason);
}

Result<void> fold(Connection& connection, const Recorded&,
                  const directive::CandidateConfirmed& event) {
    return decide(connection, event.document, event.number, directive::CandidateState::confirmed,
                  std::string_view(event.task.value), "");
}

Result<void> fold(Connection& connection, const Recorded&,
                  const directive::CandidatesRecut& event) {
    for (const std::int32_t number : event.taken) {
        TRY(connection.run(
            "DELETE FROM candidate WHERE document = $1 AND number = $2 AND state = 'proposed'",
            {event.document.value, std::int64_t{number}}));
    }
    for (const auto& candidate : event.given)
        TRY(put_candidate(connection, event.document, candidate));
    return count_candidates(connection, event.document);
}

Result<void> fold(Connection& connection, const Recorded&,
                  const directive::CandidateReopened& event) {
    TRY(
        connection.run("UPDATE candidate SET state = 'proposed', reason = '' "
                       "WHERE document = $1 AND number = $2 AND state = 'rejected'",
                       {event.document.value, std::int64_t{event.number}}));
    return count_candidates(connection, event.document);
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const directive::TaskConfirmed& event) {
    if (recorded.stream_version != 1) {
        return failure(Refusal::bad_projection, "任务 " + event.task.value, "任务已经存在");
    }
    return add_task(connection, directive::start(event));
}

Result<Task> task_of_stream(Connection& connection, const Recorded& recorded) {
    constexpr std::string_view prefix = "task:";
    const std::string_view stream = recorded.stream;
    const std::string place = "任务流 " + recorded.stream;
    if (!stream.starts_with(prefix)) return failure(Refusal::bad_projection, place, "不是任务的流");
    std::optional<Task> task;
    TRY(connection.run("SELECT body, steps FROM task WHERE id = $1", {stream.substr(prefix.size())},
                       [&](const Row& row) -> Result<void> {
                           task = TRY(task_from(row.text(0), place));
                           task->steps = TRY(steps_from(row.text(1), place));
                           return {};
                       }));
    if (!task) return failure(Refusal::bad_projection, place, "任务不存在");
    return *std::move(task);
}

// INVARIANT: nothing closed has open parts. Decisions look at the parts, but may have looked a
// moment before another commit: the log refuses what came too late.
Result<void> expect_closed_parts(Connection& connection, const Task& task) {
    if (task.children == 0 || TRY(open_parts(connection, task.id)) == 0) return {};
    return failure(Refusal::stale, "任务 " + task.id.value, "下级任务刚刚重新打开");
}
Result<void> expect_open_above(Connection& connection, const Task& task) {
    if (!task.parent) return {};
    bool closed = false;
    TRY(connection.run("SELECT state FROM task WHERE id = $1", {task.parent->value},
                       [&](const Row& row) -> Result<void> {
                           const auto word = row.text(0);
                           using directive::TaskState;
                           closed = word == word_of_state(TaskState::struck_off) ||
                                    word == word_of_state(TaskState::held) ||
                                    word == word_of_state(TaskState::ended) ||
                                    word == word_of_state(TaskState::merged);
                           return {};
                       }));
    if (!closed) return {};
    return failure(Refusal::stale, "任务 " + task.id.value, "上级任务刚刚办结");
}

template <class TaskEvent>
Result<void> fold(Connection& connection, const Recorded& recorded, const TaskEvent& event) {
    const Task before = TRY(task_of_stream(connection, recorded));
    Task after = directive::apply(before, directive::Event(event));
    after.version = recorded.stream_version;
    if constexpr (std::is_same_v<TaskEvent, directive::TaskRebounded>) {
        TRY(expect_open_above(connection, before));
    } else if (directive::is_closed(after.state)) {
        TRY(expect_closed_parts(connection, before));
    }
    TRY(change_task(connection, before, after));
    TRY(follow_change(connection, before, after, event.on));
    if constexpr (std::is_same_v<TaskEvent, directive::TaskAssigned>) {
        TRY(ask_for_task(connection, after, event.on));
    }
    if constexpr (std::is_same_v<TaskEvent, directive::ObjectionRuled>) {
        if (event.owner) TRY(ask_for_task(connection, after, event.on));
    }
    if constexpr (std::is_same_v<TaskEvent, directive::TaskTookIn>) {
        if (event.lead || !event.asks.empty()) TRY(ask_for_task(connection, after, event.on));
    }
    if constexpr (std::is_same_v<TaskEvent, directive::TaskSpread>) {
        const auto parts = directive::parts_of(after, before.children, event);
        TRY(add_tasks(connection, parts));
        TRY(ask_for_parts(connection, parts, event.on));
    }
    return {};
}

}  // namespace

Result<void> project_directive(Connection& connection, const Recorded& recorded,
                               const directive::Event& event) {
    return std::visit([&](const auto& one) { return fold(connection, recorded, one); }, event);
}

}  // namespace anmin::store
