// Held figures are not asked for; periods fall where they fall; limits are the data's.
#include <gtest/gtest.h>

#include "measure/indicator.h"
#include "measure/load.h"

namespace anmin::measure {
namespace {

using directive::AskKind;
using directive::Period;

ident::DivisionCode code(const char* digits) { return *ident::DivisionCode::parse(digits); }

const std::vector<Indicator> all{{"tasks_closed",
                                  "已销号任务数",
                                  "项",
                                  {"销号任务（件）数", "办结数"},
                                  Of::tasks,
                                  {},
                                  false,
                                  {}}};

const Wording wording{{{"超期", "逾期"}}, {"总数", "数量", "户数", "数"}, {"未", "不"}, 85, 4};

std::string asked(AskKind kind, const char* name) {
    const auto may = may_ask(all, wording, {kind, name}, code("330102"));
    return may.ok() ? "" : may.error().code;
}

TEST(HeldFigures, AreNotAskedForUnderAnyOfTheirNames) {
    EXPECT_EQ(asked(AskKind::figure, "已销号任务数"), "E-LOAD-001");
    EXPECT_EQ(asked(AskKind::figure, " 办结数 "), "E-LOAD-001");
    EXPECT_EQ(asked(AskKind::figure, "销号任务件数"), "E-LOAD-001");
    EXPECT_EQ(asked(AskKind::figure, "tasks_closed"), "E-LOAD-001");
    EXPECT_EQ(asked(AskKind::figure, "新建食堂数"), "");
    EXPECT_EQ(asked(AskKind::form, "办结数"), "") << "a form may bear any name";
    EXPECT_EQ(asked(AskKind::form, " "), "E-LOAD-002");
    const auto refused = may_ask(all, wording, {AskKind::figure, "办结数"}, code("330102"));
    EXPECT_NE(refused.error().next_step.find("/indicators/tasks_closed?division=330102"),
              std::string::npos);
}

const std::vector<Indicator> visits{
    {"visits", "困难家庭走访户数", "户", {"超期任务数"}, Of::tasks, {}, false, {}}};

std::string asked_near(const char* name, const char* different = "") {
    const auto may = may_ask(visits, wording, {AskKind::figure, name, different}, code("330102"));
    return may.ok() ? "" : may.error().code;
}

TEST(HeldFigures, AreKnownByAnyWritingOfTheName) {
    for (const char* name :
         {"困难家庭走访户数", "困难 家庭　走访户数", "困难家庭（走访）户数", "困难家庭走访总数",
          "困难家庭走访数量", "困难家庭走访", "“困难家庭”走访户数：", "逾期任务数", "逾期任务总数",
          "困难家庭走访\n户数", "困难家庭\u200B走访户数"}) {
        EXPECT_EQ(asked_near(name), "E-LOAD-001") << name;
        EXPECT_EQ(asked_near(name, "口径不同"), "E-LOAD-001") << "the same is never another";
    }
    const std::vector<Indicator> rate{{"r", "A1.5率%", "", {}, Of::tasks, {}, false, {}}};
    const auto code_of = [&rate](const char* name) {
        const auto may = may_ask(rate, wording, {AskKind::figure, name}, code("330102"));
        return may.ok() ? "" : may.error().code;
    };
    EXPECT_EQ(code_of("ａ１．５率％"), "E-LOAD-001") << "full width and capitals";
    EXPECT_NE(code_of("A15率%"), "E-LOAD-001") << "a point is no layout";
}

TEST(HeldFigures, OnlyNearNamesAskForTheDifference) {
    EXPECT_EQ(asked_near("走访困难家庭户数"), "E-LOAD-011");
    EXPECT_EQ(asked_near("走访困难家庭户数", "  "), "E-LOAD-011");
    EXPECT_EQ(asked_near("走访困难家庭户数", "只含边缘户"), "");
    for (const char* other : {"新建食堂数", "困难家庭未走访户数", "走访户数", "困难群众走访人次",
                              "低保家庭走访户数", "任务数", "数", "总数"}) {
        EXPECT_EQ(asked_near(other), "") << other;
    }
    const auto near = may_ask(visits, wording, {AskKind::figure, "走访困难家庭户数"}, code("33"));
    EXPECT_NE(near.error().next_step.find("/indicators/visits?division=33"), std::string::npos);
    EXPECT_EQ(near.error().finding,
              "与系统已有的“困难家庭走访户数”相近（100% 的字相同），可能是同一个数");
    EXPECT_EQ(likeness("", ""), 0);
    EXPECT_EQ(plain_name("数", wording), "数") << "a name never ends as nothing";
}

TEST(Periods, FallDueOnTheirLastDay) {
    const Month march{2025, 3};
    EXPECT_EQ(times_in(Period::daily, march), 31);
    EXPECT_EQ(times_in(Period::weekly, march), 5);       // five Sundays: 2, 9, 16, 23, 30
    EXPECT_EQ(times_in(Period::fortnightly, march), 3);  // on the 2nd, the 16th and the 30th
    EXPECT_EQ(times_in(Period::ten_day, march), 3);
    EXPECT_EQ(times_in(Period::half_monthly, {2025, 2}), 2);
    EXPECT_EQ(times_in(Period::monthly, march), 1);
    EXPECT_EQ(times_in(Period::quarterly, march), 1);
    EXPECT_EQ(times_in(Period::quarterly, {2025, 4}), 0);
    EXPECT_EQ(times_in(Period::half_yearly, march), 0);
    EXPECT_EQ(times_in(Period::half_yearly, {2025, 6}), 1);
    EXPECT_EQ(times_in(Period::yearly, {2025, 12}), 1);
    EXPECT_EQ(times_in(Period::yearly, {2025, 11}), 0);
}

TEST(Limits, AreTheDatasAndByLevel) {
    const Limits limits{10, 5, 80};
    EXPECT_EQ(burden(limits, code("330102001"), 7), Burden::light);
    EXPECT_EQ(burden(limits, code("330102001"), 8), Burden::near);
    EXPECT_EQ(burden(limits, code("330102001"), 10), Burden::near);
    EXPECT_EQ(burden(limits, code("330102001"), 11), Burden::over);
    EXPECT_EQ(burden(limits, code("330102001001"), 6), Burden::over);
    EXPECT_EQ(burden({}, code("330102001"), 1000), Burden::unlimited);
    EXPECT_TRUE(is_metered(code("330102001")));
    EXPECT_FALSE(is_metered(code("330102")));
    EXPECT_EQ(Month::parse("2025-13"), std::nullopt);
    EXPECT_EQ(Month::parse("2025-03")->text(), "2025-03");
}

}  // namespace
}  // namespace anmin::measure
