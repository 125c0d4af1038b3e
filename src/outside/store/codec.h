// Events to recorded text and back. Every kind of event stands in exactly one of the six
// codec_*.cc files, with its name in the log (stable for ever) and its format version.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "journal/journal.h"
#include "result/result.h"
#include "source/conveyance.h"

namespace anmin::store {

// The body format of all kinds today. When a struct changes: raise it, and teach decode() the older
// one.
constexpr std::int64_t body_format = 1;

struct Encoded {
    std::string_view kind;
    std::int64_t format = body_format;
    std::string body;
};

// Errors: bad_text when a string of the event is not UTF-8.
Result<Encoded> encode(const journal::Event& event);

// `place` is for messages. Errors: unknown_event, newer_event, bad_body.
Result<journal::Event> decode(std::string_view kind, std::int64_t format, std::string_view body,
                              const std::string& place);

// A candidate or a task as the projections keep it: the same descriptions without an event around.
Result<std::string> candidate_text(const directive::Candidate& candidate);
Result<directive::Candidate> candidate_from(std::string_view text, const std::string& place);
// Steps are kept apart, so that a ledger does not read them.
struct TaskTexts {
    std::string body;
    std::string steps;
};
Result<TaskTexts> task_texts(const directive::Task& task);
Result<directive::Task> task_from(std::string_view body, const std::string& place);
struct ProblemTexts {
    std::string body;
    std::string steps;
};
Result<ProblemTexts> problem_texts(const problem::Problem& problem);
Result<problem::Problem> problem_from(std::string_view body, const std::string& place);
struct RowTexts {
    std::string body;
    std::string steps;
};
Result<RowTexts> row_texts(const registers::RegisterRow& row);
Result<registers::RegisterRow> row_from(std::string_view body, const std::string& place);
Result<std::vector<directive::Step>> steps_from(std::string_view steps, const std::string& place);

// A meeting or an instruction as its event has it.
Result<std::string> meeting_text(const source::MeetingHeld& meeting);
Result<source::MeetingHeld> meeting_from(std::string_view body, const std::string& place);
Result<std::string> instruction_text(const source::InstructionEntered& instruction);
Result<source::InstructionEntered> instruction_from(std::string_view body,
                                                    const std::string& place);
struct ConveyanceTexts {
    std::string body;
    std::string steps;
};
Result<ConveyanceTexts> conveyance_texts(const source::Conveyance& conveyance);
Result<source::Conveyance> conveyance_from(std::string_view body, const std::string& place);
std::string_view word_of_state(source::ConveyanceState state);
std::string_view word_of_kind(source::SourceKind kind);
std::optional<source::SourceKind> source_kind(std::string_view word);

std::string_view word_of_state(directive::TaskState state);
std::string_view word_of_state(directive::CandidateState state);
std::string_view word_of_state(problem::ProblemState state);
std::string_view word_of_kind(problem::ActivityKind kind);
std::string_view word_of_kind(problem::RemarkKind kind);
std::optional<problem::ActivityKind> activity_kind(std::string_view word);
std::optional<problem::RemarkKind> remark_kind(std::string_view word);
std::optional<directive::CandidateState> candidate_state(std::string_view word);
std::string_view word_of_change(organisation::ChangeKind kind);
std::optional<organisation::ChangeKind> change_named(std::string_view word);
std::string_view word_of_unit(organisation::UnitKind kind);
std::optional<organisation::UnitKind> unit_kind_named(std::string_view word);
std::string_view word_of_relation(organisation::RelationKind kind);
std::optional<organisation::RelationKind> relation_named(std::string_view word);
std::string_view kind_name(const authority::Event& event);
std::string words_of_roles(const std::set<authority::Role>& roles);  // "directive,executor"
Result<std::set<authority::Role>> roles_from(std::string_view words, const std::string& place);

}  // namespace anmin::store
