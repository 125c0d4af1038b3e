// Reminders and the load meter on both engines: who is late by level, marks, asks by month.
#include <algorithm>

#include "directive/reminder.h"
#include "directive/task_life.h"
#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

using directive::Mark;
using directive::Share;
using directive::TaskSpread;
using measure::Month;

constexpr auto subtree = organisation::Reach::subtree;

class Reminders : public OnBoth {
protected:
    // An order of the county for two townships, with a form and a monthly report; one problem.
    void plant() {
        import();
        auto confirmed = confirm_task("T0", "330102", day("2025-12-31"));
        auto& first = std::get<directive::TaskConfirmed>(
            std::get<directive::Event>(confirmed.events.front()));
        first.item.recurrence = "每月";
        must(store().journal().commit(command(), {confirmed}));
        TaskSpread spread;
        spread.lead = directive::Owner{{"P1"}, "科长", "区民政局", code("330102")};
        spread.division = code("330102");
        spread.issuer = "区民政局";
        spread.shares = {share("T1", "330102001", "2025-04-30"),
                         share("T2", "330102002", "2025-06-30")};
        spread.officer = officer;
        spread.on = day("2025-03-03");
        spread.asks = {{directive::AskKind::form, "走访台账"}};
        must(store().journal().commit(command(), {task_event("T0", 1, spread)}));
        const problem::ProblemRaised raised{{"Q1"},       "环节多",   {},      "走访",
                                            code("3301"), "市民政局", officer, day("2025-03-04")};
        problem::ProblemPlanned plan;
        plan.owner = {{"P2"}, "经办", "清波街道", code("330102001")};
        plan.due = day("2025-05-01");
        plan.officer = officer;
        plan.on = day("2025-03-05");
        must(store().journal().commit(command(),
                                      {{journal::stream_of(problem::ProblemId{"Q1"}),
                                        0,
                                        {problem::Event{raised}, problem::Event{plan}}}}));
    }
    void import() {
        using organisation::Level;
        std::vector<organisation::Division> rows{
            {code("0"), "全国", Level::nation, code("0"), 1},
            {code("33"), "浙江省", Level::province, code("0"), 1},
            {code("3301"), "杭州市", Level::prefecture, code("33"), 1},
            {code("330102"), "上城区", Level::county, code("3301"), 2},
            {code("330102001"), "清波街道", Level::township, code("330102"), 0},
            {code("330102002"), "湖滨街道", Level::township, code("330102"), 0}};
        organisation::DivisionsImported event{"test", "1", digest_of(rows), {}};
        ASSERT_DONE(store().organisation().import_divisions(rows, event));
    }
    static Share share(const std::string& id, const std::string& division, const char* due) {
        Share made;
        made.task = {id};
        made.owner = {{"P" + division}, "经办", division + "民政办", code(division)};
        made.due = day(due);
        made.standard = "有记录";
        return made;
    }
    void step(const std::string& id, std::int64_t version, directive::Event event) {
        must(store().journal().commit(command(), {task_event(id, version, std::move(event))}));
    }
    measure::LoadPage load(const char* month, const char* root = "330102",
                           const char* today = "2025-03-10") {
        return must(store().loads().load({code(root), subtree}, code("330102"),
                                         *Month::parse(month), day(today), 50));
    }
    std::vector<std::string> marked(Mark mark, const char* until, const char* root = "330102") {
        std::vector<std::string> ids;
        directive::LedgerFilter filter;
        filter.marked = {mark, day(until)};
        const auto found = must(store().tasks().ledger({code(root), subtree}, filter, {}));
        for (const auto& task : found.page.items) ids.push_back(task.id.value);
        EXPECT_EQ(found.total, static_cast<std::int64_t>(ids.size()));
        return ids;
    }
};

