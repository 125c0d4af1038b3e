// A task is taken apart, followed and closed from below, over HTTP.
#include "http/test_site.h"

namespace anmin::http {
namespace {

class TreeTest : public TestSite {
protected:
    // The first proposal of a new document, due on 2025-06-30, as a task.
    std::string order() {
        const std::string path = "/api/v1/documents/" + seed_document() + "/decisions";
        const auto decided =
            post_json(path, session("office"), R"({"confirm":[{"number":1}],"reject":[]})",
                      {"If-Match: \"2\""});
        return text_at(decided, "/candidates/0/task");
    }
    Reply split(const std::string& id, const std::string& body) {
        return post_json("/api/v1/tasks/" + id + "/spreads", session("office"), body,
                         {"If-Match: \"1\""});
    }
};

TEST_F(TreeTest, SumsAreCheckedAndPartsAppear) {
    const std::string id = order();
    const auto wrong = split(id, R"({"amount":"1200","unit":"户","standard":"逐户有记录",
        "parts":[{"post":"p-clerk","amount":"1000"}]})");
    EXPECT_EQ(wrong.status, 422) << wrong.body;
    EXPECT_EQ(text_at(wrong, "/code"), "E-TASK-045");
    const auto foreign = split(id, R"({"standard":"有","parts":[{"post":"p-neighbour"}]})");
    EXPECT_EQ(text_at(foreign, "/code"), "E-TASK-033");
    EXPECT_EQ(text_at(split(id, R"({"standard":"有"})"), "/code"), "E-TASK-071");
    const auto done = split(id, R"({"amount":"1200","unit":"户","standard":"逐户有记录",
        "parts":[{"post":"p-clerk","amount":"1200","text":"入户核查"}]})");
    EXPECT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(at(done, "/row/parts"), "1");
    EXPECT_EQ(text_at(done, "/row/owner/post"), "p-office");
    const auto tree = call("GET", "/api/v1/tasks/" + id + "/tree", session("office"));
    EXPECT_EQ(text_at(tree, "/node/target/amount"), "1200");
    EXPECT_EQ(text_at(tree, "/node/parts_sum"), "1200");
    EXPECT_EQ(text_at(tree, "/parts/0/task/text"), "入户核查");
    EXPECT_EQ(text_at(tree, "/parts/0/task/state"), "assigned");
    EXPECT_EQ(at(tree, "/node/figures/leaves"), "1");
    EXPECT_EQ(at(tree, "/node/gaps"), "[]");
    const auto orders = call("GET", "/api/v1/tasks?split=true", session("office"));
    EXPECT_EQ(at(orders, "/total"), "1");
    EXPECT_EQ(call("GET", "/api/v1/tasks/" + id + "/tree", session("neighbour")).status, 404);
}

TEST_F(TreeTest, WholeLevelsShowTheirGaps) {
    const std::string id = order();
    const auto done =
        split(id, R"({"standard":"有","levels":[{"level":"township"},{"level":"county"}]})");
    EXPECT_EQ(done.status, 200) << done.body;
    const auto tree = call("GET", "/api/v1/tasks/" + id + "/tree", session("office"));
    EXPECT_EQ(text_at(tree, "/parts/0/task/owner/post"), "p-clerk");
    EXPECT_EQ(at(tree, "/parts/1"), "nothing");
    const auto bad = split(id, R"({"standard":"有","levels":[{"level":"galaxy"}]})");
    EXPECT_EQ(bad.status, 400) << bad.body;
}

