// The morning list, who is late, the page for a meeting, the load meter and indicators over HTTP.
#include "http/test_reminders.h"

namespace anmin::http {
namespace {

using RemindersTest = RemindedSite;

TEST_F(RemindersTest, TheMorningListNamesWhatWaitsAndWhy) {
    const auto [whole, part] = order();
    EXPECT_EQ(sections("clerk"), "sign ");
    post("/tasks/" + part + "/receipts", R"({"text":""})", "clerk", 0);
    EXPECT_EQ(sections("clerk"), "");
    clock_.pass_days(16);
    EXPECT_EQ(sections("clerk"), "due_soon ");
    clock_.pass_days(3);
    EXPECT_EQ(sections("clerk"), "late ");
    report(part, 1);
    EXPECT_EQ(sections("inspector"), "verify ");
    post("/tasks/" + part + "/returns", R"({"text":"不全"})", "inspector", 2);
    EXPECT_EQ(sections("clerk"), "returned late ");
    const auto task = get("/tasks/" + part, "clerk");
    EXPECT_EQ(text_at(task, "/returned/text"), "不全");
    EXPECT_EQ(text_at(task, "/returned/label"), "退回");
    EXPECT_EQ(at(task, "/row/returned_on"), at(task, "/returned/on"));
    EXPECT_EQ(sections("neighbour"), "");
    EXPECT_EQ(get("/morning", "admin").status, 403);
}

TEST_F(RemindersTest, WhoIsLateIsCountedByLevelAndOpensItsRows) {
    order();
    clock_.pass_days(30);
    const auto late = get("/late");
    EXPECT_EQ(text_at(late, "/below/0/name"), "清波街道") << late.body;
    EXPECT_EQ(at(late, "/below/0/late"), "1");
    EXPECT_EQ(at(late, "/tally/overdue"), "1") << "the order itself is due later";
    const auto rows = get("/tasks?overdue=true&division=330102001");
    EXPECT_EQ(at(rows, "/total"), at(late, "/below/0/late")) << rows.body;
    EXPECT_EQ(at(get("/tasks?division=330105"), "/total"), "0") << "next door stays unseen";
    EXPECT_EQ(at(get("/tasks?due_within=0"), "/total"), "1") << "what is late is due at once";
    EXPECT_EQ(at(get("/tasks?due_within=3660"), "/total"), "2");
    EXPECT_EQ(text_at(get("/tasks?due_within=x"), "/code"), "E-HTTP-026");
    EXPECT_EQ(text_at(get("/late?division=330105"), "/code"), "E-LOAD-020");
    const auto page = get("/briefing");
    EXPECT_EQ(at(page, "/late/0/light"), "\"overdue\"") << page.body;
    const auto file = get("/briefing.docx");
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body.substr(0, 2), "PK");
    EXPECT_EQ(get("/briefing.docx", "clerk").status, 200);
    EXPECT_EQ(get("/briefing.docx", "admin").status, 403);
}

TEST_F(RemindersTest, EveryAskIsCountedAndHeldFiguresAreRefused) {
    const auto [whole, part] = order(R"("asks":[{"kind":"form","name":"走访台账"}],)");
    const auto load = get("/load?month=2025-03");
    EXPECT_EQ(text_at(load, "/lines/0/name"), "清波街道") << load.body;
    EXPECT_EQ(at(load, "/lines/0/counts/total"), "2");
    EXPECT_EQ(at(load, "/lines/0/caused"), "2");
    EXPECT_EQ(text_at(load, "/lines/0/burden"), "near");
    const auto rows = get("/load/330102001?month=2025-03");
    EXPECT_EQ(at(rows, "/total"), "2") << rows.body;
    EXPECT_EQ(text_at(rows, "/asks/1/title"), "走访台账");
    EXPECT_EQ(text_at(get("/tasks/" + part), "/asks/0/name"), "走访台账");
    EXPECT_EQ(text_at(get("/load?month=March"), "/code"), "E-LOAD-021");
    EXPECT_EQ(get("/load/330105").status, 404);
    const auto refused = post("/tasks/" + whole + "/spreads",
                              R"({"due":"2025-03-20","standard":"s","asks":[{"kind":"figure",
                                  "name":"办结数"}],"parts":[{"post":"p-clerk","amount":"1",
                                  "text":"另一件"}]})",
                              "office", 2);
    EXPECT_EQ(text_at(refused, "/code"), "E-LOAD-001") << refused.body;
    EXPECT_NE(text_at(refused, "/next_step").find("/indicators/tasks_struck_off"),
              std::string::npos);
}