TEST_P(Reminders, CountWhoIsLateByLevel) {
    plant();
    const auto rows = must(store().reminders().late_below(code("330102"), {}, day("2025-05-10")));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "清波街道");
    EXPECT_EQ(rows[0].late, 1);
    EXPECT_EQ(rows[1].late, 0);
    const auto above = must(store().reminders().late_below(code("3301"), {}, day("2025-05-10")));
    ASSERT_EQ(above.size(), 1U);
    EXPECT_EQ(above[0].open, 3) << "the order and its two parts";
    EXPECT_EQ(above[0].late, 1);
}

TEST_P(Reminders, MarkWhatWasReturnedAndWhatIsToBeLookedAtAgain) {
    plant();
    const auto on = day("2025-03-10");
    step("T1", 0, directive::TaskReported{"好", {{"ab", "a.pdf", 1}}, officer, on});
    step("T1", 1, directive::TaskReturned{"不全", officer, on});
    EXPECT_EQ(marked(Mark::returned, "2025-03-10"), std::vector<std::string>{"T1"});
    EXPECT_EQ(marked(Mark::returned, "2025-03-10", "330102002"), std::vector<std::string>{});
    step("T1", 2, directive::TaskReported{"全", {{"ab", "a.pdf", 1}}, officer, on});
    EXPECT_EQ(marked(Mark::returned, "2025-03-10"), std::vector<std::string>{});
    step("T1", 3, directive::TaskVerified{"属实", officer, on});
    step("T1", 4, directive::TaskStruckOff{"", officer, on, day("2025-06-10")});
    EXPECT_EQ(marked(Mark::look_back, "2025-06-09"), std::vector<std::string>{});
    EXPECT_EQ(marked(Mark::look_back, "2025-06-10"), std::vector<std::string>{"T1"});
    must(store().rebuild_projections());
    EXPECT_EQ(marked(Mark::look_back, "2025-06-10"), std::vector<std::string>{"T1"});
    step("T1", 5, directive::TaskHeld{"仍然有效", officer, day("2025-06-11")});
    EXPECT_EQ(marked(Mark::look_back, "2025-12-31"), std::vector<std::string>{});
}

TEST_P(Reminders, WhatStandsStillIsLateOnTheDayAfterItsLast) {
    plant();
    using directive::SuspensionClock;
    using directive::SuspensionGround;
    const auto late = [this](const char* on) {
        return must(store().tasks().tally({code("330102001"), subtree}, day(on))).overdue;
    };
    EXPECT_EQ(late("2025-05-01"), 1);
    step(
        "T1", 0,
        directive::TaskSuspended{SuspensionGround::disaster, "台风", SuspensionClock::runs_on,
                                 day("2025-04-01"), day("2025-05-20"), officer, day("2025-04-01")});
    EXPECT_EQ(late("2025-05-01"), 0);
    EXPECT_EQ(late("2025-05-20"), 0);
    EXPECT_EQ(late("2025-05-21"), 1);
    must(store().rebuild_projections());
    EXPECT_EQ(late("2025-05-20"), 0);
    EXPECT_EQ(must(store().tasks().find_task({"T1"}))->due, day("2025-04-30"));
    step("T1", 1, directive::TaskResumed{"恢复", officer, day("2025-05-02")});
    EXPECT_EQ(late("2025-05-02"), 1) << "the date stayed";
}

