// Divisions, units, posts and people through the interface.
#include <fstream>
#include <iterator>

#include "http/test_division_site.h"

namespace anmin::http {
namespace {

class Administration : public DivisionSite {
protected:
    Reply change(const std::string& body, const std::string& query = "") {
        return post_json("/api/v1/division-changes" + query, session("admin"), body);
    }
};

TEST_F(Administration, AChangeIsSeenFirstThenRecordedAndShownByDay) {
    const auto body = rename("2025-03-01", "清波新街道");
    EXPECT_EQ(change(body, "?preview=true").status, 200);
    EXPECT_EQ(names("parent=330102"), "清波街道 ");
    const auto recorded = change(body);
    EXPECT_EQ(recorded.status, 201) << recorded.body;
    EXPECT_EQ(text_at(recorded, "/summary"), "清波街道 330102001 更名为 清波新街道");
    EXPECT_EQ(names("parent=330102"), "清波新街道 ");
    EXPECT_EQ(names("parent=330102&at=2025-02-28"), "清波街道 ");
    EXPECT_EQ(names("q=qbxjd"), "清波新街道 ");
    EXPECT_EQ(names("q=%E6%B8%85%E6%B3%A2%E8%A1%97&at=2025-02-28"), "清波街道 ");
    const auto list = call("GET", "/api/v1/division-changes?inside=3301", session("office"));
    EXPECT_EQ(text_at(list, "/items/0/basis"), "杭政函〔2025〕1号");
}

TEST_F(Administration, BadChangesAreRefusedPreciselyAndChangeNothing) {
    const auto code = [this](const std::string& body) { return text_at(change(body), "/code"); };
    EXPECT_EQ(code(rename("2025-03-01", "")), "E-ORG-026");
    EXPECT_EQ(
        code(R"({"kind":"rename","on":"2025-03-01","basis":"","code":"330102001","name":"x"})"),
        "E-ORG-028");
    EXPECT_EQ(code(R"({"kind":"abolish","on":"2025-03-01","basis":"b","code":"330102002"})"),
              "E-ORG-020");
    EXPECT_EQ(
        code(R"({"kind":"move","on":"2025-03-01","basis":"b","code":"330102","to":"330102001"})"),
        "E-ORG-022");
    EXPECT_EQ(code(R"({"kind":"abolish","on":"2025-03-01","basis":"b","code":"330102"})"),
              "E-ORG-025");
    EXPECT_EQ(
        code(R"({"kind":"establish","on":"2025-03-01","basis":"b","code":"330102001","name":"x"})"),
        "E-ORG-021");
    EXPECT_EQ(code(R"({"kind":"rename","on":"2025-03-01","basis":"b","code":"330105","name":"x"})"),
              "E-AUTH-002");
    EXPECT_EQ(code(R"({"kind":"melt","on":"2025-02-30","basis":"b","code":"3"})"), "E-HTTP-025");
    EXPECT_EQ(change(rename("2025-03-01", "新名")).status, 201);
    EXPECT_EQ(code(rename("2025-02-01", "更早的名")), "E-ORG-027");
    EXPECT_EQ(names("parent=330102"), "新名 ");
}

TEST_F(Administration, CountsAndLifeOfADivision) {
    const auto county = call("GET", "/api/v1/divisions/330102", session("office"));
    EXPECT_EQ(at(county, "/counts"), R"([{"level":"township","count":1}])");
    ASSERT_EQ(
        change(R"({"kind":"abolish","on":"2025-02-01","basis":"b","code":"330102001"})").status,
        201);
    const auto ended = call("GET", "/api/v1/divisions/330102001", session("office"));
    EXPECT_EQ(text_at(ended, "/division/until"), "2025-02-01");
    EXPECT_EQ(at(call("GET", "/api/v1/divisions/330102", session("office")), "/counts"), "[]");
    EXPECT_EQ(
        at(call("GET", "/api/v1/divisions/330102?at=2025-01-31", session("office")), "/counts"),
        R"([{"level":"township","count":1}])");
    EXPECT_EQ(names("parent=330102"), "");
    EXPECT_EQ(call("GET", "/api/v1/divisions?at=yesterday", session("office")).status, 400);
}

TEST_F(Administration, AUnitAPostAndATermThatMayNotOverlap) {
    const auto admin = session("admin");
    const auto unit = post_json("/api/v1/units", admin,
                                R"({"name":"社会救助科","division":"330102","kind":"section",)"
                                R"("reports_to":"u1"})");
    ASSERT_EQ(unit.status, 201) << unit.body;
    const auto post = post_json("/api/v1/posts", admin,
                                R"({"unit":")" + text_at(unit, "/id") + R"(","title":"科长"})");
    ASSERT_EQ(post.status, 201) << post.body;
    const std::string terms = "/api/v1/posts/" + text_at(post, "/id") + "/appointments";
    const auto appoint = [&](const char* body) { return post_json(terms, admin, body); };
    EXPECT_EQ(appoint(R"({"holder":"钱一（演示）","from":"2025-01-01"})").status, 204);
    const auto overlap = appoint(R"({"holder":"孙二（演示）","from":"2025-06-01"})");
    EXPECT_EQ(overlap.status, 409);
    EXPECT_EQ(text_at(overlap, "/code"), "E-ORG-040");
    EXPECT_EQ(post_json(terms + "/2025-01-01/end", admin, R"({"on":"2025-06-01"})").status, 204);
    EXPECT_EQ(appoint(R"({"holder":"孙二（演示）","from":"2025-06-01"})").status, 204);
    const auto listed = call("GET", "/api/v1/units", admin);
    EXPECT_NE(listed.body.find(R"("until":"2025-06-01")"), std::string::npos) << listed.body;
    const auto cycle = post_json(
        "/api/v1/units/u1/placement", admin,
        R"({"division":"330102","on":"2025-03-03","reports_to":")" + text_at(unit, "/id") + "\"}");
    EXPECT_EQ(text_at(cycle, "/code"), "E-ORG-044");
    EXPECT_EQ(post_json("/api/v1/units/u1/relations", admin,
                        R"({"other":"u2","kind":"leads","matter":"流浪救助","from":"2025-01-01"})")
                  .status,
              204);
    EXPECT_EQ(post_json("/api/v1/units/u3/relations", admin,
                        R"({"other":"u2","kind":"leads","matter":"m","from":"2025-01-01"})")
                  .status,
              422)
        << "the neighbour's unit";
}

TEST_F(Administration, APersonsNumbersAreSealedMaskedFoundAndRevealedWithAReason) {
    const auto admin = session("admin");
    // GB 11643's own example.
    const auto registered =
        post_json("/api/v1/people", admin,
                  R"({"name":"赵一（演示）","division":"330102",)"
                  R"("resident":"11010519491231002X","telephone":"13800000000"})");
    ASSERT_EQ(registered.status, 201) << registered.body;
    EXPECT_EQ(text_at(registered, "/telephone_mask"), "138****0000");
    EXPECT_EQ(registered.body.find("19491231"), std::string::npos);
    const auto again = post_json("/api/v1/people", admin,
                                 R"({"name":"钱二（演示）","division":"330102",)"
                                 R"("resident":"11010519491231002X"})");
    EXPECT_EQ(text_at(again, "/code"), "E-ORG-047");
    const auto wrong = post_json("/api/v1/people", admin,
                                 R"({"name":"钱二（演示）","division":"330102",)"
                                 R"("resident":"110105194912310021"})");
    EXPECT_EQ(text_at(wrong, "/code"), "E-IDENT-005");
    const auto found =
        post_json("/api/v1/people/search", admin, R"({"resident":"11010519491231002X"})");
    EXPECT_EQ(text_at(found, "/items/0/name"), "赵一（演示）");
    const std::string place = "/api/v1/people/" + text_at(registered, "/id") + "/revelations";
    EXPECT_EQ(text_at(post_json(place, admin, R"({"field":"resident","reason":""})"), "/code"),
              "E-ORG-048");
    const auto shown = post_json(place, admin, R"({"field":"resident","reason":"核实任职"})");
    EXPECT_EQ(text_at(shown, "/value"), "11010519491231002X");
    EXPECT_EQ(post_json(place, session("office"), R"({"field":"resident","reason":"r"})").status,
              403);
    const auto log = call("GET", "/api/v1/audit?kind=sealed_revealed", session("audit"));
    EXPECT_NE(text_at(log, "/items/0/detail").find("核实任职"), std::string::npos) << log.body;
    // Nothing of the number is in the database file.
    std::ifstream in(folder_ / "anmin.db", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(bytes.find("1231002X"), std::string::npos);
}

TEST_F(Administration, UnitsComeInPagesAndAreSearchedInsideTheArea) {
    const auto admin = session("admin");
    for (const char* name : {"救助站甲", "救助站乙"}) {
        const auto made = post_json("/api/v1/units", admin,
                                    std::string(R"({"name":")") + name +
                                        R"(","division":"330102001","kind":"station",)"
                                        R"("reports_to":"u1"})");
        ASSERT_EQ(made.status, 201) << made.body;
    }
    const auto listed = [&](const std::string& query, const char* login = "admin") {
        const auto reply = call("GET", "/api/v1/units" + query, session(login));
        std::string text;
        const auto read = parsed(reply);
        for (const auto& one : read.at("items").as_array()) {
            text += std::string(one.at("name").as_string()) + " ";
        }
        return text + std::string(read.at("next").as_string());
    };
    EXPECT_EQ(listed(""), "上城区民政局 救助站甲 救助站乙 清波街道民政办 ");
    EXPECT_EQ(listed("?limit=1"), "上城区民政局 330102/u1");
    EXPECT_EQ(listed("?limit=3&after=330102%2Fu1"), "救助站甲 救助站乙 清波街道民政办 ");
    EXPECT_EQ(listed("?q=%E6%95%91%E5%8A%A9"), "救助站甲 救助站乙 ");
    EXPECT_EQ(listed("?q=clerk"), "清波街道民政办 ") << "by the title of a post";
    EXPECT_EQ(listed("?q=%E6%8B%B1%E5%A2%85"), "") << "the county next door has one of this name";
    EXPECT_EQ(call("GET", "/api/v1/units?division=330105", admin).status, 403);
    EXPECT_EQ(call("GET", "/api/v1/units?after=x", admin).status, 422);
    // The township sees that its station reports to a unit above, not what that is called.
    const auto own = call("GET", "/api/v1/units?q=%E7%94%B2", session("clerk"));
    EXPECT_EQ(text_at(own, "/items/0/reports_to"), "u1");
    EXPECT_EQ(text_at(own, "/items/0/reports_to_name"), "");
    const auto seen = call("GET", "/api/v1/units?q=%E7%94%B2", admin);
    EXPECT_EQ(text_at(seen, "/items/0/reports_to_name"), "上城区民政局");
}

TEST_F(Administration, TheOfficeGoesOutAndComesInAsAWorkbook) {
    const auto admin = session("admin");
    const auto out = call("GET", "/api/v1/staff.xlsx", admin);
    ASSERT_EQ(out.status, 200);
    const auto back = post_file("/api/v1/staff.xlsx?name=a.xlsx", admin, out.body);
    EXPECT_EQ(back.status, 200) << back.body;
    EXPECT_EQ(at(back, "/units"), "0") << "everything is there already";
    EXPECT_EQ(at(back, "/appointments"), "0");
    EXPECT_EQ(post_file("/api/v1/staff.xlsx?name=a.xlsx", admin, "no workbook").status, 415);
    EXPECT_EQ(call("GET", "/api/v1/staff.xlsx", session("office")).status, 403);
}

}  // namespace
}  // namespace anmin::http
