#include "http/json_shapes.h"

namespace anmin::http {
namespace {

std::string_view name_of(directive::CandidateState state) {
    switch (state) {
        case directive::CandidateState::proposed: return "proposed";
        case directive::CandidateState::confirmed: return "confirmed";
        case directive::CandidateState::rejected: return "rejected";
    }
    CHECK(false, "every state has its name");
}

}  // namespace

static void write(JsonWriter& out, const directive::Deadline& deadline) {
    out.begin_object();
    out.field("text", deadline.text);
    out.field("normal", deadline.normal);
    out.field("due", deadline.due);
    out.field("inferred_year", deadline.inferred_year);
    out.end_object();
}

void write(JsonWriter& out, directive::TaskKind kind) {
    switch (kind) {
        case directive::TaskKind::action: return out.string("action");
        case directive::TaskKind::study: return out.string("study");
    }
    CHECK(false, "every kind has its name");
}

void write(JsonWriter& out, const directive::DecidedCandidate& decided) {
    const directive::Candidate& candidate = decided.candidate;
    out.begin_object();
    out.field("part", candidate.part);
    out.field("number", candidate.number);
    out.field("span", candidate.span);
    out.field("text", candidate.text);
    out.field("kind", candidate.kind);
    out.field("actors", candidate.actors);
    out.field("imperative", candidate.imperative);
    out.field("deadline", candidate.deadline);
    out.field("recurrence", candidate.recurrence);
    out.field("quantities", candidate.quantities);
    out.field("domains", candidate.domains);
    out.field("confidence", candidate.confidence);
    out.field("reason", candidate.reason);
    out.field("proposed_owner", candidate.proposed_owner);
    out.field("state", name_of(decided.state));
    out.key("task");
    if (decided.task) {
        out.string(decided.task->value);
    } else {
        out.null();
    }
    out.field("rejection", decided.reason);
    out.end_object();
}

}  // namespace anmin::http
