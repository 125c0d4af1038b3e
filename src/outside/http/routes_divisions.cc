// Changes of the division tree, and figures compared across them.
#include "http/command.h"
#include "http/json_body.h"
#include "http/json_shapes.h"
#include "http/query.h"
#include "http/routes.h"
#include "operations/correct_divisions.h"

namespace anmin::http {
namespace {

constexpr Length code_length{1, 12};
constexpr Length name_length{0, 60};
constexpr Length basis_length{0, 200};
constexpr Length reason_length{0, 200};
constexpr std::size_t most_parts = 50;
constexpr std::size_t most_codes = 500;

using organisation::ChangeKind;

std::vector<ident::DivisionCode> codes_of(BodyObject& body, std::string_view name,
                                          std::vector<std::string>& wrong) {
    std::vector<ident::DivisionCode> codes;
    for (const std::string& text : body.texts(name, most_codes, code_length)) {
        const auto code = ident::DivisionCode::parse(text);
        if (code) {
            codes.push_back(*code);
        } else {
            wrong.push_back(text);
        }
    }
    return codes;
}

organisation::Split split_of(BodyObject& body, const ident::DivisionCode& code,
                             std::vector<std::string>& wrong) {
    organisation::Split split{code, {}, body.flag("source_ends")};
    body.list("parts", most_parts, [&](BodyObject& part) {
        const auto part_code = part.division("code");
        const std::string name = part.text("name", name_length);
        split.parts.push_back({part_code, name, codes_of(part, "takes", wrong)});
    });
    return split;
}

organisation::ChangeStep step_of(BodyObject& body, ChangeKind kind,
                                 std::vector<std::string>& wrong) {
    const auto code = body.division("code");
    switch (kind) {
        case ChangeKind::establish:
            return organisation::Establish{code, body.text("name", name_length)};
        case ChangeKind::rename: return organisation::Rename{code, body.text("name", name_length)};
        case ChangeKind::merge: {
            auto sources = codes_of(body, "sources", wrong);
            return organisation::Merge{std::move(sources), code,
                                       body.text_or_empty("name", name_length)};
        }
        case ChangeKind::split: return split_of(body, code, wrong);
        case ChangeKind::move: {
            const auto to = body.division("to");
            return organisation::Move{code, to, body.text_or_empty("name", name_length)};
        }
        case ChangeKind::abolish:
            return organisation::Abolish{code, body.find_division("successor")};
    }
    CHECK(false, "every kind of change has its step");
}

operations::ChangeDivisions order_of(BodyObject& body, std::vector<std::string>& wrong) {
    operations::ChangeDivisions order;
    const auto kind = static_cast<ChangeKind>(body.word("kind", change_kinds));
    order.on = body.date("on");
    order.basis = body.text("basis", basis_length);
    order.step = step_of(body, kind, wrong);
    return order;
}

Refusal bad_code(const std::vector<std::string>& wrong) {
    return bad_fields("区划代码", "“" + wrong.front() + "”不是区划代码");
}

}  // namespace

Answer list_division_changes(const Call& call) {
    Query query(call.request);
    const auto inside = query.division("inside");
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::list_division_changes(call.desk(), call.actor(), inside, page),
                     [](const organisation::Page<organisation::RecordedChange>& found) {
                         return json_response(200, json_of(found));
                     });
}

Answer change_divisions(const Call& call) {
    Query query(call.request);
    const bool is_preview = query.flag("preview");
    if (query.refusal()) return *query.refusal();
    operations::ChangeDivisions order;
    std::vector<std::string> wrong;
    const auto fault =
        read_body(call.request.body, [&](BodyObject& body) { order = order_of(body, wrong); });
    if (fault) return *fault;
    if (!wrong.empty()) return bad_code(wrong);
    const operations::Caller caller{call.actor(), "", ""};
    return answer_of(is_preview ? operations::plan_division_change(call.desk(), call.actor(), order)
                                : operations::change_divisions(call.desk(), caller, order),
                     [is_preview](const organisation::DivisionsChanged& change) {
                         return json_response(is_preview ? 200 : 201, json_of(change));
                     });
}

Answer get_division_change(const Call& call) {
    return answer_of(
        operations::open_division_change(call.desk(), call.actor(), call.path_value("id")),
        [](const operations::OpenedChange& found) { return json_response(200, json_of(found)); });
}

Answer withdraw_division_change(const Call& call) {
    std::string reason;
    const auto fault = read_body(call.request.body, [&reason](BodyObject& body) {
        reason = body.text("reason", reason_length);
    });
    if (fault) return *fault;
    const operations::Caller caller{call.actor(), "", ""};
    return answer_of(
        operations::withdraw_division_change(call.desk(), caller, call.path_value("id"), reason),
        [](const organisation::RecordedChange& change) {
            return json_response(200, json_of(change));
        });
}

Answer correct_divisions(const Call& call) {
    Query query(call.request);
    const bool is_preview = query.flag("preview");
    if (query.refusal()) return *query.refusal();
    operations::CorrectDivisions order;
    order.change = call.path_value("id");
    std::vector<std::string> wrong;
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.reason = body.text("reason", reason_length);
        if (!body.has("order")) body.fault("order", "缺少这个字段");
        body.find_object("order", [&](BodyObject& right) { order.right = order_of(right, wrong); });
    });
    if (fault) return *fault;
    if (!wrong.empty()) return bad_code(wrong);
    const operations::Caller caller{call.actor(), "", ""};
    return answer_of(is_preview
                         ? operations::plan_division_correction(call.desk(), call.actor(), order)
                         : operations::correct_divisions(call.desk(), caller, order),
                     [is_preview](const organisation::DivisionsChanged& change) {
                         return json_response(is_preview ? 200 : 201, json_of(change));
                     });
}

Answer compare_divisions(const Call& call) {
    Query query(call.request);
    const auto from = query.date("from");
    const auto to = query.date("to");
    if (!from) query.fault("from", "缺少日期", "形如 2025-03-31 的日期");
    if (query.refusal()) return *query.refusal();
    const auto code = ident::DivisionCode::parse(call.path_value("code"));
    if (!code) return no_route();
    return answer_of(
        operations::compare_divisions(call.desk(), call.actor(), *code, *from,
                                      to.value_or(call.desk().clock.now().date_in_china())),
        [](const operations::DivisionComparison& found) {
            return json_response(200, json_of(found));
        });
}

}  // namespace anmin::http
