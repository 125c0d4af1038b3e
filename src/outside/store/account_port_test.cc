#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

class Accounts : public OnBoth {
protected:
    authority::AccountStore& port() { return store().accounts(); }
    void found() {
        must(store().journal().commit(command(), {found_offices({"3302"})}));
        must(store().journal().commit(command(), {open_account("A1", "wangwu", "P3302")}));
    }
};
ANMIN_ON_BOTH(Accounts);

TEST_P(Accounts, an_account_knows_its_post_unit_and_division) {
    found();
    const auto account = must(port().find_login("wangwu"));
    ASSERT_TRUE(account.has_value());
    EXPECT_EQ(account->id.value, "A1");
    EXPECT_EQ(account->login, "wangwu");
    EXPECT_EQ(account->secret, "");
    EXPECT_EQ(account->actor.account.value, "A1");
    EXPECT_EQ(account->actor.name, "王五");
    EXPECT_EQ(account->actor.post.value, "P3302");
    EXPECT_EQ(account->actor.post_title, "科长");
    EXPECT_EQ(account->actor.unit.value, "U3302");
    EXPECT_EQ(account->actor.unit_name, "3302民政局");
    EXPECT_EQ(account->actor.division, code("3302"));
    EXPECT_EQ(account->actor.roles,
              (std::set{authority::Role::directive, authority::Role::executor}));
    EXPECT_FALSE(must(port().find_login("nobody")).has_value());
    EXPECT_FALSE(must(port().find_login("WANGWU")).has_value());
}

TEST_P(Accounts, a_login_is_given_once) {
    found();
    EXPECT_EQ(
        store().journal().commit(command(), {open_account("A2", "wangwu", "P3302")}).error().code,
        "E-STORE-011");
    EXPECT_EQ(must(port().accounts()).size(), 1U);
}

TEST_P(Accounts, the_secret_is_only_found_by_login) {
    found();
    ASSERT_DONE(port().set_secret({"A1"}, "sealed"));
    ASSERT_DONE(port().set_secret({"A1"}, "sealed again"));
    EXPECT_EQ(must(port().find_login("wangwu"))->secret, "sealed again");
    EXPECT_EQ(must(port().accounts()).front().secret, "");
}

TEST_P(Accounts, a_session_lasts_until_it_expires_or_is_closed) {
    found();
    ASSERT_DONE(
        port().open_session({"digest", {"A1"}, {1'740'000'900'000}, {1'740'000'900'000}}, 0));
    EXPECT_EQ(must(port().find_session("digest", {1'740'000'899'999}))->actor.name, "王五");
    EXPECT_FALSE(must(port().find_session("digest", {1'740'000'900'000})).has_value());
    EXPECT_FALSE(must(port().find_session("other", {1'740'000'000'000})).has_value());
    ASSERT_DONE(port().close_session("digest"));
    EXPECT_FALSE(must(port().find_session("digest", {1'740'000'000'000})).has_value());
    ASSERT_DONE(port().close_session("digest"));
}

TEST_P(Accounts, an_idle_session_ends_unless_prolonged) {
    found();
    ASSERT_DONE(
        port().open_session({"digest", {"A1"}, {1'740'000'900'000}, {1'740'000'100'000}}, 0));
    EXPECT_FALSE(must(port().find_session("digest", {1'740'000'100'000})).has_value());
    ASSERT_DONE(port().prolong_session("digest", {1'740'000'200'000}));
    EXPECT_TRUE(must(port().find_session("digest", {1'740'000'100'000})).has_value());
    EXPECT_FALSE(must(port().find_session("digest", {1'740'000'900'000})).has_value());
    ASSERT_DONE(port().close_sessions({"A1"}));
    EXPECT_FALSE(must(port().find_session("digest", {1'740'000'000'000})).has_value());
}

journal::Append account_event(authority::Event event) {
    return {{"account:A1"}, journal::any_version, {std::move(event)}};
}

TEST_P(Accounts, refusals_are_counted_from_the_last_good_sign_in) {
    found();
    const auto commit = [this](authority::Event event) {
        must(store().journal().commit(command(), {account_event(std::move(event))}));
    };
    commit(authority::SignInRefused{"wangwu", "password"});
    EXPECT_EQ(must(port().failures_since("wangwu", {0})), 1);
    commit(authority::SignedIn{{"A1"}});
    EXPECT_EQ(must(port().failures_since("wangwu", {0})), 0);
    commit(authority::SignInRefused{"wangwu", "password"});
    commit(authority::SignInRefused{"wangwu", "second_factor"});
    EXPECT_EQ(must(port().failures_since("wangwu", {0})), 2);
    EXPECT_EQ(must(port().failures_since("wangwu", {now_ + 1})), 0) << "older ones are forgotten";
    commit(authority::AccountLocked{{"A1"}, "连续登录失败", 1'840'000'000'000});
    EXPECT_EQ(must(port().failures_since("wangwu", {0})), 0);
    EXPECT_TRUE(must(port().find_login("wangwu"))->is_locked({1'839'999'999'999}));
    EXPECT_FALSE(must(port().find_login("wangwu"))->is_locked({1'840'000'000'000}));
    commit(authority::AccountUnlocked{{"A1"}, "本人到场"});
    EXPECT_FALSE(must(port().find_login("wangwu"))->is_locked({0}));
}

