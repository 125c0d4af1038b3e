#include "store/postgres.h"

#include <array>
#include <charconv>
#include <libpq-fe.h>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "store/dialect.h"

namespace anmin::store {
namespace {

constexpr Dialect dialect{
    "bigint",
    "text COLLATE \"C\"",
    "bytea",
    "",
    "",
    "decode(repeat('00', 32), 'hex')",
    "CREATE TABLE task_word (rowid bigint PRIMARY KEY, grams text NOT NULL);"
    "CREATE INDEX task_word_grams ON task_word USING gin ((grams::tsvector));",
    "DELETE FROM task_word;",
    "CREATE INDEX task_word_sample ON task_word USING gin ((grams::tsvector)) WITH (fastupdate = "
    "off) WHERE rowid * 40503 % 65536 < 128;"};

// One row of 512, of no pattern in the numbers: the planner takes the index of the sample only for
// the very condition that it was made with.
constexpr std::string_view in_sample = "rowid * 40503 % 65536 < 128";
constexpr std::int64_t rows_for_one = 512;
static_assert(dialect.words_sample.find(in_sample) != std::string_view::npos);

// pg_type.oid of the types this room uses.
constexpr Oid type_bytes = 17;
constexpr Oid type_int8 = 20;
constexpr Oid type_int4 = 23;
constexpr Oid type_text = 25;

// Taken while migrating, the same number in every server ("anmin").
constexpr std::string_view migration_lock = "SELECT pg_advisory_xact_lock(418564401518)";

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ClearResult>;

// SPEC: PostgreSQL 15, appendix A: error codes.
Refusal refusal_of(std::string_view state) {
    struct Meaning {
        std::string_view state;
        Refusal refusal;
    };
    constexpr std::array exact{
        Meaning{"23505", Refusal::unique},        Meaning{"23503", Refusal::foreign_key},
        Meaning{"40001", Refusal::serialization}, Meaning{"40P01", Refusal::serialization},
        Meaning{"53100", Refusal::full_disk},     Meaning{"25006", Refusal::read_only},
        Meaning{"42501", Refusal::read_only},     Meaning{"22021", Refusal::bad_text},
        Meaning{"55P03", Refusal::busy},          Meaning{"57P01", Refusal::gone},
        Meaning{"57P02", Refusal::gone},          Meaning{"57P03", Refusal::gone}};
    for (const Meaning& meaning : exact) {
        if (meaning.state == state) return meaning.refusal;
    }
    if (state.starts_with("22") || state.starts_with("23")) return Refusal::check;
    return state.starts_with("08") ? Refusal::gone : Refusal::other;
}

std::string first_line(const char* text) {
    const std::string_view all = text == nullptr ? "" : text;
    return std::string(all.substr(0, all.find('\n')));
}

class PostgresRow final : public Row {
public:
    explicit PostgresRow(const PGresult* result) : result_(result) {}

    int columns() const override { return PQnfields(result_); }
    std::string_view name(int column) const override { return PQfname(result_, column); }
    Parameter value(int column) const override {
        if (is_null(column)) return Null{};
        const Oid type = PQftype(result_, column);
        if (type == type_int8 || type == type_int4) return integer(column);
        if (type == type_bytes) return Bytes{bytes(column)};
        return text(column);
    }
    bool is_null(int column) const override { return PQgetisnull(result_, 0, column) == 1; }
    std::int64_t integer(int column) const override {
        const std::string_view raw = text(column);
        CHECK(raw.empty() || raw.size() == 4 || raw.size() == 8, "the column is an integer");
        std::uint64_t number = 0;
        for (const char c : raw) number = (number << 8) | static_cast<unsigned char>(c);
        if (raw.size() == 4) return static_cast<std::int32_t>(static_cast<std::uint32_t>(number));
        return static_cast<std::int64_t>(number);
    }
    std::string_view text(int column) const override {
        return {PQgetvalue(result_, 0, column),
                static_cast<std::size_t>(PQgetlength(result_, 0, column))};
    }
    std::string_view bytes(int column) const override { return text(column); }

private:
    const PGresult* result_;
};

template <class Unsigned>
void put_number(std::string& out, Unsigned number) {
    for (std::size_t i = sizeof number; i-- > 0;) {
        out += static_cast<char>((number >> (8 * i)) & 0xff);
    }
}

// Rows in the form that COPY ... (FORMAT binary) reads; nothing when a text holds the character 0.
// SPEC: PostgreSQL 15, COPY, "Binary Format".
std::optional<std::string> copy_stream(std::size_t width, std::span<const Parameter> values) {
    using namespace std::string_view_literals;
    std::string out("PGCOPY\n\xff\r\n\0"sv);
    put_number(out, std::uint64_t{0});  // flags, and no further header
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i % width == 0) put_number(out, static_cast<std::uint16_t>(width));
        if (const auto* integer = std::get_if<std::int64_t>(&values[i])) {
            put_number(out, std::uint32_t{8});
            put_number(out, static_cast<std::uint64_t>(*integer));
        } else if (std::holds_alternative<Null>(values[i])) {
            put_number(out, std::uint32_t{0xffffffff});
        } else {
            const auto* text = std::get_if<std::string_view>(&values[i]);
            if (text != nullptr && text->find('\0') != std::string_view::npos) return std::nullopt;
            const std::string_view part = text != nullptr ? *text : std::get<Bytes>(values[i]).view;
            put_number(out, static_cast<std::uint32_t>(part.size()));
            out += part;
        }
    }
    put_number(out, std::uint16_t{0xffff});
    return out;
}

