// The index behind the ledger's word filter: task_word knows for each task which pairs of
// neighbouring characters its words hold. It finds what may match; task.search says what does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/database.h"

namespace anmin::store {

// The grams of a text, each once, in the words of task_word: four or more signs a character, eight
// or more a pair, and the last character alone.
std::string grams_of(std::string_view text);

// The grams that every text holding these words holds; a single character stands for all grams that
// begin with it. Of no words: empty.
std::string grams_wanted(std::string_view words);

// How many rows hold the grams, counted up to `limit`.
Result<std::int64_t> count_grams(Connection& connection, std::string_view grams,
                                 std::int64_t limit);

// Fills an empty task_word from the tasks that are there.
Result<void> index_words(Connection& connection);

}  // namespace anmin::store
