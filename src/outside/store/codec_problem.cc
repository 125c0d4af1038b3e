// Events of problem, and the texts of problems that the projections keep.
#include "store/codec_rooms.h"
#include "store/describe_directive.h"

namespace anmin::problem {

constexpr auto names_of(ActivityKind) {
    return std::array{std::pair{ActivityKind::session, std::string_view("session")},
                      std::pair{ActivityKind::interview, std::string_view("interview")},
                      std::pair{ActivityKind::visit, std::string_view("visit")}};
}
constexpr auto names_of(RemarkKind) {
    return std::array{std::pair{RemarkKind::problem, std::string_view("problem")},
                      std::pair{RemarkKind::suggestion, std::string_view("suggestion")}};
}
constexpr auto names_of(Branch) {
    return std::array{std::pair{Branch::immediate, std::string_view("immediate")},
                      std::pair{Branch::staged, std::string_view("staged")},
                      std::pair{Branch::long_term, std::string_view("long_term")}};
}
constexpr auto names_of(ProblemState) {
    return std::array{std::pair{ProblemState::raised, std::string_view("raised")},
                      std::pair{ProblemState::listed, std::string_view("listed")},
                      std::pair{ProblemState::planned, std::string_view("planned")},
                      std::pair{ProblemState::reported, std::string_view("reported")},
                      std::pair{ProblemState::accepted, std::string_view("accepted")},
                      std::pair{ProblemState::struck_off, std::string_view("struck_off")},
                      std::pair{ProblemState::held, std::string_view("held")},
                      std::pair{ProblemState::unfounded, std::string_view("unfounded")},
                      std::pair{ProblemState::handed_on, std::string_view("handed_on")},
                      std::pair{ProblemState::merged, std::string_view("merged")},
                      std::pair{ProblemState::ended, std::string_view("ended")}};
}
constexpr auto names_of(Finding) {
    return std::array{std::pair{Finding::confirmed, std::string_view("confirmed")},
                      std::pair{Finding::unfounded, std::string_view("unfounded")},
                      std::pair{Finding::not_ours, std::string_view("not_ours")}};
}

constexpr std::string_view kind_of(const MissionOpened&) { return "problem.mission_opened"; }
constexpr std::string_view kind_of(const GroupFormed&) { return "problem.group_formed"; }
constexpr std::string_view kind_of(const ActivityLogged&) { return "problem.activity_logged"; }
constexpr std::string_view kind_of(const RemarksTaken&) { return "problem.remarks_taken"; }
constexpr std::string_view kind_of(const ListOpened&) { return "problem.list_opened"; }
constexpr std::string_view kind_of(const ProblemRaised&) { return "problem.raised"; }
constexpr std::string_view kind_of(const RemarksJoined&) { return "problem.remarks_joined"; }
constexpr std::string_view kind_of(const ProblemListed&) { return "problem.listed"; }
constexpr std::string_view kind_of(const ProblemPlanned&) { return "problem.planned"; }
constexpr std::string_view kind_of(const StageDone&) { return "problem.stage_done"; }
constexpr std::string_view kind_of(const ProblemReported&) { return "problem.reported"; }
constexpr std::string_view kind_of(const ProblemAccepted&) { return "problem.accepted"; }
constexpr std::string_view kind_of(const ProblemReturned&) { return "problem.returned"; }
constexpr std::string_view kind_of(const ProblemStruckOff&) { return "problem.struck_off"; }
constexpr std::string_view kind_of(const ProblemHeld&) { return "problem.held"; }
constexpr std::string_view kind_of(const ProblemRebounded&) { return "problem.rebounded"; }
constexpr std::string_view kind_of(const ListFrozen&) { return "problem.list_frozen"; }
constexpr std::string_view kind_of(const ListThawed&) { return "problem.list_thawed"; }
constexpr std::string_view kind_of(const ListClosed&) { return "problem.list_closed"; }
constexpr std::string_view kind_of(const ProblemJudged&) { return "problem.judged"; }
constexpr std::string_view kind_of(const ProblemMerged&) { return "problem.merged"; }
constexpr std::string_view kind_of(const ProblemTookIn&) { return "problem.took_in"; }
constexpr std::string_view kind_of(const JudgementTakenBack&) {
    return "problem.judgement_taken_back";
}
constexpr std::string_view kind_of(const ProblemGaveBack&) { return "problem.gave_back"; }
constexpr std::string_view kind_of(const ProblemReviewed&) { return "problem.reviewed"; }
constexpr std::string_view kind_of(const DelayAsked&) { return "problem.delay_asked"; }
constexpr std::string_view kind_of(const DelayAnswered&) { return "problem.delay_answered"; }
constexpr std::string_view kind_of(const ProblemEnded&) { return "problem.ended"; }
constexpr std::string_view kind_of(const RemarksToldBack&) { return "problem.remarks_told_back"; }
constexpr std::string_view kind_of(const ProblemSuspended&) { return "problem.suspended"; }
constexpr std::string_view kind_of(const ProblemResumed&) { return "problem.resumed"; }

}  // namespace anmin::problem

