#include "organisation/staff.h"

#include <gtest/gtest.h>

namespace anmin::organisation {
namespace {

calendar::Date day(const char* iso) { return calendar::Date::parse(iso).value(); }

const Post post{{"p1"}, "科长", {"u1"}, "东县民政局", DivisionCode(), ""};

Appointment term(const char* from, const char* until = nullptr) {
    Appointment one{{"p1"}, "赵一（演示）", day(from)};
    if (until != nullptr) one.until = day(until);
    return one;
}
std::string tried(const std::vector<Appointment>& held, const Appointment& order) {
    const auto made = appoint(post, held, order);
    return made.ok() ? "appointed" : made.error().code;
}

TEST(Appoint, AVacantPostOrOneAfterAnother) {
    EXPECT_EQ(tried({}, term("2026-01-01")), "appointed");
    EXPECT_EQ(tried({term("2025-01-01", "2026-01-01")}, term("2026-01-01")), "appointed");
    EXPECT_EQ(tried({term("2026-01-01")}, term("2025-01-01", "2026-01-01")), "appointed");
}

TEST(Appoint, OverlapByADayIsRefusedAndNamesTheHolder) {
    EXPECT_EQ(tried({term("2025-01-01")}, term("2026-01-01")), "E-ORG-040");
    EXPECT_EQ(tried({term("2025-01-01", "2026-01-02")}, term("2026-01-01")), "E-ORG-040");
    EXPECT_EQ(tried({term("2026-06-01", "2026-07-01")}, term("2026-01-01")), "E-ORG-040");
    const auto error = appoint(post, {term("2025-01-01")}, term("2026-01-01")).error();
    EXPECT_NE(error.finding.find("赵一（演示）"), std::string::npos);
    EXPECT_NE(error.finding.find("2025-01-01"), std::string::npos);
}

TEST(Appoint, EndsAfterItBeginsAndNotAfterThePost) {
    EXPECT_EQ(tried({}, term("2026-01-01", "2026-01-01")), "E-ORG-041");
    Post closed = post;
    closed.until = day("2026-06-01");
    EXPECT_EQ(appoint(closed, {}, term("2026-01-01")).error().code, "E-ORG-042");
    EXPECT_TRUE(appoint(closed, {}, term("2026-01-01", "2026-06-01")).ok());
}

TEST(EndAppointment, OnlyOneThatRuns) {
    const std::vector<Appointment> held{term("2025-01-01", "2025-06-01"), term("2026-01-01")};
    EXPECT_TRUE(end_appointment(held, {"p1"}, day("2026-01-01"), day("2026-03-01")).ok());
    for (const char* from : {"2025-01-01", "2025-02-01"}) {
        EXPECT_EQ(end_appointment(held, {"p1"}, day(from), day("2026-03-01")).error().code,
                  "E-ORG-043");
    }
    EXPECT_EQ(end_appointment(held, {"p1"}, day("2026-01-01"), day("2026-01-01")).error().code,
              "E-ORG-043");
}

TEST(Line, NeverComesBackToItself) {
    const auto unit = [](const char* id, const char* above) {
        Unit one{{id}, id, DivisionCode()};
        if (above != nullptr) one.reports_to = ident::UnitId{above};
        return one;
    };
    const std::vector<Unit> units{unit("a", nullptr), unit("b", "a"), unit("c", "b")};
    EXPECT_TRUE(check_line(units, {"c"}, {"a"}).ok());
    EXPECT_EQ(check_line(units, {"a"}, {"c"}).error().code, "E-ORG-044");
    EXPECT_EQ(check_line(units, {"a"}, {"a"}).error().code, "E-ORG-044");
    EXPECT_TRUE(check_line(units, {"d"}, {"c"}).ok());
}

TEST(Masked, ShowsTheEndsOnly) {
    EXPECT_EQ(masked("13800000000"), "138****0000");
    EXPECT_EQ(masked("1234567"), "*******");
    EXPECT_EQ(masked(""), "");
}

}  // namespace
}  // namespace anmin::organisation
