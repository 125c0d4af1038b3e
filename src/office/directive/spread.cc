#include "directive/spread.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "directive/objection.h"
#include "directive/suspension.h"
#include "directive/task_refusal.h"

namespace anmin::directive {
namespace {

using calendar::Date;

Error bad_part(std::size_t row, const char* column, const char* code, std::string finding,
               std::string expectation, std::string next_step) {
    return {Fault::invalid,
            code,
            "第 " + std::to_string(row + 1) + " 行“" + column + "”",
            std::move(finding),
            std::move(expectation),
            std::move(next_step)};
}

// Owner, standard and date of one part, filled in from what holds for all.
Result<Share> share_of(const Task& task, const SpreadOrder& order, std::size_t row,
                       const std::vector<Share>& before) {
    const PartOrder& part = order.parts[row];
    if (part.owner.unit_name.empty()) {
        return bad_part(row, "责任单位", "E-TASK-044", "没有填写", "一个牵头单位或岗位",
                        "填写责任单位；每一项都要有人负责");
    }
    const std::string& standard = part.standard.empty() ? order.standard : part.standard;
    if (blank(standard)) {
        return bad_part(row, "验收标准", "E-TASK-043", "没有填写", "一句可核验的标准",
                        "写明做到什么程度算完成");
    }
    const auto due = part.due ? part.due : order.due ? order.due : task.due;
    if (!due) {
        return bad_part(row, "完成时限", "E-TASK-041", "没有填写，上级任务也没有时限", "一个日期",
                        "填写完成时限");
    }
    const bool nested = part.under >= 0;
    const auto limit =
        nested ? std::optional(before[static_cast<std::size_t>(part.under)].due) : task.due;
    if (limit && *due > *limit) {
        return bad_part(row, "完成时限", "E-TASK-042", due->iso() + " 晚于上级任务的时限",
                        "不晚于 " + limit->iso(), "提前时限；确需延后的，先为上级任务申请延期");
    }
    return Share{part.task,        part.under, part.owner, part.helpers,
                 part.thousandths, *due,       part.text,  standard};
}

struct Sum {
    std::int64_t thousandths = 0;
    std::int64_t unmeasured = 0;
    std::int64_t parts = 0;
};

Result<void> sum_ties(const std::string& place, std::int64_t target, const std::string& unit,
                      const Sum& sum) {
    if (sum.unmeasured > 0) {
        return Error{Fault::invalid,
                     "E-TASK-046",
                     place + "的“目标”列",
                     std::to_string(sum.unmeasured) + " 项没有量化到数",
                     "每一项都有数，合计 " + figure({target, unit}),
                     "补上各项的数；确实不逐级相加的，写明理由"};
    }
    if (sum.thousandths == target) return {};
    return Error{Fault::invalid,
                 "E-TASK-045",
                 place + "的“目标”列",
                 "各项合计 " + figure({sum.thousandths, unit}),
                 "合计等于 " + figure({target, unit}),
                 "核对各项的数；确实不逐级相加的，写明理由"};
}

// Every task that is taken apart here sums up to its target, unless the reason is declared.
Result<void> sums_tie(const Task& task, const Below& below, const TaskSpread& event) {
    const auto& target = task.target ? task.target : event.target;
    std::map<std::int32_t, Sum> sums;
    sums[-1] = {below.thousandths, below.unmeasured, below.counted};
    for (std::size_t row = 0; row < event.shares.size(); ++row) {
        const Share& share = event.shares[row];
        if (share.thousandths && !target) {
            return bad_part(row, "目标", "E-TASK-047", "填了数量，上级任务没有指标和单位",
                            "先给上级任务定指标", "填写总指标及单位，或去掉各项的数量");
        }
        Sum& sum = sums[share.under];
        ++sum.parts;
        sum.thousandths += share.thousandths.value_or(0);
        if (!share.thousandths) ++sum.unmeasured;
    }
    if (!target || !blank(event.split_reason)) return {};
    for (const auto& [under, sum] : sums) {
        if (under < 0) {
            // A reason given at an earlier spread holds for the task's own parts, not for theirs.
            if (!blank(task.split_reason)) continue;
            TRY(sum_ties("本任务", target->thousandths, target->unit, sum));
            continue;
        }
        const auto& above = event.shares[static_cast<std::size_t>(under)];
        if (!above.thousandths) continue;
        TRY(sum_ties("第 " + std::to_string(under + 1) + " 行", *above.thousandths, target->unit,
                     sum));
    }
    return {};
}

Result<void> each_once(const TaskSpread& event) {
    std::unordered_map<std::string, std::size_t> seen;
    seen.reserve(event.shares.size());
    for (std::size_t row = 0; row < event.shares.size(); ++row) {
        const Share& share = event.shares[row];
        const std::string who = std::to_string(share.under) + "/" + share.owner.post.value + "/" +
                                share.owner.division.digits() + "/" + share.owner.unit_name + "/" +
                                share.text;
        const auto [known, added] = seen.emplace(who, row);
        if (added) continue;
        return bad_part(row, "责任单位", "E-TASK-048",
                        "与第 " + std::to_string(known->second + 1) + " 行的责任单位和内容相同",
                        "同一单位的同一件事只列一次", "合并两行，或写明不同的具体内容");
    }
    return {};
}

Result<void> fits_tree(const Task& task, const SpreadOrder& order) {
    std::vector<std::size_t> depths;
    for (std::size_t row = 0; row < order.parts.size(); ++row) {
        const std::int32_t under = order.parts[row].under;
        CHECK(under < static_cast<std::int32_t>(row),
              "a part stands behind the one it hangs below");
        const std::size_t above =
            under < 0 ? task.path.size() / path_step : depths[static_cast<std::size_t>(under)];
        depths.push_back(above + 1);
        if (above + 1 <= most_levels) continue;
        return bad_part(row, "层级", "E-TASK-049",
                        "分解超过 " + std::to_string(most_levels) + " 层",
                        "至多 " + std::to_string(most_levels) + " 层", "减少层级");
    }
    const auto most = static_cast<std::size_t>(most_parts - task.children);
    if (order.parts.size() <= most) return {};
    return Error{Fault::too_large,
                 "E-TASK-073",
                 "任务 " + task.id.value,
                 "一次分解 " + std::to_string(order.parts.size()) + " 项",
                 "一项任务至多 " + std::to_string(most_parts) + " 项",
                 "按层级分几次分解"};
}

std::string path_below(const std::string& path, std::int64_t place) {
    std::string step = std::to_string(place + 1);
    step.insert(0, path_step - step.size(), '0');
    return path + step;
}

Task part_of(const Task& above, const TaskSpread& spread, const Share& share, bool direct) {
    Task part;
    part.id = share.task;
    part.document = above.document;
    part.division = direct ? spread.division : above.owner->division;
    part.issuer = direct ? spread.issuer : above.owner->unit_name;
    part.source_title = above.source_title;
    part.item = above.item;
    if (!share.text.empty()) part.item.text = share.text;
    part.owner = share.owner;
    part.state = share.owner.post.value.empty() ? TaskState::confirmed : TaskState::assigned;
    part.due = share.due;
    part.confirmed_on = spread.on;
    part.parent = above.id;
    part.root = above.root;
    part.path = path_below(above.path, above.children);
    if (share.thousandths && above.target) {
        part.target = Quantity{*share.thousandths, above.target->unit};
    }
    part.split_reason = spread.split_reason;
    part.standard = share.standard;
    part.helpers = share.helpers;
    part.asks = spread.asks;
    std::string text = share.owner.unit_name;
    if (!share.owner.post_title.empty()) text += " " + share.owner.post_title;
    part.steps.push_back({"分解交办", text, spread.officer, spread.on, {}});
    return part;
}

}  // namespace

Result<Event> spread(const Task& task, const Below& below, SpreadOrder order,
                     const Officer& officer, Date on) {
    TRY(not_disputed(task));
    if (task.state != TaskState::confirmed && task.state != TaskState::assigned) {
        return step_not_open(task, "E-TASK-040", "待交办或办理中的任务",
                             "已报结的任务请先退回，再分解");
    }
    TRY(not_held_up(task, on));
    if (order.parts.empty()) {
        return Error{Fault::invalid, "E-TASK-071", "任务 " + task.id.value + " 的分解",
                     "没有一项",     "至少一项",   "选择要分解到的单位、岗位或人员"};
    }
    if (order.target && task.target && *order.target != *task.target) {
        return Error{Fault::conflict,
                     "E-TASK-069",
                     "任务 " + task.id.value + " 的“目标”",
                     "已有指标 " + figure(*task.target) + "，填的是 " + figure(*order.target),
                     "指标一经下达不改",
                     "去掉总指标后再分解"};
    }
    TRY(fits_tree(task, order));
    TaskSpread event{
        order.lead, order.target, order.split_reason, order.division, order.issuer, {}, officer,
        on};
    event.asks = order.asks;
    event.shares.reserve(order.parts.size());
    for (std::size_t row = 0; row < order.parts.size(); ++row) {
        event.shares.push_back(TRY(share_of(task, order, row, event.shares)));
    }
    TRY(each_once(event));
    TRY(sums_tie(task, below, event));
    return Event{std::move(event)};
}

std::vector<Task> parts_of(const Task& task, std::int64_t before, const TaskSpread& spread) {
    std::vector<Task> parts;
    parts.reserve(spread.shares.size());
    Task top = task;
    top.children = before;
    if (!top.target) top.target = spread.target;
    for (const Share& share : spread.shares) {
        const bool direct = share.under < 0;
        Task& above = direct ? top : parts[static_cast<std::size_t>(share.under)];
        Task part = part_of(above, spread, share, direct);
        ++above.children;
        parts.push_back(std::move(part));
    }
    // The reason was given for this spread: who takes a part apart later gives their own.
    for (Task& part : parts) {
        if (part.children == 0) part.split_reason.clear();
    }
    return parts;
}

}  // namespace anmin::directive
