// Figures across changes of divisions, by kind of change: last year's stay what they were, this
// year's are put on the same ground. And who sees what the merged counties left.
#include "http/test_site.h"
#include "operations/compare_divisions.h"
#include "operations/correct_divisions.h"

namespace anmin::http {
namespace {

using calendar::Date;
using namespace organisation;

class AcrossAChange : public TestSite {
protected:
    AcrossAChange() {
        ministry_.account = {"system"};
        ministry_.name = "系统";
        ministry_.division = code("0");
        ministry_.roles = {authority::Role::administrator};
        reader_ = ministry_;
        reader_.roles = {authority::Role::leader};
        change("2024-01-01", Establish{code("330106"), "西湖区"});
        change("2024-01-01", Establish{code("330106001"), "北山街道"});
        change("2024-01-01", Establish{code("330106002"), "西溪街道"});
        change("2024-01-01", Establish{code("3302"), "宁波市"});
        task("330105");  // in 2025, three counties
        task("330106");
        task("330106001");
        before_ = told("2024-12-31", "2025-12-31");
        clock_.pass_days(365);  // 2026-03-03
    }

    static Date day(const char* iso) { return Date::parse(iso).value(); }
    std::string change(const char* on, const ChangeStep& step) {
        return must(operations::change_divisions(*desk_, {ministry_, "", ""},
                                                 {day(on), "国函1号", step}))
            .id;
    }
    void task(const char* division) {
        directive::Candidate item;
        item.text = "事项";
        const ident::TaskId id{ids_->next()};
        must(desk_->journal.commit(
            {{"system"}, "系统", "", code("0"), "", ""},
            {{journal::stream_of(id),
              0,
              {directive::Event{directive::TaskConfirmed{id,
                                                         {"d"},
                                                         code(division),
                                                         "局",
                                                         "通知",
                                                         item,
                                                         {},
                                                         clock_.now().date_in_china(),
                                                         std::nullopt}}}}}));
    }
    // The rows of the city's comparison: codes then > codes now: figure then/figure now
    std::string told(const char* from, const char* to) {
        const auto found =
            must(operations::compare_divisions(*desk_, reader_, code("3301"), day(from), day(to)));
        std::string text;
        for (const auto& row : found.rows) {
            text += text.empty() ? "" : " | ";
            for (const auto& one : row.then) text += one.code.digits() + " ";
            text += ">";
            for (const auto& one : row.now) text += " " + one.code.digits();
            text += ": " + std::to_string(row.tasks_then.value_or(-1)) + "/" +
                    std::to_string(row.tasks_now.value_or(-1));
        }
        return text;
    }
    // Last year's own figures, asked again after the change.
    void expect_last_year_unchanged() {
        EXPECT_EQ(before_, "330102 > 330102: 0/0 | 330105 > 330105: 0/1 | 330106 > 330106: 0/2");
        EXPECT_EQ(told("2024-12-31", "2025-12-31"), before_);
    }

