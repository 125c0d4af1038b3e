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

std::string asked(AskKind kind, const char* name) {
    const auto may = may_ask(all, {kind, name}, code("330102"));
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
    const auto refused = may_ask(all, {AskKind::figure, "办结数"}, code("330102"));
    EXPECT_NE(refused.error().next_step.find("/indicators/tasks_closed?division=330102"),
              std::string::npos);
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
