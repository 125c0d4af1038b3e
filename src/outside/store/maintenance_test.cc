// Rebuilding, backup and restore.
#include <algorithm>
#include <fstream>
#include <thread>

#include "store/copy_tables.h"
#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

std::string text_of(const Parameter& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string_view>(&value))
        return "'" + std::string(*text) + "'";
    if (const auto* bytes = std::get_if<Bytes>(&value)) return hexadecimal(bytes->view);
    return "null";
}

// Every row of every table, sorted.
std::vector<std::string> contents(Connection& connection) {
    std::vector<std::string> rows;
    for (const auto table : all_tables) {
        const auto first = rows.size();
        EXPECT_DONE(connection.run(
            "SELECT * FROM " + std::string(table), {}, [&](const Row& row) -> Result<void> {
                std::string line = std::string(table);
                for (int column = 0; column < row.columns(); ++column) {
                    line += " " + std::string(row.name(column)) + "=" + text_of(row.value(column));
                }
                rows.push_back(std::move(line));
                return {};
            }));
        std::sort(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end());
    }
    return rows;
}

class Maintenance : public OnBoth {
protected:
    void live() {
        for (const auto& appends : story()) {
            must(store().journal().commit(command("key" + std::to_string(++keys_)), appends));
        }
        const std::vector<organisation::Division> rows{
            {code("0"), "全国", organisation::Level::nation, code("0"), 0},
            {code("33"), "浙江省", organisation::Level::province, code("0"), 0}};
        ASSERT_DONE(store().organisation().import_divisions(
            rows, {"测试", "1", digest_of(rows), {1, 0, 0, 0, 0}}));
        const std::string bytes("\x00\x01\xff", 3);
        ASSERT_DONE(
            store().documents().keep_bytes(hexadecimal(view(Sm3().add(bytes).finish())), bytes));
        ASSERT_DONE(store().accounts().set_secret({"A1"}, "sealed"));
        ASSERT_DONE(store().accounts().open_session(
            {"digest", {"A1"}, {1'840'000'000'000}, {1'840'000'000'000}}, 0));
        ASSERT_DONE(store().accounts().mark_demo());
    }
    int keys_ = 0;
};
ANMIN_ON_BOTH(Maintenance);

TEST_P(Maintenance, rebuilding_gives_identical_tables) {
    live();
    const auto before = contents(*raw());
    EXPECT_GT(before.size(), 40U);
    ASSERT_DONE(store().rebuild_projections());
    EXPECT_EQ(contents(*raw()), before);
    // Also when the tables were not what the log says.
    ASSERT_DONE(raw()->script(
        "DELETE FROM task_place; UPDATE task SET state = 'assigned', due = '2000-01-01';"
        "DELETE FROM candidate; UPDATE document SET title = 'x', proposed = 9;"
        "DELETE FROM account; UPDATE post SET title = 'x'; DELETE FROM appointment;"));
    EXPECT_NE(contents(*raw()), before);
    ASSERT_DONE(store().rebuild_projections());
    EXPECT_EQ(contents(*raw()), before);
}

TEST_P(Maintenance, rebuilding_an_empty_database_is_nothing) {
    ASSERT_DONE(store().rebuild_projections());
    const auto rows = contents(*raw());
    ASSERT_EQ(rows.size(), 1U);  // the head of the log
    EXPECT_TRUE(rows.front().starts_with("log_head id=1 seq=0"));
}

TEST_P(Maintenance, rebuilding_stops_where_the_log_cannot_be_read_and_changes_nothing) {
    live();
    ASSERT_DONE(raw()->script("UPDATE event SET kind = 'directive.task_sung' WHERE seq = 12"));
    const auto before = contents(*raw());
    const auto outcome = store().rebuild_projections();
    EXPECT_EQ(outcome.error().code, "E-STORE-015");
    EXPECT_NE(outcome.error().text().find("第 12 条"), std::string::npos);
    EXPECT_EQ(contents(*raw()), before);
}

TEST_P(Maintenance, rebuilding_notices_changed_divisions) {
    live();
    ASSERT_DONE(raw()->script("UPDATE division SET name = '某省' WHERE code = '33'"));
    EXPECT_EQ(store().rebuild_projections().error().code, "E-STORE-024");
}

