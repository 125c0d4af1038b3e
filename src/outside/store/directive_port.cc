#include <algorithm>
#include <utility>

#include "store/ask_rows.h"
#include "store/codec.h"
#include "store/conditions.h"
#include "store/found_tasks.h"
#include "store/ledger_key.h"
#include "store/ledger_query.h"
#include "store/ports.h"
#include "store/task_words.h"

namespace anmin::store {
namespace {

using directive::DecidedCandidate;
using directive::Ledger;
using directive::LedgerFilter;
using directive::Tally;
using directive::Task;
using organisation::PageRequest;
using organisation::Reach;
using organisation::Scope;

// Whole subtrees are counted beforehand, by division, due date and state.
bool is_counted(const Scope& scope, const LedgerFilter& filter) {
    return scope.reach == Reach::subtree && scope.former.empty() && !filter.document &&
           !filter.owner && !filter.taken_apart && !filter.marked && filter.words.empty();
}

Result<std::int64_t> counted(Connection& connection, const Scope& scope,
                             const LedgerFilter& filter) {
    Conditions conditions;
    const Source source{" FROM task_count c", "c."};
    conditions.add("c.division = " + conditions.bind(scope.root.digits()));
    add_filter(conditions, filter, source);
    std::int64_t total = 0;
    const std::string amount = filter.unsigned_for ? "c.unsigned" : "c.tasks";
    TRY(connection.run("SELECT CAST(coalesce(sum(" + amount + "), 0) AS bigint)" + source.from +
                           conditions.where(),
                       conditions.parameters(), [&](const Row& row) -> Result<void> {
                           total = row.integer(0);
                           return {};
                       }));
    return total;
}

// Rows after `limit` are not counted.
Result<std::int64_t> count_of(Connection& connection, const Conditions& conditions,
                              const Source& source, std::optional<std::int64_t> limit) {
    std::int64_t total = 0;
    const std::string rows = source.from + conditions.where();
    const std::string limited = "SELECT count(*) FROM (SELECT 1" + rows + " LIMIT " +
                                std::to_string(limit.value_or(0)) + ") AS counted";
    TRY(connection.run(limit ? limited : "SELECT count(*)" + rows, conditions.parameters(),
                       [&](const Row& row) -> Result<void> {
                           total = row.integer(0);
                           return {};
                       }));
    return total;
}

Result<std::vector<Task>> tasks_of(Connection& connection, Conditions& conditions,
                                   const Source& source, std::int64_t limit) {
    const std::string rows = conditions.bind(limit);
    const std::string order = source.key + "due, " + source.key + "id";
    const bool joined = source.from.find(" task t") != std::string::npos;
    std::vector<Task> tasks;
    TRY(connection.run("SELECT t.body" + source.from +
                           (joined ? "" : " JOIN task t ON t.id = p.id") + conditions.where() +
                           " ORDER BY " + order + " LIMIT " + rows,
                       conditions.parameters(), [&](const Row& row) -> Result<void> {
                           tasks.push_back(TRY(task_from(row.text(0), "task")));
                           return {};
                       }));
    return tasks;
}

Result<Ledger> ledger_in_order(Connection& connection, const Scope& scope,
                               const LedgerFilter& filter, const PageRequest& page) {
    Ledger ledger;
    Conditions conditions;
    const Source source = source_of(conditions, scope, filter);
    add_filter(conditions, filter, source);
    if (!filter.words.empty()) {
        conditions.add(holds_words(conditions, folded_words(filter.words)));
    }
    const std::int64_t limit = page_limit(page.limit);
    const bool frequent = !filter.words.empty() && !is_short(filter);
    if (is_counted(scope, filter)) {
        ledger.total = TRY(counted(connection, scope, filter));
    } else if (!frequent) {
        ledger.total = TRY(count_of(connection, conditions, source, std::nullopt));
    } else if (!page.after.empty()) {
        ledger.total = TRY(count_of(connection, conditions, source, limit + 1));
    }
    if (!page.after.empty()) {
        const PageKey key = TRY(page_key(page.after));
        const std::string due = conditions.bind(key.first);
        conditions.add("(" + source.key + "due, " + source.key + "id) > (" + due + ", " +
                       conditions.bind(key.second) + ")");
    }
    auto tasks = TRY(tasks_of(connection, conditions, source, limit + 1));
    // Of frequent words no more is known than the page shows: at one in a hundred even that is a
    // walk through thousands of tasks.
    if (frequent && page.after.empty()) ledger.total = static_cast<std::int64_t>(tasks.size());
    ledger.is_more = frequent && ledger.total > limit;
    if (ledger.is_more) ledger.total = limit;
    if (static_cast<std::int64_t>(tasks.size()) > limit) {
        tasks.resize(static_cast<std::size_t>(limit));
        ledger.page.next =
            due_key(directive::late_after(tasks.back())) + "/" + tasks.back().id.value;
    }
    ledger.page.items = std::move(tasks);
    return ledger;
}

void add_to(Tally& tally, std::string_view state, std::int64_t count, std::int64_t late) {
    using directive::TaskState;
    const auto is = [state](TaskState one) { return state == word_of_state(one); };
    if (is(TaskState::confirmed)) tally.confirmed += count;
    if (is(TaskState::assigned)) tally.assigned += count;
    if (is(TaskState::objected)) tally.objected += count;
    if (is(TaskState::reported)) tally.reported += count;
    if (is(TaskState::verified)) tally.verified += count;
    if (is(TaskState::struck_off)) tally.struck_off += count;
    if (is(TaskState::held)) tally.held += count;
    if (is(TaskState::ended)) tally.ended += count;
    if (is(TaskState::merged)) tally.merged += count;
    const bool closed = is(TaskState::struck_off) || is(TaskState::held) || is(TaskState::ended) ||
                        is(TaskState::merged);
    if (!closed) tally.overdue += late;
}

std::string place_of(const ident::DocumentId& document) {
    return "文件 " + document.value + " 的建议任务";
}

// A row of state, task, reason and body.
Result<DecidedCandidate> decided_from(const Row& row, const std::string& place) {
    DecidedCandidate one;
    const auto state = candidate_state(row.text(0));
    if (!state) return failure(Refusal::bad_body, place, "状态不认识");
    one.state = *state;
    if (!row.is_null(1)) one.task = ident::TaskId{row.string(1)};
    one.reason = row.string(2);
    one.candidate = TRY(candidate_from(row.text(3), place));
    return one;
}

}  // namespace

Result<std::vector<DecidedCandidate>> DirectivePort::candidates(const ident::DocumentId& document) {
    std::vector<DecidedCandidate> found;
    const std::string place = place_of(document);
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(
        "SELECT state, task, reason, body FROM candidate WHERE document = $1 ORDER BY number",
        {document.value}, [&](const Row& row) -> Result<void> {
            found.push_back(TRY(decided_from(row, place)));
            return {};
        }));
    // In the order of the text: what an officer cut anew has numbers of its own.
    std::stable_sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
        const auto& a = left.candidate;
        const auto& b = right.candidate;
        return std::pair(a.part, a.span.start) < std::pair(b.part, b.span.start);
    });
    return found;
}

