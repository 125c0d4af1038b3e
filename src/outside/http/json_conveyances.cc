#include "http/json_conveyances.h"

#include <array>
#include <utility>

#include "http/json_shapes.h"
#include "http/json_sources.h"

namespace anmin::http {

using namespace source;
using operations::ConveyanceStep;

namespace {

constexpr std::array states{
    std::pair{ConveyanceState::received, std::string_view("received")},
    std::pair{ConveyanceState::pooled, std::string_view("pooled")},
    std::pair{ConveyanceState::conveyed, std::string_view("conveyed")},
    std::pair{ConveyanceState::decided, std::string_view("decided")},
    std::pair{ConveyanceState::broken_down, std::string_view("broken_down")},
    std::pair{ConveyanceState::looked_back, std::string_view("looked_back")},
    std::pair{ConveyanceState::archived, std::string_view("archived")},
    std::pair{ConveyanceState::withdrawn, std::string_view("withdrawn")}};
constexpr std::array figures{std::pair{ConveyanceFigure::received, std::string_view("received")},
                             std::pair{ConveyanceFigure::conveyed, std::string_view("conveyed")},
                             std::pair{ConveyanceFigure::waiting, std::string_view("waiting")},
                             std::pair{ConveyanceFigure::late, std::string_view("late")},
                             std::pair{ConveyanceFigure::decided, std::string_view("decided")},
                             std::pair{ConveyanceFigure::archived, std::string_view("archived")},
                             std::pair{ConveyanceFigure::withdrawn, std::string_view("withdrawn")}};

template <class Names>
auto value_named(const Names& names, std::string_view name)
    -> std::optional<typename Names::value_type::first_type> {
    for (const auto& [value, known] : names) {
        if (known == name) return value;
    }
    return std::nullopt;
}

std::string_view name_of(ConveyanceState state) {
    for (const auto& [known, name] : states) {
        if (known == state) return name;
    }
    CHECK(false, "every state has its name");
}

std::string_view name_of(Timeliness timeliness) {
    switch (timeliness) {
        case Timeliness::waiting: return "waiting";
        case Timeliness::in_time: return "in_time";
        case Timeliness::late: return "late";
    }
    CHECK(false, "every timeliness has its name");
}

std::string_view name_of(ConveyanceStep step) {
    switch (step) {
        case ConveyanceStep::pool: return "pool";
        case ConveyanceStep::convey: return "convey";
        case ConveyanceStep::decide: return "decide";
        case ConveyanceStep::answer: return "answer";
        case ConveyanceStep::exempt: return "exempt";
        case ConveyanceStep::look_back: return "look_back";
        case ConveyanceStep::archive: return "archive";
        case ConveyanceStep::withdraw: return "withdraw";
    }
    CHECK(false, "every step has its name");
}

std::string_view name_of(SourceKind kind) { return anmin::http::name_of(kind); }

void write_name(JsonWriter& out, const std::optional<SourceName>& source) {
    out.field("source_kind", source ? std::optional(name_of(source->kind)) : std::nullopt);
    out.field("source", source ? std::optional(source->id) : std::nullopt);
}

void write_measures(JsonWriter& out, const Conveyance& conveyance) {
    out.key("measures");
    out.begin_array();
    for (const DecidedMeasure& one : conveyance.measures) {
        out.begin_object();
        out.field("number", one.measure.number);
        out.field("text", one.measure.text);
        out.field("unit", one.measure.unit);
        out.field("exempt", one.exempt);
        out.key("tasks");
        out.begin_array();
        for (const auto& task : one.tasks) out.string(task.value);
        out.end_array();
        out.end_object();
    }
    out.end_array();
}

void write_meetings(JsonWriter& out, const Conveyance& conveyance) {
    out.key("meetings");
    out.begin_array();
    for (const ConveyedAt& one : conveyance.meetings) {
        out.begin_object();
        out.field("id", one.meeting.value);
        out.field("name", one.name);
        out.field("held_on", one.held_on);
        out.end_object();
    }
    out.end_array();
}

std::int64_t settled(const Conveyance& conveyance) {
    std::int64_t count = 0;
    for (const DecidedMeasure& one : conveyance.measures) count += one.settled() ? 1 : 0;
    return count;
}

// One digit behind the point; nothing when nothing was conveyed.
std::optional<std::string> average_days(const operations::ConveyanceFigures& of) {
    if (of.conveyed == 0) return std::nullopt;
    const std::int64_t tenths = (of.days * 20 + of.conveyed) / (of.conveyed * 2);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string label_of(const ConveyRule& rule, const std::string& form) {
    for (const SessionForm& one : rule.forms) {
        if (one.id == form) return one.label;
    }
    return form;
}

void write_figures(JsonWriter& out, const operations::ConveyanceFigures& of) {
    out.field("year", of.year);
    out.field("received", of.received);
    out.field("conveyed", of.conveyed);
    out.field("waiting", of.waiting);
    out.field("late", of.late);
    out.field("decided", of.decided);
    out.field("archived", of.archived);
    out.field("withdrawn", of.withdrawn);
    out.field("average_days", average_days(of));
    out.field("measures", of.measures);
    out.field("tasks", of.standing.tasks);
    out.field("closed", of.standing.closed);
    out.field("reach", of.standing.reach);
}

}  // namespace

std::optional<ConveyanceState> conveyance_state_named(std::string_view name) {
    return value_named(states, name);
}
std::optional<ConveyanceFigure> conveyance_figure_named(std::string_view name) {
    return value_named(figures, name);
}

void write(JsonWriter& out, const operations::ConveyanceRow& row) {
    const Conveyance& one = row.conveyance;
    out.begin_object();
    out.field("id", one.id.value);
    out.field("version", one.version);
    out.field("state", name_of(one.state));
    out.field("title", one.title);
    out.field("number", one.number);
    out.field("from", one.from);
    write_name(out, one.source);
    out.field("received_on", one.received_on);
    out.field("convey_by", one.convey_by);
    out.field("conveyed_on", one.conveyed_on);
    out.field("timeliness", name_of(row.timeliness));
    out.field("days", row.days);
    out.field("first_topic", one.first_topic);
    out.field("division", one.division.digits());
    out.field("issuer", one.issuer);
    out.field("planned_meeting", one.planned_meeting);
    out.field("planned_on", one.planned_on);
    out.field("place", one.place);
    out.field("reach", row.standing.reach);
    out.field("covered", row.standing.covered());
    out.field("measure_count", static_cast<std::int64_t>(one.measures.size()));
    out.field("settled", settled(one));
    out.field("tasks", row.standing.tasks);
    out.field("closed", row.standing.closed);
    out.end_object();
}

void write(JsonWriter& out, const operations::OpenedConveyance& opened) {
    const Conveyance& one = opened.row.conveyance;
    out.begin_object();
    out.field("row", opened.row);
    write_meetings(out, one);
    out.field("proposed_by", one.proposed_by);
    out.field("decided_at", one.decided_at);
    write_measures(out, one);
    out.field("orders", opened.tasks);
    out.field("hidden", opened.hidden);
    out.field("steps", one.steps);
    out.key("open");
    out.begin_array();
    for (const ConveyanceStep step : opened.open) out.string(name_of(step));
    out.end_array();
    out.end_object();
}

void write(JsonWriter& out, const ConveyanceYear& year) {
    out.begin_object();
    write_figures(out, year.figures);
    out.key("sessions");
    out.begin_array();
    for (const SessionCount& one : year.figures.sessions) {
        out.begin_object();
        out.field("form", one.form);
        out.field("label", label_of(year.rule, one.form));
        out.field("sessions", one.sessions);
        out.end_object();
    }
    out.end_array();
    out.field("convey_days", year.rule.convey_days);
    out.field("basis", year.rule.basis);
    out.key("forms");
    out.begin_array();
    for (const SessionForm& one : year.rule.forms) {
        out.begin_object();
        out.field("id", one.id);
        out.field("label", one.label);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

}  // namespace anmin::http
