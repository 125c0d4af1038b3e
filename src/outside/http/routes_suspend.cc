#include "http/json_shapes.h"
#include "http/routes.h"
#include "http/step.h"
#include "http/suspension_body.h"
#include "operations/suspend_task.h"

namespace anmin::http {
namespace {

constexpr Length reason_length{0, 1000};

calendar::Date read_day(BodyObject& body, const char* name) {
    const auto found = body.find_date(name);
    if (!found) body.fault(name, "缺少必填字段");
    return found.value_or(calendar::Date());
}

void read_request(BodyObject& body, operations::AskToSuspend& order) {
    order.what.ground = read_ground(body);
    order.what.reason = body.text("reason", reason_length);
    order.what.until = read_day(body, "until");
}

void read_suspension(BodyObject& body, operations::SuspendTask& order) {
    order.what.ground = read_ground(body);
    order.what.reason = body.text("reason", reason_length);
    order.what.clock = read_clock(body);
    order.what.from = read_day(body, "from");
    order.what.until = read_day(body, "until");
}

}  // namespace

Answer ask_suspension(const Call& call) {
    return step<operations::AskToSuspend>(call, operations::ask_suspension, read_request);
}

Answer suspend_task(const Call& call) {
    return step<operations::SuspendTask>(call, operations::suspend_task, read_suspension);
}

Answer refuse_suspension(const Call& call) {
    return note_step(call, operations::refuse_suspension);
}

Answer resume_task(const Call& call) { return note_step(call, operations::resume_task); }

}  // namespace anmin::http
