#include "organisation/change_divisions.h"

#include <gtest/gtest.h>

#include "organisation/organisation.h"
#include "organisation/test_changes.h"

namespace anmin::organisation {
namespace {

calendar::Date day(const char* iso) { return calendar::Date::parse(iso).value(); }

// The small country of test_changes.h with one more village, all of it living.
Surroundings surroundings() {
    Surroundings around;
    std::vector<Division> rows = tree();
    rows.push_back(
        {code("900102001001"), "西村", level_of(code("900102001001")), code("900102001"), 0});
    for (const Division& one : rows) {
        around.living.emplace(one.code, one);
        around.used.insert(one.code);
    }
    return around;
}

// The event in one line, for people: kind: +code name <parent, -code, code~name, code>code.
std::string told(const DivisionsChanged& event) {
    std::string text = word(event.kind);
    text += ":";
    for (const auto& one : event.started) {
        text += " +" + one.code.digits() + one.name + "<" + one.parent.digits();
    }
    for (const auto& one : event.ended) text += " -" + one.digits();
    for (const auto& one : event.renamed) text += " " + one.code.digits() + "~" + one.name;
    for (const auto& one : event.links) {
        text += " " + one.before.digits() + ">" + one.after.digits();
    }
    return text;
}

Result<DivisionsChanged> ordered(const ChangeStep& step,
                                 const Surroundings& around = surroundings()) {
    return decide({"C1", day("2026-05-01"), "甲政函〔2026〕1号", step}, around);
}
std::string done(const ChangeStep& step) {
    const auto event = ordered(step);
    return event.ok() ? told(event.value()) : event.error().text();
}
std::string refused(const ChangeStep& step, const Surroundings& around = surroundings()) {
    const auto event = ordered(step, around);
    return event.ok() ? told(event.value()) : event.error().code;
}

TEST(Change, Establish) {
    EXPECT_EQ(done(Establish{code("900103"), "北县"}), "设立: +900103北县<9001");
    EXPECT_EQ(refused(Establish{code("900102"), "再西县"}), "E-ORG-021");
    auto elsewhere = surroundings();
    elsewhere.living.erase(code("0"));
    EXPECT_EQ(refused(Establish{code("91"), "乙省"}, elsewhere), "E-ORG-024");
}

TEST(Change, Rename) {
    EXPECT_EQ(done(Rename{code("900101"), "东区"}), "更名: 900101~东区");
    EXPECT_EQ(refused(Rename{code("900101"), "东县"}), "E-ORG-026");
    EXPECT_EQ(refused(Rename{code("900109"), "无县"}), "E-ORG-020");
}

TEST(Change, MergeIntoOneOfThemCarriesEverythingBelow) {
    EXPECT_EQ(done(Merge{{code("900101"), code("900102")}, code("900101"), ""}),
              "合并: +900101003西一镇<900101 +900101003001西村<900101003 "
              "-900102001 -900102001001 -900102 "
              "900102001>900101003 900102001001>900101003001 900102>900101");
}

TEST(Change, MergeIntoANewCode) {
    const auto event = ordered(Merge{{code("900101"), code("900102")}, code("900104"), "中区"});
    ASSERT_TRUE(event.ok()) << event.error();
    EXPECT_EQ(event.value().ended.size(), 7U);
    EXPECT_EQ(event.value().started.size(), 6U);
    EXPECT_EQ(event.value().started.front().name, "中区");
    EXPECT_EQ(refused(Merge{{code("900101")}, code("900101"), ""}), "E-ORG-026");
    EXPECT_EQ(refused(Merge{{code("900101"), code("9002")}, code("900101"), ""}), "E-ORG-023");
    EXPECT_EQ(refused(Merge{{code("900101"), code("900102")}, code("900104"), ""}), "E-ORG-028");
}

TEST(Change, SplitTakesWholeChildren) {
    EXPECT_EQ(done(Split{code("900101"), {{code("900103"), "北县", {code("900101002")}}}, false}),
              "析置: +900103北县<9001 +900103002东二镇<900103 -900101002 "
              "900101002>900103002 900101>900103 900101>900101");
    EXPECT_EQ(
        refused(Split{code("900101"), {{code("900103"), "北县", {code("900102001")}}}, false}),
        "E-ORG-030");
    EXPECT_EQ(refused(Split{code("900101"), {{code("900103"), "北县", {code("900101002")}}}, true}),
              "E-ORG-030");
    EXPECT_EQ(refused(Split{code("900101"), {}, false}), "E-ORG-026");
}

TEST(Change, MoveGivesNewCodesUnderTheNewParent) {
    EXPECT_EQ(done(Move{code("900102"), code("900202"), ""}),
              "改隶: +900202西县<9002 +900202001西一镇<900202 +900202001001西村<900202001 "
              "-900102001 -900102001001 -900102 "
              "900102001>900202001 900102001001>900202001001 900102>900202");
    EXPECT_EQ(refused(Move{code("900102"), code("900201"), ""}), "E-ORG-021");
    EXPECT_EQ(refused(Move{code("9001"), code("900102"), ""}), "E-ORG-022") << "a cycle";
    EXPECT_EQ(refused(Move{code("900102"), code("9003"), ""}), "E-ORG-023");
}

TEST(Change, AbolishOnlyWhatIsEmpty) {
    EXPECT_EQ(done(Abolish{code("900201"), code("900101")}), "撤销: -900201 900201>900101");
    EXPECT_EQ(done(Abolish{code("900201")}), "撤销: -900201");
    EXPECT_EQ(refused(Abolish{code("900101")}), "E-ORG-025");
}

TEST(Change, NeedsABasisAndNoLaterEnd) {
    EXPECT_EQ(decide({"C1", day("2026-05-01"), "", Rename{code("900101"), "东区"}}, surroundings())
                  .error()
                  .code,
              "E-ORG-028");
    auto around = surroundings();
    around.living.at(code("900201")).until = day("2027-01-01");
    EXPECT_EQ(refused(Rename{code("900201"), "南区"}, around), "E-ORG-027");
    EXPECT_EQ(refused(Establish{code("900201001"), "南一镇"}, around), "E-ORG-027");
    EXPECT_EQ(refused(Rename{code("0"), "世界"}), "E-ORG-024");
}

TEST(Change, NumbersThatWereEverUsedAreNotGivenAgain) {
    auto around = surroundings();
    around.used.insert(code("900101003"));  // ended long ago
    const auto event = ordered(Merge{{code("900102"), code("900101")}, code("900101"), ""}, around);
    ASSERT_TRUE(event.ok()) << event.error();
    EXPECT_EQ(event.value().started.front().code, code("900101004"));
}

TEST(Change, IsToldInOneLine) {
    const auto names = surroundings().living;
    EXPECT_EQ(summary(Merge{{code("900102")}, code("900101"), ""}, names),
              "西县 900102 并入 东县 900101");
    EXPECT_EQ(summary(Move{code("900102"), code("900202"), ""}, names),
              "西县 900102 改隶，新代码 900202");
}

}  // namespace
}  // namespace anmin::organisation
