#include "http/json_tables.h"

#include "http/json_shapes.h"

namespace anmin::http {
namespace {

using registers::CellChange;
using registers::Column;
using registers::Kind;

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::text: return "text";
        case Kind::date: return "date";
        case Kind::moment: return "moment";
        case Kind::integer: return "integer";
        case Kind::quantity: return "quantity";
        case Kind::yes_no: return "yes_no";
        case Kind::choice: return "choice";
        case Kind::person: return "person";
        case Kind::unit: return "unit";
        case Kind::masked: return "masked";
    }
    CHECK(false, "every kind has its name");
}

void write_column(JsonWriter& out, const Column& column) {
    out.begin_object();
    out.field("key", column.key);
    out.field("title", registers::title_of(column));
    out.field("kind", name_of(column.kind));
    out.key("choices");
    out.begin_array();
    for (const std::string& word : registers::words_of(column)) out.string(word);
    out.end_array();
    out.field("needed", column.needed);
    out.field("always", column.always);
    out.field("held_in", column.held_in);
    out.field("note", column.note);
    out.end_object();
}

void write_cells(JsonWriter& out, const registers::Definition& table,
                 const registers::Cells& cells) {
    out.key("cells");
    out.begin_array();
    for (std::size_t at = 0; at < cells.size(); ++at) {
        if (cells[at].empty()) continue;
        out.begin_object();
        out.field("column", table.columns[at].key);
        out.field("text", cells[at]);
        out.end_object();
    }
    out.end_array();
}

}  // namespace

static void write(JsonWriter& out, const CellChange& change) {
    out.begin_object();
    out.field("column", change.title);
    out.field("before", change.before);
    out.field("after", change.after);
    out.end_object();
}

static void write(JsonWriter& out, const operations::TableRowChange& row) {
    out.begin_object();
    out.field("row", row.row);
    out.field("id", row.id);
    out.field("title", row.title);
    out.field("changes", row.changes);
    out.end_object();
}

static void write(JsonWriter& out, const registers::SheetFault& fault) {
    out.begin_object();
    out.field("row", fault.row);
    out.field("column", fault.column);
    out.field("code", fault.error.code);
    out.field("place", fault.error.place);
    out.field("finding", fault.error.finding);
    out.field("expectation", fault.error.expectation);
    out.field("next_step", fault.error.next_step);
    out.end_object();
}

void write(JsonWriter& out, const registers::Definition& table) {
    out.begin_object();
    out.field("id", table.id);
    out.field("number", table.number);
    out.field("title", table.title);
    out.field("kept", table.source == registers::Source::kept);
    out.field("own_unit_only", table.own_unit_only);
    out.field("note", table.note);
    out.key("columns");
    out.begin_array();
    for (const Column& column : table.columns) write_column(out, column);
    out.end_array();
    out.end_object();
}

void write(JsonWriter& out, const TableRowView& view) {
    out.begin_object();
    out.field("id", view.row.id);
    out.field("version", view.row.version);
    out.field("unit", view.row.unit_name);
    write_cells(out, view.table, view.row.cells);
    out.end_object();
}

void write(JsonWriter& out, const OpenedRowView& view) {
    const auto& row = view.opened.row;
    out.begin_object();
    out.field("id", row.id.value);
    out.field("version", row.version);
    out.field("unit", row.unit_name);
    write_cells(out, view.table, view.opened.cells);
    out.field("withdrawn", row.withdrawn);
    out.field("open", view.opened.open);
    out.field("steps", row.steps);
    out.end_object();
}

void write(JsonWriter& out, const operations::TableOutcome& outcome) {
    out.begin_object();
    out.field("applied", outcome.applied);
    out.field("unchanged", outcome.unchanged);
    out.field("added", outcome.added);
    out.field("changed", outcome.changed);
    out.field("refused", outcome.refused);
    out.field("notes", outcome.notes);
    out.end_object();
}

}  // namespace anmin::http
