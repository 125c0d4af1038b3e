#include "http/json_shapes.h"

namespace anmin::http {
namespace {

std::string_view name_of(organisation::Level level) {
    switch (level) {
        case organisation::Level::nation: return "nation";
        case organisation::Level::province: return "province";
        case organisation::Level::prefecture: return "prefecture";
        case organisation::Level::county: return "county";
        case organisation::Level::township: return "township";
        case organisation::Level::village: return "village";
    }
    CHECK(false, "every level has its name");
}

}  // namespace

void write(JsonWriter& out, const organisation::Division& division) {
    out.begin_object();
    out.field("code", division.code.digits());
    out.field("name", division.name);
    out.field("level", name_of(division.level));
    out.field("parent", division.parent.digits());
    out.field("children", division.children);
    out.end_object();
}

void write(JsonWriter& out, const DivisionPath& path) {
    CHECK(!path.path.empty(), "a path ends in its division");
    out.begin_object();
    out.field("division", path.path.back());
    out.field("path", path.path);
    out.end_object();
}

void write(JsonWriter& out, const NamedPost& named) {
    out.begin_object();
    out.field("id", named.post.id.value);
    out.field("title", named.post.title);
    out.field("unit_name", named.post.unit_name);
    out.field("division", named.post.division.digits());
    out.field("division_name", named.division_name);
    out.field("holder", named.post.holder);
    out.end_object();
}

}  // namespace anmin::http
