// Over HTTP: who was handed a task objects, and the issuer rules.
#include "http/test_part.h"

namespace anmin::http {
namespace {

class RulingsTest : public PartTest {
protected:
    // "part:total" of each section of the morning list.
    std::string morning(const std::string& who) {
        std::string names;
        const auto list = parsed(call("GET", "/api/v1/morning", session(who)));
        for (const auto& one : list.at("sections").as_array()) {
            names += std::string(one.at("part").as_string()) + ":" +
                     std::to_string(one.at("total").as_int64()) + " ";
        }
        return names;
    }
    std::string tally(const char* state) {
        return at(call("GET", "/api/v1/late", session("office")), std::string("/tally/") + state);
    }
};

const std::string objection = R"({"reason":"不属本单位职责","proposed":"区残联"})";

TEST_F(RulingsTest, AnObjectionIsDismissedAndTheTaskSignedFor) {
    const std::string task = part();
    EXPECT_EQ(morning("clerk"), "sign:1 ");
    EXPECT_EQ(morning("office"), "sign:1 ") << "the order itself, which it leads";
    EXPECT_EQ(step(task + "/objections", "office", objection, 0).status, 403);
    EXPECT_EQ(text_at(step(task + "/objections", "clerk", R"({"reason":" "})", 0), "/code"),
              "E-TASK-113");
    const auto raised = step(task + "/objections", "clerk", objection, 0);
    EXPECT_EQ(text_at(raised, "/row/state"), "objected") << raised.body;
    EXPECT_EQ(text_at(raised, "/objection/proposed"), "区残联");
    EXPECT_EQ(at(raised, "/open"), "[]") << "its holder waits";
    EXPECT_EQ(morning("clerk"), "") << "not among those who have not signed";
    EXPECT_EQ(morning("office"), "objection:1 sign:1 ");
    EXPECT_EQ(morning("neighbour"), "");
    EXPECT_EQ(tally("objected"), "1");
    const auto kept = post_file("/api/v1/evidence?name=a.txt", session("clerk"), "完成");
    const std::string report = R"({"text":"完成","evidence":[)" + kept.body + "]}";
    EXPECT_EQ(text_at(step(task + "/reports", "clerk", report, 1), "/code"), "E-TASK-115");
    const std::string no = R"({"answer":"dismissed","text":"按分工由你单位牵头"})";
    EXPECT_EQ(step(task + "/rulings", "clerk", no, 1).status, 403);
    EXPECT_EQ(step(task + "/rulings", "office", no, 0).status, 412);
    const auto ruled = step(task + "/rulings", "office", no, 1);
    EXPECT_EQ(text_at(ruled, "/row/state"), "assigned") << ruled.body;
    EXPECT_EQ(text_at(ruled, "/overruled_on"), "2025-03-03");
    EXPECT_EQ(at(ruled, "/objection"), "null");
    EXPECT_EQ(text_at(step(task + "/objections", "clerk", objection, 2), "/code"), "E-TASK-114");
    EXPECT_EQ(text_at(step(task + "/reports", "clerk", report, 2), "/code"), "E-TASK-120");
    step(task + "/receipts", "clerk", R"({"text":""})", 2);
    EXPECT_EQ(text_at(step(task + "/reports", "clerk", report, 3), "/row/state"), "reported");
}

TEST_F(RulingsTest, AnIssuerMergesTwoOfItsTasksAndEachNamesTheOther) {
    const std::string office = session("office");
    const std::string path = "/api/v1/documents/" + seed_document() + "/decisions";
    const auto decided =
        post_json(path, office, R"({"confirm":[{"number":1},{"number":2}],"reject":[]})",
                  {"If-Match: \"2\""});
    const std::string one = text_at(decided, "/candidates/0/task");
    const std::string two = text_at(decided, "/candidates/1/task");
    const std::string from = "/api/v1/tasks/" + one;
    const std::string into = "/api/v1/tasks/" + two;
    step(from + "/assignments", "office", R"({"post":"p-clerk"})", 1);
    step(into + "/assignments", "office", R"({"post":"p-office"})", 1);
    const std::string order = R"({"into":")" + two + R"(","reason":"同一件事")";
    EXPECT_EQ(step(from + "/merges", "clerk", order + "}", 2).status, 403);
    EXPECT_EQ(step(from + "/merges", "office", order + "}", 1).status, 412);
    EXPECT_EQ(text_at(step(from + "/merges", "office", order + "}", 2), "/code"), "E-TASK-126");
    const std::string self = R"({"into":")" + one + R"(","reason":"r"})";
    EXPECT_EQ(text_at(step(from + "/merges", "office", self, 2), "/code"), "E-TASK-124");
    const std::string sum = order + R"(,"lead":"p-clerk","add_target":true})";
    EXPECT_EQ(text_at(step(from + "/merges", "office", sum, 2), "/code"), "E-TASK-129");
    const auto done = step(from + "/merges", "office", order + R"(,"lead":"p-clerk"})", 2);
    EXPECT_EQ(text_at(done, "/row/state"), "merged") << done.body;
    EXPECT_EQ(text_at(done, "/merged_into/id"), two);
    EXPECT_EQ(text_at(done, "/row/light"), "closed");
    EXPECT_EQ(at(done, "/open"), "[]");
    const auto other = call("GET", into, office);
    EXPECT_EQ(text_at(other, "/absorbed/0/id"), one) << other.body;
    EXPECT_EQ(text_at(other, "/row/owner/post"), "p-clerk");
    EXPECT_EQ(text_at(other, "/helpers/0/post"), "p-office");
    EXPECT_EQ(at(other, "/row/version"), "3");
    EXPECT_EQ(tally("merged"), "1");
    EXPECT_EQ(tally("ended"), "0");
    const auto gone = step(into + "/merges", "office", self, 3);
    EXPECT_EQ(text_at(gone, "/code"), "E-TASK-123") << "no circle";
}

TEST_F(RulingsTest, UpheldItGoesBackToTheIssuerAndToAnother) {
    const std::string task = part();
    step(task + "/objections", "clerk", objection, 0);
    clock_.pass_days(120);  // 1 July: late meanwhile
    EXPECT_EQ(text_at(call("GET", task, session("office")), "/row/light"), "overdue");
    const auto back = step(task + "/rulings", "office", R"({"answer":"upheld","text":""})", 1);
    EXPECT_EQ(text_at(back, "/row/state"), "confirmed") << back.body;
    EXPECT_EQ(at(back, "/row/owner"), "null");
    EXPECT_EQ(text_at(back, "/row/due"), "2025-06-20");
    EXPECT_EQ(text_at(back, "/row/light"), "overdue");
    EXPECT_EQ(call("GET", task, session("clerk")).status, 404) << "no longer the clerk's";
    const std::string again = R"({"post":"p-clerk"})";
    EXPECT_EQ(text_at(step(task + "/assignments", "office", again, 2), "/row/state"), "assigned");
    const auto second = step(task + "/objections", "clerk", objection, 3);
    EXPECT_EQ(second.status, 200) << second.body;
    const auto same =
        step(task + "/rulings", "office", R"({"answer":"upheld","text":"","post":"p-clerk"})", 4);
    EXPECT_EQ(text_at(same, "/code"), "E-TASK-119") << same.body;
    const auto on = step(task + "/rulings", "office",
                         R"({"answer":"upheld","text":"阅","post":"p-office"})", 4);
    EXPECT_EQ(text_at(on, "/row/owner/post"), "p-office") << on.body;
    EXPECT_EQ(at(on, "/row/signed_on"), "null");
    EXPECT_EQ(step(task + "/rulings", "office", R"({"answer":"perhaps","text":""})", 5).status,
              400);
}

}  // namespace
}  // namespace anmin::http
