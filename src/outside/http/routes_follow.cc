#include <limits>

#include "http/query.h"
#include "http/routes.h"
#include "http/step.h"
#include "operations/follow_task.h"
#include "operations/split_task.h"

namespace anmin::http {
namespace {

constexpr Length amount_length{0, 20};
constexpr Length standard_length{0, 500};
constexpr Length id_length{1, 64};
constexpr std::size_t evidence_limit = 20;
constexpr std::size_t parts_limit = 5000;
constexpr std::size_t helpers_limit = 50;
constexpr std::size_t levels_limit = 4;

operations::PartFor read_part(BodyObject& body) {
    operations::PartFor part;
    if (auto post = body.text_or_empty("post", id_length); !post.empty()) {
        part.post = ident::PostId{std::move(post)};
    }
    const auto digits = body.text_or_empty("division", {1, 12});
    if (!digits.empty()) {
        part.division = ident::DivisionCode::parse(digits);
        if (!part.division) body.fault("division", "应为区划代码");
    }
    if (body.has("helpers")) {
        body.list("helpers", helpers_limit, [&part](BodyObject& helper) {
            part.helpers.push_back({helper.text("post", id_length)});
        });
    }
    part.amount = body.text_or_empty("amount", amount_length);
    part.due = body.find_date("due");
    part.text = body.text_or_empty("text", {0, 2000});
    part.standard = body.text_or_empty("standard", standard_length);
    return part;
}

organisation::Level read_level(BodyObject& body) {
    using organisation::Level;
    const std::string name = body.text("level", {1, 20});
    if (name == "province") return Level::province;
    if (name == "prefecture") return Level::prefecture;
    if (name == "county") return Level::county;
    if (name == "township") return Level::township;
    if (name != "village") {
        body.fault("level", "应为 province, prefecture, county, township, village 之一");
    }
    return Level::village;
}

void read_split(BodyObject& body, operations::SplitTask& order) {
    order.amount = body.text_or_empty("amount", amount_length);
    order.unit = body.text_or_empty("unit", amount_length);
    order.due = body.find_date("due");
    order.standard = body.text_or_empty("standard", standard_length);
    order.split_reason = body.text_or_empty("split_reason", standard_length);
    order.asks = read_asks(body);
    if (body.has("parts")) {
        body.list("parts", parts_limit,
                  [&order](BodyObject& part) { order.parts.push_back(read_part(part)); });
    }
    if (body.has("levels")) {
        body.list("levels", levels_limit,
                  [&order](BodyObject& level) { order.levels.push_back(read_level(level)); });
    }
}

void read_answer(BodyObject& body, operations::AnswerTask& order) {
    const std::string answer = body.text("answer", {1, 3});
    if (answer != "yes" && answer != "no") body.fault("answer", "应为 yes 或 no");
    order.yes = answer == "yes";
    order.text = body.text("text", text_length);
}

}  // namespace

void read_report(BodyObject& body, operations::ReportTask& order) {
    order.text = body.text("text", text_length);
    order.amount = body.text_or_empty("amount", amount_length);
    body.list("evidence", evidence_limit, [&order](BodyObject& item) {
        order.evidence.push_back(
            {item.text("digest", {1, 128}), item.text("file_name", name_length),
             item.number("bytes", 0, std::numeric_limits<std::int64_t>::max())});
    });
}

Answer split_task(const Call& call) {
    return step<operations::SplitTask>(call, operations::split_task, read_split);
}

Answer get_task_tree(const Call& call) {
    Query query(call.request);
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(
        operations::open_tree(call.desk(), call.actor(), {call.path_value("id")}, page),
        [](const auto& tree) { return json_response(200, json_of(tree)); });
}

Answer sign_for_task(const Call& call) { return note_step(call, operations::sign_for_task); }
Answer urge_task(const Call& call) { return note_step(call, operations::urge_task); }
Answer end_task(const Call& call) { return note_step(call, operations::end_task); }

Answer progress_task(const Call& call) {
    return step<operations::ReportTask>(call, operations::progress_task, read_report);
}

Answer ask_extension(const Call& call) {
    return step<operations::ExtendTask>(call, operations::ask_extension,
                                        [](BodyObject& body, operations::ExtendTask& order) {
                                            const auto due = body.find_date("due");
                                            if (!due) body.fault("due", "缺少必填字段");
                                            order.due = due.value_or(calendar::Date());
                                            order.reason = body.text("reason", {0, 1000});
                                        });
}

Answer answer_extension(const Call& call) {
    return step<operations::AnswerTask>(call, operations::answer_extension, read_answer);
}

Answer look_back_task(const Call& call) {
    return step<operations::AnswerTask>(call, operations::look_back_task, read_answer);
}

}  // namespace anmin::http