    authority::Actor ministry_;
    authority::Actor reader_;
    std::string before_;
};

TEST_F(AcrossAChange, MergingTwoCountiesAddsThem) {
    task("330106");  // this year, before the merger
    change("2026-02-01", Merge{{code("330105"), code("330106")}, code("330105"), "拱墅新区"});
    task("330105");  // this year, after it
    task("330105");
    expect_last_year_unchanged();
    EXPECT_EQ(told("2025-12-31", "2026-03-03"),
              "330102 > 330102: 0/0 | 330105 330106 > 330105: 3/3");
}

TEST_F(AcrossAChange, MergingIntoANewCode) {
    change("2026-02-01", Merge{{code("330105"), code("330106")}, code("330107"), "运河区"});
    task("330107");
    expect_last_year_unchanged();
    EXPECT_EQ(told("2025-12-31", "2026-03-03"),
              "330102 > 330102: 0/0 | 330105 330106 > 330107: 3/1");
}

TEST_F(AcrossAChange, SplittingLeavesOnlyTheSumComparable) {
    change("2026-02-01",
           Split{code("330106"), {{code("330108"), "西溪区", {code("330106002")}}}, false});
    task("330106");
    task("330108");
    expect_last_year_unchanged();
    EXPECT_EQ(told("2025-12-31", "2026-03-03"),
              "330102 > 330102: 0/0 | 330105 > 330105: 1/0 | 330106 > 330106 330108: 2/2");
}

TEST_F(AcrossAChange, MovingToAnotherCityGoesOnThere) {
    change("2026-02-01", Move{code("330106"), code("330201"), ""});
    task("330201");
    expect_last_year_unchanged();
    EXPECT_EQ(told("2025-12-31", "2026-03-03"),
              "330102 > 330102: 0/0 | 330105 > 330105: 1/0 | 330106 > 330201: 2/1");
}

TEST_F(AcrossAChange, RenamingChangesNoFigure) {
    change("2026-02-01", Rename{code("330105"), "大运河区"});
    task("330105");
    expect_last_year_unchanged();
    EXPECT_EQ(told("2025-12-31", "2026-03-03"),
              "330102 > 330102: 0/0 | 330105 > 330105: 1/1 | 330106 > 330106: 2/0");
}

TEST_F(AcrossAChange, EstablishingHasNothingToCompareWith) {
    change("2026-02-01", Establish{code("330109"), "新设区"});
    task("330109");
    expect_last_year_unchanged();
    EXPECT_EQ(told("2025-12-31", "2026-03-03"),
              "330102 > 330102: 0/0 | 330105 > 330105: 1/0 | 330106 > 330106: 2/0 | "
              "> 330109: 0/1");
}

TEST_F(AcrossAChange, AbolishingKeepsWhatWasCounted) {
    change("2026-02-01", Abolish{code("330105"), code("330102")});
    task("330102");
    expect_last_year_unchanged();
    EXPECT_EQ(told("2025-12-31", "2026-03-03"),
              "330102 330105 > 330102: 1/1 | 330106 > 330106: 2/0");
}

TEST_F(AcrossAChange, WhatIsTakenBackComparesNothing) {
    const std::string apart = told("2025-12-31", "2026-03-03");
    const std::vector<ChangeStep> kinds{
        Establish{code("330109"), "新设区"},
        Rename{code("330105"), "大运河区"},
        Merge{{code("330105"), code("330106")}, code("330107"), "运河区"},
        Split{code("330106"), {{code("330108"), "西溪区", {code("330106002")}}}, false},
        Move{code("330106"), code("330201"), ""},
        Abolish{code("330105"), code("330102")}};
    for (const ChangeStep& step : kinds) {
        const std::string id = change("2026-02-01", step);
        const bool differs = !std::holds_alternative<Rename>(step);
        EXPECT_EQ(told("2025-12-31", "2026-03-03") != apart, differs) << step.index();
        must(operations::withdraw_division_change(*desk_, {ministry_, "", ""}, id, "记错"));
        EXPECT_EQ(told("2025-12-31", "2026-03-03"), apart) << step.index();
        expect_last_year_unchanged();
    }
}

// The merger was recorded for the wrong neighbour; the right one is put in its place.
TEST_F(AcrossAChange, ACorrectionComparesWhatIsRight) {
    const std::string id = change("2026-02-01", Merge{{code("330105")}, code("330102"), ""});
    must(operations::correct_divisions(
        *desk_, {ministry_, "", ""},
        {id,
         "并入的是西湖区",
         {day("2026-02-01"), "国函1号", Merge{{code("330105")}, code("330106"), ""}}}));
    expect_last_year_unchanged();
    EXPECT_EQ(told("2025-12-31", "2026-03-03"),
              "330102 > 330102: 0/0 | 330105 330106 > 330106: 3/0");
}

// The office of 330105 takes 330106 in; `neighbour` sits there.
TEST_F(AcrossAChange, OfficersSeeWhatTheMergedCountyLeft) {
    const auto total = [this] {
        return at(call("GET", "/api/v1/tasks", session("neighbour")), "/total");
    };
    EXPECT_EQ(total(), "1");
    change("2026-02-01", Merge{{code("330105"), code("330106")}, code("330105"), ""});
    EXPECT_EQ(total(), "3") << "the county's own and its township's, under the old codes";
    const auto listed = call("GET", "/api/v1/tasks", session("neighbour"));
    std::string old_task;
    const auto read = parsed(listed);
    for (const auto& one : read.at("items").as_array()) {
        const std::string id(one.at("id").as_string());
        if (must(desk_->tasks.find_task({id}))->division == code("330106")) old_task = id;
    }
    ASSERT_NE(old_task, "");
    EXPECT_EQ(call("GET", "/api/v1/tasks/" + old_task, session("neighbour")).status, 200);
    const auto acted = post_json("/api/v1/tasks/" + old_task + "/ends", session("neighbour"),
                                 R"({"text":"合并"})", {"If-Match: \"1\""});
    EXPECT_EQ(text_at(acted, "/code"), "E-AUTH-002") << "seen, not acted on: " << acted.body;
    EXPECT_EQ(call("GET", "/api/v1/tasks/" + old_task, session("office")).status, 404)
        << "the county beside sees nothing of it";
}

TEST_F(AcrossAChange, AMergerTakenBackShowsNothingMore) {
    const auto total = [this] {
        return at(call("GET", "/api/v1/tasks", session("neighbour")), "/total");
    };
    const std::string id =
        change("2026-02-01", Merge{{code("330105"), code("330106")}, code("330105"), ""});
    EXPECT_EQ(total(), "3");
    must(operations::withdraw_division_change(*desk_, {ministry_, "", ""}, id, "没有批准"));
    EXPECT_EQ(total(), "1");
}

TEST_F(AcrossAChange, WhatMovedAndThenMergedIsFollowed) {
    change("2026-02-01", Move{code("330106"), code("330110"), ""});
    change("2026-03-01", Merge{{code("330105"), code("330110")}, code("330105"), ""});
    EXPECT_EQ(at(call("GET", "/api/v1/tasks", session("neighbour")), "/total"), "3");
}

TEST_F(AcrossAChange, WhatWasSplitBetweenTwoIsSeenByNeither) {
    change("2026-02-01", Split{code("330106"),
                               {{code("330108"), "西溪区", {code("330106002")}},
                                {code("330109"), "北山区", {code("330106001")}}},
                               true});
    change("2026-03-01", Merge{{code("330105"), code("330108")}, code("330105"), ""});
    EXPECT_EQ(at(call("GET", "/api/v1/tasks", session("neighbour")), "/total"), "1");
}

TEST_F(AcrossAChange, AMergerOfTomorrowShowsNothingToday) {
    change("2026-03-10", Merge{{code("330105"), code("330106")}, code("330105"), ""});
    const auto total = [this] {
        return at(call("GET", "/api/v1/tasks", session("neighbour")), "/total");
    };
    EXPECT_EQ(total(), "1");
    clock_.pass_days(8);
    EXPECT_EQ(total(), "3");
}

}  // namespace
}  // namespace anmin::http
