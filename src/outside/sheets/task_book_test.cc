#include "sheets/task_book.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <xlsxwriter.h>

#include "sheets/package.h"
#include "sheets/workbook_file.h"

namespace anmin::sheets {
namespace {

using directive::BookColumn;
using directive::BookEntry;

TaskBook sample() {
    TaskBook book{"任务分解表", "虚城市民政局", *calendar::Date::parse("2025-03-01"), {}};
    for (const char* key : {"t1", "t2"}) {
        TaskBookLine line{key, {}};
        cell(line.cells, BookColumn::work) = std::string("任务<") + key + ">&\n第二行";
        cell(line.cells, BookColumn::lead) = "社会救助科";
        cell(line.cells, BookColumn::due) = "2025-03-31";
        book.lines.push_back(line);
    }
    return book;
}

TEST(TaskBook, WhatWasHandedOutComesBackUnchanged) {
    const auto bytes = task_book_workbook(sample());
    ASSERT_TRUE(bytes.ok()) << bytes.error().text();
    const auto sheet = read_task_book(bytes.value());
    ASSERT_TRUE(sheet.ok()) << sheet.error().text();
    ASSERT_EQ(sheet.value().sheets.size(), 1U);
    EXPECT_TRUE(sheet.value().skipped.empty());
    const auto& read = sheet.value().sheets[0];
    ASSERT_EQ(read.lines.size(), 2U);
    EXPECT_EQ(read.columns.size(), directive::book_width);
    const auto& line = read.lines[1];
    EXPECT_EQ(line.task, "t2");
    EXPECT_EQ(line.row, 5);
    EXPECT_EQ(cell(line.now, BookColumn::work), "任务<t2>&\n第二行");
    ASSERT_TRUE(line.before);
    EXPECT_EQ(*line.before, line.now);
    EXPECT_EQ(line.now, sample().lines[1].cells);
}

TEST(TaskBook, TheFirstRowsAreTitleUnitAndHead) {
    const auto rows = read_sheet(task_book_workbook(sample()).value()).value();
    EXPECT_EQ(rows[0][0], "任务分解表");
    EXPECT_NE(rows[1][0].find("虚城市民政局"), std::string::npos);
    const std::vector<std::string> head(rows[2].begin(), rows[2].begin() + 11);
    EXPECT_EQ(head, (std::vector<std::string>{
                        "序号", "工作任务", "具体内容（措施）", "目标要求（量化指标）", "责任领导",
                        "牵头单位（科室）", "配合单位", "责任人", "完成时限", "阶段安排", "备注"}));
}

TEST(TaskBook, EqualBooksGiveEqualBytes) {
    EXPECT_EQ(task_book_workbook(sample()).value(), task_book_workbook(sample()).value());
    EXPECT_EQ(task_book_document(sample()).value(), task_book_document(sample()).value());
}

// A sheet as an office might send it: other order, other names, a row without a key.
std::string foreign_sheet() {
    WorkbookFile file = WorkbookFile::create("x", *calendar::Date::parse("2025-03-01")).value();
    lxw_worksheet* const sheet = workbook_add_worksheet(file.workbook(), "Sheet1");
    const std::vector<std::vector<const char*>> rows{{"办结时限", "责任单位", "工作任务"},
                                                     {"2025-04-01", "养老服务科", "建幸福院"},
                                                     {"", "", ""}};
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t at = 0; at < rows[row].size(); ++at)
            worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(at),
                                   rows[row][at], nullptr);
    }
    return file.finish().value();
}

TEST(TaskBook, ColumnsMayStandInAnyOrderUnderOtherNames) {
    const auto sheet = read_task_book(foreign_sheet());
    ASSERT_TRUE(sheet.ok()) << sheet.error().text();
    ASSERT_EQ(sheet.value().sheets.size(), 1U);
    const auto& lines = sheet.value().sheets[0].lines;
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].task, "");
    EXPECT_FALSE(lines[0].before);
    EXPECT_EQ(cell(lines[0].now, BookColumn::due), "2025-04-01");
    EXPECT_EQ(cell(lines[0].now, BookColumn::lead), "养老服务科");
}

