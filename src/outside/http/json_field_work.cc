#include "http/json_field_work.h"

#include "http/json_problems.h"

namespace anmin::http {
namespace {

std::string_view name_of(problem::ActivityKind kind) {
    switch (kind) {
        case problem::ActivityKind::session: return "session";
        case problem::ActivityKind::interview: return "interview";
        case problem::ActivityKind::visit: return "visit";
    }
    CHECK(false, "every kind of activity has its name");
}

}  // namespace

void write(JsonWriter& out, const problem::GroupTally& group) {
    out.begin_object();
    out.field("number", group.number);
    out.field("area", group.area);
    out.field("people", group.people);
    out.field("sessions", group.sessions);
    out.field("interviews", group.interviews);
    out.field("visits", group.visits);
    out.field("problems", group.problems);
    out.field("suggestions", group.suggestions);
    out.field("merged", group.merged);
    out.field("told", group.told);
    out.end_object();
}

void write(JsonWriter& out, const operations::OpenedMission& opened) {
    out.begin_object();
    out.field("mission", opened.mission);
    out.field("groups", opened.groups);
    out.field("may_manage", opened.may_manage);
    out.field("may_record", opened.may_record);
    out.end_object();
}

void write(JsonWriter& out, const problem::LoggedActivity& activity) {
    out.begin_object();
    out.field("kind", name_of(activity.kind));
    out.field("held_on", activity.held_on);
    out.field("place", activity.place);
    out.field("amount", activity.amount);
    out.field("note", activity.note);
    out.end_object();
}

void write(JsonWriter& out, const problem::GroupRecords& records) {
    out.begin_object();
    out.field("activities", records.activities);
    out.field("remarks", records.remarks);
    out.field("cut", records.cut);
    out.end_object();
}

}  // namespace anmin::http
