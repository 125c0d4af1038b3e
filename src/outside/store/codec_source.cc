// Events of source, and the texts of meetings and instructions that the projections keep.
#include "store/codec_rooms.h"
#include "store/describe_conveyance.h"

namespace anmin::source {

constexpr std::string_view kind_of(const MeetingHeld&) { return "source.meeting_held"; }
constexpr std::string_view kind_of(const AttendanceTaken&) { return "source.attendance_taken"; }
constexpr std::string_view kind_of(const InstructionEntered&) {
    return "source.instruction_entered";
}
constexpr std::string_view kind_of(const SourceCited&) { return "source.cited"; }
constexpr std::string_view kind_of(const CitationWithdrawn&) { return "source.withdrawn"; }

}  // namespace anmin::source

namespace anmin::store {

void describe(auto& shape, Of<source::AgendaItem> auto& item) {
    shape.field("title", item.title);
    shape.field("first_topic", item.first_topic);
    shape.field("document", item.document);
    shape.field("conveyance", item.conveyance);
}

void describe(auto& shape, Of<source::Branch> auto& branch) {
    shape.field("number", branch.number);
    shape.field("name", branch.name);
    shape.field("division", branch.division);
    shape.field("venue", branch.venue);
    shape.field("expected", branch.expected);
}

void describe(auto& shape, Of<source::MeetingHeld> auto& event) {
    shape.field("meeting", event.meeting);
    shape.field("name", event.name);
    shape.field("held_on", event.held_on);
    shape.field("chair", event.chair);
    shape.field("conveyors", event.conveyors);
    shape.field("agenda", event.agenda);
    shape.field("branches", event.branches);
    shape.field("division", event.division);
    shape.field("issuer", event.issuer);
    source_by_whom(shape, event);
    shape.later_field("form", event.form);
}

void describe(auto& shape, Of<source::AttendanceTaken> auto& event) {
    shape.field("branch", event.branch);
    shape.field("made_up", event.made_up);
    shape.field("people", event.people);
    shape.field("note", event.note);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::InstructionEntered> auto& event) {
    shape.field("instruction", event.instruction);
    shape.field("by", event.by);
    shape.field("given_on", event.given_on);
    shape.field("text", event.text);
    shape.field("document", event.document);
    shape.field("division", event.division);
    shape.field("issuer", event.issuer);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::SourceCited> auto& event) {
    shape.field("task", event.task);
    shape.field("source", event.source);
    shape.field("note", event.note);
    source_by_whom(shape, event);
}

void describe(auto& shape, Of<source::CitationWithdrawn> auto& event) {
    shape.field("task", event.task);
    shape.field("source", event.source);
    shape.field("reason", event.reason);
    source_by_whom(shape, event);
}

Result<Encoded> encode_source(const source::Event& event) { return encode_one(event); }

Decoded decode_source(std::string_view kind, std::string_view body, const std::string& place) {
    return decode_one<source::Event>(kind, body, place);
}

Result<std::string> meeting_text(const source::MeetingHeld& meeting) {
    return kept_text(meeting, "meeting");
}
Result<source::MeetingHeld> meeting_from(std::string_view body, const std::string& place) {
    return read_kept<source::MeetingHeld>(body, place);
}
Result<std::string> instruction_text(const source::InstructionEntered& instruction) {
    return kept_text(instruction, "instruction");
}
Result<source::InstructionEntered> instruction_from(std::string_view body,
                                                    const std::string& place) {
    return read_kept<source::InstructionEntered>(body, place);
}

Result<ConveyanceTexts> conveyance_texts(const source::Conveyance& conveyance) {
    return ConveyanceTexts{TRY(kept_text(conveyance, "conveyance")),
                           TRY(kept_text(conveyance.steps, "conveyance.steps"))};
}
Result<source::Conveyance> conveyance_from(std::string_view body, const std::string& place) {
    return read_kept<source::Conveyance>(body, place);
}
std::string_view word_of_state(source::ConveyanceState state) { return word_of(state); }

std::string_view word_of_kind(source::SourceKind kind) { return word_of(kind); }
std::optional<source::SourceKind> source_kind(std::string_view word) {
    return find_word<source::SourceKind>(word);
}

}  // namespace anmin::store
