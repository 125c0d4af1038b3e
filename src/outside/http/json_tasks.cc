#include <array>
#include <utility>

#include "http/json_shapes.h"

namespace anmin::http {
namespace {

using directive::Light;
using directive::TaskState;
using operations::TaskStep;

constexpr std::array<std::pair<TaskState, std::string_view>, 9> states{{
    {TaskState::confirmed, "confirmed"},
    {TaskState::assigned, "assigned"},
    {TaskState::objected, "objected"},
    {TaskState::reported, "reported"},
    {TaskState::verified, "verified"},
    {TaskState::struck_off, "struck_off"},
    {TaskState::held, "held"},
    {TaskState::ended, "ended"},
    {TaskState::merged, "merged"},
}};

}  // namespace

std::string_view name_of(Light light) {
    switch (light) {
        case Light::undated: return "undated";
        case Light::on_time: return "on_time";
        case Light::due_soon: return "due_soon";
        case Light::overdue: return "overdue";
        case Light::closed: return "closed";
        case Light::suspended: return "suspended";
    }
    CHECK(false, "every light has its name");
}

std::string_view name_of(TaskState state) {
    for (const auto& [known, name] : states) {
        if (known == state) return name;
    }
    CHECK(false, "every state has its name");
}

std::optional<TaskState> task_state_named(std::string_view name) {
    for (const auto& [state, known] : states) {
        if (known == name) return state;
    }
    return std::nullopt;
}

static void write(JsonWriter& out, TaskStep step) {
    switch (step) {
        case TaskStep::assign: return out.string("assign");
        case TaskStep::split: return out.string("split");
        case TaskStep::sign: return out.string("sign");
        case TaskStep::progress: return out.string("progress");
        case TaskStep::report: return out.string("report");
        case TaskStep::ask_extension: return out.string("ask_extension");
        case TaskStep::answer_extension: return out.string("answer_extension");
        case TaskStep::verify: return out.string("verify");
        case TaskStep::send_back: return out.string("return");
        case TaskStep::strike_off: return out.string("strike_off");
        case TaskStep::urge: return out.string("urge");
        case TaskStep::hold: return out.string("hold");
        case TaskStep::rebound: return out.string("rebound");
        case TaskStep::end: return out.string("end");
        case TaskStep::bind: return out.string("bind");
        case TaskStep::ask_suspension: return out.string("ask_suspension");
        case TaskStep::suspend: return out.string("suspend");
        case TaskStep::refuse_suspension: return out.string("refuse_suspension");
        case TaskStep::resume: return out.string("resume");
        case TaskStep::object: return out.string("object");
        case TaskStep::rule: return out.string("rule");
        case TaskStep::merge: return out.string("merge");
    }
    CHECK(false, "every step has its name");
}

void write(JsonWriter& out, const directive::Owner& owner) {
    out.begin_object();
    out.field("post", owner.post.value);
    out.field("post_title", owner.post_title);
    out.field("unit_name", owner.unit_name);
    out.field("division", owner.division.digits());
    out.end_object();
}

void write(JsonWriter& out, const directive::Quantity& quantity) {
    out.begin_object();
    out.field("amount", directive::figure(quantity.thousandths));
    out.field("unit", quantity.unit);
    out.end_object();
}

void write(JsonWriter& out, const directive::Step& step) {
    out.begin_object();
    out.field("label", step.label);
    out.field("text", step.text);
    out.field("officer", step.officer.name);
    out.field("post_title", step.officer.post_title);
    out.field("on", step.on);
    out.field("evidence", step.evidence);
    out.end_object();
}

void write(JsonWriter& out, const directive::Tally& tally) {
    out.begin_object();
    out.field("confirmed", tally.confirmed);
    out.field("assigned", tally.assigned);
    out.field("objected", tally.objected);
    out.field("reported", tally.reported);
    out.field("verified", tally.verified);
    out.field("struck_off", tally.struck_off);
    out.field("held", tally.held);
    out.field("ended", tally.ended);
    out.field("merged", tally.merged);
    out.field("overdue", tally.overdue);
    out.end_object();
}

static void write_row(JsonWriter& out, const directive::Task& task, Light light) {
    const directive::Candidate& item = task.item;
    out.begin_object();
    out.field("id", task.id.value);
    out.field("version", task.version);
    out.field("state", name_of(task.state));
    out.field("light", name_of(light));
    out.field("was_late", task.was_late);
    out.field("text", item.text);
    out.field("kind", item.kind);
    out.field("domains", item.domains);
    out.field("document", task.document.value);
    out.field("source_title", task.source_title);
    out.field("issuer", task.issuer);
    out.field("division", task.division.digits());
    out.field("owner", task.owner);
    out.field("proposed_owner", item.proposed_owner);
    out.field("due", task.due);
    out.field("deadline_text", item.deadline ? std::optional(item.deadline->text) : std::nullopt);
    out.field("recurrence", item.recurrence);
    out.field("confirmed_on", task.confirmed_on);
    out.field("reported_on", task.reported_on);
    out.field("closed_on", task.closed_on);
    out.field("parent", task.parent ? std::optional(task.parent->value) : std::nullopt);
    out.field("parts", task.children);
    out.field("urged", task.urged);
    out.field("reopened", task.reopened);
    out.field("look_back_on", task.look_back_on);
    out.field("signed_on", task.signed_on);
    out.field("returned_on", task.returned_on);
    out.end_object();
}

void write(JsonWriter& out, const directive::Evidence& evidence) {
    out.begin_object();
    out.field("digest", evidence.digest);
    out.field("file_name", evidence.file_name);
    out.field("bytes", evidence.bytes);
    out.end_object();
}

void write(JsonWriter& out, const operations::LedgerRow& row) {
    write_row(out, row.task, row.light);
}

static void write(JsonWriter& out, const directive::AskedItem& item) {
    out.begin_object();
    out.field("kind",
              std::string_view(item.kind == directive::AskKind::figure ? "figure" : "form"));
    out.field("name", item.name);
    if (!item.different.empty()) out.field("different", item.different);
    out.end_object();
}

// What the indicator gives today; nothing when progress is typed in.
static void write_measured(JsonWriter& out, const operations::OpenedTask& opened) {
    if (!opened.indicator) return out.null();
    out.begin_object();
    out.field("id", opened.indicator->id);
    out.field("name", opened.indicator->name);
    out.field("amount", std::to_string(opened.measured));
    out.field("unit", opened.indicator->unit);
    out.end_object();
}

std::string_view name_of(directive::SuspensionGround ground) {
    for (const auto& [known, name] : suspension_grounds) {
        if (known == ground) return name;
    }
    CHECK(false, "every ground has its name");
}

void write(JsonWriter& out, const directive::Suspension& suspension) {
    const bool moves = suspension.clock == directive::SuspensionClock::moves;
    out.begin_object();
    out.field("ground", name_of(suspension.ground));
    out.field("reason", suspension.reason);
    out.field("clock", std::string_view(moves ? "moves" : "runs_on"));
    out.field("from", suspension.from);
    out.field("until", suspension.until);
    out.end_object();
}

static void write_suspensions(JsonWriter& out, const directive::Task& task) {
    out.key("asked_suspension");
    if (task.asked_suspension) {
        out.begin_object();
        out.field("ground", name_of(task.asked_suspension->ground));
        out.field("reason", task.asked_suspension->reason);
        out.field("until", task.asked_suspension->until);
        out.end_object();
    } else {
        out.null();
    }
    out.field("suspension", task.suspension);
}

static void write(JsonWriter& out, const directive::AbsorbedTask& one) {
    out.begin_object();
    out.field("id", one.task.value);
    out.field("text", one.text);
    out.field("document", one.document.value);
    out.field("source_title", one.source_title);
    out.field("order", one.order.value);
    out.field("due", one.due);
    out.field("target", one.target);
    out.field("added", one.added);
    out.field("on", one.on);
    out.end_object();
}

static void write_merging(JsonWriter& out, const directive::Task& task) {
    out.key("merged_into");
    if (task.merged_into) {
        out.begin_object();
        out.field("id", task.merged_into->task.value);
        out.field("text", task.merged_into->text);
        out.field("on", task.merged_into->on);
        out.end_object();
    } else {
        out.null();
    }
    out.field("absorbed", task.absorbed);
}

static void write_objection(JsonWriter& out, const directive::Task& task) {
    out.key("objection");
    if (task.objection) {
        out.begin_object();
        out.field("reason", task.objection->reason);
        out.field("proposed", task.objection->proposed);
        out.field("on", task.objection->on);
        out.end_object();
    } else {
        out.null();
    }
    out.field("overruled_on", task.overruled_on);
}

void write(JsonWriter& out, const operations::OpenedTask& opened) {
    const directive::Task& task = opened.task;
    out.begin_object();
    out.key("row");
    write_row(out, task, opened.light);
    out.field("part", task.item.part);
    out.field("span", task.item.span);
    out.field("actors", task.item.actors);
    out.field("imperative", task.item.imperative);
    out.field("quantities", task.item.quantities);
    out.field("steps", task.steps);
    out.key("returned");
    if (const directive::Step* step = directive::standing_return(task)) {
        write(out, *step);
    } else {
        out.null();
    }
    out.field("open", opened.open);
    out.field("target", task.target);
    out.field("done", task.done ? std::optional(directive::figure(*task.done)) : std::nullopt);
    out.field("standard", task.standard);
    out.field("split_reason", task.split_reason);
    out.field("helpers", task.helpers);
    out.key("extension");
    if (task.extension) {
        out.begin_object();
        out.field("due", task.extension->due);
        out.field("reason", task.extension->reason);
        out.end_object();
    } else {
        out.null();
    }
    out.field("past_dues", task.past_dues);
    write_suspensions(out, task);
    write_objection(out, task);
    write_merging(out, task);
    out.key("measured");
    write_measured(out, opened);
    out.field("asks", task.asks);
    out.end_object();
}

void write(JsonWriter& out, const operations::LedgerPage& ledger) {
    out.begin_object();
    out.field("items", ledger.page.items);
    out.field("next", ledger.page.next);
    out.field("total", ledger.total);
    out.field("is_more", ledger.is_more);
    out.field("as_of", ledger.as_of);
    out.end_object();
}

void write(JsonWriter& out, const operations::Workbench& bench) {
    out.begin_object();
    out.field("as_of", bench.as_of);
    out.field("tally", bench.tally);
    out.field("waiting", bench.waiting);
    out.field("waiting_total", bench.waiting_total);
    out.field("documents_to_review", bench.documents_to_review);
    out.end_object();
}

}  // namespace anmin::http