TEST_P(Maintenance, backup_and_restore_drill) {
    live();
    const auto before = contents(*raw());
    const std::string backup = folder_file("backup.anmin");
    const auto begun = std::chrono::steady_clock::now();
    const auto written = must(store().backup(backup));
    const auto copied = std::chrono::steady_clock::now();
    EXPECT_TRUE(written.log.ok());
    EXPECT_EQ(written.log.events, must(store().verify_log()).events);
    EXPECT_GT(written.bytes, 0);
    EXPECT_EQ(contents(*must(open_sqlite(backup, Access::read))), before);

    const std::string target = folder_file("restored.db");
    const auto restored = must(restore(backup, target));
    const auto done = std::chrono::steady_clock::now();
    EXPECT_EQ(restored.log.hash, written.log.hash);
    auto again = settings();
    again.url = target;
    const auto other = must(open(again));
    EXPECT_EQ(contents(*must(open_sqlite(target, Access::read))), before);
    // It goes on where it was: keys are remembered, the chain continues.
    EXPECT_TRUE(must(other->journal().commit(command("key1"), story().front())).repeated);
    must(other->journal().commit(command(), {confirm_task("T9")}));
    EXPECT_TRUE(must(other->verify_log()).ok());
    const auto milliseconds = [](auto span) {
        return static_cast<int>(
            std::chrono::duration_cast<std::chrono::milliseconds>(span).count());
    };
    RecordProperty("backup_ms", milliseconds(copied - begun));
    RecordProperty("restore_ms", milliseconds(done - copied));
}

TEST_P(Maintenance, a_backup_is_restored_into_postgresql) {
    if (TestSchema::server() == nullptr)
        GTEST_SKIP() << "no PostgreSQL: run by tools/with-postgres";
    live();
    const auto before = contents(*raw());
    const std::string backup = folder_file("backup.anmin");
    must(store().backup(backup));
    const TestSchema schema;
    const auto report = must(restore(backup, schema.url()));
    EXPECT_TRUE(report.log.ok());
    EXPECT_EQ(contents(*must(open_postgres(schema.url(), Access::read))), before);
    EXPECT_EQ(restore(backup, schema.url()).error().code, "E-STORE-020");
}

TEST_P(Maintenance, a_backup_under_load_is_one_moment) {
    live();
    std::atomic<bool> stop{false};
    std::vector<std::thread> writers;
    for (int thread = 0; thread < 3; ++thread) {
        writers.emplace_back([&, thread] {
            for (int i = 0; !stop; ++i) {
                const std::string id = "W" + std::to_string(thread) + "_" + std::to_string(i);
                must(store().journal().commit(command(), {confirm_task(id)}));
            }
        });
    }
    for (int i = 0; i < 3; ++i) {
        const std::string backup = folder_file("backup" + std::to_string(i));
        EXPECT_TRUE(must(store().backup(backup)).log.ok());
        auto copy = settings();
        copy.url = folder_file("restored" + std::to_string(i));
        must(restore(backup, copy.url));
        const auto other = must(open(copy));
        const auto tables = contents(*must(open_sqlite(copy.url, Access::read)));
        ASSERT_DONE(other->rebuild_projections());
        EXPECT_EQ(contents(*must(open_sqlite(copy.url, Access::read))), tables);
    }
    stop = true;
    for (auto& writer : writers) writer.join();
}

TEST_P(Maintenance, nothing_is_overwritten) {
    live();
    const std::string backup = folder_file("backup.anmin");
    must(store().backup(backup));
    EXPECT_EQ(store().backup(backup).error().code, "E-STORE-020");
    EXPECT_EQ(restore(backup, backup).error().code, "E-STORE-020");
    EXPECT_EQ(store().backup(folder_file("no/such/folder/x")).error().fault, Fault::unavailable);
    EXPECT_EQ(restore(folder_file("none"), folder_file("target")).error().code, "E-STORE-001");
    EXPECT_FALSE(std::filesystem::exists(folder_file("target")));
}

TEST_P(Maintenance, a_tampered_copy_is_not_kept) {
    live();
    ASSERT_DONE(raw()->script("UPDATE event SET body = body || ' ' WHERE seq = 3"));
    const std::string backup = folder_file("backup.anmin");
    const auto outcome = store().backup(backup);
    EXPECT_EQ(outcome.error().code, "E-STORE-021");
    EXPECT_FALSE(std::filesystem::exists(backup));
    EXPECT_FALSE(std::filesystem::exists(backup + ".part"));
}

TEST(Restore, refuses_what_is_no_backup) {
    const TempFolder folder;
    std::ofstream(folder.file("text")) << std::string(5000, 'x');
    EXPECT_EQ(restore(folder.file("text"), folder.file("target")).error().code, "E-STORE-002");
    EXPECT_FALSE(std::filesystem::exists(folder.file("target")));
}

}  // namespace
}  // namespace anmin::store
