#include "problem/problem_life.h"

#include "problem/judging.h"
#include "problem/test_events.h"

namespace anmin::problem {
namespace {

Problem listed() {
    Problem one = raised();
    one = then(one, judge(one, confirmed(), rules));
    return then(one, put_on_list(one, list_of("l1"), 1, false, office, today));
}
Problem planned(Branch branch = Branch::immediate, const char* due = "2025-03-20") {
    return then(listed(), plan(listed(), plan_of(branch, due), rules));
}
Problem struck_off(const char* reported = "2025-03-10") {
    Problem one = planned();
    one = then(one, report(one, {"已压减", {photo}, clerk, day(reported)}));
    one = then(one, accept(one, {"属实", inspector, day(reported)}));
    return then(one, strike_off(one, {"", day("2025-09-11"), office, day(reported)}));
}

TEST(ProblemLife, ALaterDateIsAskedForInTimeAndAnsweredByAnother) {
    Problem one = planned();
    const auto ask = [&](const char* due, const char* on) {
        return ask_delay(one, {day(due), "等设备", clerk, day(on)}, rules);
    };
    EXPECT_EQ(code_of(ask("2025-04-10", "2025-03-21")), "E-PROB-063") << "the date is over";
    EXPECT_EQ(code_of(ask("2025-03-20", "2025-03-10")), "E-PROB-064");
    EXPECT_EQ(code_of(ask("2025-04-10", "2025-03-10")), "E-PROB-015") << "not at once any more";
    EXPECT_EQ(code_of(answer_delay(one, {true, "", office, today})), "E-PROB-065");
    one = then(one, ask("2025-04-05", "2025-03-10"));
    EXPECT_EQ(code_of(ask("2025-04-06", "2025-03-10")), "E-PROB-062");
    EXPECT_EQ(one.due, day("2025-03-20")) << "asking moves nothing";
    EXPECT_EQ(code_of(answer_delay(one, {true, "", clerk, today})), "E-PROB-066");
    EXPECT_EQ(code_of(answer_delay(one, {false, "", office, today})), "E-PROB-001");
    const Problem refused = then(one, answer_delay(one, {false, "抓紧", office, today}));
    EXPECT_EQ(refused.due, day("2025-03-20"));
    const Problem granted = then(one, answer_delay(one, {true, "", office, today}));
    EXPECT_EQ(granted.due, day("2025-04-05"));
    EXPECT_EQ(granted.past_dues, std::vector<Date>{day("2025-03-20")});
    EXPECT_NE(granted.steps.back().text.find("2025-03-20"), std::string::npos);
}

TEST(ProblemLife, WhatWasLateStaysLate) {
    EXPECT_FALSE(struck_off("2025-03-20").was_late) << "on its last day";
    Problem one = struck_off("2025-03-21");
    EXPECT_TRUE(one.was_late);
    one = then(one, rebound(one, {"又多一环", inspector, day("2025-05-01")}));
    ProblemPlanned again = plan_of(Branch::immediate, "2025-05-20");
    again.on = day("2025-05-02");
    one = then(one, plan(one, again, rules));
    one = then(one, report(one, {"已压减", {photo}, clerk, day("2025-05-10")}));
    EXPECT_TRUE(one.was_late) << "also in time the second time";
}

TEST(ProblemLife, WhatIsForGoodIsReviewedYearByYear) {
    Problem one = planned(Branch::long_term, "2026-03-01");
    EXPECT_TRUE(settled(one));
    EXPECT_EQ(code_of(plan(listed(), plan_of(Branch::long_term, "2026-03-02"), rules)),
              "E-PROB-060");
    const auto look = [&](const char* next, const char* on, const Officer& by) {
        return review(one, {"覆盖过半", {photo}, day(next), by, day(on)}, rules);
    };
    EXPECT_EQ(code_of(look("2027-03-02", "2026-03-01", inspector)), "E-PROB-060");
    EXPECT_EQ(code_of(look("2026-03-01", "2026-03-01", inspector)), "E-PROB-060");
    EXPECT_EQ(code_of(review(one, {"过半", {}, day("2026-09-01"), inspector, today}, rules)),
              "E-PROB-001");
    one = then(one, look("2027-03-01", "2026-03-01", inspector));
    EXPECT_EQ(one.state, ProblemState::planned) << "never done";
    EXPECT_EQ(one.due, day("2027-03-01"));
    EXPECT_FALSE(one.was_late);
    one = then(one, look("2028-03-01", "2027-03-02", inspector));
    EXPECT_TRUE(one.was_late);
    EXPECT_EQ(
        code_of(review(planned(), {"看", {photo}, day("2026-01-01"), inspector, today}, rules)),
        "E-PROB-010");
}

TEST(ProblemLife, APlanOfBeforeYearlyTargetsMayStayWithoutOne) {
    Problem one = planned(Branch::long_term, "2026-03-01");
    one.target.clear();
    ProblemPlanned order = plan_of(Branch::long_term, "2026-03-01");
    order.target.clear();
    EXPECT_TRUE(plan(one, order, rules).ok());
    EXPECT_EQ(code_of(plan(listed(), order, rules)), "E-PROB-001");
}

TEST(ProblemLife, IsEndedWithAReasonAndNotByItsDoer) {
    Problem one = planned();
    EXPECT_EQ(code_of(end(raised(), {"撤并", office, today})), "E-PROB-010");
    EXPECT_EQ(code_of(end(one, {" ", office, today})), "E-PROB-001");
    one = then(one, report(one, {"已压减", {photo}, clerk, today}));
    one = then(one, send_back(one, {"不彻底", inspector, today}));
    EXPECT_EQ(code_of(end(one, {"撤并", clerk, today})), "E-PROB-011");
    one = then(one, end(one, {"机构撤并，局长办公会同意", office, day("2025-03-21")}));
    EXPECT_EQ(one.state, ProblemState::ended);
    EXPECT_TRUE(one.was_late) << "given up after its date";
    EXPECT_TRUE(settled(one));
}

TEST(ProblemLife, WhoeverSaidItIsToldWhatBecameOfIt) {
    RemarksToldBack order{{{"r1"}},
                          {day("2025-03-15"), "沈一", "电话", "满意，说省了一趟"},
                          office,
                          day("2025-03-16")};
    EXPECT_EQ(code_of(tell_back(planned(), order, rules)), "E-PROB-070");
    Problem one = struck_off();
    one = then(one, tell_back(one, order, rules));
    EXPECT_NE(one.steps.back().text.find("省了一趟"), std::string::npos);
    order.told.way = "托梦";
    EXPECT_EQ(code_of(tell_back(one, order, rules)), "E-PROB-041");
    order.told.way = "当面";
    order.told.answer = "";
    EXPECT_EQ(code_of(tell_back(one, order, rules)), "E-PROB-001");
    order.remarks = {{"r9"}};
    EXPECT_EQ(code_of(tell_back(one, order, rules)), "E-PROB-071");
    order.remarks = {{"r1"}};
    order.told.on = day("2025-03-17");
    EXPECT_EQ(code_of(tell_back(one, order, rules)), "E-PROB-072");
}

}  // namespace
}  // namespace anmin::problem
