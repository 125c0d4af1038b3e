#include <algorithm>
#include <utility>

#include "store/ask_rows.h"
#include "store/codec.h"
#include "store/conditions.h"
#include "store/ledger_key.h"
#include "store/ports.h"
#include "store/task_words.h"

namespace anmin::store {
namespace {

using directive::DecidedCandidate;
using directive::Ledger;
using directive::LedgerFilter;
using directive::Tally;
using directive::Task;
using organisation::Reach;
using organisation::Scope;

// Where the rows of a list come from. A subtree is one range of task_place, already in order.
// Ancestors, and lists that an index of `task` makes short, are looked up in `task` itself.
struct Source {
    std::string from;
    std::string key;  // prefix of the columns due, id and state
};

// Rows that are counted one by one; a longer list says "at least".
constexpr std::int64_t count_limit = 1'000;

// Tasks by their number, where the index of words found them.
using Found = std::optional<std::vector<std::int64_t>>;

std::string list_of(const std::vector<std::int64_t>& numbers) {
    std::string list = "[";
    for (const std::int64_t number : numbers) {
        list += (list.size() == 1 ? "" : ",") + std::to_string(number);
    }
    return list + "]";
}

Source source_of(Conditions& conditions, const Scope& scope, const LedgerFilter& filter,
                 const Connection& connection, const Found& found) {
    if (filter.taken_apart) {
        const std::string issued = in_scope(conditions, scope, "t.division");
        conditions.add(issued + " OR " + in_scope(conditions, scope, "t.owner_division"));
        conditions.add("n.path = '' AND n.leaf = 0");
        return {" FROM task_node n JOIN task t ON t.id = n.root", "t."};
    }
    if (found) {
        const std::string list = conditions.bind(list_of(*found));
        conditions.add("t.number IN (" + connection.numbers_of(list) + ")");
    }
    const bool narrow = found || filter.document.has_value() || filter.owner.has_value() ||
                        filter.marked.has_value() || !scope.former.empty();
    if (narrow || scope.reach != Reach::subtree) {
        const std::string issued = in_scope(conditions, scope, "t.division");
        conditions.add(issued + " OR " + in_scope(conditions, scope, "t.owner_division"));
        return {" FROM task t", "t."};
    }
    conditions.add("p.division = " + conditions.bind(scope.root.digits()));
    return {filter.words.empty() ? " FROM task_place p"
                                 : " FROM task_place p JOIN task t ON t.id = p.id",
            "p."};
}

void add_filter(Conditions& conditions, const LedgerFilter& filter, const Source& source) {
    std::string states;
    for (const auto state : filter.states) {
        states += (states.empty() ? "" : ", ") + conditions.bind(std::string(word_of_state(state)));
    }
    if (!states.empty()) conditions.add(source.key + "state IN (" + states + ")");
    if (filter.document) conditions.add("t.document = " + conditions.bind(filter.document->value));
    if (filter.owner) conditions.add("t.owner_post = " + conditions.bind(filter.owner->value));
    if (filter.due_before) {
        conditions.add(source.key + "due < " + conditions.bind(filter.due_before->iso()));
    }
    if (filter.marked) {
        conditions.add("t.id IN (SELECT m.task FROM task_mark m WHERE m.mark = " +
                       conditions.bind(std::string(word_of_mark(filter.marked->mark))) +
                       " AND m.on_day <= " + conditions.bind(filter.marked->until.iso()) + ")");
    }
    if (!filter.words.empty()) {
        // Not LIKE: PostgreSQL takes that for rare and would read and sort every task where a few
        // rows in the ledger's order are enough.
        const std::string words = conditions.bind(folded_words(filter.words));
        conditions.add("replace(t.search, " + words + ", '') <> t.search");
    }
}

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
    TRY(connection.run(
        "SELECT CAST(coalesce(sum(c.tasks), 0) AS bigint)" + source.from + conditions.where(),
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

void add_to(Tally& tally, std::string_view state, std::int64_t count, std::int64_t late) {
    using directive::TaskState;
    const auto is = [state](TaskState one) { return state == word_of_state(one); };
    if (is(TaskState::confirmed)) tally.confirmed += count;
    if (is(TaskState::assigned)) tally.assigned += count;
    if (is(TaskState::reported)) tally.reported += count;
    if (is(TaskState::verified)) tally.verified += count;
    if (is(TaskState::struck_off)) tally.struck_off += count;
    if (is(TaskState::held)) tally.held += count;
    if (is(TaskState::ended)) tally.ended += count;
    const bool closed = is(TaskState::struck_off) || is(TaskState::held) || is(TaskState::ended);
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
                                     const organisation::PageRequest& page) {
    Ledger ledger;
    if (scope.reach == Reach::nothing) return ledger;
    Conditions conditions;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->begin_read());
    const Found found =
        TRY(find_by_words(*reader, folded_words(filter.words), connections_.few_by_words));
    const Source source = source_of(conditions, scope, filter, *reader, found);
    add_filter(conditions, filter, source);
    if (is_counted(scope, filter)) {
        ledger.total = TRY(counted(*reader, scope, filter));
    } else {
        const bool frequent = !filter.words.empty() && !found;
        ledger.total = TRY(count_of(*reader, conditions, source,
                                    frequent ? count_limit + 1 : std::optional<std::int64_t>()));
        ledger.is_more = frequent && ledger.total > count_limit;
        if (ledger.is_more) ledger.total = count_limit;
    }
    if (!page.after.empty()) {
        const PageKey key = TRY(page_key(page.after));
        const std::string due = conditions.bind(key.first);
        conditions.add("(" + source.key + "due, " + source.key + "id) > (" + due + ", " +
                       conditions.bind(key.second) + ")");
    }
    const std::int64_t limit = page_limit(page.limit);
    auto tasks = TRY(tasks_of(*reader, conditions, source, limit + 1));
    if (static_cast<std::int64_t>(tasks.size()) > limit) {
        tasks.pop_back();
        ledger.page.next = due_key(tasks.back().due) + "/" + tasks.back().id.value;
    }
    ledger.page.items = std::move(tasks);
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
        ready ? Source{" FROM task_count c", "c."} : source_of(conditions, scope, {}, *reader, {});
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
