#include "http/json_problems.h"

#include "http/json_shapes.h"

namespace anmin::http {
namespace {

using namespace problem;
using operations::ProblemStep;

std::string_view name_of(ProblemStep step) {
    switch (step) {
        case ProblemStep::join: return "join";
        case ProblemStep::list: return "list";
        case ProblemStep::plan: return "plan";
        case ProblemStep::stage: return "stage";
        case ProblemStep::report: return "report";
        case ProblemStep::accept: return "accept";
        case ProblemStep::send_back: return "return";
        case ProblemStep::strike_off: return "strike_off";
        case ProblemStep::hold: return "hold";
        case ProblemStep::rebound: return "rebound";
        case ProblemStep::judge: return "judge";
        case ProblemStep::take_back: return "take_back";
        case ProblemStep::review: return "review";
        case ProblemStep::ask_delay: return "ask_extension";
        case ProblemStep::answer_delay: return "answer_extension";
        case ProblemStep::end: return "end";
        case ProblemStep::suspend: return "suspend";
        case ProblemStep::resume: return "resume";
        case ProblemStep::tell: return "tell";
    }
    CHECK(false, "every step has its name");
}

std::string_view name_of(RemarkKind kind) {
    switch (kind) {
        case RemarkKind::problem: return "problem";
        case RemarkKind::suggestion: return "suggestion";
    }
    CHECK(false, "every kind has its name");
}

std::string_view name_of(operations::ListStep step) {
    switch (step) {
        case operations::ListStep::freeze: return "freeze";
        case operations::ListStep::thaw: return "thaw";
        case operations::ListStep::close: return "close";
    }
    CHECK(false, "every step has its name");
}

std::string_view name_of(problem::Finding finding) {
    switch (finding) {
        case problem::Finding::confirmed: return "confirmed";
        case problem::Finding::unfounded: return "unfounded";
        case problem::Finding::not_ours: return "not_ours";
    }
    CHECK(false, "every finding has its name");
}

void write_words(JsonWriter& out, const char* name, const std::vector<std::string>& words) {
    out.key(name);
    out.begin_array();
    for (const std::string& one : words) out.string(one);
    out.end_array();
}

// What the office found, into what it went on, what came along: only as far as there is any.
void write_judgement(JsonWriter& out, const Problem& problem) {
    out.key("judgement");
    if (problem.judgement) {
        const Judgement& one = *problem.judgement;
        out.begin_object();
        out.field("finding", name_of(one.finding));
        out.field("nature", one.nature);
        out.field("difficulty", one.difficulty);
        out.field("cause", one.cause);
        out.field("unit", one.unit);
        out.field("reason", one.reason);
        out.field("on", one.on);
        out.end_object();
    } else {
        out.null();
    }
    out.key("merged_into");
    if (problem.merged_into) {
        out.begin_object();
        out.field("id", problem.merged_into->problem.value);
        out.field("text", problem.merged_into->text);
        out.field("on", problem.merged_into->on);
        out.end_object();
    } else {
        out.null();
    }
    out.key("absorbed");
    out.begin_array();
    for (const Absorbed& one : problem.absorbed) {
        out.begin_object();
        out.field("id", one.problem.value);
        out.field("text", one.text);
        out.field("on", one.on);
        out.end_object();
    }
    out.end_array();
}

void write_dates(JsonWriter& out, const Problem& problem) {
    out.key("extension");
    if (problem.extension) {
        out.begin_object();
        out.field("due", problem.extension->due);
        out.field("reason", problem.extension->reason);
        out.end_object();
    } else {
        out.null();
    }
    out.key("past_dues");
    out.begin_array();
    for (const auto& one : problem.past_dues) out.string(one.iso());
    out.end_array();
    out.field("runs_from", problem.runs_from);
    out.field("suspension", problem.suspension);
}

std::string_view name_of(Branch branch) {
    switch (branch) {
        case Branch::immediate: return "immediate";
        case Branch::staged: return "staged";
        case Branch::long_term: return "long_term";
    }
    CHECK(false, "every branch has its name");
}

}  // namespace

std::string_view name_of(ProblemState state) {
    switch (state) {
        case ProblemState::raised: return "raised";
        case ProblemState::listed: return "listed";
        case ProblemState::planned: return "planned";
        case ProblemState::reported: return "reported";
        case ProblemState::accepted: return "accepted";
        case ProblemState::struck_off: return "struck_off";
        case ProblemState::held: return "held";
        case ProblemState::unfounded: return "unfounded";
        case ProblemState::handed_on: return "handed_on";
        case ProblemState::merged: return "merged";
        case ProblemState::ended: return "ended";
    }
    CHECK(false, "every state has its name");
}

void write(JsonWriter& out, const Mission& mission) {
    std::int64_t people = 0;
    for (const Group& group : mission.groups) people += group.people;
    out.begin_object();
    out.field("id", mission.id.value);
    out.field("version", mission.version);
    out.field("title", mission.title);
    out.field("division", mission.division.digits());
    out.field("from", mission.from);
    out.field("to", mission.to);
    out.field("people", people);
    out.key("groups");
    out.begin_array();
    for (const Group& group : mission.groups) {
        out.begin_object();
        out.field("number", group.number);
        out.field("area", group.area);
        out.field("province", group.province);
        out.field("people", group.people);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write(JsonWriter& out, const TakenRemark& taken) {
    out.begin_object();
    out.field("id", taken.remark.id.value);
    out.field("kind", name_of(taken.remark.kind));
    out.field("text", taken.remark.text);
    out.field("said_by", taken.remark.said_by);
    out.field("place", taken.remark.place);
    out.field("mission", taken.mission.value);
    out.field("group", taken.group);
    out.field("on", taken.on);
    out.field("problem", taken.problem ? std::optional(taken.problem->value) : std::nullopt);
    out.key("told");
    if (taken.told) {
        out.begin_object();
        out.field("on", taken.told->on);
        out.field("by", taken.told->by);
        out.field("way", taken.told->way);
        out.field("answer", taken.told->answer);
        out.end_object();
    } else {
        out.null();
    }
    out.end_object();
}

void write(JsonWriter& out, const operations::OpenedList& opened) {
    const List& list = opened.list;
    out.begin_object();
    out.field("id", list.id.value);
    out.field("name", list.name);
    out.field("scheme", list.scheme);
    out.field("source", list.source);
    out.field("declared", list.declared);
    out.field("opened_on", list.opened_on);
    out.field("listed", list.listed);
    out.field("focused", list.focused);
    out.field("started", list.started);
    out.field("struck_off", list.struck_off);
    out.field("long_term", list.long_term);
    out.field("ended", list.ended);
    out.field("late", list.late);
    out.field("suspended", list.suspended);
    out.field("version", list.version);
    out.field("frozen_from", list.frozen_from);
    out.field("closed_on", list.closed_on);
    out.key("open");
    out.begin_array();
    for (const auto step : opened.open) out.string(name_of(step));
    out.end_array();
    out.end_object();
}

void write(JsonWriter& out, const operations::ProblemRow& row) {
    const Problem& problem = row.problem;
    out.begin_object();
    out.field("id", problem.id.value);
    out.field("version", problem.version);
    out.field("state", name_of(problem.state));
    out.field("light", name_of(row.light));
    out.field("text", problem.text);
    out.field("source", problem.source);
    out.field("issuer", problem.issuer);
    out.field("remarks", static_cast<std::int64_t>(problem.remarks.size()));
    out.field("list", problem.list ? std::optional(problem.list->value) : std::nullopt);
    out.field("number", problem.number);
    out.field("focused", problem.focused);
    out.field("branch", problem.branch ? std::optional(name_of(*problem.branch)) : std::nullopt);
    out.field("owner", problem.owner);
    out.field("due", problem.due);
    out.field("closed_on", problem.closed_on);
    out.field("look_back_on", problem.look_back_on);
    out.field("reopened", problem.reopened);
    out.field("was_late", problem.was_late);
    out.field("to_resume", row.to_resume);
    out.end_object();
}

void write(JsonWriter& out, const operations::OpenedProblem& opened) {
    const Problem& problem = opened.row.problem;
    out.begin_object();
    out.field("row", opened.row);
    out.field("list_name", opened.list_name);
    out.field("measure", problem.measure);
    out.field("cause", problem.cause);
    out.field("supervision", problem.supervision);
    out.field("target", problem.target);
    write_judgement(out, problem);
    write_dates(out, problem);
    out.key("words");
    out.begin_object();
    write_words(out, "natures", opened.words.natures);
    write_words(out, "difficulties", opened.words.difficulties);
    write_words(out, "told_ways", opened.words.told_ways);
    out.end_object();
    out.key("stages");
    out.begin_array();
    for (const Stage& stage : problem.stages) {
        out.begin_object();
        out.field("text", stage.text);
        out.field("due", stage.due);
        out.field("sign", stage.sign);
        out.field("done_on", stage.done_on);
        out.end_object();
    }
    out.end_array();
    out.field("raw", opened.remarks);
    out.field("steps", problem.steps);
    out.key("open");
    out.begin_array();
    for (const ProblemStep step : opened.open) out.string(name_of(step));
    out.end_array();
    out.end_object();
}

void write(JsonWriter& out, const operations::AnsweredQuery& answered) {
    out.begin_object();
    out.field("id", answered.query.id);
    out.field("title", answered.query.title);
    out.field("sentence", answered.query.sentence);
    out.key("figures");
    out.begin_array();
    for (const auto& one : answered.figures) {
        out.begin_object();
        out.field("name", one.figure.name);
        out.field("label", one.figure.label);
        out.field("unit", one.figure.unit);
        out.field("at_least", one.figure.at_least);
        out.field("amount", one.amount);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write(JsonWriter& out, const FigureRows& rows) {
    out.begin_object();
    out.field("rows", rows.rows);
    out.field("amount", rows.amount);
    out.key("items");
    out.begin_array();
    for (const FigureRow& row : rows.page.items) {
        out.begin_object();
        out.field("id", row.id);
        out.field("title", row.title);
        out.field("detail", row.detail);
        out.field("amount", row.amount);
        out.end_object();
    }
    out.end_array();
    out.field("next", rows.page.next);
    out.end_object();
}

}  // namespace anmin::http