TEST_P(Reminders, WhatIsObjectedToIsCountedApartAndLateAllTheSame) {
    plant();
    const auto tally = [this] {
        return must(store().tasks().tally({code("330102"), subtree}, day("2025-05-01")));
    };
    EXPECT_EQ(tally().assigned, 3);
    step("T1", 0, directive::ObjectionRaised{"不属职责", "", officer, day("2025-03-04")});
    EXPECT_EQ(tally().assigned, 2);
    EXPECT_EQ(tally().objected, 1);
    EXPECT_EQ(tally().overdue, 1);
    must(store().rebuild_projections());
    EXPECT_EQ(tally().objected, 1);
    EXPECT_TRUE(must(store().tasks().find_task({"T1"}))->objection);
    const directive::Owner other{{"P9"}, "经办", "湖滨街道", code("330102002")};
    step("T1", 1, directive::ObjectionRuled{true, "", other, officer, day("2025-03-05")});
    EXPECT_EQ(tally().objected, 0);
    const auto held = [this](const char* division) {
        return must(store().tasks().ledger({code(division), subtree}, {}, {})).total;
    };
    EXPECT_EQ(held("330102001"), 0);
    EXPECT_EQ(held("330102002"), 2);
    EXPECT_EQ(tally().overdue, 1);
}

TEST_P(Reminders, WhatIsMergedIsOverForThoseAboveAndCountedApart) {
    plant();
    const auto late_day = day("2025-05-01");
    const directive::AbsorbedTask one{
        {"T1"}, "甲",  {"D1"}, "省通知",         {"T0"}, day("2025-04-30"),
        {},     false, {},     day("2025-03-04")};
    must(store().journal().commit(
        command(),
        {task_event("T1", 0,
                    directive::TaskMerged{{"T2"}, "乙", "同一件事", officer, day("2025-03-04")}),
         task_event("T2", 0,
                    directive::TaskTookIn{{one}, {}, {}, {}, "同", officer, day("2025-03-04")})}));
    const auto look = [&] {
        const auto tally = must(store().tasks().tally({code("330102"), subtree}, late_day));
        EXPECT_EQ(tally.merged, 1);
        EXPECT_EQ(tally.ended, 0);
        EXPECT_EQ(tally.overdue, 0) << "what is merged is not late";
        const auto order = *must(store().tasks().find_task({"T0"}));
        const auto below = must(store().trees().below(order));
        EXPECT_EQ(below.open, 1);
        EXPECT_EQ(below.counted, 1);
        const auto figures = must(store().trees().figures(order, late_day));
        EXPECT_EQ(figures.leaves, 1);
        EXPECT_EQ(figures.merged, 1);
        EXPECT_EQ(must(store().tasks().find_task({"T2"}))->absorbed.size(), 1U);
        EXPECT_EQ(must(store().tasks().find_task({"T1"}))->merged_into->task.value, "T2");
        const auto rows = must(store().reminders().late_below(code("330102"), {}, late_day));
        EXPECT_EQ(rows.size(), 1U) << "only the one that goes on is open";
    };
    look();
    must(store().rebuild_projections());
    look();
}

TEST_P(Reminders, CountEveryAskByUnitAndMonthWithItsRows) {
    plant();
    const auto march = load("2025-03");
    EXPECT_EQ(march.divisions, 2);
    EXPECT_EQ(march.counts.task, 2);
    EXPECT_EQ(march.counts.form, 2);
    EXPECT_EQ(march.counts.period, 2);
    EXPECT_EQ(march.counts.problem, 1);
    ASSERT_EQ(march.rows.size(), 2U);
    EXPECT_EQ(march.rows[0].name, "清波街道");
    EXPECT_EQ(march.rows[0].counts.total(), 4);
    EXPECT_EQ(march.rows[0].caused, 3) << "the problem comes from the city";
    const auto rows = must(store().loads().asks(code("330102001"), {2025, 3}, day("2025-03-10")));
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[1].title, "走访台账");
    EXPECT_EQ(rows[2].cause_name, "杭州市");
    EXPECT_EQ(rows[3].ask, measure::Ask::period);
    EXPECT_EQ(load("2025-05").counts.period, 1) << "the first part was due in April";
    EXPECT_EQ(load("2025-07").divisions, 0);
    EXPECT_EQ(load("2025-03", "330105").divisions, 0);
    must(store().rebuild_projections());
    EXPECT_EQ(load("2025-03").counts.total(), march.counts.total());
}

