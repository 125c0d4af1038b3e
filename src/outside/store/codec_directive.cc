// Events of directive, and the texts of candidates and tasks that the projections keep.
#include "store/codec_rooms.h"
#include "store/describe_directive.h"
#include "store/describe_document.h"
#include "store/names_directive.h"

namespace anmin::directive {

constexpr std::string_view kind_of(const TasksProposed&) { return "directive.tasks_proposed"; }
constexpr std::string_view kind_of(const CandidateRejected&) {
    return "directive.candidate_rejected";
}
constexpr std::string_view kind_of(const CandidateConfirmed&) {
    return "directive.candidate_confirmed";
}
constexpr std::string_view kind_of(const CandidatesRecut&) { return "directive.candidates_recut"; }
constexpr std::string_view kind_of(const CandidateReopened&) {
    return "directive.candidate_reopened";
}
constexpr std::string_view kind_of(const TaskBookEdited&) { return "directive.task_book_edited"; }
constexpr std::string_view kind_of(const TaskConfirmed&) { return "directive.task_confirmed"; }
constexpr std::string_view kind_of(const TaskAssigned&) { return "directive.task_assigned"; }
constexpr std::string_view kind_of(const TaskReported&) { return "directive.task_reported"; }
constexpr std::string_view kind_of(const TaskVerified&) { return "directive.task_verified"; }
constexpr std::string_view kind_of(const TaskReturned&) { return "directive.task_returned"; }
constexpr std::string_view kind_of(const TaskStruckOff&) { return "directive.task_struck_off"; }
constexpr std::string_view kind_of(const TaskSpread&) { return "directive.task_spread"; }
constexpr std::string_view kind_of(const TaskSignedFor&) { return "directive.task_signed_for"; }
constexpr std::string_view kind_of(const TaskProgressed&) { return "directive.task_progressed"; }
constexpr std::string_view kind_of(const TaskUrged&) { return "directive.task_urged"; }
constexpr std::string_view kind_of(const ExtensionAsked&) { return "directive.extension_asked"; }
constexpr std::string_view kind_of(const ExtensionAnswered&) {
    return "directive.extension_answered";
}
constexpr std::string_view kind_of(const SuspensionAsked&) { return "directive.suspension_asked"; }
constexpr std::string_view kind_of(const SuspensionRefused&) {
    return "directive.suspension_refused";
}
constexpr std::string_view kind_of(const TaskSuspended&) { return "directive.task_suspended"; }
constexpr std::string_view kind_of(const TaskResumed&) { return "directive.task_resumed"; }
constexpr std::string_view kind_of(const ObjectionRaised&) { return "directive.objection_raised"; }
constexpr std::string_view kind_of(const ObjectionRuled&) { return "directive.objection_ruled"; }
constexpr std::string_view kind_of(const TaskMerged&) { return "directive.task_merged"; }
constexpr std::string_view kind_of(const TaskTookIn&) { return "directive.task_took_in"; }
constexpr std::string_view kind_of(const TaskHeld&) { return "directive.task_held"; }
constexpr std::string_view kind_of(const TaskRebounded&) { return "directive.task_rebounded"; }
constexpr std::string_view kind_of(const TaskEnded&) { return "directive.task_ended"; }
constexpr std::string_view kind_of(const TargetBound&) { return "directive.target_bound"; }

}  // namespace anmin::directive

