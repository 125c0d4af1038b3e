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
    ASSERT_DONE(port().open_session({"digest", {"A1"}, {1'740'000'900'000}}));
    EXPECT_EQ(must(port().find_session("digest", {1'740'000'899'999}))->name, "王五");
    EXPECT_FALSE(must(port().find_session("digest", {1'740'000'900'000})).has_value());
    EXPECT_FALSE(must(port().find_session("other", {1'740'000'000'000})).has_value());
    ASSERT_DONE(port().close_session("digest"));
    EXPECT_FALSE(must(port().find_session("digest", {1'740'000'000'000})).has_value());
    ASSERT_DONE(port().close_session("digest"));
}

TEST_P(Accounts, sessions_that_ran_out_are_swept) {
    found();
    ASSERT_DONE(port().open_session({"old", {"A1"}, {1'740'000'000'001}}));
    ASSERT_DONE(port().open_session({"new", {"A1"}, {1'840'000'000'000}}));
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
