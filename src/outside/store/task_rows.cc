#include "store/task_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "store/codec.h"
#include "store/conditions.h"
#include "store/ledger_key.h"
#include "store/many_rows.h"
#include "store/task_words.h"

namespace anmin::store {
namespace {

using directive::Task;

// Every division that holds the task: the issuer's, the owner's, and all above them.
std::set<std::string> places_of(const Task& task) {
    std::set<std::string> places;
    const auto add = [&places](const ident::DivisionCode& code) {
        for (std::optional<ident::DivisionCode> up = code; up; up = up->parent()) {
            places.insert(up->digits());
        }
    };
    add(task.division);
    if (task.owner) add(task.owner->division);
    return places;
}

// What the ledger's word filter looks through.
std::string search_text(const Task& task) {
    std::string text = task.item.text + "\n" + task.source_title + "\n" + task.issuer;
    if (task.owner) text += "\n" + task.owner->unit_name + "\n" + task.owner->post_title;
    return folded_words(text);
}

bool has_post(const Task& task) { return task.owner && !task.owner->post.value.empty(); }

// Division, due and state with how many more (or fewer) tasks there are, and how many of those
// nobody has signed for.
struct Change {
    std::int64_t tasks = 0;
    std::int64_t unsigned_for = 0;
};
using Counts = std::map<std::array<std::string, 3>, Change>;

std::int64_t unsigned_of(const Task& task) { return directive::unsigned_for(task) ? 1 : 0; }

void count(Counts& counts, const Task& task, std::int64_t change) {
    const std::string due = due_key(directive::late_after(task));
    const std::string state(word_of_state(task.state));
    for (const std::string& place : places_of(task)) {
        Change& one = counts[{place, due, state}];
        one.tasks += change;
        one.unsigned_for += change * unsigned_of(task);
    }
}

Result<void> put_counts(Connection& connection, const Counts& counts) {
    ManyRows changes(connection, "task_count", "division, due, state, tasks, unsigned", 5,
                     "ON CONFLICT (division, due, state) DO UPDATE SET tasks = task_count.tasks + "
                     "excluded.tasks, unsigned = task_count.unsigned + excluded.unsigned");
    for (const auto& [key, change] : counts) {
        if (change.tasks == 0 && change.unsigned_for == 0) continue;
        TRY(changes.add({key[0], key[1], key[2], change.tasks, change.unsigned_for}));
    }
    TRY(changes.finish());
    for (const auto& [key, change] : counts) {
        if (change.tasks >= 0) continue;
        TRY(
            connection.run("DELETE FROM task_count WHERE division = $1 AND due = $2 AND state = $3 "
                           "AND tasks = 0",
                           {key[0], key[1], key[2]}));
    }
    return {};
}

Result<std::int64_t> last_number(Connection& connection) {
    std::int64_t last = 0;
    TRY(connection.run("SELECT coalesce(max(number), 0) FROM task", {},
                       [&](const Row& row) -> Result<void> {
                           last = row.integer(0);
                           return {};
                       }));
    return last;
}

// The tables of new tasks, filled side by side.
class NewTasks {
public:
    // `last`: the highest number that a task has.
    NewTasks(Connection& connection, std::int64_t last)
        : connection_(connection),
          number_(last),
          tasks_(connection, "task",
                 "id, version, state, document, division, owner_post, owner_division, due, search, "
                 "body, steps, confirmed_day, number, unsigned",
                 14),
          places_(connection, "task_place", "division, due, id, state", 4),
          nodes_(connection, "task_node",
                 "root, path, task, parent, leaf, owned, state, due, target, done", 10) {}

    // The task stays where it is until finish().
    Result<void> add(const Task& task) {
        const std::string due = due_key(directive::late_after(task));
        const std::string_view state = word_of_state(task.state);
        const TaskTexts texts = TRY(task_texts(task));
        const std::string search = search_text(task);
        TRY(tasks_.add({task.id.value, task.version, state, task.document.value,
                        task.division.digits(), post_of(task), division_of(task), due, search,
                        texts.body, texts.steps, day_number(task.confirmed_on), ++number_,
                        unsigned_of(task)}));
        for (const std::string& place : places_of(task)) {
            held_[place].push_back({due, task.id.value, state, unsigned_of(task)});
        }
        in_trees_.push_back(&task);
        return {};
    }

    Result<void> finish() {
        TRY(tasks_.finish());
        // In the order of their key: each row then goes beside the one before it.
        for (auto& [place, tasks] : held_) {
            if (!std::is_sorted(tasks.begin(), tasks.end())) std::sort(tasks.begin(), tasks.end());
            for (const Held& one : tasks) {
                TRY(places_.add({place, one.due, one.id, one.state}));
                counted(place, one);
            }
        }
        TRY(places_.finish());
        TRY(add_nodes());
        return put_counts(connection_, counts_);
    }

    static Parameter post_of(const Task& task) {
        if (!has_post(task)) return Null{};
        return std::string_view(task.owner->post.value);
    }
    static Parameter division_of(const Task& task) {
        if (!task.owner) return Null{};
        return std::string_view(task.owner->division.digits());
    }

private:
    struct Held {
        std::string due;
        std::string_view id;
        std::string_view state;
        std::int64_t unsigned_for = 0;
        auto operator<=>(const Held&) const = default;
    };

