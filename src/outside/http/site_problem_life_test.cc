// A problem judged, delayed, reviewed, given up, told back; its list frozen and closed: over HTTP.
#include "http/test_site.h"

namespace anmin::http {
namespace {

class ProblemLifeTest : public TestSite {
protected:
    ProblemLifeTest() {
        plant_problem_policies();
        policies_.problems = {30, 12, true, {"政策执行"}, {"易改"}, {"电话"}};
    }
    Reply post(const std::string& path, const std::string& body, const char* login = "office") {
        return post_json("/api/v1" + path, session(login), body);
    }
    Reply step(const std::string& path, const std::string& body, int version,
               const char* login = "office") {
        return post_json("/api/v1" + path, session(login), body,
                         {"If-Match: \"" + std::to_string(version) + "\""});
    }
    // Raised by somebody else than who judges, and by who judges.
    std::string raised_before(const char* name) {
        const problem::ProblemId id{name};
        const directive::Officer officer{{"system"}, "系统", ""};
        must(desk_->journal.commit(
            {{"system"}, "系统", "", code("330102"), "", ""},
            {{journal::stream_of(id),
              0,
              {problem::Event{problem::ProblemRaised{id,
                                                     std::string("问题") + name,
                                                     {},
                                                     "来信",
                                                     code("330102"),
                                                     "局",
                                                     officer,
                                                     clock_.now().date_in_china(),
                                                     true}}}}}));
        return std::string("/problems/") + name;
    }
    std::string raised() {
        const auto one = post("/problems", R"({"text":"审核环节多","source":"来信"})");
        EXPECT_EQ(one.status, 201) << one.body;
        return "/problems/" + text_at(one, "/row/id");
    }
    std::string list() {
        const auto one =
            post("/problem-lists", R"({"name":"清单","scheme":"1+3","source":"走访"})");
        EXPECT_EQ(one.status, 201) << one.body;
        return text_at(one, "/id");
    }
    // Confirmed, listed and planned: its version is 4.
    std::string planned(const std::string& on_list, const std::string& plan) {
        const std::string path = raised();
        step(path + "/judgements", confirmed, 1);
        step(path + "/listings", R"({"list":")" + on_list + R"(","number":1,"focused":"no"})", 2);
        const auto made = step(path + "/plans", plan, 3);
        EXPECT_EQ(text_at(made, "/row/state"), "planned") << made.body;
        return path;
    }

