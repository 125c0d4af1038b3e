#include "authority/roles.h"
#include "http/json_shapes.h"

namespace anmin::http {
namespace {

void write_roles(JsonWriter& out, const std::set<authority::Role>& roles) {
    out.key("roles");
    out.begin_array();
    for (const authority::Role role : roles) write(out, role);
    out.end_array();
}

}  // namespace

void write(JsonWriter& out, authority::Role role) { out.string(authority::name_of(role)); }

void write(JsonWriter& out, const SessionView& session) {
    const authority::Actor& actor = session.actor;
    out.begin_object();
    out.field("name", actor.name);
    out.field("login", actor.login);
    out.field("post", actor.post.value);
    out.field("post_title", actor.post_title);
    out.field("unit_name", actor.unit_name);
    out.field("division", actor.division.digits());
    out.field("division_name", session.division_name);
    write_roles(out, actor.roles);
    out.key("actions");
    out.begin_array();
    for (const authority::Action action : authority::all_actions) {
        if (authority::ever_may(actor, action)) out.string(authority::name_of(action));
    }
    out.end_array();
    out.field("demo", session.demo);
    out.key("owes");
    if (actor.owes) {
        out.string(*actor.owes == authority::Owed::password ? "password" : "second_factor");
    } else {
        out.null();
    }
    out.end_object();
}

void write(JsonWriter& out, const operations::OwnSession& own) {
    out.begin_object();
    out.field("id", own.session.id);
    out.field("opened", own.session.opened);
    out.field("used", own.used);
    out.field("until", own.session.expires);
    out.field("address", own.session.address);
    out.field("client", own.session.client);
    out.field("demo", own.session.entry == authority::Entry::demonstration);
    out.field("here", own.is_here);
    out.end_object();
}

void write(JsonWriter& out, const DemoRoleView& role) {
    out.begin_object();
    out.field("login", role.actor.login);
    out.field("name", role.actor.name);
    out.field("post_title", role.actor.post_title);
    out.field("unit_name", role.actor.unit_name);
    out.field("division_name", role.division_name);
    write_roles(out, role.actor.roles);
    out.field("story_zh", role.story_zh);
    out.field("story_en", role.story_en);
    out.end_object();
}

}  // namespace anmin::http