TEST_P(Reminders, WhatIsClosedIsAskedForNoMore) {
    plant();
    const auto on = day("2025-03-20");
    step("T1", 0, directive::TaskEnded{"并入别的任务", officer, on});
    EXPECT_EQ(load("2025-03").counts.period, 1);
    EXPECT_EQ(load("2025-04").counts.period, 1);
}

TEST_P(Reminders, WhatStandsStillIsNotAskedForMeanwhile) {
    plant();
    const auto asked = [this](const char* month) {
        return load(month, "330102001", "2025-04-30").counts.period;
    };
    ASSERT_EQ(asked("2025-03"), 1);
    ASSERT_EQ(asked("2025-04"), 1);
    step("T1", 0,
         directive::TaskSuspended{directive::SuspensionGround::disaster, "台风",
                                  directive::SuspensionClock::runs_on, day("2025-03-20"),
                                  day("2025-04-30"), officer, day("2025-03-20")});
    EXPECT_EQ(asked("2025-03"), 0);
    EXPECT_EQ(asked("2025-04"), 0);
    const auto rows = must(store().loads().asks(code("330102001"), {2025, 3}, day("2025-04-30")));
    EXPECT_TRUE(std::none_of(rows.begin(), rows.end(), [](const auto& row) {
        return row.ask == measure::Ask::period;
    })) << "the figure opens its rows";
    step("T1", 1, directive::TaskResumed{"恢复", officer, day("2025-04-10")});
    EXPECT_EQ(asked("2025-03"), 0) << "it stood still at the month's end";
    EXPECT_EQ(asked("2025-04"), 1);
    must(store().rebuild_projections());
    EXPECT_EQ(asked("2025-03"), 0);
    EXPECT_EQ(asked("2025-04"), 1);
}

TEST_P(Reminders, WhatIsLateIsStillAskedForAndWhatIsHandedOnIsAskedOnce) {
    plant();
    const auto of = [this](const char* digits, const char* month, const char* today) {
        return load(month, digits, today).counts.period;
    };
    EXPECT_EQ(of("330102001", "2025-05", "2025-04-30"), 0) << "nobody knows yet that it is late";
    EXPECT_EQ(of("330102001", "2025-05", "2025-05-30"), 0) << "the month's report is not due yet";
    EXPECT_EQ(of("330102001", "2025-05", "2025-05-31"), 1);
    EXPECT_EQ(of("330102001", "2025-05", "2025-07-09"), 1);
    EXPECT_EQ(of("330102001", "2025-08", "2025-07-09"), 0);
    const auto rows = must(store().loads().asks(code("330102001"), {2025, 5}, day("2025-07-09")));
    ASSERT_EQ(rows.size(), 1U) << "the figure opens its rows";
    EXPECT_EQ(rows[0].times, 1);
    // Handed on at a month's end: that month's report is asked of one of the two.
    directive::TaskAssigned on = assigned("P330102002", "330102002");
    on.on = day("2025-03-31");
    step("T1", 0, on);
    EXPECT_EQ(of("330102001", "2025-03", "2025-07-09"), 0);
    EXPECT_EQ(of("330102002", "2025-03", "2025-07-09"), 2);
    EXPECT_EQ(of("330102001", "2025-05", "2025-07-09"), 0);
    // Reported, it waits for its verifier and no report is asked for.
    step("T1", 1, directive::TaskReported{"好", {{"ab", "a", 1}}, officer, day("2025-05-10")});
    EXPECT_EQ(of("330102002", "2025-06", "2025-07-09"), 1);
}

TEST_P(Reminders, WhatWentOnInADivisionStandsBesideWhatIsBelowIt) {
    plant();
    const auto rows = must(
        store().reminders().late_below(code("330102001"), {code("330102002")}, day("2025-05-10")));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].division, code("330102002"));
}

ANMIN_ON_BOTH(Reminders);

}  // namespace
}  // namespace anmin::store
