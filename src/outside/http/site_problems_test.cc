// Field work to problems to strike-off and look-back, over HTTP.
#include <future>

#include "http/test_site.h"

namespace anmin::http {
namespace {

class ProblemsTest : public TestSite {
protected:
    ProblemsTest() { plant_problem_policies(); }
    Reply post(const std::string& path, const std::string& body, const char* login = "office") {
        return post_json("/api/v1" + path, session(login), body);
    }
    Reply step(const std::string& path, const std::string& body, int version,
               const char* login = "office") {
        return post_json("/api/v1" + path, session(login), body,
                         {"If-Match: \"" + std::to_string(version) + "\""});
    }
    std::string mission() {
        const auto opened =
            post("/field-work", R"({"title":"蹲点调研","from":"2025-02-01","to":"2025-03-01"})");
        EXPECT_EQ(opened.status, 201) << opened.body;
        const std::string path = "/field-work/" + text_at(opened, "/id");
        const auto group = post(path + "/groups", R"({"number":1,"area":"浙江","province":"yes",
            "leader":"甲（演示）","members":[{"name":"乙（演示）"}]})");
        EXPECT_EQ(at(group, "/people"), "2") << group.body;
        return path;
    }
    std::string listed_problem() {
        const auto raised =
            post("/problems", R"({"text":"审核环节多","source":"巡视反馈第 1 条"})");
        EXPECT_EQ(raised.status, 201) << raised.body;
        const auto list =
            post("/problem-lists",
                 R"({"name":"反馈问题","scheme":"巡视","source":"巡视","declared":2})");
        EXPECT_EQ(list.status, 201) << list.body;
        const std::string id = text_at(raised, "/row/id");
        const auto put =
            step("/problems/" + id + "/listings",
                 R"({"list":")" + text_at(list, "/id") + R"(","number":1,"focused":"yes"})", 1);
        EXPECT_EQ(text_at(put, "/row/state"), "listed") << put.body;
        const auto second = post("/problems", R"({"text":"材料多","source":"巡视反馈第 2 条"})");
        const auto taken =
            step("/problems/" + text_at(second, "/row/id") + "/listings",
                 R"({"list":")" + text_at(list, "/id") + R"(","number":1,"focused":"no"})", 1);
        EXPECT_EQ(text_at(taken, "/code"), "E-PROB-021") << taken.body;
        return id;
    }
};

TEST_F(ProblemsTest, RemarksAreMergedOnceAndFiguresOpenTheirRows) {
    const std::string path = mission();
    EXPECT_EQ(post(path + "/activities", R"({"group":1,"kind":"interview","held_on":"2025-02-03",
        "place":"某村","amount":60})")
                  .status,
              200);
    const auto taken = post(path + "/remarks", R"({"group":1,"remarks":[
        {"kind":"problem","text":"要跑三趟","said_by":"村干部","place":"某村"},
        {"kind":"suggestion","text":"网上能办就好","said_by":"老人","place":"某村"}]})");
    EXPECT_EQ(taken.status, 200) << taken.body;
    const auto raw = call("GET", "/api/v1/remarks?merged=false", session("office"));
    const std::string first = text_at(raw, "/items/0/id");
    const std::string body = R"({"text":"办事跑多趟","remarks":[{"id":")" + first + R"("}]})";
    const auto raised = post("/problems", body);
    EXPECT_EQ(text_at(raised, "/raw/0/text"), "要跑三趟") << raised.body;
    EXPECT_EQ(text_at(post("/problems", body), "/code"), "E-PROB-012");
    EXPECT_EQ(at(call("GET", "/api/v1/remarks?merged=false", session("office")), "/items/1"),
              "nothing");
    const auto figures = call("GET", "/api/v1/figures", session("office"));
    EXPECT_EQ(at(figures, "/items/0/figures/0/amount"), "60");
    const auto rows = call("GET", "/api/v1/figures/field/interviews", session("office"));
    EXPECT_EQ(at(rows, "/rows"), "1");
    EXPECT_EQ(text_at(rows, "/items/0/title"), "某村");
    EXPECT_EQ(text_at(call("GET", "/api/v1/figures/field/none", session("office")), "/code"),
              "E-PROB-032");
    EXPECT_EQ(text_at(post(path + "/groups", R"({"number":2,"area":"浙江","province":"yes",
        "leader":"丙","members":[]})"),
                      "/code"),
              "E-PROB-004");
    EXPECT_EQ(
        call("GET", "/api/v1/problems/" + text_at(raised, "/row/id"), session("neighbour")).status,
        404);
}

