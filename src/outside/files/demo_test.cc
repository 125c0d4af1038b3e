#include "files/demo.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>

namespace anmin::files {
namespace {

using authority::Role;

const std::filesystem::path packages = std::filesystem::path(ANMIN_ROOT) / "packages";

DemoOffice shipped() {
    auto office = load_demo(packages);
    EXPECT_TRUE(office.ok()) << office.error();
    return office.ok() ? std::move(office).value() : DemoOffice{};
}

const DemoAccount& account(const DemoOffice& office, const char* login) {
    const auto found = std::find_if(office.accounts.begin(), office.accounts.end(),
                                    [login](const auto& one) { return one.login == login; });
    CHECK(found != office.accounts.end(), "the demonstration has this login");
    return *found;
}

const organisation::Post& post_of(const DemoOffice& office, const DemoAccount& who) {
    const auto found = std::find_if(office.posts.begin(), office.posts.end(),
                                    [&who](const auto& post) { return post.id == who.post; });
    CHECK(found != office.posts.end(), "an account has a post");
    return *found;
}

TEST(Demo, HasTheRolesOfTheFirstMinuteWhereTheyBelong) {
    const DemoOffice office = shipped();
    const std::vector<std::tuple<const char*, Role, const char*>> expected{
        {"ministry-leader", Role::leader, "0"},
        {"province-director", Role::leader, "33"},
        {"county-chief", Role::leader, "330102"},
        {"county-office", Role::directive, "330102"},
        {"township-clerk", Role::executor, "330102001"},
        {"village-worker", Role::executor, "330102001051"},
        {"county-inspector", Role::supervisor, "330102"},
        {"policy-officer", Role::policy, "33"},
        {"province-office", Role::directive, "33"},
        {"citizen", Role::citizen, "330102001051"}};
    for (const auto& [login, role, division] : expected) {
        const DemoAccount& who = account(office, login);
        EXPECT_EQ(who.roles, std::set{role}) << login;
        EXPECT_EQ(post_of(office, who).division.digits(), division) << login;
    }
}

TEST(Demo, SaysInEveryNameThatItIsInvented) {
    const DemoOffice office = shipped();
    for (const auto& unit : office.units) EXPECT_NE(unit.name.find("演示"), std::string::npos);
    for (const auto& post : office.posts) EXPECT_NE(post.holder.find("演示"), std::string::npos);
}

// Whoever hands out can be answered: each directive office has a supervisor in reach that is not
// the doer.
TEST(Demo, EveryIssuingOfficeHasSomebodyToVerify) {
    const DemoOffice office = shipped();
    for (const DemoAccount& issuer : office.accounts) {
        if (!issuer.roles.contains(Role::directive)) continue;
        const bool answered = std::any_of(
            office.accounts.begin(), office.accounts.end(), [&](const DemoAccount& other) {
                return other.roles.contains(Role::supervisor) &&
                       post_of(office, other).division.contains(post_of(office, issuer).division);
            });
        EXPECT_TRUE(answered) << issuer.login;
    }
}

class BadDemo : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::path(testing::TempDir()) / "anmin-bad-demo";
        std::filesystem::create_directories(folder_ / "demo");
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    Error refusal(const std::string& text) {
        std::ofstream(folder_ / "demo" / "office.json") << text;
        const auto office = load_demo(folder_);
        EXPECT_FALSE(office.ok()) << text;
        return office.ok() ? Error{} : office.error();
    }

    static std::string office_with(const std::string& post) {
        return R"({"about":"x","units":[{"id":"u-1","name":"演示","division":"33","posts":[)" +
               post + "]}]}";
    }

    std::filesystem::path folder_;
};

TEST_F(BadDemo, NoFile) {
    const auto office = load_demo(folder_ / "nowhere");
    ASSERT_FALSE(office.ok());
    EXPECT_EQ(office.error().code, "E-FILES-001");
}

TEST_F(BadDemo, NotJsonSaysLineAndColumn) {
    const Error error = refusal("{\n  \"about\": oops}");
    EXPECT_EQ(error.code, "E-JSON-001");
    EXPECT_NE(error.place.find("office.json:2:"), std::string::npos) << error.place;
    EXPECT_EQ(refusal("{} {}").code, "E-JSON-001");
    EXPECT_EQ(refusal("").code, "E-JSON-001");
}

// A post of that office, with an account of those fields when there are any.
std::string post_with(const std::string& account) {
    const std::string post = R"("id":"p-1","title":"科长","holder":"赵甲（演示）")";
    if (account.empty()) return "{" + post + "}";
    return "{" + post + R"(,"account":{"login":"l","story_zh":"a","story_en":"b",)" + account +
           "}}";
}

TEST_F(BadDemo, EachFaultByItsPlace) {
    struct Case {
        const char* code;
        const char* place;
        std::string text;
    };
    const std::vector<Case> cases{
        {"E-DEMO-007", "office.json", "[]"},
        {"E-JSON-002", "office.json.about", R"({"units":[]})"},
        {"E-DEMO-007", "office.json.about", R"({"about":"","units":[]})"},
        {"E-JSON-002", "office.json.units", R"({"about":"x","units":3})"},
        {"E-DEMO-007", "units[0].posts[0]", office_with(R"({"id":"p-1","acount":{}})")},
        {"E-JSON-002", "units[0].posts[0].title", office_with(R"({"id":"p-1","title":3})")},
        {"E-DEMO-001", "units[0].posts[0].id", office_with(R"({"id":"P 1"})")},
        {"E-DEMO-002", "units[0].posts[1].id", office_with(post_with("") + "," + post_with(""))},
        {"E-DEMO-003", "units[0].division",
         R"({"about":"x","units":[{"id":"u","name":"n","division":"330"}]})"},
        {"E-DEMO-004", "units[0].posts[0].holder",
         office_with(R"({"id":"p-1","title":"科长","holder":"赵甲"})")},
        {"E-DEMO-005", "posts[0].account.roles[0]",
         office_with(post_with(R"("order":1,"roles":["root"])"))},
        {"E-DEMO-005", "posts[0].account.roles", office_with(post_with(R"("order":1,"roles":[])"))},
        {"E-DEMO-006", "账号“l”", office_with(post_with(R"("order":0,"roles":["leader"])"))},
        {"E-DEMO-006", "账号“l”", office_with(post_with(R"("order":2,"roles":["leader"])"))},
    };
    for (const Case& one : cases) {
        const Error error = refusal(one.text);
        EXPECT_EQ(error.code, one.code) << error;
        EXPECT_NE(error.place.find(one.place), std::string::npos) << error;
    }
    std::ofstream(folder_ / "demo" / "office.json")
        << office_with(post_with(R"("order":1,"roles":["leader"])"));
    EXPECT_TRUE(load_demo(folder_).ok());
}

}  // namespace
}  // namespace anmin::files
