// How matters to be conveyed are written: their events and their state.
#pragma once

#include "source/conveyance.h"
#include "store/describe_directive.h"

namespace anmin::source {

constexpr auto names_of(SourceKind) {
    return std::array{std::pair{SourceKind::meeting, std::string_view("meeting")},
                      std::pair{SourceKind::document, std::string_view("document")},
                      std::pair{SourceKind::instruction, std::string_view("instruction")}};
}
constexpr auto names_of(ConveyanceState) {
    using enum ConveyanceState;
    return std::array{std::pair{received, std::string_view("received")},
                      std::pair{pooled, std::string_view("pooled")},
                      std::pair{conveyed, std::string_view("conveyed")},
                      std::pair{decided, std::string_view("decided")},
                      std::pair{broken_down, std::string_view("broken_down")},
                      std::pair{looked_back, std::string_view("looked_back")},
                      std::pair{archived, std::string_view("archived")},
                      std::pair{withdrawn, std::string_view("withdrawn")}};
}

constexpr std::string_view kind_of(const ConveyanceReceived&) {
    return "source.conveyance_received";
}
constexpr std::string_view kind_of(const ConveyancePooled&) { return "source.conveyance_pooled"; }
constexpr std::string_view kind_of(const ConveyanceConveyed&) {
    return "source.conveyance_conveyed";
}
constexpr std::string_view kind_of(const MeasuresDecided&) { return "source.measures_decided"; }
constexpr std::string_view kind_of(const MeasureAnswered&) { return "source.measure_answered"; }
constexpr std::string_view kind_of(const MeasureExempted&) { return "source.measure_exempted"; }
constexpr std::string_view kind_of(const ConveyanceLookedBack&) {
    return "source.conveyance_looked_back";
}
constexpr std::string_view kind_of(const ConveyanceArchived&) {
    return "source.conveyance_archived";
}
constexpr std::string_view kind_of(const ConveyanceWithdrawn&) {
    return "source.conveyance_withdrawn";
}

}  // namespace anmin::source

namespace anmin::store {

void source_by_whom(auto& shape, auto& event) {
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<source::SourceName> auto& name) {
    shape.field("kind", name.kind);
    shape.field("id", name.id);
}

void describe(auto& shape, Of<source::ConveyanceReceived> auto& event) {
    shape.field("conveyance", event.conveyance);
    shape.field("title", event.title);
    shape.field("number", event.number);
    shape.field("from", event.from);
    shape.field("source", event.source);
    shape.field("received_on", event.received_on);
    shape.field("convey_by", event.convey_by);
    shape.field("first_topic", event.first_topic);
    shape.field("division", event.division);
    shape.field("issuer", event.issuer);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::ConveyancePooled> auto& event) {
    shape.field("meeting", event.meeting);
    shape.field("planned_on", event.planned_on);
    shape.field("place", event.place);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::ConveyanceConveyed> auto& event) {
    shape.field("meeting", event.meeting);
    shape.field("meeting_name", event.meeting_name);
    shape.field("held_on", event.held_on);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::Measure> auto& measure) {
    shape.field("number", measure.number);
    shape.field("text", measure.text);
    shape.field("unit", measure.unit);
}

void describe(auto& shape, Of<source::MeasuresDecided> auto& event) {
    shape.field("proposed_by", event.proposed_by);
    shape.field("meeting", event.meeting);
    shape.field("meeting_name", event.meeting_name);
    shape.field("measures", event.measures);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::MeasureAnswered> auto& event) {
    shape.field("measure", event.measure);
    shape.field("task", event.task);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::MeasureExempted> auto& event) {
    shape.field("measure", event.measure);
    shape.field("reason", event.reason);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::ConveyanceLookedBack> auto& event) {
    shape.field("held", event.held);
    shape.field("text", event.text);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::ConveyanceArchived> auto& event) {
    shape.field("text", event.text);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::ConveyanceWithdrawn> auto& event) {
    shape.field("reason", event.reason);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::DecidedMeasure> auto& decided) {
    shape.field("measure", decided.measure);
    shape.field("tasks", decided.tasks);
    shape.field("exempt", decided.exempt);
}

void describe(auto& shape, Of<source::ConveyedAt> auto& at) {
    shape.field("meeting", at.meeting);
    shape.field("name", at.name);
    shape.field("held_on", at.held_on);
}

// Without its steps.
void describe(auto& shape, Of<source::Conveyance> auto& conveyance) {
    shape.field("id", conveyance.id);
    shape.field("version", conveyance.version);
    shape.field("state", conveyance.state);
    shape.field("title", conveyance.title);
    shape.field("number", conveyance.number);
    shape.field("from", conveyance.from);
    shape.field("source", conveyance.source);
    shape.field("received_on", conveyance.received_on);
    shape.field("convey_by", conveyance.convey_by);
    shape.field("first_topic", conveyance.first_topic);
    shape.field("division", conveyance.division);
    shape.field("issuer", conveyance.issuer);
    shape.field("planned_meeting", conveyance.planned_meeting);
    shape.field("planned_on", conveyance.planned_on);
    shape.field("place", conveyance.place);
    shape.field("meetings", conveyance.meetings);
    shape.field("conveyed_on", conveyance.conveyed_on);
    shape.field("proposed_by", conveyance.proposed_by);
    shape.field("decided_at", conveyance.decided_at);
    shape.field("decided_by", conveyance.decided_by);
    shape.field("measures", conveyance.measures);
}

}  // namespace anmin::store
