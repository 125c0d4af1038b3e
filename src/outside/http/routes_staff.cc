// Units, posts, appointments and people.
#include "http/command.h"
#include "http/json_body.h"
#include "http/json_shapes.h"
#include "http/query.h"
#include "http/routes.h"
#include "operations/exchange_staff.h"
#include "operations/keep_people.h"
#include "operations/manage_staff.h"
#include "sheets/staff_workbook.h"

namespace anmin::http {
namespace {

constexpr Length id_length{1, 64};
constexpr Length id_or_none{0, 64};
constexpr Length name_length{1, 60};
constexpr Length number_length{0, 20};
constexpr Length reason_length{0, 200};

operations::Caller caller_of(const Call& call) { return {call.actor(), "", ""}; }

std::optional<ident::UnitId> unit_or_none(BodyObject& body, std::string_view name) {
    const std::string id = body.text_or_empty(name, id_or_none);
    return id.empty() ? std::nullopt : std::optional(ident::UnitId{id});
}

// A command whose body is one day, `on`.
template <class Do>
Answer on_day(const Call& call, const Do& operation) {
    calendar::Date on;
    const auto fault =
        read_body(call.request.body, [&on](BodyObject& body) { on = body.date("on"); });
    if (fault) return *fault;
    return answer_of(operation(on));
}

}  // namespace

Answer list_units(const Call& call) {
    Query query(call.request);
    auto division = query.division("division");
    const std::string typed = query.text_or("q", "");
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    if (!call.request.find_query("division")) division = call.actor().division;
    return answer_of(operations::list_units(call.desk(), call.actor(), division, typed, page),
                     [](const organisation::Page<operations::StaffedUnit>& found) {
                         return json_response(200, json_of(found));
                     });
}

Answer found_unit(const Call& call) {
    operations::NewUnit order;
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.name = body.text("name", name_length);
        order.division = body.division("division");
        order.kind = static_cast<organisation::UnitKind>(body.word("kind", unit_kinds));
        order.reports_to = unit_or_none(body, "reports_to");
    });
    if (fault) return *fault;
    return answer_of(
        operations::found_unit(call.desk(), caller_of(call), order),
        [](const organisation::Unit& unit) { return json_response(201, json_of(unit)); });
}

Answer close_unit(const Call& call) {
    return on_day(call, [&call](calendar::Date on) {
        return operations::close_unit(call.desk(), caller_of(call), {call.path_value("id")}, on);
    });
}

Answer place_unit(const Call& call) {
    organisation::UnitPlaced order;
    order.unit = {call.path_value("id")};
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.division = body.division("division");
        order.reports_to = unit_or_none(body, "reports_to");
        order.on = body.date("on");
    });
    if (fault) return *fault;
    return answer_of(operations::place_unit(call.desk(), caller_of(call), order));
}

Answer relate_units(const Call& call) {
    organisation::Relation order;
    order.unit = {call.path_value("id")};
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.other = {body.text("other", id_length)};
        order.kind = static_cast<organisation::RelationKind>(body.word("kind", relation_kinds));
        order.matter = body.text("matter", name_length);
        order.from = body.date("from");
        order.until = body.find_date("until");
    });
    if (fault) return *fault;
    return answer_of(operations::relate_units(call.desk(), caller_of(call), order));
}

Answer create_post(const Call& call) {
    operations::NewPost order;
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.unit = {body.text("unit", id_length)};
        order.title = body.text("title", name_length);
    });
    if (fault) return *fault;
    return answer_of(
        operations::create_post(call.desk(), caller_of(call), order),
        [](const organisation::Post& post) { return json_response(201, json_of(post)); });
}

Answer close_post(const Call& call) {
    return on_day(call, [&call](calendar::Date on) {
        return operations::close_post(call.desk(), caller_of(call), {call.path_value("id")}, on);
    });
}

Answer appoint_holder(const Call& call) {
    organisation::Appointment order;
    order.post = {call.path_value("id")};
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.holder = body.text("holder", name_length);
        order.from = body.date("from");
        order.until = body.find_date("until");
        const std::string person = body.text_or_empty("person", id_or_none);
        if (!person.empty()) order.person = ident::PersonId{person};
    });
    if (fault) return *fault;
    return answer_of(operations::appoint_holder(call.desk(), caller_of(call), order));
}

Answer end_appointment(const Call& call) {
    const auto from = calendar::Date::parse(call.path_value("from"));
    if (!from) return no_route();
    return on_day(call, [&](calendar::Date on) {
        return operations::end_appointment(call.desk(), caller_of(call), {call.path_value("id")},
                                           *from, on);
    });
}

Answer export_staff(const Call& call) {
    const auto rows = operations::export_staff(call.desk(), call.actor());
    if (!rows.ok()) return rows.error();
    const auto as_of = call.desk().clock.now().date_in_china();
    return answer_of(sheets::staff_workbook(rows.value(), as_of), [as_of](std::string bytes) {
        return download(std::move(bytes), "机构与任职", as_of, xlsx_file);
    });
}

Answer import_staff(const Call& call) {
    const auto rows = sheets::read_staff_workbook(call.request.body);
    if (!rows.ok()) return rows.error();
    return answer_of(operations::import_staff(call.desk(), caller_of(call), rows.value()),
                     [](const operations::ImportedStaff& imported) {
                         JsonWriter out;
                         out.begin_object();
                         out.field("units", imported.units);
                         out.field("posts", imported.posts);
                         out.field("appointments", imported.appointments);
                         out.end_object();
                         return json_response(200, std::move(out).text());
                     });
}

Answer list_people(const Call& call) {
    Query query(call.request);
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::list_people(call.desk(), call.actor(), page),
                     [](const organisation::Page<organisation::Person>& found) {
                         return json_response(200, json_of(found));
                     });
}

Answer register_person(const Call& call) {
    operations::NewPerson order;
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.name = body.text("name", name_length);
        order.division = body.division("division");
        order.resident = body.text_or_empty("resident", number_length);
        order.telephone = body.text_or_empty("telephone", number_length);
    });
    if (fault) return *fault;
    return answer_of(
        operations::register_person(call.desk(), caller_of(call), order),
        [](const organisation::Person& person) { return json_response(201, json_of(person)); });
}

Answer search_people(const Call& call) {
    std::string resident;
    const auto fault = read_body(call.request.body, [&resident](BodyObject& body) {
        resident = body.text("resident", number_length);
    });
    if (fault) return *fault;
    return answer_of(operations::find_person_by_resident(call.desk(), call.actor(), resident),
                     [](std::optional<organisation::Person> found) {
                         organisation::Page<organisation::Person> page;
                         if (found) page.items.push_back(*std::move(found));
                         return json_response(200, json_of(page));
                     });
}

Answer reveal_field(const Call& call) {
    constexpr std::array<std::string_view, 2> fields{"resident", "telephone"};
    operations::RevealField order;
    order.person = {call.path_value("id")};
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.field = static_cast<operations::SealedField>(body.word("field", fields));
        order.reason = body.text("reason", reason_length);
    });
    if (fault) return *fault;
    return answer_of(operations::reveal_field(call.desk(), caller_of(call), order),
                     [](const std::string& value) {
                         JsonWriter out;
                         out.begin_object();
                         out.field("value", value);
                         out.end_object();
                         return json_response(200, std::move(out).text());
                     });
}

}  // namespace anmin::http
