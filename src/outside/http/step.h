// The steps of a task over HTTP: key, version, body, operation.
#pragma once

#include "http/command.h"
#include "http/json_body.h"
#include "http/json_shapes.h"
#include "operations/move_task.h"

namespace anmin::http {

inline constexpr Length text_length{0, 4000};
inline constexpr Length name_length{1, 255};

inline Answer opened_task(Result<operations::OpenedTask> task, bool repeated) {
    return answer_of(std::move(task), [repeated](const operations::OpenedTask& opened) {
        return versioned_response(json_of(opened), opened.task.version, repeated);
    });
}

// `read` fills the order from the body.
template <class Order, class Read>
Answer step(const Call& call,
            Result<operations::OpenedTask> (*operation)(operations::Desk&,
                                                        const operations::Caller&, const Order&),
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

using NoteOperation = Result<operations::OpenedTask> (*)(operations::Desk&,
                                                         const operations::Caller&,
                                                         const operations::TaskNote&);

inline Answer note_step(const Call& call, NoteOperation operation) {
    return step<operations::TaskNote>(call, operation,
                                      [](BodyObject& body, operations::TaskNote& order) {
                                          order.text = body.text("text", text_length);
                                      });
}

// Text, evidence and figure of a report.
void read_report(BodyObject& body, operations::ReportTask& order);

}  // namespace anmin::http
