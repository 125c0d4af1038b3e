#include "authority/roles.h"
#include "http/json_shapes.h"

namespace anmin::http {
namespace {

void write_codes(JsonWriter& out, std::string_view name,
                 const std::vector<ident::DivisionCode>& codes) {
    out.key(name);
    out.begin_array();
    for (const auto& code : codes) out.string(code.digits());
    out.end_array();
}

void write_step(JsonWriter& out, const organisation::Establish& step) {
    out.field("code", step.code.digits());
    out.field("name", step.name);
}
void write_step(JsonWriter& out, const organisation::Rename& step) {
    out.field("code", step.code.digits());
    out.field("name", step.name);
}
void write_step(JsonWriter& out, const organisation::Merge& step) {
    out.field("code", step.into.digits());
    out.field("name", step.name);
    write_codes(out, "sources", step.sources);
}
void write_step(JsonWriter& out, const organisation::Split& step) {
    out.field("code", step.source.digits());
    out.key("parts");
    out.begin_array();
    for (const auto& part : step.parts) {
        out.begin_object();
        out.field("code", part.code.digits());
        out.field("name", part.name);
        write_codes(out, "takes", part.takes);
        out.end_object();
    }
    out.end_array();
    out.field("source_ends", step.source_ends);
}
void write_step(JsonWriter& out, const organisation::Move& step) {
    out.field("code", step.division.digits());
    out.field("to", step.to.digits());
    out.field("name", step.name);
}
void write_step(JsonWriter& out, const organisation::Abolish& step) {
    out.field("code", step.code.digits());
    if (step.successor) out.field("successor", step.successor->digits());
}

void write_ground(JsonWriter& out, const operations::ComparedGround& ground) {
    out.begin_object();
    out.field("before", ground.then);
    out.field("after", ground.now);
    out.field("tasks_before", ground.tasks_then);
    out.field("tasks_after", ground.tasks_now);
    out.end_object();
}

void write_post(JsonWriter& out, const operations::StaffedPost& staffed) {
    out.begin_object();
    out.field("id", staffed.post.id.value);
    out.field("title", staffed.post.title);
    out.field("holder", staffed.post.holder);
    out.field("until", staffed.post.until);
    out.key("held");
    out.begin_array();
    for (const auto& one : staffed.held) {
        out.begin_object();
        out.field("holder", one.holder);
        out.field("from", one.from);
        out.field("until", one.until);
        out.key("person");
        if (one.person) {
            out.string(one.person->value);
        } else {
            out.null();
        }
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

// Empty when the reader may not see that unit.
std::string name_in(const operations::StaffedUnit& staffed, const ident::UnitId& other) {
    const auto found = staffed.others.find(other);
    return found == staffed.others.end() ? "" : found->second;
}

void write_unit_fields(JsonWriter& out, const organisation::Unit& unit) {
    out.field("id", unit.id.value);
    out.field("name", unit.name);
    out.field("division", unit.division.digits());
    out.field("kind", unit.kind ? unit_kinds[static_cast<std::size_t>(*unit.kind)] : "");
    out.field("reports_to", unit.reports_to ? unit.reports_to->value : "");
    out.field("until", unit.until);
}

}  // namespace

std::string_view name_of(organisation::ChangeKind kind) {
    return change_kinds[static_cast<std::size_t>(kind)];
}

void write(JsonWriter& out, const organisation::Withdrawal& withdrawal) {
    out.begin_object();
    out.field("known", withdrawal.known);
    out.field("by", withdrawal.by);
    out.field("reason", withdrawal.reason);
    out.end_object();
}

void write(JsonWriter& out, const organisation::RecordedChange& change) {
    out.begin_object();
    out.field("id", change.id);
    out.field("kind", name_of(change.kind));
    out.field("on", change.on);
    out.field("known", change.known);
    out.field("basis", change.basis);
    out.field("summary", change.summary);
    out.field("started", change.started);
    out.field("ended", change.ended);
    out.field("withdrawn", change.withdrawn);
    out.end_object();
}

void write(JsonWriter& out, const operations::OpenedChange& change) {
    out.begin_object();
    out.field("change", change.recorded);
    out.key("order");
    out.begin_object();
    out.field("kind", name_of(change.recorded.kind));
    out.field("on", change.recorded.on);
    out.field("basis", change.recorded.basis);
    std::visit([&out](const auto& step) { write_step(out, step); }, change.step);
    out.end_object();
    out.end_object();
}

void write(JsonWriter& out, const organisation::DivisionsChanged& change) {
    constexpr std::size_t shown = 200;  // the log has them all
    out.begin_object();
    out.field("id", change.id);
    out.field("kind", name_of(change.kind));
    out.field("on", change.on);
    out.field("basis", change.basis);
    out.field("summary", change.summary);
    out.field("started_total", static_cast<std::int64_t>(change.started.size()));
    out.field("ended_total", static_cast<std::int64_t>(change.ended.size()));
    out.key("started");
    out.begin_array();
    for (std::size_t i = 0; i < change.started.size() && i < shown; ++i) {
        out.begin_object();
        out.field("code", change.started[i].code.digits());
        out.field("name", change.started[i].name);
        out.field("parent", change.started[i].parent.digits());
        out.end_object();
    }
    out.end_array();
    write_codes(out, "ended",
                {change.ended.begin(), change.ended.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                  shown, change.ended.size()))});
    out.key("renamed");
    out.begin_array();
    for (const auto& one : change.renamed) {
        out.begin_object();
        out.field("code", one.code.digits());
        out.field("former", one.former);
        out.field("name", one.name);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write(JsonWriter& out, const operations::DivisionComparison& comparison) {
    out.begin_object();
    out.field("from", comparison.from);
    out.field("to", comparison.to);
    out.key("rows");
    out.begin_array();
    for (const auto& row : comparison.rows) write_ground(out, row);
    out.end_array();
    out.end_object();
}

void write(JsonWriter& out, const organisation::Unit& unit) {
    out.begin_object();
    write_unit_fields(out, unit);
    out.end_object();
}

void write(JsonWriter& out, const organisation::Post& post) { write_post(out, {post, {}}); }

void write(JsonWriter& out, const operations::StaffedUnit& staffed) {
    out.begin_object();
    write_unit_fields(out, staffed.unit);
    out.field("reports_to_name",
              staffed.unit.reports_to ? name_in(staffed, *staffed.unit.reports_to) : "");
    out.key("posts");
    out.begin_array();
    for (const auto& post : staffed.posts) write_post(out, post);
    out.end_array();
    out.key("relations");
    out.begin_array();
    for (const auto& one : staffed.relations) {
        out.begin_object();
        out.field("other", one.other.value);
        out.field("other_name", name_in(staffed, one.other));
        out.field("kind", relation_kinds[static_cast<std::size_t>(one.kind)]);
        out.field("matter", one.matter);
        out.field("from", one.from);
        out.field("until", one.until);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write(JsonWriter& out, const organisation::Person& person) {
    out.begin_object();
    out.field("id", person.id.value);
    out.field("name", person.name);
    out.field("division", person.division.digits());
    out.field("resident_mask", person.resident_mask);
    out.field("telephone_mask", person.telephone_mask);
    out.end_object();
}

void write(JsonWriter& out, const authority::AuditEntry& entry) {
    out.begin_object();
    out.field("seq", entry.seq);
    out.field("at", entry.at);
    out.field("kind", entry.kind);
    out.field("login", entry.login);
    out.field("actor", entry.actor);
    out.field("detail", entry.detail);
    out.end_object();
}

void write(JsonWriter& out, const AccountView& view) {
    const authority::Account& account = view.account;
    const bool locked = account.is_locked(view.now);
    out.begin_object();
    out.field("login", account.login);
    out.field("name", account.actor.name);
    out.field("post", account.actor.post.value);
    out.field("post_title", account.actor.post_title);
    out.field("unit_name", account.actor.unit_name);
    out.field("division", account.actor.division.digits());
    out.key("roles");
    out.begin_array();
    for (const authority::Role role : account.actor.roles) write(out, role);
    out.end_array();
    out.field("second_factor", account.has_second_factor);
    out.field("given_until", account.given_until);
    out.field("locked", locked);
    out.field("lock_reason", locked ? account.lock_reason : "");
    out.key("locked_until");
    if (locked && *account.locked_until < authority::for_ever) {
        write(out, *account.locked_until);
    } else {
        out.null();
    }
    out.end_object();
}

}  // namespace anmin::http
