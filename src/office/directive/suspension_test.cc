#include "directive/suspension.h"

#include <gtest/gtest.h>

#include "directive/reminder.h"
#include "directive/task_life.h"
#include "directive/test_people.h"

namespace anmin::directive {
namespace {

using calendar::Date;
using Clock = SuspensionClock;
using Ground = SuspensionGround;

const LightRule lights{20, 3};

// Due on 31 March.
Task assigned() {
    Candidate item;
    item.text = "完成入户核查";
    item.recurrence = "每月";
    Task task = start(confirm({"t1"}, {"d1"}, "通知", item, issuer, "区民政局",
                              ident::DivisionCode::parse("330102").value(), day("2025-03-01"),
                              day("2025-03-31")));
    const Owner owner{
        {"p2"}, "经办", "街道民政办", ident::DivisionCode::parse("330102001").value()};
    return then(task, assign(task, {owner, {}, ""}, issuer, day("2025-03-02")));
}
Suspend order(Clock clock, const char* from = "2025-03-11", const char* until = "2025-04-09") {
    return {Ground::disaster, "台风", clock, day(from), day(until)};
}
Task standing(Clock clock) {
    return then(assigned(), suspend(assigned(), order(clock), {}, issuer, day("2025-03-10")));
}

TEST(Suspension, StandsStillOnItsDaysAndGoesOnByItself) {
    const Task task = standing(Clock::moves);
    EXPECT_EQ(light(task, day("2025-03-10"), lights), Light::on_time);
    EXPECT_EQ(light(task, day("2025-03-11"), lights), Light::suspended);
    EXPECT_EQ(light(task, day("2025-04-09"), lights), Light::suspended);
    EXPECT_EQ(light(task, day("2025-04-10"), lights), Light::on_time);
    EXPECT_TRUE(waits_of(task, day("2025-04-09"), lights).empty());
    EXPECT_FALSE(waits_of(task, day("2025-04-10"), lights).empty());
    EXPECT_EQ(task.due, day("2025-04-30"));  // 30 days later
    EXPECT_EQ(task.past_dues, std::vector<Date>{day("2025-03-31")});
    EXPECT_NE(task.steps.back().text.find("期限顺延，时限由 2025-03-31 改为 2025-04-30"),
              std::string::npos);
}

TEST(Suspension, RunningOnTheDateStaysAndIsLateTheDayAfter) {
    const Task task = standing(Clock::runs_on);
    EXPECT_EQ(task.due, day("2025-03-31"));
    EXPECT_TRUE(task.past_dues.empty());
    EXPECT_EQ(late_after(task), day("2025-04-09"));
    EXPECT_EQ(light(task, day("2025-04-09"), lights), Light::suspended);
    EXPECT_EQ(light(task, day("2025-04-10"), lights), Light::overdue);
    const Task done = then(task, report(task, {"做了", {photo}}, clerk, day("2025-04-10")));
    EXPECT_TRUE(done.was_late);
    EXPECT_FALSE(done.suspension);
}

TEST(Suspension, NothingIsTakenMeanwhile) {
    const Task task = standing(Clock::runs_on);
    const auto on = day("2025-03-20");
    const auto refused = report(task, {"做了", {photo}}, clerk, on);
    EXPECT_EQ(code_of(refused), "E-TASK-101");
    EXPECT_NE(refused.error().finding.find("2025-03-11 至 2025-04-09 挂起"), std::string::npos);
    EXPECT_EQ(code_of(progress(task, {"半", {}, {}}, clerk, on)), "E-TASK-101");
    EXPECT_EQ(code_of(urge(task, Urging::automatic, "", issuer, on)), "E-TASK-101");
    EXPECT_EQ(code_of(ask_extension(task, {day("2025-05-01"), "雨"}, clerk, on)), "E-TASK-101");
    EXPECT_EQ(code_of(assign(task, {*task.owner, {}, ""}, issuer, on)), "E-TASK-101");
    EXPECT_EQ(code_of(suspend(task, order(Clock::moves), {}, issuer, on)), "E-TASK-101");
    EXPECT_TRUE(report(task, {"做了", {photo}}, clerk, day("2025-03-10")).ok());
    EXPECT_TRUE(report(task, {"做了", {photo}}, clerk, day("2025-04-10")).ok());
    EXPECT_TRUE(end(task, "撤销", issuer, on, {}).ok());
}

TEST(Suspension, ResumedEarlyTheDateMovesByTheDaysUsed) {
    Task task = standing(Clock::moves);
    const auto on = day("2025-03-21");  // ten days, 11 to 20 March
    task = then(task, resume(task, "已恢复通行", issuer, on));
    EXPECT_EQ(task.due, day("2025-04-10"));
    EXPECT_EQ(light(task, on, lights), Light::on_time);
    EXPECT_EQ(task.steps.back().label, "恢复办理");
    EXPECT_EQ(code_of(resume(task, "", issuer, on)), "E-TASK-099");
    EXPECT_EQ(code_of(resume(standing(Clock::moves), "", issuer, day("2025-04-10"))), "E-TASK-099");
    const Task called_off =
        then(standing(Clock::moves), resume(standing(Clock::moves), "", issuer, day("2025-03-10")));
    EXPECT_EQ(called_off.due, day("2025-03-31"));
    EXPECT_TRUE(called_off.past_dues.empty());
    const Task kept =
        then(standing(Clock::runs_on), resume(standing(Clock::runs_on), "", issuer, on));
    EXPECT_EQ(kept.due, day("2025-03-31"));
}

TEST(Suspension, WhatIsLateIsNotHealed) {
    const auto after = day("2025-04-01");
    const auto before = day("2025-03-20");
    EXPECT_EQ(code_of(suspend(assigned(), order(Clock::moves, "2025-04-01"), {}, issuer, after)),
              "E-TASK-091");
    EXPECT_EQ(code_of(ask_suspension(assigned(), {Ground::policy, "等", day("2025-05-01")}, clerk,
                                     after)),
              "E-TASK-091");
    // Not written backwards, and not from a day on which it would be late.
    EXPECT_EQ(code_of(suspend(assigned(), order(Clock::moves), {}, issuer, before)), "E-TASK-095");
    EXPECT_EQ(code_of(suspend(assigned(), order(Clock::moves, "2025-04-01"), {}, issuer, before)),
              "E-TASK-095");
    EXPECT_EQ(code_of(suspend(assigned(), order(Clock::moves, "2025-03-21", "2025-03-20"), {},
                              issuer, before)),
              "E-TASK-093");
}

TEST(Suspension, IsAskedForByTheHolderAndDecidedOnce) {
    Task task = assigned();
    const auto on = day("2025-03-10");
    EXPECT_EQ(code_of(refuse_suspension(task, "不", issuer, on)), "E-TASK-097");
    EXPECT_EQ(code_of(ask_suspension(task, {Ground::policy, " ", day("2025-05-01")}, clerk, on)),
              "E-TASK-092");
    task = then(task, ask_suspension(task, {Ground::policy, "等文", day("2025-05-01")}, clerk, on));
    EXPECT_EQ(code_of(ask_suspension(task, {Ground::policy, "再", day("2025-05-01")}, clerk, on)),
              "E-TASK-094");
    EXPECT_EQ(light(task, on, lights), Light::on_time) << "asking changes nothing";
    EXPECT_EQ(code_of(refuse_suspension(task, "", issuer, on)), "E-TASK-098");
    EXPECT_FALSE(then(task, refuse_suspension(task, "可以先办", issuer, on)).asked_suspension);
    EXPECT_FALSE(then(task, suspend(task, order(Clock::moves), {}, issuer, on)).asked_suspension);
}

TEST(Suspension, AMovedDateStaysInsideTheTaskAboveAndAPartedTaskKeepsIts) {
    Task task = assigned();
    const auto on = day("2025-03-10");
    EXPECT_EQ(code_of(suspend(task, order(Clock::moves), day("2025-04-29"), issuer, on)),
              "E-TASK-042");
    EXPECT_TRUE(suspend(task, order(Clock::moves), day("2025-04-30"), issuer, on).ok());
    EXPECT_TRUE(suspend(task, order(Clock::runs_on), day("2025-04-01"), issuer, on).ok());
    task.children = 2;
    EXPECT_EQ(code_of(suspend(task, order(Clock::moves), {}, issuer, on)), "E-TASK-096");
    EXPECT_TRUE(suspend(task, order(Clock::runs_on), {}, issuer, on).ok());
    EXPECT_EQ(code_of(suspend(start({}), order(Clock::moves), {}, issuer, on)), "E-TASK-090");
}

}  // namespace
}  // namespace anmin::directive
