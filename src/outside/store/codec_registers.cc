// Events of registers, and the texts of rows that the projection keeps.
#include "store/codec_rooms.h"
#include "store/describe_directive.h"

namespace anmin::registers {

constexpr std::string_view kind_of(const RowAdded&) { return "registers.row_added"; }
constexpr std::string_view kind_of(const RowAmended&) { return "registers.row_amended"; }
constexpr std::string_view kind_of(const RowWithdrawn&) { return "registers.row_withdrawn"; }

}  // namespace anmin::registers

namespace anmin::store {

void describe(auto& shape, Of<registers::Cell> auto& cell) {
    shape.field("column", cell.column);
    shape.field("text", cell.text);
}

void describe(auto& shape, Of<registers::CellChange> auto& change) {
    shape.field("column", change.column);
    shape.field("title", change.title);
    shape.field("before", change.before);
    shape.field("after", change.after);
}

void describe(auto& shape, Of<registers::RowAdded> auto& event) {
    shape.field("row", event.row);
    shape.field("table", event.table);
    shape.field("division", event.division);
    shape.field("unit", event.unit);
    shape.field("unit_name", event.unit_name);
    shape.field("cells", event.cells);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<registers::RowAmended> auto& event) {
    shape.field("changes", event.changes);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<registers::RowWithdrawn> auto& event) {
    shape.field("reason", event.reason);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<registers::RegisterRow> auto& row) {
    shape.field("id", row.id);
    shape.field("version", row.version);
    shape.field("table", row.table);
    shape.field("division", row.division);
    shape.field("unit", row.unit);
    shape.field("unit_name", row.unit_name);
    shape.field("cells", row.cells);
    shape.field("withdrawn", row.withdrawn);
}

Result<Encoded> encode_registers(const registers::Event& event) { return encode_one(event); }

Decoded decode_registers(std::string_view kind, std::string_view body, const std::string& place) {
    return decode_one<registers::Event>(kind, body, place);
}

Result<RowTexts> row_texts(const registers::RegisterRow& row) {
    return RowTexts{TRY(kept_text(row, "register_row")),
                    TRY(kept_text(row.steps, "register_row.steps"))};
}

Result<registers::RegisterRow> row_from(std::string_view body, const std::string& place) {
    return read_kept<registers::RegisterRow>(body, place);
}

}  // namespace anmin::store
