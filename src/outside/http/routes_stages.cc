#include "http/command.h"
#include "http/json_shapes.h"
#include "http/routes.h"

namespace anmin::http {
namespace {

struct StageSchemes {
    const std::vector<directive::StageScheme>& items;
};

void write_scheme(JsonWriter& out, const directive::StageScheme& scheme) {
    out.begin_object();
    out.field("id", scheme.id);
    out.field("title", scheme.title);
    out.field("source", scheme.source);
    out.key("stages");
    out.begin_array();
    for (const directive::StageOfScheme& stage : scheme.stages) {
        out.begin_object();
        out.field("name", stage.name);
        out.field("standard", stage.standard);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write(JsonWriter& out, const StageSchemes& schemes) {
    out.begin_object();
    out.key("items");
    out.begin_array();
    for (const directive::StageScheme& scheme : schemes.items) write_scheme(out, scheme);
    out.end_array();
    out.end_object();
}

}  // namespace

Answer list_stage_schemes(const Call& call) {
    return json_response(200, json_of(StageSchemes{call.desk().policies.stages}));
}

}  // namespace anmin::http
