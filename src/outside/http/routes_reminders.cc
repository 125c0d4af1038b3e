#include "http/briefing_page.h"
#include "http/json_reminders.h"
#include "http/query.h"
#include "http/routes.h"
#include "http/step.h"

namespace anmin::http {
namespace {

// The division asked about, else the actor's own.
ident::DivisionCode division_of(const Call& call, Query& query) {
    const std::string digits = query.text_or("division", "");
    if (digits.empty()) return call.actor().division;
    return query.division("division");
}

Result<operations::Briefing> briefing_of(const Call& call, const ident::DivisionCode& division) {
    return operations::open_briefing(call.desk(), call.actor(), division);
}

}  // namespace

Answer get_morning(const Call& call) {
    return answer_of(operations::open_morning(call.desk(), call.actor()),
                     [](const auto& morning) { return json_response(200, json_of(morning)); });
}

Answer list_late(const Call& call) {
    Query query(call.request);
    const auto division = division_of(call, query);
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::list_late(call.desk(), call.actor(), division),
                     [](const auto& late) { return json_response(200, json_of(late)); });
}

Answer get_briefing(const Call& call) {
    Query query(call.request);
    const auto division = division_of(call, query);
    if (query.refusal()) return *query.refusal();
    return answer_of(briefing_of(call, division),
                     [](const auto& page) { return json_response(200, json_of(page)); });
}

Answer export_briefing(const Call& call) {
    Query query(call.request);
    const auto division = division_of(call, query);
    if (query.refusal()) return *query.refusal();
    const auto briefing = briefing_of(call, division);
    if (!briefing.ok()) return briefing.error();
    const auto page = page_of(briefing.value());
    return answer_of(sheets::page_document(page), [&page](std::string bytes) {
        return download(std::move(bytes), page.title + " " + page.as_of.iso() + ".docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    });
}

Answer meter_load(const Call& call) {
    Query query(call.request);
    const auto division = division_of(call, query);
    const auto month = query.text_or("month", "");
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::meter_load(call.desk(), call.actor(), division, month),
                     [](const auto& load) { return json_response(200, json_of(load)); });
}

Answer get_load(const Call& call) {
    Query query(call.request);
    const auto month = query.text_or("month", "");
    if (query.refusal()) return *query.refusal();
    const auto division = ident::DivisionCode::parse(call.path_value("code"));
    if (!division) {
        return Error{Fault::missing,
                     "E-LOAD-020",
                     "区划 " + call.path_value("code"),
                     "没有这个地区，或它不在您的管辖范围内",
                     "本地区和所辖地区",
                     "从本地区逐级打开"};
    }
    return answer_of(operations::open_load(call.desk(), call.actor(), *division, month),
                     [](const auto& load) { return json_response(200, json_of(load)); });
}

Answer list_indicators(const Call& call) {
    Query query(call.request);
    const auto division = division_of(call, query);
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::measure_area(call.desk(), call.actor(), division),
                     [](const auto& area) { return json_response(200, json_of(area)); });
}

Answer bind_task(const Call& call) {
    return step<operations::BindTask>(call, operations::bind_task,
                                      [](BodyObject& body, operations::BindTask& order) {
                                          order.indicator = body.text("indicator", {1, 64});
                                      });
}

}  // namespace anmin::http