TEST_F(ProblemsTest, GoFromTheListToTheLookBack) {
    const std::string path = "/problems/" + listed_problem();
    const auto late = step(path + "/plans", R"({"branch":"immediate","post":"p-clerk",
        "measure":"压减环节","due":"2025-12-31"})",
                           2);
    EXPECT_EQ(text_at(late, "/code"), "E-PROB-015") << late.body;
    const auto planned = step(path + "/plans", R"({"branch":"immediate","post":"p-clerk",
        "measure":"压减环节","due":"2025-03-20"})",
                              2);
    EXPECT_EQ(text_at(planned, "/row/state"), "planned") << planned.body;
    const auto kept = post_file("/api/v1/evidence?name=a.txt", session("clerk"), "完成");
    const std::string report = R"({"text":"已压减","evidence":[)" + kept.body + "]}";
    EXPECT_EQ(step(path + "/reports", report, 3).status, 403) << "only the holder reports";
    EXPECT_EQ(text_at(step(path + "/reports", report, 3, "clerk"), "/row/state"), "reported");
    EXPECT_EQ(step(path + "/acceptances", R"({"text":"属实"})", 3, "inspector").status, 412);
    step(path + "/acceptances", R"({"text":"属实"})", 4, "inspector");
    const auto closed = step(path + "/strike-offs", R"({"text":"同意"})", 5);
    EXPECT_EQ(text_at(closed, "/row/state"), "struck_off") << closed.body;
    const auto lists = call("GET", "/api/v1/problem-lists", session("office"));
    EXPECT_EQ(at(lists, "/items/0/declared"), "2");
    EXPECT_EQ(at(lists, "/items/0/listed"), "1");
    EXPECT_EQ(at(lists, "/items/0/struck_off"), "1");
    const auto back =
        step(path + "/look-backs", R"({"answer":"no","text":"又多了一环"})", 6, "inspector");
    EXPECT_EQ(text_at(back, "/row/state"), "planned") << back.body;
    EXPECT_EQ(at(call("GET", "/api/v1/problems?done=true", session("office")), "/items"), "[]");
    EXPECT_EQ(
        text_at(call("GET", "/api/v1/problems?started=true", session("office")), "/items/0/text"),
        "审核环节多");
    EXPECT_EQ(call("GET", "/api/v1/problems?state=gone", session("office")).status, 400);
}

TEST_F(ProblemsTest, TheSlowerOfTwoOfficersIsToldWhatTheOtherDid) {
    const std::string path = "/api/v1/problems/" + listed_problem() + "/plans";
    const std::string office = session("office");
    std::vector<std::future<Reply>> replies;
    for (int officer = 0; officer < 8; ++officer) {
        const std::string body =
            R"({"branch":"immediate","post":"p-clerk","due":"2025-03-20","measure":"第)" +
            std::to_string(officer) + R"(种办法"})";
        replies.push_back(std::async(std::launch::async, [this, &path, &office, body] {
            return post_json(path, office, body, {"If-Match: \"2\""});
        }));
    }
    int planned = 0;
    for (auto& one : replies) {
        const Reply reply = one.get();
        planned += reply.status == 200 ? 1 : 0;
        if (reply.status == 200) continue;
        EXPECT_EQ(reply.status, 412) << reply.body;
        EXPECT_EQ(text_at(reply, "/code"), "E-PROB-033");
        EXPECT_NE(reply.body.find("整改方案"), std::string::npos) << reply.body;
    }
    EXPECT_EQ(planned, 1);
}

}  // namespace
}  // namespace anmin::http
