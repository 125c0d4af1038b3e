#include "directive/objection.h"

#include <gtest/gtest.h>

#include "directive/reminder.h"
#include "directive/suspension.h"
#include "directive/task_life.h"
#include "directive/test_people.h"

namespace anmin::directive {
namespace {

using calendar::Date;

const LightRule lights{20, 3};
const ident::DivisionCode street = ident::DivisionCode::parse("330102001").value();
const Owner one{{"p2"}, "经办", "街道民政办", street};
const Owner another{{"p3"}, "经办", "街道残联", street};

// Due on 31 March.
Task assigned() {
    Candidate item;
    item.text = "为残疾人办理补贴";
    const Task task = start(confirm({"t1"}, {"d1"}, "通知", item, issuer, "区民政局",
                                    ident::DivisionCode::parse("330102").value(), day("2025-03-01"),
                                    day("2025-03-31")));
    return then(task, assign(task, {one, {}, ""}, issuer, day("2025-03-02")));
}
const Date on = day("2025-03-03");
Task objected() {
    const Task task = assigned();
    return then(task, object(task, {"不属本单位职责", "街道残联"}, clerk, on));
}
Task ruled(const Task& task, const Ruling& ruling, Date when = on) {
    return then(task, rule(task, ruling, issuer, when));
}
const Ruling dismissed{false, "按分工由你单位牵头", {}};

TEST(Objection, StandsOpenUntilItIsRuledOnAndNothingIsDoneMeanwhile) {
    const Task task = objected();
    EXPECT_EQ(task.state, TaskState::objected);
    EXPECT_EQ(task.steps.back().text, "不属本单位职责；认为应由“街道残联”承办");
    EXPECT_EQ(code_of(report(task, {"做了", {photo}}, clerk, on)), "E-TASK-115");
    EXPECT_EQ(code_of(progress(task, {"半", {}, {}}, clerk, on)), "E-TASK-115");
    EXPECT_EQ(code_of(sign_for(task, clerk, on)), "E-TASK-115");
    EXPECT_EQ(code_of(urge(task, Urging::automatic, "", issuer, on)), "E-TASK-115");
    EXPECT_EQ(code_of(ask_extension(task, {day("2025-05-01"), "雨"}, clerk, on)), "E-TASK-115");
    EXPECT_EQ(code_of(assign(task, {another, {}, ""}, issuer, on)), "E-TASK-115");
    EXPECT_EQ(code_of(suspend(task, {}, {}, issuer, on)), "E-TASK-115");
    EXPECT_EQ(code_of(object(task, {"再提", ""}, clerk, on)), "E-TASK-115");
    const Task ended = then(task, end(task, "撤销", issuer, on, {}));
    EXPECT_FALSE(ended.objection);
}

TEST(Objection, IsNotAskedToSignButLateAllTheSame) {
    const Task task = objected();
    EXPECT_TRUE(waits_of(task, on, lights).empty());
    EXPECT_EQ(waits_of(assigned(), on, lights), std::vector<Wait>{Wait::sign});
    EXPECT_EQ(task.due, day("2025-03-31"));
    EXPECT_EQ(light(task, day("2025-04-01"), lights), Light::overdue);
    const Task back = ruled(task, dismissed, day("2025-04-01"));
    EXPECT_EQ(light(back, day("2025-04-01"), lights), Light::overdue);
    EXPECT_EQ(waits_of(back, on, lights), std::vector<Wait>{Wait::sign});
}

TEST(Objection, ComesBeforeSigningAndBeforeAnyWork) {
    const Object order{"不属本单位职责", ""};
    Task task = assigned();
    EXPECT_EQ(code_of(object(task, {" ", ""}, clerk, on)), "E-TASK-113");
    EXPECT_EQ(code_of(object(start({}), order, clerk, on)), "E-TASK-111");
    EXPECT_EQ(code_of(object(then(task, sign_for(task, clerk, on)), order, clerk, on)),
              "E-TASK-112");
    EXPECT_EQ(
        code_of(object(then(task, progress(task, {"半", {}, {}}, clerk, on)), order, clerk, on)),
        "E-TASK-121");
    const AskExtension later{day("2025-05-01"), "雨"};
    EXPECT_EQ(code_of(object(then(task, ask_extension(task, later, clerk, on)), order, clerk, on)),
              "E-TASK-121");
    task.children = 2;
    EXPECT_EQ(code_of(object(task, order, clerk, on)), "E-TASK-121");
}

TEST(Objection, DismissedItIsSignedForAndFinal) {
    const Task before = objected();
    EXPECT_EQ(code_of(rule(before, {false, " ", {}}, issuer, on)), "E-TASK-117");
    EXPECT_EQ(code_of(rule(before, {false, "不成立", another}, issuer, on)), "E-TASK-119");
    const Task task = ruled(before, dismissed);
    EXPECT_EQ(task.state, TaskState::assigned);
    EXPECT_EQ(task.owner, one);
    EXPECT_EQ(task.overruled_on, on);
    EXPECT_EQ(code_of(object(task, {"还是不属", ""}, clerk, on)), "E-TASK-114");
    EXPECT_EQ(code_of(report(task, {"做了", {photo}}, clerk, on)), "E-TASK-120");
    EXPECT_EQ(code_of(progress(task, {"半", {}, {}}, clerk, on)), "E-TASK-120");
    EXPECT_EQ(code_of(rule(task, dismissed, issuer, on)), "E-TASK-116");
    const Task taken = then(task, sign_for(task, clerk, on));
    EXPECT_TRUE(report(taken, {"做了", {photo}}, clerk, on).ok());
    // Handed to the same post again it is the same handing; to another it is a new one.
    const Task same = then(task, assign(task, {one, day("2025-03-20"), ""}, issuer, on));
    EXPECT_EQ(code_of(object(same, {"还是不属", ""}, clerk, on)), "E-TASK-114");
    const Task other = then(task, assign(task, {another, {}, ""}, issuer, on));
    EXPECT_TRUE(object(other, {"也不属", ""}, clerk, on).ok());
}

TEST(Objection, UpheldItGoesOnToAnotherOrBackToTheIssuer) {
    const Task before = objected();
    EXPECT_EQ(code_of(rule(before, {true, "", one}, issuer, on)), "E-TASK-119");
    const Task handed = ruled(before, {true, "", another});
    EXPECT_EQ(handed.state, TaskState::assigned);
    EXPECT_EQ(handed.owner, another);
    EXPECT_FALSE(handed.signed_on || handed.objection || handed.overruled_on);
    EXPECT_EQ(handed.due, before.due);
    EXPECT_EQ(handed.steps.back().text, "成立，改交 街道残联 经办");
    const Task back = ruled(before, {true, "待商", {}});
    EXPECT_EQ(back.state, TaskState::confirmed);
    EXPECT_FALSE(back.owner);
    EXPECT_EQ(back.steps.back().text, "成立，退回下达单位重新交办：待商");
    // The date was agreed at the first handing: it does not move away by being handed out again.
    EXPECT_EQ(code_of(assign(back, {another, day("2025-04-30"), ""}, issuer, on)), "E-TASK-013");
    EXPECT_TRUE(assign(back, {another, day("2025-03-20"), ""}, issuer, on).ok());
}

TEST(Objection, NobodyRulesOnTheirOwn) {
    const auto own = rule(objected(), dismissed, clerk, on);
    EXPECT_EQ(code_of(own), "E-TASK-118");
    EXPECT_EQ(own.error().fault, Fault::denied);
}

}  // namespace
}  // namespace anmin::directive