namespace anmin::store {

void describe(auto& shape, Of<directive::Quantity> auto& quantity) {
    shape.field("thousandths", quantity.thousandths);
    shape.field("unit", quantity.unit);
}

void describe(auto& shape, Of<directive::Deadline> auto& deadline) {
    shape.field("text", deadline.text);
    shape.field("normal", deadline.normal);
    shape.field("due", deadline.due);
    shape.field("inferred_year", deadline.inferred_year);
}

void describe(auto& shape, Of<directive::Candidate> auto& candidate) {
    shape.field("part", candidate.part);
    shape.field("number", candidate.number);
    shape.field("span", candidate.span);
    shape.field("text", candidate.text);
    shape.field("kind", candidate.kind);
    shape.field("actors", candidate.actors);
    shape.field("imperative", candidate.imperative);
    shape.field("deadline", candidate.deadline);
    shape.field("recurrence", candidate.recurrence);
    shape.field("quantities", candidate.quantities);
    shape.field("domains", candidate.domains);
    shape.field("confidence", candidate.confidence);
    shape.field("reason", candidate.reason);
    shape.field("proposed_owner", candidate.proposed_owner);
}

void describe(auto& shape, Of<directive::TasksProposed> auto& event) {
    shape.field("document", event.document);
    shape.field("candidates", event.candidates);
}

void describe(auto& shape, Of<directive::CandidateRejected> auto& event) {
    shape.field("document", event.document);
    shape.field("number", event.number);
    shape.field("reason", event.reason);
    shape.field("officer", event.officer);
}

void describe(auto& shape, Of<directive::CandidateConfirmed> auto& event) {
    shape.field("document", event.document);
    shape.field("number", event.number);
    shape.field("task", event.task);
    shape.field("officer", event.officer);
}

void describe(auto& shape, Of<directive::CandidatesRecut> auto& event) {
    shape.field("document", event.document);
    shape.field("taken", event.taken);
    shape.field("given", event.given);
    shape.field("officer", event.officer);
}

void describe(auto& shape, Of<directive::CandidateReopened> auto& event) {
    shape.field("document", event.document);
    shape.field("number", event.number);
    shape.field("officer", event.officer);
}

void describe(auto& shape, Of<directive::BookChange> auto& change) {
    shape.field("column", change.column);
    shape.field("before", change.before);
    shape.field("after", change.after);
}

void describe(auto& shape, Of<directive::BookNote> auto& note) {
    shape.field("column", note.column);
    shape.field("text", note.text);
}

void describe(auto& shape, Of<directive::TaskBookEdited> auto& event) {
    shape.field("changes", event.changes);
    shape.field("due", event.due);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::TaskConfirmed> auto& event) {
    shape.field("task", event.task);
    shape.field("document", event.document);
    shape.field("division", event.division);
    shape.field("issuer", event.issuer);
    shape.field("source_title", event.source_title);
    shape.field("item", event.item);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
    shape.field("due", event.due);
}

void describe(auto& shape, Of<directive::TaskAssigned> auto& event) {
    shape.field("owner", event.owner);
    shape.field("due", event.due);
    shape.field("note", event.note);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
    shape.later_field("asks", event.asks);
}

void describe(auto& shape, Of<directive::TaskReported> auto& event) {
    shape.field("text", event.text);
    shape.field("evidence", event.evidence);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
    shape.field("thousandths", event.thousandths);
}

void describe(auto& shape, Of<directive::TaskVerified> auto& event) {
    shape.field("text", event.text);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::TaskReturned> auto& event) {
    shape.field("reason", event.reason);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::TaskStruckOff> auto& event) {
    shape.field("note", event.note);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
    shape.field("look_back_on", event.look_back_on);
}

void describe(auto& shape, Of<directive::Share> auto& share) {
    shape.field("task", share.task);
    shape.field("under", share.under);
    shape.field("owner", share.owner);
    shape.field("helpers", share.helpers);
    shape.field("thousandths", share.thousandths);
    shape.field("due", share.due);
    shape.field("text", share.text);
    shape.field("standard", share.standard);
}

void describe(auto& shape, Of<directive::AskedItem> auto& item) {
    shape.field("kind", item.kind);
    shape.field("name", item.name);
    shape.later_field("different", item.different);
}

void describe(auto& shape, Of<directive::TargetBound> auto& event) {
    shape.field("indicator", event.indicator);
    shape.field("name", event.name);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::BoundIndicator> auto& indicator) {
    shape.field("id", indicator.id);
    shape.field("name", indicator.name);
}

void describe(auto& shape, Of<directive::TaskSpread> auto& event) {
    shape.field("lead", event.lead);
    shape.field("target", event.target);
    shape.field("split_reason", event.split_reason);
    shape.field("division", event.division);
    shape.field("issuer", event.issuer);
    shape.field("shares", event.shares);
    shape.later_field("asks", event.asks);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::TaskSignedFor> auto& event) {
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::TaskProgressed> auto& event) {
    shape.field("text", event.text);
    shape.field("thousandths", event.thousandths);
    shape.field("evidence", event.evidence);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::TaskUrged> auto& event) {
    shape.field("number", event.number);
    shape.field("automatic", event.automatic);
    shape.field("text", event.text);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::ExtensionAsked> auto& event) {
    shape.field("due", event.due);
    shape.field("reason", event.reason);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::ExtensionAnswered> auto& event) {
    shape.field("granted", event.granted);
    shape.field("text", event.text);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::SuspensionAsked> auto& event) {
    shape.field("ground", event.ground);
    shape.field("reason", event.reason);
    shape.field("until", event.until);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::SuspensionRefused> auto& event) {
    shape.field("text", event.text);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::TaskSuspended> auto& event) {
    shape.field("ground", event.ground);
    shape.field("reason", event.reason);
    shape.field("clock", event.clock);
    shape.field("from", event.from);
    shape.field("until", event.until);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::TaskResumed> auto& event) {
    shape.field("text", event.text);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::ObjectionRaised> auto& event) {
    shape.field("reason", event.reason);
    shape.field("proposed", event.proposed);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::ObjectionRuled> auto& event) {
    shape.field("upheld", event.upheld);
    shape.field("text", event.text);
    shape.field("owner", event.owner);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::AbsorbedTask> auto& one) {
    shape.field("task", one.task);
    shape.field("text", one.text);
    shape.field("document", one.document);
    shape.field("source_title", one.source_title);
    shape.field("order", one.order);
    shape.field("due", one.due);
    shape.field("target", one.target);
    shape.field("added", one.added);
    shape.field("doers", one.doers);
    shape.field("on", one.on);
}

void describe(auto& shape, Of<directive::TaskMerged> auto& event) {
    shape.field("into", event.into);
    shape.field("text", event.text);
    shape.field("reason", event.reason);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::TaskTookIn> auto& event) {
    shape.field("tasks", event.tasks);
    shape.field("lead", event.lead);
    shape.field("helpers", event.helpers);
    shape.field("asks", event.asks);
    shape.field("reason", event.reason);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::MergedInto> auto& merged) {
    shape.field("task", merged.task);
    shape.field("text", merged.text);
    shape.field("on", merged.on);
}

void describe(auto& shape, Of<directive::Objection> auto& objection) {
    shape.field("reason", objection.reason);
    shape.field("proposed", objection.proposed);
    shape.field("by", objection.by);
    shape.field("on", objection.on);
}

void describe(auto& shape, Of<directive::AskedSuspension> auto& asked) {
    shape.field("ground", asked.ground);
    shape.field("reason", asked.reason);
    shape.field("until", asked.until);
}

void describe(auto& shape, Of<directive::TaskHeld> auto& event) {
    shape.field("text", event.text);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::TaskRebounded> auto& event) {
    shape.field("reason", event.reason);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::TaskEnded> auto& event) {
    shape.field("reason", event.reason);
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<directive::Task> auto& task) {
    shape.field("id", task.id);
    shape.field("version", task.version);
    shape.field("state", task.state);
    shape.field("document", task.document);
    shape.field("division", task.division);
    shape.field("issuer", task.issuer);
    shape.field("source_title", task.source_title);
    shape.field("item", task.item);
    shape.field("owner", task.owner);
    shape.field("due", task.due);
    shape.field("confirmed_on", task.confirmed_on);
    shape.field("reported_on", task.reported_on);
    shape.field("closed_on", task.closed_on);
    shape.field("doer", task.doer);
    shape.field("was_late", task.was_late);
    shape.field("parent", task.parent);
    shape.field("root", task.root);
    shape.field("path", task.path);
    shape.field("children", task.children);
    shape.field("target", task.target);
    shape.field("split_reason", task.split_reason);
    shape.field("standard", task.standard);
    shape.field("helpers", task.helpers);
    shape.field("signed_on", task.signed_on);
    shape.field("done", task.done);
    shape.field("urged", task.urged);
    shape.field("urged_on", task.urged_on);
    shape.field("extension", task.extension);
    shape.field("past_dues", task.past_dues);
    shape.field("asked_suspension", task.asked_suspension);
    shape.field("suspension", task.suspension);
    shape.field("objection", task.objection);
    shape.field("overruled_on", task.overruled_on);
    shape.field("look_back_on", task.look_back_on);
    shape.field("reopened", task.reopened);
    shape.field("returned_on", task.returned_on);
    shape.field("progressed_on", task.progressed_on);
    shape.field("indicator", task.indicator);
    shape.later_field("asks", task.asks);
    shape.later_field("book", task.book);
    shape.field("merged_into", task.merged_into);
    shape.later_field("absorbed", task.absorbed);
}

Result<Encoded> encode_directive(const directive::Event& event) { return encode_one(event); }

Decoded decode_directive(std::string_view kind, std::string_view body, const std::string& place) {
    return decode_one<directive::Event>(kind, body, place);
}

Result<std::string> candidate_text(const directive::Candidate& candidate) {
    return kept_text(candidate, "candidate");
}

Result<directive::Candidate> candidate_from(std::string_view text, const std::string& place) {
    return read_kept<directive::Candidate>(text, place);
}

Result<TaskTexts> task_texts(const directive::Task& task) {
    return TaskTexts{TRY(kept_text(task, "task")), TRY(kept_text(task.steps, "task.steps"))};
}

Result<directive::Task> task_from(std::string_view body, const std::string& place) {
    return read_kept<directive::Task>(body, place);
}

Result<std::vector<directive::Step>> steps_from(std::string_view steps, const std::string& place) {
    return read_kept<std::vector<directive::Step>>(steps, place);
}

std::string_view word_of_state(directive::TaskState state) { return word_of(state); }
std::string_view word_of_state(directive::CandidateState state) { return word_of(state); }
std::optional<directive::CandidateState> candidate_state(std::string_view word) {
    return find_word<directive::CandidateState>(word);
}

}  // namespace anmin::store
