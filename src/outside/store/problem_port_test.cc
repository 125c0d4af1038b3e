// Problems on both engines: field work, remarks and what became of them, lists with their counts,
// every filter, and a rebuild.
#include "store/test_problems.h"

namespace anmin::store {
namespace {

using organisation::Reach;
using problem::ListId;
using problem::MissionId;
using problem::Problem;
using problem::ProblemFilter;
using problem::ProblemId;
using problem::ProblemState;
using problem::RemarkId;
using Texts = std::vector<std::string>;

class Problems : public FieldWork {
protected:
    Texts taken(const char* division, std::optional<bool> merged = std::nullopt) {
        return walk(
            [&](const auto& page) { return must(port().taken(in(division), merged, page)); },
            [](const problem::TakenRemark& one) { return one.remark.id.value; });
    }
    Texts problems(const ProblemFilter& filter, const char* division = "33",
                   Reach reach = Reach::subtree) {
        return walk(
            [&](const auto& page) {
                return must(port().problems(in(division, reach), filter, page));
            },
            [](const Problem& one) { return one.id.value; });
    }
    Problem problem_of(const char* id) {
        auto found = must(port().find_problem({id}));
        EXPECT_TRUE(found.has_value());
        return found.value_or(Problem());
    }
    std::string counts_of(const char* id) {
        const auto list = must(port().find_list({id}, day("2025-04-20")));
        if (!list) return "none";
        return (list->declared ? std::to_string(*list->declared) : "-") + " " +
               std::to_string(list->listed) + " " + std::to_string(list->focused) + " " +
               std::to_string(list->started) + " " + std::to_string(list->struck_off);
    }
    // Every row of the room's tables.
    Texts rows_of_room() {
        Texts rows;
        const auto connection = raw();
        for (const char* table : {"mission", "mission_group", "mission_member", "activity",
                                  "remark", "problem_list", "problem"}) {
            EXPECT_DONE(connection->run(std::string("SELECT * FROM ") + table + " ORDER BY 1, 2, 3",
                                        {}, [&](const Row& row) -> Result<void> {
                                            std::string line = table;
                                            for (int i = 0; i < row.columns(); ++i)
                                                line += "|" + shown(row.value(i));
                                            rows.push_back(std::move(line));
                                            return {};
                                        }));
        }
        return rows;
    }
    static std::string shown(const Parameter& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
        if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
        return "null";
    }
};

TEST_P(Problems, MissionsAreListedNewestFirstWithTheirGroups) {
    plant();
    const auto all = must(port().missions(in("33")));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id.value, "M2");
    const problem::Mission& first = all[1];
    EXPECT_EQ(first.title, "蹲点调研");
    EXPECT_EQ(first.version, 9) << "as many as its stream has events";
    EXPECT_EQ(first.division, code("3301"));
    EXPECT_EQ(first.from, day("2025-03-01"));
    EXPECT_EQ(first.to, day("2025-03-20"));
    ASSERT_EQ(first.groups.size(), 2U);
    EXPECT_EQ(first.groups[0].area, "浙江");
    EXPECT_TRUE(first.groups[0].province);
    EXPECT_EQ(first.groups[0].people, 3) << "the leader is one of them";
    EXPECT_EQ(first.groups[1].area, "兵团");
    EXPECT_FALSE(first.groups[1].province);
    EXPECT_EQ(must(port().missions(in("330102"))).size(), 0U) << "above is not inside";
    EXPECT_EQ(must(port().missions(in("33", Reach::nothing))).size(), 0U);
    EXPECT_EQ(must(port().find_mission({"M1"}))->groups.size(), 2U);
    EXPECT_FALSE(must(port().find_mission({"M9"})).has_value());
}

TEST_P(Problems, GroupsAreCountedInTheirOwnUnits) {
    plant();
    const auto tallies = must(port().group_tallies(in("33")));
    ASSERT_EQ(tallies.size(), 3U);
    EXPECT_EQ(tallies[0].mission.value, "M2");
    const problem::GroupTally& first = tallies[1];
    EXPECT_EQ(first.number, 1);
    EXPECT_EQ(first.title, "蹲点调研");
    EXPECT_EQ(first.version, 9);
    EXPECT_EQ(first.people, (Texts{"甲", "乙", "丙"}));
    EXPECT_EQ((Texts{std::to_string(first.sessions), std::to_string(first.interviews),
                     std::to_string(first.visits), std::to_string(first.problems),
                     std::to_string(first.suggestions), std::to_string(first.merged)}),
              (Texts{"3", "12", "0", "2", "1", "3"}));
    EXPECT_EQ(tallies[2].sessions + tallies[2].visits, 6);
    EXPECT_EQ(tallies[2].merged, 1);
    EXPECT_EQ(must(port().group_tallies(in("3302"))).size(), 1U);
}

TEST_P(Problems, RemarksKeepTheirWordsAndSayWhatBecameOfThem) {
    plant();
    const auto found = must(port().remarks({{"R4"}, {"R9"}, {"R5"}}));
    ASSERT_EQ(found.size(), 2U) << "in the order asked for, without those that are not";
    EXPECT_EQ(found[0].remark.id.value, "R4");
    EXPECT_EQ(found[0].remark.text, "路远");
    EXPECT_EQ(found[0].remark.said_by, "老人");
    EXPECT_EQ(found[0].remark.place, "丙村");
    EXPECT_EQ(found[0].remark.kind, problem::RemarkKind::problem);
    EXPECT_EQ(found[0].mission.value, "M1");
    EXPECT_EQ(found[0].group, 2);
    EXPECT_EQ(found[0].on, day("2025-03-12"));
    EXPECT_EQ(found[0].problem, ProblemId{"Q1"});
    EXPECT_FALSE(found[1].problem.has_value());

    EXPECT_EQ(taken("33"), (Texts{"R1", "R2", "R3", "R4", "R5"}));
    EXPECT_EQ(taken("33", true), (Texts{"R1", "R2", "R3", "R4"}));
    EXPECT_EQ(taken("33", false), Texts{"R5"});
    EXPECT_EQ(taken("3302"), Texts{"R5"});
    EXPECT_EQ(taken("3302", true), Texts{});
    EXPECT_EQ(taken("330102"), Texts{});
}

TEST_P(Problems, LinksOfAMergedProblemGoBothWays) {
    plant();
    EXPECT_EQ(problem_of("Q1").remarks, (std::vector<RemarkId>{{"R1"}, {"R2"}, {"R4"}}));
    for (const auto& one : must(port().remarks(problem_of("Q1").remarks)))
        EXPECT_EQ(one.problem, ProblemId{"Q1"}) << one.remark.id.value;
    EXPECT_EQ(must(port().remarks({{"R3"}}))[0].problem, ProblemId{"Q3"});
}

// Two officers who merge at the same moment both saw a free remark; the second is refused whole.
TEST_P(Problems, ARemarkBelongsToOneProblem) {
    plant();
    const auto before = rows_of_room();
    const auto joined =
        try_commit(ProblemId{"Q3"}, journal::any_version,
                   problem::RemarksJoined{{{"R5"}, {"R1"}}, officer, day("2025-03-27")});
    ASSERT_FALSE(joined.ok());
    EXPECT_EQ(joined.error().fault, Fault::stale);
    problem::ProblemRaised again{{"Q9"},       "又一个", {{"R2"}}, "",
                                 code("3301"), "民政局", officer,  day("2025-03-27")};
    EXPECT_FALSE(try_commit(ProblemId{"Q9"}, 0, again).ok());
    again.remarks = {{"R8"}};
    EXPECT_FALSE(try_commit(ProblemId{"Q9"}, 0, again).ok()) << "there is no such remark";
    EXPECT_EQ(rows_of_room(), before);
}

TEST_P(Problems, ListsCountTheirProblemsBesideWhatIsDeclared) {
    plant();
    Texts names;
    for (const auto& list : must(port().lists(in("33"), day("2025-04-20"))))
        names.push_back(list.id.value);
    EXPECT_EQ(names, (Texts{"L3", "L1", "L2"})) << "by scheme";
    EXPECT_EQ(must(port().lists(in("330102"), day("2025-04-20"))).size(), 1U);
    EXPECT_EQ(must(port().lists(in("33", Reach::nothing), day("2025-04-20"))).size(), 0U);
    const auto list = must(port().find_list({"L1"}, day("2025-04-20")));
    ASSERT_TRUE(list.has_value());
    EXPECT_EQ(list->name, "突出问题清单");
    EXPECT_EQ(list->scheme, "1+3");
    EXPECT_EQ(list->source, "蹲点调研");
    EXPECT_EQ(list->division, code("3301"));
    EXPECT_EQ(list->opened_on, day("2025-03-21"));
    // Declared, listed, focused, started, struck off.
    EXPECT_EQ(counts_of("L1"), "3 2 1 1 0");
    EXPECT_EQ(counts_of("L2"), "- 0 0 0 0");
    EXPECT_EQ(counts_of("L3"), "1 1 1 1 1");
    EXPECT_EQ(counts_of("L9"), "none");

    put("Q2", "L2", 7, true);  // moves, and is counted there only
    EXPECT_EQ(counts_of("L1"), "3 1 1 1 0");
    EXPECT_EQ(counts_of("L2"), "- 1 1 0 0");
    commit(ProblemId{"Q4"}, problem::ProblemHeld{"已巩固", officer, day("2025-10-12")});
    EXPECT_EQ(counts_of("L3"), "1 1 1 1 1");
    commit(ProblemId{"Q4"}, problem::ProblemRebounded{"又来了", officer, day("2025-11-12")});
    EXPECT_EQ(counts_of("L3"), "1 1 1 1 0") << "open again";
}

TEST_P(Problems, AProblemIsWhatItsEventsMadeOfIt) {
    plant();
    const Problem found = problem_of("Q4");
    EXPECT_EQ(found.version, 6);
    EXPECT_EQ(found.state, ProblemState::struck_off);
    EXPECT_EQ(found.list, ListId{"L3"});
    EXPECT_EQ(found.number, 1);
    EXPECT_TRUE(found.focused);
    EXPECT_EQ(found.owner->post.value, "P2");
    EXPECT_EQ(found.doer, officer.account);
    EXPECT_EQ(found.closed_on, day("2025-04-11"));
    EXPECT_EQ(found.look_back_on, day("2025-10-11"));
    Texts steps;
    for (const auto& step : found.steps) steps.push_back(step.label);
    EXPECT_EQ(steps, (Texts{"提出", "入清单", "整改方案", "报整改", "验收通过", "销号"}));
    EXPECT_EQ(found.steps[3].evidence.size(), 1U);
    EXPECT_FALSE(must(port().find_problem({"Q9"})).has_value());
}

// What is on no list yet comes first: somebody has to put it there.
TEST_P(Problems, AreInTheOrderOfTheirListsAndNumbers) {
    plant();
    EXPECT_EQ(problems({}), (Texts{"Q3", "Q2", "Q1", "Q4"}));
}

TEST_P(Problems, EveryFilterNarrows) {
    plant();
    ProblemFilter filter;
    filter.states = {ProblemState::raised, ProblemState::struck_off};
    EXPECT_EQ(problems(filter), (Texts{"Q3", "Q4"}));
    filter = {};
    filter.list = ListId{"L1"};
    EXPECT_EQ(problems(filter), (Texts{"Q2", "Q1"}));
    filter.focused = true;
    EXPECT_EQ(problems(filter), Texts{"Q1"});
    filter = {};
    filter.owner = ident::PostId{"P2"};
    EXPECT_EQ(problems(filter), Texts{"Q4"});
    filter = {};
    filter.started = true;
    EXPECT_EQ(problems(filter), (Texts{"Q1", "Q4"}));
    filter.done = true;
    EXPECT_EQ(problems(filter), Texts{"Q4"});
}

TEST_P(Problems, AreSeenWhereTheyWereRaisedAndWhereTheyArePutRight) {
    plant();
    EXPECT_EQ(problems({}, "3301"), (Texts{"Q3", "Q2", "Q1"}));
    EXPECT_EQ(problems({}, "330102"), (Texts{"Q2", "Q1"}));
    EXPECT_EQ(problems({}, "330102001"), Texts{"Q1"}) << "its owner is here";
    ProblemFilter unlisted;
    unlisted.states = {ProblemState::raised};
    EXPECT_EQ(problems(unlisted, "330102001"), Texts{}) << "a filter narrows both halves";
    EXPECT_EQ(problems({}, "330102001", Reach::nothing), Texts{});
    EXPECT_EQ(problems({}, "31"), Texts{});
}

TEST_P(Problems, AStaleVersionIsRefusedAndChangesNothing) {
    plant();
    const auto before = rows_of_room();
    const problem::ProblemListed listed{{"L2"}, 9, false, officer, day("2025-03-28")};
    for (const std::int64_t seen : {0, 1, 3, 5}) {
        const auto stale = try_commit(ProblemId{"Q1"}, seen, listed);
        ASSERT_FALSE(stale.ok()) << seen;
        EXPECT_EQ(stale.error().fault, Fault::stale);
    }
    const auto group = problem::GroupFormed{3, "山东", true, "庚", {}, officer, day("2025-03-28")};
    EXPECT_EQ(try_commit(MissionId{"M1"}, 8, group).error().fault, Fault::stale);
    EXPECT_EQ(rows_of_room(), before);
    must(try_commit(ProblemId{"Q1"}, 4, listed));
    EXPECT_EQ(problem_of("Q1").version, 5);
    must(try_commit(MissionId{"M1"}, 9, group));
    EXPECT_EQ(must(port().find_mission({"M1"}))->version, 10);
}

TEST_P(Problems, ARebuildGivesTheSameRows) {
    plant();
    const auto before = rows_of_room();
    EXPECT_EQ(before.size(), 2U + 3 + 6 + 4 + 5 + 3 + 4);
    ASSERT_DONE(store().rebuild_projections());
    EXPECT_EQ(rows_of_room(), before);
    ASSERT_DONE(
        raw()->script("DELETE FROM mission_member; UPDATE remark SET problem = NULL; "
                      "UPDATE problem SET state = 'raised', list = NULL; "
                      "DELETE FROM activity; UPDATE problem_list SET declared = 9;"));
    EXPECT_NE(rows_of_room(), before);
    ASSERT_DONE(store().rebuild_projections());
    EXPECT_EQ(rows_of_room(), before);
}

ANMIN_ON_BOTH(Problems);

}  // namespace
}  // namespace anmin::store
