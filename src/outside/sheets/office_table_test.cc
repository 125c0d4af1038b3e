#include "sheets/office_table.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <random>

#include "files/load.h"
#include "registers/value.h"
#include "sheets/package.h"
#include "sheets/workbook_file.h"

namespace anmin::sheets {
namespace {

using registers::Cells;
using registers::Column;
using registers::Definition;
using registers::Kind;

const std::vector<Definition>& tables() {
    static const auto loaded =
        files::load_tables(std::filesystem::path(ANMIN_ROOT) / "packages").value();
    return loaded;
}

class Draws {
public:
    explicit Draws(unsigned seed) : engine_(seed) {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
    std::string number(int limit) { return std::to_string(below(limit)); }

    std::string words() {
        static const std::vector<std::string> pieces{
            "排查", "隐患", "\n第二行", "<&>\"'", " 空 格 ", "合计", "_x0041_", "=1+1",
            "9",    "，",   "（一）",   "；",     "同上级",  "A",    "𠮷",      "台账"};
        std::string out = "事";
        for (int left = below(6); left > 0; --left)
            out += pieces[static_cast<std::size_t>(below(static_cast<int>(pieces.size())))];
        return out;
    }
    std::string date() {
        return calendar::Date::of(2020 + below(10), 1 + below(12), 1 + below(28))->iso();
    }

    // As somebody might type it.
    std::string typed(const Column& column) {
        switch (column.kind) {
            case Kind::text:
            case Kind::unit:
            case Kind::person: return words();
            case Kind::date: return date();
            case Kind::moment: return date() + " " + std::to_string(below(24)) + ":30";
            case Kind::integer: return number(100'000);
            case Kind::quantity: return number(10'000) + "." + number(1000);
            case Kind::yes_no: return below(2) == 0 ? "是" : "否";
            case Kind::choice:
                return column
                    .choices[static_cast<std::size_t>(
                        below(static_cast<int>(column.choices.size())))]
                    .word;
            case Kind::masked: return "33010019900101" + number(10'000);
        }
        return {};
    }

private:
    std::mt19937 engine_;
};

OfficeTable random_table(const Definition& table, Draws& draws, int lines) {
    OfficeTable made{table, "虚城市民政局", *calendar::Date::parse("2025-03-01"), {}};
    for (int line = 0; line < lines; ++line) {
        OfficeTableLine one{"key" + std::to_string(line), Cells(table.columns.size())};
        for (std::size_t at = 0; at < one.cells.size(); ++at) {
            const Column& column = table.columns[at];
            const bool filled = column.needed || draws.below(4) > 0;
            if (filled) one.cells[at] = registers::kept_text(column, draws.typed(column)).value();
        }
        made.lines.push_back(std::move(one));
    }
    return made;
}

class EachTable : public testing::TestWithParam<std::size_t> {
protected:
    const Definition& table() const { return tables()[GetParam()]; }
};
INSTANTIATE_TEST_SUITE_P(OfE2, EachTable, testing::Range<std::size_t>(0, 15));

TEST_P(EachTable, ExportThenImportOfRandomRowsIsIdentity) {
    Draws draws(static_cast<unsigned>(GetParam()) + 1);
    for (int round = 0; round < 12; ++round) {
        const OfficeTable made = random_table(table(), draws, 1 + draws.below(12));
        const auto bytes = office_table_workbook(made);
        ASSERT_TRUE(bytes.ok()) << bytes.error().text();
        const auto sheet = read_office_table(table(), bytes.value());
        ASSERT_TRUE(sheet.ok()) << sheet.error().text();
        ASSERT_EQ(sheet.value().faults.size(), 0U) << sheet.value().faults.front().error.text();
        EXPECT_EQ(sheet.value().notes.size(), 0U);
        ASSERT_EQ(sheet.value().lines.size(), made.lines.size());
        for (std::size_t line = 0; line < made.lines.size(); ++line) {
            EXPECT_EQ(sheet.value().lines[line].key, made.lines[line].key);
            EXPECT_EQ(sheet.value().lines[line].now, made.lines[line].cells);
            ASSERT_TRUE(sheet.value().lines[line].before);
            EXPECT_EQ(*sheet.value().lines[line].before, made.lines[line].cells);
        }
    }
}

TEST_P(EachTable, KeepingAKeptTextChangesNothing) {
    Draws draws(static_cast<unsigned>(GetParam()) + 100);
    for (int round = 0; round < 200; ++round) {
        for (const Column& column : table().columns) {
            const std::string once = registers::kept_text(column, draws.typed(column)).value();
            EXPECT_EQ(registers::kept_text(column, once).value(), once) << column.label;
        }
    }
}

TEST_P(EachTable, EveryHeadingOfTheWorkbookIsKnownAgain) {
    const OfficeTable empty{table(), "局", *calendar::Date::parse("2025-03-01"), {}};
    const auto sheet = read_office_table(table(), office_table_workbook(empty).value());
    ASSERT_TRUE(sheet.ok()) << sheet.error().text();
    for (std::size_t at = 0; at < table().columns.size(); ++at)
        EXPECT_TRUE(sheet.value().present[at]) << table().columns[at].label;
}

TEST_P(EachTable, TheDocumentHasAllColumnsAndIsAsWideAsThePageAllows) {
    Draws draws(7);
    const OfficeTable made = random_table(table(), draws, 2);
    const std::string bytes = office_table_document(made).value();
    EXPECT_EQ(bytes, office_table_document(made).value());
    const SheetLimits limits;  // the package borrows them
    const auto package = Package::open(bytes, limits);
    ASSERT_TRUE(package.ok());
    const auto xml = package.value().xml("word/document.xml");
    ASSERT_TRUE(xml.ok());
    std::set<std::string> headings;
    for (const auto& one : xml.value()->child("w:document").child("w:body").children("w:tbl")) {
        int width = 0;
        for (const auto& column : one.child("w:tblGrid").children("w:gridCol"))
            width += column.attribute("w:w").as_int();
        EXPECT_NEAR(width, 12756, 20);  // 225 mm
        for (const auto& cell : one.child("w:tr").children("w:tc"))
            headings.insert(cell.child("w:p").child("w:r").child("w:t").text().get());
    }
    for (const Column& column : table().columns)
        EXPECT_TRUE(headings.contains(registers::title_of(column))) << column.label;
}

TEST(OfficeTable, EqualTablesGiveEqualBytes) {
    Draws draws(3);
    const OfficeTable made = random_table(tables()[4], draws, 3);
    EXPECT_EQ(office_table_workbook(made).value(), office_table_workbook(made).value());
}

// Sheets by name, as an office sends them.
std::string book_of(
    const std::vector<std::pair<const char*, std::vector<std::vector<const char*>>>>& sheets) {
    WorkbookFile file = WorkbookFile::create("test", {}).value();
    for (const auto& [name, rows] : sheets) {
        lxw_worksheet* sheet = workbook_add_worksheet(file.workbook(), name);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (std::size_t column = 0; column < rows[row].size(); ++column) {
                worksheet_write_string(sheet, static_cast<lxw_row_t>(row),
                                       static_cast<lxw_col_t>(column), rows[row][column], nullptr);
            }
        }
    }
    return file.finish().value();
}

TEST(OfficeTable, ACoverBeforeTheTableIsPassedOverAndWhatIsLeftAsideIsSaid) {
    const auto& projects = tables()[8];
    const std::vector<std::vector<const char*>> rows{{"项目名称", "责任人"}, {"甲项目", "赵钱"}};
    const auto covered = read_office_table(
        projects, book_of({{"封面", {{"重点项目进度表"}}}, {"一月", rows}, {"说明", {{"略"}}}}));
    ASSERT_TRUE(covered.ok()) << covered.error();
    ASSERT_EQ(covered.value().lines.size(), 1U);
    EXPECT_EQ(covered.value().lines[0].now[0], "甲项目");
    const auto several = read_office_table(projects, book_of({{"一月", rows}, {"二月", rows}}));
    ASSERT_TRUE(several.ok()) << several.error();
    ASSERT_FALSE(several.value().notes.empty());
    EXPECT_NE(several.value().notes.back().find("“二月”"), std::string::npos);
    EXPECT_EQ(read_office_table(projects, book_of({{"封面", {{"别的"}}}})).error().code,
              "E-TABLE-002");
}

}  // namespace
}  // namespace anmin::sheets
