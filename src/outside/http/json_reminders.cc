#include "http/json_reminders.h"

#include "http/json_problems.h"
#include "http/json_shapes.h"

namespace anmin::http {

using namespace operations;

static std::string_view name_of(MorningPart part) {
    switch (part) {
        case MorningPart::objection: return "objection";
        case MorningPart::sign: return "sign";
        case MorningPart::returned: return "returned";
        case MorningPart::late: return "late";
        case MorningPart::due_soon: return "due_soon";
        case MorningPart::period: return "period";
        case MorningPart::verify: return "verify";
        case MorningPart::look_back: return "look_back";
    }
    CHECK(false, "every part of the morning list has its name");
}

static std::string_view name_of(measure::Burden burden) {
    switch (burden) {
        case measure::Burden::unlimited: return "unlimited";
        case measure::Burden::light: return "light";
        case measure::Burden::near: return "near";
        case measure::Burden::over: return "over";
    }
    CHECK(false, "every burden has its name");
}

static std::string_view name_of(measure::Ask ask) {
    switch (ask) {
        case measure::Ask::task: return "task";
        case measure::Ask::period: return "period";
        case measure::Ask::figure: return "figure";
        case measure::Ask::form: return "form";
        case measure::Ask::problem: return "problem";
    }
    CHECK(false, "every ask has its name");
}

static void write(JsonWriter& out, const MorningSection& section) {
    out.begin_object();
    out.field("part", name_of(section.part));
    out.field("total", section.total);
    out.field("rows", section.rows);
    out.end_object();
}

void write(JsonWriter& out, const Morning& morning) {
    out.begin_object();
    out.field("as_of", morning.as_of);
    out.field("sections", morning.sections);
    out.field("problems", morning.problems);
    out.field("cut", morning.cut);
    out.field("provisional", morning.provisional);
    out.end_object();
}

static void write(JsonWriter& out, const directive::LateRow& row) {
    out.begin_object();
    out.field("division", row.division.digits());
    out.field("name", row.name);
    out.field("open", row.open);
    out.field("late", row.late);
    out.end_object();
}

void write(JsonWriter& out, const Lateness& lateness) {
    out.begin_object();
    out.field("division", lateness.division.code.digits());
    out.field("name", lateness.division.name);
    out.field("as_of", lateness.as_of);
    out.field("tally", lateness.tally);
    out.field("below", lateness.below);
    out.end_object();
}

void write(JsonWriter& out, const Briefing& briefing) {
    out.begin_object();
    out.field("lateness", briefing.lateness);
    out.field("unit", briefing.unit);
    out.field("late", briefing.late);
    out.field("returned", briefing.returned);
    out.field("returned_total", briefing.returned_total);
    out.field("look_backs", briefing.look_backs);
    out.field("problems", briefing.problems);
    out.end_object();
}

static void write(JsonWriter& out, const measure::Counts& counts) {
    out.begin_object();
    out.field("task", counts.task);
    out.field("period", counts.period);
    out.field("figure", counts.figure);
    out.field("form", counts.form);
    out.field("problem", counts.problem);
    out.field("total", counts.total());
    out.end_object();
}

static void write(JsonWriter& out, const LoadLine& line) {
    out.begin_object();
    out.field("division", line.row.division.digits());
    out.field("name", line.row.name);
    out.field("counts", line.row.counts);
    out.field("caused", line.row.caused);
    out.field("burden", name_of(line.burden));
    out.end_object();
}

void write(JsonWriter& out, const MeteredLoad& load) {
    out.begin_object();
    out.field("division", load.division.code.digits());
    out.field("name", load.division.name);
    out.field("month", load.month.text());
    out.field("township_limit", load.limits.township);
    out.field("village_limit", load.limits.village);
    out.field("divisions", load.divisions);
    out.field("over", load.over);
    out.field("counts", load.counts);
    out.field("caused", load.caused);
    out.field("lines", load.lines);
    out.end_object();
}

static void write(JsonWriter& out, const measure::AskRow& row) {
    out.begin_object();
    out.field("kind", name_of(row.ask));
    out.field("ref", row.ref);
    out.field("title", row.title);
    out.field("cause", row.cause.digits());
    out.field("cause_name", row.cause_name);
    out.field("on", row.on);
    out.field("times", row.times);
    out.end_object();
}

void write(JsonWriter& out, const OpenedLoad& load) {
    out.begin_object();
    out.field("division", load.division.code.digits());
    out.field("name", load.division.name);
    out.field("month", load.month.text());
    out.field("burden", name_of(load.burden));
    out.field("total", load.total);
    out.field("asks", load.asks);
    out.end_object();
}

// The states of what is counted, so that a list of them shows exactly these rows.
static std::vector<std::string> states_of(const measure::Indicator& one) {
    std::vector<std::string> states;
    if (one.of == measure::Of::tasks) {
        for (const auto state : one.states) states.emplace_back(name_of(state));
        return states;
    }
    using enum problem::ProblemState;
    const problem::Query& query = one.query;
    if (!query.listed && !query.started && !query.done) return states;
    for (const auto state : {listed, planned, reported, accepted, struck_off, held}) {
        const bool begun = state != listed;
        const bool closed = state == struck_off || state == held;
        if ((begun || !query.started) && (closed || !query.done)) {
            states.emplace_back(name_of(state));
        }
    }
    return states;
}

static void write(JsonWriter& out, const Measured& figure) {
    const measure::Indicator& one = figure.indicator;
    out.begin_object();
    out.field("id", one.id);
    out.field("name", one.name);
    out.field("unit", one.unit);
    out.field("also", one.also);
    out.field("value", figure.value);
    // Where its rows are: in the ledger by state, or among the problems.
    out.field("rows", std::string_view(one.of == measure::Of::tasks ? "tasks" : "problems"));
    out.field("states", states_of(one));
    out.field("overdue", one.overdue);
    out.field("focused", one.query.focused);
    out.end_object();
}

void write(JsonWriter& out, const MeasuredArea& area) {
    out.begin_object();
    out.field("division", area.division.code.digits());
    out.field("name", area.division.name);
    out.field("as_of", area.as_of);
    out.field("items", area.figures);
    out.end_object();
}

}  // namespace anmin::http
