#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

using organisation::Division;
using organisation::Level;
using organisation::Reach;
using organisation::Scope;

Division division(const std::string& digits, const std::string& name, const std::string& parent) {
    return {code(digits), name, organisation::level_of(code(digits)), code(parent), 0};
}

const std::vector<Division>& tree() {
    static const std::vector<Division> rows{
        division("0", "全国", "0"),
        division("33", "浙江省", "0"),
        division("3302", "宁波市", "33"),
        division("330205", "江北区", "3302"),
        division("330205001", "中马街道", "330205"),
        division("330205001001", "江北村", "330205001"),
        division("330206", "江南区", "3302"),
        division("41", "河南省", "0"),
        division("419001", "江源市", "41"),  // directly under its province: a level is skipped
    };
    return rows;
}

organisation::DivisionsImported event_of(const std::vector<Division>& rows) {
    return {"测试数据", "1", digest_of(rows), {2, 1, 3, 1, 1}};
}

std::vector<std::string> codes(const std::vector<Division>& rows) {
    std::vector<std::string> all;
    for (const auto& row : rows) all.push_back(row.code.digits());
    return all;
}
using Codes = std::vector<std::string>;

class Organisation : public OnBoth {
protected:
    organisation::OrganisationStore& port() { return store().organisation(); }
    void import() { ASSERT_DONE(port().import_divisions(tree(), event_of(tree()))); }
    Codes search(const std::string& typed, const Scope& scope = {code("0"), Reach::subtree},
                 int limit = 50) {
        return codes(must(port().search(typed, scope, {}, limit)));
    }
};
ANMIN_ON_BOTH(Organisation);

TEST_P(Organisation, divisions_are_imported_with_their_event) {
    import();
    EXPECT_EQ(must(port().count_divisions()), 9);
    const auto found = must(port().find_division(code("3302")));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->name, "宁波市");
    EXPECT_EQ(found->level, Level::prefecture);
    EXPECT_EQ(found->parent, code("33"));
    EXPECT_EQ(found->children, 2);
    EXPECT_EQ(must(port().find_division(code("0")))->children, 2);
    EXPECT_FALSE(must(port().find_division(code("99"))).has_value());
    EXPECT_EQ(must(store().journal().version(journal::organisation_stream())), 1);
    EXPECT_EQ(codes(must(port().path(code("330205001"), {}))),
              (Codes{"0", "33", "3302", "330205", "330205001"}));
    EXPECT_EQ(codes(must(port().path(code("419001"), {}))), (Codes{"0", "41", "419001"}));
    EXPECT_EQ(codes(must(port().path(code("99"), {}))), Codes{});
}

TEST_P(Organisation, a_second_import_replaces_the_first) {
    import();
    const std::vector<Division> fewer(tree().begin(), tree().begin() + 3);
    ASSERT_DONE(port().import_divisions(fewer, event_of(fewer)));
    EXPECT_EQ(must(port().count_divisions()), 3);
    EXPECT_EQ(must(store().journal().version(journal::organisation_stream())), 2);
}

TEST_P(Organisation, a_wrong_digest_or_order_changes_nothing) {
    import();
    auto wrong = event_of(tree());
    wrong.digest[0] = wrong.digest[0] == '0' ? '1' : '0';
    EXPECT_EQ(port().import_divisions(tree(), wrong).error().code, "E-STORE-024");
    auto rows = tree();
    std::swap(rows[3], rows[4]);
    EXPECT_EQ(port().import_divisions(rows, event_of(rows)).error().code, "E-STORE-024");
    rows = tree();
    rows.push_back(rows.back());
    EXPECT_EQ(port().import_divisions(rows, event_of(rows)).error().code, "E-STORE-024");
    EXPECT_EQ(must(port().count_divisions()), 9);
    EXPECT_EQ(must(store().verify_log()).events, 1);
}

TEST_P(Organisation, children_come_in_pages) {
    import();
    EXPECT_EQ(codes(must(port().children(code("0"), {}, {})).items), (Codes{"33", "41"}));
    const auto first = must(port().children(code("3302"), {}, {"", 1}));
    EXPECT_EQ(codes(first.items), Codes{"330205"});
    const auto second = must(port().children(code("3302"), {}, {first.next, 1}));
    EXPECT_EQ(codes(second.items), Codes{"330206"});
    EXPECT_EQ(second.next, "");
    EXPECT_EQ(codes(must(port().children(code("330205001001"), {}, {})).items), Codes{});
}

