// The tables of an office over HTTP: rows by hand and by sheet, all or nothing, scope, masks.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "http/test_site.h"
#include "sheets/read_sheet.h"
#include "sheets/test_workbook.h"

namespace anmin::http {
namespace {

using Rows = std::vector<std::vector<std::string>>;

class TablesTest : public TestSite {
protected:
    TablesTest() { signed_in("office"); }
    // One session for each: signing in is an event too.
    std::string signed_in(const std::string& login) {
        auto& cookie = cookies_[login];
        if (cookie.empty()) cookie = session(login);
        return cookie;
    }
    Reply get(const std::string& path, const char* login = "office") {
        return call("GET", "/api/v1/tables" + path, signed_in(login));
    }
    Reply post(const std::string& path, const std::string& body, const char* login = "office") {
        return post_json("/api/v1/tables" + path, signed_in(login), body);
    }
    Reply step(const std::string& path, const std::string& body, int version,
               const char* login = "office") {
        return post_json("/api/v1/tables" + path, signed_in(login), body,
                         {"If-Match: \"" + std::to_string(version) + "\""});
    }
    Reply import(const std::string& table, const std::string& bytes, bool apply,
                 const char* login = "office") {
        return post_file("/api/v1/tables/" + table + "/imports" + (apply ? "?apply=true" : ""),
                         signed_in(login), bytes);
    }
    // What was exported, with one cell changed, as a spreadsheet program would save it.
    static std::string edited(const std::string& bytes, std::size_t row, std::size_t column,
                              const std::string& text) {
        Rows rows = must(sheets::read_sheet(bytes));
        const Rows base = must(sheets::find_sheet(bytes, sheets::base_sheet_name));
        rows[row].resize(std::max(rows[row].size(), column + 1));
        rows[row][column] = text;
        return sheets::workbook_of(rows, {}, base);
    }
    std::map<std::string, std::string> cookies_;
    std::int64_t events() { return must(store_->verify_log()).events; }

    std::string hazard(const char* text) {
        const auto added =
            post("/hazards/rows", std::string(R"({"cells":[{"column":"place","text":"虚城福利院"},
            {"column":"checked_on","text":"2025年4月1日"},{"column":"hazard","text":")") +
                                      text + R"("},{"column":"person","text":"赵钱"}]})");
        EXPECT_EQ(added.status, 201) << added.body;
        return text_at(added, "/id");
    }
};

TEST_F(TablesTest, TheFifteenTablesWithTheirColumns) {
    const auto tables = get("");
    EXPECT_EQ(text_at(tables, "/items/14/title"), "办文处理单");
    EXPECT_EQ(text_at(tables, "/items/4/columns/0/title"), "信访编号");
    EXPECT_EQ(text_at(get("/nothing/rows"), "/code"), "E-TABLE-001");
}

TEST_F(TablesTest, ARowIsAddedAmendedAndWithdrawnAndAStaleEditSaysWhatChanged) {
    const std::string path = "/hazards/rows/" + hazard("消防通道堵塞");
    const auto opened = get(path);
    EXPECT_EQ(text_at(opened, "/cells/1/text"), "2025-04-01") << opened.body;
    const std::string cleared = R"({"cells":[{"column":"hazard","text":"通道已清"}]})";
    const auto amended = step(path + "/amendments", cleared, 1);
    EXPECT_EQ(at(amended, "/version"), "2") << amended.body;
    EXPECT_NE(text_at(amended, "/steps/1/text").find("消防通道堵塞 → 通道已清"), std::string::npos);
    const auto stale = step(path + "/amendments", cleared, 1, "inspector");
    EXPECT_EQ(stale.status, 412);
    EXPECT_NE(text_at(stale, "/finding").find("消防通道堵塞 → 通道已清"), std::string::npos);
    const auto himself =
        step(path + "/amendments", R"({"cells":[{"column":"rechecked_by","text":"赵钱"}]})", 2);
    EXPECT_EQ(text_at(himself, "/code"), "E-TABLE-023") << himself.body;
    EXPECT_EQ(
        text_at(step(path + "/amendments", R"({"cells":[{"column":"nothing","text":"x"}]})", 2),
                "/code"),
        "E-TABLE-018");
    EXPECT_EQ(text_at(step(path + "/withdrawals", R"({"reason":""})", 2), "/code"), "E-TABLE-037");
    EXPECT_EQ(at(step(path + "/withdrawals", R"({"reason":"重复"})", 2), "/withdrawn"), "true");
    EXPECT_EQ(at(get("/hazards/rows"), "/items/0"), "nothing");
    EXPECT_EQ(text_at(post("/supervision/rows", R"({"cells":[]})"), "/code"), "E-TABLE-038");
}

