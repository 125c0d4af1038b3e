#include <thread>

#include "store/log.h"
#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

class Journal : public OnBoth {};
ANMIN_ON_BOTH(Journal);

std::int64_t rows_of(Connection& connection, const std::string& table) {
    std::int64_t rows = 0;
    EXPECT_DONE(
        connection.run("SELECT count(*) FROM " + table, {}, [&](const Row& row) -> Result<void> {
            rows = row.integer(0);
            return {};
        }));
    return rows;
}

TEST_P(Journal, numbers_events_and_streams) {
    auto& journal = store().journal();
    const auto first = must(journal.commit(command(), {receive("D1")}));
    EXPECT_EQ(first.first, 1);
    EXPECT_EQ(first.last, 2);
    EXPECT_EQ(first.stream.value, "document:D1");
    EXPECT_EQ(first.version, 2);
    EXPECT_FALSE(first.repeated);
    const auto second = must(journal.commit(command(), {confirm_task("T1"), confirm_task("T2")}));
    EXPECT_EQ(second.first, 3);
    EXPECT_EQ(second.last, 4);
    EXPECT_EQ(second.version, 1);
    EXPECT_EQ(must(journal.version({"document:D1"})), 2);
    EXPECT_EQ(must(journal.version({"task:T2"})), 1);
    EXPECT_EQ(must(journal.version({"task:none"})), 0);
}

TEST_P(Journal, refuses_a_stale_version_and_leaves_nothing) {
    auto& journal = store().journal();
    must(journal.commit(command(), {receive("D1")}));
    const auto stale = journal.commit(command("key"), {receive("D2"), receive("D1")});
    ASSERT_FALSE(stale.ok());
    EXPECT_EQ(stale.error().fault, Fault::stale);
    EXPECT_EQ(must(journal.version({"document:D2"})), 0);
    EXPECT_FALSE(must(journal.find_receipt({"ACCOUNT1"}, "key", "d")).has_value());
    EXPECT_EQ(must(store().verify_log()).events, 2);
}

TEST_P(Journal, any_version_appends_at_the_end) {
    auto& journal = store().journal();
    must(journal.commit(command(), {found_offices({"33"})}));
    must(journal.commit(command(), {open_account("A1", "wangwu", "P33")}));
    const journal::Append sign_in{
        {"account:A1"}, journal::any_version, {authority::Event{authority::SignedIn{{"A1"}}}}};
    EXPECT_EQ(must(journal.commit(command(), {sign_in})).version, 2);
    EXPECT_EQ(must(journal.commit(command(), {sign_in})).version, 3);
}

TEST_P(Journal, refuses_a_commit_without_events) {
    EXPECT_EQ(store().journal().commit(command(), {}).error().code, "E-STORE-023");
    EXPECT_EQ(store().journal().commit(command(), {{{"task:T1"}, 0, {}}}).error().code,
              "E-STORE-023");
}

TEST_P(Journal, repeats_the_receipt_of_the_same_key) {
    auto& journal = store().journal();
    const auto first = must(journal.commit(command("k1"), {receive("D1")}));
    const auto again = must(journal.commit(command("k1"), {receive("D1")}));
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(again.first, first.first);
    EXPECT_EQ(again.last, first.last);
    EXPECT_EQ(again.version, first.version);
    EXPECT_EQ(again.stream, first.stream);
    const auto other = journal.commit(command("k1", "other"), {receive("D2")});
    EXPECT_EQ(other.error().fault, Fault::conflict);
    EXPECT_EQ(other.error().code, "E-STORE-010");
    EXPECT_EQ(must(journal.find_receipt({"ACCOUNT1"}, "k1", "d"))->last, first.last);
    EXPECT_EQ(journal.find_receipt({"ACCOUNT1"}, "k1", "x").error().fault, Fault::conflict);
    EXPECT_FALSE(must(journal.find_receipt({"ACCOUNT2"}, "k1", "d")).has_value());
}

TEST_P(Journal, many_threads_with_one_key_write_once) {
    auto& journal = store().journal();
    std::atomic<int> wrote{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 16; ++i) {
        threads.emplace_back([&] {
            const auto receipt = must(journal.commit(command("same"), {receive("D1")}));
            EXPECT_EQ(receipt.last, 2);
            if (!receipt.repeated) ++wrote;
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(wrote, 1);
    EXPECT_EQ(must(store().verify_log()).events, 2);
}

TEST_P(Journal, many_threads_keep_one_chain) {
    auto& journal = store().journal();
    constexpr int threads_wanted = 8;
    constexpr int commits_each = 25;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < threads_wanted; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < commits_each; ++i) {
                const std::string id = "T" + std::to_string(thread) + "_" + std::to_string(i);
                must(journal.commit(command(id), {confirm_task(id)}));
                // Every second one is refused beside the others, which it must not harm.
                EXPECT_FALSE(journal.commit(command(), {confirm_task(id)}).ok());
            }
        });
    }
    for (auto& thread : threads) thread.join();
    const auto report = must(store().verify_log());
    EXPECT_TRUE(report.ok());
    EXPECT_EQ(report.events, threads_wanted * commits_each);
    EXPECT_EQ(report.streams, threads_wanted * commits_each);
    const auto counts = store().counts();
    EXPECT_EQ(counts.writes, threads_wanted * commits_each);
    EXPECT_LT(counts.commits, 2 * counts.writes);
    EXPECT_EQ(rows_of(*raw(), "command"), threads_wanted * commits_each);
}

