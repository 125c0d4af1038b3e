// Meetings, instructions, reach and citations over HTTP.
#include "http/test_site.h"

namespace anmin::http {
namespace {

class SourcesTest : public TestSite {
protected:
    Reply post(const std::string& path, const std::string& body, const char* login = "office",
               const std::vector<std::string>& headers = {}) {
        return post_json("/api/v1" + path, session(login), body, headers);
    }
    Reply get(const std::string& path, const char* login = "office") {
        return call("GET", "/api/v1" + path, session(login));
    }
    // A confirmed task of a document in the county, and the document.
    std::pair<std::string, std::string> order() {
        const std::string document = seed_document();
        const auto decided =
            post("/documents/" + document + "/decisions",
                 R"({"confirm":[{"number":1}],"reject":[{"number":2,"reason":"无关"}]})", "office",
                 {"If-Match: \"2\""});
        EXPECT_EQ(decided.status, 200) << decided.body;
        return {text_at(decided, "/candidates/0/task"), document};
    }
    std::string meeting(const std::string& document = "") {
        const std::string paper = document.empty() ? "" : R"(,"document":")" + document + "\"";
        const auto made = post("/meetings", R"({"name":"机关干部会议","held_on":"2025-03-02",
            "chair":"局长（演示）","conveyors":["副局长（演示）"],
            "agenda":[{"title":"传达学习","first_topic":"yes")" +
                                                paper + R"(}],
            "branches":[{"name":"机关支部","division":"330102","venue":"主会场","expected":10},
                        {"name":"清波支部","division":"330102001","venue":"分会场","expected":6}]})");
        EXPECT_EQ(made.status, 201) << made.body;
        return text_at(made, "/entry/id");
    }
};

TEST_F(SourcesTest, ReachIsRecordedOnceAndReadByEveryOrderThatCitesTheMeeting) {
    const auto [first, first_document] = order();
    const auto [second, second_document] = order();
    const std::string id = meeting(first_document);
    const auto cited = post("/tasks/" + second + "/sources",
                            R"({"kind":"meeting","source":")" + id + R"(","text":"会议议定"})");
    EXPECT_EQ(cited.status, 200) << cited.body;
    const std::string path = "/meetings/" + id + "/attendance";
    EXPECT_EQ(post(path, R"({"branch":1,"made_up":"no","people":8})").status, 200);
    // The branch's own officer records for it, and for no other.
    EXPECT_EQ(post(path, R"({"branch":2,"made_up":"no","people":6})", "clerk").status, 200);
    EXPECT_EQ(post(path, R"({"branch":1,"made_up":"yes","people":1})", "clerk").status, 403);
    for (const auto& task : {first, second}) {
        const auto basis = get("/tasks/" + task + "/sources");
        EXPECT_EQ(at(basis, "/reach/persons_reached"), "14") << basis.body;
        EXPECT_EQ(at(basis, "/reach/persons"), "16");
        EXPECT_EQ(at(basis, "/reach/branches_whole"), "1");
        EXPECT_EQ(text_at(basis, "/meetings/0/id"), id);
    }
    const auto opened = get("/sources/meeting/" + id);
    EXPECT_EQ(text_at(opened, "/orders/0/id"), second) << opened.body;
    EXPECT_EQ(text_at(opened, "/attendance/1/officer"), "clerk（演示）");
    EXPECT_EQ(text_at(post(path, R"({"branch":1,"made_up":"yes","people":3})"), "/code"),
              "E-SRC-008");
    const auto paper = get("/sources/document/" + first_document);
    EXPECT_EQ(text_at(paper, "/orders/0/id"), first) << paper.body;
    EXPECT_EQ(at(paper, "/reach/persons_reached"), "14");
}

TEST_F(SourcesTest, OneOrderAnswersManySources) {
    const auto [task, document] = order();
    const auto made = post("/instructions", R"({"by":"副局长（演示）","given_on":"2025-03-01",
        "text":"请综合科抓好落实。"})");
    EXPECT_EQ(made.status, 201) << made.body;
    const std::string cite =
        R"({"kind":"instruction","source":")" + text_at(made, "/entry/id") + R"(","text":"照办"})";
    const std::string path = "/tasks/" + task;
    const auto basis = post(path + "/sources", cite);
    EXPECT_EQ(text_at(basis, "/sources/1/entry/title"), "请综合科抓好落实。") << basis.body;
    EXPECT_EQ(at(basis, "/sources/0/own"), "true");
    EXPECT_EQ(text_at(post(path + "/sources", cite), "/code"), "E-SRC-009");
    EXPECT_EQ(post(path + "/sources", cite, "clerk").status, 403);
    EXPECT_EQ(get("/sources/instruction/" + text_at(made, "/entry/id"), "neighbour").status, 404);
    const auto withdrawn = post(path + "/source-withdrawals", cite);
    EXPECT_EQ(at(withdrawn, "/sources/1"), "nothing") << withdrawn.body;
    const auto listed = get("/sources");
    EXPECT_EQ(text_at(listed, "/items/0/kind"), "instruction") << listed.body;
    EXPECT_EQ(get("/sources/paper/x").status, 404);
}

}  // namespace
}  // namespace anmin::http
