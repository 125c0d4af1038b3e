#include "cli/task_rulings.h"

#include "operations/merge_tasks.h"
#include "operations/rule_objection.h"

namespace anmin::cli {

bool rules_on_task(const std::string& verb) {
    return verb == "object" || verb == "rule" || verb == "merge";
}

Result<operations::OpenedTask> rule_on_task(operations::Desk& desk,
                                            const operations::Caller& caller,
                                            const Arguments& arguments) {
    const ident::TaskId id{arguments.words[1]};
    const auto seen = TRY(operations::open_task(desk, caller.actor, id)).task.version;
    const std::string text = arguments.get("text", "");
    if (arguments.words[0] == "object") {
        return operations::object_to_task(desk, caller,
                                          {id, seen, text, arguments.get("unit", "")});
    }
    const std::string post = arguments.get("post", "");
    if (arguments.words[0] == "merge") {
        operations::MergeTasks order{id, seen, {arguments.get("into", "")}, {text, false, {}}};
        order.what.add_target = arguments.has("with-target");
        if (!post.empty()) order.what.lead = ident::PostId{post};
        return operations::merge_tasks(desk, caller, order);
    }
    const std::string answer = arguments.get("answer", "");
    if (answer != "upheld" && answer != "dismissed") {
        return Error{Fault::invalid,
                     "E-CLI-004",
                     "--answer",
                     "“" + answer + "”不能采用",
                     "upheld（异议成立）或 dismissed（不成立）",
                     "更正后重试"};
    }
    operations::RuleObjection order{id, seen, answer == "upheld", text, {}};
    if (!post.empty()) order.post = ident::PostId{post};
    return operations::rule_objection(desk, caller, order);
}

}  // namespace anmin::cli
