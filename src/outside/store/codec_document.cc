// Events of document, and the shapes of a Reading.
#include "store/codec_rooms.h"
#include "store/describe_document.h"

namespace anmin::document {

constexpr std::string_view kind_of(const Received&) { return "document.received"; }

}  // namespace anmin::document

namespace anmin::store {

void describe(auto& shape, Of<document::Piece> auto& piece) {
    shape.field("clean", piece.clean);
    shape.field("original", piece.original);
    shape.field("origin", piece.origin);
}

void describe(auto& shape, Of<document::Repair> auto& repair) {
    shape.field("code", repair.code);
    shape.field("label", repair.label);
    shape.field("count", repair.count);
}

void describe(auto& shape, Of<document::Warning> auto& warning) {
    shape.field("code", warning.code);
    shape.field("text", warning.text);
    shape.field("clean", warning.clean);
}

void describe(auto& shape, Of<document::Person> auto& person) {
    shape.field("name", person.name);
    shape.field("post", person.post);
    shape.field("role", person.role);
    shape.field("span", person.span);
}

void describe(auto& shape, Of<document::Quantity> auto& quantity) {
    shape.field("text", quantity.text);
    shape.field("value", quantity.value);
    shape.field("unit", quantity.unit);
    shape.field("of", quantity.of);
    shape.field("status", quantity.status);
    shape.field("span", quantity.span);
}

void describe(auto& shape, Of<document::Programme> auto& programme) {
    shape.field("text", programme.text);
    shape.field("type", programme.type);
    shape.field("span", programme.span);
}

void describe(auto& shape, Of<document::Organs> auto& organs) {
    shape.field("holding", organs.holding);
    shape.field("issuing", organs.issuing);
    shape.field("publisher", organs.publisher);
}

void describe(auto& shape, Of<document::Part> auto& part) {
    shape.field("clean_text", part.clean_text);
    shape.field("pieces", part.pieces);
    shape.field("title", part.title);
    shape.field("kind", part.kind);
    shape.field("number", part.number);
    shape.field("organs", part.organs);
    shape.field("event_date", part.event_date);
    shape.field("event_date_text", part.event_date_text);
    shape.field("event_date_basis", part.event_date_basis);
    shape.field("persons", part.persons);
    shape.field("domains", part.domains);
    shape.field("quantities", part.quantities);
    shape.field("programmes", part.programmes);
    shape.field("repairs", part.repairs);
    shape.field("warnings", part.warnings);
    shape.field("quality", part.quality);
}

void describe(auto& shape, Of<document::Reading> auto& reading) {
    shape.field("encoding", reading.encoding);
    shape.field("container", reading.container);
    shape.field("original", reading.original);
    shape.field("parts", reading.parts);
}

void describe(auto& shape, Of<document::Received> auto& event) {
    shape.field("document", event.document);
    shape.field("file_name", event.file_name);
    shape.field("digest", event.digest);
    shape.field("bytes", event.bytes);
    shape.field("division", event.division);
    shape.field("reading", event.reading);
}

Result<Encoded> encode_document(const document::Event& event) { return encode_one(event); }

Decoded decode_document(std::string_view kind, std::string_view body, const std::string& place) {
    return decode_one<document::Event>(kind, body, place);
}

}  // namespace anmin::store