// What libpq wants to know of the parameters; numbers travel as 8 bytes, most significant first.
class Bound {
public:
    explicit Bound(std::span<const Parameter> parameters) : numbers_(parameters.size()) {
        for (std::size_t i = 0; i < parameters.size(); ++i) add(parameters[i], numbers_[i]);
    }

    int count() const { return static_cast<int>(values.size()); }
    bool has_nul = false;
    std::vector<Oid> types;
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;

private:
    using Number = std::array<char, 8>;

    void add(const Parameter& parameter, Number& number) {
        if (const auto* integer = std::get_if<std::int64_t>(&parameter)) {
            auto rest = static_cast<std::uint64_t>(*integer);
            for (std::size_t i = number.size(); i-- > 0; rest >>= 8) {
                number[i] = static_cast<char>(rest & 0xff);
            }
            put(type_int8, {number.data(), number.size()});
        } else if (const auto* text = std::get_if<std::string_view>(&parameter)) {
            has_nul = has_nul || text->find('\0') != std::string_view::npos;
            put(type_text, *text);
        } else if (const auto* bytes = std::get_if<Bytes>(&parameter)) {
            put(type_bytes, bytes->view);
        } else {
            put(0, {});
            values.back() = nullptr;
        }
    }

    void put(Oid type, std::string_view value) {
        types.push_back(type);
        values.push_back(value.data() == nullptr ? "" : value.data());
        lengths.push_back(static_cast<int>(value.size()));
        formats.push_back(1);
    }

    std::vector<Number> numbers_;
};

class PostgresConnection final : public Connection {
public:
    PostgresConnection(PGconn* handle, Access access) : handle_(handle), access_(access) {
        PQsetNoticeProcessor(handle_, [](void*, const char*) {}, nullptr);
        const auto part = [](const char* text) { return std::string(text == nullptr ? "" : text); };
        place_ = "postgresql://" + part(PQhost(handle_)) + ":" + part(PQport(handle_)) + "/" +
                 part(PQdb(handle_));
    }
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;
    ~PostgresConnection() override { PQfinish(handle_); }

    Result<void> prepare_session() {
        if (PQstatus(handle_) != CONNECTION_OK) return lost();
        const char* encoding = PQparameterStatus(handle_, "server_encoding");
        if (encoding == nullptr || std::string_view(encoding) != "UTF8") {
            return failure(Refusal::cannot_open, place_, "服务器上的数据库编码不是 UTF-8");
        }
        TRY(
            script("SET client_encoding = 'UTF8'; SET synchronous_commit = on; SET lock_timeout = "
                   "'10s';"));
        if (access_ == Access::read) return script("SET default_transaction_read_only = on;");
        // A server without it keeps its own: slower with long events, no other difference.
        (void)script("SET default_toast_compression = 'lz4';").ok();
        // Sorting words into their index is left to checkpoint(), when nobody waits for it.
        return script("SET gin_pending_list_limit = '1GB';");
    }

    using Connection::run;
    Result<std::int64_t> run(std::string_view sql, std::span<const Parameter> parameters,
                             const RowSink& sink) override {
        CHECK(!running_, "a sink does not use its own connection");
        TRY(settle());
        const Bound bound(parameters);
        if (bound.has_nul) return failure(Refusal::bad_text, place_);
        const std::string& name = TRY(prepared(sql, bound));
        const int sent =
            PQsendQueryPrepared(handle_, name.c_str(), bound.count(), bound.values.data(),
                                bound.lengths.data(), bound.formats.data(), 1);
        if (sent != 1) return lost();
        if (sink) PQsetSingleRowMode(handle_);
        running_ = true;
        auto outcome = collect(sink);
        running_ = false;
        return outcome;
    }

