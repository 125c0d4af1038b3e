#include "problem/judging.h"

#include "problem/test_events.h"

namespace anmin::problem {
namespace {

TEST(Judging, ComesBeforeTheListWhereTheRulesSaySo) {
    Problem one = raised();
    const List list = list_of("l1");
    EXPECT_EQ(code_of(put_on_list(one, list, 1, false, office, today)), "E-PROB-040");
    one = then(one, judge(one, confirmed(), rules));
    EXPECT_EQ(one.state, ProblemState::raised) << "confirmed, it waits for its list";
    EXPECT_EQ(one.judgement->difficulty, "难改");
    EXPECT_EQ(one.cause, "多头报送");
    EXPECT_TRUE(put_on_list(one, list, 1, false, office, today).ok());
    Problem old = raised();
    old.judge_first = false;
    EXPECT_TRUE(put_on_list(old, list, 1, false, office, today).ok()) << "of before the rule";
}

TEST(Judging, TakesItsWordsFromTheRules) {
    ProblemJudged order = confirmed();
    order.nature = "别的";
    const auto refused = judge(raised(), order, rules);
    EXPECT_EQ(code_of(refused), "E-PROB-041");
    EXPECT_EQ(refused.error().expectation, "政策执行");
    order = confirmed();
    order.difficulty = "";
    EXPECT_EQ(code_of(judge(raised(), order, rules)), "E-PROB-041");
}

TEST(Judging, NobodyJudgesTheirOwnProblemAway) {
    ProblemJudged order{Finding::unfounded, "", "", "", "", "", second, today};
    EXPECT_EQ(code_of(judge(raised(), order, rules)), "E-PROB-001") << "without a reason";
    order.reason = "查无此事";
    order.officer = office;
    EXPECT_EQ(code_of(judge(raised(), order, rules)), "E-PROB-042");
    order.officer = second;
    const Problem one = then(raised(), judge(raised(), order, rules));
    EXPECT_EQ(one.state, ProblemState::unfounded);
    EXPECT_EQ(one.remarks.size(), 2U) << "nothing is lost";
    EXPECT_EQ(code_of(put_on_list(one, list_of("l1"), 1, false, office, today)), "E-PROB-010");
    EXPECT_EQ(code_of(join(one, {}, office, today)), "E-PROB-010");
    order.finding = Finding::not_ours;
    EXPECT_EQ(code_of(judge(raised(), order, rules)), "E-PROB-001") << "to whom";
    order.unit = "县残联";
    const Problem other = then(raised(), judge(raised(), order, rules));
    EXPECT_EQ(other.state, ProblemState::handed_on);
    EXPECT_EQ(other.judgement->unit, "县残联");
}

TEST(Judging, AnErrorIsTakenBackWithItsReason) {
    EXPECT_EQ(code_of(take_back(raised(), "错了", office, today)), "E-PROB-010");
    Problem one =
        then(raised(),
             judge(raised(), {Finding::unfounded, "", "", "", "", "查无", second, today}, rules));
    EXPECT_EQ(code_of(take_back(one, " ", office, today)), "E-PROB-001");
    one = then(one, take_back(one, "有新证据", office, today));
    EXPECT_EQ(one.state, ProblemState::raised);
    EXPECT_FALSE(one.judgement);
    EXPECT_EQ(one.steps.size(), 3U) << "both stay in its course";
}

TEST(Judging, ADuplicateTakesItsRemarksAlongAndBringsThemBack) {
    const Problem one = raised("p1");
    const Problem other = raised("p2", {{"r3"}});
    EXPECT_EQ(code_of(merge(one, one, "同", office, today)), "E-PROB-043");
    EXPECT_EQ(code_of(merge(one, other, "", office, today)), "E-PROB-001");
    const auto merged = merge(one, other, "同一件事", office, today);
    ASSERT_TRUE(merged.ok()) << merged.error();
    const Problem gone = problem::apply(one, Event{merged.value().duplicate});
    const Problem into = problem::apply(other, Event{merged.value().into});
    EXPECT_EQ(gone.state, ProblemState::merged);
    EXPECT_EQ(gone.merged_into->problem.value, "p2");
    EXPECT_EQ(into.absorbed.at(0).problem.value, "p1");
    EXPECT_EQ(into.remarks.size(), 3U);
    EXPECT_EQ(code_of(merge(other, gone, "同", office, today)), "E-PROB-044") << "no circle";
    const auto third = merge(into, raised("p3", {}), "又同", office, today);
    const Problem away = problem::apply(into, Event{third.value().duplicate});
    EXPECT_EQ(code_of(part(gone, away, "不是", office, today)), "E-PROB-045");
    const auto parted = part(gone, into, "不是一件事", office, today);
    ASSERT_TRUE(parted.ok()) << parted.error();
    EXPECT_EQ(problem::apply(gone, Event{parted.value().duplicate}).state, ProblemState::raised);
    const Problem alone = problem::apply(into, Event{parted.value().into});
    EXPECT_EQ(alone.remarks, other.remarks);
    EXPECT_TRUE(alone.absorbed.empty());
}

}  // namespace
}  // namespace anmin::problem
