#include "problem/suspension.h"

#include "problem/problem_life.h"
#include "problem/test_events.h"

namespace anmin::problem {
namespace {

using Clock = directive::SuspensionClock;
using Ground = directive::SuspensionGround;

Problem listed() {
    Problem one = raised();
    one.judge_first = false;
    return then(one, put_on_list(one, list_of("l1"), 1, false, office, today));
}
// Two stages, the first to be done by the 10th; due on the 31st.
Problem planned() {
    ProblemPlanned order = plan_of(Branch::staged, "2025-03-31");
    order.cause = "没有联网";
    order.supervision = "月报";
    order.stages = {{"梳理", day("2025-03-10"), "清单", {}},
                    {"联网", day("2025-03-31"), "上线", {}}};
    return then(listed(), plan(listed(), order, rules));
}
ProblemSuspended order(Clock clock, const char* on = "2025-03-11",
                       const char* until = "2025-04-09") {
    return {Ground::disaster, "台风", clock, day(until), {photo}, office, day(on)};
}
Problem standing(Clock clock) { return then(planned(), suspend(planned(), order(clock))); }

TEST(ProblemSuspension, ADateThatMovesMovesByItsDays) {
    const Problem one = standing(Clock::moves);
    EXPECT_TRUE(suspended(one, day("2025-03-11")));
    EXPECT_TRUE(suspended(one, day("2025-04-09")));
    EXPECT_FALSE(suspended(one, day("2025-04-10")));
    EXPECT_FALSE(to_resume(one, day("2025-04-09")));
    EXPECT_TRUE(to_resume(one, day("2025-04-10"))) << "until somebody resumes it";
    EXPECT_EQ(one.due, day("2025-04-30"));  // 30 days later
    EXPECT_EQ(one.past_dues, std::vector<Date>{day("2025-03-31")});
    EXPECT_EQ(one.stages[0].due, day("2025-03-10")) << "late already: stays late";
    EXPECT_EQ(one.stages[1].due, day("2025-04-30"));
    EXPECT_NE(one.steps.back().text.find("期限顺延，时限由 2025-03-31 改为 2025-04-30"),
              std::string::npos);
    EXPECT_EQ(one.steps.back().evidence, std::vector<Evidence>{photo});
}

TEST(ProblemSuspension, ADateThatRunsOnStaysAndIsLateTheDayAfter) {
    Problem one = standing(Clock::runs_on);
    EXPECT_EQ(one.due, day("2025-03-31"));
    EXPECT_TRUE(one.past_dues.empty());
    const auto after = day("2025-04-10");
    one = then(one, finish_stage(one, {0, "清了", {photo}, clerk, after}));
    EXPECT_FALSE(one.suspension) << "who goes on working, resumes it";
    one = then(one, finish_stage(one, {1, "通了", {photo}, clerk, after}));
    one = then(one, report(one, {"改了", {photo}, clerk, after}));
    EXPECT_TRUE(one.was_late);
}

TEST(ProblemSuspension, NoWorkIsTakenMeanwhile) {
    const Problem one = standing(Clock::runs_on);
    const auto on = day("2025-03-20");
    const auto refused = finish_stage(one, {0, "清了", {photo}, clerk, on});
    EXPECT_EQ(code_of(refused), "E-PROB-080");
    EXPECT_NE(refused.error().finding.find("2025-03-11 至 2025-04-09 挂起"), std::string::npos);
    EXPECT_EQ(code_of(report(one, {"改了", {photo}, clerk, on})), "E-PROB-080");
    EXPECT_EQ(code_of(ask_delay(one, {day("2025-05-01"), "雨", clerk, on}, rules)), "E-PROB-080");
    ProblemPlanned again = plan_of(Branch::immediate, "2025-03-31");
    again.on = on;
    EXPECT_EQ(code_of(plan(one, again, rules)), "E-PROB-080");
    EXPECT_EQ(code_of(suspend(one, order(Clock::moves, "2025-03-20"))), "E-PROB-080");
    EXPECT_TRUE(finish_stage(one, {0, "清了", {photo}, clerk, day("2025-04-10")}).ok());
    const Problem ended = then(one, end(one, {"撤并", office, on}));
    EXPECT_FALSE(ended.suspension);
    EXPECT_FALSE(ended.was_late);
}

TEST(ProblemSuspension, ResumedEarlyTheDateMovesByTheDaysUsed) {
    Problem one = standing(Clock::moves);
    const auto on = day("2025-03-21");  // ten days, 11 to 20 March
    one = then(one, resume(one, {"已通行", office, on}));
    EXPECT_EQ(one.due, day("2025-04-10"));
    EXPECT_EQ(one.stages[0].due, day("2025-03-10"));
    EXPECT_EQ(one.stages[1].due, day("2025-04-10"));
    EXPECT_EQ(one.steps.back().label, std::string("恢复整改"));
    EXPECT_EQ(code_of(resume(one, {"", office, on})), "E-PROB-083");
    const Problem called_off = then(
        standing(Clock::moves), resume(standing(Clock::moves), {"", office, day("2025-03-11")}));
    EXPECT_EQ(called_off.due, day("2025-03-31"));
    EXPECT_TRUE(called_off.past_dues.empty());
    const Problem late = then(standing(Clock::moves),
                              resume(standing(Clock::moves), {"", office, day("2025-04-20")}));
    EXPECT_EQ(late.due, day("2025-04-30")) << "nothing comes back";
    EXPECT_FALSE(to_resume(late, day("2025-04-20")));
}

TEST(ProblemSuspension, WhatIsLateIsNotHealed) {
    EXPECT_EQ(code_of(suspend(planned(), order(Clock::moves, "2025-04-01"))), "E-PROB-081");
    EXPECT_TRUE(suspend(planned(), order(Clock::moves, "2025-03-31")).ok());
    const Problem over = standing(Clock::runs_on);
    EXPECT_EQ(code_of(suspend(over, order(Clock::moves, "2025-04-10", "2025-05-01"))),
              "E-PROB-081");
    const Problem resumed = then(over, resume(over, {"", office, day("2025-04-05")}));
    EXPECT_EQ(code_of(suspend(resumed, order(Clock::moves, "2025-04-05"))), "E-PROB-081");
}

TEST(ProblemSuspension, NeedsReasonEvidenceADayToComeAndAnotherThanTheDoer) {
    const auto with = [](auto change) {
        ProblemSuspended one = order(Clock::moves);
        change(one);
        return code_of(suspend(planned(), one));
    };
    EXPECT_EQ(with([](auto& one) { one.reason = " "; }), "E-PROB-001");
    EXPECT_EQ(with([](auto& one) { one.evidence.clear(); }), "E-PROB-001");
    EXPECT_EQ(with([](auto& one) { one.until = day("2025-03-10"); }), "E-PROB-082");
    EXPECT_EQ(with([](auto& one) { one.until = day("9999-12-31"); }), "E-PROB-082");
    EXPECT_EQ(with([](auto& one) { one.until = one.on; }), "");
    const Problem worked =
        then(planned(), finish_stage(planned(), {0, "清了", {photo}, clerk, day("2025-03-05")}));
    ProblemSuspended own = order(Clock::moves);
    own.officer = clerk;
    EXPECT_EQ(code_of(suspend(worked, own)), "E-PROB-011");
}

TEST(ProblemSuspension, OnlyWhatIsOpenAndEndsSometime) {
    EXPECT_EQ(code_of(suspend(raised(), order(Clock::moves))), "E-PROB-010");
    ProblemPlanned for_good = plan_of(Branch::long_term, "2026-03-01");
    const Problem kept = then(listed(), plan(listed(), for_good, rules));
    EXPECT_EQ(code_of(suspend(kept, order(Clock::moves))), "E-PROB-010");
    const Problem asked =
        then(planned(),
             ask_delay(planned(), {day("2025-05-01"), "雨", clerk, day("2025-03-05")}, rules));
    EXPECT_EQ(code_of(suspend(asked, order(Clock::moves))), "E-PROB-062");
    Problem one = then(listed(), suspend(listed(), order(Clock::moves)));
    EXPECT_FALSE(one.due) << "it has no date yet";
    EXPECT_EQ(code_of(plan(one, plan_of(Branch::immediate, "2025-03-20"), rules)), "")
        << "before the days it stands still";
    ProblemPlanned later = plan_of(Branch::immediate, "2025-03-20");
    later.on = day("2025-03-11");
    EXPECT_EQ(code_of(plan(one, later, rules)), "E-PROB-080");
    one = then(one, resume(one, {"", office, day("2025-03-12")}));
    EXPECT_EQ(one.state, ProblemState::listed);
}

TEST(ProblemPeriod, BeginsWithThePlanAndAgainWhenOpenedAgain) {
    EXPECT_FALSE(listed().runs_from);
    Problem one = planned();
    EXPECT_EQ(one.runs_from, today);
    ProblemPlanned again = plan_of(Branch::immediate, "2025-03-31");
    again.on = day("2025-03-05");
    one = then(one, plan(one, again, rules));
    EXPECT_EQ(one.runs_from, today) << "a plan made anew begins no period";
    one = then(one, report(one, {"改了", {photo}, clerk, day("2025-03-06")}));
    one = then(one, accept(one, {"属实", inspector, day("2025-03-07")}));
    one = then(one, strike_off(one, {"", {}, office, day("2025-03-08")}));
    one = then(one, rebound(one, {"又来", inspector, day("2025-05-01")}));
    EXPECT_FALSE(one.runs_from);
    again.due = day("2025-05-30");
    again.on = day("2025-05-02");
    one = then(one, plan(one, again, rules));
    EXPECT_EQ(one.runs_from, day("2025-05-02"));
    const Problem kept =
        then(listed(), plan(listed(), plan_of(Branch::long_term, "2025-12-01"), rules));
    const Problem seen = then(
        kept,
        review(kept, {"过半", {photo}, day("2026-10-01"), inspector, day("2025-11-20")}, rules));
    EXPECT_EQ(seen.runs_from, day("2025-11-20"));
}

}  // namespace
}  // namespace anmin::problem
