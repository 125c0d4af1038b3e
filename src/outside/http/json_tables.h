// The shapes of the office's tables.
#pragma once

#include "http/json_writer.h"
#include "operations/import_table.h"
#include "operations/keep_register.h"

namespace anmin::http {

void write(JsonWriter& out, const registers::Definition& table);
// A row under its columns: cells by key, empty ones left out.
struct TableRowView {
    const registers::Definition& table;
    const operations::TableRow& row;
};
void write(JsonWriter& out, const TableRowView& view);
struct OpenedRowView {
    const registers::Definition& table;
    const operations::OpenedRow& opened;
};
void write(JsonWriter& out, const OpenedRowView& view);
void write(JsonWriter& out, const operations::TableOutcome& outcome);

}  // namespace anmin::http
