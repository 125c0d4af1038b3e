#include <algorithm>
#include <limits>
#include <set>

#include "http/json_body.h"
#include "http/json_shapes.h"
#include "http/query.h"
#include "http/routes.h"
#include "http/versioned_step.h"
#include "operations/confirm_tasks.h"
#include "operations/open_document.h"
#include "operations/receive_document.h"
#include "operations/recut_candidates.h"

namespace anmin::http {
namespace {

using operations::OpenedDocument;

constexpr std::size_t decision_limit = 500;
constexpr std::int64_t file_name_limit = 255;
constexpr std::int64_t largest_number = std::numeric_limits<std::int32_t>::max();

document::Span read_span(BodyObject& body) {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    return {body.number("start", 0, most), body.number("end", 0, most)};
}

std::int32_t read_number(BodyObject& body) {
    return static_cast<std::int32_t>(body.number("number", 1, largest_number));
}

// Exactly one of `split` and `merge`.
std::optional<Refusal> read_cut(std::string_view text, operations::RecutCandidates& order) {
    int cuts = 0;
    auto fault = read_body(text, [&order, &cuts](BodyObject& body) {
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        body.find_object("split", [&order, &cuts](BodyObject& split) {
            order.cut = operations::SplitCandidate{read_number(split), split.number("at", 0, most)};
            ++cuts;
        });
        body.find_object("merge", [&order, &cuts](BodyObject& merge) {
            const std::int32_t number = read_number(merge);
            order.cut = operations::MergeCandidates{
                number, static_cast<std::int32_t>(merge.number("with", 1, largest_number))};
            ++cuts;
        });
    });
    if (!fault && cuts != 1) fault = bad_fields("请求正文", "应恰有 split、merge 之一");
    return fault;
}

operations::ConfirmCandidate read_confirm(BodyObject& body) {
    operations::ConfirmCandidate confirm;
    confirm.number = read_number(body);
    body.find_object("span", [&confirm](BodyObject& span) { confirm.span = read_span(span); });
    confirm.due = body.find_date("due");
    return confirm;
}

operations::RejectCandidate read_reject(BodyObject& body) {
    return {read_number(body), body.text("reason", {0, 500})};
}

// 304 when the caller has this version: nothing in the answer changes without the version.
void drop_known_body(Response& response, const Request& request) {
    const auto known = request.find_header("if-none-match");
    if (!known) return;
    for (const Header& header : response.headers) {
        if (header.name != "ETag" || !lists_token(*known, header.value)) continue;
        response.status = 304;
        response.body = std::string();
        return;
    }
}

Answer opened_document(Result<OpenedDocument> document, bool repeated) {
    return answer_of(std::move(document), [repeated](const OpenedDocument& opened) {
        return versioned_response(json_of(opened), opened.version, repeated);
    });
}

// What a command on a document touched, when only that is to be answered.
struct Touched {
    std::set<std::int32_t> numbers;
    std::int64_t version = 0;  // of the document after the command, if nobody came in between
    bool makes_one = false;    // one more proposal, with the highest number
};

std::int32_t highest_number(const OpenedDocument& document) {
    std::int32_t highest = 0;
    for (const auto& one : document.candidates) highest = std::max(highest, one.candidate.number);
    return highest;
}

Touched touched_by(const operations::ConfirmTasks& order) {
    Touched touched;
    for (const auto& one : order.confirm) touched.numbers.insert(one.number);
    for (const auto& one : order.reject) touched.numbers.insert(one.number);
    touched.numbers.insert(order.reopen.begin(), order.reopen.end());
    touched.version = order.seen_version + static_cast<std::int64_t>(touched.numbers.size());
    return touched;
}

Touched touched_by(const operations::RecutCandidates& order) {
    Touched touched{{}, order.seen_version + 1};
    if (const auto* split = std::get_if<operations::SplitCandidate>(&order.cut)) {
        touched.numbers = {split->number};
        touched.makes_one = true;
    }
    if (const auto* merge = std::get_if<operations::MergeCandidates>(&order.cut)) {
        touched.numbers = {merge->number, merge->with};
    }
    return touched;
}

// The whole document, unless the caller wants the changes only, they are what this very command
// did, and nobody else's command came in between.
Answer changed_document(Result<OpenedDocument> document, const std::optional<Touched>& touched,
                        bool repeated) {
    const bool known =
        touched && !repeated && document.ok() && document.value().version == touched->version;
    if (!known) return opened_document(std::move(document), repeated);
    DocumentChange change{document.value(), touched->numbers};
    if (touched->makes_one) change.numbers.insert(highest_number(change.document));
    return versioned_response(json_of(change), change.document.version, false);
}

}  // namespace

Answer list_documents(const Call& call) {
    Query query(call.request);
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::list_documents(call.desk(), call.actor(), page),
                     [](const auto& found) { return json_response(200, json_of(found)); });
}

