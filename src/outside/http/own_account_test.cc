// What somebody has to do about their own account, and what they see and end of it.
#include <algorithm>

#include "http/test_site.h"
#include "operations/manage_accounts.h"
#include "operations/second_factor.h"

namespace anmin::http {
namespace {

class OwnAccount : public TestSite {
protected:
    Reply sign_in(const std::string& login, const std::string& word) {
        return post_json("/api/v1/session", "",
                         R"({"login":")" + login + R"(","password":")" + word + "\"}",
                         {"User-Agent: Browser of a test"});
    }
    static std::string cookie_of(const Reply& reply) {
        const std::string cookie = reply.header("set-cookie");
        const auto start = cookie.find('=') + 1;
        return cookie.substr(start, cookie.find(';') - start);
    }
    Reply give(const std::string& reason, const std::string& word) {
        return post_json("/api/v1/accounts/office/password", session("security"),
                         R"({"reason":")" + reason + R"(","password":")" + word + "\"}");
    }
    Reply change(const std::string& cookie, const std::string& before, const std::string& after) {
        return post_json("/api/v1/session/password", cookie,
                         R"({"before":")" + before + R"(","after":")" + after + "\"}");
    }
    void set_own_password() {
        const auto account = must(desk_->accounts.find_login("office"));
        must(desk_->accounts.set_secret(account->id, must(vault_->seal_password(own))));
    }

    const std::string given = "words that somebody gave";
    const std::string own = "words that nobody else knows";
};

TEST_F(OwnAccount, AGivenPasswordIsChangedBeforeAnythingElse) {
    EXPECT_EQ(text_at(give("", given), "/code"), "E-AUTH-133");
    EXPECT_EQ(text_at(give("忘记密码", "short"), "/code"), "E-AUTH-120");
    const auto before = session("office");
    const auto after = give("忘记密码", given);
    EXPECT_NE(at(after, "/given_until"), "null") << after.body;
    EXPECT_EQ(call("GET", "/api/v1/session", before).status, 401) << "its sessions ended";
    const auto entered = sign_in("office", given);
    EXPECT_EQ(text_at(entered, "/owes"), "password");
    EXPECT_EQ(at(entered, "/actions"), "[]");
    const auto cookie = cookie_of(entered);
    EXPECT_EQ(text_at(change(cookie, given, given), "/code"), "E-AUTH-125");
    EXPECT_EQ(change(cookie, given, own).status, 204);
    EXPECT_EQ(at(call("GET", "/api/v1/session", cookie), "/owes"), "null");
    EXPECT_EQ(call("GET", "/api/v1/documents", cookie).status, 200);
    EXPECT_EQ(at(sign_in("office", own), "/owes"), "null");
    const auto log = call("GET", "/api/v1/audit?kind=password_given", session("audit"));
    EXPECT_EQ(text_at(log, "/items/0/detail"), "忘记密码") << log.body;
    EXPECT_EQ(log.body.find(given), std::string::npos);
}

// Every path without names in it; those with names stand behind the same gate (router.cc).
TEST_F(OwnAccount, WhoeverOwesSomethingReachesNothingElse) {
    give("忘记密码", given);
    const auto cookie = cookie_of(sign_in("office", given));
    std::size_t asked = 0;
    for (const Route& route : all_routes()) {
        const bool open = route.access.kind() == Access::Kind::everybody ||
                          route.access.kind() == Access::Kind::own_account;
        if (open || route.pattern.find('{') != std::string_view::npos) continue;
        const std::string path = "/api/v1" + std::string(route.pattern);
        const bool sends = route.method == "POST";
        const char* type = route.body == BodyKind::json ? "Content-Type: application/json"
                                                        : "Content-Type: application/octet-stream";
        const auto refused =
            call(std::string(route.method), path, cookie, sends ? "{}" : "",
                 sends ? std::vector<std::string>{type} : std::vector<std::string>());
        EXPECT_EQ(refused.status, 403) << route.method << " " << path;
        EXPECT_EQ(text_at(refused, "/code"), "E-AUTH-006") << path;
        ++asked;
    }
    EXPECT_GE(asked, 20U);
}

TEST_F(OwnAccount, AGivenPasswordOpensTheDoorForAWhileOnly) {
    give("忘记密码", given);
    clock_.pass_minutes(601);
    const auto refused = sign_in("office", given);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(text_at(refused, "/code"), "E-AUTH-107");
    give("忘记密码", given);
    EXPECT_EQ(sign_in("office", given).status, 200);
}

TEST_F(OwnAccount, TheMachinesOwnerSetsPasswordsByTheSameRules) {
    const auto refused = operations::set_first_password(*desk_, "office", "password-office-1");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "E-AUTH-122");
    must(operations::set_first_password(*desk_, "office", given));
    EXPECT_EQ(text_at(sign_in("office", given), "/owes"), "password");
}