TEST_P(Accounts, a_step_and_a_recovery_code_are_taken_once) {
    found();
    ASSERT_DONE(port().put_second_factor({"A1"}, {"sealed", true, 7, {"d1", "d2"}}));
    EXPECT_TRUE(must(port().find_account({"A1"}))->has_second_factor);
    EXPECT_FALSE(must(port().take_step({"A1"}, 7)));
    EXPECT_TRUE(must(port().take_step({"A1"}, 8)));
    EXPECT_FALSE(must(port().take_step({"A1"}, 8)));
    EXPECT_TRUE(must(port().take_recovery({"A1"}, "d1")));
    EXPECT_FALSE(must(port().take_recovery({"A1"}, "d1")));
    EXPECT_EQ(must(port().find_second_factor({"A1"}))->recovery, std::vector<std::string>{"d2"});
    ASSERT_DONE(port().remove_second_factor({"A1"}));
    EXPECT_FALSE(must(port().find_second_factor({"A1"})).has_value());
    EXPECT_FALSE(must(port().find_account({"A1"}))->has_second_factor);
}

TEST_P(Accounts, a_broken_glass_is_the_actors_until_it_runs_out) {
    found();
    must(store().journal().commit(command(), {account_event(authority::GlassBroken{
                                                 {"A1"}, code("33"), "洪水", 1'740'000'500'000})}));
    ASSERT_DONE(
        port().open_session({"digest", {"A1"}, {1'740'000'900'000}, {1'740'000'900'000}}, 0));
    EXPECT_EQ(must(port().find_session("digest", {1'740'000'499'999}))->actor.glass,
              (authority::Glass{code("33"), {1'740'000'500'000}}));
    EXPECT_FALSE(must(port().find_session("digest", {1'740'000'500'000}))->actor.glass.has_value());
}

TEST_P(Accounts, the_audit_log_is_paged_filtered_and_scoped) {
    found();
    must(store().journal().commit(command(), {account_event(authority::SignedIn{{"A1"}})}));
    must(store().journal().commit(
        command(), {account_event(authority::AccessDenied{{"A1"}, "E-AUTH-002", "“交办”"})}));
    const organisation::Scope all{code("0"), organisation::Reach::subtree};
    const auto page = must(port().audit(all, {}, {"", 2}));
    ASSERT_EQ(page.items.size(), 2U);
    EXPECT_EQ(page.items[0].kind, "access_denied");
    EXPECT_EQ(page.items[0].detail, "E-AUTH-002；“交办”");
    EXPECT_EQ(page.items[0].login, "wangwu");
    EXPECT_EQ(page.items[0].actor, "张三（综合科科长）");
    const auto rest = must(port().audit(all, {}, {page.next, 2}));
    ASSERT_EQ(rest.items.size(), 1U);
    EXPECT_EQ(rest.items[0].kind, "account_opened");
    EXPECT_EQ(must(port().audit(all, {"wangwu", "signed_in"}, {})).items.size(), 1U);
    EXPECT_EQ(must(port().audit({code("34"), organisation::Reach::subtree}, {}, {})).items.size(),
              0U);
    EXPECT_EQ(must(port().audit({}, {}, {})).items.size(), 0U);
    EXPECT_EQ(port().audit(all, {}, {"x", 2}).error().code, "E-STORE-022");
}

TEST_P(Accounts, sessions_that_ran_out_are_swept) {
    found();
    ASSERT_DONE(port().open_session({"old", {"A1"}, {1'740'000'000'001}, {1'840'000'000'000}}, 0));
    ASSERT_DONE(port().open_session({"idle", {"A1"}, {1'840'000'000'000}, {1'740'000'000'001}}, 0));
    ASSERT_DONE(port().open_session({"new", {"A1"}, {1'840'000'000'000}, {1'840'000'000'000}}, 0));
    auto connection = raw();
    EXPECT_EQ(must(connection->run("SELECT token_digest FROM session")), 1);
}

TEST_P(Accounts, a_database_is_a_demo_only_when_marked) {
    EXPECT_FALSE(must(port().is_demo()));
    ASSERT_DONE(port().mark_demo());
    ASSERT_DONE(port().mark_demo());
    EXPECT_TRUE(must(port().is_demo()));
}

}  // namespace
}  // namespace anmin::store