TEST_F(TablesTest, AnUnchangedExportChangesNothingAndAnEditExactlyThatCell) {
    hazard("消防通道堵塞");
    const std::string second = hazard("电线老化");
    const std::string bytes = get("/hazards/workbook").body;
    const std::int64_t before = events();
    const auto same = import("hazards", bytes, true);
    EXPECT_EQ(at(same, "/unchanged"), "2") << same.body;
    EXPECT_EQ(at(same, "/applied"), "true");
    EXPECT_EQ(events(), before);
    // Title, unit, two rows of head: the second row is the sixth; 隐患描述 is the seventh with the
    // number.
    const std::string sheet = edited(bytes, 5, 6, "电线已换");
    const auto preview = import("hazards", sheet, false);
    EXPECT_EQ(text_at(preview, "/changed/0/id"), second) << preview.body;
    EXPECT_EQ(text_at(preview, "/changed/0/changes/0/column"), "隐患描述");
    EXPECT_EQ(at(preview, "/changed/0/changes/1"), "nothing");
    EXPECT_EQ(events(), before);
    EXPECT_EQ(at(import("hazards", sheet, true), "/applied"), "true");
    EXPECT_EQ(events(), before + 1);
    EXPECT_EQ(at(import("hazards", sheet, true), "/changed/0"), "nothing");
    EXPECT_EQ(events(), before + 1);
    // The first export is old now where somebody changed it.
    const auto stale = import("hazards", edited(bytes, 5, 6, "另一说"), true);
    EXPECT_EQ(text_at(stale, "/code"), "E-TABLE-036") << stale.body;
    EXPECT_EQ(events(), before + 1);
}

TEST_F(TablesTest, NothingIsHalfImported) {
    const Rows rows{{"机构名称", "排查日期", "问题隐患", "责任人", "复查人"},
                    {"虚城福利院", "2025-04-01", "消防通道堵塞", "赵钱", "孙李"},
                    {"虚城福利院", "2025-04-01", "电线老化", "赵钱", "赵钱"}};
    const std::int64_t before = events();
    const std::string sheet = sheets::workbook_of(rows);
    const auto preview = import("hazards", sheet, false);
    EXPECT_EQ(at(preview, "/added/0/row"), "2") << preview.body;
    EXPECT_EQ(at(preview, "/refused/0/row"), "3");
    EXPECT_EQ(text_at(preview, "/refused/0/column"), "复查（复查人）");
    EXPECT_EQ(text_at(preview, "/refused/0/code"), "E-TABLE-023");
    EXPECT_EQ(text_at(import("hazards", sheet, true), "/code"), "E-TABLE-036");
    EXPECT_EQ(events(), before);
    Rows good = rows;
    good[2][4] = "孙李";
    EXPECT_EQ(at(import("hazards", sheets::workbook_of(good), true), "/added/1/row"), "3");
    EXPECT_EQ(events(), before + 2);
    EXPECT_EQ(at(import("hazards", sheets::workbook_of(good), true), "/unchanged"), "2");
    EXPECT_EQ(events(), before + 2);
}