    const std::string confirmed =
        R"({"finding":"confirmed","nature":"政策执行","difficulty":"易改","reason":"核过"})";
    const std::string at_once =
        R"({"branch":"immediate","post":"p-clerk","measure":"压减","due":"2025-03-20"})";
};

TEST_F(ProblemLifeTest, IsJudgedBeforeItIsListed) {
    const std::string path = raised();
    const std::string put = R"({"list":")" + list() + R"(","number":1,"focused":"no"})";
    EXPECT_EQ(text_at(step(path + "/listings", put, 1), "/code"), "E-PROB-040");
    const auto own = step(path + "/judgements", R"({"finding":"unfounded","reason":"查无"})", 1);
    EXPECT_EQ(own.status, 403) << own.body;
    EXPECT_EQ(text_at(own, "/code"), "E-PROB-042");
    const auto word = step(path + "/judgements",
                           R"({"finding":"confirmed","nature":"别的","difficulty":"易改"})", 1);
    EXPECT_EQ(text_at(word, "/code"), "E-PROB-041");
    EXPECT_EQ(step(path + "/judgements", confirmed, 1, "clerk").status, 403);
    const auto judged = step(path + "/judgements", confirmed, 1);
    EXPECT_EQ(text_at(judged, "/judgement/nature"), "政策执行") << judged.body;
    EXPECT_EQ(text_at(step(path + "/listings", put, 2), "/row/state"), "listed");
}

TEST_F(ProblemLifeTest, WhatIsJudgedAwayIsNeitherListedNorDoneAndMayComeBack) {
    const std::string path = raised_before("p1");
    const auto away =
        step(path + "/judgements", R"({"finding":"not_ours","unit":"县残联","reason":"不属"})", 1);
    EXPECT_EQ(text_at(away, "/row/state"), "handed_on") << away.body;
    EXPECT_EQ(text_at(away, "/row/light"), "closed");
    EXPECT_EQ(at(call("GET", "/api/v1/problems?done=true", session("office")), "/items"), "[]");
    const auto found = call("GET", "/api/v1/problems?state=handed_on", session("office"));
    EXPECT_EQ(text_at(found, "/items/0/id"), "p1");
    const auto back = step(path + "/judgement-withdrawals", R"({"text":"是我们的"})", 2);
    EXPECT_EQ(text_at(back, "/row/state"), "raised") << back.body;
    EXPECT_EQ(at(back, "/judgement"), "null");
}

TEST_F(ProblemLifeTest, ADuplicateGoesOnInTheOtherOne) {
    const std::string one = raised_before("p1");
    raised_before("p2");
    const std::string order = R"({"finding":"duplicate","into":"p2","reason":"同一件事"})";
    const auto merged = step(one + "/judgements", order, 1);
    EXPECT_EQ(text_at(merged, "/merged_into/id"), "p2") << merged.body;
    const auto into = call("GET", "/api/v1/problems/p2", session("office"));
    EXPECT_EQ(text_at(into, "/absorbed/0/id"), "p1") << into.body;
    EXPECT_EQ(text_at(step("/problems/p2/judgements",
                           R"({"finding":"duplicate","into":"p1","reason":"同"})", 2),
                      "/code"),
              "E-PROB-044");
    const auto back = step(one + "/judgement-withdrawals", R"({"text":"不同"})", 2);
    EXPECT_EQ(text_at(back, "/row/state"), "raised") << back.body;
    EXPECT_EQ(at(call("GET", "/api/v1/problems/p2", session("office")), "/absorbed"), "[]");
}

TEST_F(ProblemLifeTest, AListIsFrozenThawedAndClosed) {
    const std::string id = list();
    const std::string path = "/problem-lists/" + id;
    const std::string one = raised();
    step(one + "/judgements", confirmed, 1);
    const auto frozen = step(path + "/freezes", R"({"from":"2025-03-03","text":"上报"})", 1);
    EXPECT_EQ(text_at(frozen, "/frozen_from"), "2025-03-03") << frozen.body;
    EXPECT_EQ(text_at(frozen, "/open/0"), "thaw");
    const std::string put = R"({"list":")" + id + R"(","number":1,"focused":"no"})";
    EXPECT_EQ(text_at(step(one + "/listings", put, 2), "/code"), "E-PROB-050");
    EXPECT_EQ(step(path + "/thaws", R"({"text":"补一项"})", 1).status, 412);
    EXPECT_EQ(step(path + "/thaws", R"({"text":"补一项"})", 2, "neighbour").status, 404);
    EXPECT_EQ(step(path + "/thaws", R"({"text":"补一项"})", 2, "clerk").status, 403);
    EXPECT_EQ(at(step(path + "/thaws", R"({"text":"补一项"})", 2), "/frozen_from"), "null");
    step(one + "/listings", put, 2);
    const auto open = step(path + "/closings", R"({"text":""})", 3);
    EXPECT_EQ(text_at(open, "/code"), "E-PROB-052") << open.body;
    EXPECT_NE(open.body.find("第 1 号"), std::string::npos);
    step(one + "/plans",
         R"({"branch":"long_term","post":"p-clerk","measure":"常抓","target":"过半",)"
         R"("due":"2026-03-01"})",
         3);
    const auto closed = step(path + "/closings", R"({"text":"转入长期坚持"})", 3);
    EXPECT_EQ(text_at(closed, "/closed_on"), "2025-03-03") << closed.body;
    EXPECT_EQ(at(closed, "/long_term"), "1");
    EXPECT_EQ(at(closed, "/open"), "[]");
}

TEST_F(ProblemLifeTest, ALaterDateIsAskedByItsHolderAndGrantedByTheOffice) {
    const std::string path = planned(list(), at_once);
    const std::string ask = R"({"due":"2025-03-30","reason":"等设备"})";
    EXPECT_EQ(step(path + "/extensions", ask, 4).status, 403) << "only the holder asks";
    const auto asked = step(path + "/extensions", ask, 4, "clerk");
    EXPECT_EQ(text_at(asked, "/extension/due"), "2025-03-30") << asked.body;
    const auto granted = step(path + "/extension-answers", R"({"answer":"yes","text":"同意"})", 5);
    EXPECT_EQ(text_at(granted, "/row/due"), "2025-03-30") << granted.body;
    EXPECT_EQ(text_at(granted, "/past_dues/0"), "2025-03-20");
    clock_.pass_days(30);
    const auto late =
        step(path + "/extensions", R"({"due":"2025-04-30","reason":"雨"})", 6, "clerk");
    EXPECT_EQ(text_at(late, "/code"), "E-PROB-063") << late.body;
    const auto kept = post_file("/api/v1/evidence?name=a.txt", session("clerk"), "完成");
    const auto reported =
        step(path + "/reports", R"({"text":"已压减","evidence":[)" + kept.body + "]}", 6, "clerk");
    EXPECT_EQ(at(reported, "/row/was_late"), "true") << reported.body;
    const auto rows = call("GET", "/api/v1/problems?late=true", session("office"));
    EXPECT_EQ(text_at(rows, "/items/0/text"), "审核环节多");
}

TEST_F(ProblemLifeTest, WhatIsForGoodIsReviewedAndNeverDone) {
    const std::string path = planned(
        list(), R"({"branch":"long_term","post":"p-clerk","measure":"常抓","target":"过半",)"
                R"("due":"2025-12-01"})");
    const auto kept = post_file("/api/v1/evidence?name=a.txt", session("office"), "看过");
    const auto review = [&](const char* next, const char* login) {
        return step(
            path + "/reviews",
            R"({"text":"覆盖过半","evidence":[)" + kept.body + R"(],"next":")" + next + R"("})", 4,
            login);
    };
    EXPECT_EQ(review("2025-12-01", "clerk").status, 403);
    EXPECT_EQ(text_at(review("2026-03-04", "office"), "/code"), "E-PROB-060");
    const auto seen = review("2026-03-01", "office");
    EXPECT_EQ(text_at(seen, "/row/state"), "planned") << seen.body;
    EXPECT_EQ(text_at(seen, "/row/due"), "2026-03-01");
}

TEST_F(ProblemLifeTest, StandsStillWithItsEvidenceAndIsResumedOrShowsThatItIsToBe) {
    policies_.lights = {20, 3};
    const std::string id = list();
    const std::string path = planned(id, at_once);
    const auto kept = post_file("/api/v1/evidence?name=a.txt", session("office"), "停工令");
    const auto order = [&](const std::string& evidence) {
        return R"({"ground":"disaster","reason":"台风","clock":"moves","until":"2025-03-12",)"
               R"("evidence":[)" +
               evidence + "]}";
    };
    EXPECT_EQ(step(path + "/suspensions", order(kept.body), 4, "clerk").status, 403);
    EXPECT_EQ(text_at(step(path + "/suspensions", order(""), 4), "/code"), "E-PROB-001");
    EXPECT_EQ(
        step(path + "/suspensions", R"({"ground":"mood","reason":"r","clock":"stops"})", 4).status,
        400);
    const auto done = step(path + "/suspensions", order(kept.body), 4);
    EXPECT_EQ(text_at(done, "/row/light"), "suspended") << done.body;
    EXPECT_EQ(text_at(done, "/row/due"), "2025-03-30") << "ten days, 3 to 12 March";
    EXPECT_EQ(text_at(done, "/past_dues/0"), "2025-03-20");
    EXPECT_EQ(text_at(done, "/suspension/from"), "2025-03-03");
    EXPECT_EQ(text_at(done, "/runs_from"), "2025-03-03");
    const auto counted = [&] {
        const auto lists = call("GET", "/api/v1/problem-lists", session("office"));
        return at(lists, "/items/0/suspended");
    };
    EXPECT_EQ(counted(), "1");
    const auto table = call("GET", "/api/v1/tables/rectification/rows?limit=10", session("office"));
    EXPECT_NE(table.body.find("挂起"), std::string::npos) << table.body;
    const std::string delay = R"({"due":"2025-04-05","reason":"雨"})";
    const auto refused = step(path + "/extensions", delay, 5, "clerk");
    EXPECT_EQ(text_at(refused, "/code"), "E-PROB-080") << refused.body;
    clock_.pass_days(10);
    const auto over = call("GET", "/api/v1" + path, session("office"));
    EXPECT_EQ(text_at(over, "/row/light"), "on_time") << over.body;
    EXPECT_EQ(at(over, "/row/to_resume"), "true");
    EXPECT_EQ(counted(), "0");
    const auto resumed = step(path + "/resumptions", R"({"text":"已复工"})", 5);
    EXPECT_EQ(at(resumed, "/row/to_resume"), "false") << resumed.body;
    EXPECT_EQ(at(resumed, "/suspension"), "null");
    EXPECT_EQ(text_at(resumed, "/row/due"), "2025-03-30");
    EXPECT_EQ(text_at(step(path + "/resumptions", R"({"text":""})", 6), "/code"), "E-PROB-083");
    const std::string own = planned(
        list(), R"({"branch":"immediate","post":"p-office","measure":"压减","due":"2025-03-20"})");
    EXPECT_EQ(text_at(step(own + "/suspensions", order(kept.body), 4), "/code"), "E-PROB-061");
}

TEST_F(ProblemLifeTest, TurnsYellowByItsPeriodTooInListsAsOnItsPage) {
    policies_.lights = {20, 3};
    const std::string path = planned(
        list(), R"({"branch":"staged","post":"p-clerk","measure":"打通","cause":"没有联网",)"
                R"("supervision":"月报","due":"2025-06-11",)"
                R"("stages":[{"text":"联网","due":"2025-06-11","sign":"上线"}]})");
    const auto lights = [&] {
        const auto rows = call("GET", "/api/v1/problems?state=planned", session("office"));
        const auto one = call("GET", "/api/v1" + path, session("office"));
        EXPECT_EQ(text_at(rows, "/items/0/light"), text_at(one, "/row/light"));
        return text_at(rows, "/items/0/light");
    };
    clock_.pass_days(79);  // of the 100 days; three working days come later
    EXPECT_EQ(lights(), "on_time");
    clock_.pass_days(1);
    EXPECT_EQ(lights(), "due_soon");
}

TEST_F(ProblemLifeTest, IsGivenUpWithAReasonAndCountedApart) {
    const std::string id = list();
    const std::string path = planned(id, at_once);
    EXPECT_EQ(step(path + "/ends", R"({"text":"撤并"})", 4, "clerk").status, 403);
    EXPECT_EQ(text_at(step(path + "/ends", R"({"text":" "})", 4), "/code"), "E-PROB-001");
    const auto ended = step(path + "/ends", R"({"text":"机构撤并，局长办公会同意"})", 4);
    EXPECT_EQ(text_at(ended, "/row/state"), "ended") << ended.body;
    const auto lists = call("GET", "/api/v1/problem-lists", session("office"));
    EXPECT_EQ(at(lists, "/items/0/ended"), "1");
    EXPECT_EQ(at(lists, "/items/0/struck_off"), "0");
    const std::string own = planned(
        list(), R"({"branch":"immediate","post":"p-office","measure":"压减","due":"2025-03-20"})");
    EXPECT_EQ(text_at(step(own + "/ends", R"({"text":"撤并"})", 4), "/code"), "E-PROB-061");
}

}  // namespace
}  // namespace anmin::http
