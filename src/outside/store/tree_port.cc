// The tree of tasks, read by levels: sums over a subtree are one range of task_node's key.
#include <map>
#include <utility>

#include "directive/spread.h"
#include "store/codec.h"
#include "store/conditions.h"
#include "store/ports.h"

namespace anmin::store {
namespace {

using directive::Below;
using directive::Figures;
using directive::Task;
using directive::TreeRow;

// Everything at or below a path lies in [path, path + ":").
constexpr std::string_view beyond = ":";

// One row of sums; what is done counts as far as it got: a held task is also struck off, verified
// and reported.
const std::string sums =
    "sum(CASE WHEN leaf = 1 AND state NOT IN ('ended', 'merged') THEN 1 ELSE 0 END), "
    "sum(CASE WHEN leaf = 1 AND state NOT IN ('ended', 'merged') AND owned = 0 THEN 1 ELSE 0 END), "
    "sum(CASE WHEN leaf = 1 AND due < $3 AND state NOT IN ('struck_off', 'held', 'ended', "
    "'merged') "
    "THEN 1 ELSE 0 END), "
    "sum(CASE WHEN leaf = 1 AND state IN ('reported', 'verified', 'struck_off', 'held') "
    "THEN 1 ELSE 0 END), "
    "sum(CASE WHEN leaf = 1 AND state IN ('verified', 'struck_off', 'held') THEN 1 ELSE 0 END), "
    "sum(CASE WHEN leaf = 1 AND state IN ('struck_off', 'held') THEN 1 ELSE 0 END), "
    "sum(CASE WHEN leaf = 1 AND state = 'held' THEN 1 ELSE 0 END), "
    "sum(CASE WHEN leaf = 1 AND state = 'ended' THEN 1 ELSE 0 END), "
    "CAST(sum(CASE WHEN leaf = 1 AND state NOT IN ('ended', 'merged') THEN done ELSE 0 END) AS "
    "bigint), "
    "CAST(sum(CASE WHEN leaf = 1 AND state IN ('verified', 'struck_off', 'held') THEN done "
    "ELSE 0 END) AS bigint), "
    "CAST(sum(CASE WHEN leaf = 1 AND state IN ('struck_off', 'held') THEN done ELSE 0 END) "
    "AS bigint), "
    "CAST(sum(CASE WHEN leaf = 1 AND state = 'held' THEN done ELSE 0 END) AS bigint), "
    "sum(CASE WHEN leaf = 1 AND state = 'merged' THEN 1 ELSE 0 END)";

Figures figures_from(const Row& row, int first) {
    const auto number = [&row, first](int column) { return row.integer(first + column); };
    return {number(0), number(1), number(2), number(3),  number(4),  number(5), number(6),
            number(7), number(8), number(9), number(10), number(11), number(12)};
}

// Sums for each path that begins with `length` figures, in the range from `first` to the end of
// `last`.
Result<std::map<std::string, Figures>> grouped(Connection& connection, const std::string& root,
                                               std::size_t length, const std::string& first,
                                               const std::string& last, calendar::Date as_of) {
    std::map<std::string, Figures> found;
    const std::string day = as_of.iso();
    const std::string end = last + std::string(beyond);
    const std::string start = "substr(path, 1, " + std::to_string(length) + ")";
    TRY(connection.run("SELECT " + start + ", " + sums +
                           " FROM task_node WHERE root = $1 AND path >= $2 AND path < $4 "
                           "GROUP BY " +
                           start,
                       {root, first, day, end}, [&](const Row& row) -> Result<void> {
                           found.emplace(row.string(0), figures_from(row, 1));
                           return {};
                       }));
    return found;
}

const std::string below_sums =
    "sum(CASE WHEN state NOT IN ('struck_off', 'held', 'ended', 'merged') THEN 1 ELSE 0 END), "
    "sum(CASE WHEN state NOT IN ('ended', 'merged') THEN 1 ELSE 0 END), "
    "sum(CASE WHEN state NOT IN ('ended', 'merged') AND target IS NULL THEN 1 ELSE 0 END), "
    "CAST(coalesce(sum(CASE WHEN state NOT IN ('ended', 'merged') THEN target END), 0) AS bigint)";

Below below_from(const Row& row, int first) {
    return {row.integer(first), row.integer(first + 1), row.integer(first + 2),
            row.integer(first + 3)};
}

Result<std::vector<TreeRow>> rows_of(Connection& connection, const Task& task,
                                     const organisation::PageRequest& page, std::int64_t limit) {
    std::vector<TreeRow> rows;
    TRY(
        connection.run("SELECT t.body FROM task_node n JOIN task t ON t.id = n.task "
                       "WHERE n.parent = $1 AND n.path > $2 ORDER BY n.path LIMIT $3",
                       {task.id.value, page.after, limit}, [&](const Row& row) -> Result<void> {
                           rows.push_back({TRY(task_from(row.text(0), "task")), {}, {}});
                           return {};
                       }));
    return rows;
}

Result<void> fill(Connection& connection, const Task& task, calendar::Date as_of,
                  std::vector<TreeRow>& rows) {
    const auto figures =
        TRY(grouped(connection, task.root.value, task.path.size() + directive::path_step,
                    rows.front().task.path, rows.back().task.path, as_of));
    for (TreeRow& row : rows) {
        const auto found = figures.find(row.task.path);
        if (found != figures.end()) row.figures = found->second;
        if (row.task.children == 0) continue;
        TRY(connection.run("SELECT " + below_sums + " FROM task_node WHERE parent = $1",
                           {row.task.id.value}, [&](const Row& sum) -> Result<void> {
                               row.below = below_from(sum, 0);
                               return {};
                           }));
    }
    return {};
}

}  // namespace

Result<Below> TreePort::below(const Task& task) {
    Below below;
    if (task.children == 0) return below;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT " + below_sums + " FROM task_node WHERE parent = $1", {task.id.value},
                    [&](const Row& row) -> Result<void> {
                        below = below_from(row, 0);
                        return {};
                    }));
    return below;
}

Result<std::vector<Task>> TreePort::above(const Task& task) {
    std::vector<Task> found;
    const auto reader = TRY(connections_.readers->borrow());
    for (std::size_t length = 0; length < task.path.size(); length += directive::path_step) {
        const std::string path = task.path.substr(0, length);
        TRY(
            reader->run("SELECT t.body FROM task_node n JOIN task t ON t.id = n.task "
                        "WHERE n.root = $1 AND n.path = $2",
                        {task.root.value, path}, [&](const Row& row) -> Result<void> {
                            found.push_back(TRY(task_from(row.text(0), "task")));
                            return {};
                        }));
    }
    return found;
}

Result<Figures> TreePort::figures(const Task& task, calendar::Date as_of) {
    const auto reader = TRY(connections_.readers->borrow());
    const auto found =
        TRY(grouped(*reader, task.root.value, task.path.size(), task.path, task.path, as_of));
    return found.empty() ? Figures{} : found.begin()->second;
}

Result<organisation::Page<TreeRow>> TreePort::parts(const Task& task, calendar::Date as_of,
                                                    const organisation::PageRequest& page) {
    organisation::Page<TreeRow> found;
    const std::int64_t limit = page_limit(page.limit);
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->begin_read());
    found.items = TRY(rows_of(*reader, task, page, limit + 1));
    if (static_cast<std::int64_t>(found.items.size()) > limit) {
        found.items.pop_back();
        found.next = found.items.back().task.path;
    }
    if (!found.items.empty()) TRY(fill(*reader, task, as_of, found.items));
    TRY(reader->commit());
    return found;
}

}  // namespace anmin::store
