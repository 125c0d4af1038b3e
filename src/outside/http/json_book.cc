#include "http/json_shapes.h"

namespace anmin::http {

static void write(JsonWriter& out, const directive::BookChange& change) {
    out.begin_object();
    out.field("column", change.column);
    out.field("before", change.before);
    out.field("after", change.after);
    out.end_object();
}

static void write(JsonWriter& out, const operations::BookRowChange& row) {
    out.begin_object();
    out.field("row", row.row);
    out.field("sheet", row.sheet);
    out.field("task", row.task.value);
    out.field("text", row.text);
    out.field("changes", row.changes);
    out.end_object();
}

static void write(JsonWriter& out, const operations::BookRowRefusal& row) {
    out.begin_object();
    out.field("row", row.row);
    out.field("sheet", row.sheet);
    out.field("code", row.error.code);
    out.field("place", row.error.place);
    out.field("finding", row.error.finding);
    out.field("expectation", row.error.expectation);
    out.field("next_step", row.error.next_step);
    out.end_object();
}

static void write(JsonWriter& out, const directive::SkippedSheet& sheet) {
    out.begin_object();
    out.field("name", sheet.name);
    out.field("reason", sheet.reason);
    out.end_object();
}

void write(JsonWriter& out, const operations::BookOutcome& outcome) {
    out.begin_object();
    out.field("applied", outcome.applied);
    out.field("unchanged", outcome.unchanged);
    out.field("changed", outcome.changed);
    out.field("refused", outcome.refused);
    out.field("skipped", outcome.skipped);
    out.end_object();
}

}  // namespace anmin::http
