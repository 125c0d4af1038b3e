#include "population_cli/population_cli.h"

#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>
#include <unistd.h>

#include "files/divisions.h"
#include "population/population.h"
#include "population_cli/describe.h"
#include "population_cli/generate.h"
#include "population_cli/places.h"
#include "population_cli/table.h"

namespace anmin::population_cli {
namespace {

using organisation::Division;
using organisation::Level;

const std::filesystem::path packages = std::filesystem::path(ANMIN_ROOT) / "packages";

// Two townships for each province of the data: a 街道 and a 乡.
std::vector<Division> small_divisions(const Nation& nation) {
    std::vector<Division> rows;
    for (const Province& province : nation.provinces) {
        for (const char* name : {"东街道", "西乡"}) {
            const std::string code =
                province.code + "0101" + (name[0] == "东街道"[0] ? "001" : "200");
            rows.push_back({*ident::DivisionCode::parse(code), name, Level::township, {}, 10});
        }
    }
    return rows;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class GenerateTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::path(testing::TempDir()) /
                  ("anmin-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::create_directories(folder_);
        order_.out = folder_ / "small.population";
        order_.packages = packages;
        order_.persons = 200'000;
        order_.seed = 7;
        order_.as_of = *calendar::Date::of(2025, 12, 31);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    Result<Generated> run() {
        return generate(order_, nation_, small_divisions(nation_),
                        [](std::int64_t, std::int64_t) {});
    }

    const Nation nation_ = load_nation(packages).value();
    std::filesystem::path folder_;
    GenerateOrder order_;
};

TEST_F(GenerateTest, TiesWithItsControlsToThePerson) {
    const Generated generated = run().value();
    EXPECT_EQ(generated.written.members, 200'000U);
    std::vector<std::int64_t> controls;
    for (const Group& group : nation_.groups) controls.push_back(group.persons);
    const std::vector<std::int64_t> wanted = shared_out(200'000, controls);
    for (std::size_t g = 0; g < wanted.size(); ++g)
        EXPECT_EQ(generated.totals.persons(g), wanted[g]);
    const auto population = population::Population::open(order_.out).value();
    EXPECT_EQ(population.members(), 200'000U);
    EXPECT_EQ(population.households(), generated.written.households);
    EXPECT_TRUE(population.provenance().synthetic);
    EXPECT_LE(population.file_bytes(), 64U * population.members());
}

TEST_F(GenerateTest, TheSameSeedGivesTheSameBytes) {
    ASSERT_TRUE(run().ok());
    const std::string first = bytes_of(order_.out);
    ASSERT_TRUE(run().ok());
    EXPECT_TRUE(bytes_of(order_.out) == first);
    order_.seed = 8;
    ASSERT_TRUE(run().ok());
    EXPECT_FALSE(bytes_of(order_.out) == first);
}

// Reads one value of a column of a segment.
std::int64_t at(const frame::Frame& table, const char* name, std::size_t row) {
    return table.find_column(name)->at(row);
}

TEST_F(GenerateTest, EveryRowIsPossible) {
    ASSERT_TRUE(run().ok());
    const auto population = population::Population::open(order_.out).value();
    const std::int64_t as_of = order_.as_of.days().time_since_epoch().count();
    for (std::size_t s = 0; s < population.segments(); ++s) {
        const frame::Frame households = population.segment(s).value();
        const auto& [offsets, members] = households.children[0];
        for (std::size_t row = 0; row < households.rows; ++row) {
            ASSERT_LT(offsets[row], offsets[row + 1]) << "a household has members";
            ASSERT_LE(at(households, "since", row), as_of);
            ASSERT_GE(at(households, "aid", row), 0);
            std::int64_t spouses = 0;
            for (std::size_t i = offsets[row]; i < offsets[row + 1]; ++i) {
                const auto relation = static_cast<Relation>(at(members, "relation", i));
                ASSERT_EQ(relation == Relation::head, i == offsets[row]);
                spouses += relation == Relation::spouse ? 1 : 0;
                ASSERT_LE(at(members, "birth", i), as_of);
                ASSERT_EQ(members.find_column("disability")->is_null(i),
                          members.find_column("grade")->is_null(i));
                ASSERT_FALSE(at(members, "able", i) == 1 && at(members, "studying", i) == 1);
                for (const char* money : {"wage", "business", "property", "transfer"}) {
                    ASSERT_GE(at(members, money, i), 0);
                }
            }
            ASSERT_LE(spouses, 1);
        }
    }
}

// Those of working age who are in the group of the destitute have one of the disabilities that the
// data name.
TEST_F(GenerateTest, RequirementsHold) {
    const HouseholdMaker maker(nation_, order_.as_of.days().time_since_epoch().count());
    const auto group = std::find_if(
        nation_.groups.begin(), nation_.groups.end(),
        [&](const Group& one) { return nation_.shapes[one.shape].requirement.has_value(); });
    ASSERT_NE(group, nation_.groups.end());
    const Requirement& requirement = *nation_.shapes[group->shape].requirement;
    Draws draws(3);
    Household household;
    int required = 0;
    for (int i = 0; i < 5000; ++i) {
        maker.draw(*group, 80'000, 5, draws, household);
        for (const Member& member : household.members) {
            if (member.age < requirement.from || member.age > requirement.to) continue;
            ++required;
            ASSERT_TRUE(std::any_of(
                requirement.any_of.begin(), requirement.any_of.end(), [&](const Handicap& one) {
                    return member.disability == one.kind &&
                           std::find(one.grades.begin(), one.grades.end(), member.grade) !=
                               one.grades.end();
                }));
        }
    }
    EXPECT_GT(required, 100);
}

// Ages, sexes and incomes are those of the shape; and many households stand at the standard, to the
// fen.
TEST_F(GenerateTest, ShapesComeOut) {
    const HouseholdMaker maker(nation_, order_.as_of.days().time_since_epoch().count());
    for (const Group& group : nation_.groups) {
        const Shape& shape = nation_.shapes[group.shape];
        Draws draws(5);
        Household household;
        std::vector<std::int64_t> ages(shape.ages.size());
        std::int64_t members = 0;
        std::int64_t female = 0;
        int beside = 0;
        for (int i = 0; i < 40'000; ++i) {
            maker.draw(group, 80'000, 100, draws, household);
            std::int64_t income = 0;
            for (const Member& member : household.members) {
                ++members;
                female += member.female ? 1 : 0;
                for (std::size_t b = 0; b < ages.size(); ++b) {
                    ages[b] +=
                        member.age >= shape.ages[b].from && member.age <= shape.ages[b].to ? 1 : 0;
                }
                income +=
                    member.wage.value_or(0) + member.business + member.property + member.transfer;
            }
            beside +=
                std::abs(income - 80'000 * static_cast<std::int64_t>(household.members.size())) <= 1
                    ? 1
                    : 0;
        }
        std::int64_t all = 0;
        for (const AgeBand& band : shape.ages) all += band.weight;
        for (std::size_t b = 0; b < ages.size(); ++b) {
            EXPECT_NEAR(static_cast<double>(ages[b]) / static_cast<double>(members),
                        static_cast<double>(shape.ages[b].weight) / static_cast<double>(all), 0.02)
                << group.code << " from " << shape.ages[b].from;
        }
        EXPECT_NEAR(static_cast<double>(female) / static_cast<double>(members),
                    static_cast<double>(shape.female) / 1000, 0.02);
        EXPECT_GT(beside, 40'000 * shape.near_standard / 1000 / 3) << group.code;
    }
}

TEST_F(GenerateTest, FailuresLeaveNothing) {
    auto rows = small_divisions(nation_);
    rows.erase(rows.begin(), rows.begin() + 2);
    const auto missing = generate(order_, nation_, rows, [](std::int64_t, std::int64_t) {});
    EXPECT_EQ(missing.error().code, "E-POP-021");
    order_.out = folder_ / "no" / "folder";
    EXPECT_EQ(run().error().code, "E-POP-008");
    EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(GenerateTest, TotalsAndDescriptionSayThatDataAreSynthetic) {
    const Generated generated = run().value();
    std::ostringstream out;
    generated.totals.print(out);
    for (const Group& group : nation_.groups) {
        EXPECT_NE(out.str().find(group.label + "，" + (group.estimate ? "估计" : "公布")),
                  std::string::npos);
        EXPECT_NE(out.str().find(std::to_string(group.persons)), std::string::npos);
    }
    std::ostringstream about;
    describe(population::Population::open(order_.out).value(), about);
    EXPECT_NE(about.str().find("合成数据，不含真实的人，部分依据为估计"), std::string::npos);
    EXPECT_NE(about.str().find("数据日期 2025-12-31"), std::string::npos);
    EXPECT_NE(about.str().find("出生日期"), std::string::npos);
    EXPECT_NE(about.str().find("区划名称 62 个"), std::string::npos);
}

// Every township and what it lies in is named as in the division table; villages are not.
TEST_F(GenerateTest, DivisionsKeepTheirNames) {
    std::vector<Division> rows;
    const auto add = [&](const std::string& code, const char* name, Level level) {
        rows.push_back({*ident::DivisionCode::parse(code), name, level, {}, 10});
    };
    rows.push_back({ident::DivisionCode::nation(), "全国", Level::nation, {}, 31});
    for (const Province& province : nation_.provinces) {
        add(province.code, province.name.c_str(), Level::province);
        add(province.code + "01", "甲市", Level::prefecture);
        add(province.code + "0101", "乙区", Level::county);
        add(province.code + "0101001", "东街道", Level::township);
        add(province.code + "0101001001", "一社区", Level::village);
        add(province.code + "0101200", "西乡", Level::township);
    }
    ASSERT_TRUE(generate(order_, nation_, rows, [](std::int64_t, std::int64_t) {}).ok());
    const auto population = population::Population::open(order_.out).value();
    const population::Schema& schema = population.schema();
    EXPECT_EQ(schema.places.size(), 5 * nation_.provinces.size());
    for (const Province& province : nation_.provinces) {
        EXPECT_EQ(schema.find_name(province.code), province.name);
        EXPECT_EQ(schema.find_name(province.code + "01"), "甲市");
        EXPECT_EQ(schema.find_name(province.code + "0101"), "乙区");
        EXPECT_EQ(schema.find_name(province.code + "0101200"), "西乡");
    }
    EXPECT_LE(population.file_bytes(), 64U * population.members());
}

TEST_F(GenerateTest, VerifyAndExitCodes) {
    ASSERT_TRUE(run().ok());
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    EXPECT_EQ(run_population({"verify", order_.out}), 0);
    EXPECT_EQ(run_population({"describe", order_.out}), 0);
    EXPECT_EQ(run_population({"verify", folder_ / "none"}), 1);
    EXPECT_EQ(run_population({"verify"}), 2);
    EXPECT_EQ(run_population({"generate", "--out", "x"}), 2);
    EXPECT_EQ(
        run_population({"generate", "--out", "x", "--divisions", "y", "--as-of", "2025-02-30"}), 2);
    EXPECT_EQ(run_population({"generate", "--out", "x", "--divisions", "y", "--as-of", "2025-02-28",
                              "--seed", "-1"}),
              2);
    EXPECT_EQ(run_population({"generate", "--size=3"}), 2);
    EXPECT_EQ(run_population({}), 2);
    EXPECT_EQ(run_population({"generate", "--out", folder_ / "x", "--divisions", folder_, "--as-of",
                              "2025-12-31", "--packages", packages}),
              1);
    const std::string errors = testing::internal::GetCapturedStderr();
    EXPECT_NE(errors.find("E-POP-002"), std::string::npos);
    EXPECT_NE(errors.find("E-POP-030"), std::string::npos);
    EXPECT_NE(errors.find("E-DIVISION-001"), std::string::npos);
    EXPECT_NE(testing::internal::GetCapturedStdout().find("完好"), std::string::npos);
}

TEST(NationTest, EveryFigureSaysWhetherItIsAnEstimate) {
    const Nation nation = load_nation(packages).value();
    EXPECT_EQ(nation.provinces.size(), 31U);
    std::int64_t recipients = 0;
    for (const Group& group : nation.groups) {
        EXPECT_FALSE(group.source.empty());
        if (group.aid > 0) recipients += group.persons;
    }
    EXPECT_EQ(recipients, 44'070'000);
    // The provinces' estimates were made to tie with the national totals.
    for (const Group& group : nation.groups) {
        if (group.code != group.spread) continue;
        std::int64_t sum = 0;
        for (const Province& province : nation.provinces) sum += province.columns.at(group.spread);
        EXPECT_NEAR(static_cast<double>(sum), static_cast<double>(group.persons),
                    static_cast<double>(group.persons) / 1000);
    }
}

TEST(NationTest, AFaultIsNamedWithItsPlace) {
    const auto folder =
        std::filesystem::path(testing::TempDir()) / ("anmin-nation-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder / "population");
    const std::string good = bytes_of(packages / "population" / "nation.json");
    const auto fault = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        const std::size_t found = text.find(from);
        EXPECT_NE(found, std::string::npos) << from;
        text.replace(found, from.size(), to);
        std::ofstream(folder / "population" / "nation.json", std::ios::trunc) << text;
        const auto nation = load_nation(folder);
        return nation.ok() ? "" : nation.error().code + " " + nation.error().place;
    };
    EXPECT_EQ(fault("\"units\"", "\"unit\""), "");
    EXPECT_NE(fault("\"female\": 464", "\"female\": 1464").find(".shapes[0].female"),
              std::string::npos);
    EXPECT_NE(fault("\"shape\": \"urban\"", "\"shape\": \"town\"").find(".groups[0].shape"),
              std::string::npos);
    EXPECT_NE(fault("\"spread\": \"urban\"", "\"spread\": \"town\"").find(".groups[0]"),
              std::string::npos);
    EXPECT_NE(fault("\"from\": 18", "\"from\": 16").find(".shapes[0].ages[1].from"),
              std::string::npos);
    EXPECT_NE(fault("\"income\": [0, 0", "\"income\": [9, 0").find(".shapes[0].income"),
              std::string::npos);
    EXPECT_NE(
        fault("\"grades\": [1, 2]", "\"grades\": [0, 2]").find(".shapes[2].requires.any_of[0]"),
        std::string::npos);
    EXPECT_NE(fault("\"suffix\": \"\"", "\"suffix\": \"x\"").find(".settlements"),
              std::string::npos);
    EXPECT_NE(fault("\"estimate\": false", "\"estimate\": 0").find("estimate"), std::string::npos);
    EXPECT_NE(fault("{", "[").find("E-JSON-001"), std::string::npos);
    std::filesystem::remove_all(folder);
}

TEST(ShareTest, TiesExactly) {
    EXPECT_EQ(shared_out(10, {1, 1, 1}), (std::vector<std::int64_t>{3, 3, 4}));
    EXPECT_EQ(shared_out(7, {0, 5, 0}), (std::vector<std::int64_t>{0, 7, 0}));
    EXPECT_EQ(shared_out(7, {0, 0}), (std::vector<std::int64_t>{0, 0}));
}

}  // namespace
}  // namespace anmin::population_cli