// A workbook of three: a cover, the table, an empty sheet; and one that is hidden.
TEST(TaskBook, EverySheetWithTheHeadIsReadAndTheOthersAreNamed) {
    WorkbookFile file = WorkbookFile::create("x", *calendar::Date::parse("2025-03-01")).value();
    const auto sheet = [&file](const char* name, const std::vector<const char*>& cells) {
        lxw_worksheet* const made = workbook_add_worksheet(file.workbook(), name);
        for (std::size_t at = 0; at < cells.size(); ++at) {
            worksheet_write_string(made, static_cast<lxw_row_t>(at / 2),
                                   static_cast<lxw_col_t>(at % 2), cells[at], nullptr);
        }
        return made;
    };
    sheet("说明", {"填表说明", ""});
    sheet("养老", {"工作任务", "完成时限", "建幸福院", "2025-04-01"});
    sheet("备用", {});
    sheet("救助", {"时间节点", "工作任务", "2025-05-01", "入户走访"});
    worksheet_hide(sheet("旧表", {"工作任务", "完成时限", "去年的", "2024-04-01"}));
    const auto book = read_task_book(file.finish().value());
    ASSERT_TRUE(book.ok()) << book.error().text();
    ASSERT_EQ(book.value().sheets.size(), 2U);
    EXPECT_EQ(book.value().sheets[0].name, "养老");
    EXPECT_EQ(cell(book.value().sheets[1].lines.at(0).now, BookColumn::work), "入户走访");
    EXPECT_EQ(cell(book.value().sheets[1].lines.at(0).now, BookColumn::due), "2025-05-01");
    std::string skipped;
    for (const auto& one : book.value().skipped) skipped += one.name + "：" + one.reason + "；";
    EXPECT_EQ(skipped, "说明：前 20 行里没有任务分解表的表头；备用：空表；旧表：隐藏的工作表；");
}

TEST(TaskBook, ASheetWithoutTheHeadIsRefused) {
    WorkbookFile file = WorkbookFile::create("x", *calendar::Date::parse("2025-03-01")).value();
    worksheet_write_string(workbook_add_worksheet(file.workbook(), "Sheet1"), 0, 0, "天气",
                           nullptr);
    const auto sheet = read_task_book(file.finish().value());
    ASSERT_FALSE(sheet.ok());
    EXPECT_EQ(sheet.error().code, "E-SHEET-020");
    EXPECT_EQ(read_task_book("不是表格").error().code, "E-SHEET-010");
}

TEST(TaskBook, TheDocumentHasTheGeometryOfTheStandardAndEveryCell) {
    const std::string bytes = task_book_document(sample()).value();
    const SheetLimits limits;
    const auto package = Package::open(bytes, limits);
    ASSERT_TRUE(package.ok()) << package.error().text();
    const auto document = package.value().xml("word/document.xml");
    ASSERT_TRUE(document.ok()) << document.error().text();
    const auto body = document.value()->child("w:document").child("w:body");
    const auto section = body.child("w:sectPr");
    // 297 by 210 mm; 28 mm binding on top, 37 mm head at the right, 35 mm left, 26 mm below.
    EXPECT_STREQ(section.child("w:pgSz").attribute("w:w").value(), "16838");
    EXPECT_STREQ(section.child("w:pgSz").attribute("w:h").value(), "11906");
    EXPECT_STREQ(section.child("w:pgMar").attribute("w:top").value(), "1587");
    EXPECT_STREQ(section.child("w:pgMar").attribute("w:right").value(), "2098");
    EXPECT_STREQ(section.child("w:pgMar").attribute("w:left").value(), "1984");
    EXPECT_STREQ(section.child("w:pgMar").attribute("w:bottom").value(), "1474");
    EXPECT_STREQ(section.child("w:docGrid").attribute("w:linePitch").value(), "580");
    const auto table = body.child("w:tbl");
    const auto rows = table.children("w:tr");
    ASSERT_EQ(std::distance(rows.begin(), rows.end()), 3);
    const auto last = table.last_child().children("w:tc");
    EXPECT_EQ(std::distance(last.begin(), last.end()), 11);
    EXPECT_EQ(bytes, task_book_document(sample()).value());
}

}  // namespace
}  // namespace anmin::sheets
