// Changes of divisions that are taken back: now as if they had never been, then as they were.
#include "organisation/test_changes.h"
#include "organisation/withdraw_change.h"
#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

using namespace organisation;

DivisionsImported event_of(const std::vector<Division>& rows) {
    return {"测试数据", "1", digest_of(rows), {1, 2, 3, 3, 1}};
}

class Withdrawn : public OnBoth {
protected:
    OrganisationStore& port() { return store().organisation(); }
    void import() { ASSERT_DONE(port().import_divisions(tree(), event_of(tree()))); }
    calendar::Instant instant() const { return {now_.load()}; }

    // Decided on the tree as it is known now.
    std::string change(const char* on, const ChangeStep& step) {
        Surroundings around;
        for (const Division& one : must(port().ever_inside(code("0"), day(on), 99))) {
            around.used.insert(one.code);
            if (one.lives_on(day(on))) around.living.emplace(one.code, one);
        }
        const std::string id = "C" + std::to_string(++changes_);
        auto event = must(decide({id, day(on), "甲政函〔2026〕1号", step}, around));
        event.summary = summary(step, around.living);
        commit(event);
        return id;
    }
    void withdraw(const std::string& id) {
        const auto found = must(port().find_change(id));
        ASSERT_TRUE(found.has_value());
        commit(must(decide_withdrawal(*found, must(port().later_changes(id)), "记错了")));
    }
    void commit(const Event& event) {
        must(store().journal().commit(
            command(), {{journal::organisation_stream(), journal::any_version, {event}}}));
    }

    void tell(const DivisionCode& parent, const View& view, std::string& text) {
        for (const Division& one : must(port().children(parent, view, {})).items) {
            text += one.code.digits() + one.name + std::to_string(one.children) + " ";
            tell(one.code, view, text);
        }
    }
    // All that the port says of the tree, on the days around the changes.
    std::string told(std::optional<calendar::Instant> known = std::nullopt) {
        std::string text;
        for (const char* on : {"2025-12-31", "2026-03-01", "2026-05-01", "2026-06-02"}) {
            const View view{day(on), known};
            text += std::string("\n") + on + ": ";
            tell(code("0"), view, text);
            for (const auto& one : must(port().counts_below(code("90"), view))) {
                text += std::to_string(static_cast<int>(one.level)) + ":" +
                        std::to_string(one.count) + " ";
            }
            for (const char* typed : {"东", "中", "9001", "西"}) {
                text += std::string("| ") + typed + " ";
                const Scope all{code("0"), Reach::subtree};
                for (const auto& one : must(port().search(typed, all, view, 50))) {
                    text += one.code.digits() + one.name + " ";
                }
            }
        }
        return text;
    }

    // Every folded row of the divisions.
    std::vector<std::string> rows() {
        std::vector<std::string> all;
        auto connection = raw();
        for (const char* sql :
             {"SELECT code || name || children || initials || from_day || until_day || from_known "
              "|| ' ' || until_known || ' ' || dated FROM division ORDER BY code",
              "SELECT code || ' ' || level || ' ' || count FROM division_tally WHERE count > 0 "
              "ORDER BY code, level",
              "SELECT code || until_day || known || name FROM division_former ORDER BY code",
              "SELECT id || withdrawn || withdrawn_by || withdrawn_reason FROM division_change "
              "ORDER BY seq",
              "SELECT code || change FROM division_touch ORDER BY code, change",
              "SELECT before_code || after_code || on_day FROM division_link ORDER BY before_code, "
              "after_code, change",
              "SELECT code || ' ' || withdrawal || name || until_day || from_known || ' ' || "
              "until_known || ' ' || gone_known FROM division_once ORDER BY code, withdrawal",
              "SELECT code || ' ' || withdrawal || name || until_day FROM division_once_former "
              "ORDER BY code, withdrawal, until_day"}) {
            must(connection->run(sql, {}, [&all](const Row& row) -> Result<void> {
                all.push_back(row.string(0));
                return {};
            }));
        }
        return all;
    }
    void expect_the_same_when_folded_again() {
        const auto before = rows();
        ASSERT_DONE(store().rebuild_projections());
        EXPECT_EQ(rows(), before);
    }

    int changes_ = 0;
};
ANMIN_ON_BOTH(Withdrawn);

TEST_P(Withdrawn, a_change_of_every_kind_is_as_if_it_had_not_been_and_known_as_it_was) {
    import();
    const std::string untouched = told();
    for (const ChangeStep& step : every_kind()) {
        const auto before = instant();
        const std::string id = change("2026-05-01", step);
        const auto known = instant();
        const std::string wrong = told();
        EXPECT_NE(wrong, untouched) << id;
        withdraw(id);
        EXPECT_EQ(told(), untouched) << id;
        EXPECT_EQ(told(instant()), untouched) << id;
        EXPECT_EQ(told(known), wrong) << id;
        EXPECT_EQ(told(before), untouched) << id;
        EXPECT_TRUE(must(port().links(code("0"), day("2020-01-01"), day("2030-01-01"))).empty());
    }
    expect_the_same_when_folded_again();
    EXPECT_EQ(told(), untouched);
}