Result<organisation::Page<DecidedCandidate>> DirectivePort::candidate_page(
    const ident::DocumentId& document, const organisation::PageRequest& page) {
    organisation::Page<DecidedCandidate> found;
    const std::string place = place_of(document);
    const std::int64_t after = page.after.empty() ? 0 : TRY(page_number(page.after));
    const std::int64_t limit = page_limit(page.limit);
    const auto reader = TRY(connections_.readers->borrow());
    TRY(
        reader->run("SELECT state, task, reason, body FROM candidate WHERE document = $1 AND "
                    "number > $2 ORDER BY number LIMIT $3",
                    {document.value, after, limit + 1}, [&](const Row& row) -> Result<void> {
                        found.items.push_back(TRY(decided_from(row, place)));
                        return {};
                    }));
    if (static_cast<std::int64_t>(found.items.size()) > limit) {
        found.items.pop_back();
        found.next = std::to_string(found.items.back().candidate.number);
    }
    return found;
}

Result<std::optional<Task>> DirectivePort::find_task(const ident::TaskId& id) {
    std::optional<Task> found;
    const std::string place = "任务 " + id.value;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT body, steps FROM task WHERE id = $1", {id.value},
                    [&](const Row& row) -> Result<void> {
                        found = TRY(task_from(row.text(0), place));
                        found->steps = TRY(steps_from(row.text(1), place));
                        return {};
                    }));
    return found;
}

Result<Ledger> DirectivePort::ledger(const Scope& scope, const LedgerFilter& filter,
                                     const PageRequest& page) {
    if (scope.reach == Reach::nothing) return Ledger();
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->begin_read());
    std::optional<FoundTasks> found;
    if (!is_short(filter)) {
        found = TRY(find_by_words(*reader, folded_words(filter.words), connections_.few_by_words));
    }
    auto ledger = found ? TRY(ledger_of_found(*reader, *found, scope, filter, page))
                        : TRY(ledger_in_order(*reader, scope, filter, page));
    TRY(reader->commit());
    return ledger;
}

Result<Tally> DirectivePort::tally(const Scope& scope, calendar::Date as_of) {
    Tally tally;
    if (scope.reach == Reach::nothing) return tally;
    Conditions conditions;
    const auto reader = TRY(connections_.readers->borrow());
    const bool ready = is_counted(scope, {});
    const Source source =
        ready ? Source{" FROM task_count c", "c."} : source_of(conditions, scope, {});
    const std::string one = ready ? "c.tasks" : "1";
    if (ready) conditions.add("c.division = " + conditions.bind(scope.root.digits()));
    const std::string day = conditions.bind(as_of.iso());
    TRY(reader->run("SELECT " + source.key + "state, CAST(sum(" + one + ") AS bigint), " +
                        "CAST(sum(CASE WHEN " + source.key + "due < " + day + " THEN " + one +
                        " ELSE 0 END) AS bigint)" + source.from + conditions.where() +
                        " GROUP BY " + source.key + "state",
                    conditions.parameters(), [&](const Row& row) -> Result<void> {
                        add_to(tally, row.text(0), row.integer(1), row.integer(2));
                        return {};
                    }));
    return tally;
}

}  // namespace anmin::store
