#include <array>

#include "http/query.h"
#include "http/routes.h"
#include "http/step.h"
#include "operations/move_task.h"

namespace anmin::http {
namespace {

constexpr Length note_length{0, 500};

constexpr std::size_t asks_limit = 20;

}  // namespace

std::vector<directive::AskedItem> read_asks(BodyObject& body) {
    constexpr std::array<std::string_view, 2> kinds{"figure", "form"};
    std::vector<directive::AskedItem> asks;
    body.find_list("asks", asks_limit, [&](BodyObject& one) {
        const auto kind = static_cast<directive::AskKind>(one.word("kind", kinds));
        const auto name = one.text("name", {1, 100});
        asks.push_back({kind, name, one.text_or_empty("different", {0, 200})});
    });
    return asks;
}

Answer assign_task(const Call& call) {
    return step<operations::AssignTask>(call, operations::assign_task,
                                        [](BodyObject& body, operations::AssignTask& order) {
                                            order.post = {body.text("post", {1, 64})};
                                            order.due = body.find_date("due");
                                            order.note = body.text_or_empty("note", note_length);
                                            order.asks = read_asks(body);
                                        });
}

Answer report_task(const Call& call) {
    return step<operations::ReportTask>(
        call, operations::report_task,
        [](BodyObject& body, operations::ReportTask& order) { read_report(body, order); });
}

Answer verify_task(const Call& call) { return note_step(call, operations::verify_task); }
Answer return_task(const Call& call) { return note_step(call, operations::return_task); }
Answer strike_off_task(const Call& call) {
    return step<operations::StrikeOffTask>(
        call, operations::strike_off_task, [](BodyObject& body, operations::StrikeOffTask& order) {
            order.text = body.text("text", text_length);
            if (const auto months = body.find_number("look_back_months", 1, 120)) {
                order.look_back_months = static_cast<int>(*months);
            }
        });
}

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
