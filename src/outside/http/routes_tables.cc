#include "http/command.h"
#include "http/json_body.h"
#include "http/json_shapes.h"
#include "http/json_tables.h"
#include "http/query.h"
#include "http/routes.h"
#include "http/versioned_step.h"
#include "sheets/office_table.h"

namespace anmin::http {
namespace {

using operations::OpenedRow;
using registers::Definition;

constexpr std::size_t cells_limit = 200;
constexpr Length cell_length{0, 4000};

struct Tables {
    const std::vector<Definition>& items;
};
void write(JsonWriter& out, const Tables& tables) {
    out.begin_object();
    out.field("items", tables.items);
    out.end_object();
}

struct RowsView {
    const Definition& table;
    const organisation::Page<operations::TableRow>& page;
};
void write(JsonWriter& out, const RowsView& view) {
    out.begin_object();
    out.key("items");
    out.begin_array();
    for (const auto& row : view.page.items) http::write(out, TableRowView{view.table, row});
    out.end_array();
    out.field("next", view.page.next);
    out.end_object();
}

operations::TableFilter filter_of(Query& query) {
    return {query.flag("own_unit"), query.text_or("q", "")};
}

using Write = Result<std::string> (*)(const sheets::OfficeTable&);

Answer export_as(const Call& call, Write write, const OfficeFile& file) {
    Query query(call.request);
    const auto filter = filter_of(query);
    if (query.refusal()) return *query.refusal();
    const auto table = operations::get_table(call.desk(), call.path_value("table"));
    if (!table.ok()) return table.error();
    const Definition& definition = *table.value();
    const auto rows = operations::export_table(call.desk(), call.actor(), definition, filter);
    if (!rows.ok()) return rows.error();
    sheets::OfficeTable made{
        definition, call.actor().unit_name, call.desk().clock.now().date_in_china(), {}};
    for (const auto& row : rows.value()) made.lines.push_back({row.id, row.cells});
    return answer_of(write(made), [&](std::string bytes) {
        return download(std::move(bytes), definition.title, made.as_of, file);
    });
}

Answer opened(const Definition& table, Result<OpenedRow> row, int status, bool repeated) {
    return answer_of(std::move(row), [&](const OpenedRow& one) {
        auto response =
            versioned_response(json_of(OpenedRowView{table, one}), one.row.version, repeated);
        response.status = status;
        return response;
    });
}

operations::TypedCells read_cells(BodyObject& body) {
    operations::TypedCells cells;
    body.list("cells", cells_limit, [&cells](BodyObject& one) {
        const std::string column = one.text("column", {1, 64});
        cells[column] = one.text("text", cell_length);
    });
    return cells;
}

// A step of one row: key, version, body, operation.
template <class Order, class Read>
Answer step(const Call& call,
            Result<OpenedRow> (*operation)(operations::Desk&, const operations::Caller&,
                                           const Order&),
            const Read& read) {
    Order order;
    order.table = call.path_value("table");
    order.row = {call.path_value("row")};
    const auto table = operations::get_table(call.desk(), order.table);
    if (!table.ok()) return table.error();
    const Definition& definition = *table.value();
    const auto current = [&] {
        return operations::open_row(call.desk(), call.actor(), definition, order.row);
    };
    const auto show = [&](Result<OpenedRow> one, bool repeated) {
        return opened(definition, std::move(one), 200, repeated);
    };
    return versioned_step(call, order, current, operation, show, body_into(call, read));
}

}  // namespace

Answer list_tables(const Call& call) {
    return json_response(200, json_of(Tables{call.desk().policies.tables}));
}

Answer list_table_rows(const Call& call) {
    Query query(call.request);
    const auto filter = filter_of(query);
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    const auto table = operations::get_table(call.desk(), call.path_value("table"));
    if (!table.ok()) return table.error();
    return answer_of(
        operations::list_table_rows(call.desk(), call.actor(), *table.value(), filter, page),
        [&](const auto& rows) {
            return json_response(200, json_of(RowsView{*table.value(), rows}));
        });
}

Answer export_table(const Call& call) {
    return export_as(call, sheets::office_table_workbook, xlsx_file);
}
Answer export_table_document(const Call& call) {
    return export_as(call, sheets::office_table_document, docx_file);
}

Answer import_table(const Call& call) {
    Query query(call.request);
    const bool apply = query.flag("apply");
    if (query.refusal()) return *query.refusal();
    const auto table = operations::get_table(call.desk(), call.path_value("table"));
    if (!table.ok()) return table.error();
    const auto sheet = sheets::read_office_table(*table.value(), call.request.body);
    if (!sheet.ok()) return sheet.error();
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    const auto run =
        apply && !command.repeated ? operations::TableRun::apply : operations::TableRun::preview;
    return answer_of(
        operations::import_table(call.desk(), command.caller, *table.value(), sheet.value(), run),
        [](const auto& outcome) { return json_response(200, json_of(outcome)); });
}

Answer get_table_row(const Call& call) {
    const auto table = operations::get_table(call.desk(), call.path_value("table"));
    if (!table.ok()) return table.error();
    return opened(
        *table.value(),
        operations::open_row(call.desk(), call.actor(), *table.value(), {call.path_value("row")}),
        200, false);
}

Answer add_table_row(const Call& call) {
    operations::AddRow order;
    order.table = call.path_value("table");
    const auto table = operations::get_table(call.desk(), order.table);
    if (!table.ok()) return table.error();
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    const auto fault = read_body(call.request.body,
                                 [&order](BodyObject& body) { order.cells = read_cells(body); });
    if (fault) return *fault;
    if (!command.repeated) {
        return opened(*table.value(), operations::add_row(call.desk(), command.caller, order), 201,
                      false);
    }
    const auto receipt = call.desk().journal.find_receipt(
        call.actor().account, command.caller.idempotency_key, command.caller.request_digest);
    if (!receipt.ok()) return receipt.error();
    const std::string& stream = receipt.value()->stream.value;
    return opened(*table.value(),
                  operations::open_row(call.desk(), call.actor(), *table.value(),
                                       {stream.substr(stream.find(':') + 1)}),
                  201, true);
}

Answer amend_table_row(const Call& call) {
    return step<operations::AmendRow>(
        call, operations::amend_row,
        [](BodyObject& body, operations::AmendRow& order) { order.cells = read_cells(body); });
}

Answer withdraw_table_row(const Call& call) {
    return step<operations::WithdrawRow>(call, operations::withdraw_row,
                                         [](BodyObject& body, operations::WithdrawRow& order) {
                                             order.reason = body.text("reason", {0, 500});
                                         });
}

}  // namespace anmin::http
