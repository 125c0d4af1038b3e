// Databases that cannot be used, and what is said of them.
#include <fstream>
#include <limits>
#include <unistd.h>

#include "store/commit.h"
#include "store/migrations.h"
#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

Settings settings_for(const std::string& url, Access access = Access::write) {
    Settings settings;
    settings.url = url;
    settings.access = access;
    settings.readers = 1;
    settings.now = [] { return calendar::Instant{1'740'000'000'000}; };
    return settings;
}

std::string code_of_opening(const std::string& url, Access access = Access::write) {
    const auto opened = open(settings_for(url, access));
    if (opened.ok()) return "ok";
    EXPECT_FALSE(opened.error().next_step.empty());
    EXPECT_FALSE(opened.error().place.empty());
    return opened.error().code;
}

// The rights of root reach everywhere: while it lives, we are nobody.
class AsNobody {
public:
    AsNobody() : was_(::geteuid()) {
        if (was_ == 0 && ::seteuid(65534) != 0) std::abort();
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
    ~AsNobody() {
        if (was_ == 0 && ::seteuid(0) != 0) std::abort();
    }

private:
    uid_t was_;
};

TEST(Open, a_missing_folder) {
    const TempFolder folder;
    EXPECT_EQ(code_of_opening(folder.file("no/such/anmin.db")), "E-STORE-001");
    EXPECT_EQ(code_of_opening(folder.file("anmin.db"), Access::read), "E-STORE-001");
    EXPECT_FALSE(std::filesystem::exists(folder.file("anmin.db")));
}

TEST(Open, a_file_of_another_kind) {
    const TempFolder folder;
    std::ofstream(folder.file("anmin.db")) << std::string(10'000, 'x');
    EXPECT_EQ(code_of_opening(folder.file("anmin.db")), "E-STORE-002");
    EXPECT_EQ(code_of_opening(folder.file("anmin.db"), Access::read), "E-STORE-002");
    EXPECT_EQ(std::filesystem::file_size(folder.file("anmin.db")), 10'000U);
}

TEST(Open, the_database_of_another_program) {
    const TempFolder folder;
    ASSERT_DONE(
        must(open_sqlite(folder.file("anmin.db"), Access::write))->script("CREATE TABLE x (y)"));
    EXPECT_EQ(code_of_opening(folder.file("anmin.db")), "E-STORE-025");
}

TEST(Open, a_database_that_was_never_migrated_is_not_for_readers) {
    const TempFolder folder;
    must(open_sqlite(folder.file("anmin.db"), Access::write));
    EXPECT_EQ(code_of_opening(folder.file("anmin.db"), Access::read), "E-STORE-025");
}

TEST(Open, a_file_and_folder_without_right_to_write) {
    const TempFolder folder;
    const std::string path = folder.file("anmin.db");
    EXPECT_EQ(code_of_opening(path), "ok");
    using std::filesystem::perms;
    const auto root = std::filesystem::path(path).parent_path();
    std::filesystem::permissions(root, perms::all);
    std::filesystem::permissions(path, perms::owner_read | perms::others_read | perms::group_read);
    std::filesystem::permissions(path + ".lock", perms::all);
    {
        const AsNobody nobody;
        EXPECT_EQ(code_of_opening(path), "E-STORE-004");
    }
    EXPECT_EQ(must(must(open(settings_for(path, Access::read)))->verify_log()).events, 0);
    std::filesystem::permissions(root, perms::owner_all | perms::others_read | perms::others_exec);
    std::filesystem::remove(path + ".lock");
    const AsNobody nobody;
    EXPECT_EQ(code_of_opening(path), "E-STORE-001");
}

TEST(Open, one_process_writes_and_others_read) {
    const TempFolder folder;
    const std::string path = folder.file("anmin.db");
    const auto writer = must(open(settings_for(path)));
    EXPECT_EQ(code_of_opening(path), "E-STORE-007");
    const auto reader = must(open(settings_for(path, Access::read)));
    must(writer->journal().commit(command(), {confirm_task("T1")}));
    EXPECT_TRUE(must(reader->tasks().find_task({"T1"})).has_value());
    EXPECT_EQ(must(reader->verify_log()).events, 1);
    EXPECT_TRUE(must(reader->backup(folder.file("backup"))).log.ok());
    EXPECT_EQ(reader->journal().commit(command(), {confirm_task("T2")}).error().code,
              "E-STORE-004");
    EXPECT_EQ(reader->counts().writes, 0);
}

TEST(Open, a_damaged_file_is_reported_when_it_is_read) {
    const TempFolder folder;
    const std::string path = folder.file("anmin.db");
    {
        const auto store = must(open(settings_for(path)));
        for (int i = 0; i < 200; ++i) {
            must(store->journal().commit(command(), {confirm_task("T" + std::to_string(i))}));
        }
    }
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(8192);
    file << std::string(static_cast<std::size_t>(std::filesystem::file_size(path)) - 12'288, 'x');
    file.close();
    const auto opened = open(settings_for(path));
    const auto code = opened.ok() ? opened.value()->verify_log().error().code : opened.error().code;
    EXPECT_EQ(code, "E-STORE-002");
}

TEST(Open, a_server_that_does_not_answer) {
    EXPECT_EQ(code_of_opening("postgresql://nobody@/anmin?host=/no/such/folder"), "E-STORE-006");
    const auto outcome =
        open(settings_for("postgresql://nobody:secret@127.0.0.1:1/anmin?connect_timeout=2"));
    EXPECT_EQ(outcome.error().code, "E-STORE-006");
    EXPECT_EQ(outcome.error().text().find("secret"), std::string::npos);
}

TEST(Open, the_log_beside_the_file_does_not_grow_for_ever) {
    const TempFolder folder;
    const std::string path = folder.file("anmin.db");
    const auto store = must(open(settings_for(path)));
    std::int64_t written = 0;
    for (int i = 0; i < 40; ++i) {
        const std::string bytes(1'000'000, static_cast<char>('a' + i % 26));
        const std::string kept = bytes + std::to_string(i);
        ASSERT_DONE(
            store->documents().keep_bytes(hexadecimal(view(Sm3().add(kept).finish())), kept));
        written += static_cast<std::int64_t>(kept.size());
    }
    EXPECT_LT(std::filesystem::file_size(path + "-wal"), written / 2);
    EXPECT_GT(std::filesystem::file_size(path), written / 2);
}

// What a kill leaves behind: the file, and beside it a log that was never moved into it.
TEST(Open, what_a_killed_process_left_is_all_there) {
    const TempFolder folder;
    const TempFolder after;
    const std::string path = folder.file("anmin.db");
    const auto store = must(open(settings_for(path)));
    for (int i = 0; i < 20; ++i) {
        const std::string id = "T" + std::to_string(i);
        must(store->journal().commit(command(id), {confirm_task(id)}));
    }
    const std::string copy = after.file("anmin.db");
    std::filesystem::copy(path, copy);
    std::filesystem::copy(path + "-wal", copy + "-wal");
    EXPECT_EQ(must(must(open(settings_for(copy, Access::read)))->verify_log()).events, 20);
    const auto again = must(open(settings_for(copy)));
    const auto report = must(again->verify_log(must(store->anchor())));
    EXPECT_TRUE(report.ok());
    EXPECT_EQ(report.events, 20);
    EXPECT_TRUE(must(again->journal().commit(command("T19"), {confirm_task("T19")})).repeated);
}

// A disk that fills: SQLite is told it may have no more pages. Everything acknowledged stays, the
// rest is not there.
TEST(Open, a_full_disk_refuses_and_keeps_what_was_there) {
    const TempFolder folder;
    const std::string path = folder.file("anmin.db");
    auto connection = must(open_sqlite(path, Access::write));
    ASSERT_DONE(migrate(*connection));
    ASSERT_DONE(connection->script("PRAGMA max_page_count=120"));
    int kept = 0;
    std::string code;
    {
        Writer writer(std::move(connection), 8, [] { return calendar::Instant{1}; });
        for (; code.empty() && kept < 10'000; ++kept) {
            const std::vector<journal::Append> appends{confirm_task("T" + std::to_string(kept))};
            const auto prepared = prepare(appends);
            const auto outcome = writer.perform([&](Transaction& transaction) -> Result<void> {
                TRY(commit_events(transaction, command(), prepared.value()));
                return {};
            });
            if (!outcome.ok()) code = outcome.error().code;
        }
        --kept;
    }
    EXPECT_EQ(code, "E-STORE-005");
    const auto store = must(open(settings_for(path)));
    const auto report = must(store->verify_log());
    EXPECT_TRUE(report.ok());
    EXPECT_EQ(report.events, kept);
    // With room again it goes on.
    must(store->journal().commit(command(), {confirm_task("T" + std::to_string(kept))}));
    EXPECT_TRUE(must(store->verify_log()).ok());
}

// A merge of the index of words touches more pages in one statement than any limit would foresee.
TEST(Open, a_statement_that_touches_very_much_can_be_undone) {
    const TempFolder folder;
    const auto connection = must(open_sqlite(folder.file("anmin.db"), Access::write));
    ASSERT_DONE(connection->script(
        "CREATE TABLE big (id INTEGER PRIMARY KEY, body BLOB NOT NULL CHECK (length(body) > 0));"
        "INSERT INTO big WITH RECURSIVE n (id) AS "
        "(SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 20000) SELECT id, zeroblob(3600) "
        "FROM n;"
        "BEGIN"));
    const auto refused = connection->run(
        "UPDATE big SET body = CASE WHEN id = 20000 THEN x'' ELSE zeroblob(3599) END");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, failure(Refusal::check, "").code);
    EXPECT_EQ(must(connection->run("SELECT 1 FROM big WHERE length(body) = 3600")), 20000);
    ASSERT_DONE(connection->script("COMMIT"));
}

class Schema : public OnBoth {};
ANMIN_ON_BOTH(Schema);

TEST_P(Schema, opening_twice_changes_nothing) {
    must(store().journal().commit(command(), {confirm_task("T1")}));
    close();
    EXPECT_EQ(must(store().verify_log()).events, 1);
    EXPECT_EQ(must(raw()->run("SELECT version FROM schema_version")), newest_schema());
    EXPECT_DONE(store().ping());
}

TEST_P(Schema, a_newer_database_is_refused_and_left_alone) {
    must(store().journal().commit(command(), {confirm_task("T1")}));
    close();
    ASSERT_DONE(raw()->script("INSERT INTO schema_version (version) VALUES (99)"));
    EXPECT_EQ(code_of_opening(url_), "E-STORE-003");
    EXPECT_EQ(code_of_opening(url_, Access::read), "E-STORE-003");
    EXPECT_EQ(open(settings_for(url_)).error().fault, Fault::unsupported);
    EXPECT_TRUE(must(verify_log(*raw(), std::nullopt)).ok());
}

TEST_P(Schema, numbers_and_nothing_come_back_as_they_went) {
    store();
    auto connection = raw();
    const std::string bytes("\x00\x01\xff\\", 4);
    for (const std::int64_t number :
         {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::max(),
          std::numeric_limits<std::int64_t>::min()}) {
        ASSERT_DONE(connection->run(
            "INSERT INTO event VALUES ($1, $2, $1, '', $1, '', '', '', '', 1, '', $3, $3)",
            {number, std::string_view("s"), Bytes{bytes}}));
        EXPECT_EQ(must(connection->run(
                      "SELECT seq, stream, stream_hash, NULL FROM event WHERE seq = $1", {number},
                      [&](const Row& row) -> Result<void> {
                          EXPECT_EQ(row.integer(0), number);
                          EXPECT_EQ(row.text(1), "s");
                          EXPECT_EQ(row.bytes(2), bytes);
                          EXPECT_TRUE(row.is_null(3));
                          return {};
                      })),
                  1);
    }
    EXPECT_EQ(connection->run("INSERT INTO meta VALUES ($1, $1)", {std::string_view("a\0b", 3)})
                  .error()
                  .code,
              "E-STORE-019");
    EXPECT_EQ(connection->run("INSERT INTO meta VALUES ($1, $2)", {std::string_view("a"), Null{}})
                  .error()
                  .code,
              "E-STORE-013");
    EXPECT_EQ(connection->run("SELECT * FROM nothing").error().code, "E-STORE-099");
}

TEST(PostgresOnly, a_connection_that_broke_is_made_again) {
    if (TestSchema::server() == nullptr)
        GTEST_SKIP() << "no PostgreSQL: run by tools/with-postgres";
    const TestSchema schema;
    const std::string name = "anmin_" + std::to_string(::getpid());
    const auto store = must(open(settings_for(schema.url() + "&application_name=" + name)));
    must(store->journal().commit(command("k1"), {confirm_task("T1")}));
    const auto other = must(open_postgres(TestSchema::server(), Access::write));
    EXPECT_EQ(must(other->run("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                              "WHERE application_name = $1",
                              {name})),
              2);
    // At most the first call notices; with its key it can be repeated safely.
    (void)store->journal().commit(command("k2"), {confirm_task("T2")}).ok();
    (void)store->ping().ok();
    must(store->journal().commit(command("k2"), {confirm_task("T2")}));
    EXPECT_EQ(must(store->verify_log()).events, 2);
}

}  // namespace
}  // namespace anmin::store
