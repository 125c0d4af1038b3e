// Sessions, refusals, health, figures, pages: what every route has in common.
#include "http/site.h"

#include "http/test_site.h"

namespace anmin::http {
namespace {

class SiteTest : public TestSite {};

TEST_F(SiteTest, OffersTheRolesOfADemonstration) {
    const auto reply = call("GET", "/api/v1/demo");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(at(reply, "/demo"), "true");
    EXPECT_EQ(text_at(reply, "/roles/0/login"), "office");
    EXPECT_EQ(text_at(reply, "/roles/0/division_name"), "上城区");
    EXPECT_EQ(text_at(reply, "/roles/1/story_zh"), "办理");
    EXPECT_EQ(at(reply, "/roles/2"), "nothing") << "a story without an account is no role";
}

TEST_F(SiteTest, OpensAndEndsASession) {
    const auto opened = post_json("/api/v1/demo/session", "", R"({"login":"office"})");
    const std::string cookie = opened.header("set-cookie");
    EXPECT_TRUE(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200")) << cookie;
    const std::string token = session("office");
    const auto mine = call("GET", "/api/v1/session", token);
    EXPECT_EQ(text_at(mine, "/login"), "office");
    EXPECT_EQ(text_at(mine, "/division_name"), "上城区");
    EXPECT_EQ(at(mine, "/roles"), R"(["directive"])");
    EXPECT_NE(at(mine, "/actions").find("confirm_tasks"), std::string::npos);
    EXPECT_EQ(at(mine, "/actions").find("verify_task"), std::string::npos);
    const auto ended = call("DELETE", "/api/v1/session", token);
    EXPECT_EQ(ended.status, 204);
    EXPECT_NE(ended.header("set-cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(text_at(call("GET", "/api/v1/session", token), "/code"), "E-AUTH-100");
}

TEST_F(SiteTest, LetsSessionsExpire) {
    const std::string token = session("office");
    clock_.pass_days(1);
    const auto reply = call("GET", "/api/v1/workbench", token);
    EXPECT_EQ(reply.status, 401);
    EXPECT_EQ(text_at(reply, "/code"), "E-AUTH-100");
}

TEST_F(SiteTest, SignsInWithAPassword) {
    const auto account = must(desk_->accounts.find_login("clerk"));
    const auto sealed = must(vault_->seal_password("云山苍苍"));
    ASSERT_TRUE(desk_->accounts.set_secret(account->id, sealed).ok());
    const auto right =
        post_json("/api/v1/session", "", R"({"login":"clerk","password":"云山苍苍"})");
    EXPECT_EQ(right.status, 200) << right.body;
    const auto wrong = post_json("/api/v1/session", "", R"({"login":"clerk","password":"江水"})");
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(text_at(wrong, "/code"), "E-AUTH-101");
    const auto nobody = post_json("/api/v1/session", "", R"({"login":"nobody","password":"x"})");
    EXPECT_EQ(text_at(nobody, "/finding"), text_at(wrong, "/finding"));
}

TEST_F(SiteTest, SaysWhatIsWrongWithARequest) {
    const std::string token = session("office");
    EXPECT_EQ(text_at(call("GET", "/api/v1/nothing", token), "/code"), "E-HTTP-020");
    const auto method = call("PUT", "/api/v1/documents", token);
    EXPECT_EQ(method.status, 405);
    EXPECT_EQ(method.header("allow"), "GET, HEAD, POST");
    EXPECT_EQ(call("GET", "/api/v1/tasks").status, 401);
    EXPECT_EQ(text_at(call("GET", "/api/v1/tasks?limit=0", token), "/code"), "E-HTTP-026");
    EXPECT_EQ(text_at(call("GET", "/api/v1/tasks?state=open", token), "/place"), "查询参数 state");
    const auto json = post_json("/api/v1/demo/session", "", "{\"login\":\n}");
    EXPECT_EQ(text_at(json, "/code"), "E-HTTP-024");
    EXPECT_EQ(text_at(json, "/place"), "请求正文第 2 行第 1 列");
    const auto fields = post_json("/api/v1/demo/session", "", R"({"user":1})");
    EXPECT_EQ(fields.status, 400);
    EXPECT_EQ(text_at(fields, "/finding"), "/login 缺少必填字段；/user 未知字段");
    EXPECT_EQ(fields.header("content-type"), "application/problem+json");
    EXPECT_EQ(at(fields, "/status"), "400");
    EXPECT_FALSE(text_at(fields, "/request").empty());
}

TEST_F(SiteTest, LimitsBodies) {
    const std::string token = session("office");
    const auto large = post_json("/api/v1/demo/session", "", std::string((1U << 20U) + 1, ' '));
    EXPECT_EQ(large.status, 413);
    EXPECT_EQ(text_at(large, "/expectation"), "不超过 1 MiB");
    EXPECT_EQ(
        post_file("/api/v1/documents?name=a.txt", token, std::string((5U << 20U) + 1, 'x')).status,
        413);
    EXPECT_EQ(call("DELETE", "/api/v1/session", token, "x").status, 413);
}

TEST_F(SiteTest, KeepsRolesToTheirActions) {
    const std::string admin = session("admin");
    for (const char* path : {"/api/v1/tasks", "/api/v1/documents", "/api/v1/ledger.xlsx"}) {
        const auto reply = call("GET", path, admin);
        EXPECT_EQ(reply.status, 403) << path;
        EXPECT_EQ(text_at(reply, "/code"), "E-AUTH-001");
    }
    EXPECT_EQ(call("GET", "/api/v1/workbench", admin).status, 200);
    const auto log = call("GET", "/api/v1/log/verification", admin);
    EXPECT_EQ(at(log, "/intact"), "true");
    EXPECT_EQ(call("GET", "/api/v1/log/verification", session("office")).status, 403);
}

TEST_F(SiteTest, RefusesOtherSites) {
    const auto reply = post_json("/api/v1/demo/session", "", R"({"login":"office"})",
                                 {"Origin: https://evil.example"});
    EXPECT_EQ(reply.status, 403);
    EXPECT_EQ(text_at(reply, "/code"), "E-HTTP-030");
}

TEST_F(SiteTest, SendsTheSecurityHeaders) {
    for (const char* path : {"/", "/api/v1/demo", "/healthz", "/api/v1/nothing"}) {
        const auto reply = call("GET", path);
        EXPECT_TRUE(reply.header("content-security-policy").starts_with("default-src 'self'"))
            << path;
        EXPECT_EQ(reply.header("x-content-type-options"), "nosniff");
        EXPECT_EQ(reply.header("referrer-policy"), "no-referrer");
    }
    EXPECT_EQ(call("GET", "/api/v1/demo").header("cache-control"), "no-store");
}

TEST_F(SiteTest, ServesThePageForItsOwnRoutesOnly) {
    const auto page = call("GET", "/ledger", "", "", {"Accept: text/html"});
    EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(call("GET", "/api/v1/ledger", "", "", {"Accept: text/html"}).status, 404);
    EXPECT_EQ(call("GET", "/api", "", "", {"Accept: text/html"}).status, 404);
    EXPECT_EQ(call("POST", "/ledger").status, 405);
}

TEST_F(SiteTest, PacksLargeAnswersForWhoTakesThem) {
    const std::string token = session("office");
    for (int number = 0; number < 20; ++number) seed_document();
    const auto plain = call("GET", "/api/v1/documents", token);
    const auto packed = call("GET", "/api/v1/documents", token, "", {"Accept-Encoding: gzip"});
    EXPECT_EQ(packed.header("content-encoding"), "gzip");
    EXPECT_LT(packed.body.size(), plain.body.size() / 3);
    EXPECT_EQ(plain.header("content-encoding"), "");
}

TEST_F(SiteTest, ReportsHealthAndFigures) {
    EXPECT_EQ(call("GET", "/healthz").body, "ok\n");
    call("GET", "/api/v1/divisions/33", session("office"));
    const auto reply = call("GET", "/metrics");
    EXPECT_NE(reply.body.find("route=\"/api/v1/divisions/{code}\",status=\"200\"} 1\n"),
              std::string::npos)
        << reply.body;
}

TEST_F(SiteTest, LogsNoPersonalData) {
    const std::string token = session("office");
    call("GET", "/api/v1/tasks?q=%E5%BC%A0%E4%B8%89", token);
    call("GET", "/api/v1/tasks/secret-id", token);
    call("GET", "/private/path");
    const std::string text = log();
    EXPECT_NE(text.find(R"("route":"/api/v1/tasks/{id}","status":404)"), std::string::npos) << text;
    for (const char* word : {"张三", "%E5", "secret-id", "private", "office", "演示"}) {
        EXPECT_EQ(text.find(word), std::string::npos) << word;
    }
    EXPECT_EQ(text.find(token), std::string::npos);
}

TEST_F(SiteTest, ListsTheOrganisation) {
    const std::string token = session("office");
    const auto top = call("GET", "/api/v1/divisions", token);
    EXPECT_EQ(text_at(top, "/items/0/name"), "浙江省");
    EXPECT_EQ(text_at(top, "/items/0/level"), "province");
    const auto children = call("GET", "/api/v1/divisions?parent=3301&limit=1", token);
    EXPECT_EQ(text_at(children, "/items/0/code"), "330102");
    const auto rest =
        call("GET", "/api/v1/divisions?parent=3301&after=" + text_at(children, "/next"), token);
    EXPECT_EQ(text_at(rest, "/items/0/code"), "330105");
    EXPECT_EQ(text_at(rest, "/next"), "");
    const auto found = call("GET", "/api/v1/divisions?q=%E6%B8%85%E6%B3%A2", token);
    EXPECT_EQ(text_at(found, "/items/0/code"), "330102001");
    const auto path = call("GET", "/api/v1/divisions/330102", token);
    EXPECT_EQ(text_at(path, "/division/name"), "上城区");
    EXPECT_EQ(text_at(path, "/path/0/code"), "0");
    EXPECT_EQ(call("GET", "/api/v1/divisions/99", token).status, 404);
    EXPECT_EQ(call("GET", "/api/v1/divisions/abc", token).status, 404);
    const auto posts = call("GET", "/api/v1/posts", token);
    EXPECT_EQ(text_at(posts, "/items/0/id"), "p-office");
    EXPECT_EQ(text_at(posts, "/items/1/id"), "p-clerk");
    EXPECT_EQ(text_at(posts, "/items/1/division_name"), "清波街道");
    EXPECT_EQ(at(posts, "/items/2"), "nothing") << "nor posts that do nothing, nor the neighbour's";
}

}  // namespace
}  // namespace anmin::http