TEST_P(Journal, a_version_goes_to_one_of_many) {
    auto& journal = store().journal();
    must(journal.commit(command(), {confirm_task("T1")}));
    std::atomic<int> won{0};
    std::atomic<int> stale{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 12; ++i) {
        threads.emplace_back([&] {
            const auto outcome =
                journal.commit(command(), {task_event("T1", 1, assigned("P1", "330205"))});
            if (outcome.ok())
                ++won;
            else if (outcome.error().fault == Fault::stale)
                ++stale;
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(won, 1);
    EXPECT_EQ(stale, 11);
}

TEST_P(Journal, an_event_that_does_not_fit_the_tables_leaves_nothing) {
    auto& journal = store().journal();
    must(journal.commit(command(), {receive("D1", 1)}));
    const directive::CandidateRejected reject{{"D1"}, 1, "重复", officer};
    const journal::Append once{{"document:D1"}, journal::any_version, {directive::Event{reject}}};
    must(journal.commit(command(), {once}));
    const auto twice = journal.commit(command(), {confirm_task("T9"), once});
    EXPECT_EQ(twice.error().code, "E-STORE-018");
    EXPECT_FALSE(must(store().tasks().find_task({"T9"})).has_value());
    const auto no_post = journal.commit(command(), {open_account("A1", "x", "NOPOST")});
    EXPECT_EQ(no_post.error().code, "E-STORE-012");
    const auto report = must(store().verify_log());
    EXPECT_TRUE(report.ok());
    EXPECT_EQ(report.events, 3);
}

TEST_P(Journal, the_same_file_twice_in_a_division_is_a_conflict) {
    auto& journal = store().journal();
    must(journal.commit(command(), {receive("D1")}));
    auto same = received("D1");
    same.document = {"D2"};
    const auto outcome = journal.commit(command(), {{{"document:D2"}, 0, {document::Event{same}}}});
    EXPECT_EQ(outcome.error().code, "E-STORE-011");
    EXPECT_EQ(outcome.error().fault, Fault::conflict);
}

TEST_P(Journal, text_that_is_not_utf8_is_refused) {
    auto bad = received("D1");
    bad.reading.original = "\xff\xfe";
    const auto outcome =
        store().journal().commit(command(), {{{"document:D1"}, 0, {document::Event{bad}}}});
    EXPECT_EQ(outcome.error().code, "E-STORE-019");
    auto nul = received("D1");
    nul.reading.original = std::string("a\0b", 3);
    must(store().journal().commit(command(), {{{"document:D1"}, 0, {document::Event{nul}}}}));
    EXPECT_EQ(must(store().documents().find_reading({"D1"}))->original, nul.reading.original);
}

TEST_P(Journal, survives_closing_and_opening) {
    must(store().journal().commit(command("k"), {receive("D1")}));
    close();
    EXPECT_TRUE(must(store().journal().commit(command("k"), {receive("D1")})).repeated);
    EXPECT_EQ(must(store().journal().commit(command(), {confirm_task("T1")})).first, 3);
    EXPECT_TRUE(must(store().verify_log()).ok());
}

TEST_P(Journal, a_full_queue_refuses_at_once) {
    auto small = settings();
    small.queue_limit = 2;
    const auto other = must(open(small));
    // The connection beside it holds the write lock, so that nothing leaves the queue.
    auto blocker = raw();
    ASSERT_DONE(blocker->begin_write());
    std::atomic<int> busy{0};
    std::atomic<int> done{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 12; ++i) {
        threads.emplace_back([&, i] {
            const auto outcome =
                other->journal().commit(command(), {confirm_task("T" + std::to_string(i))});
            if (outcome.ok())
                ++done;
            else if (outcome.error().fault == Fault::busy)
                ++busy;
        });
    }
    while (busy < 12 - 2 - 2) std::this_thread::yield();
    EXPECT_EQ(done, 0);
    blocker->rollback();
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(done + busy, 12);
    EXPECT_GE(done, 2);
    EXPECT_EQ(other->counts().refused, busy);
}

TEST(JournalOfTwoServers, keep_one_chain_on_postgresql) {
    if (TestSchema::server() == nullptr)
        GTEST_SKIP() << "no PostgreSQL: run by tools/with-postgres";
    const TestSchema schema;
    Settings settings;
    settings.url = schema.url();
    settings.readers = 1;
    settings.now = [] { return calendar::Instant{1'740'000'000'000}; };
    std::vector<std::unique_ptr<Store>> servers(2);
    std::vector<std::thread> opening;
    for (auto& server : servers) opening.emplace_back([&] { server = must(open(settings)); });
    for (auto& thread : opening) thread.join();
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < 8; ++i) {
        threads.emplace_back([&, i] {
            for (int j = 0; j < 20; ++j) {
                const std::string id = "T" + std::to_string(i) + "_" + std::to_string(j);
                must(servers[i % 2]->journal().commit(command("key" + std::to_string(j)),
                                                      {confirm_task(id)}));
            }
        });
    }
    for (auto& thread : threads) thread.join();
    const auto report = must(servers.front()->verify_log());
    EXPECT_TRUE(report.ok());
    EXPECT_EQ(report.events, 20);  // one for each key, whoever came first
}

}  // namespace
}  // namespace anmin::store
