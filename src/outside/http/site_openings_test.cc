// What a figure counts is what opens behind it; a file of the ledger holds the rows of the page.
#include <algorithm>

#include "http/test_site.h"
#include "sheets/read_sheet.h"

namespace anmin::http {
namespace {

using Texts = std::vector<std::string>;

class OpeningsTest : public TestSite {
protected:
    // Four orders, each with one part for the township: one part returned, one struck off and by
    // now to be looked at again, one late, one reported. And one task that nobody has.
    OpeningsTest() {
        policies_.lights = {20, 3};
        const auto returned = part("退回的一件");
        report(returned, 0);
        post("/tasks/" + returned + "/returns", R"({"text":"不全"})", "inspector", 1);
        const auto closed = part("销号的一件");
        report(closed, 0);
        post("/tasks/" + closed + "/verifications", R"({"text":"属实"})", "inspector", 1);
        post("/tasks/" + closed + "/strike-offs", R"({"text":""})", "office", 2);
        part("晚了的一件");
        report(part("报结的一件"), 0);
        confirmed();
        clock_.pass_days(100);
    }
    Reply post(const std::string& path, const std::string& body, const char* login, int version) {
        const auto reply = post_json("/api/v1" + path, session(login), body,
                                     {"If-Match: \"" + std::to_string(version) + "\""});
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply;
    }
    Reply get(const std::string& path, const char* login = "office") {
        return call("GET", "/api/v1" + path, session(login));
    }
    std::string confirmed() {
        const auto decided = post("/documents/" + seed_document() + "/decisions",
                                  R"({"confirm":[{"number":1}],"reject":[]})", "office", 2);
        return text_at(decided, "/candidates/0/task");
    }
    std::string part(const std::string& text) {
        const std::string whole = confirmed();
        post("/tasks/" + whole + "/spreads",
             R"({"amount":"1","unit":"项","due":"2025-03-20","standard":"有记录","parts":[)"
             R"({"post":"p-clerk","amount":"1","text":")" +
                 text + "\"}]}",
             "office", 1);
        return text_at(get("/tasks/" + whole + "/tree"), "/parts/0/task/id");
    }
    void report(const std::string& task, int version) {
        const auto kept = post_file("/api/v1/evidence?name=a.txt", session("clerk"), "完成");
        post("/tasks/" + task + "/reports", R"({"text":"完成","evidence":[)" + kept.body + "]}",
             "clerk", version);
    }
    // The texts of the rows of the page that opens, sorted; its total is their number.
    Texts rows(const std::string& query, const char* login = "office") {
        const auto page = get("/tasks?" + query, login);
        EXPECT_EQ(page.status, 200) << page.body;
        Texts texts;
        const auto value = parsed(page);
        for (const auto& row : value.at("items").as_array()) {
            texts.emplace_back(row.at("text").as_string());
        }
        EXPECT_EQ(at(page, "/total"), std::to_string(texts.size())) << query;
        std::sort(texts.begin(), texts.end());
        return texts;
    }
    // The same of the workbook: every numbered row's task, sorted.
    Texts in_workbook(const std::string& query, const char* login) {
        const auto file = get("/ledger.xlsx?" + query, login);
        EXPECT_EQ(file.status, 200) << file.body;
        const auto sheet = must(sheets::read_sheet(file.body));
        const auto heads = std::find_if(sheet.begin(), sheet.end(), [](const auto& row) {
            return !row.empty() && row.front() == "序号";
        });
        CHECK(heads != sheet.end(), "the ledger has a header");
        const auto column = std::find(heads->begin(), heads->end(), "督办事项") - heads->begin();
        Texts texts;
        for (auto row = heads + 1; row != sheet.end(); ++row) {
            const bool numbered = !row->empty() && !row->front().empty() &&
                                  row->front().find_first_not_of("0123456789") == std::string::npos;
            if (numbered) texts.push_back(row->at(static_cast<std::size_t>(column)));
        }
        std::sort(texts.begin(), texts.end());
        return texts;
    }
    std::string counted(const std::string& query) { return std::to_string(rows(query).size()); }
};

TEST_F(OpeningsTest, EveryFigureOfThePageForAMeetingOpensExactlyItsRows) {
    const auto page = get("/briefing");
    const std::string here = "division=330102&";
    EXPECT_EQ(rows(here + "mark=returned"), Texts{"退回的一件"});
    EXPECT_EQ(rows(here + "mark=look_back"), Texts{"销号的一件"});
    EXPECT_EQ(at(page, "/returned_total"), "1") << page.body;
    EXPECT_EQ(text_at(page, "/returned/0/text"), "退回的一件");
    EXPECT_EQ(at(page, "/look_backs"), "1");
    for (const char* state :
         {"confirmed", "assigned", "reported", "verified", "struck_off", "held"}) {
        EXPECT_EQ(at(page, std::string("/lateness/tally/") + state),
                  counted(here + "state=" + state))
            << state;
    }
    EXPECT_EQ(at(page, "/lateness/tally/overdue"), counted(here + "overdue=true"));
    EXPECT_EQ(rows("division=330102001&overdue=true"),
              (Texts{"报结的一件", "晚了的一件", "退回的一件"}));
    EXPECT_EQ(text_at(page, "/lateness/below/0/division"), "330102001");
    EXPECT_EQ(at(page, "/lateness/below/0/late"), "3");
    const std::string open = "&state=confirmed&state=assigned&state=reported&state=verified";
    EXPECT_EQ(at(page, "/lateness/below/0/open"), counted("division=330102001" + open));
}

TEST_F(OpeningsTest, TheMorningListCountsWhatItsPageOpens) {
    const auto morning = get("/morning", "clerk");
    EXPECT_EQ(text_at(morning, "/sections/1/part"), "returned") << morning.body;
    EXPECT_EQ(at(morning, "/sections/1/total"), "1");
    EXPECT_EQ(rows("mark=returned&mine=true&state=assigned", "clerk"), Texts{"退回的一件"});
    const auto again = get("/morning", "inspector");
    EXPECT_EQ(text_at(again, "/sections/1/part"), "look_back") << again.body;
    EXPECT_EQ(at(again, "/sections/1/total"), "1");
}

TEST_F(OpeningsTest, AMarkIsOneOfTwo) {
    EXPECT_EQ(get("/tasks?mark=late").status, 400);
    EXPECT_EQ(get("/ledger.xlsx?mark=late").status, 400);
    EXPECT_EQ(rows("mark=returned&state=reported"), Texts{});
    EXPECT_EQ(rows("mark=returned&split=true"), Texts{});
    EXPECT_EQ(rows("mark=returned&q=" + percent_encoded("退回")), Texts{"退回的一件"});
    EXPECT_EQ(rows("mark=returned", "neighbour"), Texts{});
}

TEST_F(OpeningsTest, TheWorkbookHoldsTheRowsOfThePageUnderEveryFilter) {
    const auto all = rows("");
    EXPECT_EQ(all.size(), 9U);
    const std::string document = text_at(get("/tasks"), "/items/0/document");
    const std::vector<std::string> queries{"mine=true",
                                           "split=true",
                                           "overdue=true",
                                           "state=assigned&state=reported",
                                           "division=330102001",
                                           "mark=returned",
                                           "mark=look_back",
                                           "q=" + percent_encoded("报结"),
                                           "document=" + document,
                                           "split=true&q=" + percent_encoded("老年食堂"),
                                           "mine=true&overdue=true",
                                           "split=true&division=330102001"};
    for (const std::string& query : queries) {
        for (const char* login : {"office", "inspector"}) {
            const auto shown = rows(query, login);
            EXPECT_EQ(in_workbook(query, login), shown) << query << " " << login;
            EXPECT_LT(shown.size(), all.size()) << query << " narrows";
        }
    }
    EXPECT_EQ(rows("split=true").size(), 4U);
    EXPECT_EQ(in_workbook("", "office"), all);
}

}  // namespace
}  // namespace anmin::http
