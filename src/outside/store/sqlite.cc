#include "store/sqlite.h"

#include <cerrno>
#include <map>
#include <sqlite3.h>
#include <utility>

#include "store/dialect.h"

namespace anmin::store {
namespace {

// SPEC: SQLite, "FTS5": only which rows hold a gram is kept, neither texts nor positions.
constexpr Dialect dialect{"INTEGER",
                          "TEXT",
                          "BLOB",
                          "STRICT",
                          "STRICT, WITHOUT ROWID",
                          "zeroblob(32)",
                          "CREATE VIRTUAL TABLE task_word USING "
                          "fts5(grams, content='', detail=none, columnsize=0, tokenize='ascii');",
                          "INSERT INTO task_word (task_word) VALUES ('delete-all');",
                          ""};
constexpr int busy_milliseconds = 5000;
// Pages in the write-ahead log after which the writer moves them into the file (4 kB each).
constexpr int checkpoint_pages = 2000;

Refusal refusal_of(int code, int system_error) {
    if (system_error == ENOSPC) return Refusal::full_disk;
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY: return Refusal::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY: return Refusal::foreign_key;
        default: break;
    }
    switch (code & 0xff) {
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_TOOBIG: return Refusal::check;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Refusal::busy;
        case SQLITE_FULL: return Refusal::full_disk;
        case SQLITE_READONLY:
        case SQLITE_PERM: return Refusal::read_only;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return Refusal::not_a_database;
        case SQLITE_CANTOPEN: return Refusal::cannot_open;
        default: return Refusal::other;
    }
}

// $1 -> ?1: in SQLite $1 is a name, numbered by where it first stands. The room's SQL has no '$' in
// texts.
std::string numbered(std::string_view sql) {
    std::string out(sql);
    for (char& c : out) {
        if (c == '$') c = '?';
    }
    return out;
}

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

    int columns() const override { return sqlite3_column_count(statement_); }
    std::string_view name(int column) const override {
        return sqlite3_column_name(statement_, column);
    }
    Parameter value(int column) const override {
        switch (sqlite3_column_type(statement_, column)) {
            case SQLITE_NULL: return Null{};
            case SQLITE_INTEGER: return integer(column);
            case SQLITE_BLOB: return Bytes{bytes(column)};
            default: return text(column);
        }
    }
    bool is_null(int column) const override {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const override {
        return sqlite3_column_int64(statement_, column);
    }
    std::string_view text(int column) const override {
        const auto* start = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return start == nullptr ? std::string_view() : std::string_view(start, size(column));
    }
    std::string_view bytes(int column) const override {
        const auto* start = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return start == nullptr ? std::string_view() : std::string_view(start, size(column));
    }

private:
    std::size_t size(int column) const {
        return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    }
    sqlite3_stmt* statement_;
};

class SqliteConnection final : public Connection {
public:
    SqliteConnection(sqlite3* handle, std::string path) : handle_(handle), path_(std::move(path)) {}
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;
    ~SqliteConnection() override {
        for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
        // The database is left in one file, unless another process still reads: then without
        // waiting for it.
        sqlite3_busy_timeout(handle_, 0);
        if (sqlite3_db_readonly(handle_, "main") == 0) move_log(SQLITE_CHECKPOINT_TRUNCATE);
        sqlite3_close(handle_);
    }

    using Connection::run;
    Result<std::int64_t> run(std::string_view sql, std::span<const Parameter> parameters,
                             const RowSink& sink) override {
        CHECK(!running_, "a sink does not use its own connection");
        sqlite3_stmt* statement = TRY(prepared(sql));
        running_ = true;
        auto outcome = bind(statement, parameters);
        auto rows = outcome.ok() ? step(statement, sink) : Result<std::int64_t>(outcome.error());
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
        running_ = false;
        return rows;
    }

    Result<void> script(std::string_view sql) override {
        const std::string own = in_dialect(sql, dialect);
        return checked(sqlite3_exec(handle_, own.c_str(), nullptr, nullptr, nullptr));
    }

    Result<void> begin_write() override { return simple("BEGIN IMMEDIATE"); }
    Result<void> begin_read() override { return simple("BEGIN"); }
    Result<void> begin_migration() override { return simple("BEGIN EXCLUSIVE"); }
    Result<void> commit() override { return simple("COMMIT"); }
    void rollback() override {
        // An engine that gave the transaction up has nothing left to undo.
        if (in_transaction()) (void)simple("ROLLBACK").ok();
    }
    bool in_transaction() override { return sqlite3_get_autocommit(handle_) == 0; }
    Result<void> revive() override { return {}; }

    void checkpoint() override {
        if (pages_in_log_ < checkpoint_pages) return;
        move_log(SQLITE_CHECKPOINT_PASSIVE);
        pages_in_log_ = 0;
    }

    Result<bool> copy_into(const std::string& path) override {
        TRY(run("VACUUM INTO $1", {std::string_view(path)}));
        return true;
    }

    std::string holds_grams(const std::string& grams) const override {
        return "task_word MATCH " + grams;
    }
    Result<void> drop_grams(std::int64_t number, std::string_view grams) override {
        TRY(run("INSERT INTO task_word (task_word, rowid, grams) VALUES ('delete', $1, $2)",
                {number, grams}));
        return {};
    }

    std::string is_one_of(const std::string& column, const std::string& list) const override {
        return column + " IN (SELECT value FROM json_each(" + list + "))";
    }

    Result<bool> has_tables() override {
        const auto rows = TRY(run("SELECT 1 FROM sqlite_master LIMIT 1"));
        return rows > 0;
    }
    Result<bool> has_table(std::string_view name) override {
        const auto rows =
            TRY(run("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1", {name}));
        return rows > 0;
    }
    const std::string& place() const override { return path_; }

