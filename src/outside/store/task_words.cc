#include "store/task_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "store/many_rows.h"
#include "text/utf8.h"

namespace anmin::store {
namespace {

// One character in signs that no engine takes apart: "4fdd", beyond the first plane "z20000".
void add_sign(std::string& out, char32_t character) {
    constexpr std::string_view digits = "0123456789abcdef";
    const bool beyond = character > 0xffff;
    if (beyond) out += 'z';
    for (int shift = beyond ? 16 : 12; shift >= 0; shift -= 4) {
        out += digits[(character >> shift) & 15];
    }
}

constexpr char32_t no_character = 0;  // no text holds NUL

// Of the text's neighbours, each once; `alone` when the last character is a gram of its own.
std::string pairs_of(std::u32string_view text, bool alone) {
    std::vector<std::pair<char32_t, char32_t>> grams;
    grams.reserve(text.size());
    for (std::size_t i = 0; i + 1 < text.size(); ++i) grams.emplace_back(text[i], text[i + 1]);
    if (alone && !text.empty()) grams.emplace_back(text.back(), no_character);
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    std::string joined;
    for (const auto& [first, second] : grams) {
        if (!joined.empty()) joined += ' ';
        add_sign(joined, first);
        if (second != no_character) add_sign(joined, second);
    }
    return joined;
}

}  // namespace

std::string grams_of(std::string_view text) { return pairs_of(text::decode(text), true); }

std::string grams_wanted(std::string_view words) {
    const std::u32string typed = text::decode(words);
    if (typed.size() != 1) return pairs_of(typed, false);
    std::string begins;
    add_sign(begins, typed.front());
    return begins + "*";
}

Result<std::int64_t> count_grams(Connection& connection, std::string_view grams,
                                 std::int64_t limit) {
    std::int64_t rows = 0;
    // The limit stands in the text: of a parameter PostgreSQL's plan would know nothing.
    TRY(connection.run("SELECT count(*) FROM (SELECT 1 FROM task_word WHERE " +
                           connection.holds_grams("$1") + " LIMIT " + std::to_string(limit) +
                           ") AS found",
                       {grams}, [&](const Row& row) -> Result<void> {
                           rows = row.integer(0);
                           return {};
                       }));
    return rows;
}

Result<void> index_words(Connection& connection) {
    constexpr std::int64_t at_once = 10'000;
    std::int64_t last = -1;
    ManyRows rows(connection, "task_word", "rowid, grams", 2);
    for (;;) {
        std::vector<std::pair<std::int64_t, std::string>> some;
        TRY(connection.run(
            "SELECT number, search FROM task WHERE number > $1 ORDER BY number LIMIT $2",
            {last, at_once}, [&](const Row& row) -> Result<void> {
                some.emplace_back(row.integer(0), grams_of(row.text(1)));
                return {};
            }));
        if (some.empty()) return rows.finish();
        for (const auto& [number, grams] : some) TRY(rows.add({number, grams}));
        last = some.back().first;
    }
}

}  // namespace anmin::store