TEST_F(RemindersTest, ATaskHandedToOnePostMayNameWhatItAsks) {
    const auto [whole, part] = order();
    const std::string held = R"({"post":"p-clerk","asks":[{"kind":"figure","name":"办结数"}]})";
    const auto refused = post("/tasks/" + part + "/assignments", held, "office", 0);
    EXPECT_EQ(text_at(refused, "/code"), "E-LOAD-001") << refused.body;
    const std::string form = R"({"post":"p-clerk","asks":[{"kind":"form","name":"走访台账"}]})";
    const auto handed = post("/tasks/" + part + "/assignments", form, "office", 0);
    EXPECT_EQ(text_at(handed, "/asks/0/name"), "走访台账") << handed.body;
    const auto again = post("/tasks/" + part + "/assignments", form, "office", 1);
    EXPECT_EQ(at(again, "/asks").find("走访台账"), at(again, "/asks").rfind("走访台账"));
    const auto rows = get("/load/330102001?month=2025-03");
    EXPECT_EQ(at(rows, "/total"), "2") << rows.body;
    EXPECT_EQ(text_at(rows, "/asks/1/kind"), "form");
}

TEST_F(RemindersTest, AFigureNamesTheRowsThatItCounts) {
    const auto figures = get("/indicators");
    EXPECT_NE(figures.body.find(R"("states":["listed","planned","reported","accepted",)"
                                R"("struck_off","held"])"),
              std::string::npos)
        << figures.body;
    EXPECT_NE(figures.body.find(R"("states":["planned","reported","accepted","struck_off",)"),
              std::string::npos);
    EXPECT_EQ(at(get("/problems?division=330102&state=held"), "/items"), "[]");
    EXPECT_EQ(at(get("/problems?division=330105"), "/items"), "[]") << "next door stays unseen";
}

TEST_F(RemindersTest, ABoundTargetIsMeasuredAndTakesNoTypedFigure) {
    const auto [whole, part] = order();
    const std::string bind = R"({"indicator":"tasks_struck_off"})";
    EXPECT_EQ(text_at(post("/tasks/" + part + "/indicators", R"({"indicator":"x"})", "office", 0),
                      "/code"),
              "E-LOAD-022");
    EXPECT_EQ(post("/tasks/" + part + "/indicators", bind, "clerk", 0).status, 403);
    const auto bound = post("/tasks/" + part + "/indicators", bind, "office", 0);
    EXPECT_EQ(text_at(bound, "/measured/amount"), "0") << bound.body;
    EXPECT_EQ(text_at(post("/tasks/" + part + "/indicators", bind, "office", 1), "/code"),
              "E-TASK-084");
    const auto kept = post_file("/api/v1/evidence?name=a.txt", session("clerk"), "完成");
    const auto typed =
        post("/tasks/" + part + "/progress",
             R"({"text":"进展","amount":"1","evidence":[)" + kept.body + "]}", "clerk", 1);
    EXPECT_EQ(text_at(typed, "/code"), "E-TASK-080") << typed.body;
    report(part, 1);
    post("/tasks/" + part + "/verifications", R"({"text":"属实"})", "inspector", 2);
    post("/tasks/" + part + "/strike-offs", R"({"text":""})", "office", 3);
    EXPECT_EQ(text_at(get("/tasks/" + part), "/measured/amount"), "1");
    const auto figures = get("/indicators?division=330102001");
    EXPECT_EQ(at(figures, "/items/0/value"), "1") << figures.body;
}

}  // namespace
}  // namespace anmin::http
