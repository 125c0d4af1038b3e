// One command on one thing that has versions: key, version that was seen, body, operation, answer.
#pragma once

#include <optional>
#include <utility>

#include "http/command.h"
#include "http/json_body.h"

namespace anmin::http {

// `current()` gives the thing as it stands, `operation` as it stands after the order; `read` fills
// the order from the request, or answers why it cannot; `show(thing, repeated)` answers with what
// either gave.
template <class Order, class Current, class Operation, class Show, class Read>
Answer versioned_step(const Call& call, Order order, const Current& current,
                      const Operation& operation, const Show& show, const Read& read) {
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    if (command.repeated) return show(current(), true);
    if (auto failed = read_seen_version(call.request, order.seen_version))
        return *std::move(failed);
    if (std::optional<Refusal> fault = read(order)) return *std::move(fault);
    auto moved = operation(call.desk(), command.caller, order);
    if (!moved.ok() && was_done_meanwhile(call, command)) return show(current(), true);
    return show(std::move(moved), false);
}

// The usual `read`: the request's JSON object, of which `read(body, order)` takes what it needs.
template <class Read>
auto body_into(const Call& call, const Read& read) {
    return [&call, &read](auto& order) -> std::optional<Refusal> {
        return read_body(call.request.body, [&](BodyObject& body) { read(body, order); });
    };
}

}  // namespace anmin::http
