// Meetings, attendance, instructions, citations: what is refused, and what reach counts.
#include "source/source.h"

#include <gtest/gtest.h>

namespace anmin::source {
namespace {

calendar::Date day(const char* iso) { return *calendar::Date::parse(iso); }
ident::DivisionCode code(const char* digits) { return *ident::DivisionCode::parse(digits); }

const Officer officer{{"a1"}, "沈一", "综合科科长"};
const calendar::Date today = day("2025-03-10");

Branch branch(std::int32_t number, const std::string& name, std::int64_t expected) {
    return {number, name, code("330102"), "主会场", expected};
}
MeetingHeld meeting() {
    return {{"m1"},
            "机关干部会议",
            day("2025-03-09"),
            "局长",
            {"副局长"},
            {{"传达学习重要讲话精神", true}, {"部署重点任务"}},
            {branch(1, "机关一支部", 10), branch(2, "机关二支部", 5)},
            code("330102"),
            "民政局",
            officer,
            today};
}
Meeting held() {
    Meeting made{1, meeting(), {}};
    for (const Branch& one : made.held.branches) made.branches.push_back({one, std::nullopt, 0});
    return made;
}
std::string code_of(const Result<Event>& event) { return event.ok() ? "" : event.error().code; }

TEST(Meetings, TakeTheFirstTopicFirstAndLieNotInTheFuture) {
    EXPECT_EQ(code_of(hold(meeting())), "");
    MeetingHeld order = meeting();
    std::swap(order.agenda[0], order.agenda[1]);
    EXPECT_EQ(code_of(hold(order)), "E-SRC-003");
    order = meeting();
    order.held_on = day("2025-03-11");
    EXPECT_EQ(code_of(hold(order)), "E-SRC-002");
    order = meeting();
    order.branches[1].name = "机关一支部";
    EXPECT_EQ(code_of(hold(order)), "E-SRC-005");
    order.branches[1] = branch(2, "机关二支部", 0);
    EXPECT_EQ(code_of(hold(order)), "E-SRC-004");
    order = meeting();
    order.chair = " ";
    EXPECT_EQ(code_of(hold(order)), "E-SRC-001");
}

TEST(Attendance, IsTakenOnceAndNeverExceedsWhoIsExpected) {
    Meeting one = held();
    const auto taken = [&one](std::int32_t number, bool made_up, std::int64_t people,
                              const char* note = "") {
        return code_of(take_attendance(one, {number, made_up, people, note, officer, today}));
    };
    EXPECT_EQ(taken(1, false, 10), "");
    EXPECT_EQ(taken(1, false, 11), "E-SRC-008");
    EXPECT_EQ(taken(3, false, 1), "E-SRC-006");
    one.branches[0].present = 8;
    EXPECT_EQ(taken(1, false, 9), "E-SRC-007");
    EXPECT_EQ(taken(1, false, 9, "漏计一人"), "");
    EXPECT_EQ(taken(1, true, 2), "");
    EXPECT_EQ(taken(1, true, 3), "E-SRC-008");
}

TEST(Citations, StandOnceAndAreWithdrawnWithAReason) {
    const SourceName source{SourceKind::meeting, "m1"};
    EXPECT_EQ(code_of(cite({{"t1"}, source, "", officer, today}, {})), "");
    EXPECT_EQ(code_of(cite({{"t1"}, source, "", officer, today}, {source})), "E-SRC-009");
    EXPECT_EQ(code_of(withdraw({{"t1"}, source, "列错", officer, today}, {})), "E-SRC-010");
    EXPECT_EQ(code_of(withdraw({{"t1"}, source, "", officer, today}, {source})), "E-SRC-001");
    EXPECT_EQ(code_of(withdraw({{"t1"}, source, "列错", officer, today}, {source})), "");
}

TEST(Reach, CountsABranchOfSeveralMeetingsOnceByItsBest) {
    std::vector<BranchReach> rows{{branch(1, "一支部", 10), 6, 2},
                                  {branch(2, "二支部", 5), std::nullopt, 0},
                                  {branch(1, "一支部", 9), 5, 0}};
    EXPECT_EQ(reach_of(rows), (Reach{2, 1, 0, 15, 8}));
    rows[0].made_up = 4;
    EXPECT_EQ(reach_of(rows), (Reach{2, 1, 1, 15, 10}));
    EXPECT_EQ(reach_of({}), Reach{});
}

TEST(Instructions, NeedTheirGiverAndTheirWords) {
    InstructionEntered order{{"i1"}, "分管副局长（演示）", day("2025-03-01"), "请抓好落实。",
                             {},     code("330102"),       "民政局",          officer,
                             today};
    EXPECT_EQ(code_of(enter(order)), "");
    order.text = "";
    EXPECT_EQ(code_of(enter(order)), "E-SRC-001");
    order.text = "请抓好落实。";
    order.given_on = day("2025-04-01");
    EXPECT_EQ(code_of(enter(order)), "E-SRC-002");
}

}  // namespace
}  // namespace anmin::source
