// Lists of problems: opened, frozen and thawed, closed.
#include "http/problem_step.h"
#include "http/routes.h"
#include "operations/keep_list.h"

namespace anmin::http {
namespace {

using operations::OpenedList;

constexpr std::int64_t most_declared = 1'000'000;

Answer opened_list(Result<OpenedList> list, int status, bool repeated) {
    return answer_of(std::move(list), [status, repeated](const OpenedList& one) {
        Response response = versioned_response(json_of(one), one.list.version, repeated);
        response.status = status;
        return response;
    });
}

template <class Order, class Read>
Answer list_step(const Call& call,
                 Result<OpenedList> (*operation)(operations::Desk&, const operations::Caller&,
                                                 const Order&),
                 const Read& read) {
    Order order;
    order.list = {call.path_value("id")};
    const auto current = [&] {
        return operations::open_list(call.desk(), call.actor(), order.list);
    };
    const auto show = [](Result<OpenedList> one, bool repeated) {
        return opened_list(std::move(one), 200, repeated);
    };
    return versioned_step(call, order, current, operation, show, body_into(call, read));
}

void read_text(BodyObject& body, operations::ListOrder& order) {
    order.text = body.text("text", text_length);
}

}  // namespace

Answer open_list(const Call& call) {
    operations::OpenList order;
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    const auto fault = read_body(call.request.body, [&order](BodyObject& body) {
        order.name = body.text("name", line_length);
        order.scheme = body.text_or_empty("scheme", {0, 100});
        order.source = body.text("source", line_length);
        order.declared = body.find_number("declared", 0, most_declared);
    });
    if (fault) return *fault;
    if (command.repeated) {
        return opened_list(operations::open_list(call.desk(), call.actor(),
                                                 problem::ListId{made_before(call, command)}),
                           201, true);
    }
    return opened_list(operations::open_list(call.desk(), command.caller, order), 201, false);
}

Answer freeze_list(const Call& call) {
    return list_step<operations::FreezeList>(
        call, operations::freeze_list, [](BodyObject& body, operations::FreezeList& order) {
            order.from = needed_date(body, "from");
            order.text = body.text_or_empty("text", text_length);
        });
}

Answer thaw_list(const Call& call) {
    return list_step<operations::ListOrder>(call, operations::thaw_list, read_text);
}

Answer close_list(const Call& call) {
    return list_step<operations::ListOrder>(call, operations::close_list, read_text);
}

}  // namespace anmin::http