namespace anmin::store {

void by_whom(auto& shape, auto& event) {
    shape.field("officer", event.officer);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<problem::MissionOpened> auto& event) {
    shape.field("mission", event.mission);
    shape.field("title", event.title);
    shape.field("division", event.division);
    shape.field("from", event.from);
    shape.field("to", event.to);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::GroupFormed> auto& event) {
    shape.field("number", event.number);
    shape.field("area", event.area);
    shape.field("province", event.province);
    shape.field("leader", event.leader);
    shape.field("members", event.members);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ActivityLogged> auto& event) {
    shape.field("group", event.group);
    shape.field("kind", event.kind);
    shape.field("held_on", event.held_on);
    shape.field("place", event.place);
    shape.field("amount", event.amount);
    shape.field("note", event.note);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::Remark> auto& remark) {
    shape.field("id", remark.id);
    shape.field("kind", remark.kind);
    shape.field("text", remark.text);
    shape.field("said_by", remark.said_by);
    shape.field("place", remark.place);
}

void describe(auto& shape, Of<problem::RemarksTaken> auto& event) {
    shape.field("group", event.group);
    shape.field("remarks", event.remarks);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ListOpened> auto& event) {
    shape.field("list", event.list);
    shape.field("name", event.name);
    shape.field("scheme", event.scheme);
    shape.field("source", event.source);
    shape.field("declared", event.declared);
    shape.field("division", event.division);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemRaised> auto& event) {
    shape.field("problem", event.problem);
    shape.field("text", event.text);
    shape.field("remarks", event.remarks);
    shape.field("source", event.source);
    shape.field("division", event.division);
    shape.field("issuer", event.issuer);
    by_whom(shape, event);
    shape.later_flag("judge_first", event.judge_first);
}

void describe(auto& shape, Of<problem::RemarksJoined> auto& event) {
    shape.field("remarks", event.remarks);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemListed> auto& event) {
    shape.field("list", event.list);
    shape.field("number", event.number);
    shape.field("focused", event.focused);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::Stage> auto& stage) {
    shape.field("text", stage.text);
    shape.field("due", stage.due);
    shape.field("sign", stage.sign);
    shape.field("done_on", stage.done_on);
}

void describe(auto& shape, Of<problem::ProblemPlanned> auto& event) {
    shape.field("branch", event.branch);
    shape.field("owner", event.owner);
    shape.field("measure", event.measure);
    shape.field("cause", event.cause);
    shape.field("supervision", event.supervision);
    shape.field("due", event.due);
    shape.field("stages", event.stages);
    by_whom(shape, event);
    shape.later_field("target", event.target);
}

void describe(auto& shape, Of<problem::StageDone> auto& event) {
    shape.field("stage", event.stage);
    shape.field("text", event.text);
    shape.field("evidence", event.evidence);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemReported> auto& event) {
    shape.field("text", event.text);
    shape.field("evidence", event.evidence);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemAccepted> auto& event) {
    shape.field("text", event.text);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemReturned> auto& event) {
    shape.field("reason", event.reason);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemStruckOff> auto& event) {
    shape.field("text", event.text);
    shape.field("look_back_on", event.look_back_on);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemHeld> auto& event) {
    shape.field("text", event.text);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemRebounded> auto& event) {
    shape.field("reason", event.reason);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ListFrozen> auto& event) {
    shape.field("from", event.from);
    shape.field("text", event.text);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ListThawed> auto& event) {
    shape.field("reason", event.reason);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ListClosed> auto& event) {
    shape.field("text", event.text);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemJudged> auto& event) {
    shape.field("finding", event.finding);
    shape.field("nature", event.nature);
    shape.field("difficulty", event.difficulty);
    shape.field("cause", event.cause);
    shape.field("unit", event.unit);
    shape.field("reason", event.reason);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemMerged> auto& event) {
    shape.field("into", event.into);
    shape.field("text", event.text);
    shape.field("reason", event.reason);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemTookIn> auto& event) {
    shape.field("problem", event.problem);
    shape.field("text", event.text);
    shape.field("remarks", event.remarks);
    shape.field("reason", event.reason);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::JudgementTakenBack> auto& event) {
    shape.field("reason", event.reason);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemGaveBack> auto& event) {
    shape.field("problem", event.problem);
    shape.field("remarks", event.remarks);
    shape.field("reason", event.reason);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemReviewed> auto& event) {
    shape.field("text", event.text);
    shape.field("evidence", event.evidence);
    shape.field("next", event.next);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::DelayAsked> auto& event) {
    shape.field("due", event.due);
    shape.field("reason", event.reason);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::DelayAnswered> auto& event) {
    shape.field("granted", event.granted);
    shape.field("text", event.text);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemEnded> auto& event) {
    shape.field("reason", event.reason);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemSuspended> auto& event) {
    shape.field("ground", event.ground);
    shape.field("reason", event.reason);
    shape.field("clock", event.clock);
    shape.field("until", event.until);
    shape.field("evidence", event.evidence);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::ProblemResumed> auto& event) {
    shape.field("text", event.text);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::Told> auto& event) {
    shape.field("on", event.on);
    shape.field("by", event.by);
    shape.field("way", event.way);
    shape.field("answer", event.answer);
}

void describe(auto& shape, Of<problem::RemarksToldBack> auto& event) {
    shape.field("remarks", event.remarks);
    shape.field("told", event.told);
    by_whom(shape, event);
}

void describe(auto& shape, Of<problem::Judgement> auto& event) {
    shape.field("finding", event.finding);
    shape.field("nature", event.nature);
    shape.field("difficulty", event.difficulty);
    shape.field("cause", event.cause);
    shape.field("unit", event.unit);
    shape.field("reason", event.reason);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<problem::MergedInto> auto& event) {
    shape.field("problem", event.problem);
    shape.field("text", event.text);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<problem::Absorbed> auto& event) {
    shape.field("problem", event.problem);
    shape.field("text", event.text);
    shape.field("remarks", event.remarks);
    shape.field("on", event.on);
}

void describe(auto& shape, Of<problem::Problem> auto& problem) {
    shape.field("id", problem.id);
    shape.field("version", problem.version);
    shape.field("state", problem.state);
    shape.field("text", problem.text);
    shape.field("source", problem.source);
    shape.field("division", problem.division);
    shape.field("issuer", problem.issuer);
    shape.field("remarks", problem.remarks);
    shape.field("list", problem.list);
    shape.field("number", problem.number);
    shape.field("focused", problem.focused);
    shape.field("branch", problem.branch);
    shape.field("owner", problem.owner);
    shape.field("measure", problem.measure);
    shape.field("cause", problem.cause);
    shape.field("supervision", problem.supervision);
    shape.field("due", problem.due);
    shape.field("stages", problem.stages);
    shape.field("doer", problem.doer);
    shape.field("closed_on", problem.closed_on);
    shape.field("look_back_on", problem.look_back_on);
    shape.field("reopened", problem.reopened);
    shape.later_flag("judge_first", problem.judge_first);
    shape.field("judgement", problem.judgement);
    shape.field("merged_into", problem.merged_into);
    shape.later_field("absorbed", problem.absorbed);
    shape.later_field("target", problem.target);
    shape.later_flag("was_late", problem.was_late);
    shape.field("extension", problem.extension);
    shape.later_field("past_dues", problem.past_dues);
    shape.field("suspension", problem.suspension);
    shape.field("runs_from", problem.runs_from);
}

Result<Encoded> encode_problem(const problem::Event& event) { return encode_one(event); }

Decoded decode_problem(std::string_view kind, std::string_view body, const std::string& place) {
    return decode_one<problem::Event>(kind, body, place);
}

Result<ProblemTexts> problem_texts(const problem::Problem& problem) {
    return ProblemTexts{TRY(kept_text(problem, "problem")),
                        TRY(kept_text(problem.steps, "problem.steps"))};
}

Result<problem::Problem> problem_from(std::string_view body, const std::string& place) {
    return read_kept<problem::Problem>(body, place);
}

std::string_view word_of_state(problem::ProblemState state) { return word_of(state); }
std::string_view word_of_kind(problem::ActivityKind kind) { return word_of(kind); }
std::string_view word_of_kind(problem::RemarkKind kind) { return word_of(kind); }
std::optional<problem::ActivityKind> activity_kind(std::string_view word) {
    return find_word<problem::ActivityKind>(word);
}
std::optional<problem::RemarkKind> remark_kind(std::string_view word) {
    return find_word<problem::RemarkKind>(word);
}

}  // namespace anmin::store
