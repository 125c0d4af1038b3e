#include "organisation/withdraw_change.h"

#include <gtest/gtest.h>

#include "organisation/organisation.h"
#include "organisation/test_changes.h"

namespace anmin::organisation {
namespace {

calendar::Date day(const char* iso) { return calendar::Date::parse(iso).value(); }

Surroundings around(const std::vector<Division>& rows, calendar::Date on) {
    Surroundings made;
    for (const Division& one : rows) {
        made.used.insert(one.code);
        if (one.lives_on(on)) made.living.emplace(one.code, one);
    }
    return made;
}

// The divisions after the change, as the store keeps them.
std::vector<Division> with(std::vector<Division> rows, const DivisionsChanged& change) {
    for (Division& row : rows) {
        for (const auto& ended : change.ended) {
            if (row.code == ended) row.until = change.on;
        }
        for (const auto& renamed : change.renamed) {
            if (row.code == renamed.code) row.name = renamed.name;
        }
    }
    for (const auto& one : change.started) {
        Division begun{one.code, one.name, level_of(one.code), one.parent, 0};
        begun.from = change.on;
        rows.push_back(begun);
    }
    return rows;
}

DivisionsChanged changed(const std::vector<Division>& rows, const ChangeStep& step,
                         const char* on = "2026-05-01", const char* id = "C1") {
    const auto event = decide({id, day(on), "甲政函〔2026〕1号", step}, around(rows, day(on)));
    EXPECT_TRUE(event.ok()) << event.error();
    return event.value();
}

std::string told(const std::vector<Division>& rows) {
    std::string text;
    for (const Division& one : rows) {
        text += one.code.digits() + one.name + (one.until ? "-" : "") + " ";
    }
    return text;
}

TEST(Withdrawal, EveryKindLeavesTheTreeAsItWas) {
    for (const ChangeStep& step : every_kind()) {
        const auto event = changed(tree(), step);
        const auto after = with(tree(), event);
        EXPECT_NE(told(after), told(tree())) << word(event.kind);
        EXPECT_EQ(told(without(after, event)), told(tree())) << word(event.kind);
    }
}

// The order is read back from the event: deciding it once more gives the same event.
TEST(Withdrawal, EveryKindGivesItsOrderBack) {
    for (const ChangeStep& step : every_kind()) {
        const auto event = changed(tree(), step);
        const auto again = changed(tree(), step_of(event));
        EXPECT_EQ(again.started, event.started) << word(event.kind);
        EXPECT_EQ(again.ended, event.ended) << word(event.kind);
        EXPECT_EQ(again.renamed, event.renamed) << word(event.kind);
        EXPECT_EQ(again.links, event.links) << word(event.kind);
    }
}

// What may be recorded a day later, on top of each kind, and whether it rests on it.
TEST(Withdrawal, ALaterChangeBuildsOnWhatItTouchesOrNeeds) {
    struct Case {
        ChangeStep earlier;
        ChangeStep later;
        bool builds;
    };
    const std::vector<Case> cases{
        {Establish{code("900103"), "北县"}, Rename{code("900103"), "北区"}, true},
        {Establish{code("900103"), "北县"}, Establish{code("900103001"), "北一镇"}, true},
        {Establish{code("900103"), "北县"}, Establish{code("900106"), "又一县"}, false},
        {Establish{code("900103"), "北县"}, Merge{{code("900102")}, code("900103"), ""}, true},
        {Rename{code("900101"), "东区"}, Rename{code("900101"), "大东区"}, true},
        {Rename{code("900101"), "东区"}, Move{code("900101"), code("900202"), ""}, true},
        {Rename{code("900101"), "东区"}, Establish{code("900101003"), "东三镇"}, false},
        {Rename{code("900101"), "东区"}, Merge{{code("900102")}, code("900101"), ""}, false},
        {Rename{code("900101001"), "东新镇"}, Merge{{code("900101")}, code("900102"), ""}, true},
        {Merge{{code("900102")}, code("900101"), ""}, Rename{code("900101003"), "镇"}, true},
        {Merge{{code("900102")}, code("900101"), ""}, Rename{code("900201"), "南区"}, false},
        {Move{code("900102"), code("900202"), ""}, Rename{code("900202001"), "镇"}, true},
        {Move{code("900102"), code("900202"), ""}, Merge{{code("9001")}, code("9002"), ""}, true},
        {Abolish{code("900201"), code("900101")}, Abolish{code("9002"), {}}, true},
        {Abolish{code("900201"), code("900101")}, Rename{code("9002"), "乙市"}, false},
        {Split{code("900101"), {{code("900103"), "北县", {code("900101002")}}}, false},
         Rename{code("900103002"), "镇"}, true},
        {Split{code("900101"), {{code("900103"), "北县", {code("900101002")}}}, false},
         Rename{code("900101"), "南东县"}, false},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto earlier = changed(tree(), cases[i].earlier);
        const auto later = changed(with(tree(), earlier), cases[i].later, "2026-05-02", "C2");
        EXPECT_EQ(builds_on(later, earlier), cases[i].builds) << "case " << i;
    }
}

// What may be put before a change that was recorded for a later day.
TEST(Withdrawal, AnEarlierChangeMayPassOthersThatAreNoneOfItsBusiness) {
    struct Case {
        ChangeStep earlier;
        ChangeStep later;
        bool in_the_way;
    };
    const std::vector<Case> cases{
        {Rename{code("900101"), "东区"}, Establish{code("900101003"), "东三镇"}, false},
        {Rename{code("900101"), "东区"}, Rename{code("900101001"), "镇"}, false},
        {Rename{code("900101"), "东区"}, Rename{code("900101"), "大东区"}, true},
        {Rename{code("900101"), "东区"}, Merge{{code("900101")}, code("900102"), ""}, true},
        {Merge{{code("900102")}, code("900101"), ""}, Rename{code("900201"), "南区"}, false},
        {Merge{{code("900102")}, code("900101"), ""}, Establish{code("900102002"), "镇"}, true},
        {Merge{{code("900102")}, code("900101"), ""}, Rename{code("900102"), "西区"}, true},
        {Abolish{code("900201"), {}}, Establish{code("900201001"), "南一镇"}, true},
        {Establish{code("900103"), "北县"}, Rename{code("9001"), "甲市"}, false},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto later = changed(tree(), cases[i].later, "2026-05-02", "C2");
        const auto earlier = changed(tree(), cases[i].earlier);
        EXPECT_EQ(is_in_the_way(later, earlier), cases[i].in_the_way) << "case " << i;
    }
}

FoundChange found(const DivisionsChanged& event) {
    FoundChange change{{}, event};
    change.recorded.id = event.id;
    change.recorded.on = event.on;
    change.recorded.summary = "东县 更名为 东区";
    change.recorded.basis = event.basis;
    return change;
}

TEST(Withdrawal, IsRefusedPrecisely) {
    const auto first = changed(tree(), Rename{code("900101"), "东区"});
    const auto second =
        changed(with(tree(), first), Rename{code("900101"), "大东区"}, "2026-06-01", "C2");
    const auto other = changed(tree(), Rename{code("900201"), "南区"}, "2026-07-01", "C3");
    EXPECT_EQ(decide_withdrawal(found(first), {}, " \t").error().code, "E-ORG-036");
    const auto built = decide_withdrawal(found(first), {found(other), found(second)}, "错");
    EXPECT_EQ(built.error().code, "E-ORG-035");
    EXPECT_NE(built.error().finding.find("2026-06-01"), std::string::npos) << built.error();
    EXPECT_TRUE(decide_withdrawal(found(first), {found(other)}, "错").ok());
    auto twice = found(first);
    twice.recorded.withdrawn = Withdrawal{{1'780'000'000'000}, "王五", "记错"};
    const auto again = decide_withdrawal(twice, {found(second)}, "错").error();
    EXPECT_EQ(again.code, "E-ORG-034");
    EXPECT_NE(again.finding.find("王五"), std::string::npos);
    const auto done = decide_withdrawal(found(second), {}, "批复写的是大东市");
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done.value().change + done.value().reason, "C2批复写的是大东市");
}

// A wrong day, a wrong target and a wrong name: the right order is decided on the tree without the
// wrong one, and may give out the codes that never were.
TEST(Withdrawal, TheRightOrderIsDecidedWithoutTheWrongOne) {
    const auto wrong = changed(tree(), Move{code("900102"), code("900202"), ""}, "2026-05-01");
    const auto rows = without(with(tree(), wrong), wrong);
    EXPECT_EQ(changed(rows, Move{code("900102"), code("900202"), ""}, "2026-04-01").started,
              wrong.started);
    const auto target = changed(rows, Move{code("900102"), code("900203"), "西区"}, "2026-05-01");
    EXPECT_EQ(target.started.front().code, code("900203"));
    EXPECT_EQ(target.started.front().name, "西区");
}

}  // namespace
}  // namespace anmin::organisation
