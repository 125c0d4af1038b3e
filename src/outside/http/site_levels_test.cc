// Who acts on what over HTTP, level by level; the ledger's list of what nobody signed for; a task
// book of several sheets.
#include "http/test_reminders.h"
#include "operations/meter_load.h"
#include "operations/remind.h"
#include "sheets/task_book.h"
#include "sheets/workbook_file.h"

namespace anmin::http {
namespace {

class LevelsTest : public RemindedSite {
protected:
    // The county's login becomes one of the prefecture above it: same roles, wider ground.
    void raise(const char* login) {
        const std::string id = std::string("p-up-") + login;
        operations::FoundOffice order;
        order.units = {{{"u-up-" + std::string(login)}, "杭州市民政局", code("3301")}};
        order.posts.push_back({{id}, login, {order.units[0].id}, "", code("3301"), "市里"});
        using authority::Role;
        order.accounts.push_back(
            {std::string("up-") + login,
             "市里（演示）",
             {id},
             {login == std::string("office") ? Role::directive : Role::supervisor},
             ""});
        must(operations::found_office(*desk_, order));
    }
    std::string steps_of(const std::string& task, const char* login) {
        return at(get("/tasks/" + task, login), "/steps_open");
    }
    // A workbook with a sheet for each of `which`, that line in it; an empty one behind the last.
    static std::string edited(const std::vector<directive::BookLine>& lines,
                              std::initializer_list<std::size_t> which) {
        auto file = must(sheets::WorkbookFile::create("x", *calendar::Date::parse("2025-03-03")));
        for (const std::size_t one : which) {
            lxw_worksheet* sheet = workbook_add_worksheet(file.workbook(), nullptr);
            if (one >= lines.size()) continue;
            const std::array<std::pair<const char*, std::string>, 3> cells{
                {{"工作任务", cell(lines[one].now, directive::BookColumn::work)},
                 {"备注", "改"},
                 {"任务标识（请勿修改）", lines[one].task}}};
            for (std::size_t at = 0; at < cells.size(); ++at) {
                const auto column = static_cast<lxw_col_t>(at);
                worksheet_write_string(sheet, 0, column, cells[at].first, nullptr);
                worksheet_write_string(sheet, 1, column, cells[at].second.c_str(), nullptr);
            }
        }
        return must(file.finish());
    }
    // A task of the county's own, handed to its township's clerk.
    std::string own() {
        const std::string document = seed_document();
        const auto decided = post(
            "/documents/" + document + "/decisions",
            R"({"confirm":[{"number":1}],"reject":[{"number":2,"reason":"无关"}]})", "office", 2);
        const std::string task = text_at(decided, "/candidates/0/task");
        EXPECT_EQ(
            post("/tasks/" + task + "/assignments", R"({"post":"p-clerk"})", "office", 1).status,
            200);
        return task;
    }
};

TEST_F(LevelsTest, TheOfficeAboveSeesAndUrgesALowerOfficesOwnTaskAndLeavesItAlone) {
    raise("office");
    raise("inspector");
    const std::string task = own();
    const std::string at_task = "/tasks/" + task;
    EXPECT_EQ(get(at_task, "up-office").status, 200);
    const auto refused = [&](const char* step, const std::string& body, const char* login,
                             int version) {
        return text_at(post(at_task + "/" + step, body, login, version), "/code");
    };
    EXPECT_EQ(refused("assignments", R"({"post":"p-clerk"})", "up-office", 2), "E-TASK-141");
    EXPECT_EQ(refused("ends", R"({"text":"撤销"})", "up-office", 2), "E-TASK-141");
    EXPECT_EQ(
        refused("spreads", R"({"standard":"s","due":"2025-03-20","parts":[{"post":"p-clerk"}]})",
                "up-office", 2),
        "E-TASK-141");
    EXPECT_EQ(post(at_task + "/urgings", R"({"text":"请抓紧"})", "up-office", 2).status, 200);
    report(task, 3);
    EXPECT_EQ(refused("verifications", R"({"text":"属实"})", "up-inspector", 4), "E-TASK-141");
    EXPECT_EQ(refused("returns", R"({"text":"不全"})", "up-inspector", 4), "E-TASK-141");
    EXPECT_EQ(sections("up-inspector"), "") << "nobody is told to do what would be refused";
    EXPECT_EQ(sections("inspector"), "verify ");
    EXPECT_EQ(post(at_task + "/verifications", R"({"text":"属实"})", "inspector", 4).status, 200);
    EXPECT_EQ(refused("strike-offs", R"({"text":""})", "up-office", 5), "E-TASK-141");
    EXPECT_EQ(post(at_task + "/strike-offs", R"({"text":""})", "office", 5).status, 200);
    EXPECT_EQ(refused("look-backs", R"({"answer":"no","text":"坏了"})", "up-inspector", 6),
              "E-TASK-141");
}

TEST_F(LevelsTest, TheTaskBookIsNoWayRoundTheLevels) {
    raise("office");
    const std::string document = seed_document();
    post("/documents/" + document + "/decisions", R"({"confirm":[{"number":1}],"reject":[]})",
         "office", 2);
    const auto book = get("/task-book.xlsx", "up-office");
    ASSERT_EQ(book.status, 200);
    const auto lines = must(sheets::read_task_book(book.body)).sheets.at(0).lines;
    ASSERT_EQ(lines.size(), 1U);
    const auto bytes = edited(lines, {0});
    const auto tried = post_file("/api/v1/task-book/imports", session("up-office"), bytes);
    EXPECT_EQ(text_at(tried, "/refused/0/code"), "E-TASK-141") << tried.body;
    const auto own = post_file("/api/v1/task-book/imports", session("office"), bytes);
    EXPECT_EQ(at(own, "/refused"), "[]") << own.body;
}

TEST_F(LevelsTest, OneTaskOnTwoSheetsRefusesTheBookAndSkippedSheetsAreNamed) {
    const std::string document = seed_document();
    post("/documents/" + document + "/decisions",
         R"({"confirm":[{"number":1},{"number":2}],"reject":[]})", "office", 2);
    const auto lines = must(sheets::read_task_book(get("/task-book.xlsx").body)).sheets.at(0).lines;
    ASSERT_EQ(lines.size(), 2U);
    const std::string office = session("office");
    const auto both = post_file("/api/v1/task-book/imports", office, edited(lines, {0, 2, 1}));
    EXPECT_EQ(text_at(both, "/changed/0/sheet"), "Sheet1") << both.body;
    EXPECT_EQ(text_at(both, "/changed/1/sheet"), "Sheet3");
    EXPECT_EQ(text_at(both, "/skipped/0/name"), "Sheet2");
    EXPECT_EQ(text_at(both, "/skipped/0/reason"), "空表");
    const auto twice = post_file("/api/v1/task-book/imports", office, edited(lines, {0, 0}));
    EXPECT_EQ(text_at(twice, "/code"), "E-BOOK-021") << twice.body;
    EXPECT_NE(twice.body.find("Sheet1"), std::string::npos);
    const auto none = post_file("/api/v1/task-book/imports", office, edited(lines, {2}));
    EXPECT_EQ(text_at(none, "/code"), "E-SHEET-020");
    EXPECT_NE(text_at(none, "/finding").find("Sheet1：空表"), std::string::npos) << none.body;
}

TEST_F(LevelsTest, WhatNobodySignedForIsAFilterOfTheLedger) {
    const auto [whole, part] = order();
    EXPECT_EQ(at(get("/tasks?unsigned=true"), "/total"), "2") << "the order itself is in hand too";
    EXPECT_EQ(at(get("/tasks?unsigned=true&division=330102001"), "/total"), "1");
    EXPECT_EQ(at(get("/tasks?unsigned=true&mine=true", "clerk"), "/total"), "1");
    EXPECT_EQ(at(get("/tasks?unsigned=true", "neighbour"), "/total"), "0");
    post("/tasks/" + part + "/receipts", R"({"text":""})", "clerk", 0);
    EXPECT_EQ(at(get("/tasks?unsigned=true&division=330102001"), "/items"), "[]");
    EXPECT_EQ(at(get("/tasks?unsigned=true&division=330102001"), "/total"), "0");
}

// The county is merged into a new one, which goes on: figures and rows hold what it left.
TEST_F(LevelsTest, FiguresOfGroundThatWentOnOpenTheSameRows) {
    order();
    clock_.pass_days(30);
    authority::Actor actor;
    for (const auto& account : must(desk_->accounts.accounts())) {
        if (account.actor.post == ident::PostId{"p-neighbour"}) actor = account.actor;
    }
    actor.former = {code("330102")};
    const auto late = must(operations::list_late(*desk_, actor, code("330105")));
    operations::LedgerQuery query;
    query.overdue = true;
    query.within = code("330105");
    const auto rows = must(operations::list_tasks(*desk_, actor, query, {"", 50}));
    EXPECT_EQ(late.tally.overdue, 1);
    EXPECT_EQ(rows.total, late.tally.overdue);
    ASSERT_EQ(late.below.size(), 1U);
    EXPECT_EQ(late.below[0].division, code("330102"));
    EXPECT_EQ(late.below[0].late, 1);
    query.within = code("330102");
    EXPECT_EQ(must(operations::list_tasks(*desk_, actor, query, {"", 50})).total, 1);
    const auto load = must(operations::meter_load(*desk_, actor, code("330105"), "2025-03"));
    EXPECT_EQ(load.counts.task, 1);
}

TEST_F(LevelsTest, AProblemsFigureCountsTheRowsThatItsListShows) {
    plant_problem_policies();
    const auto raised = post("/problems", R"({"text":"审核环节多","source":"巡视反馈第 1 条"})");
    const std::string id = text_at(raised, "/row/id");
    const auto list = post("/problem-lists",
                           R"({"name":"反馈问题","scheme":"巡视","source":"巡视","declared":1})");
    const auto put = post("/problems/" + id + "/listings",
                          R"({"list":")" + text_at(list, "/id") + R"(","number":1,"focused":"no"})",
                          "office", 1);
    ASSERT_EQ(text_at(put, "/row/state"), "listed") << put.body;
    const auto planned = post("/problems/" + id + "/plans",
                              R"({"branch":"immediate","post":"p-clerk","measure":"减环节",)"
                              R"("due":"2025-03-20"})",
                              "office", 2);
    ASSERT_EQ(text_at(planned, "/row/state"), "planned") << planned.body;
    for (const char* login : {"office", "clerk", "neighbour"}) {
        const auto figures = get("/indicators", login);
        const bool sees = std::string(login) != "neighbour";
        EXPECT_EQ(at(figures, "/items/1/value"), sees ? "1" : "0") << login;
        const auto rows = get("/problems?state=listed&state=planned", login);
        EXPECT_EQ(parsed(rows).at("items").as_array().size(), sees ? 1U : 0U) << login;
    }
}

TEST_F(LevelsTest, MonthsAtTheEndsOfTimeAreAnswered) {
    order();
    for (const char* month : {"9999-12", "0001-01", "2024-02", "2100-02"}) {
        EXPECT_EQ(get(std::string("/load?month=") + month).status, 200) << month;
        EXPECT_EQ(get(std::string("/load/330102001?month=") + month).status, 200) << month;
    }
    for (const char* month :
         {"2025-3", "2025-13", "2025-00", "10000-01", "2025-03-01", "-001-01"}) {
        EXPECT_EQ(text_at(get(std::string("/load?month=") + month), "/code"), "E-LOAD-021");
    }
}

// 16:00 UTC is midnight in China: the day turns there, not in Greenwich.
TEST_F(LevelsTest, ADayBeginsAndEndsInChina) {
    const auto [whole, part] = order();
    clock_.pass_days(17);  // 2025-03-20, 19:06 in China: its last day
    EXPECT_EQ(at(get("/late"), "/tally/overdue"), "0");
    clock_.pass_minutes(4 * 60);
    EXPECT_EQ(at(get("/late"), "/tally/overdue"), "0");
    clock_.pass_minutes(60);  // 00:06
    EXPECT_EQ(text_at(get("/late"), "/as_of"), "2025-03-21");
    EXPECT_EQ(at(get("/late"), "/tally/overdue"), "1");
    EXPECT_EQ(at(get("/tasks?overdue=true"), "/total"), "1");
    EXPECT_EQ(at(get("/briefing"), "/late/0/light"), "\"overdue\"");
}

}  // namespace
}  // namespace anmin::http
