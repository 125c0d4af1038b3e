// A document and its tasks over the interface: versions, repeated commands, scope, files, streams.
#include <future>
#include <gtest/gtest.h>

#include "http/test_site.h"

namespace anmin::http {
namespace {

class TasksTest : public TestSite {
protected:
    // The first proposal of a new document as a task; gives its id.
    std::string task() {
        const std::string document = seed_document();
        const auto reply =
            post_json("/api/v1/documents/" + document + "/decisions", session("office"),
                      R"({"confirm":[{"number":1}],"reject":[]})", {"If-Match: \"2\""});
        EXPECT_EQ(reply.status, 200) << reply.body;
        return text_at(reply, "/candidates/0/task");
    }
    Reply assign(const std::string& id, const std::string& version,
                 std::vector<std::string> headers = {}) {
        headers.push_back("If-Match: \"" + version + "\"");
        return post_json("/api/v1/tasks/" + id + "/assignments", session("office"),
                         R"({"post":"p-clerk","note":"请办理"})", headers);
    }
};

TEST_F(TasksTest, GoAllTheWay) {
    const std::string id = task();
    const std::string path = "/api/v1/tasks/" + id;
    const std::string office = session("office");
    const std::string clerk = session("clerk");
    auto reply = call("GET", path, office);
    EXPECT_EQ(reply.header("etag"), "\"1\"");
    EXPECT_EQ(at(reply, "/open"), R"(["assign","split","end","merge"])");
    EXPECT_EQ(text_at(reply, "/row/due"), "2025-06-30");
    EXPECT_EQ(at(reply, "/row/owner"), "null");
    reply = assign(id, "1");
    EXPECT_EQ(reply.header("etag"), "\"2\"") << reply.body;
    EXPECT_EQ(text_at(reply, "/row/owner/post"), "p-clerk");
    const auto kept = post_file("/api/v1/evidence?name=%E7%85%A7%E7%89%87.txt", clerk, "已建成");
    EXPECT_EQ(kept.status, 201) << kept.body;
    reply = post_json(path + "/reports", clerk,
                      R"({"text":"已完成","evidence":[)" + kept.body + "]}", {"If-Match: \"2\""});
    EXPECT_EQ(text_at(reply, "/row/state"), "reported") << reply.body;
    EXPECT_EQ(
        post_json(path + "/verifications", clerk, R"({"text":""})", {"If-Match: \"3\""}).status,
        403);
    const std::string inspector = session("inspector");
    reply = post_json(path + "/returns", inspector, R"({"text":"缺照片"})", {"If-Match: \"3\""});
    EXPECT_EQ(text_at(reply, "/row/state"), "assigned") << reply.body;
    reply = post_json(path + "/reports", clerk, R"({"text":"补齐","evidence":[)" + kept.body + "]}",
                      {"If-Match: \"4\""});
    reply =
        post_json(path + "/verifications", inspector, R"({"text":"看过"})", {"If-Match: \"5\""});
    EXPECT_EQ(text_at(reply, "/row/state"), "verified") << reply.body;
    reply = post_json(path + "/strike-offs", office, R"({"text":"同意"})", {"If-Match: \"6\""});
    EXPECT_EQ(text_at(reply, "/row/state"), "struck_off") << reply.body;
    EXPECT_EQ(at(reply, "/open"), "[]");
    const auto bench = call("GET", "/api/v1/workbench", office);
    EXPECT_EQ(at(bench, "/tally/struck_off"), "1");
    EXPECT_EQ(text_at(reply, "/row/look_back_on"), "2025-06-03");
    reply = post_json(path + "/look-backs", clerk, R"({"answer":"yes","text":"好"})",
                      {"If-Match: \"7\""});
    EXPECT_EQ(reply.status, 403) << reply.body;
    reply = post_json(path + "/look-backs", inspector, R"({"answer":"no","text":"又坏了"})",
                      {"If-Match: \"7\""});
    EXPECT_EQ(text_at(reply, "/row/state"), "assigned") << reply.body;
    EXPECT_EQ(at(reply, "/row/reopened"), "1");
    EXPECT_EQ(text_at(reply, "/steps/6/label"), "销号");
    EXPECT_EQ(at(call("GET", "/api/v1/log/verification", inspector), "/intact"), "true");
}

TEST_F(TasksTest, NeedTheVersionThatWasSeen) {
    const std::string id = task();
    const std::string path = "/api/v1/tasks/" + id + "/assignments";
    const std::string office = session("office");
    const std::string body = R"({"post":"p-clerk"})";
    EXPECT_EQ(post_json(path, office, body).status, 428);
    EXPECT_EQ(text_at(post_json(path, office, body, {"If-Match: *"}), "/code"), "E-HTTP-028");
    EXPECT_EQ(text_at(post_json(path, office, body, {"If-Match: W/\"1\""}), "/code"), "E-HTTP-028");
    EXPECT_EQ(assign(id, "1").status, 200);
    const auto stale = assign(id, "1");
    EXPECT_EQ(stale.status, 412);
    EXPECT_EQ(text_at(stale, "/code"), "E-TASK-032");
}

TEST_F(TasksTest, AreMovedOnceByARepeatedCommand) {
    const std::string id = task();
    const std::vector<std::string> key{"Idempotency-Key: one-try"};
    const auto first = assign(id, "1", key);
    EXPECT_EQ(first.header("idempotency-replayed"), "");
    const auto again = assign(id, "1", key);
    EXPECT_EQ(again.status, 200) << again.body;
    EXPECT_EQ(again.header("idempotency-replayed"), "true");
    EXPECT_EQ(again.body, first.body);
    const auto other =
        post_json("/api/v1/tasks/" + id + "/assignments", session("office"),
                  R"({"post":"p-clerk","note":"别的"})", {"If-Match: \"2\"", key.front()});
    EXPECT_EQ(other.status, 409) << other.body;
    EXPECT_EQ(text_at(assign(id, "2", {"Idempotency-Key: " + std::string(65, 'x')}), "/code"),
              "E-HTTP-029");
}

TEST_F(TasksTest, AreMovedOnceByTwinsAtTheSameMoment) {
    const std::string id = task();
    const std::string office = session("office");
    std::vector<std::future<Reply>> replies;
    for (int twin = 0; twin < 8; ++twin) {
        replies.push_back(std::async(std::launch::async, [&] {
            return post_json("/api/v1/tasks/" + id + "/assignments", office,
                             R"({"post":"p-clerk"})",
                             {"If-Match: \"1\"", "Idempotency-Key: twins"});
        }));
    }
    for (auto& reply : replies) {
        const Reply got = reply.get();
        EXPECT_EQ(got.status, 200) << got.body;
        EXPECT_EQ(got.header("etag"), "\"2\"");
    }
}

TEST_F(TasksTest, AreInvisibleNextDoor) {
    const std::string id = task();
    const std::string neighbour = session("neighbour");
    const auto missing = call("GET", "/api/v1/tasks/" + id, neighbour);
    EXPECT_EQ(missing.status, 404);
    const auto invented = call("GET", "/api/v1/tasks/invented", neighbour);
    EXPECT_EQ(text_at(missing, "/finding"), text_at(invented, "/finding"));
    EXPECT_EQ(post_json("/api/v1/tasks/" + id + "/assignments", neighbour,
                        R"({"post":"p-neighbour"})", {"If-Match: \"1\""})
                  .status,
              404);
    EXPECT_EQ(at(call("GET", "/api/v1/tasks", neighbour), "/total"), "0");
    EXPECT_EQ(at(call("GET", "/api/v1/documents", neighbour), "/items"), "[]");
}

TEST_F(TasksTest, AreFilteredAndPaged) {
    for (int number = 0; number < 3; ++number) task();
    const std::string office = session("office");
    const auto first = call("GET", "/api/v1/tasks?limit=2&state=confirmed&state=assigned", office);
    EXPECT_EQ(at(first, "/total"), "3");
    EXPECT_EQ(parsed(first).at("items").as_array().size(), 2U);
    const auto next = percent_encoded(text_at(first, "/next"));
    const auto second = call("GET", "/api/v1/tasks?limit=2&after=" + next, office);
    EXPECT_EQ(parsed(second).at("items").as_array().size(), 1U) << second.body;
    EXPECT_EQ(at(call("GET", "/api/v1/tasks?state=verified", office), "/total"), "0");
    EXPECT_EQ(at(call("GET", "/api/v1/tasks?mine=true", office), "/total"), "0");
    EXPECT_EQ(at(call("GET", "/api/v1/tasks?overdue=true", office), "/total"), "0");
    clock_.pass_days(0);
    EXPECT_EQ(call("GET", "/api/v1/tasks?mine=yes", office).status, 400);
}

TEST_F(TasksTest, GoIntoAWorkbook) {
    task();
    const auto reply = call("GET", "/api/v1/ledger.xlsx?state=confirmed", session("office"));
    EXPECT_EQ(reply.status, 200);
    EXPECT_TRUE(reply.body.starts_with("PK"));
    EXPECT_TRUE(reply.header("content-disposition").starts_with("attachment; filename=\"-") ||
                reply.header("content-disposition").starts_with("attachment; filename="))
        << reply.header("content-disposition");
    EXPECT_NE(reply.header("content-disposition").find("filename*=UTF-8''%E9"), std::string::npos);
}

TEST_F(TasksTest, GiveTheirEvidenceOnlyAsADownload) {
    const std::string id = task();
    assign(id, "1");
    const std::string clerk = session("clerk");
    const auto kept = post_file("/api/v1/evidence?name=a.html", clerk, "<script>alert(1)</script>");
    post_json("/api/v1/tasks/" + id + "/reports", clerk,
              R"({"text":"x","evidence":[)" + kept.body + "]}", {"If-Match: \"2\""});
    const std::string path = "/api/v1/tasks/" + id + "/evidence/" + text_at(kept, "/digest");
    const auto file = call("GET", path, session("office"));
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.header("content-type"), "application/octet-stream");
    EXPECT_EQ(file.header("content-disposition"),
              "attachment; filename=\"a.html\"; filename*=UTF-8''a.html");
    EXPECT_EQ(call("GET", path, session("neighbour")).status, 404);
    EXPECT_EQ(call("GET", "/api/v1/tasks/" + id + "/evidence/00", clerk).status, 404);
}

TEST_F(TasksTest, ComeFromDecisionsOnADocument) {
    const std::string document = seed_document();
    const std::string path = "/api/v1/documents/" + document;
    const std::string office = session("office");
    const auto opened = call("GET", path, office);
    EXPECT_EQ(opened.header("etag"), "\"2\"");
    EXPECT_EQ(call("GET", path, office, "", {"If-None-Match: \"2\""}).status, 304);
    EXPECT_EQ(call("GET", path, office, "", {"If-None-Match: \"1\""}).status, 200);
    EXPECT_EQ(text_at(opened, "/parts/0/quantities/0/value"), "12");
    EXPECT_EQ(text_at(opened, "/candidates/0/deadline/due"), "2025-06-30");
    const auto decide = [&](const std::string& body, const std::string& version) {
        return post_json(path + "/decisions", office, body, {"If-Match: \"" + version + "\""});
    };
    const auto wrong =
        decide(R"({"confirm":[{"number":0,"span":{"start":1}}],"reject":[{"number":2}]})", "2");
    EXPECT_EQ(text_at(wrong, "/finding"),
              "/confirm/0/number 应在 1 至 2147483647 之间；/confirm/0/span/end 缺少必填字段；"
              "/reject/0/reason 缺少必填字段");
    const auto unknown = decide(R"({"confirm":[{"number":9}],"reject":[]})", "2");
    EXPECT_EQ(unknown.status, 422);
    EXPECT_EQ(text_at(unknown, "/code"), "E-TASK-020");
    const std::string both = R"({"confirm":[{"number":1,"due":"2025-05-01"}],)"
                             R"("reject":[{"number":2,"reason":"无关"}]})";
    const auto decided = decide(both, "2");
    EXPECT_EQ(at(decided, "/summary/confirmed"), "1") << decided.body;
    EXPECT_EQ(text_at(decided, "/candidates/1/rejection"), "无关");
    EXPECT_EQ(decide(both, "2").status, 412);
    const auto original = call("GET", path + "/original", office);
    EXPECT_TRUE(original.header("content-disposition").ends_with("%20%22%E4%B8%80%22.txt"))
        << original.header("content-disposition");
    EXPECT_EQ(call("GET", path + "/original", session("neighbour")).status, 404);
}

TEST_F(TasksTest, AreAnnouncedToFollowers) {
    const std::string office = session("office");
    TestClient follower(server_->port());
    follower.send("GET /api/v1/changes HTTP/1.1\r\nHost: x\r\nCookie: anmin_session=" + office +
                  "\r\n\r\n");
    EXPECT_NE(follower.take_until("retry: 2000\n\n").find("text/event-stream"), std::string::npos);
    task();
    EXPECT_NE(follower.take_until("event: change\n"), "");
    const std::string last = std::to_string(changes_.last());
    EXPECT_NE(follower.take_until("{\"last\":" + last + "}"), "");
    TestClient back(server_->port());
    back.send(
        "GET /api/v1/changes HTTP/1.1\r\nHost: x\r\nLast-Event-ID: 1\r\nCookie: anmin_session=" +
        office + "\r\n\r\n");
    EXPECT_NE(back.take_until("{\"last\":" + last + "}"), "")
        << "who comes back hears what was missed";
    EXPECT_EQ(call("GET", "/api/v1/changes").status, 401);
}

}  // namespace
}  // namespace anmin::http