TEST_F(TreeTest, ThePartIsFollowedAndTheWholeWaitsForIt) {
    const std::string id = order();
    split(id, R"({"standard":"有","due":"2025-06-30","parts":[{"post":"p-clerk"}]})");
    const std::string office = session("office");
    const std::string clerk = session("clerk");
    const auto tree = call("GET", "/api/v1/tasks/" + id + "/tree", office);
    const std::string part = "/api/v1/tasks/" + text_at(tree, "/parts/0/task/id");
    const auto step = [&](const std::string& who, const std::string& what, const std::string& body,
                          int version) {
        return post_json(part + "/" + what, who, body,
                         {"If-Match: \"" + std::to_string(version) + "\""});
    };
    const auto signed_for = step(clerk, "receipts", R"({"text":""})", 0);
    EXPECT_EQ(text_at(signed_for, "/row/signed_on"), "2025-03-03");
    EXPECT_EQ(at(step(office, "urgings", R"({"text":"请抓紧"})", 1), "/row/urged"), "1");
    const auto asked = step(clerk, "extensions", R"({"due":"2025-10-31","reason":"汛期"})", 2);
    EXPECT_EQ(text_at(asked, "/extension/due"), "2025-10-31") << asked.body;
    const auto beyond = step(office, "extension-answers", R"({"answer":"yes","text":""})", 3);
    EXPECT_EQ(text_at(beyond, "/code"), "E-TASK-042") << beyond.body;
    step(office, "extension-answers", R"({"answer":"no","text":"超过总时限"})", 3);
    const auto kept = post_file("/api/v1/evidence?name=a.txt", clerk, "完成");
    const std::string report = R"({"text":"完成","evidence":[)" + kept.body + "]}";
    EXPECT_EQ(text_at(step(clerk, "progress", report, 4), "/row/state"), "assigned");
    const auto early =
        post_json("/api/v1/tasks/" + id + "/reports", office, report, {"If-Match: \"2\""});
    EXPECT_EQ(text_at(early, "/code"), "E-TASK-050") << early.body;
    const auto stale = step(clerk, "reports", report, 4);
    EXPECT_EQ(stale.status, 412);
    EXPECT_NE(text_at(stale, "/finding").find("进展（clerk（演示））"), std::string::npos)
        << stale.body;
    step(clerk, "reports", report, 5);
    step(session("inspector"), "verifications", R"({"text":"属实"})", 6);
    const auto closed = step(office, "strike-offs", R"({"text":"","look_back_months":6})", 7);
    EXPECT_EQ(text_at(closed, "/row/look_back_on"), "2025-09-03") << closed.body;
    const auto whole =
        post_json("/api/v1/tasks/" + id + "/reports", office, report, {"If-Match: \"2\""});
    EXPECT_EQ(text_at(whole, "/row/state"), "reported") << whole.body;
    const auto ended = post_json("/api/v1/tasks/" + id + "/ends", office, R"({"text":"撤销"})",
                                 {"If-Match: \"3\""});
    EXPECT_EQ(text_at(ended, "/row/state"), "ended") << ended.body;
}

TEST_F(TreeTest, APartThatReboundsSendsTheReportAboveItBack) {
    const std::string id = order();
    split(id, R"({"standard":"有","due":"2025-06-30","parts":[{"post":"p-clerk"}]})");
    const std::string office = session("office");
    const std::string clerk = session("clerk");
    const std::string inspector = session("inspector");
    const auto tree = call("GET", "/api/v1/tasks/" + id + "/tree", office);
    const std::string part = text_at(tree, "/parts/0/task/id");
    const auto step = [&](const std::string& task, const std::string& what, const std::string& who,
                          const std::string& body, int version) {
        return post_json("/api/v1/tasks/" + task + "/" + what, who, body,
                         {"If-Match: \"" + std::to_string(version) + "\""});
    };
    const auto kept = post_file("/api/v1/evidence?name=a.txt", clerk, "完成");
    const std::string report = R"({"text":"完成","evidence":[)" + kept.body + "]}";
    step(part, "reports", clerk, report, 0);
    step(part, "verifications", inspector, R"({"text":"属实"})", 1);
    step(part, "strike-offs", office, R"({"text":""})", 2);
    const auto early = step(part, "look-backs", inspector, R"({"answer":"yes","text":"好"})", 3);
    EXPECT_EQ(text_at(early, "/code"), "E-TASK-074") << early.body;
    EXPECT_EQ(text_at(step(id, "reports", office, report, 2), "/row/state"), "reported");
    const auto back = step(part, "look-backs", inspector, R"({"answer":"no","text":"坏了"})", 3);
    EXPECT_EQ(text_at(back, "/row/state"), "assigned") << back.body;
    const auto above = call("GET", "/api/v1/tasks/" + id, office);
    EXPECT_EQ(text_at(above, "/row/state"), "assigned") << above.body;
    EXPECT_EQ(text_at(above, "/steps/3/label"), "退回") << above.body;
}

}  // namespace
}  // namespace anmin::http
