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
    out.field("from", division.from);
    out.field("until", division.until);
    out.end_object();
}

void write(JsonWriter& out, const DivisionPath& path) {
    CHECK(!path.path.empty(), "a path ends in its division");
    out.begin_object();
    out.field("division", path.path.back());
    out.field("path", path.path);
    out.key("counts");
    out.begin_array();
    for (const auto& one : path.counts) {
        out.begin_object();
        out.field("level", name_of(one.level));
        out.field("count", one.count);
        out.end_object();
    }
    out.end_array();
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