TEST_P(Withdrawn, the_right_change_takes_its_place_with_the_same_codes) {
    import();
    const std::string wrong = change("2026-05-01", Move{code("900102"), code("900202"), ""});
    const auto known = instant();
    const std::string as_known = told();
    withdraw(wrong);
    const auto between = instant();
    const std::string as_between = told();
    const std::string right = change("2026-03-01", Move{code("900102"), code("900202"), "西区"});
    EXPECT_EQ(must(port().find_division(code("900202")))->from, day("2026-03-01"));
    EXPECT_EQ(must(port().find_division(code("900202")))->name, "西区");
    EXPECT_EQ(must(port().find_division(code("900102")))->until, day("2026-03-01"));
    EXPECT_EQ(told(known), as_known);
    EXPECT_EQ(told(between), as_between);
    const auto after = told();
    const auto second = instant();
    withdraw(right);
    EXPECT_EQ(told(second), after);
    EXPECT_EQ(told(known), as_known);
    EXPECT_EQ(told(), as_between);
    expect_the_same_when_folded_again();
    EXPECT_EQ(told(known), as_known);
}

TEST_P(Withdrawn, names_go_back_one_by_one) {
    import();
    const std::string first = change("2026-03-01", Rename{code("900101"), "东区"});
    const auto one = instant();
    const std::string with_one = told();
    const std::string second = change("2026-05-01", Rename{code("900101"), "大东区"});
    const auto two = instant();
    const std::string with_two = told();
    const auto found = must(port().find_change(first));
    const auto refused = decide_withdrawal(*found, must(port().later_changes(first)), "错");
    EXPECT_EQ(refused.error().code, "E-ORG-035");
    EXPECT_NE(refused.error().finding.find("大东区"), std::string::npos) << refused.error();
    withdraw(second);
    EXPECT_EQ(told(), with_one);
    EXPECT_EQ(told(two), with_two);
    withdraw(first);
    EXPECT_EQ(must(port().find_division(code("900101")))->name, "东县");
    EXPECT_EQ(told(one), with_one);
    EXPECT_EQ(told(two), with_two);
    expect_the_same_when_folded_again();
}

// The chain of a day: what a change begins, another ends; each is taken back, the last first.
TEST_P(Withdrawn, a_chain_is_taken_back_from_its_end) {
    import();
    const std::string untouched = told();
    std::vector<std::pair<calendar::Instant, std::string>> seen;
    std::vector<std::string> ids;
    for (const ChangeStep& step : {ChangeStep(Establish{code("900103"), "北县"}),
                                   ChangeStep(Merge{{code("900102")}, code("900103"), ""}),
                                   ChangeStep(Rename{code("900103001"), "西北镇"}),
                                   ChangeStep(Move{code("900103"), code("900202"), ""})}) {
        ids.push_back(change("2026-05-01", step));
        seen.emplace_back(instant(), told());
    }
    EXPECT_EQ(must(port().later_changes(ids[0])).size(), 3U);
    for (std::size_t i = ids.size(); i-- > 0;) {
        if (i > 0) {
            const auto below = must(port().find_change(ids[i - 1]));
            EXPECT_EQ(decide_withdrawal(*below, must(port().later_changes(ids[i - 1])), "错")
                          .error()
                          .code,
                      "E-ORG-035");
        }
        withdraw(ids[i]);
        EXPECT_EQ(told(), i == 0 ? untouched : seen[i - 1].second) << i;
    }
    for (const auto& [known, text] : seen) EXPECT_EQ(told(known), text);
    expect_the_same_when_folded_again();
    for (const auto& [known, text] : seen) EXPECT_EQ(told(known), text);
}

TEST_P(Withdrawn, the_list_shows_by_whom_and_why) {
    import();
    const std::string id = change("2026-05-01", Rename{code("900101"), "东区"});
    change("2026-06-01", Rename{code("900201"), "南区"});
    withdraw(id);
    const auto listed = must(port().changes(code("900101"), {}));
    ASSERT_EQ(listed.items.size(), 1U);
    ASSERT_TRUE(listed.items[0].withdrawn.has_value());
    EXPECT_EQ(listed.items[0].withdrawn->by + listed.items[0].withdrawn->reason, "张三记错了");
    EXPECT_FALSE(must(port().latest_change(code("900101"), "")).has_value());
    EXPECT_EQ(must(port().latest_change(code("90"), ""))->id, "C2");
    EXPECT_FALSE(must(port().latest_change(code("90"), "C2")).has_value());
    EXPECT_FALSE(must(port().find_change("none")).has_value());
    EXPECT_TRUE(must(port().later_changes("none")).empty());
    const auto twice =
        store().journal().commit(command(), {{journal::organisation_stream(),
                                              journal::any_version,
                                              {Event(DivisionChangeWithdrawn{id, "再来"})}}});
    EXPECT_EQ(twice.error().code, "E-STORE-018");
}

TEST_P(Withdrawn, a_path_is_known_as_it_was) {
    import();
    const std::string id = change("2026-05-01", Establish{code("900103"), "北县"});
    const auto known = instant();
    withdraw(id);
    EXPECT_TRUE(must(port().path(code("900103"), {})).empty());
    const auto path = must(port().path(code("900103"), {day("2026-05-01"), known}));
    ASSERT_EQ(path.size(), 4U);
    EXPECT_EQ(path.back().name, "北县");
}

// Other data came before the changes; none comes over them, taken back or not.
TEST_P(Withdrawn, imports_before_and_after) {
    const std::vector<Division> fewer(tree().begin(), tree().begin() + 4);
    ASSERT_DONE(port().import_divisions(fewer, event_of(fewer)));
    import();
    withdraw(change("2026-05-01", Merge{{code("900102")}, code("900101"), "中县"}));
    expect_the_same_when_folded_again();
    EXPECT_EQ(port().import_divisions(tree(), event_of(tree())).error().code, "E-STORE-026");
}

}  // namespace
}  // namespace anmin::store