TEST_F(OwnAccount, ARolesSecondFactorIsOwed) {
    set_own_password();
    EXPECT_EQ(at(sign_in("office", own), "/owes"), "null");
    policies_.sign_in.second_factor_roles = {authority::Role::directive};
    EXPECT_EQ(call("GET", "/api/v1/documents", session("office")).status, 200)
        << "a role taken on demonstration data has no secrets of its own";
    const auto entered = sign_in("office", own);
    EXPECT_EQ(text_at(entered, "/owes"), "second_factor");
    const auto cookie = cookie_of(entered);
    EXPECT_EQ(text_at(call("GET", "/api/v1/documents", cookie), "/code"), "E-AUTH-007");
    const auto secret = text_at(
        post_json("/api/v1/session/second-factor", cookie, R"({"password":")" + own + "\"}"),
        "/secret");
    const auto code = vault_->code_at(secret, operations::code_step(clock_.now()));
    EXPECT_EQ(post_json("/api/v1/session/second-factor/confirmation", cookie,
                        R"({"code":")" + code + "\"}")
                  .status,
              201);
    EXPECT_EQ(call("GET", "/api/v1/documents", cookie).status, 200);
}

TEST_F(OwnAccount, SessionsAreSeenAndEndedByTheirOwner) {
    set_own_password();
    const auto there = cookie_of(sign_in("office", own));
    clock_.pass_minutes(5);
    const auto here = cookie_of(sign_in("office", own));
    const auto listed = call("GET", "/api/v1/sessions", here);
    EXPECT_EQ(parsed(listed).at("items").as_array().size(), 2U) << listed.body;
    EXPECT_EQ(at(listed, "/items/0/here"), "true");
    EXPECT_EQ(at(listed, "/items/1/here"), "false");
    EXPECT_EQ(text_at(listed, "/items/1/client"), "Browser of a test");
    EXPECT_EQ(text_at(listed, "/items/1/address"), "127.0.0.1");
    const auto end = [&](const std::string& id, const std::string& word) {
        return post_json("/api/v1/sessions/ends", here,
                         R"({"session":")" + id + R"(","password":")" + word + "\"}");
    };
    const auto other = text_at(listed, "/items/1/id");
    EXPECT_EQ(text_at(end(other, "wrong"), "/code"), "E-AUTH-123");
    EXPECT_EQ(call("GET", "/api/v1/session", there).status, 200);
    EXPECT_EQ(at(end(other, own), "/ended"), "1");
    EXPECT_EQ(call("GET", "/api/v1/session", there).status, 401);
    EXPECT_EQ(text_at(end(other, own), "/code"), "E-AUTH-124");
    const auto again = cookie_of(sign_in("office", own));
    EXPECT_EQ(at(end("", own), "/ended"), "1");
    EXPECT_EQ(call("GET", "/api/v1/session", again).status, 401);
    EXPECT_EQ(call("GET", "/api/v1/session", here).status, 200);
}

TEST_F(OwnAccount, AnothersSessionIsNotEnded) {
    set_own_password();
    const auto here = cookie_of(sign_in("office", own));
    const auto clerk = session("clerk");
    const auto foreign = text_at(call("GET", "/api/v1/sessions", clerk), "/items/0/id");
    EXPECT_EQ(text_at(post_json("/api/v1/sessions/ends", here,
                                R"({"session":")" + foreign + R"(","password":")" + own + "\"}"),
                      "/code"),
              "E-AUTH-124");
    EXPECT_EQ(call("GET", "/api/v1/session", clerk).status, 200);
}

TEST_F(OwnAccount, NoMoreSessionsThanThePolicyAllows) {
    set_own_password();
    std::vector<std::string> cookies;
    for (int i = 0; i < 4; ++i) {
        cookies.push_back(cookie_of(sign_in("office", own)));
        clock_.pass_minutes(1);
    }
    EXPECT_EQ(call("GET", "/api/v1/session", cookies[0]).status, 401) << "the oldest of four";
    for (int i = 1; i < 4; ++i) {
        EXPECT_EQ(call("GET", "/api/v1/session", cookies[static_cast<std::size_t>(i)]).status, 200);
    }
}

TEST_F(OwnAccount, TheSecurityAdministratorEndsAnothersSessions) {
    const auto clerk = session("clerk");
    const auto ended = post_json("/api/v1/accounts/clerk/session-ends", session("security"),
                                 R"({"reason":"手机遗失"})");
    EXPECT_EQ(at(ended, "/locked"), "false") << ended.body;
    EXPECT_EQ(call("GET", "/api/v1/session", clerk).status, 401);
}

}  // namespace
}  // namespace anmin::http
