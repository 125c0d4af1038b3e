#include "store/found_tasks.h"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "store/codec.h"
#include "store/conditions.h"
#include "store/ledger_key.h"
#include "store/ledger_query.h"

namespace anmin::store {
namespace {

using directive::Ledger;
using directive::LedgerFilter;
using directive::Task;

// Tasks that are looked at together, and where counting them ends.
constexpr std::size_t at_once = 1'000;
constexpr std::size_t count_limit = 1'000;

struct Place {
    std::string due;
    std::string id;
    std::int64_t number = 0;
    auto operator<=>(const Place&) const = default;
};

std::string list_of(const std::vector<std::int64_t>& numbers) {
    std::string list = "[";
    for (const std::int64_t number : numbers) {
        list += (list.size() == 1 ? "" : ",") + std::to_string(number);
    }
    return list + "]";
}

// Every column it reads is one of the index task_number.
Result<std::vector<Place>> places_of(Connection& connection,
                                     const std::vector<std::int64_t>& numbers,
                                     const organisation::Scope& scope, const LedgerFilter& filter) {
    Conditions conditions;
    conditions.add(connection.is_one_of("t.number", conditions.bind(list_of(numbers))));
    add_scope(conditions, scope);
    add_filter(conditions, filter, {" FROM task t", "t."});
    std::vector<Place> places;
    TRY(connection.run("SELECT t.number, t.due, t.id FROM task t" + conditions.where(),
                       conditions.parameters(), [&](const Row& row) -> Result<void> {
                           places.push_back({row.string(1), row.string(2), row.integer(0)});
                           return {};
                       }));
    std::sort(places.begin(), places.end());
    return places;
}

// Adds those of the places whose tasks hold the words and not only their pairs.
Result<void> add_holders(Connection& connection, std::span<const Place> places,
                         std::int64_t sure_until, const std::string& words,
                         std::vector<Place>& holders) {
    std::vector<std::int64_t> unsure;
    for (const auto& place : places) {
        if (place.number > sure_until) unsure.push_back(place.number);
    }
    std::unordered_set<std::int64_t> hold;
    if (!unsure.empty()) {
        Conditions conditions;
        conditions.add(connection.is_one_of("t.number", conditions.bind(list_of(unsure))));
        conditions.add(holds_words(conditions, words));
        TRY(connection.run("SELECT t.number FROM task t" + conditions.where(),
                           conditions.parameters(), [&](const Row& row) -> Result<void> {
                               hold.insert(row.integer(0));
                               return {};
                           }));
    }
    for (const auto& place : places) {
        if (place.number <= sure_until || hold.contains(place.number)) holders.push_back(place);
    }
    return {};
}

Result<std::vector<Task>> tasks_at(Connection& connection,
                                   const std::vector<std::int64_t>& numbers) {
    Conditions conditions;
    conditions.add(connection.is_one_of("t.number", conditions.bind(list_of(numbers))));
    std::vector<Task> tasks;
    TRY(connection.run("SELECT t.body FROM task t" + conditions.where() + " ORDER BY t.due, t.id",
                       conditions.parameters(), [&](const Row& row) -> Result<void> {
                           tasks.push_back(TRY(task_from(row.text(0), "task")));
                           return {};
                       }));
    return tasks;
}

}  // namespace

Result<Ledger> ledger_of_found(Connection& connection, const FoundTasks& found,
                               const organisation::Scope& scope, const LedgerFilter& filter,
                               const organisation::PageRequest& page) {
    const auto places = TRY(places_of(connection, found.numbers, scope, filter));
    const PageKey key = page.after.empty() ? PageKey() : TRY(page_key(page.after));
    const auto limit = static_cast<std::size_t>(page_limit(page.limit));
    const std::string words = folded_words(filter.words);
    std::vector<Place> holders;
    std::vector<std::int64_t> numbers;  // of the page, and of the first task after it
    std::size_t looked_at = 0;
    std::size_t compared = 0;
    while (looked_at < places.size() &&
           (holders.size() <= count_limit || numbers.size() <= limit)) {
        const auto some = std::span(places).subspan(looked_at).first(
            std::min(at_once, places.size() - looked_at));
        TRY(add_holders(connection, some, found.sure_until, words, holders));
        looked_at += some.size();
        for (; compared < holders.size() && numbers.size() <= limit; ++compared) {
            const auto& place = holders[compared];
            const bool is_after = std::pair(place.due, place.id) > std::pair(key.first, key.second);
            if (is_after) numbers.push_back(place.number);
        }
    }
    Ledger ledger;
    ledger.is_more = looked_at < places.size();
    ledger.total = static_cast<std::int64_t>(ledger.is_more ? count_limit : holders.size());
    const bool has_next = numbers.size() > limit;
    if (has_next) numbers.pop_back();
    if (!numbers.empty()) ledger.page.items = TRY(tasks_at(connection, numbers));
    if (has_next) {
        const auto& last = ledger.page.items.back();
        ledger.page.next = due_key(last.due) + "/" + last.id.value;
    }
    return ledger;
}

}  // namespace anmin::store
