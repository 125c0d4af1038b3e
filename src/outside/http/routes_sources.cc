#include <array>
#include <utility>

#include "http/json_sources.h"
#include "http/query.h"
#include "http/routes.h"
#include "http/step.h"

namespace anmin::http {
namespace {

using operations::OpenedSource;
using operations::TaskBasis;
using source::SourceKind;
using source::SourceName;

constexpr Length id_length{1, 64};
constexpr Length line_length{1, 500};
constexpr std::int64_t most_people = 1'000'000;
constexpr std::size_t agenda_limit = 100;
constexpr std::size_t branches_limit = 2000;
constexpr std::size_t conveyors_limit = 20;
constexpr std::array<std::string_view, 2> yes_no{"yes", "no"};
constexpr std::array<std::string_view, 3> kinds{"meeting", "document", "instruction"};

Answer opened(Result<OpenedSource> source, int status) {
    return answer_of(std::move(source), [status](const OpenedSource& one) {
        return json_response(status, json_of(one));
    });
}

// What an earlier command with this key made: "meeting:<id>" as its name.
SourceName made_before(const Call& call, const Command& command, SourceKind kind) {
    const auto receipt = call.desk().journal.find_receipt(
        call.actor().account, command.caller.idempotency_key, command.caller.request_digest);
    if (!receipt.ok() || !receipt.value()) return {kind, ""};
    const std::string& stream = receipt.value()->stream.value;
    return {kind, stream.substr(stream.find(':') + 1)};
}

std::optional<ident::DocumentId> find_document(BodyObject& body) {
    std::string id = body.text_or_empty("document", {0, 64});
    if (id.empty()) return std::nullopt;
    return ident::DocumentId{std::move(id)};
}

// One new source: key, body, operation.
template <class Order, class Read>
Answer make(const Call& call, SourceKind kind,
            Result<OpenedSource> (*operation)(operations::Desk&, const operations::Caller&,
                                              const Order&),
            const Read& read) {
    Order order;
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    const auto fault = read_body(call.request.body, [&](BodyObject& body) { read(body, order); });
    if (fault) return *fault;
    if (command.repeated) {
        const auto name = made_before(call, command, kind);
        return opened(operations::open_source(call.desk(), call.actor(), name), 201);
    }
    return opened(operation(call.desk(), command.caller, order), 201);
}

Answer change_basis(const Call& call,
                    Result<TaskBasis> (*operation)(operations::Desk&, const operations::Caller&,
                                                   const operations::CiteSource&)) {
    operations::CiteSource order;
    order.task = {call.path_value("id")};
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    const auto fault = read_body(call.request.body, [&order](BodyObject& body) {
        order.source.kind = static_cast<SourceKind>(body.word("kind", kinds));
        order.source.id = body.text("source", id_length);
        order.text = body.text_or_empty("text", text_length);
    });
    if (fault) return *fault;
    auto basis = command.repeated ? operations::open_basis(call.desk(), call.actor(), order.task)
                                  : operation(call.desk(), command.caller, order);
    return answer_of(std::move(basis),
                     [](const TaskBasis& one) { return json_response(200, json_of(one)); });
}

}  // namespace

Answer list_sources(const Call& call) {
    Query query(call.request);
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::list_sources(call.desk(), call.actor(), page),
                     [](const auto& found) { return json_response(200, json_of(found)); });
}

Answer get_source(const Call& call) {
    const auto kind = source_kind_named(call.path_value("kind"));
    if (!kind) {
        return Error{Fault::missing,
                     "E-SRC-020",
                     "来源",
                     "没有“" + call.path_value("kind") + "”这类来源",
                     "meeting, document, instruction",
                     "从“来源”中打开"};
    }
    return opened(
        operations::open_source(call.desk(), call.actor(), {*kind, call.path_value("id")}), 200);
}

Answer record_meeting(const Call& call) {
    return make<operations::RecordMeeting>(
        call, SourceKind::meeting, operations::record_meeting,
        [](BodyObject& body, operations::RecordMeeting& order) {
            order.name = body.text("name", line_length);
            order.held_on = body.date("held_on");
            order.chair = body.text("chair", line_length);
            order.conveyors = body.texts("conveyors", conveyors_limit, {1, 100});
            order.form = body.text_or_empty("form", {0, 64});
            body.list("agenda", agenda_limit, [&order](BodyObject& one) {
                const bool first = one.word("first_topic", yes_no) == 0;
                source::AgendaItem item{one.text("title", line_length), first, find_document(one)};
                std::string taken = one.text_or_empty("conveyance", {0, 64});
                if (!taken.empty()) item.conveyance = {std::move(taken)};
                order.agenda.push_back(std::move(item));
            });
            body.find_list("branches", branches_limit, [&order](BodyObject& one) {
                order.branches.push_back(
                    {0, one.text("name", line_length), one.division("division"),
                     one.text_or_empty("venue", {0, 200}), one.number("expected", 0, most_people)});
            });
        });
}

Answer enter_instruction(const Call& call) {
    return make<operations::EnterInstruction>(
        call, SourceKind::instruction, operations::enter_instruction,
        [](BodyObject& body, operations::EnterInstruction& order) {
            order.by = body.text("by", line_length);
            order.given_on = body.date("given_on");
            order.text = body.text("text", {1, 4000});
            order.document = find_document(body);
        });
}

Answer take_attendance(const Call& call) {
    operations::TakeAttendance order;
    order.meeting = {call.path_value("id")};
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    const auto fault = read_body(call.request.body, [&order](BodyObject& body) {
        order.branch = static_cast<std::int32_t>(body.number("branch", 1, 100'000));
        order.made_up = body.word("made_up", yes_no) == 0;
        order.people = body.number("people", 0, most_people);
        order.note = body.text_or_empty("note", {0, 500});
    });
    if (fault) return *fault;
    const SourceName name{SourceKind::meeting, order.meeting.value};
    if (command.repeated) {
        return opened(operations::open_source(call.desk(), call.actor(), name), 200);
    }
    return opened(operations::take_attendance(call.desk(), command.caller, order), 200);
}

Answer get_task_sources(const Call& call) {
    return answer_of(operations::open_basis(call.desk(), call.actor(), {call.path_value("id")}),
                     [](const TaskBasis& basis) { return json_response(200, json_of(basis)); });
}

Answer cite_source(const Call& call) { return change_basis(call, operations::cite_source); }

Answer withdraw_source(const Call& call) { return change_basis(call, operations::withdraw_source); }

}  // namespace anmin::http