    // After the settings: wal_autocheckpoint=0 takes every hook away.
    void watch_log() { sqlite3_wal_hook(handle_, &SqliteConnection::on_commit, this); }

    Result<void> checked(int code) {
        if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return {};
        const int extended = sqlite3_extended_errcode(handle_);
        const int system = (code & 0xff) == SQLITE_IOERR ? sqlite3_system_errno(handle_) : 0;
        return failure(refusal_of(extended, system), path_, sqlite3_errmsg(handle_));
    }

private:
    static int on_commit(void* self, sqlite3*, const char*, int pages) {
        static_cast<SqliteConnection*>(self)->pages_in_log_ = pages;
        return SQLITE_OK;
    }

    void move_log(int how) { sqlite3_wal_checkpoint_v2(handle_, nullptr, how, nullptr, nullptr); }

    Result<void> simple(std::string_view sql) {
        TRY(run(sql));
        return {};
    }

    Result<sqlite3_stmt*> prepared(std::string_view sql) {
        const auto found = statements_.find(sql);
        if (found != statements_.end()) return found->second;
        const std::string own = numbered(sql);
        sqlite3_stmt* statement = nullptr;
        const auto size = static_cast<int>(own.size());
        const int code = sqlite3_prepare_v3(handle_, own.data(), size, SQLITE_PREPARE_PERSISTENT,
                                            &statement, nullptr);
        if (auto outcome = checked(code); !outcome.ok()) return outcome.error();
        statements_.emplace(sql, statement);
        return statement;
    }

    Result<void> bind(sqlite3_stmt* statement, std::span<const Parameter> parameters) {
        int position = 0;
        for (const Parameter& parameter : parameters) {
            const int code = bind_one(statement, ++position, parameter);
            if (code == SQLITE_FORMAT) return failure(Refusal::bad_text, path_);
            if (auto outcome = checked(code); !outcome.ok()) return outcome;
        }
        return {};
    }

    static int bind_one(sqlite3_stmt* statement, int position, const Parameter& parameter) {
        if (const auto* number = std::get_if<std::int64_t>(&parameter)) {
            return sqlite3_bind_int64(statement, position, *number);
        }
        if (const auto* text = std::get_if<std::string_view>(&parameter)) {
            // PostgreSQL has no text with NUL; the two must take the same.
            if (text->find('\0') != std::string_view::npos) return SQLITE_FORMAT;
            return sqlite3_bind_text64(statement, position,
                                       text->data() == nullptr ? "" : text->data(), text->size(),
                                       SQLITE_STATIC, SQLITE_UTF8);
        }
        if (const auto* bytes = std::get_if<Bytes>(&parameter)) {
            return sqlite3_bind_blob64(statement, position,
                                       bytes->view.data() == nullptr ? "" : bytes->view.data(),
                                       bytes->view.size(), SQLITE_STATIC);
        }
        return sqlite3_bind_null(statement, position);
    }

    Result<std::int64_t> step(sqlite3_stmt* statement, const RowSink& sink) {
        std::int64_t rows = 0;
        const SqliteRow row(statement);
        int code = sqlite3_step(statement);
        for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
            ++rows;
            if (!sink) continue;
            if (auto outcome = sink(row); !outcome.ok()) return outcome.error();
        }
        if (auto outcome = checked(code); !outcome.ok()) return outcome.error();
        return sqlite3_stmt_readonly(statement) ? rows : sqlite3_changes64(handle_);
    }

    sqlite3* handle_;
    std::string path_;
    std::map<std::string, sqlite3_stmt*, std::less<>> statements_;
    int pages_in_log_ = 0;
    bool running_ = false;
};

// LIMIT: 64 MB of pages kept by the writer, 16 MB by each reader (negative: kB).
const char* settings_for(Access access) {
    if (access == Access::read) {
        return "PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-16384;"
               "PRAGMA foreign_keys=ON;";
    }
    return "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
           "PRAGMA cache_size=-65536; PRAGMA foreign_keys=ON; PRAGMA journal_size_limit=67108864;";
}

// What undoes a half-done statement: by default a temporary file as soon as it is longer than 64
// kB, a write of a page for every page that a statement touches. Never a file at all rather than a
// high limit: SQLite 3.40 hands what it kept to the file in one piece, and its unixWrite cannot
// write a piece of 128 kB or more ("disk is full").
void keep_undo_in_memory() {
    constexpr int never_a_file = -1;
    static const int configured = sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, never_a_file);
    CHECK(configured == SQLITE_OK, "SQLite is configured before it is used");
}

}  // namespace

Result<std::unique_ptr<Connection>> open_sqlite(const std::string& path, Access access) {
    keep_undo_in_memory();
    const int flags =
        access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    sqlite3* handle = nullptr;
    const int opened = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    CHECK(handle != nullptr, "memory for a connection");
    auto connection = std::make_unique<SqliteConnection>(handle, path);
    if (auto outcome = connection->checked(opened); !outcome.ok()) return outcome.error();
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busy_milliseconds);
    // Only the writer moves the log into the file, at times of its own choice (WAL-reset bug before
    // 3.51.3).
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (access == Access::write && sqlite3_db_readonly(handle, "main") == 1) {
        return failure(Refusal::read_only, path);
    }
    if (auto outcome = connection->script(settings_for(access)); !outcome.ok())
        return outcome.error();
    connection->watch_log();
    // The first read looks at the file's header: a file of another kind is found here.
    if (auto outcome = connection->has_tables(); !outcome.ok()) return outcome.error();
    return std::unique_ptr<Connection>(std::move(connection));
}

}  // namespace anmin::store
