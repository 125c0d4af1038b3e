#include "operations/one_problem_step.h"

namespace anmin::operations {

using problem::Problem;

Error stale_problem(const Problem& now, std::int64_t seen_version) {
    return stale("E-PROB-033", "问题 " + now.id.value, "这个问题", now.steps,
                 now.version - seen_version);
}

// The error of a commit; when somebody else was quicker, what they did.
Error commit_refused(Desk& desk, const authority::Actor& actor, const Problem& seen,
                     const Error& error) {
    if (error.fault != Fault::stale) return error;
    const auto now = visible_problem(desk, actor, seen.id);
    const bool moved = now.ok() && now.value().version != seen.version;
    return moved ? stale_problem(now.value(), seen.version) : error;
}

Result<void> not_its_holder(const authority::Actor& actor, const Problem& problem,
                            const std::string& what) {
    if (!problem.owner || problem.owner->post != actor.post) return {};
    return Error{Fault::denied,
                 "E-PROB-061",
                 "问题 " + problem.id.value,
                 what + "的岗位就是责任岗位（" + problem.owner->unit_name + " " +
                     problem.owner->post_title + "）",
                 "由责任岗位以外的人" + what,
                 "请其他岗位的人员办理"};
}

}  // namespace anmin::operations
