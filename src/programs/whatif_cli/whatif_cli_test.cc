// The command on a synthetic population and the package of the minimum living allowance.
#include "whatif_cli/whatif_cli.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "dmn/tck.h"
#include "feel/json_value.h"
#include "population_cli/generate.h"
#include "whatif_cli/tally.h"

namespace anmin::whatif_cli {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

const fs::path packages = fs::path(ANMIN_ROOT) / "packages";
const std::string model = (packages / "rules/minimum-living/minimum-living.dmn").string();

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

// One township in the town and one in the country for each province; no city has a name.
std::vector<organisation::Division> small_divisions(const population_cli::Nation& nation) {
    std::vector<organisation::Division> rows;
    for (const auto& province : nation.provinces)
        for (const auto& [code, name] :
             {std::pair(province.code, province.name), std::pair(province.code + "0101", "丙,县"s),
              std::pair(province.code + "0101001", "甲街道"s),
              std::pair(province.code + "0101100", "乙镇"s)}) {
            const auto known = *ident::DivisionCode::parse(code);
            rows.push_back({known, name, organisation::level_of(known), {}, 10});
        }
    return rows;
}

class WhatIfTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ =
            new fs::path(fs::temp_directory_path() / ("anmin-whatif-" + std::to_string(getpid())));
        fs::create_directories(*folder_);
        population_cli::GenerateOrder order;
        order.out = *folder_ / "people";
        order.packages = packages;
        order.persons = 20'000;
        order.seed = 3;
        order.as_of = *calendar::Date::of(2025, 12, 31);
        const auto nation = population_cli::load_nation(packages);
        ASSERT_TRUE(nation.ok());
        ASSERT_TRUE(population_cli::generate(order, nation.value(), small_divisions(nation.value()),
                                             [](std::int64_t, std::int64_t) {})
                        .ok());
    }
    static void TearDownTestSuite() {
        fs::remove_all(*folder_);
        delete folder_;
    }

    // Exit code; standard error goes to `said`, the report to `report`.
    int run(std::vector<std::string> words) {
        const fs::path out = *folder_ / "report";
        fs::remove(out);
        std::vector<std::string> all{"--population", (*folder_ / "people").string(),
                                     "--model",      model,
                                     "--out",        out.string()};
        all.insert(all.end(), words.begin(), words.end());
        ::testing::internal::CaptureStderr();
        const int code = run_whatif(all);
        said = ::testing::internal::GetCapturedStderr();
        report = fs::exists(out) ? text_of(out) : "";
        EXPECT_FALSE(fs::exists(out.string() + ".part"));
        return code;
    }

    // A number of the total line of a scenario, from the JSON report.
    std::string total(const std::string& scenario, const std::string& column) const {
        const auto read = feel::value_of_json(report, "report");
        EXPECT_TRUE(read.ok());
        if (!read.ok()) return "";
        for (const feel::Value& row : *read.value().context()->find("rows")->list()) {
            const feel::Context& cells = *row.context();
            if (*cells.find("区划")->text() == "合计" && *cells.find("方案")->text() == scenario)
                return cells.find(column)->number()->text();
        }
        return "no line";
    }

    static fs::path* folder_;
    std::string said;
    std::string report;
};

fs::path* WhatIfTest::folder_ = nullptr;

TEST_F(WhatIfTest, RaisingTheStandardAddsHouseholdsAndMoney) {
    ASSERT_EQ(run({"--as-of", "2025-12-31", "--set", "低保标准 * 1.06", "--format", "json",
                   "--sample", "20", "--cliffs", "wage"}),
              0)
        << said;
    EXPECT_EQ(said.find("注意"), std::string::npos) << "the package is compiled: " << said;
    const std::string scenario = "低保标准 * 1.06";
    EXPECT_EQ(total("现行", "月增支（元）"), "0");
    EXPECT_GT(std::stod(total(scenario, "月增支（元）")), 0);
    EXPECT_GT(std::stoi(total(scenario, "新增户")), 0);
    EXPECT_EQ(total(scenario, "退出户"), "0");
    EXPECT_DOUBLE_EQ(std::stod(total(scenario, "年增支（元）")),
                     12 * std::stod(total(scenario, "月增支（元）")));
    EXPECT_EQ(total(scenario, "人"), "20000");
    EXPECT_NE(report.find("合成数据"), std::string::npos);
}

TEST_F(WhatIfTest, TheSameModelChangesNothingAtAll) {
    ASSERT_EQ(run({"--as-of", "2025-12-31", "--set", "低保标准 * 1", "--model-b", model, "--format",
                   "json", "--by", "township", "--threads", "3"}),
              0)
        << said;
    for (const std::string& scenario : {std::string("低保标准 * 1"), model})
        for (const char* column :
             {"新增户", "退出户", "提高户", "降低户", "月增支（元）", "年增支（元）"})
            EXPECT_EQ(total(scenario, column), "0") << scenario << column;
}

TEST_F(WhatIfTest, EveryFormatTellsTheSame) {
    ASSERT_EQ(run({"--as-of", "2025-12-31", "--set", "低保标准 + 50; 政策参数 = 政策参数",
                   "--format", "csv"}),
              0)
        << said;
    EXPECT_TRUE(report.starts_with("\xEF\xBB\xBF区划,区划名称,类别,方案"));
    ASSERT_EQ(run({"--as-of", "2025-12-31", "--set", "低保标准 + 50", "--format", "xlsx"}), 0);
    EXPECT_TRUE(report.starts_with("PK"));
    ASSERT_EQ(run({"--as-of", "2025-12-31", "--set", "低保标准 + 50"}), 0);
    EXPECT_NE(report.find("合计"), std::string::npos);
}

