// The steps of a task over HTTP.
#pragma once

#include "http/command.h"
#include "http/json_body.h"
#include "http/json_shapes.h"
#include "http/versioned_step.h"
#include "operations/move_task.h"

namespace anmin::http {

inline constexpr Length text_length{0, 4000};
inline constexpr Length name_length{1, 255};

inline Answer opened_task(Result<operations::OpenedTask> task, bool repeated) {
    return answer_of(std::move(task), [repeated](const operations::OpenedTask& opened) {
        return versioned_response(json_of(opened), opened.task.version, repeated);
    });
}

template <class Order, class Read>
Answer step(const Call& call,
            Result<operations::OpenedTask> (*operation)(operations::Desk&,
                                                        const operations::Caller&, const Order&),
            const Read& read) {
    Order order;
    order.task = {call.path_value("id")};
    const auto current = [&] {
        return operations::open_task(call.desk(), call.actor(), order.task);
    };
    return versioned_step(call, order, current, operation, opened_task, body_into(call, read));
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

// Figures and forms wanted beside the work: the member "asks", which may be absent.
std::vector<directive::AskedItem> read_asks(BodyObject& body);

// Text, evidence and figure of a report.
void read_report(BodyObject& body, operations::ReportTask& order);

}  // namespace anmin::http
