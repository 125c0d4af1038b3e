// A connection to a database engine: the little that SQLite and PostgreSQL have in common. Start
// here to read SQL in this room; sqlite.cc and postgres.cc are the only files that know an engine.
//
// SQL is written once, in the subset both engines share, with $1 placeholders (each number may be
// used more than once). A connection belongs to one thread at a time. Statements are prepared once
// and kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "result/result.h"
#include "store/failure.h"

namespace anmin::store {

// Bytes that are no text. Like every Parameter it borrows: it must outlive the call.
struct Bytes {
    std::string_view view;
};
struct Null {};
using Parameter = std::variant<Null, std::int64_t, std::string_view, Bytes>;

// The row at hand; texts and bytes are valid until the next row.
class Row {
public:
    virtual ~Row() = default;
    virtual int columns() const = 0;
    virtual std::string_view name(int column) const = 0;
    // The value with its type: Null, integer, text or bytes.
    virtual Parameter value(int column) const = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;   // 0 for null
    virtual std::string_view text(int column) const = 0;  // empty for null
    virtual std::string_view bytes(int column) const = 0;

    std::string string(int column) const { return std::string(text(column)); }
};

// Called for each row; an Error ends the statement and is handed on. It must not use the same
// connection.
using RowSink = std::function<Result<void>(const Row&)>;

enum class Access { write, read };

class Connection {
public:
    virtual ~Connection() = default;

    // Runs one statement to its end. Gives the number of rows changed (of a query: rows seen).
    virtual Result<std::int64_t> run(std::string_view sql, std::span<const Parameter> parameters,
                                     const RowSink& sink) = 0;
    Result<std::int64_t> run(std::string_view sql, std::initializer_list<Parameter> parameters = {},
                             const RowSink& sink = {}) {
        return run(sql, std::span<const Parameter>(parameters.begin(), parameters.size()), sink);
    }

    // Writes rows by the engine's own way for many of them; false when it has no such thing. It may
    // not wait for the outcome: the next call, at the latest the commit, then tells what was wrong.
    // `columns`: "a, b"; `values`: row after row, `width` each, of the columns' own types. `after`
    // ends the statement (ON CONFLICT ...).
    virtual Result<bool> copy_rows([[maybe_unused]] std::string_view table,
                                   [[maybe_unused]] std::string_view columns,
                                   [[maybe_unused]] std::size_t width,
                                   [[maybe_unused]] std::span<const Parameter> values,
                                   [[maybe_unused]] std::string_view after) {
        return false;
    }

    // Tells the engine's planner what a table holds now, after a change of most of it. Nothing to
    // do where plans go by the indexes alone.
    virtual Result<void> count_values([[maybe_unused]] std::string_view table) { return {}; }

    // Takes all rows out of the tables. In a migration, which nobody reads beside, PostgreSQL
    // begins new files for them: an index made in the same transaction is of no use for old rows.
    virtual Result<void> empty(std::span<const std::string_view> tables) {
        for (const auto table : tables) TRY(run("DELETE FROM " + std::string(table)));
        return {};
    }

    // Runs several statements; {integer} {text} {blob} {strict} {keyed} are put into the engine's
    // words.
    virtual Result<void> script(std::string_view sql) = 0;

    virtual Result<void> begin_write() = 0;      // one writer at a time, over all servers
    virtual Result<void> begin_read() = 0;       // one snapshot for all that follows
    virtual Result<void> begin_migration() = 0;  // nobody else migrates meanwhile
    virtual Result<void> commit() = 0;
    virtual void rollback() = 0;
    // False also when the engine itself gave the transaction up (disk full, connection lost).
    virtual bool in_transaction() = 0;

    // Connects again after a lost connection; nothing to do for a file.
    virtual Result<void> revive() = 0;
    // What is better done between two groups of commands than while somebody waits: moves the
    // write-ahead log into the database file, sorts new words into their index. Only the writer.
    virtual void checkpoint() {}

    // A consistent copy as a new SQLite file, by the engine itself; false when the engine has no
    // such thing.
    virtual Result<bool> copy_into(const std::string&) { return false; }

    // The index of words (task_words.h): the condition that a row of task_word holds all grams of a
    // list, and the end of a row that was written with these grams.
    virtual std::string holds_grams(const std::string& grams) const = 0;
    // About how many rows hold them, found out in a few milliseconds; nothing where reading some of
    // the rows and stopping is as quick.
    virtual Result<std::optional<std::int64_t>> estimate_grams(std::string_view) {
        return std::optional<std::int64_t>();
    }
    virtual Result<void> drop_grams(std::int64_t number, std::string_view grams) = 0;

    // The condition that a column's integer is in a list "[1,2,3]".
    virtual std::string is_one_of(const std::string& column, const std::string& list) const = 0;

    virtual Result<bool> has_tables() = 0;  // anything at all in this database or schema
    virtual Result<bool> has_table(std::string_view name) = 0;
    virtual const std::string& place() const = 0;  // for messages; never with a password
};

}  // namespace anmin::store
