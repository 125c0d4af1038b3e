// Signing in and what guards it, as a caller sees it.
#include "http/test_site.h"
#include "operations/second_factor.h"

namespace anmin::http {
namespace {

class Accounts : public TestSite {
protected:
    Accounts() {
        const auto account = must(desk_->accounts.find_login("office"));
        must(desk_->accounts.set_secret(account->id, must(vault_->seal_password(password))));
    }

    Reply sign_in(const std::string& word, const std::string& code = "") {
        return post_json(
            "/api/v1/session", "",
            R"({"login":"office","password":")" + word + R"(","code":")" + code + "\"}");
    }
    Reply offer(const std::string& cookie, const std::string& word) {
        return post_json("/api/v1/session/second-factor", cookie,
                         R"({"password":")" + word + "\"}");
    }
    static std::string cookie_of(const Reply& reply) {
        const std::string cookie = reply.header("set-cookie");
        const auto start = cookie.find('=') + 1;
        return cookie.substr(start, cookie.find(';') - start);
    }
    std::string code_now(const std::string& secret, int steps = 0) {
        return vault_->code_at(secret, operations::code_step(clock_.now()) + steps);
    }
    int status_of(const std::string& cookie) {
        return call("GET", "/api/v1/session", cookie).status;
    }

    const std::string password = "some unrelated words";
};

TEST_F(Accounts, RepeatedFailuresLockTheAccountForAWhile) {
    for (int i = 0; i < 3; ++i) EXPECT_EQ(text_at(sign_in("wrong"), "/code"), "E-AUTH-101");
    const auto refused = sign_in(password);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(text_at(refused, "/code"), "E-AUTH-105");
    EXPECT_EQ(text_at(post_json("/api/v1/demo/session", "", R"({"login":"office"})"), "/code"),
              "E-AUTH-105");
    clock_.pass_minutes(31);
    EXPECT_EQ(sign_in(password).status, 200);
}

TEST_F(Accounts, FailuresAreForgottenAfterAGoodSignInAndWithTime) {
    sign_in("wrong");
    sign_in("wrong");
    EXPECT_EQ(sign_in(password).status, 200);
    sign_in("wrong");
    clock_.pass_minutes(16);
    sign_in("wrong");
    sign_in("wrong");
    EXPECT_EQ(sign_in(password).status, 200);
}

TEST_F(Accounts, TheSecurityAdministratorUnlocksAndTheAuditLogHasItAll) {
    for (int i = 0; i < 3; ++i) sign_in("wrong");
    const auto security = session("security");
    const auto listed = call("GET", "/api/v1/accounts", security);
    EXPECT_EQ(listed.status, 200);
    EXPECT_NE(listed.body.find(R"("locked":true)"), std::string::npos);
    EXPECT_EQ(
        text_at(post_json("/api/v1/accounts/office/unlock", security, R"({"reason":""})"), "/code"),
        "E-AUTH-133");
    const auto unlocked =
        post_json("/api/v1/accounts/office/unlock", security, R"({"reason":"本人到场"})");
    EXPECT_EQ(at(unlocked, "/locked"), "false") << unlocked.body;
    EXPECT_EQ(sign_in(password).status, 200);
    const auto log = call("GET", "/api/v1/audit?login=office", session("audit"));
    for (const char* kind :
         {"signed_in", "account_unlocked", "account_locked", "sign_in_refused", "account_opened"}) {
        EXPECT_NE(log.body.find(kind), std::string::npos) << kind;
    }
    EXPECT_EQ(log.body.find(password), std::string::npos);
}

TEST_F(Accounts, ALockedAccountsSessionsEnd) {
    const auto cookie = session("clerk");
    EXPECT_EQ(status_of(cookie), 200);
    const auto locked =
        post_json("/api/v1/accounts/clerk/lock", session("security"), R"({"reason":"调离"})");
    EXPECT_EQ(at(locked, "/locked"), "true") << locked.body;
    EXPECT_EQ(status_of(cookie), 401);
    EXPECT_EQ(text_at(post_json("/api/v1/demo/session", "", R"({"login":"clerk"})"), "/code"),
              "E-AUTH-105");
}

