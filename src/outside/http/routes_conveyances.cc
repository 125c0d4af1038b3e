#include <array>
#include <utility>

#include "http/json_conveyances.h"
#include "http/json_sources.h"
#include "http/query.h"
#include "http/routes.h"
#include "http/step.h"

namespace anmin::http {
namespace {

using operations::OpenedConveyance;

constexpr Length id_length{1, 64};
constexpr Length line_length{1, 500};
constexpr std::size_t measures_limit = 100;
constexpr std::array<std::string_view, 2> yes_no{"yes", "no"};
constexpr std::array<std::string_view, 3> kinds{"meeting", "document", "instruction"};

Answer opened(Result<OpenedConveyance> conveyance, int status, bool repeated) {
    return answer_of(std::move(conveyance), [status, repeated](const OpenedConveyance& one) {
        Response response = versioned_response(json_of(one), one.row.conveyance.version, repeated);
        response.status = status;
        return response;
    });
}

template <class Order, class Read>
Answer step(const Call& call,
            Result<OpenedConveyance> (*operation)(operations::Desk&, const operations::Caller&,
                                                  const Order&),
            const Read& read) {
    Order order;
    order.conveyance = {call.path_value("id")};
    const auto current = [&] {
        return operations::open_conveyance(call.desk(), call.actor(), order.conveyance);
    };
    const auto show = [](Result<OpenedConveyance> one, bool repeated) {
        return opened(std::move(one), 200, repeated);
    };
    return versioned_step(call, order, current, operation, show, body_into(call, read));
}

std::int32_t read_measure(BodyObject& body) {
    return static_cast<std::int32_t>(body.number("measure", 1, 10'000));
}

// "source" with its "source_kind"; both or neither.
std::optional<source::SourceName> find_source(BodyObject& body) {
    if (!body.has("source") && !body.has("source_kind")) return std::nullopt;
    const auto kind = static_cast<source::SourceKind>(body.word("source_kind", kinds));
    return source::SourceName{kind, body.text("source", id_length)};
}

Answer receive_again(const Call& call, const Command& command) {
    const auto receipt = call.desk().journal.find_receipt(
        call.actor().account, command.caller.idempotency_key, command.caller.request_digest);
    if (!receipt.ok()) return receipt.error();
    const std::string stream = receipt.value() ? receipt.value()->stream.value : "";
    return opened(operations::open_conveyance(call.desk(), call.actor(),
                                              {stream.substr(stream.find(':') + 1)}),
                  201, true);
}

void read_filter(Query& query, source::ConveyanceFilter& filter) {
    for (const std::string& name : query.all("state")) {
        if (const auto state = conveyance_state_named(name)) {
            filter.states.push_back(*state);
        } else {
            query.fault("state", "没有“" + name + "”这种状态",
                        "received, pooled, conveyed, decided, broken_down, looked_back, archived, "
                        "withdrawn");
        }
    }
    const std::string figure = query.text_or("figure", "");
    if (!figure.empty()) filter.figure = conveyance_figure_named(figure);
    if (!figure.empty() && !filter.figure) {
        query.fault("figure", "没有“" + figure + "”这个数",
                    "received, conveyed, waiting, late, decided, archived, withdrawn");
    }
    filter.year = query.whole("year", 9998);
}

}  // namespace

Answer list_conveyances(const Call& call) {
    Query query(call.request);
    source::ConveyanceFilter filter;
    read_filter(query, filter);
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(
        operations::list_conveyances(call.desk(), call.actor(), std::move(filter), page),
        [](const auto& found) { return json_response(200, json_of(found)); });
}

Answer count_conveyances(const Call& call) {
    Query query(call.request);
    const auto year = query.whole("year", 9998);
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::count_conveyances(call.desk(), call.actor(), year),
                     [&call](const operations::ConveyanceFigures& figures) {
                         const ConveyanceYear shown{figures, call.desk().policies.conveying};
                         return json_response(200, json_of(shown));
                     });
}

Answer receive_conveyance(const Call& call) {
    operations::ReceiveConveyance order;
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    if (command.repeated) return receive_again(call, command);
    const auto fault = read_body(call.request.body, [&order](BodyObject& body) {
        order.title = body.text("title", line_length);
        order.number = body.text_or_empty("number", {0, 100});
        order.from = body.text("from", line_length);
        order.source = find_source(body);
        order.received_on = body.date("received_on");
        order.first_topic = body.word("first_topic", yes_no) == 0;
    });
    if (fault) return *fault;
    return opened(operations::receive_conveyance(call.desk(), command.caller, order), 201, false);
}

Answer get_conveyance(const Call& call) {
    return opened(operations::open_conveyance(call.desk(), call.actor(), {call.path_value("id")}),
                  200, false);
}

Answer pool_conveyance(const Call& call) {
    return step<operations::PoolConveyance>(
        call, operations::pool_conveyance, [](BodyObject& body, operations::PoolConveyance& order) {
            order.meeting = body.text("meeting", line_length);
            order.planned_on = body.find_date("planned_on");
            order.place = static_cast<std::int32_t>(body.number("place", 1, 10'000));
        });
}

Answer decide_measures(const Call& call) {
    return step<operations::DecideMeasures>(
        call, operations::decide_measures, [](BodyObject& body, operations::DecideMeasures& order) {
            order.proposed_by = body.text("proposed_by", line_length);
            order.meeting = {body.text("meeting", id_length)};
            body.list("measures", measures_limit, [&order](BodyObject& one) {
                order.measures.push_back(
                    {0, one.text("text", {1, 4000}), one.text("unit", line_length)});
            });
        });
}

Answer answer_measure(const Call& call) {
    return step<operations::AnswerMeasure>(call, operations::answer_measure,
                                           [](BodyObject& body, operations::AnswerMeasure& order) {
                                               order.measure = read_measure(body);
                                               order.task = {body.text("task", id_length)};
                                           });
}

Answer exempt_measure(const Call& call) {
    return step<operations::ExemptMeasure>(call, operations::exempt_measure,
                                           [](BodyObject& body, operations::ExemptMeasure& order) {
                                               order.measure = read_measure(body);
                                               order.text = body.text("text", text_length);
                                           });
}

Answer look_back_conveyance(const Call& call) {
    return step<operations::LookBackConveyance>(
        call, operations::look_back_conveyance,
        [](BodyObject& body, operations::LookBackConveyance& order) {
            order.held = body.word("answer", yes_no) == 0;
            order.text = body.text("text", text_length);
        });
}

Answer archive_conveyance(const Call& call) {
    return step<operations::NoteConveyance>(
        call, operations::archive_conveyance,
        [](BodyObject& body, operations::NoteConveyance& order) {
            order.text = body.text_or_empty("text", text_length);
        });
}

Answer withdraw_conveyance(const Call& call) {
    return step<operations::NoteConveyance>(
        call, operations::withdraw_conveyance,
        [](BodyObject& body, operations::NoteConveyance& order) {
            order.text = body.text("text", text_length);
        });
}

}  // namespace anmin::http
