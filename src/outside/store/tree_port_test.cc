// The tree of tasks on both engines: levels, sums, gaps, and that nothing closed has open parts.
#include <thread>

#include "directive/spread.h"
#include "directive/task_life.h"
#include "store/copy_tables.h"
#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

using directive::Quantity;
using directive::Share;
using directive::Task;
using directive::TaskSpread;
using directive::TaskState;

Share share(const std::string& id, const std::string& division, std::int32_t under,
            std::optional<std::int64_t> amount = std::nullopt, bool owned = true) {
    Share made;
    made.task = {id};
    made.under = under;
    made.owner = {
        {owned ? "P" + division : ""}, owned ? "科长" : "", division + "民政局", code(division)};
    made.thousandths = amount;
    made.due = day("2025-09-30");
    made.standard = "逐户有记录";
    return made;
}

TaskSpread spread(std::vector<Share> shares) {
    TaskSpread event;
    event.lead = directive::Owner{{"P33"}, "处长", "省民政厅", code("33")};
    event.target = Quantity{1'000'000, "户"};
    event.division = code("33");
    event.issuer = "省民政厅";
    event.shares = std::move(shares);
    event.officer = officer;
    event.on = day("2025-03-02");
    return event;
}

class Trees : public OnBoth {
protected:
    // T0 of the province: T1 (two towns, one without a post) and T2.
    void plant() {
        must(store().journal().commit(command(), {confirm_task("T0", "33", day("2025-12-31"))}));
        must(store().journal().commit(
            command(), {task_event("T0", 1,
                                   spread({share("T1", "330102", -1, 600'000),
                                           share("T2", "330105", -1, 400'000),
                                           share("T11", "330102001", 0, 500'000),
                                           share("T12", "330102002", 0, 100'000, false)}))}));
    }
    Task task(const std::string& id) {
        auto found = must(store().tasks().find_task({id}));
        CHECK(found.has_value(), "the test knows its tasks");
        return *std::move(found);
    }
    Result<journal::Receipt> step(const std::string& id, directive::Event event) {
        return store().journal().commit(command(),
                                        {task_event(id, task(id).version, std::move(event))});
    }
    void close(const std::string& id, std::optional<std::int64_t> done = std::nullopt) {
        const auto on = day("2025-04-01");
        must(step(id, directive::TaskReported{"好", {{"ab", "a.pdf", 1}}, officer, on, done}));
        must(step(id, directive::TaskVerified{"属实", officer, on}));
        must(step(id, directive::TaskStruckOff{"", officer, on}));
    }
    directive::Figures figures(const std::string& id) {
        return must(store().trees().figures(task(id), day("2025-05-01")));
    }
};

TEST_P(Trees, AreReadByLevelsWithTheSumsBelow) {
    plant();
    close("T11", 500'000);
    const auto page = must(store().trees().parts(task("T0"), day("2025-05-01"), {"", 50}));
    ASSERT_EQ(page.items.size(), 2u);
    EXPECT_EQ(page.items[0].task.id.value, "T1");
    EXPECT_EQ(page.items[0].figures.leaves, 2);
    EXPECT_EQ(page.items[0].figures.unowned, 1);
    EXPECT_EQ(page.items[0].figures.reported, 1);
    EXPECT_EQ(page.items[0].figures.verified, 1);
    EXPECT_EQ(page.items[0].figures.struck_off, 1);
    EXPECT_EQ(page.items[0].figures.held, 0);
    EXPECT_EQ(page.items[0].figures.done_struck_off, 500'000);
    EXPECT_EQ(page.items[0].below.thousandths, 600'000);
    EXPECT_EQ(page.items[1].figures.leaves, 1);
    const auto all = figures("T0");
    EXPECT_EQ(all.leaves, 3);
    EXPECT_EQ(all.overdue, 0);
    EXPECT_EQ(must(store().trees().figures(task("T0"), day("2025-10-01"))).overdue, 2);
    EXPECT_EQ(must(store().trees().below(task("T0"))).open, 2);
    const auto above = must(store().trees().above(task("T12")));
    ASSERT_EQ(above.size(), 2u);
    EXPECT_EQ(above[0].id.value, "T0");
    EXPECT_EQ(above[1].id.value, "T1");
}

TEST_P(Trees, ComePageByPage) {
    must(store().journal().commit(command(), {confirm_task("T0", "33", day("2025-12-31"))}));
    std::vector<Share> shares;
    for (int i = 0; i < 130; ++i) {
        shares.push_back(share("T" + std::to_string(1000 + i), "3301", -1));
        shares.back().text = "第 " + std::to_string(i) + " 项";
    }
    must(step("T0", spread(std::move(shares))));
    std::size_t seen = 0;
    organisation::PageRequest request{"", 50};
    do {
        const auto page = must(store().trees().parts(task("T0"), day("2025-05-01"), request));
        seen += page.items.size();
        request.after = page.next;
    } while (!request.after.empty());
    EXPECT_EQ(seen, 130u);
    directive::LedgerFilter filter;
    filter.taken_apart = true;
    const organisation::Scope all{code("33"), organisation::Reach::subtree};
    EXPECT_EQ(must(store().tasks().ledger(all, filter, {"", 50})).total, 1);
    EXPECT_EQ(must(store().tasks().ledger(all, {}, {"", 50})).total, 131);
    EXPECT_EQ(must(store().tasks().tally(all, day("2025-05-01"))).assigned, 131);
}

TEST_P(Trees, NothingIsClosedAboveOpenParts) {
    plant();
    const auto on = day("2025-04-01");
    EXPECT_FALSE(step("T1", directive::TaskStruckOff{"", officer, on}).ok());
    close("T11");
    must(step("T12", directive::TaskEnded{"撤并", officer, on}));
    close("T1");
    // A part that did not hold must bring what is above it along.
    const directive::TaskRebounded rebound{"反弹", officer, on};
    EXPECT_FALSE(step("T11", rebound).ok());
    must(store().journal().commit(command(), {task_event("T1", task("T1").version, rebound),
                                              task_event("T11", task("T11").version, rebound)}));
    EXPECT_EQ(task("T11").state, TaskState::assigned);
    EXPECT_EQ(task("T1").reopened, 1);
}

TEST_P(Trees, AreTheSameWhenFoldedAgain) {
    plant();
    close("T11", 500'000);
    const auto before = task("T12");
    const auto sums = figures("T0");
    must(store().rebuild_projections());
    EXPECT_EQ(task("T12"), before);
    EXPECT_EQ(figures("T0"), sums);
    EXPECT_TRUE(must(store().verify_log()).ok());
}

TEST_P(Trees, TwoOfficersNeverLoseAReport) {
    plant();
    const auto version = task("T2").version;
    const auto report = [&](const std::string& text) {
        return store().journal().commit(
            command(), {task_event("T2", version,
                                   directive::TaskReported{
                                       text, {{"ab", "a.pdf", 1}}, officer, day("2025-04-01")})});
    };
    std::atomic<int> done{0};
    std::atomic<int> stale{0};
    std::vector<std::thread> officers;
    for (int i = 0; i < 8; ++i) {
        officers.emplace_back([&, i] {
            const auto outcome = report("第 " + std::to_string(i) + " 份");
            outcome.ok() ? ++done : outcome.error().fault == Fault::stale ? ++stale : 0;
        });
    }
    for (auto& one : officers) one.join();
    EXPECT_EQ(done, 1);
    EXPECT_EQ(stale, 7);
    EXPECT_EQ(task("T2").steps.size(), 2u);
    EXPECT_EQ(task("T2").state, TaskState::reported);
}

ANMIN_ON_BOTH(Trees);

}  // namespace
}  // namespace anmin::store