TEST_F(WhatIfTest, DivisionsStandWithTheirNames) {
    const auto lines = [&](const std::string& by, const std::string& format) {
        EXPECT_EQ(run({"--as-of", "2025-12-31", "--set", "低保标准 + 50", "--by", by, "--format",
                       format, "--sample", "0"}),
                  0)
            << said;
        return report;
    };
    EXPECT_NE(lines("township", "csv").find("\n110101100,乙镇,低保,现行,"), std::string::npos);
    EXPECT_NE(report.find("\n合计,,全部,现行,"), std::string::npos);
    EXPECT_NE(lines("county", "csv").find("\n110101,\"丙,县\",低保,现行,"), std::string::npos);
    EXPECT_NE(lines("province", "json").find(R"("区划":"44","区划名称":"广东","类别":"低保")"),
              std::string::npos);
    EXPECT_EQ(report.find("只列代码"), std::string::npos);
    EXPECT_NE(lines("province", "table").find("44    广东 "), std::string::npos);
    EXPECT_NE(lines("city", "json").find(R"("区划":"4401","区划名称":"","类别":"低保")"),
              std::string::npos);
    EXPECT_NE(report.find("只列代码"), std::string::npos);
    EXPECT_NE(lines("nation", "json").find(R"("区划":"全国","区划名称":"")"), std::string::npos);
    EXPECT_EQ(report.find("只列代码"), std::string::npos);
    EXPECT_TRUE(lines("county", "xlsx").starts_with("PK"));
}

TEST_F(WhatIfTest, BadInputIsRefusedWithItsNameAndNothingIsWritten) {
    struct Case {
        std::vector<std::string> words;
        std::string says;
    };
    const std::string day = "--as-of";
    const std::vector<Case> cases{
        {{day, "2025-12-31", "--set", "低宝标准 * 1.06"}, "E-BATCH-003"},
        {{day, "2025-12-31", "--set", "低保标准 * "}, "E-BATCH-003"},
        {{day, "2025-12-31"}, "E-WHATIF-001"},
        {{day, "2019-01-01", "--set", "低保标准 * 1.06"}, "E-WHATIF-005"},
        {{day, "昨天", "--set", "低保标准 * 1.06"}, "E-WHATIF-004"},
        {{day, "2025-12-31", "--set", "低保标准 * 1.06", "--amount", "人均月收入"}, "E-WHATIF-006"},
        {{day, "2025-12-31", "--set", "低保标准 * 1.06", "--tier", "none"}, "E-WHATIF-003"},
        {{day, "2025-12-31", "--set", "低保标准 * 1.06", "--amount", "none"}, "E-DMN-201"},
        {{day, "2025-12-31", "--set", "低保标准 * 1.06", "--inputs", "none.json"}, "E-CLI-005"},
        {{day, "2025-12-31", "--model-b",
          (fs::path(ANMIN_ROOT) / "tests/dmn/good/minimum-living.dmn").string()},
         "E-BATCH-001"}};
    for (const Case& each : cases) {
        EXPECT_EQ(run(each.words), 2) << each.says;
        EXPECT_NE(said.find(each.says), std::string::npos) << said;
        EXPECT_TRUE(report.empty()) << each.says;
    }
}

TEST(Tally, ComparesOnlyWhatIsKnown) {
    Change change;
    change.add({true, 0}, {true, 5}, 2);
    change.add({true, 5}, {true, 0}, 1);
    change.add({true, 5}, {true, 6}, 1);
    change.add({true, 5}, {true, 4}, 1);
    change.add({false, 0}, {true, 9}, 3);
    EXPECT_EQ(change.entrants, (Heads{1, 2}));
    EXPECT_EQ(change.leavers, (Heads{1, 1}));
    EXPECT_EQ(change.increased, (Heads{1, 1}));
    EXPECT_EQ(change.decreased, (Heads{1, 1}));
    EXPECT_EQ(change.uncertain, (Heads{1, 3}));
    EXPECT_EQ(change.cost, 5 + 6 + 4 + 9);
    EXPECT_EQ(change.cost_change, 0);
    Cliffs cliffs;
    cliffs.add({true, 30'000}, {true, 20'000});  // a yuan for a yuan is none
    cliffs.add({true, 30'000}, {true, 10'000});
    EXPECT_EQ(cliffs, (Cliffs{1, 20'000, 20'000}));
}

TEST(Package, MinimumLivingPassesItsCases) {
    const fs::path folder = packages / "rules/minimum-living";
    dmn::KitFolder kit;
    kit.name = "minimum-living";
    kit.models.push_back({"minimum-living.dmn", text_of(folder / "minimum-living.dmn")});
    kit.tests.push_back({"minimum-living-test.xml", text_of(folder / "minimum-living-test.xml")});
    const auto results = dmn::run_kit(kit, {});
    EXPECT_GT(results.size(), 4U);
    for (const dmn::KitResult& result : results)
        EXPECT_TRUE(result.passed) << result.id << " " << result.detail;
}

}  // namespace
}  // namespace anmin::whatif_cli
