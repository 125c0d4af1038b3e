#include "http/json_shapes.h"

namespace anmin::http {
namespace {

std::string_view name_of(document::Origin origin) {
    switch (origin) {
        case document::Origin::same: return "same";
        case document::Origin::replaced: return "replaced";
        case document::Origin::inserted: return "inserted";
    }
    CHECK(false, "every origin has its name");
}

std::string_view name_of(document::QuantityStatus status) {
    switch (status) {
        case document::QuantityStatus::result: return "result";
        case document::QuantityStatus::target: return "target";
        case document::QuantityStatus::event: return "event";
        case document::QuantityStatus::reference: return "reference";
    }
    CHECK(false, "every status has its name");
}

}  // namespace

void write(JsonWriter& out, document::Span span) {
    out.begin_object();
    out.field("start", span.start);
    out.field("end", span.end);
    out.end_object();
}

// The parts of a document, each of its own shape.
static void write(JsonWriter& out, const document::Piece& piece) {
    out.begin_object();
    out.field("clean", piece.clean);
    out.field("original", piece.original);
    out.field("origin", name_of(piece.origin));
    out.end_object();
}

static void write(JsonWriter& out, const document::Repair& repair) {
    out.begin_object();
    out.field("code", repair.code);
    out.field("label", repair.label);
    out.field("count", repair.count);
    out.end_object();
}

static void write(JsonWriter& out, const document::Warning& warning) {
    out.begin_object();
    out.field("code", warning.code);
    out.field("text", warning.text);
    out.field("clean", warning.clean);
    out.end_object();
}

static void write(JsonWriter& out, const document::Person& person) {
    out.begin_object();
    out.field("name", person.name);
    out.field("post", person.post);
    out.field("role", person.role);
    out.field("span", person.span);
    out.end_object();
}

static void write(JsonWriter& out, const document::Quantity& quantity) {
    out.begin_object();
    out.field("text", quantity.text);
    out.field("value", quantity.value);
    out.field("unit", quantity.unit);
    out.field("of", quantity.of);
    out.field("status", name_of(quantity.status));
    out.field("span", quantity.span);
    out.end_object();
}

static void write(JsonWriter& out, const document::Programme& programme) {
    out.begin_object();
    out.field("text", programme.text);
    out.field("type", programme.type);
    out.field("span", programme.span);
    out.end_object();
}

static void write(JsonWriter& out, const document::Organs& organs) {
    out.begin_object();
    out.field("holding", organs.holding);
    out.field("issuing", organs.issuing);
    out.field("publisher", organs.publisher);
    out.end_object();
}

void write(JsonWriter& out, const document::Summary& summary) {
    out.begin_object();
    out.field("id", summary.id.value);
    out.field("file_name", summary.file_name);
    out.field("title", summary.title);
    out.field("kind", summary.kind);
    out.field("event_date", summary.event_date);
    out.field("division", summary.division.digits());
    out.field("received", summary.received);
    out.field("parts", summary.parts);
    out.field("bytes", summary.bytes);
    out.field("proposed", summary.proposed);
    out.field("confirmed", summary.confirmed);
    out.field("rejected", summary.rejected);
    out.field("warnings", summary.warnings);
    out.field("quality", summary.quality);
    out.end_object();
}

void write(JsonWriter& out, const document::Part& part) {
    out.begin_object();
    out.field("clean_text", part.clean_text);
    out.field("pieces", part.pieces);
    out.field("title", part.title);
    out.field("kind", part.kind);
    out.field("number", part.number);
    out.field("organs", part.organs);
    out.field("event_date", part.event_date);
    out.field("event_date_text", part.event_date_text);
    out.field("event_date_basis", part.event_date_basis);
    out.field("persons", part.persons);
    out.field("domains", part.domains);
    out.field("quantities", part.quantities);
    out.field("programmes", part.programmes);
    out.field("repairs", part.repairs);
    out.field("warnings", part.warnings);
    out.field("quality", part.quality);
    out.end_object();
}

void write(JsonWriter& out, const operations::OpenedDocument& opened) {
    out.begin_object();
    out.field("summary", opened.summary);
    out.field("encoding", opened.reading.encoding);
    out.field("container", opened.reading.container);
    out.field("original", opened.reading.original);
    out.field("parts", opened.reading.parts);
    out.field("candidates", opened.candidates);
    out.field("version", opened.version);
    out.end_object();
}

void write(JsonWriter& out, const operations::CandidatePage& found) {
    out.begin_object();
    out.field("summary", found.summary);
    out.field("items", found.page.items);
    out.field("next", found.page.next);
    out.field("version", found.version);
    out.end_object();
}

void write(JsonWriter& out, const DocumentChange& change) {
    std::set<std::int32_t> gone = change.numbers;
    out.begin_object();
    out.field("summary", change.document.summary);
    out.key("changed");
    out.begin_array();
    for (const auto& one : change.document.candidates) {
        if (!change.numbers.contains(one.candidate.number)) continue;
        gone.erase(one.candidate.number);
        write(out, one);
    }
    out.end_array();
    out.key("gone");
    out.begin_array();
    for (const std::int32_t number : gone) out.number(number);
    out.end_array();
    out.field("version", change.document.version);
    out.end_object();
}

}  // namespace anmin::http
