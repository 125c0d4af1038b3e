// Officers, days and a problem at the points of its way, for this room's tests.
#pragma once

#include <gtest/gtest.h>
#include <utility>

#include "problem/problem.h"

namespace anmin::problem {

using calendar::Date;

inline Date day(const char* iso) { return Date::parse(iso).value(); }

inline const Officer office{{"a1"}, "沈一", "综合科科长"};
inline const Officer clerk{{"a2"}, "陆二", "经办"};
inline const Officer inspector{{"a3"}, "顾三", "督查员"};
inline const Officer second{{"a5"}, "王五", "综合科副科长"};
inline const Evidence photo{"00", "照片.jpg", 10};
inline const Rules rules{30, 12, true, {"政策执行"}, {"易改", "难改"}, {"当面", "电话"}};
inline const Date today = day("2025-03-01");

inline Problem then(Problem problem, const Result<Event>& event) {
    EXPECT_TRUE(event.ok()) << event.error();
    return event.ok() ? problem::apply(std::move(problem), event.value()) : problem;
}
template <class T>
std::string code_of(const Result<T>& event) {
    return event.ok() ? "" : event.error().code;
}
inline Problem raised(const char* id = "p1", std::vector<RemarkId> remarks = {{"r1"}, {"r2"}}) {
    return start(
        {{id}, "低保审核环节多", std::move(remarks), "", {}, "民政局", office, today, true});
}
inline ProblemJudged confirmed() {
    return {Finding::confirmed, "政策执行", "难改", "多头报送", "", "走访核实", office, today};
}
inline List list_of(const char* id) {
    List list;
    list.id = {id};
    list.name = "突出问题清单";
    return list;
}
inline ProblemPlanned plan_of(Branch branch, const char* due) {
    const Owner owner{{"p2"}, "经办", "民政办", {}};
    ProblemPlanned order{branch, owner, "压减环节", "", "", day(due), {}, office, today};
    if (branch == Branch::long_term) order.target = "今年覆盖一半乡镇";
    return order;
}

}  // namespace anmin::problem
