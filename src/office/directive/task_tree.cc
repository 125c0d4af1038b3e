#include "directive/task_tree.h"

#include "directive/task_refusal.h"

namespace anmin::directive {

std::vector<Gap> gaps_of(const Task& task, const Below& below) {
    std::vector<Gap> gaps;
    if (is_closed(task.state)) return gaps;
    if (!task.owner || task.owner->post.value.empty()) gaps.push_back(Gap::no_owner);
    if (!task.due) gaps.push_back(Gap::no_due);
    if (task.parent && blank(task.standard)) gaps.push_back(Gap::no_standard);
    if (!task.target || below.counted == 0 || !blank(task.split_reason)) return gaps;
    if (below.unmeasured > 0) {
        gaps.push_back(Gap::unmeasured);
    } else if (below.thousandths != task.target->thousandths) {
        gaps.push_back(Gap::sum_differs);
    }
    return gaps;
}

}  // namespace anmin::directive
