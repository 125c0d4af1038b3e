#include <limits>

#include "http/command.h"
#include "http/json_body.h"
#include "http/json_shapes.h"
#include "http/query.h"
#include "http/routes.h"
#include "operations/move_task.h"

namespace anmin::http {
namespace {

using operations::OpenedTask;

constexpr Length note_length{0, 500};
constexpr Length text_length{0, 4000};
constexpr Length name_length{1, 255};
constexpr std::size_t evidence_limit = 20;

Answer opened_task(Result<OpenedTask> task, bool repeated) {
    return answer_of(std::move(task), [repeated](const OpenedTask& opened) {
        return versioned_response(json_of(opened), opened.task.version, repeated);
    });
}

// One step of a task: key, version, body, operation. `read` fills the order from the body.
template <class Order, class Read>
Answer step(const Call& call,
            Result<OpenedTask> (*operation)(operations::Desk&, const operations::Caller&,
                                            const Order&),
            const Read& read) {
    Order order;
    order.task = {call.path_value("id")};
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    const auto current = [&] {
        return opened_task(operations::open_task(call.desk(), call.actor(), order.task), true);
    };
    if (command.repeated) return current();
    if (auto failed = read_seen_version(call.request, order.seen_version))
        return *std::move(failed);
    const auto fault = read_body(call.request.body, [&](BodyObject& body) { read(body, order); });
    if (fault) return *fault;
    auto moved = operation(call.desk(), command.caller, order);
    if (!moved.ok() && was_done_meanwhile(call, command)) return current();
    return opened_task(std::move(moved), false);
}

Answer note_step(const Call& call,
                 Result<OpenedTask> (*operation)(operations::Desk&, const operations::Caller&,
                                                 const operations::TaskNote&)) {
    return step<operations::TaskNote>(call, operation,
                                      [](BodyObject& body, operations::TaskNote& order) {
                                          order.text = body.text("text", text_length);
                                      });
}

directive::Evidence read_evidence(BodyObject& body) {
    return {body.text("digest", {1, 128}), body.text("file_name", name_length),
            body.number("bytes", 0, std::numeric_limits<std::int64_t>::max())};
}

}  // namespace

Answer assign_task(const Call& call) {
    return step<operations::AssignTask>(call, operations::assign_task,
                                        [](BodyObject& body, operations::AssignTask& order) {
                                            order.post = {body.text("post", {1, 64})};
                                            order.due = body.find_date("due");
                                            order.note = body.text_or_empty("note", note_length);
                                        });
}

Answer report_task(const Call& call) {
    return step<operations::ReportTask>(
        call, operations::report_task, [](BodyObject& body, operations::ReportTask& order) {
            order.text = body.text("text", text_length);
            body.list("evidence", evidence_limit, [&order](BodyObject& item) {
                order.evidence.push_back(read_evidence(item));
            });
        });
}

Answer verify_task(const Call& call) { return note_step(call, operations::verify_task); }
Answer return_task(const Call& call) { return note_step(call, operations::return_task); }
Answer strike_off_task(const Call& call) { return note_step(call, operations::strike_off_task); }

Answer keep_evidence(const Call& call) {
    Query query(call.request);
    const std::string name = query.text("name", name_length.most);
    if (query.refusal()) return *query.refusal();
    return answer_of(
        operations::keep_evidence(call.desk(), {call.actor(), "", ""}, name, call.request.body),
        [](const directive::Evidence& kept) { return json_response(201, json_of(kept)); });
}

Answer get_evidence(const Call& call) {
    return answer_of(operations::open_evidence(call.desk(), call.actor(), {call.path_value("id")},
                                               call.path_value("digest")),
                     [](operations::EvidenceFile file) {
                         return download(std::move(file.bytes), file.file_name,
                                         "application/octet-stream");
                     });
}

}  // namespace anmin::http
