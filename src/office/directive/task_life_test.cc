#include "directive/task_life.h"

#include <gtest/gtest.h>

#include "directive/test_people.h"

namespace anmin::directive {
namespace {

using calendar::Date;

const Officer inspector{{"a3"}, "顾三", "督查员"};
const LookBackRule rule{1, 12, 3};

Task assigned() {
    Candidate item;
    item.text = "完成入户核查";
    Task task = start(confirm({"t1"}, {"d1"}, "通知", item, issuer, "区民政局",
                              ident::DivisionCode::parse("330102").value(), day("2025-03-01"),
                              day("2025-03-31")));
    const Owner owner{
        {"p2"}, "经办", "街道民政办", ident::DivisionCode::parse("330102001").value()};
    return then(task, assign(task, {owner, {}, ""}, issuer, day("2025-03-02")));
}

Task struck_off() {
    Task task = assigned();
    task = then(task, report(task, {"做了", {photo}}, clerk, day("2025-03-20")));
    task = then(task, verify(task, {"属实"}, inspector, day("2025-03-21")));
    return then(task, strike_off(task, {""}, issuer, day("2025-03-22"), {}, rule));
}

TEST(TaskLife, IsSignedForOnce) {
    const Task task = then(assigned(), sign_for(assigned(), clerk, day("2025-03-03")));
    EXPECT_EQ(task.signed_on, day("2025-03-03"));
    EXPECT_EQ(task.state, TaskState::assigned);
    EXPECT_EQ(code_of(sign_for(task, clerk, day("2025-03-04"))), "E-TASK-052");
    EXPECT_EQ(code_of(sign_for(struck_off(), clerk, day("2025-03-23"))), "E-TASK-051");
}

TEST(TaskLife, AFigureNeedsATargetAndProof) {
    Task task = assigned();
    const auto on = day("2025-03-10");
    EXPECT_EQ(code_of(progress(task, {"一半", 600'000, {photo}}, clerk, on)), "E-TASK-053");
    task.target = Quantity{1'200'000, "户"};
    EXPECT_EQ(code_of(progress(task, {"一半", 600'000, {}}, clerk, on)), "E-TASK-005");
    EXPECT_EQ(code_of(progress(task, {" ", {}, {}}, clerk, on)), "E-TASK-004");
    task = then(task, progress(task, {"一半", 600'000, {photo}}, clerk, on));
    EXPECT_EQ(task.done, 600'000);
    EXPECT_EQ(task.state, TaskState::assigned);
    EXPECT_NE(task.steps.back().text.find("自报累计 600户"), std::string::npos);
}

TEST(TaskLife, IsUrgedOnceADayAndCounted) {
    Task task = assigned();
    task = then(task, urge(task, Urging::automatic, "即将到期", {{"system"}, "系统", ""},
                           day("2025-03-25")));
    EXPECT_EQ(code_of(urge(task, Urging::by_hand, "", issuer, day("2025-03-25"))), "E-TASK-055");
    task = then(task, urge(task, Urging::by_hand, "请抓紧", issuer, day("2025-03-26")));
    EXPECT_EQ(task.urged, 2);
    EXPECT_EQ(task.steps.back().text, "第 2 次：请抓紧");
    EXPECT_EQ(code_of(urge(struck_off(), Urging::by_hand, "", issuer, day("2025-03-26"))),
              "E-TASK-054");
}

TEST(TaskLife, MoreTimeIsAskedForBeforeItIsLateAndTheOldDateStays) {
    Task task = assigned();
    EXPECT_EQ(code_of(ask_extension(task, {day("2025-04-15"), "雨雪"}, clerk, day("2025-04-01"))),
              "E-TASK-058");
    EXPECT_EQ(code_of(ask_extension(task, {day("2025-03-31"), "雨雪"}, clerk, day("2025-03-30"))),
              "E-TASK-059");
    task = then(task, ask_extension(task, {day("2025-04-15"), "雨雪"}, clerk, day("2025-03-30")));
    EXPECT_EQ(code_of(ask_extension(task, {day("2025-04-20"), "再"}, clerk, day("2025-03-30"))),
              "E-TASK-057");
    EXPECT_EQ(
        code_of(answer_extension(task, {true, ""}, day("2025-04-10"), issuer, day("2025-03-30"))),
        "E-TASK-042");
    EXPECT_EQ(code_of(answer_extension(task, {false, " "}, {}, issuer, day("2025-03-30"))),
              "E-TASK-062");
    const Task refused =
        then(task, answer_extension(task, {false, "理由不足"}, {}, issuer, day("2025-03-30")));
    EXPECT_EQ(refused.due, day("2025-03-31"));
    const Task granted =
        then(task, answer_extension(task, {true, ""}, {}, issuer, day("2025-03-30")));
    EXPECT_EQ(granted.due, day("2025-04-15"));
    EXPECT_EQ(granted.past_dues, std::vector<Date>{day("2025-03-31")});
    EXPECT_FALSE(granted.extension);
}

TEST(TaskLife, LookingBackHoldsOrReopensWithTheWholeHistory) {
    const Task task = struck_off();
    EXPECT_EQ(task.look_back_on, day("2025-06-22"));
    const auto on = day("2025-06-22");
    EXPECT_EQ(code_of(look_back(task, LookBack::held, "看过", clerk, on)), "E-TASK-064");
    EXPECT_EQ(code_of(look_back(task, LookBack::held, "", inspector, on)), "E-TASK-065");
    EXPECT_EQ(code_of(look_back(assigned(), LookBack::held, "看过", inspector, on)), "E-TASK-063");
    const Task held = then(task, look_back(task, LookBack::held, "仍然有效", inspector, on));
    EXPECT_EQ(held.state, TaskState::held);
    EXPECT_TRUE(is_closed(held.state));
    const Task open = then(held, look_back(held, LookBack::rebounded, "又有漏户", inspector, on));
    EXPECT_EQ(open.state, TaskState::assigned);
    EXPECT_EQ(open.reopened, 1);
    EXPECT_EQ(open.steps.size(), held.steps.size() + 1);
    EXPECT_FALSE(open.closed_on);
}

TEST(TaskLife, HeldIsSaidNoSoonerThanTheRuleHasIt) {
    const Task task = struck_off();
    EXPECT_EQ(code_of(look_back(task, LookBack::held, "好", inspector, day("2025-04-21"), rule)),
              "E-TASK-074");
    EXPECT_TRUE(look_back(task, LookBack::held, "好", inspector, day("2025-04-22"), rule).ok());
    EXPECT_TRUE(
        look_back(task, LookBack::rebounded, "又坏了", inspector, day("2025-03-22"), rule).ok());
}

TEST(TaskLife, WhoReportedProgressDoesNotVerifyWhatAnotherReported) {
    Task task = assigned();
    task = then(task, progress(task, {"一半", {}, {}}, inspector, day("2025-03-10")));
    task = then(task, report(task, {"做了", {photo}}, clerk, day("2025-03-20")));
    EXPECT_EQ(code_of(verify(task, {"属实"}, inspector, day("2025-03-21"))), "E-TASK-007");
    const Officer another{{"a9"}, "郑四", "督查员"};
    task = then(task, verify(task, {"属实"}, another, day("2025-03-21")));
    task = then(task, strike_off(task, {""}, issuer, day("2025-03-22"), {}, rule));
    EXPECT_EQ(code_of(look_back(task, LookBack::held, "好", inspector, day("2025-06-22"), rule)),
              "E-TASK-064");
    // In a new round the one who only looked may verify again.
    task = then(task, look_back(task, LookBack::rebounded, "坏", another, day("2025-06-22")));
    task = then(task, report(task, {"再做", {photo}}, clerk, day("2025-06-30")));
    EXPECT_TRUE(verify(task, {"属实"}, inspector, day("2025-07-01")).ok());
}

TEST(TaskLife, ANewDateForAPostIsNoWayRoundAnExtension) {
    Task task = assigned();
    const Owner other{{"p3"}, "经办", "街道", ident::DivisionCode::parse("330102001").value()};
    const auto later = day("2025-04-30");
    EXPECT_EQ(code_of(assign(task, {other, later, ""}, issuer, day("2025-03-20"))), "E-TASK-013");
    EXPECT_EQ(code_of(assign(task, {other, later, ""}, issuer, day("2025-04-02"))), "E-TASK-013");
    EXPECT_TRUE(assign(task, {other, day("2025-03-25"), ""}, issuer, day("2025-03-20")).ok());
    Candidate item;
    item.text = "完成入户核查";
    const Task fresh = start(confirm({"t2"}, {"d1"}, "通知", item, issuer, "区民政局",
                                     ident::DivisionCode::parse("330102").value(),
                                     day("2025-03-01"), day("2025-03-31")));
    EXPECT_TRUE(assign(fresh, {other, later, ""}, issuer, day("2025-03-31")).ok());
    EXPECT_EQ(code_of(assign(fresh, {other, later, ""}, issuer, day("2025-04-01"))), "E-TASK-013");
}

TEST(TaskLife, WhatIsOpenAgainAfterItsDateMayHaveANewOne) {
    Task task = struck_off();
    task.item.deadline = Deadline{};
    task.item.deadline->due = day("2025-03-31");
    task = then(task, look_back(task, LookBack::rebounded, "坏", inspector, day("2025-06-22")));
    const Owner owner = *task.owner;
    EXPECT_EQ(code_of(assign(task, {owner, day("2025-08-01"), "", {}, day("2025-07-31")}, issuer,
                             day("2025-06-23"))),
              "E-TASK-042");
    task = then(task, assign(task, {owner, day("2025-07-31"), "", {}, day("2025-07-31")}, issuer,
                             day("2025-06-23")));
    EXPECT_EQ(task.due, day("2025-07-31"));
    EXPECT_EQ(code_of(assign(task, {owner, day("2025-08-30"), ""}, issuer, day("2025-08-01"))),
              "E-TASK-002");
}

TEST(TaskLife, AReportGoesBackWhenAPartBelowItIsOpenAgain) {
    Task task = assigned();
    task = then(task, report(task, {"做了", {photo}}, clerk, day("2025-03-20")));
    EXPECT_EQ(code_of(verify(task, {"属实"}, inspector, day("2025-03-21"), {1, 1, 0, 0})),
              "E-TASK-050");
    const Task back = then(task, reopen_above(task, struck_off(), inspector, day("2025-03-21")));
    EXPECT_EQ(back.state, TaskState::assigned);
    EXPECT_FALSE(back.doer);
    EXPECT_EQ(back.reopened, 0);
}

TEST(TaskLife, TheMonthsOfTheLookBackAreThoseOfTheRule) {
    Task task = assigned();
    task = then(task, report(task, {"做了", {photo}}, clerk, day("2025-03-20")));
    task = then(task, verify(task, {"属实"}, inspector, day("2025-03-21")));
    EXPECT_EQ(code_of(strike_off(task, {"", 13}, issuer, day("2025-03-22"), {}, rule)),
              "E-TASK-011");
    const Task sooner = then(task, strike_off(task, {"", 1}, issuer, day("2025-01-31"), {}, rule));
    EXPECT_EQ(sooner.look_back_on, day("2025-02-28"));
}

TEST(TaskLife, NothingIsDoneBeforeItsPartsAre) {
    const Below open{1, 2, 0, 0};
    EXPECT_EQ(code_of(report(assigned(), {"做了", {photo}}, clerk, day("2025-03-20"), open)),
              "E-TASK-050");
    EXPECT_EQ(code_of(end(assigned(), "不再办理", issuer, day("2025-03-20"), open)), "E-TASK-050");
    const Task ended = then(assigned(), end(assigned(), "机构撤并", issuer, day("2025-03-20"), {}));
    EXPECT_EQ(ended.state, TaskState::ended);
    EXPECT_EQ(code_of(end(ended, "再", issuer, day("2025-03-21"), {})), "E-TASK-067");
    EXPECT_EQ(code_of(end(assigned(), " ", issuer, day("2025-03-20"), {})), "E-TASK-068");
    EXPECT_EQ(code_of(reopen_above(assigned(), ended, inspector, day("2025-03-20"))), "E-TASK-066");
}

}  // namespace
}  // namespace anmin::directive
