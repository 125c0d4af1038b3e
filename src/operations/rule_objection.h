// 异议: who was handed a task objects before signing for it; 裁定: the issuing office rules.
#pragma once

#include <optional>
#include <string>

#include "operations/move_task.h"

namespace anmin::operations {

struct ObjectTo {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    std::string reason;
    std::string proposed;  // the unit held to be in charge; may be empty
};
Result<OpenedTask> object_to_task(Desk& desk, const Caller& caller, const ObjectTo& order);

struct RuleObjection {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    bool upheld = false;
    std::string text;
    std::optional<ident::PostId> post;  // upheld: who gets it at once; none: back to the issuer
};
// By another person than the one who objected: E-TASK-118.
Result<OpenedTask> rule_objection(Desk& desk, const Caller& caller, const RuleObjection& order);

}  // namespace anmin::operations
