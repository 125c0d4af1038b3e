// Events of organisation.
#include "store/codec_rooms.h"

namespace anmin::organisation {

constexpr std::string_view kind_of(const DivisionsImported&) {
    return "organisation.divisions_imported";
}
constexpr std::string_view kind_of(const UnitFounded&) { return "organisation.unit_founded"; }
constexpr std::string_view kind_of(const PostCreated&) { return "organisation.post_created"; }
constexpr std::string_view kind_of(const Appointed&) { return "organisation.appointed"; }

}  // namespace anmin::organisation

namespace anmin::store {

void describe(auto& shape, Of<organisation::Unit> auto& unit) {
    shape.field("id", unit.id);
    shape.field("name", unit.name);
    shape.field("division", unit.division);
}

void describe(auto& shape, Of<organisation::Post> auto& post) {
    shape.field("id", post.id);
    shape.field("title", post.title);
    shape.field("unit", post.unit);
    shape.field("unit_name", post.unit_name);
    shape.field("division", post.division);
    shape.field("holder", post.holder);
}

void describe(auto& shape, Of<organisation::DivisionsImported> auto& event) {
    shape.field("source", event.source);
    shape.field("version", event.version);
    shape.field("digest", event.digest);
    shape.field("counts", event.counts);
}

void describe(auto& shape, Of<organisation::UnitFounded> auto& event) {
    shape.field("unit", event.unit);
}

void describe(auto& shape, Of<organisation::PostCreated> auto& event) {
    shape.field("post", event.post);
}

void describe(auto& shape, Of<organisation::Appointed> auto& event) {
    shape.field("post", event.post);
    shape.field("holder", event.holder);
    shape.field("from", event.from);
}

Result<Encoded> encode_organisation(const organisation::Event& event) { return encode_one(event); }

Decoded decode_organisation(std::string_view kind, std::string_view body,
                            const std::string& place) {
    return decode_one<organisation::Event>(kind, body, place);
}

}  // namespace anmin::store
