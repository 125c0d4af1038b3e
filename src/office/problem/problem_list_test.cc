#include "problem/problem_list.h"

#include "problem/test_events.h"

namespace anmin::problem {
namespace {

Problem entry(std::int32_t number, ProblemState state) {
    Problem one = raised();
    one.list = ListId{"l1"};
    one.number = number;
    one.state = state;
    return one;
}

TEST(ProblemList, FrozenItTakesNothingAndGivesNothing) {
    List list = list_of("l1");
    const ListFrozen order{day("2025-03-05"), "数字上报", office, today};
    EXPECT_EQ(code_of(freeze(list, {day("2025-02-28"), "", office, today})), "E-PROB-053");
    ASSERT_TRUE(freeze(list, order).ok());
    list.frozen_from = order.from;
    EXPECT_EQ(code_of(freeze(list, order)), "E-PROB-054");
    EXPECT_TRUE(list_may_change(list, day("2025-03-04")).ok()) << "until the day before";
    EXPECT_EQ(code_of(list_may_change(list, day("2025-03-05"))), "E-PROB-050");
    Problem one = raised();
    one.judge_first = false;
    EXPECT_EQ(code_of(put_on_list(one, list, 1, false, office, day("2025-03-05"))), "E-PROB-050");
    EXPECT_EQ(code_of(thaw(list, {"", office, today})), "E-PROB-001");
    EXPECT_TRUE(thaw(list, {"漏列一项", office, today}).ok());
    list.frozen_from.reset();
    EXPECT_EQ(code_of(thaw(list, {"漏列一项", office, today})), "E-PROB-054");
}

TEST(ProblemList, IsClosedWhenEveryEntryIsSettled) {
    using enum ProblemState;
    Problem for_good = entry(3, planned);
    for_good.branch = Branch::long_term;
    std::vector<Problem> entries{entry(1, struck_off), entry(2, held), for_good, entry(4, ended)};
    List list = list_of("l1");
    EXPECT_TRUE(close_list(list, entries, {"", office, today}).ok());
    entries.push_back(entry(5, planned));
    entries.push_back(entry(6, accepted));
    const auto refused = close_list(list, entries, {"", office, today});
    EXPECT_EQ(code_of(refused), "E-PROB-052");
    EXPECT_NE(refused.error().finding.find("还有 2 个"), std::string::npos);
    EXPECT_NE(refused.error().finding.find("第 5 号"), std::string::npos);
    list.closed_on = today;
    EXPECT_EQ(code_of(close_list(list, {}, {"", office, today})), "E-PROB-051");
    EXPECT_EQ(code_of(list_may_change(list, today)), "E-PROB-051");
    EXPECT_EQ(code_of(freeze(list, {today, "", office, today})), "E-PROB-051");
}

}  // namespace
}  // namespace anmin::problem
