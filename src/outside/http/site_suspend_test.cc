// A task stands still for a while, over HTTP: asked for, decided, refused reports, resumed.
#include "http/test_part.h"

namespace anmin::http {
namespace {

class SuspendTest : public PartTest {};

std::string order(const std::string& clock, const std::string& until) {
    return R"({"ground":"disaster","reason":"台风","clock":")" + clock +
           R"(","from":"2025-03-03","until":")" + until + "\"}";
}

TEST_F(SuspendTest, TheHolderAsksTheIssuerDecidesAndNothingIsReportedMeanwhile) {
    const std::string task = part();
    const std::string request = R"({"ground":"policy","reason":"等新文","until":"2025-03-12"})";
    const auto asked = step(task + "/suspension-requests", "clerk", request, 0);
    EXPECT_EQ(asked.status, 200) << asked.body;
    EXPECT_EQ(text_at(asked, "/asked_suspension/ground"), "policy");
    EXPECT_EQ(text_at(asked, "/row/light"), "on_time");
    const auto refused = step(task + "/suspension-refusals", "office", R"({"text":"可以先办"})", 1);
    EXPECT_EQ(at(refused, "/asked_suspension"), "null") << refused.body;
    const auto own = step(task + "/suspensions", "clerk", order("moves", "2025-03-12"), 2);
    EXPECT_EQ(own.status, 403) << own.body;
    const auto beyond = step(task + "/suspensions", "office", order("moves", "2025-03-13"), 2);
    EXPECT_EQ(text_at(beyond, "/code"), "E-TASK-042") << beyond.body;
    const auto done = step(task + "/suspensions", "office", order("moves", "2025-03-12"), 2);
    EXPECT_EQ(text_at(done, "/row/light"), "suspended") << done.body;
    EXPECT_EQ(text_at(done, "/row/due"), "2025-06-30");
    EXPECT_EQ(text_at(done, "/suspension/clock"), "moves");
    EXPECT_EQ(text_at(done, "/past_dues/0"), "2025-06-20");
    const auto kept = post_file("/api/v1/evidence?name=a.txt", session("clerk"), "完成");
    const std::string report = R"({"text":"完成","evidence":[)" + kept.body + "]}";
    const auto early = step(task + "/reports", "clerk", report, 3);
    EXPECT_EQ(early.status, 409);
    EXPECT_EQ(text_at(early, "/code"), "E-TASK-101") << early.body;
    const auto resumed = step(task + "/resumptions", "office", R"({"text":"已通行"})", 3);
    EXPECT_EQ(text_at(resumed, "/row/due"), "2025-06-20") << resumed.body;
    EXPECT_EQ(text_at(resumed, "/row/light"), "on_time");
    EXPECT_EQ(text_at(step(task + "/reports", "clerk", report, 4), "/row/state"), "reported");
}

TEST_F(SuspendTest, WhatIsStandingStillIsNotAmongTheLate) {
    const std::string task = part();
    const auto late = [&] {
        return at(call("GET", "/api/v1/tasks?overdue=true&limit=1", session("office")), "/total");
    };
    step(task + "/suspensions", "office", order("runs_on", "2025-07-31"), 0);
    clock_.pass_days(150);  // 31 July: its last day; the order itself is late by a month
    const auto opened = call("GET", task, session("office"));
    EXPECT_EQ(text_at(opened, "/row/light"), "suspended") << opened.body;
    EXPECT_EQ(late(), "1");
    const auto table = call("GET", "/api/v1/tables/supervision/rows?limit=10", session("office"));
    EXPECT_NE(table.body.find("挂起"), std::string::npos) << table.body;
    clock_.pass_days(1);
    EXPECT_EQ(text_at(call("GET", task, session("office")), "/row/light"), "overdue");
    EXPECT_EQ(late(), "2");
}

TEST_F(SuspendTest, WordsThatAreNoneAreRefused) {
    const std::string task = part();
    const auto bad = step(task + "/suspensions", "office",
                          R"({"ground":"mood","reason":"r","clock":"stops","from":"x"})", 0);
    EXPECT_EQ(bad.status, 400) << bad.body;
}

}  // namespace
}  // namespace anmin::http