TEST_F(TablesTest, ANaturalKeyFindsTheRowAgainAndPersonalNumbersAreNeverKept) {
    const Rows rows{{"信访编号", "登记日期", "信访人", "身份证号", "主要诉求"},
                    {"X-1", "2025-03-01", "赵钱孙", "330100199001010000", "低保"}};
    EXPECT_EQ(at(import("petitions", sheets::workbook_of(rows), true), "/added/0/row"), "2");
    Rows later = rows;
    later[1][4] = "低保金额核对";
    later.push_back({"X-1", "2025-03-02", "赵钱孙", "", "又一行"});
    const auto twice = import("petitions", sheets::workbook_of(later), false);
    EXPECT_EQ(text_at(twice, "/refused/0/code"), "E-TABLE-033") << twice.body;
    later.pop_back();
    const auto changed = import("petitions", sheets::workbook_of(later), true);
    EXPECT_EQ(text_at(changed, "/changed/0/changes/0/after"), "低保金额核对") << changed.body;
    const auto shown = get("/petitions/rows");
    EXPECT_NE(shown.body.find("330***********0000"), std::string::npos) << shown.body;
    must(store_->backup(folder_ / "copy.db"));
    for (const char* file : {"anmin.db", "anmin.db-wal", "copy.db"}) {
        std::ifstream in(folder_ / file, std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        EXPECT_EQ(bytes.find("330100199001010000"), std::string::npos) << file;
        EXPECT_EQ(bytes.find("赵钱孙"), std::string::npos) << file;
    }
}

TEST_F(TablesTest, ATableOfOnesOwnUnitIsShownToNobodyElse) {
    const Rows rows{{"信访编号", "登记日期", "诉求摘要"}, {"X-1", "2025-03-01", "反映街道"}};
    EXPECT_EQ(at(import("petitions", sheets::workbook_of(rows), true, "clerk"), "/applied"),
              "true");
    const std::string id = text_at(get("/petitions/rows", "clerk"), "/items/0/id");
    EXPECT_EQ(at(get("/petitions/rows", "office"), "/items/0"), "nothing");
    EXPECT_EQ(get("/petitions/rows/" + id, "office").status, 404);
    EXPECT_EQ(get("/petitions/rows/" + id, "clerk").status, 200);
}

TEST_F(TablesTest, AKeyOfAnotherOfficeIsRefused) {
    hazard("消防通道堵塞");
    const std::string bytes = get("/hazards/workbook").body;
    const auto other = import("hazards", edited(bytes, 4, 6, "改写"), false, "neighbour");
    EXPECT_EQ(text_at(other, "/refused/0/code"), "E-TABLE-031") << other.body;
}

TEST_F(TablesTest, WhatIsNoWorkbookAndWhatIsNotThisTable) {
    EXPECT_EQ(text_at(import("hazards", "nonsense", false), "/code"), "E-SHEET-010");
    EXPECT_EQ(text_at(import("hazards", sheets::workbook_of({{"姓名"}, {"甲"}}), false), "/code"),
              "E-TABLE-002");
}

class LiveTablesTest : public TablesTest {
protected:
    std::string confirmed_task() {
        const std::string document = seed_document();
        const auto confirmed =
            post_json("/api/v1/documents/" + document + "/decisions", session("office"),
                      R"({"confirm":[{"number":1}],"reject":[]})", {"If-Match: \"2\""});
        EXPECT_EQ(confirmed.status, 200) << confirmed.body;
        return text_at(confirmed, "/candidates/0/task");
    }
};

TEST_F(LiveTablesTest, AnUnchangedExportOfEachLiveTableChangesNothing) {
    confirmed_task();
    for (const char* table :
         {"task-book", "supervision", "rectification", "closing", "field-work"}) {
        const std::int64_t before = events();
        const auto bytes = get("/" + std::string(table) + "/workbook");
        ASSERT_EQ(bytes.status, 200) << table << bytes.body;
        const auto same = import(table, bytes.body, true);
        EXPECT_EQ(at(same, "/applied"), "true") << table << same.body;
        EXPECT_EQ(at(same, "/refused/0"), "nothing") << table << same.body;
        EXPECT_EQ(events(), before) << table;
    }
}

TEST_F(LiveTablesTest, WhatWasGivenUpIsNotCalledDone) {
    const std::string task = confirmed_task();
    const auto ended = post_json("/api/v1/tasks/" + task + "/ends", session("office"),
                                 R"({"text":"上级撤回"})", {"If-Match: \"1\""});
    ASSERT_EQ(ended.status, 200) << ended.body;
    const auto rows = get("/supervision/rows");
    EXPECT_NE(rows.body.find("已终止"), std::string::npos) << rows.body;
    EXPECT_EQ(rows.body.find("已办结"), std::string::npos) << rows.body;
}

TEST_F(LiveTablesTest, AnEditGoesThroughTheOperationAndOthersAreRefusedByName) {
    const std::string task = confirmed_task();
    const std::string bytes = get("/supervision/workbook").body;
    const std::int64_t before = events();
    // 责任领导 is the fifth column, 当前状态 the fourteenth; one row of head.
    const auto led = import("supervision", edited(bytes, 3, 5, "冯陈"), true);
    EXPECT_EQ(text_at(led, "/changed/0/changes/0/column"), "责任领导") << led.body;
    EXPECT_EQ(events(), before + 1);
    EXPECT_NE(get("/task-book/rows").body.find("冯陈"), std::string::npos);
    const auto state = import("supervision", edited(bytes, 3, 14, "已办结"), false);
    EXPECT_EQ(text_at(state, "/refused/0/code"), "E-TABLE-034") << state.body;
    EXPECT_EQ(text_at(state, "/refused/0/column"), "当前状态");
    EXPECT_EQ(
        text_at(import("supervision", edited(bytes, 3, 10, "尽快"), false), "/refused/0/code"),
        "E-TABLE-010");
    const auto added = import("supervision", edited(bytes, 4, 2, "新的一行"), false);
    EXPECT_EQ(text_at(added, "/refused/0/code"), "E-TABLE-035") << added.body;
}

}  // namespace
}  // namespace anmin::http
