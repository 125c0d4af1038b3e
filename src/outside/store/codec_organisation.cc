// Events of organisation.
#include "store/codec_rooms.h"

namespace anmin::organisation {

constexpr std::string_view kind_of(const DivisionsImported&) {
    return "organisation.divisions_imported";
}
constexpr std::string_view kind_of(const UnitFounded&) { return "organisation.unit_founded"; }
constexpr std::string_view kind_of(const PostCreated&) { return "organisation.post_created"; }
constexpr std::string_view kind_of(const Appointed&) { return "organisation.appointed"; }
constexpr std::string_view kind_of(const DivisionsChanged&) {
    return "organisation.divisions_changed";
}

constexpr std::string_view kind_of(const UnitClosed&) { return "organisation.unit_closed"; }
constexpr std::string_view kind_of(const UnitPlaced&) { return "organisation.unit_placed"; }
constexpr std::string_view kind_of(const UnitsRelated&) { return "organisation.units_related"; }
constexpr std::string_view kind_of(const PostClosed&) { return "organisation.post_closed"; }
constexpr std::string_view kind_of(const AppointmentEnded&) {
    return "organisation.appointment_ended";
}
constexpr std::string_view kind_of(const PersonRegistered&) {
    return "organisation.person_registered";
}

constexpr std::string_view kind_of(const DivisionChangeWithdrawn&) {
    return "organisation.division_change_withdrawn";
}

constexpr auto names_of(UnitKind) {
    return std::array{std::pair{UnitKind::bureau, std::string_view("bureau")},
                      std::pair{UnitKind::section, std::string_view("section")},
                      std::pair{UnitKind::township, std::string_view("township")},
                      std::pair{UnitKind::committee, std::string_view("committee")},
                      std::pair{UnitKind::station, std::string_view("station")},
                      std::pair{UnitKind::institution, std::string_view("institution")}};
}

constexpr auto names_of(RelationKind) {
    return std::array{std::pair{RelationKind::leads, std::string_view("leads")},
                      std::pair{RelationKind::cooperates, std::string_view("cooperates")}};
}

constexpr auto names_of(ChangeKind) {
    return std::array{std::pair{ChangeKind::establish, std::string_view("establish")},
                      std::pair{ChangeKind::rename, std::string_view("rename")},
                      std::pair{ChangeKind::merge, std::string_view("merge")},
                      std::pair{ChangeKind::split, std::string_view("split")},
                      std::pair{ChangeKind::move, std::string_view("move")},
                      std::pair{ChangeKind::abolish, std::string_view("abolish")}};
}

}  // namespace anmin::organisation

namespace anmin::store {

void describe(auto& shape, Of<organisation::Unit> auto& unit) {
    shape.field("id", unit.id);
    shape.field("name", unit.name);
    shape.field("division", unit.division);
    shape.field("kind", unit.kind);
    shape.field("reports_to", unit.reports_to);
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
    shape.field("until", event.until);
    shape.field("person", event.person);
}

void describe(auto& shape, Of<organisation::UnitClosed> auto& event) {
    shape.field("unit", event.unit);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<organisation::UnitPlaced> auto& event) {
    shape.field("unit", event.unit);
    shape.field("division", event.division);
    shape.field("reports_to", event.reports_to);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<organisation::UnitsRelated> auto& event) {
    shape.field("unit", event.relation.unit);
    shape.field("other", event.relation.other);
    shape.field("kind", event.relation.kind);
    shape.field("matter", event.relation.matter);
    shape.field("from", event.relation.from);
    shape.field("until", event.relation.until);
}

void describe(auto& shape, Of<organisation::PostClosed> auto& event) {
    shape.field("post", event.post);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<organisation::AppointmentEnded> auto& event) {
    shape.field("post", event.post);
    shape.field("from", event.from);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<organisation::PersonRegistered> auto& event) {
    shape.field("id", event.person.id);
    shape.field("name", event.person.name);
    shape.field("division", event.person.division);
    shape.field("resident_sealed", event.person.resident_sealed);
    shape.field("resident_index", event.person.resident_index);
    shape.field("resident_mask", event.person.resident_mask);
    shape.field("telephone_sealed", event.person.telephone_sealed);
    shape.field("telephone_mask", event.person.telephone_mask);
}

void describe(auto& shape, Of<organisation::Started> auto& started) {
    shape.field("code", started.code);
    shape.field("name", started.name);
    shape.field("parent", started.parent);
    shape.field("initials", started.initials);
}

void describe(auto& shape, Of<organisation::Renamed> auto& renamed) {
    shape.field("code", renamed.code);
    shape.field("former", renamed.former);
    shape.field("name", renamed.name);
    shape.field("initials", renamed.initials);
}

void describe(auto& shape, Of<organisation::Link> auto& link) {
    shape.field("before", link.before);
    shape.field("after", link.after);
}

void describe(auto& shape, Of<organisation::DivisionsChanged> auto& event) {
    shape.field("id", event.id);
    shape.field("kind", event.kind);
    shape.field("on", event.on);
    shape.field("basis", event.basis);
    shape.field("summary", event.summary);
    shape.field("started", event.started);
    shape.field("ended", event.ended);
    shape.field("renamed", event.renamed);
    shape.field("links", event.links);
}

void describe(auto& shape, Of<organisation::DivisionChangeWithdrawn> auto& event) {
    shape.field("change", event.change);
    shape.field("reason", event.reason);
}

std::string_view word_of_change(organisation::ChangeKind kind) { return word_of(kind); }
std::optional<organisation::ChangeKind> change_named(std::string_view word) {
    return find_word<organisation::ChangeKind>(word);
}

std::string_view word_of_unit(organisation::UnitKind kind) { return word_of(kind); }
std::optional<organisation::UnitKind> unit_kind_named(std::string_view word) {
    return find_word<organisation::UnitKind>(word);
}
std::string_view word_of_relation(organisation::RelationKind kind) { return word_of(kind); }
std::optional<organisation::RelationKind> relation_named(std::string_view word) {
    return find_word<organisation::RelationKind>(word);
}

Result<Encoded> encode_organisation(const organisation::Event& event) { return encode_one(event); }

Decoded decode_organisation(std::string_view kind, std::string_view body,
                            const std::string& place) {
    return decode_one<organisation::Event>(kind, body, place);
}

}  // namespace anmin::store