    // One more; in the order of the keys, so the place is most often the one counted last.
    void counted(const std::string& place, const Held& one) {
        if (counts_.empty() || last_->first[0] != place || last_->first[1] != one.due ||
            last_->first[2] != one.state) {
            last_ = counts_.try_emplace({place, one.due, std::string(one.state)}).first;
        }
        ++last_->second.tasks;
        last_->second.unsigned_for += one.unsigned_for;
    }

    Result<void> add_nodes() {
        std::sort(in_trees_.begin(), in_trees_.end(), [](const Task* left, const Task* right) {
            return std::tie(left->root.value, left->path) <
                   std::tie(right->root.value, right->path);
        });
        for (const Task* task : in_trees_) {
            TRY(nodes_.add(
                {task->root.value, task->path, task->id.value,
                 task->parent ? Parameter(std::string_view(task->parent->value)) : Null{},
                 std::int64_t{task->children == 0}, std::int64_t{has_post(*task)},
                 word_of_state(task->state), due_key(directive::late_after(*task)),
                 task->target ? Parameter(task->target->thousandths) : Null{},
                 task->done.value_or(0)}));
        }
        return nodes_.finish();
    }

    Connection& connection_;
    std::int64_t number_;
    std::vector<const Task*> in_trees_;
    ManyRows tasks_;
    ManyRows places_;
    ManyRows nodes_;
    std::map<std::string, std::vector<Held>> held_;  // by division
    Counts counts_;
    Counts::iterator last_;
};

// Rows whose key stays only change their state.
Result<void> move_places(Connection& connection, const Task& before, const Task& after) {
    const std::string due = due_key(directive::late_after(before));
    const auto places = places_of(before);
    const auto new_places = places_of(after);
    const bool same = due == due_key(directive::late_after(after)) && places == new_places;
    const bool stays = same && before.state == after.state;
    if (stays && unsigned_of(before) == unsigned_of(after)) return {};
    const std::string_view state = word_of_state(after.state);
    for (const std::string& place : places) {
        if (stays) break;
        const std::string_view change =
            same ? "UPDATE task_place SET state = $4 WHERE division = $1 AND due = $2 AND id = $3"
                 : "DELETE FROM task_place WHERE division = $1 AND due = $2 AND id = $3";
        if (same) {
            TRY(connection.run(change, {place, due, after.id.value, state}));
        } else {
            TRY(connection.run(change, {place, due, after.id.value}));
        }
    }
    if (!same) {
        ManyRows rows(connection, "task_place", "division, due, id, state", 4);
        const std::string new_due = due_key(directive::late_after(after));
        for (const std::string& place : new_places) {
            TRY(rows.add({place, new_due, after.id.value, state}));
        }
        TRY(rows.finish());
    }
    Counts counts;
    count(counts, before, -1);
    count(counts, after, 1);
    return put_counts(connection, counts);
}

Result<void> move_words(Connection& connection, const Task& before, const Task& after) {
    const std::string old_words = search_text(before);
    const std::string new_words = search_text(after);
    if (old_words == new_words) return {};
    std::int64_t number = 0;
    TRY(connection.run("SELECT number FROM task WHERE id = $1", {after.id.value},
                       [&](const Row& row) -> Result<void> {
                           number = row.integer(0);
                           return {};
                       }));
    if (number > TRY(indexed(connection)).until) return {};
    TRY(connection.drop_grams(number, grams_of(old_words)));
    const std::string grams = grams_of(new_words);
    TRY(connection.run("INSERT INTO task_word (rowid, grams) VALUES ($1, $2)", {number, grams}));
    return {};
}

}  // namespace

Result<void> add_task(Connection& connection, const Task& task) {
    return add_tasks(connection, {task});
}

Result<void> add_tasks(Connection& connection, const std::vector<Task>& tasks) {
    NewTasks rows(connection, TRY(last_number(connection)));
    for (const Task& task : tasks) TRY(rows.add(task));
    return rows.finish();
}

Result<void> change_task(Connection& connection, const Task& before, const Task& after) {
    const TaskTexts texts = TRY(task_texts(after));
    const std::string search = search_text(after);
    const std::string due = due_key(directive::late_after(after));
    TRY(connection.run(
        "UPDATE task SET version = $2, state = $3, owner_post = $4, owner_division = $5, due = $6, "
        "search = $7, body = $8, steps = $9, unsigned = $10 WHERE id = $1",
        {after.id.value, after.version, word_of_state(after.state), NewTasks::post_of(after),
         NewTasks::division_of(after), due, search, texts.body, texts.steps, unsigned_of(after)}));
    TRY(connection.run(
        "UPDATE task_node SET leaf = $3, owned = $4, state = $5, due = $6, target = $7, done = $8 "
        "WHERE root = $1 AND path = $2",
        {after.root.value, after.path, std::int64_t{after.children == 0},
         std::int64_t{has_post(after)}, word_of_state(after.state), due,
         after.target ? Parameter(after.target->thousandths) : Null{}, after.done.value_or(0)}));
    TRY(move_words(connection, before, after));
    return move_places(connection, before, after);
}

Result<std::int64_t> open_parts(Connection& connection, const ident::TaskId& task) {
    std::int64_t open = 0;
    TRY(
        connection.run("SELECT count(*) FROM task_node WHERE parent = $1 AND state NOT IN "
                       "('struck_off', 'held', 'ended', 'merged')",
                       {task.value}, [&](const Row& row) -> Result<void> {
                           open = row.integer(0);
                           return {};
                       }));
    return open;
}

}  // namespace anmin::store
