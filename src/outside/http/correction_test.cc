// Changes of divisions taken back and corrected, through the interface.
#include "http/test_division_site.h"

namespace anmin::http {
namespace {

class Correction : public DivisionSite {
protected:
    Reply post(const std::string& path, const std::string& body, const char* login = "admin") {
        return post_json("/api/v1" + path, session(login), body);
    }
    std::string recorded(const std::string& body) {
        const auto reply = post("/division-changes", body);
        EXPECT_EQ(reply.status, 201) << reply.body;
        return text_at(reply, "/id");
    }
    Reply withdraw(const std::string& id, const std::string& reason, const char* login = "admin") {
        return post("/division-changes/" + id + "/withdrawals", R"({"reason":")" + reason + "\"}",
                    login);
    }
    static std::string establish(const char* code, const char* name) {
        return std::string(R"({"kind":"establish","on":"2025-03-01","basis":"b","code":")") + code +
               R"(","name":")" + name + "\"}";
    }
};

TEST_F(Correction, ATakenBackChangeIsGoneNowAndKnownThen) {
    const auto id = recorded(rename("2025-03-01", "清波新街道"));
    clock_.pass_minutes(1);
    const auto gone = withdraw(id, "批复写的不是这个街道");
    ASSERT_EQ(gone.status, 200) << gone.body;
    EXPECT_EQ(text_at(gone, "/withdrawn/reason"), "批复写的不是这个街道");
    EXPECT_EQ(text_at(gone, "/withdrawn/by"), "admin（演示）");
    EXPECT_EQ(names("parent=330102"), "清波街道 ");
    EXPECT_EQ(names("parent=330102&known=2025-03-03T11:06:50.000Z"), "清波新街道 ");
    EXPECT_EQ(names("parent=330102&known=2025-03-03T11:00:00.000Z"), "清波街道 ");
    const auto list = call("GET", "/api/v1/division-changes?inside=3301", session("office"));
    EXPECT_EQ(text_at(list, "/items/0/withdrawn/reason"), "批复写的不是这个街道");
    EXPECT_EQ(text_at(withdraw(id, "再一次"), "/code"), "E-ORG-034");
}

TEST_F(Correction, TheRightChangeTakesThePlaceOfTheWrongOne) {
    const auto id = recorded(rename("2025-03-02", "清波新街道"));
    const auto opened = call("GET", "/api/v1/division-changes/" + id, session("office"));
    EXPECT_EQ(at(opened, "/order"),
              R"({"kind":"rename","on":"2025-03-02","basis":"杭政函〔2025〕1号",)"
              R"("code":"330102001","name":"清波新街道"})");
    EXPECT_EQ(at(opened, "/change/withdrawn"), "null");
    const std::string path = "/division-changes/" + id + "/corrections";
    const auto body = R"({"reason":"日期记错","order":)" + rename("2025-02-01", "清波新街道") + "}";
    const auto planned = post(path + "?preview=true", body);
    EXPECT_EQ(planned.status, 200) << planned.body;
    EXPECT_EQ(text_at(planned, "/renamed/0/former"), "清波街道");
    EXPECT_EQ(names("parent=330102&at=2025-02-10"), "清波街道 ");
    const auto done = post(path, body);
    EXPECT_EQ(done.status, 201) << done.body;
    EXPECT_EQ(names("parent=330102&at=2025-02-10"), "清波新街道 ");
    EXPECT_EQ(names("parent=330102&at=2025-01-10"), "清波街道 ");
    EXPECT_EQ(text_at(post(path, body), "/code"), "E-ORG-034");
}

// The name of March is put right though something else in the county happened since.
TEST_F(Correction, PassesWhatIsNoneOfItsBusiness) {
    const auto id = recorded(rename("2025-03-01", "清坡街道"));
    recorded(
        R"({"kind":"establish","on":"2025-03-03","basis":"b","code":"330102001001","name":"一居"})");
    const auto correct = [&](const std::string& order) {
        return post("/division-changes/" + id + "/corrections",
                    R"({"reason":"字写错","order":)" + order + "}");
    };
    const auto abolish =
        correct(R"({"kind":"abolish","on":"2025-03-01","basis":"b","code":"330102001"})");
    EXPECT_EQ(text_at(abolish, "/code"), "E-ORG-027") << abolish.body;
    const auto right = correct(rename("2025-03-01", "清波新街道"));
    EXPECT_EQ(right.status, 201) << right.body;
    EXPECT_EQ(names("parent=330102&at=2025-03-01"), "清波新街道 ");
    EXPECT_EQ(names("parent=330102001"), "一居 ");
}

TEST_F(Correction, ARefusedCorrectionLeavesTheWrongChangeStanding) {
    const auto id = recorded(rename("2025-03-02", "清波新街道"));
    const auto correct = [&](const std::string& order) {
        return post("/division-changes/" + id + "/corrections",
                    R"({"reason":"错","order":)" + order + "}");
    };
    EXPECT_EQ(text_at(correct(rename("2025-02-01", "清波街道")), "/code"), "E-ORG-026");
    EXPECT_EQ(text_at(correct(establish("330102001", "新街道")), "/code"), "E-ORG-021");
    EXPECT_EQ(text_at(correct(establish("330105001", "新街道")), "/code"), "E-AUTH-002");
    EXPECT_EQ(post("/division-changes/" + id + "/corrections", R"({"reason":"错"})").status, 400);
    EXPECT_EQ(names("parent=330102"), "清波新街道 ");
    const auto list = call("GET", "/api/v1/division-changes?inside=3301", session("office"));
    EXPECT_EQ(at(list, "/items/0/withdrawn"), "null");
}

TEST_F(Correction, IsRefusedPrecisely) {
    const auto id = recorded(establish("330102002", "湖滨街道"));
    const auto later = recorded(
        R"({"kind":"rename","on":"2025-03-02","basis":"杭政函2号","code":"330102002","name":"湖街道"})");
    const auto built = withdraw(id, "错");
    EXPECT_EQ(built.status, 409);
    EXPECT_EQ(text_at(built, "/code"), "E-ORG-035");
    EXPECT_NE(text_at(built, "/finding").find("湖滨街道 330102002 更名为 湖街道"),
              std::string::npos)
        << built.body;
    EXPECT_EQ(text_at(withdraw(id, "错", "office"), "/code"), "E-AUTH-001");
    EXPECT_EQ(text_at(withdraw("none", "错"), "/code"), "E-ORG-033");
    EXPECT_EQ(text_at(withdraw(later, ""), "/code"), "E-ORG-036");
    EXPECT_EQ(withdraw(later, "错").status, 200);
    const auto unit =
        post("/units", R"({"name":"湖滨街道民政办","division":"330102002","kind":"township"})");
    ASSERT_EQ(unit.status, 201) << unit.body;
    const auto used = withdraw(id, "错");
    EXPECT_EQ(text_at(used, "/code"), "E-ORG-037");
    EXPECT_NE(used.body.find("湖滨街道民政办"), std::string::npos);
    // With the code kept the unit keeps its place.
    const auto corrected =
        post("/division-changes/" + id + "/corrections",
             R"({"reason":"名称记错","order":)" + establish("330102002", "湖滨新街道") + "}");
    EXPECT_EQ(corrected.status, 201) << corrected.body;
    EXPECT_EQ(names("parent=330102"), "清波街道 湖滨新街道 ");
}

}  // namespace
}  // namespace anmin::http