Answer receive_document(const Call& call) {
    Query query(call.request);
    const std::string name = query.text("name", file_name_limit);
    if (query.refusal()) return *query.refusal();
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    // Receiving the same bytes again gives the document that is there: a repeated command needs no
    // more.
    return answer_of(
        operations::receive_document(call.desk(), command.caller, {name, call.request.body}),
        [&command](const operations::ReceivedDocument& received) {
            auto response =
                json_response(received.was_there ? 200 : 201, json_of(received.summary));
            if (command.repeated) response.set("Idempotency-Replayed", "true");
            return response;
        });
}

Answer get_document(const Call& call) {
    Query query(call.request);
    const auto open = query.flag("bare") ? operations::open_reading : operations::open_document;
    if (query.refusal()) return *query.refusal();
    auto answer = opened_document(open(call.desk(), call.actor(), {call.path_value("id")}), false);
    if (auto* response = std::get_if<Response>(&answer)) drop_known_body(*response, call.request);
    return answer;
}

Answer list_candidates(const Call& call) {
    Query query(call.request);
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(
        operations::list_candidates(call.desk(), call.actor(), {call.path_value("id")}, page),
        [](const operations::CandidatePage& found) {
            return versioned_response(json_of(found), found.version, false);
        });
}

Answer get_original(const Call& call) {
    return answer_of(operations::open_original(call.desk(), call.actor(), {call.path_value("id")}),
                     [](operations::OriginalFile file) {
                         return download(std::move(file.bytes), file.file_name,
                                         "application/octet-stream");
                     });
}

namespace {

template <class Order, class Read>
Answer document_step(const Call& call,
                     Result<operations::OpenedDocument> (*operation)(operations::Desk&,
                                                                     const operations::Caller&,
                                                                     const Order&),
                     const Read& read) {
    Order order;
    order.document = {call.path_value("id")};
    Query query(call.request);
    const bool changes = query.flag("changes");
    if (query.refusal()) return *query.refusal();
    const auto current = [&] {
        return operations::open_document(call.desk(), call.actor(), order.document);
    };
    std::optional<Touched> touched;
    const auto read_touched = [&](Order& filled) -> std::optional<Refusal> {
        auto fault = read(filled);
        if (!fault && changes) touched = touched_by(filled);
        return fault;
    };
    const auto show = [&touched](Result<operations::OpenedDocument> document, bool repeated) {
        return changed_document(std::move(document), touched, repeated);
    };
    return versioned_step(call, order, current, operation, show, read_touched);
}

void read_decisions(BodyObject& body, operations::ConfirmTasks& order) {
    body.list("confirm", decision_limit,
              [&order](BodyObject& item) { order.confirm.push_back(read_confirm(item)); });
    body.list("reject", decision_limit,
              [&order](BodyObject& item) { order.reject.push_back(read_reject(item)); });
    body.find_list("reopen", decision_limit,
                   [&order](BodyObject& item) { order.reopen.push_back(read_number(item)); });
}

}  // namespace

Answer decide_candidates(const Call& call) {
    return document_step<operations::ConfirmTasks>(call, operations::confirm_tasks,
                                                   body_into(call, read_decisions));
}

Answer recut_candidates(const Call& call) {
    return document_step<operations::RecutCandidates>(
        call, operations::recut_candidates,
        [&call](auto& order) { return read_cut(call.request.body, order); });
}

}  // namespace anmin::http
