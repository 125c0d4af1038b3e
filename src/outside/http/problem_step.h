// The steps of a problem over HTTP.
#pragma once

#include <array>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "http/json_problems.h"
#include "http/step.h"
#include "operations/move_problem.h"

namespace anmin::http {

inline constexpr Length id_length{1, 64};
inline constexpr Length line_length{0, 500};
inline constexpr std::size_t remarks_limit = 1000;

inline Answer opened(Result<operations::OpenedProblem> problem, int status, bool repeated) {
    return answer_of(std::move(problem), [status, repeated](const operations::OpenedProblem& one) {
        Response response = versioned_response(json_of(one), one.row.problem.version, repeated);
        response.status = status;
        return response;
    });
}

// The identifier of what an earlier command with this key made.
inline std::string made_before(const Call& call, const Command& command) {
    const auto receipt = call.desk().journal.find_receipt(
        call.actor().account, command.caller.idempotency_key, command.caller.request_digest);
    if (!receipt.ok() || !receipt.value()) return {};
    const std::string& stream = receipt.value()->stream.value;
    return stream.substr(stream.find(':') + 1);
}

template <class Order, class Read>
Answer problem_step(const Call& call,
                    Result<operations::OpenedProblem> (*operation)(operations::Desk&,
                                                                   const operations::Caller&,
                                                                   const Order&),
                    const Read& read) {
    Order order;
    order.problem = {call.path_value("id")};
    const auto current = [&] {
        return operations::open_problem(call.desk(), call.actor(), order.problem);
    };
    const auto show = [](Result<operations::OpenedProblem> one, bool repeated) {
        return opened(std::move(one), 200, repeated);
    };
    return versioned_step(call, order, current, operation, show, body_into(call, read));
}

inline Answer problem_note_step(const Call& call, Result<operations::OpenedProblem> (*operation)(
                                                      operations::Desk&, const operations::Caller&,
                                                      const operations::NoteProblem&)) {
    return problem_step<operations::NoteProblem>(
        call, operation, [](BodyObject& body, operations::NoteProblem& order) {
            order.text = body.text("text", text_length);
        });
}

inline calendar::Date needed_date(BodyObject& body, std::string_view name) {
    if (!body.has(name)) body.fault(name, "缺少必填字段");
    return body.find_date(name).value_or(calendar::Date());
}

// The word at its place among the words; the first and a finding when it is none of them.
template <std::size_t size>
std::size_t choice(BodyObject& body, std::string_view name,
                   const std::array<std::string_view, size>& words) {
    const std::string word = body.text(name, {1, 40});
    for (std::size_t at = 0; at < size; ++at) {
        if (words[at] == word) return at;
    }
    std::string all;
    for (const auto one : words) all += (all.empty() ? "" : ", ") + std::string(one);
    body.fault(name, "应为 " + all + " 之一");
    return 0;
}

inline constexpr std::array<std::string_view, 2> yes_no{"yes", "no"};

inline std::vector<problem::RemarkId> read_remarks(BodyObject& body) {
    std::vector<problem::RemarkId> ids;
    if (!body.has("remarks")) return ids;
    body.list("remarks", remarks_limit,
              [&ids](BodyObject& one) { ids.push_back({one.text("id", id_length)}); });
    return ids;
}

inline std::vector<directive::Evidence> read_evidence(BodyObject& body) {
    std::vector<directive::Evidence> evidence;
    constexpr std::size_t limit = 20;
    body.list("evidence", limit, [&evidence](BodyObject& item) {
        evidence.push_back({item.text("digest", {1, 128}), item.text("file_name", name_length),
                            item.number("bytes", 0, std::numeric_limits<std::int64_t>::max())});
    });
    return evidence;
}

}  // namespace anmin::http
