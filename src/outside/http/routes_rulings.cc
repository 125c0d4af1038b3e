#include "http/routes.h"
#include "http/step.h"
#include "operations/merge_tasks.h"
#include "operations/rule_objection.h"

namespace anmin::http {
namespace {

constexpr Length reason_length{0, 1000};
constexpr Length unit_length{0, 100};

void read_objection(BodyObject& body, operations::ObjectTo& order) {
    order.reason = body.text("reason", reason_length);
    order.proposed = body.text_or_empty("proposed", unit_length);
}

void read_ruling(BodyObject& body, operations::RuleObjection& order) {
    const std::string answer = body.text("answer", {1, 10});
    if (answer != "upheld" && answer != "dismissed") {
        body.fault("answer", "应为 upheld 或 dismissed");
    }
    order.upheld = answer == "upheld";
    order.text = body.text("text", reason_length);
    if (body.has("post")) order.post = ident::PostId{body.text("post", {1, 64})};
}

void read_merge(BodyObject& body, operations::MergeTasks& order) {
    order.into = {body.text("into", {1, 64})};
    order.what.reason = body.text("reason", reason_length);
    order.what.add_target = body.flag("add_target");
    if (body.has("lead")) order.what.lead = ident::PostId{body.text("lead", {1, 64})};
}

}  // namespace

Answer object_to_task(const Call& call) {
    return step<operations::ObjectTo>(call, operations::object_to_task, read_objection);
}

Answer rule_objection(const Call& call) {
    return step<operations::RuleObjection>(call, operations::rule_objection, read_ruling);
}

Answer merge_tasks(const Call& call) {
    return step<operations::MergeTasks>(call, operations::merge_tasks, read_merge);
}

}  // namespace anmin::http
