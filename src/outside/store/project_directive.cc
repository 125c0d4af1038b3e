// directive events of a document's stream -> candidate and the document's counts; those of a task's
// stream -> task and task_place, folded by directive::start and apply.
#include <set>
#include <utility>

#include "store/codec.h"
#include "store/ledger_key.h"
#include "store/project.h"

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

// Every division that holds the task: the issuer's, the owner's, and all above them.
std::set<std::string> places_of(const Task& task) {
    std::set<std::string> places;
    const auto add = [&places](const ident::DivisionCode& code) {
        for (std::optional<ident::DivisionCode> up = code; up; up = up->parent()) {
            places.insert(up->digits());
        }
    };
    add(task.division);
    if (task.owner) add(task.owner->division);
    return places;
}

Result<void> put_places(Connection& connection, const Task& task) {
    const std::string due = due_key(task.due);
    for (const std::string& place : places_of(task)) {
        TRY(connection.run(
            "INSERT INTO task_place (division, due, id, state) VALUES ($1, $2, $3, $4)",
            {place, due, task.id.value, word_of_state(task.state)}));
    }
    return {};
}

// Rows whose key stays only change their state.
Result<void> move_places(Connection& connection, const Task& before, const Task& after) {
    const std::string due = due_key(before.due);
    const auto places = places_of(before);
    const bool same = due == due_key(after.due) && places == places_of(after);
    for (const std::string& place : places) {
        if (same) {
            TRY(connection.run(
                "UPDATE task_place SET state = $4 WHERE division = $1 AND due = $2 AND id = $3",
                {place, due, after.id.value, word_of_state(after.state)}));
        } else {
            TRY(connection.run(
                "DELETE FROM task_place WHERE division = $1 AND due = $2 AND id = $3",
                {place, due, after.id.value}));
        }
    }
    return same ? Result<void>() : put_places(connection, after);
}

// What the ledger's word filter looks through.
std::string search_text(const Task& task) {
    std::string text = task.item.text + "\n" + task.source_title + "\n" + task.issuer;
    if (task.owner) text += "\n" + task.owner->unit_name + "\n" + task.owner->post_title;
    return folded_words(text);
}

Result<void> put_task(Connection& connection, const Task& task) {
    const TaskTexts texts = TRY(task_texts(task));
    const std::string search = search_text(task);
    const std::string due = due_key(task.due);
    const auto owner = [&task](std::string_view value) {
        return task.owner ? Parameter(value) : Parameter(Null{});
    };
    const std::string none;
    TRY(connection.run(
        "INSERT INTO task (id, version, state, document, division, owner_post, owner_division, "
        "due, "
        "search, body, steps) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) "
        "ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state, "
        "owner_post = excluded.owner_post, owner_division = excluded.owner_division, "
        "due = excluded.due, search = excluded.search, body = excluded.body, steps = "
        "excluded.steps",
        {task.id.value, task.version, word_of_state(task.state), task.document.value,
         task.division.digits(), owner(task.owner ? task.owner->post.value : none),
         owner(task.owner ? task.owner->division.digits() : none), due, search, texts.body,
         texts.steps}));
    return {};
}

Result<void> fold(Connection& connection, const Recorded& recorded,
                  const directive::TaskConfirmed& event) {
    if (recorded.stream_version != 1) {
        return failure(Refusal::bad_projection, "任务 " + event.task.value, "任务已经存在");
    }
    const Task task = directive::start(event);
    TRY(put_task(connection, task));
    return put_places(connection, task);
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

template <class TaskEvent>
Result<void> fold(Connection& connection, const Recorded& recorded, const TaskEvent& event) {
    const Task before = TRY(task_of_stream(connection, recorded));
    Task after = directive::apply(before, directive::Event(event));
    after.version = recorded.stream_version;
    TRY(put_task(connection, after));
    return move_places(connection, before, after);
}

}  // namespace

Result<void> project_directive(Connection& connection, const Recorded& recorded,
                               const directive::Event& event) {
    return std::visit([&](const auto& one) { return fold(connection, recorded, one); }, event);
}

}  // namespace anmin::store
