// The index behind the ledger's word filter: task_word knows for each task which pairs of
// neighbouring characters its words hold, and which three digits in a row. It finds what may match;
// task.search says what does.
//
// The newest tasks are sorted into it later, many at once, when nobody waits: so they have no row
// there yet, and are looked through one by one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace anmin::store {

// The grams of a text, each once, in the words of task_word: four or more signs a character, so
// eight or more a pair, and the last character alone.
std::string grams_of(std::string_view text);

// The grams that every text holding these words holds; a single character stands for all grams that
// begin with it. Of no words: empty.
std::string grams_wanted(std::string_view words);

// Numbers of tasks that may hold the words.
struct FoundTasks {
    std::vector<std::int64_t> numbers;
    std::int64_t sure_until = 0;  // up to here they do: the words are no longer than a pair
};

// All that may hold them; nothing when these are more than `few`, or no words are given.
Result<std::optional<FoundTasks>> find_by_words(Connection& connection, std::string_view words,
                                                std::int64_t few);

// Numbers of tasks, as of task.number.
struct Indexed {
    std::int64_t until = 0;  // up to here tasks are in the index
    std::int64_t last = 0;   // the highest that a task has
};
Result<Indexed> indexed(Connection& connection);

// Sorts the next tasks into the index, at most so many; gives how many there were.
Result<std::int64_t> index_words(Connection& connection, std::int64_t most);
// Fills the index anew with all tasks.
Result<void> index_all_words(Connection& connection);

// As a writer's Tidy: sorts a piece into the index, in a transaction of its own, when so many wait
// that searching would feel them. True: there is more.
Result<bool> index_waiting_words(Connection& connection);

}  // namespace anmin::store
