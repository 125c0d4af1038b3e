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

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

// Each once, in signs.
std::string joined(std::vector<std::u32string_view> grams) {
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    std::string out;
    for (const auto gram : grams) {
        if (!out.empty()) out += ' ';
        for (const char32_t character : gram) add_sign(out, character);
    }
    return out;
}

// Three digits in a row from here on. A hundred pairs of digits are in every other task.
bool are_three(std::u32string_view text, std::size_t at) {
    return at + 2 < text.size() && is_digit(text[at]) && is_digit(text[at + 1]) &&
           is_digit(text[at + 2]);
}

}  // namespace

std::string grams_of(std::string_view given) {
    const std::u32string decoded = text::decode(given);
    const std::u32string_view text = decoded;
    std::vector<std::u32string_view> grams;
    grams.reserve(2 * text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        grams.push_back(text.substr(i, 2));  // of the last one: itself
        if (are_three(text, i)) grams.push_back(text.substr(i, 3));
    }
    return joined(std::move(grams));
}

std::string grams_wanted(std::string_view words) {
    const std::u32string decoded = text::decode(words);
    const std::u32string_view typed = decoded;
    if (typed.size() == 1) {
        std::string begins;
        add_sign(begins, typed.front());
        return begins + "*";
    }
    std::vector<std::u32string_view> grams;
    for (std::size_t i = 0; i + 1 < typed.size(); ++i) {
        const bool is_inside = are_three(typed, i) || (i > 0 && are_three(typed, i - 1));
        if (!is_inside) grams.push_back(typed.substr(i, 2));
        if (are_three(typed, i)) grams.push_back(typed.substr(i, 3));
    }
    return joined(std::move(grams));
}

Result<Indexed> indexed(Connection& connection) {
    Indexed found;
    TRY(
        connection.run("SELECT number, (SELECT coalesce(max(number), 0) FROM task) FROM "
                       "task_word_until",
                       {}, [&](const Row& row) -> Result<void> {
                           found = {row.integer(0), row.integer(1)};
                           return {};
                       }));
    return found;
}

Result<std::optional<FoundTasks>> find_by_words(Connection& connection, std::string_view words,
                                                std::int64_t few) {
    using Found = std::optional<FoundTasks>;
    const std::string grams = grams_wanted(words);
    if (grams.empty()) return Found();
    const auto about = TRY(connection.estimate_grams(grams));
    if (about && *about > few) return Found();
    FoundTasks found;
    auto& numbers = found.numbers;
    // The limit stands in the text: of a parameter PostgreSQL's plan would know nothing.
    TRY(connection.run("SELECT rowid FROM task_word WHERE " + connection.holds_grams("$1") +
                           " LIMIT " + std::to_string(few + 1),
                       {grams}, [&](const Row& row) -> Result<void> {
                           numbers.push_back(row.integer(0));
                           return {};
                       }));
    if (static_cast<std::int64_t>(numbers.size()) > few) return Found();
    const Indexed known = TRY(indexed(connection));
    if (text::decode(words).size() <= 2) found.sure_until = known.until;
    for (std::int64_t next = known.until + 1; next <= known.last; ++next) numbers.push_back(next);
    return Found(std::move(found));
}

Result<std::int64_t> index_words(Connection& connection, std::int64_t most) {
    std::vector<std::pair<std::int64_t, std::string>> some;
    TRY(
        connection.run("SELECT number, search FROM task WHERE number > (SELECT number FROM "
                       "task_word_until) ORDER BY number LIMIT $1",
                       {most}, [&](const Row& row) -> Result<void> {
                           some.emplace_back(row.integer(0), grams_of(row.text(1)));
                           return {};
                       }));
    if (some.empty()) return std::int64_t{0};
    ManyRows rows(connection, "task_word", "rowid, grams", 2);
    for (const auto& [number, grams] : some) TRY(rows.add({number, grams}));
    TRY(rows.finish());
    TRY(connection.run("UPDATE task_word_until SET number = $1", {some.back().first}));
    return static_cast<std::int64_t>(some.size());
}

Result<void> index_all_words(Connection& connection) {
    constexpr std::int64_t at_once = 10'000;
    TRY(connection.script("{clear_words}"));
    TRY(connection.run("UPDATE task_word_until SET number = 0"));
    while (TRY(index_words(connection, at_once)) > 0) {
    }
    return {};
}

Result<bool> index_waiting_words(Connection& connection) {
    // A few hundred texts are looked through in less than a millisecond. A piece takes the time of
    // the next command, but commands that come without a break must not outrun the index.
    constexpr std::int64_t few = 256;
    constexpr std::int64_t least = 2'000;
    const Indexed before = TRY(indexed(connection));
    const std::int64_t waiting = before.last - before.until;
    if (waiting < few) return false;
    const std::int64_t piece = std::max(least, waiting / 4);
    TRY(connection.begin_write());
    const auto done = [&]() -> Result<std::int64_t> {
        const std::int64_t count = TRY(index_words(connection, piece));
        TRY(connection.commit());
        return count;
    }();
    if (!done.ok()) connection.rollback();
    return TRY(done) == piece;
}

}  // namespace anmin::store
