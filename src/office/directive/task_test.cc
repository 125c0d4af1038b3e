#include "directive/task.h"

#include <gtest/gtest.h>

namespace anmin::directive {
namespace {

using calendar::Date;

Date day(const char* iso) { return Date::parse(iso).value(); }

const Officer issuer{{"a1"}, "沈一", "综合科科长"};
const Officer clerk{{"a2"}, "陆二", "民政办经办"};
const Officer inspector{{"a3"}, "顾三", "督查员"};
const Owner township{
    {"p2"}, "民政办经办", "柳树镇民政办", ident::DivisionCode::parse("330102001").value()};
const Evidence photo{"00", "照片.jpg", 10};

Task confirmed(std::optional<Date> due = std::nullopt) {
    Candidate item;
    item.text = "各镇街要每月至少开展一次实地检查";
    if (due) item.deadline = Deadline{"3月底前", due->iso(), due, true};
    return start(confirm({"t1"}, {"d1"}, "安全会议", item, issuer, "区民政局",
                         ident::DivisionCode::parse("330102").value(), day("2025-03-01")));
}

Task then(Task task, Result<Event> event) {
    EXPECT_TRUE(event.ok()) << event.error();
    return event.ok() ? directive::apply(std::move(task), event.value()) : task;
}

Task assigned(std::optional<Date> due = std::nullopt) {
    return then(confirmed(due),
                assign(confirmed(due), {township, {}, ""}, issuer, day("2025-03-02")));
}

Task reported(const char* on, std::optional<Date> due = std::nullopt) {
    return then(assigned(due), report(assigned(due), {"已检查 3 次", {photo}}, clerk, day(on)));
}

TEST(Task, WalksFromConfirmedToStruckOff) {
    Task task = reported("2025-03-20", day("2025-03-31"));
    EXPECT_EQ(task.state, TaskState::reported);
    task = then(task, verify(task, {"现场看过"}, inspector, day("2025-03-25")));
    EXPECT_EQ(task.state, TaskState::verified);
    task = then(task, strike_off(task, {""}, issuer, day("2025-03-26")));
    EXPECT_EQ(task.state, TaskState::struck_off);
    EXPECT_EQ(task.version, 5);
    EXPECT_EQ(task.steps.size(), 5u);
    EXPECT_EQ(task.closed_on, day("2025-03-26"));
    EXPECT_FALSE(task.was_late);
}

TEST(Task, TheStepThatSentItBackStandsUntilTheNextReport) {
    const Date due = day("2025-03-31");
    EXPECT_EQ(standing_return(reported("2025-03-20", due)), nullptr);
    Task task = reported("2025-03-20", due);
    task = then(task, send_back(task, {"缺照片"}, inspector, day("2025-03-21")));
    ASSERT_NE(standing_return(task), nullptr);
    EXPECT_EQ(standing_return(task)->text, "缺照片");
    EXPECT_EQ(standing_return(task)->officer.name, "顾三");
    task = then(task, report(task, {"补齐", {photo}}, clerk, day("2025-03-22")));
    EXPECT_EQ(standing_return(task), nullptr);
}

TEST(Task, StepsOutOfOrderAreRefusedByName) {
    const auto on = day("2025-03-20");
    EXPECT_EQ(report(confirmed(), {"x", {photo}}, clerk, on).error().code, "E-TASK-003");
    EXPECT_EQ(verify(assigned(), {""}, inspector, on).error().code, "E-TASK-006");
    EXPECT_EQ(strike_off(reported("2025-03-20"), {""}, issuer, on).error().code, "E-TASK-010");
    EXPECT_EQ(assign(reported("2025-03-20"), {township, {}, ""}, issuer, on).error().code,
              "E-TASK-001");
    EXPECT_EQ(send_back(assigned(), {"不实"}, inspector, on).error().code, "E-TASK-008");
}

TEST(Task, AReportNeedsWordsAndProof) {
    EXPECT_EQ(report(assigned(), {" \n", {photo}}, clerk, day("2025-03-20")).error().code,
              "E-TASK-004");
    EXPECT_EQ(report(assigned(), {"做了", {}}, clerk, day("2025-03-20")).error().code,
              "E-TASK-005");
}

TEST(Task, NobodyVerifiesTheirOwnReport) {
    const Task task = reported("2025-03-20");
    EXPECT_EQ(verify(task, {""}, clerk, day("2025-03-21")).error().code, "E-TASK-007");
}

TEST(Task, AReturnedTaskIsOpenAgainAndKeepsItsHistory) {
    Task task = reported("2025-04-02", day("2025-03-31"));
    task = then(task, send_back(task, {"照片看不清"}, inspector, day("2025-04-03")));
    EXPECT_EQ(task.state, TaskState::assigned);
    EXPECT_FALSE(task.doer);
    EXPECT_TRUE(task.was_late);
    EXPECT_EQ(task.steps.size(), 4u);
    EXPECT_EQ(send_back(reported("2025-03-20"), {" "}, inspector, day("2025-03-21")).error().code,
              "E-TASK-009");
}

TEST(Task, AnAssignmentMayTightenTheTextsDateButNotStretchIt) {
    const Task task = confirmed(day("2025-03-31"));
    EXPECT_TRUE(assign(task, {township, day("2025-03-15"), ""}, issuer, day("2025-03-02")).ok());
    EXPECT_EQ(
        assign(task, {township, day("2025-04-01"), ""}, issuer, day("2025-03-02")).error().code,
        "E-TASK-002");
}

TEST(Light, TurnsByTheRuleThatIsHandedIn) {
    const LightRule rule{20, 3};
    const Task task = assigned(day("2025-03-31"));  // 30 days: a lead of 6
    EXPECT_EQ(light(task, day("2025-03-24"), rule), Light::on_time);
    EXPECT_EQ(light(task, day("2025-03-25"), rule), Light::due_soon);
    EXPECT_EQ(light(task, day("2025-03-31"), rule), Light::due_soon);
    EXPECT_EQ(light(task, day("2025-04-01"), rule), Light::overdue);
    EXPECT_EQ(light(assigned(), day("2025-04-01"), rule), Light::undated);
}

TEST(Light, WarnsAtLeastSoManyWorkingDaysBefore) {
    LightRule rule{0, 2};
    const Task task = assigned(day("2025-03-31"));  // a Monday
    EXPECT_EQ(light(task, day("2025-03-26"), rule), Light::on_time);
    EXPECT_EQ(light(task, day("2025-03-27"), rule), Light::due_soon);  // Friday and Monday are left
    rule.work_days.add_off(day("2025-03-28"));
    EXPECT_EQ(light(task, day("2025-03-26"), rule), Light::due_soon);  // Thursday and Monday
    EXPECT_EQ(light(task, day("2025-03-25"), rule), Light::on_time);
}

}  // namespace
}  // namespace anmin::directive
