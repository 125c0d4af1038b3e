#include "http/json_sources.h"

#include "http/json_shapes.h"

namespace anmin::http {

using namespace source;

std::string_view name_of(SourceKind kind) {
    switch (kind) {
        case SourceKind::meeting: return "meeting";
        case SourceKind::document: return "document";
        case SourceKind::instruction: return "instruction";
    }
    CHECK(false, "every kind of source has its name");
}

std::optional<SourceKind> source_kind_named(std::string_view name) {
    using enum SourceKind;
    for (const auto kind : {meeting, document, instruction}) {
        if (name_of(kind) == name) return kind;
    }
    return std::nullopt;
}

void write(JsonWriter& out, const Entry& entry) {
    out.begin_object();
    out.field("kind", name_of(entry.name.kind));
    out.field("id", entry.name.id);
    out.field("title", entry.title);
    out.field("detail", entry.detail);
    out.field("on", entry.on);
    out.field("division", entry.division.digits());
    out.field("orders", entry.orders);
    out.end_object();
}

void write(JsonWriter& out, const Reach& reach) {
    out.begin_object();
    out.field("branches", reach.branches);
    out.field("branches_reached", reach.branches_reached);
    out.field("branches_whole", reach.branches_whole);
    out.field("persons", reach.persons);
    out.field("persons_reached", reach.persons_reached);
    out.end_object();
}

static void write(JsonWriter& out, const AgendaItem& item) {
    out.begin_object();
    out.field("title", item.title);
    out.field("first_topic", item.first_topic);
    out.field("document", item.document ? std::optional(item.document->value) : std::nullopt);
    out.field("conveyance", item.conveyance ? std::optional(item.conveyance->value) : std::nullopt);
    out.end_object();
}

static void write(JsonWriter& out, const BranchReach& one) {
    out.begin_object();
    out.field("number", one.branch.number);
    out.field("name", one.branch.name);
    out.field("division", one.branch.division.digits());
    out.field("venue", one.branch.venue);
    out.field("expected", one.branch.expected);
    out.field("present", one.present);
    out.field("made_up", one.made_up);
    out.end_object();
}

static void write(JsonWriter& out, const Attendance& record) {
    out.begin_object();
    out.field("branch", record.branch);
    out.field("made_up", record.made_up);
    out.field("people", record.people);
    out.field("note", record.note);
    out.field("officer", record.officer);
    out.field("on", record.on);
    out.end_object();
}

static void write(JsonWriter& out, const Meeting& meeting) {
    out.begin_object();
    out.field("held_on", meeting.held.held_on);
    out.field("chair", meeting.held.chair);
    out.field("form", meeting.held.form);
    out.field("conveyors", meeting.held.conveyors);
    out.field("issuer", meeting.held.issuer);
    out.field("agenda", meeting.held.agenda);
    out.field("branches", meeting.branches);
    out.end_object();
}

static void write(JsonWriter& out, const InstructionEntered& instruction) {
    out.begin_object();
    out.field("by", instruction.by);
    out.field("given_on", instruction.given_on);
    out.field("text", instruction.text);
    out.field("issuer", instruction.issuer);
    out.field("document",
              instruction.document ? std::optional(instruction.document->value) : std::nullopt);
    out.end_object();
}

void write(JsonWriter& out, const operations::OpenedSource& opened) {
    out.begin_object();
    out.field("entry", opened.entry);
    out.field("meeting", opened.meeting);
    out.field("attendance", opened.attendance);
    out.field("instruction", opened.instruction);
    out.field("reach", opened.reach);
    out.field("meetings", opened.meetings);
    out.field("orders", opened.orders);
    out.field("hidden", opened.hidden);
    out.field("may_record", opened.may_record);
    out.end_object();
}

static void write(JsonWriter& out, const operations::Basis& basis) {
    out.begin_object();
    out.field("entry", basis.entry);
    out.field("note", basis.note);
    out.field("inherited", basis.inherited);
    out.field("absorbed", basis.absorbed);
    out.field("own", basis.own);
    out.end_object();
}

void write(JsonWriter& out, const operations::TaskBasis& basis) {
    out.begin_object();
    out.field("sources", basis.sources);
    out.field("hidden", basis.hidden);
    out.field("meetings", basis.meetings);
    out.field("reach", basis.reach);
    out.field("may_cite", basis.may_cite);
    out.end_object();
}

}  // namespace anmin::http
