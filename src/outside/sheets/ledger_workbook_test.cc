#include "sheets/ledger_workbook.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "directive/task_life.h"
#include "sheets/package.h"
#include "sheets/read_sheet.h"

namespace anmin::sheets {
namespace {

using calendar::Date;
using directive::Officer;
using directive::Task;

Date day(const char* iso) { return Date::parse(iso).value(); }

const directive::LightRule rule{20, 3};
const Officer issuer{{"a1"}, "沈一", "综合科科长"};
const Officer clerk{{"a2"}, "陆二", "民政办经办"};
const Officer inspector{{"a3"}, "顾三", "督查员"};

Task then(const Task& task, const Result<directive::Event>& event) {
    CHECK(event.ok(), "the step is open");
    return directive::apply(task, event.value());
}

Task confirmed(const char* id, const std::string& text) {
    directive::Candidate item;
    item.text = text;
    item.deadline = directive::Deadline{"3月底前", "2025-03-31", day("2025-03-31"), true};
    return directive::start(
        directive::confirm({id}, {"d1"}, "全省民政工作会议", item, issuer, "区民政局",
                           ident::DivisionCode::parse("330102").value(), day("2025-03-01")));
}

Task closed(const char* id, const std::string& text) {
    Task task = confirmed(id, text);
    const directive::Owner owner{
        {"p2"}, "民政经办", "柳树镇民政办", ident::DivisionCode::parse("330102001").value()};
    task = then(task, directive::assign(task, {owner, {}, ""}, issuer, day("2025-03-02")));
    const std::vector<directive::Evidence> proof{{"00", "照片.jpg", 10}, {"01", "签到表.pdf", 20}};
    task = then(task, directive::report(task, {"已检查 3 次", proof}, clerk, day("2025-03-20")));
    task = then(task, directive::verify(task, {"现场看过"}, inspector, day("2025-03-25")));
    return then(task, directive::strike_off(task, {"同意"}, issuer, day("2025-03-26")));
}

std::string exported(const std::vector<Task>& tasks) {
    auto bytes =
        ledger_workbook(tasks, day("2025-03-28"), rule, "重点工作督办台账", "上城区民政局");
    CHECK(bytes.ok(), "the temporary folder is writable");
    return std::move(bytes).value();
}

using Rows = std::vector<std::vector<std::string>>;

std::string cell(const Rows& rows, std::size_t row, const std::string& heading) {
    const auto found = std::find(rows[2].begin(), rows[2].end(), heading);
    CHECK(found != rows[2].end(), "the heading is there");
    const auto column = static_cast<std::size_t>(found - rows[2].begin());
    return row < rows.size() && column < rows[row].size() ? rows[row][column] : "";
}

TEST(Ledger, IsTheTableThatOfficesExpect) {
    const Rows rows =
        read_sheet(exported({closed("T-1", "每月至少检查一次"), confirmed("T-2", "上报")})).value();
    ASSERT_EQ(rows.size(), 7u);
    EXPECT_EQ(rows[0][0], "重点工作督办台账");
    EXPECT_EQ(rows[1][0].substr(0, rows[1][0].find(' ')), "填报单位：上城区民政局");
    EXPECT_NE(rows[1][0].find("填报时间：2025-03-28"), std::string::npos);
    const std::vector<std::string> headings{
        "序号",     "督办编号", "督办事项", "来源",     "批示内容", "责任领导",       "承办单位",
        "协办单位", "承办人",   "交办时间", "办理时限", "进展情况", "存在问题及原因", "下步措施",
        "当前状态", "灯",       "完成率",   "办结时间", "佐证材料", "督办意见",       "是否销号"};
    EXPECT_EQ(rows[2], headings);
    EXPECT_TRUE(rows[5].empty());
    EXPECT_TRUE(rows[6][0].starts_with("填报人：")) << rows[6][0];
}

TEST(Ledger, WhatWasGivenUpIsNotStruckOffAndWhatHeldKeepsItsDay) {
    Task ended = confirmed("T-1", "停办");
    ended.helpers.push_back({{"p3"}, "科长", "区财政局", {}});
    const directive::Owner owner{
        {"p2"}, "民政经办", "柳树镇民政办", ident::DivisionCode::parse("330102001").value()};
    ended = then(ended, directive::assign(ended, {owner, {}, ""}, issuer, day("2025-03-02")));
    ended =
        then(ended, directive::progress(ended, {"走访 3 户", {}, {}}, clerk, day("2025-03-05")));
    ended = then(ended, directive::end(ended, "政策调整", issuer, day("2025-03-06"), {}));
    Task held = closed("T-2", "巩固");
    held = then(held, directive::look_back(held, directive::LookBack::held, "仍好", inspector,
                                           day("2025-06-26")));
    const Rows rows = read_sheet(exported({ended, held})).value();
    EXPECT_EQ(cell(rows, 3, "是否销号"), "否");
    EXPECT_EQ(cell(rows, 3, "当前状态"), "已终止");
    EXPECT_EQ(cell(rows, 3, "进展情况"), "2025-03-05 进展：走访 3 户（陆二）");
    EXPECT_EQ(cell(rows, 3, "协办单位"), "区财政局");
    EXPECT_EQ(cell(rows, 3, "督办意见"), "2025-03-06 终止：政策调整（沈一）");
    EXPECT_EQ(cell(rows, 4, "办结时间"), "2025-03-20");
    EXPECT_EQ(cell(rows, 4, "是否销号"), "是\n2025-03-26");
}

TEST(Ledger, AClosedTaskTellsItsWholeWay) {
    const Rows rows = read_sheet(exported({closed("T-1", "每月至少检查一次")})).value();
    const std::vector<std::pair<const char*, const char*>> expected{
        {"序号", "1"},
        {"督办编号", "T-1"},
        {"督办事项", "每月至少检查一次"},
        {"来源", "全省民政工作会议"},
        {"责任领导", ""},
        {"承办单位", "柳树镇民政办"},
        {"承办人", "民政经办\n陆二"},
        {"交办时间", "2025-03-02"},
        {"办理时限", "2025-03-31"},
        {"进展情况", "2025-03-20 报结：已检查 3 次（陆二）"},
        {"当前状态", "已销号"},
        {"灯", "已办结"},
        {"办结时间", "2025-03-20"},
        {"佐证材料", "照片.jpg\n签到表.pdf"},
        {"督办意见", "2025-03-25 核验通过：现场看过（顾三）\n2025-03-26 销号：同意（沈一）"},
        {"是否销号", "是\n2025-03-26"}};
    for (const auto& [heading, text] : expected) EXPECT_EQ(cell(rows, 3, heading), text) << heading;
}

TEST(Ledger, AnOpenTaskShowsItsLightAndNoCloseDate) {
    const Rows rows = read_sheet(exported({confirmed("T-2", "上报情况")})).value();
    EXPECT_EQ(cell(rows, 3, "当前状态"), "待交办");
    EXPECT_EQ(cell(rows, 3, "灯"), "黄灯 临期");
    EXPECT_EQ(cell(rows, 3, "办结时间"), "");
    EXPECT_EQ(cell(rows, 3, "是否销号"), "否");
}

TEST(Ledger, NoTextBecomesAFormula) {
    const std::vector<std::string> attacks{
        "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "\t=1", "{=1}"};
    std::vector<Task> tasks;
    for (const std::string& text : attacks) tasks.push_back(confirmed("T", text));
    const std::string bytes = exported(tasks);
    const Rows rows = read_sheet(bytes).value();
    for (std::size_t i = 0; i < attacks.size(); ++i)
        EXPECT_EQ(cell(rows, 3 + i, "督办事项"), attacks[i]);
    const SheetLimits limits;
    const Package package = Package::open(bytes, limits).value();
    const auto sheet = package.xml("xl/worksheets/sheet1.xml").value();
    EXPECT_EQ(sheet->select_nodes("//f").size(), 0u);
    EXPECT_EQ(sheet->select_nodes("//hyperlink").size(), 0u);
}

TEST(Ledger, IsSetUpForThePrinter) {
    const std::string bytes = exported({confirmed("T-2", "上报情况")});
    const SheetLimits limits;
    const Package package = Package::open(bytes, limits).value();
    const auto sheet = package.xml("xl/worksheets/sheet1.xml").value();
    const pugi::xml_node root = sheet->child("worksheet");
    EXPECT_STREQ(root.child("pageSetup").attribute("orientation").value(), "landscape");
    EXPECT_STREQ(root.child("pageSetup").attribute("paperSize").value(), "9");
    EXPECT_STREQ(root.select_node("//pane").node().attribute("state").value(), "frozen");
    EXPECT_STREQ(root.select_node("//pane").node().attribute("ySplit").value(), "3");
    const auto workbook = package.xml("xl/workbook.xml").value();
    const auto titles = workbook->select_node("//definedName[@name='_xlnm.Print_Titles']");
    EXPECT_STREQ(titles.node().text().get(), "'督办台账'!$1:$3");
}

TEST(Ledger, AnEmptyOneSaysSo) {
    const Rows rows = read_sheet(exported({})).value();
    EXPECT_EQ(rows[3][0], "（本范围内没有督办事项）");
}

TEST(Ledger, EqualArgumentsGiveEqualBytes) {
    const std::vector<Task> tasks{closed("T-1", "检查"), confirmed("T-2", "上报")};
    EXPECT_EQ(exported(tasks), exported(tasks));
}

}  // namespace
}  // namespace anmin::sheets
