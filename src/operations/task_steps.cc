#include "operations/task_steps.h"

#include <algorithm>
#include <array>
#include <utility>

#include "directive/merging.h"
#include "directive/objection.h"
#include "directive/suspension.h"
#include "directive/task_life.h"

namespace anmin::operations {
namespace {

using authority::Action;
using directive::Task;

Action action_of(TaskStep step) {
    switch (step) {
        case TaskStep::assign: return Action::assign_task;
        case TaskStep::bind:
        case TaskStep::split: return Action::split_task;
        case TaskStep::sign:
        case TaskStep::object:
        case TaskStep::progress:
        case TaskStep::ask_extension:
        case TaskStep::ask_suspension:
        case TaskStep::report: return Action::report_task;
        case TaskStep::verify:
        case TaskStep::send_back:
        case TaskStep::hold:
        case TaskStep::rebound: return Action::verify_task;
        case TaskStep::answer_extension:
        case TaskStep::suspend:
        case TaskStep::refuse_suspension:
        case TaskStep::resume:
        case TaskStep::rule:
        case TaskStep::merge:
        case TaskStep::end:
        case TaskStep::strike_off: return Action::strike_off_task;
        case TaskStep::urge: return Action::urge_task;
    }
    CHECK(false, "every step has an action");
}

bool only_the_issuer(TaskStep step) {
    return step == TaskStep::strike_off || step == TaskStep::end ||
           step == TaskStep::answer_extension || step == TaskStep::suspend ||
           step == TaskStep::refuse_suspension || step == TaskStep::resume ||
           step == TaskStep::rule || step == TaskStep::merge;
}

bool gives_on(TaskStep step) {
    return step == TaskStep::assign || step == TaskStep::split || step == TaskStep::bind;
}

// closed-loop A.3 model 2: an upper unit sees to any depth and acts on the next level only.
Error two_levels_off(const Task& task) {
    return {Fault::denied,
            "E-TASK-014",
            "任务 " + task.id.value,
            "由" + task.issuer + "分解下达给" + task.owner->unit_name,
            "一级抓一级：由下达的单位或承办单位办理",
            "催办或督促" + task.issuer + "办理"};
}

// The lower office's own task: it answers to the office above for the outcome, not by its hand.
Error own_task_below(const Task& task) {
    return {Fault::denied,
            "E-TASK-141",
            "任务 " + task.id.value,
            "是" + task.issuer + "自己立项的任务，上级单位只看不办",
            "一级抓一级：由立项的单位或承办单位办理",
            "催办或督促" + task.issuer + "办理；需要直接抓的，另行立项下达"};
}

// Steps of the one whom the task was handed to, and urging, which every level above may do.
bool open_to_all_above(TaskStep step) {
    return step == TaskStep::urge || step == TaskStep::sign || step == TaskStep::progress ||
           step == TaskStep::report || step == TaskStep::ask_extension ||
           step == TaskStep::ask_suspension || step == TaskStep::object;
}

// Whose matter the step is: the issuer's division closes and answers; the owner's is reported on,
// verified, given on and taken apart.
authority::Subject subject_of(TaskStep step, const Task& task) {
    authority::Subject subject{task.division, {}, task.doer};
    if (task.owner) subject.holder = task.owner->post;
    if (!only_the_issuer(step) && task.owner) subject.division = task.owner->division;
    return subject;
}

// The steps around a suspension; see task_takes.
bool suspension_takes(TaskStep step, const Task& task, const directive::Officer& officer,
                      calendar::Date today) {
    if (step == TaskStep::ask_suspension) {
        return directive::ask_suspension(task, {{}, "-", today}, officer, today).ok();
    }
    if (step == TaskStep::suspend) {
        const directive::Suspend order{{}, "-", {}, today, today};
        return directive::suspend(task, order, {}, officer, today).ok();
    }
    if (step == TaskStep::resume) return directive::resume(task, "", officer, today).ok();
    return task.asked_suspension.has_value();
}

// Would the task itself take the step? The words and proofs a real step needs are stood in for.
bool task_takes(TaskStep step, const Task& task, const directive::Below& below,
                const directive::Officer& officer, calendar::Date today,
                const directive::LookBackRule& rule) {
    using directive::LookBack;
    const directive::AskExtension later{task.due.value_or(today).plus_days(1), "-"};
    switch (step) {
        case TaskStep::assign:
            return task.children == 0 && directive::assign(task, {}, officer, today).ok();
        case TaskStep::split:
            return (task.state == directive::TaskState::confirmed ||
                    task.state == directive::TaskState::assigned) &&
                   directive::not_held_up(task, today).ok();
        case TaskStep::sign: return directive::sign_for(task, officer, today).ok();
        case TaskStep::object: return directive::object(task, {"-", ""}, officer, today).ok();
        case TaskStep::merge: return directive::may_be_merged(task, below).ok();
        case TaskStep::rule: return directive::rule(task, {true, "", {}}, officer, today).ok();
        case TaskStep::progress:
            return directive::progress(task, {"-", {}, {}}, officer, today).ok();
        case TaskStep::report:
            return directive::report(task, {"-", {{}}}, officer, today, below).ok();
        case TaskStep::ask_extension:
            return directive::ask_extension(task, later, officer, today).ok();
        case TaskStep::answer_extension: return task.extension.has_value();
        case TaskStep::ask_suspension:
        case TaskStep::suspend:
        case TaskStep::refuse_suspension:
        case TaskStep::resume: return suspension_takes(step, task, officer, today);
        case TaskStep::verify: return directive::verify(task, {"-"}, officer, today, below).ok();
        case TaskStep::send_back: return directive::send_back(task, {"-"}, officer, today).ok();
        case TaskStep::strike_off:
            return directive::strike_off(task, {"-"}, officer, today, below).ok();
        case TaskStep::urge:
            return directive::urge(task, directive::Urging::by_hand, "-", officer, today).ok();
        case TaskStep::hold:
            return directive::look_back(task, LookBack::held, "-", officer, today, rule).ok();
        case TaskStep::rebound:
            return directive::look_back(task, LookBack::rebounded, "-", officer, today).ok();
        case TaskStep::end: return directive::end(task, "-", officer, today, below).ok();
        case TaskStep::bind:
            return task.target &&
                   directive::bind(task, {"-", "-", task.target->unit}, officer, today).ok();
    }
    CHECK(false, "every step is decided somewhere");
}

// In the order in which a page offers them: what moves the task on stands first.
constexpr std::array all_steps{TaskStep::rule,
                               TaskStep::assign,
                               TaskStep::report,
                               TaskStep::verify,
                               TaskStep::strike_off,
                               TaskStep::send_back,
                               TaskStep::hold,
                               TaskStep::rebound,
                               TaskStep::answer_extension,
                               TaskStep::split,
                               TaskStep::sign,
                               TaskStep::progress,
                               TaskStep::ask_extension,
                               TaskStep::urge,
                               TaskStep::resume,
                               TaskStep::refuse_suspension,
                               TaskStep::suspend,
                               TaskStep::ask_suspension,
                               TaskStep::object,
                               TaskStep::end,
                               TaskStep::bind,
                               TaskStep::merge};

}  // namespace

Result<Task> visible_task(Desk& desk, const authority::Actor& actor, const ident::TaskId& id) {
    auto task = TRY(desk.tasks.find_task(id));
    const auto scope = authority::scope_of(actor, Action::see_tasks);
    if (!task || !visible(scope, actor, *task)) {
        return Error{Fault::missing,           "E-TASK-031",
                     "任务 " + id.value,       "没有这项任务，或它不在您的管辖范围内",
                     "本地区发出或承办的任务", "从“台账”中打开"};
    }
    return *std::move(task);
}

Result<void> may_act(Desk& desk, const authority::Actor& actor, const Task& task) {
    const bool above = actor.division != task.division && actor.division.contains(task.division);
    const bool staffed = task.owner && !task.owner->post.value.empty();
    // A part that nobody holds yet is brought on its way by whoever sees the gap.
    if (!above || (task.parent && !staffed)) return {};
    // What an office left that is no more is finished by the level above (decision 0019).
    const auto issuer = TRY(desk.organisation.find_division(task.division));
    const auto today = desk.clock.now().date_in_china();
    if (!issuer || !issuer->lives_on(today)) return {};
    return task.parent ? two_levels_off(task) : own_task_below(task);
}

Result<void> may_step(Desk& desk, const authority::Actor& actor, TaskStep step, const Task& task) {
    TRY(authority::may(actor, action_of(step), subject_of(step, task)));
    if (!open_to_all_above(step)) TRY(may_act(desk, actor, task));
    const bool staffed = task.owner && !task.owner->post.value.empty();
    if (!task.parent || !staffed || actor.division == task.division) return {};
    const bool by_owner = actor.division == task.owner->division;
    if (only_the_issuer(step) || (gives_on(step) && !by_owner)) return two_levels_off(task);
    return {};
}

bool visible(const organisation::Scope& scope, const authority::Actor& actor, const Task& task) {
    if (scope.covers(task.division)) return true;
    if (task.owner && scope.covers(task.owner->division)) return true;
    if (scope.reach == organisation::Reach::nothing) return false;
    return std::any_of(task.helpers.begin(), task.helpers.end(),
                       [&actor](const auto& helper) { return helper.post == actor.post; });
}

Error stale(const char* code, std::string place, const std::string& what,
            const std::vector<directive::Step>& steps, std::int64_t newer) {
    std::string finding = "您打开之后，" + what + "已有新的进展";
    const auto all = static_cast<std::int64_t>(steps.size());
    const std::int64_t first = all - std::clamp<std::int64_t>(newer, 0, all);
    for (std::int64_t at = first; at < all; ++at) {
        const auto& step = steps[static_cast<std::size_t>(at)];
        finding += (at == first ? "：" : "；") + step.on.iso() + " " + step.label + "（" +
                   step.officer.name + "）";
    }
    return {Fault::stale,       code,         std::move(place),
            std::move(finding), "最新的版本", "看过新的进展后再提交；您填写的内容仍保留在页面上"};
}

Error stale_task(const Task& task, std::int64_t seen_version) {
    return stale("E-TASK-032", "任务 " + task.id.value, "这项任务", task.steps,
                 task.version - seen_version);
}

std::vector<TaskStep> open_steps(Desk& desk, const Task& task, const directive::Below& below,
                                 const authority::Actor& actor, calendar::Date today) {
    const auto& rule = desk.policies.look_back;
    std::vector<TaskStep> open;
    for (const TaskStep step : all_steps) {
        if (!task_takes(step, task, below, officer_of(actor), today, rule)) continue;
        if (may_step(desk, actor, step, task).ok()) open.push_back(step);
    }
    return open;
}

}  // namespace anmin::operations