    Result<bool> copy_rows(std::string_view table, std::string_view columns, std::size_t width,
                           std::span<const Parameter> values, std::string_view after) override {
        CHECK(!running_, "a sink does not use its own connection");
        CHECK(width > 0 && values.size() % width == 0, "a row has a value for each column");
        if (!after.empty()) return copy_by_way(table, columns, width, values, after);
        TRY(settle());
        TRY(copy(table, columns, width, values));
        if (table == "task_word") words_ += values.size() / width;
        return true;
    }

    // Until then it takes the table for empty and sorts hundreds of thousands of rows for a page.
    Result<void> count_values(std::string_view table) override {
        return script("ANALYZE " + std::string(table));
    }

    Result<void> script(std::string_view sql) override {
        TRY(settle());
        const ResultPointer result(PQexec(handle_, in_dialect(sql, dialect).c_str()));
        return checked(result.get());
    }

    Result<void> begin_write() override {
        TRY(script("BEGIN"));
        // One writer at a time over all servers: the chain has one end.
        auto locked = run("SELECT seq FROM log_head WHERE id = 1 FOR UPDATE");
        if (!locked.ok()) rollback();
        TRY(std::move(locked));
        return {};
    }
    Result<void> begin_read() override {
        return script("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }
    Result<void> begin_migration() override {
        TRY(script("BEGIN"));
        migrating_ = true;
        return script(migration_lock);
    }
    Result<void> empty(std::span<const std::string_view> tables) override {
        if (!migrating_) return Connection::empty(tables);
        std::string names;
        for (const auto table : tables) (names += names.empty() ? "" : ", ") += table;
        return script("TRUNCATE " + names);
    }
    Result<void> commit() override {
        migrating_ = false;
        return script("COMMIT");
    }
    void rollback() override {
        migrating_ = false;
        (void)settle().ok();
        // On a lost connection the server rolls back by itself.
        if (in_transaction()) (void)script("ROLLBACK").ok();
    }
    bool in_transaction() override {
        const auto state = PQtransactionStatus(handle_);
        return state == PQTRANS_INTRANS || state == PQTRANS_INERROR || state == PQTRANS_ACTIVE;
    }

    // New words wait in a list that every search reads through (see prepare_session).
    void checkpoint() override {
        if (++groups_ < groups_before_sorting && words_ < words_before_sorting) return;
        groups_ = 0;
        words_ = 0;
        // In vain: the list stays, and the next time is soon.
        (void)script("SELECT gin_clean_pending_list('task_word_grams')").ok();
    }

    Result<void> revive() override {
        // Reads what the server said while we were idle, so that a closed connection is noticed
        // here.
        if (PQstatus(handle_) == CONNECTION_OK && PQconsumeInput(handle_) == 1) return {};
        PQreset(handle_);
        names_.clear();
        return prepare_session();
    }

    // "a b*" is "a & b:*" here.
    std::string holds_grams(const std::string& grams) const override {
        return "grams::tsvector @@ CAST(replace(replace(" + grams +
               ", ' ', '&'), '*', ':*') AS tsquery)";
    }
    // A condition on frequent grams reads the whole index, whatever the LIMIT.
    Result<std::optional<std::int64_t>> estimate_grams(std::string_view grams) override {
        std::int64_t found = 0;
        TRY(run("SELECT count(*) FROM task_word WHERE " + std::string(in_sample) + " AND " +
                    holds_grams("$1"),
                {grams}, [&](const Row& row) -> Result<void> {
                    found = row.integer(0);
                    return {};
                }));
        return std::optional<std::int64_t>(found * rows_for_one);
    }
    Result<void> drop_grams(std::int64_t number, std::string_view) override {
        TRY(run("DELETE FROM task_word WHERE rowid = $1", {number}));
        return {};
    }

    std::string is_one_of(const std::string& column, const std::string& list) const override {
        return column + " = ANY(CAST(translate(" + list + ", '[]', '{}') AS bigint[]))";
    }

    Result<bool> has_tables() override {
        const auto rows =
            TRY(run("SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1"));
        return rows > 0;
    }
    Result<bool> has_table(std::string_view name) override {
        const auto rows = TRY(
            run("SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1",
                {name}));
        return rows > 0;
    }
    const std::string& place() const override { return place_; }

private:
    static constexpr std::int64_t groups_before_sorting = 32;
    static constexpr std::size_t words_before_sorting = 512;
    static constexpr std::size_t rows_by_way = 512;

    Result<void> copy(std::string_view table, std::string_view columns, std::size_t width,
                      std::span<const Parameter> values) {
        const auto stream = copy_stream(width, values);
        if (!stream) return failure(Refusal::bad_text, place_);
        const std::string sql = "COPY " + std::string(table) + " (" + std::string(columns) +
                                ") FROM STDIN (FORMAT binary)";
        const ResultPointer begun(PQexec(handle_, sql.c_str()));
        if (PQresultStatus(begun.get()) != PGRES_COPY_IN) {
            TRY(checked(begun.get()));
            return lost();
        }
        if (PQputCopyData(handle_, stream->data(), static_cast<int>(stream->size())) != 1 ||
            PQputCopyEnd(handle_, nullptr) != 1) {
            return lost();
        }
        copying_ = true;
        return {};
    }

    // COPY knows no ON CONFLICT, and a statement with thousands of values is planned for longer
    // than it runs: the rows go into a table of this connection first.
    Result<bool> copy_by_way(std::string_view table, std::string_view columns, std::size_t width,
                             std::span<const Parameter> values, std::string_view after) {
        if (values.size() < rows_by_way * width) return false;
        const std::string into(table);
        const std::string all(columns);
        TRY(script("CREATE TEMP TABLE copied_rows ON COMMIT DROP AS SELECT " + all + " FROM " +
                   into + " WITH NO DATA"));
        TRY(copy("copied_rows", columns, width, values));
        TRY(script("INSERT INTO " + into + " (" + all + ") SELECT " + all + " FROM copied_rows " +
                   std::string(after)));
        TRY(script("DROP TABLE copied_rows"));
        return true;
    }

    // Waits for the outcome of the last copying.
    Result<void> settle() {
        if (!copying_) return {};
        copying_ = false;
        TRY(collect({}));
        return {};
    }

    Error lost() { return failure(Refusal::gone, place_, first_line(PQerrorMessage(handle_))); }

    Result<void> checked(const PGresult* result) {
        const auto status = PQresultStatus(result);
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE)
            return {};
        const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        if (state == nullptr || PQstatus(handle_) != CONNECTION_OK) return lost();
        // The primary message names tables and constraints, never values.
        return failure(refusal_of(state), place_,
                       first_line(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)));
    }