TEST_P(Organisation, search_by_beginning_of_name_or_code) {
    import();
    EXPECT_EQ(search("江"), (Codes{"330205", "330206", "419001", "330205001001"}));
    EXPECT_EQ(search("江北"), (Codes{"330205", "330205001001"}));
    EXPECT_EQ(search("江", {code("0"), Reach::subtree}, 2), (Codes{"330205", "330206"}));
    EXPECT_EQ(search("3302"), (Codes{"3302", "330205", "330206", "330205001", "330205001001"}));
    EXPECT_EQ(search("北"), Codes{});
    EXPECT_EQ(search("%"), Codes{});
    EXPECT_EQ(search("江", {code("41"), Reach::subtree}), Codes{"419001"});
    EXPECT_EQ(search("浙", {code("330205"), Reach::subtree_and_above}), Codes{"33"});
    EXPECT_EQ(search("江", {code("0"), Reach::nothing}), Codes{});
    EXPECT_EQ(search("", {code("41"), Reach::subtree}), (Codes{"41", "419001"}));
}

// The county 330206 goes into 330205, which is called 江区 from then on.
journal::Append merger() {
    organisation::DivisionsChanged event;
    event.id = "C1";
    event.kind = organisation::ChangeKind::merge;
    event.on = day("2025-03-01");
    event.basis = "浙政函〔2025〕1号";
    event.summary = "江南区 并入 江北区";
    event.started = {{code("330205002"), "江南街道", code("330205"), "jnjd"}};
    event.ended = {code("330206")};
    event.renamed = {{code("330205"), "江北区", "江区", "jq"}};
    event.links = {{code("330206"), code("330205")}};
    return {journal::organisation_stream(), journal::any_version, {organisation::Event{event}}};
}

std::string names(const std::vector<Division>& rows) {
    std::string all;
    for (const auto& row : rows) all += row.code.digits() + row.name + " ";
    return all;
}

TEST_P(Organisation, the_tree_is_as_it_was_on_the_day_asked_for) {
    import();
    must(store().journal().commit(command(), {merger()}));
    const auto children = [this](organisation::View view) {
        return names(must(port().children(code("3302"), view, {})).items);
    };
    EXPECT_EQ(children({day("2025-02-28"), {}}), "330205江北区 330206江南区 ");
    EXPECT_EQ(children({day("2025-03-01"), {}}), "330205江区 ");
    // As far as was known before the change was recorded, nothing changed on that day.
    EXPECT_EQ(children({day("2025-03-02"), calendar::Instant{1'740'000'000'000}}),
              "330205江北区 330206江南区 ");
    const auto prefecture = [this](const char* on) {
        return must(port().children(code("33"), {day(on), {}}, {})).items.front().children;
    };
    EXPECT_EQ(prefecture("2025-02-28"), 2);
    EXPECT_EQ(prefecture("2025-03-01"), 1);
    const auto county = must(port().children(code("3302"), {day("2025-03-01"), {}}, {})).items;
    EXPECT_EQ(county.front().children, 2) << "the township that came";
}

TEST_P(Organisation, search_and_counts_follow_the_day) {
    import();
    must(store().journal().commit(command(), {merger()}));
    const Scope all{code("0"), Reach::subtree};
    const organisation::View before{day("2025-02-28"), {}};
    const organisation::View after{day("2025-03-01"), {}};
    EXPECT_EQ(names(must(port().search("江南", all, before, 9))), "330206江南区 ");
    EXPECT_EQ(names(must(port().search("江南", all, after, 9))), "330205002江南街道 ");
    EXPECT_EQ(names(must(port().search("jnjd", all, after, 9))), "330205002江南街道 ");
    EXPECT_EQ(names(must(port().search("JNJD", all, before, 9))), "");
    const auto counted = [this](organisation::View view) {
        std::string text;
        for (const auto& one : must(port().counts_below(code("33"), view))) {
            text +=
                std::to_string(static_cast<int>(one.level)) + ":" + std::to_string(one.count) + " ";
        }
        return text;
    };
    EXPECT_EQ(counted(before), "2:1 3:2 4:1 5:1 ");
    EXPECT_EQ(counted(after), "2:1 3:1 4:2 5:1 ");
}

TEST_P(Organisation, changes_and_links_are_found_by_place_and_day) {
    import();
    must(store().journal().commit(command(), {merger()}));
    const auto changes = must(port().changes(code("3302"), {}));
    ASSERT_EQ(changes.items.size(), 1U);
    EXPECT_EQ(changes.items[0].summary, "江南区 并入 江北区");
    EXPECT_EQ(changes.items[0].on, day("2025-03-01"));
    EXPECT_EQ(changes.items[0].started + changes.items[0].ended, 2);
    EXPECT_EQ(must(port().changes(code("41"), {})).items.size(), 0U);
    EXPECT_EQ(must(port().changes(code("0"), {})).items.size(), 1U);
    EXPECT_EQ(must(port().links(code("33"), day("2025-02-28"), day("2025-03-01"))).size(), 1U);
    EXPECT_EQ(must(port().links(code("33"), day("2025-03-01"), day("2025-12-31"))).size(), 0U);
    EXPECT_EQ(must(port().ever_inside(code("330206"), day("2026-01-01"), 9)).size(), 1U)
        << "never given out again";
    EXPECT_EQ(must(port().find_division(code("330206")))->until, day("2025-03-01"));
}

