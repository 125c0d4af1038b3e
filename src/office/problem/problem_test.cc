#include "problem/problem.h"

#include "problem/test_events.h"

namespace anmin::problem {
namespace {

Problem listed() {
    Problem one = raised();
    one.judge_first = false;
    return then(one, put_on_list(one, list_of("l1"), 7, true, office, today));
}
Problem planned() {
    return then(listed(), plan(listed(), plan_of(Branch::immediate, "2025-03-20"), rules));
}
Problem struck_off() {
    Problem one = planned();
    one = then(one, report(one, {"已压减", {photo}, clerk, day("2025-03-10")}));
    one = then(one, accept(one, {"属实", inspector, day("2025-03-11")}));
    return then(one, problem::strike_off(one, {"", day("2025-06-11"), office, day("2025-03-12")}));
}

TEST(Problem, WalksFromRemarksToStrikeOffAndKeepsItsLinks) {
    const Problem one = struck_off();
    EXPECT_EQ(one.state, ProblemState::struck_off);
    EXPECT_EQ(one.remarks.size(), 2u);
    EXPECT_TRUE(one.focused);
    EXPECT_EQ(one.number, 7);
    EXPECT_EQ(one.version, 6);
    EXPECT_EQ(one.steps.size(), 6u);
}

TEST(Problem, ARemarkBelongsToOneProblem) {
    TakenRemark taken;
    taken.remark.id = {"r1"};
    taken.problem = ProblemId{"p9"};
    const ProblemRaised order{{"p1"}, "问题", {{"r1"}}, "", {}, "局", office, today};
    EXPECT_EQ(code_of(raise(order, {taken})), "E-PROB-012");
    taken.problem.reset();
    EXPECT_TRUE(raise(order, {taken}).ok());
    EXPECT_EQ(code_of(raise({{"p1"}, "问题", {}, " ", {}, "局", office, today}, {})), "E-PROB-001");
    EXPECT_TRUE(raise({{"p1"}, "问题", {}, "巡视反馈第 1 条", {}, "局", office, today}, {}).ok());
}

TEST(Problem, WhatCanBeCorrectedAtOnceIsCorrectedSoon) {
    EXPECT_EQ(code_of(plan(listed(), plan_of(Branch::immediate, "2025-04-01"), rules)),
              "E-PROB-015");
    EXPECT_EQ(code_of(plan(raised(), plan_of(Branch::immediate, "2025-03-20"), rules)),
              "E-PROB-010");
    EXPECT_EQ(code_of(plan(listed(), plan_of(Branch::immediate, "2025-02-20"), rules)),
              "E-PROB-013");
}

TEST(Problem, AStagedPlanNeedsCauseStagesSignsAndSupervision) {
    ProblemPlanned order = plan_of(Branch::staged, "2025-12-31");
    EXPECT_EQ(code_of(plan(listed(), order, rules)), "E-PROB-001");
    order.cause = "系统没有打通";
    order.supervision = "每月通报";
    EXPECT_EQ(code_of(plan(listed(), order, rules)), "E-PROB-001");
    order.stages = {{"梳理", day("2025-06-30"), "清单", {}},
                    {"打通", day("2025-05-30"), "上线", {}}};
    EXPECT_EQ(code_of(plan(listed(), order, rules)), "E-PROB-014");
    order.stages[1].due = day("2025-12-01");
    Problem one = then(listed(), plan(listed(), order, rules));
    const auto on = day("2025-06-01");
    EXPECT_EQ(code_of(finish_stage(one, {1, "先打通", {photo}, clerk, on})), "E-PROB-016");
    EXPECT_EQ(code_of(report(one, {"全部完成", {photo}, clerk, on})), "E-PROB-016");
    one = then(one, finish_stage(one, {0, "已梳理", {photo}, clerk, on}));
    one = then(one, finish_stage(one, {1, "已打通", {photo}, clerk, on}));
    EXPECT_TRUE(report(one, {"全部完成", {photo}, clerk, on}).ok());
}

TEST(Problem, WhatIsForGoodIsNeverCountedAsDone) {
    ProblemPlanned order = plan_of(Branch::long_term, "2026-03-01");
    order.target.clear();
    EXPECT_EQ(code_of(plan(listed(), order, rules)), "E-PROB-001") << "without a yearly target";
    order.target = "今年覆盖一半乡镇";
    const Problem one = then(listed(), plan(listed(), order, rules));
    EXPECT_EQ(code_of(report(one, {"今年", {photo}, clerk, today})), "E-PROB-017");
}

TEST(Problem, NobodyAcceptsOrLooksBackAtTheirOwnWork) {
    Problem one = planned();
    one = then(one, report(one, {"已压减", {photo}, clerk, today}));
    EXPECT_EQ(code_of(accept(one, {"属实", clerk, today})), "E-PROB-011");
    EXPECT_EQ(code_of(hold(struck_off(), {"看过", clerk, today})), "E-PROB-011");
    one = then(one, send_back(one, {"不彻底", inspector, today}));
    EXPECT_EQ(one.state, ProblemState::planned);
    EXPECT_FALSE(one.doer);
}

TEST(Problem, AReboundIsOpenAgainWithItsHistory) {
    const Problem held =
        then(struck_off(), hold(struck_off(), {"仍然有效", inspector, day("2025-06-11")}));
    EXPECT_EQ(held.state, ProblemState::held);
    const Problem early = struck_off();
    EXPECT_EQ(code_of(hold(early, {"有效", inspector, day("2025-04-11")}, {1, 12, 3})),
              "E-PROB-020");
    EXPECT_TRUE(hold(early, {"有效", inspector, day("2025-04-12")}, {1, 12, 3}).ok());
    const Problem open = then(held, rebound(held, {"又多了一个环节", inspector, today}));
    EXPECT_EQ(open.state, ProblemState::planned);
    EXPECT_EQ(open.reopened, 1);
    EXPECT_EQ(open.steps.size(), held.steps.size() + 1);
}

Problem half_done() {
    ProblemPlanned order = plan_of(Branch::staged, "2025-12-31");
    order.cause = "系统没有打通";
    order.supervision = "每月通报";
    order.stages = {{"梳理", day("2025-06-30"), "清单", {}},
                    {"打通", day("2025-12-01"), "上线", {}}};
    Problem one = then(listed(), plan(listed(), order, rules));
    return then(one, finish_stage(one, {0, "已梳理", {photo}, clerk, day("2025-06-01")}));
}

TEST(Problem, WhoFinishedAStageDoesNotAcceptTheWhole) {
    Problem one = half_done();
    const Officer another{{"a4"}, "郑四", "经办"};
    one = then(one, finish_stage(one, {1, "已打通", {photo}, another, day("2025-06-02")}));
    one = then(one, report(one, {"改完", {photo}, another, day("2025-06-03")}));
    EXPECT_EQ(code_of(accept(one, {"属实", clerk, day("2025-06-04")})), "E-PROB-011");
    EXPECT_TRUE(accept(one, {"属实", inspector, day("2025-06-04")}).ok());
}

TEST(Problem, APlanMadeAnewKeepsTheStagesThatAreDone) {
    const Problem one = half_done();
    ProblemPlanned order = plan_of(Branch::staged, "2025-12-31");
    order.on = day("2025-07-15");
    order.cause = one.cause;
    order.supervision = one.supervision;
    order.stages = {{"重新梳理", day("2025-08-30"), "清单", {}}};
    EXPECT_EQ(code_of(plan(one, order, rules)), "E-PROB-018");
    order.branch = Branch::long_term;
    order.stages.clear();
    EXPECT_EQ(code_of(plan(one, order, rules)), "E-PROB-018");
    order.branch = Branch::staged;
    order.stages = {one.stages[0], {"打通", day("2025-11-01"), "上线", {}}};
    order.stages[0].done_on.reset();
    const Problem again = then(one, plan(one, order, rules));
    EXPECT_EQ(again.stages[0].done_on, day("2025-06-01"));
    EXPECT_EQ(code_of(finish_stage(again, {0, "再", {photo}, clerk, day("2025-07-16")})),
              "E-PROB-016");
}

TEST(Problem, AnOverdueDateStaysAndItsMeasureMayChange) {
    const Problem one = planned();
    ProblemPlanned later = plan_of(Branch::immediate, "2025-04-10");
    later.on = day("2025-03-20");
    EXPECT_TRUE(plan(one, later, rules).ok()) << "on its last day it may still be moved";
    later.on = day("2025-03-21");
    EXPECT_EQ(code_of(plan(one, later, rules)), "E-PROB-019");
    ProblemPlanned same = plan_of(Branch::immediate, "2025-03-20");
    same.on = day("2025-03-21");
    same.measure = "压减并公开";
    EXPECT_EQ(then(one, plan(one, same, rules)).measure, "压减并公开");
    const Problem open =
        then(struck_off(), rebound(struck_off(), {"又多了", inspector, day("2025-05-01")}));
    later.on = day("2025-05-02");
    later.due = day("2025-05-20");
    EXPECT_EQ(then(open, plan(open, later, rules)).due, day("2025-05-20"));
}

Mission mission() {
    return {
        {"m1"}, 2, "蹲点调研", {}, day("2025-01-01"), day("2025-02-01"), {{1, "浙江", true, 5}}};
}

TEST(FieldWork, EveryAreaHasOneGroup) {
    GroupFormed group{2, "浙江", true, "组长", {}, office, today};
    EXPECT_EQ(form_group(mission(), group).error().code, "E-PROB-004");
    group.area = "新疆生产建设兵团";
    EXPECT_TRUE(form_group(mission(), group).ok());
    group.number = 1;
    EXPECT_EQ(form_group(mission(), group).error().code, "E-PROB-004");
}

TEST(FieldWork, WhatIsRecordedHasGroupDateAmountAndWords) {
    ActivityLogged log{1, ActivityKind::session, day("2025-01-05"), "某村", 1, "", clerk, today};
    EXPECT_TRUE(log_activity(mission(), log).ok());
    log.amount = 0;
    EXPECT_EQ(log_activity(mission(), log).error().code, "E-PROB-005");
    log.amount = 1;
    log.held_on = day("2025-02-02");
    EXPECT_EQ(log_activity(mission(), log).error().code, "E-PROB-002");
    log.group = 9;
    EXPECT_EQ(log_activity(mission(), log).error().code, "E-PROB-003");
    RemarksTaken taken{1, {{{"r1"}, RemarkKind::problem, "办事跑多趟", "", "某村"}}, clerk, today};
    const auto refused = take_remarks(mission(), taken);
    EXPECT_EQ(refused.error().place, "第 1 行“提出人类别”");
    EXPECT_EQ(open_mission({{"m"}, "调研", {}, day("2025-02-01"), day("2025-01-01"), office, today})
                  .error()
                  .code,
              "E-PROB-002");
}

}  // namespace
}  // namespace anmin::problem
