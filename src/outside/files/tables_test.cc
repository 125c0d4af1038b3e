#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>

#include "files/demo_registers.h"
#include "files/load.h"

namespace anmin::files {
namespace {

namespace fs = std::filesystem;

fs::path packages() { return fs::path(ANMIN_ROOT) / "packages"; }

TEST(Tables, TheFifteenTablesAreThere) {
    const auto tables = load_tables(packages());
    ASSERT_TRUE(tables.ok()) << tables.error().text();
    ASSERT_EQ(tables.value().size(), 15U);
    for (std::size_t at = 0; at < 15; ++at) {
        EXPECT_EQ(tables.value()[at].number, static_cast<std::int64_t>(at) + 1);
    }
    EXPECT_EQ(tables.value()[4].title, "信访台账");
    EXPECT_EQ(tables.value()[4].columns.size(), 27U);
    EXPECT_TRUE(tables.value()[4].own_unit_only);
}

TEST(Tables, PersonalNumbersAreMaskedColumns) {
    const auto tables = load_tables(packages());
    ASSERT_TRUE(tables.ok()) << tables.error().text();
    for (const auto& table : tables.value()) {
        for (const auto& column : table.columns) {
            const bool personal = column.label.find("身份证") != std::string::npos ||
                                  column.label.find("联系方式") != std::string::npos;
            EXPECT_TRUE(!personal || column.kind == registers::Kind::masked)
                << table.title << column.label;
        }
    }
}

TEST(Tables, TheDemonstrationFillsEveryRegisterWithWhatItsColumnsTake) {
    const auto tables = load_tables(packages());
    const auto demo = load_demo_registers(packages());
    ASSERT_TRUE(tables.ok()) << tables.error().text();
    ASSERT_TRUE(demo.ok()) << demo.error().text();
    for (const auto& table : tables.value()) {
        const auto& rows = demo.value().rows;
        const auto count = std::count_if(rows.begin(), rows.end(),
                                         [&](const auto& row) { return row.table == table.id; });
        EXPECT_EQ(count >= 3, table.source == registers::Source::kept) << table.title;
        for (const DemoRow& row : rows) {
            if (row.table != table.id) continue;
            for (const auto& [key, text] : row.cells) {
                const auto at = registers::find_column(table, key);
                ASSERT_TRUE(at) << table.title << key;
                const auto words = registers::words_of(table.columns[*at]);
                EXPECT_TRUE(words.empty() ||
                            std::find(words.begin(), words.end(), text) != words.end())
                    << table.title << key << text;
                const bool open = text.find('*') == std::string::npos;
                EXPECT_FALSE(open && table.columns[*at].kind == registers::Kind::masked) << text;
            }
        }
    }
}

class OneTable : public testing::Test {
protected:
    OneTable() : folder_(fs::path(testing::TempDir()) / "anmin-one-table") {
        fs::create_directories(folder_ / "tables");
    }
    ~OneTable() override { fs::remove_all(folder_); }

    Result<std::vector<registers::Definition>> load(const std::string& text) {
        std::ofstream(folder_ / "tables" / "one.json") << text;
        return load_tables(folder_);
    }

    fs::path folder_;
};

std::string table_with(const std::string& columns, const std::string& checks = "") {
    return R"({"id": "one", "number": 1, "title": "一张表", "source": "kept", "mark": "V",)"
           R"("columns": [)" +
           columns + R"(], "checks": [)" + checks + "]}";
}

constexpr const char* name =
    R"({"key": "name", "label": "名称", "kind": "text", "needed": true, "mark": "V"})";

TEST_F(OneTable, ABadDefinitionNamesFileAndPlace) {
    const auto code_of = [this](const std::string& text) {
        const auto tables = load(text);
        return tables.ok() ? std::string("read") : tables.error().code;
    };
    EXPECT_EQ(code_of(table_with(name)), "read");
    EXPECT_EQ(code_of(table_with(R"({"key": "a", "label": "甲", "kind": "colour", "mark": "V"})")),
              "E-FILES-002");
    EXPECT_EQ(code_of(table_with(std::string(name) + "," + name)), "E-TABLE-040");
    EXPECT_EQ(code_of(table_with(R"({"key": "a", "label": "甲", "kind": "text", "mark": "V"})")),
              "E-TABLE-040");
    EXPECT_EQ(code_of(table_with(name, R"({"kind": "sum", "columns": ["name"]})")), "E-TABLE-040");
    EXPECT_EQ(code_of(table_with(name, R"({"kind": "apart", "columns": ["name", "who"]})")),
              "E-FILES-002");
    EXPECT_EQ(code_of(R"({"id": "one"})"), "E-JSON-002");
    const auto bad = load(table_with(std::string(name) + "," + name));
    EXPECT_NE(bad.error().place.find("one.json"), std::string::npos);
}

}  // namespace
}  // namespace anmin::files