TEST_P(Organisation, a_tree_with_changes_is_not_replaced_and_can_be_folded_again) {
    import();
    must(store().journal().commit(command(), {merger()}));
    EXPECT_EQ(port().import_divisions(tree(), event_of(tree())).error().code, "E-STORE-026");
    const auto rows = [this] {
        std::vector<std::string> all;
        auto connection = raw();
        for (const char* sql :
             {"SELECT code || name || children || initials || from_day || until_day || dated "
              "FROM division ORDER BY code",
              "SELECT code || ' ' || level || ' ' || count FROM division_tally WHERE count > 0 "
              "ORDER BY code, level",
              "SELECT code || until_day || name FROM division_former ORDER BY code"}) {
            must(connection->run(sql, {}, [&all](const Row& row) -> Result<void> {
                all.push_back(row.string(0));
                return {};
            }));
        }
        return all;
    };
    const auto before = rows();
    ASSERT_DONE(store().rebuild_projections());
    EXPECT_EQ(rows(), before);
}

TEST_P(Organisation, units_come_in_pages_and_are_found_by_name_or_post) {
    must(store().journal().commit(command(), {found_offices({"33", "3302", "330205", "34"})}));
    must(store().journal().commit(
        command(), {{journal::organisation_stream(),
                     journal::any_version,
                     {organisation::Event{
                          organisation::UnitFounded{{{"U0"}, "100%_救助A站!", code("330205")}}},
                      organisation::Event{organisation::PostCreated{
                          {{"P0"}, "Station站长", {"U0"}, "", code("330205"), ""}}}}}}));
    const Scope scope{code("33"), Reach::subtree};
    const auto found = [&](const std::string& typed, const organisation::PageRequest& page) {
        const auto part = must(port().find_units(scope, typed, page));
        std::string text;
        for (const auto& one : part.items) text += one.id.value + " ";
        return text + part.next;
    };
    EXPECT_EQ(found("", {}), "U33 U3302 U0 U330205 ");
    EXPECT_EQ(found("", {"", 2}), "U33 U3302 3302/U3302");
    EXPECT_EQ(found("", {"3302/U3302", 2}), "U0 U330205 ");
    EXPECT_EQ(found("3302", {}), "U3302 U330205 ");
    EXPECT_EQ(found("3302", {"", 1}), "U3302 3302/U3302");
    EXPECT_EQ(found("3302", {"3302/U3302", 1}), "U330205 ");
    EXPECT_EQ(found("科长", {}), "U33 U3302 U330205 ");
    for (const char* typed : {"%", "_", "!", "0%_", "救助a", "STATION", "站长"}) {
        EXPECT_EQ(found(typed, {}), "U0 ") << typed;
    }
    EXPECT_EQ(found("'", {}), "");
    EXPECT_EQ(must(port().find_units(Scope{}, "", {})).items.size(), 0U);
    EXPECT_EQ(port().find_units(scope, "", {"nothing", 2}).error().code, "E-STORE-022");
    EXPECT_EQ(must(port().units_of({{"U34"}, {"U0"}, {"none"}})).size(), 2U);
    EXPECT_EQ(must(port().posts_of({{"U33"}, {"U0"}})).size(), 2U);
    EXPECT_EQ(must(port().appointments_of({{"U33"}, {"U34"}})).size(), 2U);
    EXPECT_EQ(must(port().appointments_of({})).size(), 0U);
    EXPECT_EQ(must(port().relations_of({{"U33"}})).size(), 0U);
}

TEST_P(Organisation, units_posts_and_who_holds_them_today) {
    must(store().journal().commit(command(), {found_offices({"33", "3302", "34"})}));
    const journal::Append appointments{
        journal::organisation_stream(),
        journal::any_version,
        {organisation::Event{organisation::Appointed{{"P3302"}, "赵六", day("2025-02-01")}},
         organisation::Event{organisation::Appointed{{"P3302"}, "孙七", day("2099-01-01")}}}};
    must(store().journal().commit(command(), {appointments}));
    const auto units = must(port().units({code("33"), Reach::subtree}));
    ASSERT_EQ(units.size(), 2U);
    EXPECT_EQ(units[1].name, "3302民政局");
    EXPECT_EQ(must(port().units(Scope{})).size(), 0U);
    const auto posts = must(port().posts({code("33"), Reach::subtree}));
    ASSERT_EQ(posts.size(), 2U);
    EXPECT_EQ(posts[0].holder, "李四");
    EXPECT_EQ(posts[1].holder, "赵六");
    EXPECT_EQ(posts[1].unit_name, "3302民政局");
    EXPECT_EQ(posts[1].division, code("3302"));
    EXPECT_EQ(must(port().posts(Scope{})).size(), 0U);
    EXPECT_EQ(must(port().find_post({"P34"}))->unit.value, "U34");
    EXPECT_FALSE(must(port().find_post({"P35"})).has_value());
}

}  // namespace
}  // namespace anmin::store
