// Durable commands a second through the store's journal, beside bare SQLite on the same disk: one
// row a commit, and many rows a commit (what group commit can reach at most).
//
//   bench_journal FOLDER     an empty folder on the disk in question

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <sqlite3.h>
#include <string>
#include <thread>
#include <vector>

#include "row.h"
#include "store/store.h"

namespace anmin::bench {
namespace {

constexpr int body_bytes = 700;  // about what a confirmed task's event takes

void must(bool good, const std::string& what) {
    if (good) return;
    std::cerr << "bench_journal: " << what << "\n";
    std::exit(1);
}

calendar::Instant now() {
    return calendar::Instant{std::chrono::duration_cast<std::chrono::milliseconds>(
                                 std::chrono::system_clock::now().time_since_epoch())
                                 .count()};
}

// One task confirmed, as its operation commits it: an event, its row in the ledger, the command's
// key.
Result<journal::Receipt> confirm_one(store::Store& store, const std::string& id) {
    const directive::Officer officer{{"bench"}, "测试员", "综合科科员"};
    directive::Candidate item;
    item.text = "各县民政局要于9月底前完成低保对象核查";
    item.imperative = "完成低保对象核查";
    item.reason = std::string(300, 'x');
    item.domains = {"社会救助"};
    const auto on = calendar::Date::parse("2025-03-01");
    must(on.has_value(), "date");
    const directive::Event event = directive::confirm({id}, {"document"}, "关于开展核查工作的通知",
                                                      item, officer, "江北县民政局", {}, *on);
    journal::Command command{{"bench"}, "测试员", "综合科科员", {}, id, "digest"};
    return store.journal().commit(command, {{journal::stream_of(ident::TaskId{id}), 0, {event}}});
}

// Commands a second with that many callers, each waiting for its answer before the next.
double journal_rate(store::Store& store, int callers, double seconds) {
    std::atomic<int> done{0};
    std::atomic<bool> over{false};
    static std::atomic<int> next{0};
    std::vector<std::thread> threads;
    const Stopwatch watch;
    for (int caller = 0; caller < callers; ++caller) {
        threads.emplace_back([&] {
            while (!over) {
                const auto receipt = confirm_one(store, "bench" + std::to_string(++next));
                must(receipt.ok(), receipt.ok() ? "" : receipt.error().text());
                ++done;
            }
        });
    }
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    over = true;
    for (std::thread& thread : threads) thread.join();
    return done / watch.seconds();
}

// Rows a second into one plain table, `group` rows a commit, synchronous=FULL.
double bare_rate(const std::string& path, int group, double seconds) {
    sqlite3* database = nullptr;
    must(sqlite3_open(path.c_str(), &database) == SQLITE_OK, "cannot open " + path);
    const auto run = [&](const char* sql) {
        must(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK,
             sqlite3_errmsg(database));
    };
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bare (seq INTEGER PRIMARY "
        "KEY, body TEXT)");
    sqlite3_stmt* insert = nullptr;
    must(sqlite3_prepare_v2(database, "INSERT INTO bare (body) VALUES (?1)", -1, &insert,
                            nullptr) == SQLITE_OK,
         "cannot prepare");
    const std::string body(body_bytes, 'x');
    sqlite3_bind_text(insert, 1, body.c_str(), body_bytes, SQLITE_STATIC);
    int rows = 0;
    const Stopwatch watch;
    while (watch.seconds() < seconds) {
        run("BEGIN IMMEDIATE");
        for (int row = 0; row < group; ++row, ++rows) {
            must(sqlite3_step(insert) == SQLITE_DONE, sqlite3_errmsg(database));
            sqlite3_reset(insert);
        }
        run("COMMIT");
    }
    const double rate = rows / watch.seconds();
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return rate;
}

int run(const std::string& folder) {
    auto store = store::open({.url = folder + "/journal.db", .now = now});
    must(store.ok(), store.ok() ? "" : store.error().text());
    int files = 0;
    const auto bare = [&](int group) {
        return [&folder, &files, group](double seconds) {
            return bare_rate(folder + "/bare" + std::to_string(++files) + ".db", group, seconds);
        };
    };
    const auto ours = [&](int callers) {
        return [&store, callers](double seconds) {
            return journal_rate(*store.value(), callers, seconds);
        };
    };
    for (const int callers : {1, 16, 64}) {
        measure({"durable commands, " + std::to_string(callers) + " callers", "1/s", 0,
                 "bare SQLite, one row a commit", 0},
                3, ours(callers), bare(1));
    }
    measure({"durable commands, 64 callers", "1/s", 0, "bare SQLite, 64 rows a commit", 0}, 3,
            ours(64), bare(64));
    const auto report = store.value()->verify_log();
    must(report.ok() && report.value().ok(), "the log does not verify");
    return 0;
}

}  // namespace
}  // namespace anmin::bench

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "bench_journal FOLDER\n";
        return 2;
    }
    return anmin::bench::run(words[1]);
}