    Result<std::string> prepared(std::string_view sql, const Bound& bound) {
        const auto found = names_.find(sql);
        if (found != names_.end()) return found->second;
        const std::string name = "s" + std::to_string(names_.size());
        const ResultPointer result(PQprepare(handle_, name.c_str(), std::string(sql).c_str(),
                                             bound.count(), bound.types.data()));
        TRY(checked(result.get()));
        names_.emplace(sql, name);
        return name;
    }

    // Reads every result of the statement, also after a failure: the connection must be free
    // afterwards.
    Result<std::int64_t> collect(const RowSink& sink) {
        std::int64_t rows = 0;
        Result<void> outcome;
        while (const ResultPointer result{PQgetResult(handle_)}) {
            if (!outcome.ok()) continue;
            outcome = checked(result.get());
            if (!outcome.ok()) continue;
            if (PQresultStatus(result.get()) == PGRES_SINGLE_TUPLE) {
                ++rows;
                outcome = sink(PostgresRow(result.get()));
            } else {
                rows += count_of(result.get());
            }
        }
        if (!outcome.ok()) return outcome.error();
        return rows;
    }

    static std::int64_t count_of(PGresult* result) {
        if (PQresultStatus(result) == PGRES_TUPLES_OK) return PQntuples(result);
        const std::string_view digits = PQcmdTuples(result);
        std::int64_t count = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), count);
        return count;
    }

    PGconn* handle_;
    Access access_;
    std::string place_;
    std::map<std::string, std::string, std::less<>>
        names_;  // of prepared statements, by their text
    bool migrating_ = false;
    bool running_ = false;
    bool copying_ = false;     // its outcome is still to be read
    std::int64_t groups_ = 0;  // of commands since the words were sorted
    std::size_t words_ = 0;    // rows of task_word since then
};

}  // namespace

bool is_postgres(const std::string& url) {
    return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

Result<std::unique_ptr<Connection>> open_postgres(const std::string& url, Access access) {
    PGconn* handle = PQconnectdb(url.c_str());
    CHECK(handle != nullptr, "memory for a connection");
    auto connection = std::make_unique<PostgresConnection>(handle, access);
    TRY(connection->prepare_session());
    return std::unique_ptr<Connection>(std::move(connection));
}

}  // namespace anmin::store