TEST_F(Accounts, NobodyManagesTheirOwnAccountOrHoldsTwoPowers) {
    const auto security = session("security");
    EXPECT_EQ(text_at(post_json("/api/v1/accounts/security/roles", security,
                                R"({"reason":"r","roles":["audit"]})"),
                      "/code"),
              "E-AUTH-131");
    EXPECT_EQ(text_at(post_json("/api/v1/accounts/admin/roles", security,
                                R"({"reason":"r","roles":["administrator","audit"]})"),
                      "/code"),
              "E-AUTH-005");
    const auto before = session("clerk");
    const auto given = post_json("/api/v1/accounts/clerk/roles", security,
                                 R"({"reason":"轮岗","roles":["supervisor"]})");
    EXPECT_EQ(at(given, "/roles"), R"(["supervisor"])") << given.body;
    EXPECT_EQ(status_of(before), 401) << "what it may do has changed";
}

TEST_F(Accounts, TooManyAttemptsFromOneAddress) {
    policies_.sign_in.address_attempts = 2;
    sign_in("wrong");
    EXPECT_EQ(sign_in(password).status, 200);
    const auto refused = sign_in(password);
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(text_at(refused, "/code"), "E-AUTH-106");
    clock_.pass_minutes(11);
    EXPECT_EQ(sign_in(password).status, 200);
}

TEST_F(Accounts, ASessionEndsWhenIdleAndAtItsAbsoluteEnd) {
    const auto cookie = cookie_of(sign_in(password));
    for (int hour = 0; hour < 11; ++hour) {
        clock_.pass_minutes(59);
        EXPECT_EQ(status_of(cookie), 200) << hour;
    }
    clock_.pass_minutes(72);
    EXPECT_EQ(status_of(cookie), 401) << "twelve hours after signing in";
    const auto idle = cookie_of(sign_in(password));
    clock_.pass_minutes(61);
    const auto ended = call("GET", "/api/v1/session", idle);
    EXPECT_EQ(ended.status, 401);
    EXPECT_EQ(text_at(ended, "/code"), "E-AUTH-100");
}

TEST_F(Accounts, SigningInAgainEndsTheSessionBefore) {
    const auto first = cookie_of(sign_in(password));
    const auto again = post_json("/api/v1/session", first,
                                 R"({"login":"office","password":"some unrelated words"})");
    EXPECT_NE(cookie_of(again), first);
    EXPECT_EQ(status_of(first), 401);
    EXPECT_EQ(status_of(cookie_of(again)), 200);
}

TEST_F(Accounts, ASecondFactorIsOfferedConfirmedAndAskedFor) {
    const auto cookie = cookie_of(sign_in(password));
    EXPECT_EQ(text_at(post_json("/api/v1/session/second-factor/confirmation", cookie,
                                R"({"code":"000000"})"),
                      "/code"),
              "E-AUTH-113");
    EXPECT_EQ(text_at(offer(cookie, "not it"), "/code"), "E-AUTH-123");
    const auto offered = offer(cookie, password);
    ASSERT_EQ(offered.status, 201) << offered.body;
    const auto secret = text_at(offered, "/secret");
    EXPECT_EQ(sign_in(password).status, 200) << "not confirmed yet";
    EXPECT_EQ(text_at(post_json("/api/v1/session/second-factor/confirmation", cookie,
                                R"({"code":"not it"})"),
                      "/code"),
              "E-AUTH-114");
    const auto confirmed = post_json("/api/v1/session/second-factor/confirmation", cookie,
                                     R"({"code":")" + code_now(secret) + "\"}");
    ASSERT_EQ(confirmed.status, 201) << confirmed.body;
    EXPECT_EQ(text_at(sign_in(password), "/code"), "E-AUTH-110");
    EXPECT_EQ(text_at(sign_in(password, code_now(secret)), "/code"), "E-AUTH-111")
        << "the code that confirmed it is used up";
    clock_.pass_minutes(1);
    const auto code = code_now(secret);
    EXPECT_EQ(sign_in(password, code).status, 200);
    EXPECT_EQ(text_at(sign_in(password, code), "/code"), "E-AUTH-111") << "never twice";
    const auto recovery = text_at(confirmed, "/recovery_codes/0");
    EXPECT_EQ(sign_in(password, recovery).status, 200);
    EXPECT_EQ(text_at(sign_in(password, recovery), "/code"), "E-AUTH-111");
    const auto removed = post_json("/api/v1/accounts/office/second-factor-removal",
                                   session("security"), R"({"reason":"手机遗失"})");
    EXPECT_EQ(at(removed, "/second_factor"), "false") << removed.body;
    EXPECT_EQ(sign_in(password).status, 200);
}

