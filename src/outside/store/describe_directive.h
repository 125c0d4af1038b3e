// Shapes of directive that other rooms' events carry too.
#pragma once

#include "directive/task.h"
#include "store/names_directive.h"
#include "store/shape.h"

namespace anmin::store {

void describe(auto& shape, Of<directive::Officer> auto& officer) {
    shape.field("account", officer.account);
    shape.field("name", officer.name);
    shape.field("post_title", officer.post_title);
}

void describe(auto& shape, Of<directive::Owner> auto& owner) {
    shape.field("post", owner.post);
    shape.field("post_title", owner.post_title);
    shape.field("unit_name", owner.unit_name);
    shape.field("division", owner.division);
}

void describe(auto& shape, Of<directive::Evidence> auto& evidence) {
    shape.field("digest", evidence.digest);
    shape.field("file_name", evidence.file_name);
    shape.field("bytes", evidence.bytes);
}

void describe(auto& shape, Of<directive::Step> auto& step) {
    shape.field("label", step.label);
    shape.field("text", step.text);
    shape.field("officer", step.officer);
    shape.field("on", step.on);
    shape.field("evidence", step.evidence);
}

void describe(auto& shape, Of<directive::AskedExtension> auto& extension) {
    shape.field("due", extension.due);
    shape.field("reason", extension.reason);
}

void describe(auto& shape, Of<directive::Suspension> auto& suspension) {
    shape.field("ground", suspension.ground);
    shape.field("reason", suspension.reason);
    shape.field("clock", suspension.clock);
    shape.field("from", suspension.from);
    shape.field("until", suspension.until);
}

}  // namespace anmin::store
