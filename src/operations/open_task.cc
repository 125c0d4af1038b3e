#include "operations/open_task.h"

#include <algorithm>
#include <utility>

#include "operations/meter_load.h"
#include "operations/task_steps.h"

namespace anmin::operations {
namespace {

using authority::Action;
using directive::Task;
using directive::TaskState;

constexpr std::int32_t page_size = 500;       // of the reads behind an export
constexpr std::size_t export_limit = 20'000;  // rows of one workbook
constexpr std::int32_t waiting_limit = 20;    // rows of the workbench

directive::LedgerFilter completed(const LedgerQuery& query, const authority::Actor& actor,
                                  calendar::Date today) {
    directive::LedgerFilter filter = query.filter;
    if (query.mine) filter.owner = actor.post;
    if (query.mark) filter.marked = {*query.mark, today};
    if (query.overdue || query.due_within) {
        filter.due_before = query.overdue ? today : today.plus_days(*query.due_within + 1);
        if (filter.states.empty()) {
            filter.states = {TaskState::confirmed, TaskState::assigned, TaskState::objected,
                             TaskState::reported, TaskState::verified};
        }
    }
    return filter;
}

// What waits for a post with this role: the states in which the next step is its own.
std::vector<LedgerQuery> waiting_for(const authority::Actor& actor) {
    std::vector<LedgerQuery> queries;
    const auto wait = [&queries](std::vector<TaskState> states) -> LedgerQuery& {
        queries.push_back({});
        queries.back().filter.states = std::move(states);
        return queries.back();
    };
    using authority::Role;
    if (actor.roles.contains(Role::executor)) wait({TaskState::assigned}).mine = true;
    if (actor.roles.contains(Role::directive)) {
        wait({TaskState::confirmed, TaskState::objected, TaskState::verified});
    }
    if (actor.roles.contains(Role::supervisor)) wait({TaskState::reported});
    if (actor.roles.contains(Role::leader)) wait({}).overdue = true;
    return queries;
}

bool more_urgent(const LedgerRow& left, const LedgerRow& right) {
    if (left.task.due != right.task.due) {
        return left.task.due && (!right.task.due || *left.task.due < *right.task.due);
    }
    return left.task.id < right.task.id;
}

}  // namespace

Result<OpenedTask> open_task(Desk& desk, const authority::Actor& actor, const ident::TaskId& id) {
    const Task task = TRY(visible_task(desk, actor, id));
    const auto today = desk.clock.now().date_in_china();
    const auto below = TRY(desk.trees.below(task));
    OpenedTask opened{task, directive::light(task, today, desk.policies.lights),
                      open_steps(desk, task, below, actor, today)};
    if (auto measured = TRY(measure_task(desk, task))) {
        opened.indicator = std::move(measured->indicator);
        opened.measured = measured->value;
    }
    return opened;
}

Result<LedgerPage> list_tasks(Desk& desk, const authority::Actor& actor, const LedgerQuery& query,
                              const organisation::PageRequest& page) {
    const auto today = desk.clock.now().date_in_china();
    auto scope = authority::scope_of(actor, Action::see_tasks);
    if (query.within) scope = scope.within(*query.within);
    auto ledger = TRY(desk.tasks.ledger(scope, completed(query, actor, today), page));
    LedgerPage result;
    result.total = ledger.total;
    result.is_more = ledger.is_more;
    result.as_of = today;
    result.page.next = std::move(ledger.page.next);
    for (auto& task : ledger.page.items) {
        const auto shows = directive::light(task, today, desk.policies.lights);
        result.page.items.push_back({std::move(task), shows});
    }
    return result;
}

Result<std::vector<Task>> export_tasks(Desk& desk, const authority::Actor& actor,
                                       const LedgerQuery& query) {
    TRY(authority::may(actor, Action::export_ledger, {actor.division, {}, {}}));
    std::vector<Task> tasks;
    organisation::PageRequest request{"", page_size};
    do {
        auto page = TRY(list_tasks(desk, actor, query, request));
        const auto found =
            std::max(static_cast<std::size_t>(page.total), tasks.size() + page.page.items.size());
        if (found > export_limit) {
            return Error{Fault::too_large,
                         "E-TASK-030",
                         "台账导出",
                         "至少 " + std::to_string(found) + " 条",
                         "不超过 " + std::to_string(export_limit) + " 条",
                         "缩小筛选条件后再导出"};
        }
        for (const auto& row : page.page.items) {
            auto task = TRY(desk.tasks.find_task(row.task.id));
            CHECK(task.has_value(), "a task in the ledger can be read");
            tasks.push_back(*std::move(task));
        }
        request.after = page.page.next;
    } while (!request.after.empty());
    return tasks;
}

Result<Workbench> open_workbench(Desk& desk, const authority::Actor& actor) {
    Workbench bench;
    bench.as_of = desk.clock.now().date_in_china();
    bench.tally = TRY(desk.tasks.tally(authority::scope_of(actor, Action::see_tasks), bench.as_of));
    for (const auto& query : waiting_for(actor)) {
        auto found = TRY(list_tasks(desk, actor, query, {"", waiting_limit}));
        bench.waiting_total += found.total;
        std::move(found.page.items.begin(), found.page.items.end(),
                  std::back_inserter(bench.waiting));
    }
    std::sort(bench.waiting.begin(), bench.waiting.end(), more_urgent);
    if (bench.waiting.size() > waiting_limit) bench.waiting.resize(waiting_limit);
    if (authority::ever_may(actor, Action::confirm_tasks)) {
        bench.documents_to_review = TRY(desk.documents.undecided(
            authority::scope_of(actor, Action::confirm_tasks), waiting_limit));
    }
    return bench;
}

}  // namespace anmin::operations
