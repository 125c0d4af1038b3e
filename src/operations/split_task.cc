#include "operations/split_task.h"

#include <algorithm>
#include <map>
#include <utility>

#include "directive/spread.h"
#include "operations/one_step.h"
#include "operations/task_steps.h"

namespace anmin::operations {
namespace {

using authority::Role;
using directive::Owner;
using directive::PartOrder;
using directive::SpreadOrder;
using directive::Task;

// Who could take a part: by post, and for each division the post that would get it. A doer's post
// goes before an office's.
class Takers {
public:
    static Result<Takers> of(Desk& desk) {
        Takers takers;
        for (const auto& account : TRY(desk.accounts.accounts())) {
            const auto& actor = account.actor;
            if (!authority::ever_may(actor, authority::Action::report_task)) continue;
            const Owner owner{actor.post, actor.post_title, actor.unit_name, actor.division};
            takers.posts_.emplace(actor.post.value, owner);
            const bool doer = actor.roles.contains(Role::executor);
            auto& place = doer ? takers.doers_ : takers.offices_;
            place.emplace(actor.division.digits(), owner);
        }
        return takers;
    }

    const Owner* find(const ident::PostId& post) const { return find_in(posts_, post.value); }
    // The office takes what is taken apart further, the doer what is done.
    const Owner* find(const ident::DivisionCode& code, bool leaf) const {
        const auto& first = leaf ? doers_ : offices_;
        const auto& second = leaf ? offices_ : doers_;
        const Owner* found = find_in(first, code.digits());
        return found != nullptr ? found : find_in(second, code.digits());
    }

private:
    using Owners = std::map<std::string, Owner>;
    static const Owner* find_in(const Owners& owners, const std::string& key) {
        const auto found = owners.find(key);
        return found == owners.end() ? nullptr : &found->second;
    }
    Owners posts_;
    Owners doers_;
    Owners offices_;
};

// The area within which a task may be given on: its owner's, else its issuer's.
const ident::DivisionCode& area_of(const Task& task) {
    return task.owner ? task.owner->division : task.division;
}

Error no_taker(std::size_t row, const std::string& what) {
    return {Fault::invalid,
            "E-TASK-033",
            "第 " + std::to_string(row + 1) + " 行“责任单位”",
            what + "不在本任务的管辖范围内，或没有人能在该岗位上报结",
            "本地区有经办人员的岗位，或本地区的区划",
            "从列表中选择"};
}

Result<Owner> owner_for(Desk& desk, const Takers& takers, const Task& task, const PartFor& part,
                        std::size_t row) {
    if (part.post) {
        const Owner* owner = takers.find(*part.post);
        if (owner == nullptr || !area_of(task).contains(owner->division)) {
            return no_taker(row, "岗位 " + part.post->value);
        }
        return *owner;
    }
    if (!part.division) return Owner{};  // refused by the spread, with row and column
    if (!area_of(task).contains(*part.division)) {
        return no_taker(row, "区划 " + part.division->digits());
    }
    if (const Owner* owner = takers.find(*part.division, true)) return *owner;
    const auto division = TRY(desk.organisation.find_division(*part.division));
    if (!division) return no_taker(row, "区划 " + part.division->digits());
    return Owner{{}, "", division->name, division->code};
}

Result<std::vector<PartOrder>> listed_parts(Desk& desk, const Takers& takers, const Task& task,
                                            const SplitTask& order) {
    std::vector<PartOrder> parts;
    for (std::size_t row = 0; row < order.parts.size(); ++row) {
        const PartFor& part = order.parts[row];
        PartOrder made;
        made.task = {desk.ids.next()};
        made.owner = TRY(owner_for(desk, takers, task, part, row));
        for (const auto& helper : part.helpers) {
            const Owner* owner = takers.find(helper);
            if (owner == nullptr) return no_taker(row, "配合岗位 " + helper.value);
            made.helpers.push_back(*owner);
        }
        made.thousandths =
            TRY(amount_of(part.amount, "第 " + std::to_string(row + 1) + " 行“目标”"));
        made.due = part.due;
        made.text = part.text;
        made.standard = part.standard;
        parts.push_back(std::move(made));
    }
    return parts;
}

// Every division of the levels, each below the nearest one above it that is also taken.
Result<std::vector<PartOrder>> cascade(Desk& desk, const Takers& takers, const Task& task,
                                       std::vector<organisation::Level> levels) {
    std::sort(levels.begin(), levels.end());
    const auto divisions = TRY(desk.organisation.inside(area_of(task), levels));
    std::map<std::string, std::int32_t> row_of;
    std::vector<PartOrder> parts;
    parts.reserve(divisions.size());
    for (const auto& division : divisions) {
        if (division.code == area_of(task)) continue;
        PartOrder part;
        part.task = {desk.ids.next()};
        const bool leaf = division.level == levels.back();
        const Owner* owner = takers.find(division.code, leaf);
        part.owner = owner != nullptr ? *owner : Owner{{}, "", division.name, division.code};
        for (auto up = division.code.parent(); up && part.under < 0; up = up->parent()) {
            const auto above = row_of.find(up->digits());
            if (above != row_of.end()) part.under = above->second;
        }
        row_of.emplace(division.code.digits(), static_cast<std::int32_t>(parts.size()));
        parts.push_back(std::move(part));
    }
    return parts;
}

Result<SpreadOrder> spread_of(Desk& desk, const Caller& caller, const Task& task,
                              const SplitTask& order) {
    if (order.parts.empty() == order.levels.empty()) {
        return Error{Fault::invalid,
                     "E-TASK-071",
                     "任务 " + task.id.value + " 的分解",
                     order.parts.empty() ? "没有一项" : "既列了各项，又选了整级下达",
                     "列出各项，或选择下达到哪几级",
                     "二者选一"};
    }
    const Takers takers = TRY(Takers::of(desk));
    SpreadOrder spread;
    spread.due = order.due;
    spread.standard = order.standard;
    spread.split_reason = order.split_reason;
    for (const auto& item : order.asks) {
        TRY(measure::may_ask(desk.policies.indicators, desk.policies.wording, item, area_of(task)));
    }
    spread.asks = order.asks;
    spread.division = caller.actor.division;
    spread.issuer = caller.actor.unit_name;
    if (!task.owner) {
        spread.lead = Owner{caller.actor.post, caller.actor.post_title, caller.actor.unit_name,
                            caller.actor.division};
    }
    if (const auto amount = TRY(amount_of(order.amount, "总指标"))) {
        if (order.unit.empty()) {
            return Error{Fault::invalid, "E-TASK-072",    "总指标的单位",
                         "没有填写",     "户、人次、%等", "填写单位"};
        }
        spread.target = directive::Quantity{*amount, order.unit};
    }
    spread.parts = order.levels.empty() ? TRY(listed_parts(desk, takers, task, order))
                                        : TRY(cascade(desk, takers, task, order.levels));
    return spread;
}

}  // namespace

Result<OpenedTask> split_task(Desk& desk, const Caller& caller, const SplitTask& order) {
    const Task task = TRY(visible_task(desk, caller.actor, order.task));
    TRY(may_step(desk, caller.actor, TaskStep::split, task));
    if (task.version != order.seen_version) return stale_task(task, order.seen_version);
    const auto spread = TRY(spread_of(desk, caller, task, order));
    const auto event =
        TRY(directive::spread(task, TRY(desk.trees.below(task)), spread, officer_of(caller.actor),
                              desk.clock.now().date_in_china()));
    const auto done = desk.journal.commit(command_of(caller),
                                          {{journal::stream_of(task.id), task.version, {event}}});
    if (!done.ok()) return commit_refused(desk, caller.actor, task, done.error());
    return open_task(desk, caller.actor, task.id);
}

Result<OpenedTree> open_tree(Desk& desk, const authority::Actor& actor, const ident::TaskId& id,
                             const organisation::PageRequest& page) {
    OpenedTree tree;
    tree.as_of = desk.clock.now().date_in_china();
    tree.level.node.task = TRY(visible_task(desk, actor, id));
    const Task& task = tree.level.node.task;
    tree.light = directive::light(task, tree.as_of, desk.policies.lights);
    tree.level.node.below = TRY(desk.trees.below(task));
    tree.level.node.figures = TRY(desk.trees.figures(task, tree.as_of));
    // What lies above an actor's area is named only as far as the actor may see it.
    const auto scope = authority::scope_of(actor, authority::Action::see_tasks);
    for (auto& above : TRY(desk.trees.above(task))) {
        if (!visible(scope, actor, above)) continue;
        const auto shows = directive::light(above, tree.as_of, desk.policies.lights);
        tree.above.push_back({std::move(above), shows});
    }
    tree.level.parts = TRY(desk.trees.parts(task, tree.as_of, page));
    for (const auto& part : tree.level.parts.items) {
        tree.lights.push_back(directive::light(part.task, tree.as_of, desk.policies.lights));
    }
    return tree;
}

}  // namespace anmin::operations