TEST_F(Accounts, WrongCodesLockLikeWrongPasswords) {
    const auto cookie = cookie_of(sign_in(password));
    const auto secret = text_at(offer(cookie, password), "/secret");
    post_json("/api/v1/session/second-factor/confirmation", cookie,
              R"({"code":")" + code_now(secret) + "\"}");
    for (int i = 0; i < 3; ++i) EXPECT_EQ(text_at(sign_in(password, "x"), "/code"), "E-AUTH-111");
    EXPECT_EQ(text_at(sign_in(password, code_now(secret, 1)), "/code"), "E-AUTH-105");
}

TEST_F(Accounts, APasswordIsChangedByItsOwnerAndEndsOtherSessions) {
    const auto here = cookie_of(sign_in(password));
    const auto there = cookie_of(sign_in(password));
    const auto change = [&](const std::string& before, const std::string& after) {
        return post_json("/api/v1/session/password", here,
                         R"({"before":")" + before + R"(","after":")" + after + "\"}");
    };
    EXPECT_EQ(text_at(change("wrong", "another set of words"), "/code"), "E-AUTH-123");
    EXPECT_EQ(text_at(change(password, "short"), "/code"), "E-AUTH-120");
    EXPECT_EQ(text_at(change(password, password), "/code"), "E-AUTH-125");
    EXPECT_EQ(change(password, "another set of words").status, 204);
    EXPECT_EQ(status_of(here), 200);
    EXPECT_EQ(status_of(there), 401);
    EXPECT_EQ(sign_in(password).status, 401);
    EXPECT_EQ(sign_in("another set of words").status, 200);
}

TEST_F(Accounts, ARefusalOfTheGateIsRecordedForTheAuditor) {
    EXPECT_EQ(call("GET", "/api/v1/accounts", session("clerk")).status, 403);
    const auto log = call("GET", "/api/v1/audit?kind=access_denied", session("audit"));
    EXPECT_EQ(text_at(log, "/items/0/login"), "clerk") << log.body;
    EXPECT_NE(text_at(log, "/items/0/detail").find("E-AUTH-001"), std::string::npos);
    EXPECT_EQ(call("GET", "/api/v1/audit", session("security")).status, 403);
}

TEST_F(Accounts, AnEmergencyViewIsGivenForAReasonAndForAWhile) {
    const auto document = seed_document();
    const auto neighbour = session("neighbour");
    const auto seen = [&](const std::string& cookie) {
        return call("GET", "/api/v1/documents/" + document, cookie).status;
    };
    EXPECT_EQ(seen(neighbour), 404);
    const auto ask = [&](const char* division, const char* reason) {
        return post_json(
            "/api/v1/glass", neighbour,
            std::string(R"({"division":")") + division + R"(","reason":")" + reason + "\"}");
    };
    EXPECT_EQ(text_at(ask("3301", ""), "/code"), "E-AUTH-140");
    EXPECT_EQ(
        text_at(ask("330105", "洪水").status == 201 ? ask("330105001", "洪水") : ask("330105", ""),
                "/code"),
        "E-AUTH-141");
    EXPECT_EQ(ask("3301", "洪水").status, 201);
    EXPECT_EQ(seen(neighbour), 200);
    const auto log = call("GET", "/api/v1/audit?kind=glass_broken", session("audit"));
    EXPECT_EQ(log.status, 200);
    clock_.pass_minutes(59);
    EXPECT_EQ(seen(neighbour), 200);
    clock_.pass_minutes(2);
    EXPECT_EQ(seen(neighbour), 404);
}

}  // namespace
}  // namespace anmin::http
