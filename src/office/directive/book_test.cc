#include "directive/book.h"

#include <gtest/gtest.h>

namespace anmin::directive {
namespace {

using calendar::Date;

Date day(const char* iso) { return Date::parse(iso).value(); }
const Officer officer{{"a1"}, "沈一", "综合科科长"};
const std::vector<BookColumn> all(book_columns.begin(), book_columns.end());

Task confirmed() {
    Candidate item;
    item.text = "修订操作规程";
    item.actors = {"社会救助科", "法规科"};
    item.deadline = Deadline{"3月底前", "2025-03-31", day("2025-03-31"), false};
    item.quantities = {"12项"};
    return start(confirm({"t1"}, {"d1"}, "会议", item, officer, "市民政局",
                         ident::DivisionCode::parse("330100").value(), day("2025-01-10")));
}

BookLine line_of(const Task& task) {
    return {4, task.id.value, book_entry(task), book_entry(task)};
}

Task edited(const Task& task, const BookLine& line) {
    const auto changes = changes_of(task, line, all);
    EXPECT_TRUE(changes.ok());
    return directive::apply(task, Event{edit_book(changes.value(), officer, day("2025-01-12"))});
}

TEST(Book, EachColumnHasWhatTheTextSays) {
    const BookEntry entry = book_entry(confirmed());
    EXPECT_EQ(cell(entry, BookColumn::work), "修订操作规程");
    EXPECT_EQ(cell(entry, BookColumn::lead), "社会救助科");
    EXPECT_EQ(cell(entry, BookColumn::helpers), "法规科");
    EXPECT_EQ(cell(entry, BookColumn::due), "2025-03-31");
    EXPECT_EQ(cell(entry, BookColumn::target), "12项");
}

TEST(Book, AnUnchangedLineChangesNothing) {
    const Task task = confirmed();
    EXPECT_TRUE(changes_of(task, line_of(task), all).value().empty());
}

TEST(Book, ExactlyWhatWasEditedIsChanged) {
    Task task = confirmed();
    BookLine line = line_of(task);
    cell(line.now, BookColumn::due) = "2025年4月15日";
    cell(line.now, BookColumn::leader) = "沈一";
    cell(line.now, BookColumn::helpers) = "";
    const auto changes = changes_of(task, line, all).value();
    ASSERT_EQ(changes.size(), 3U);
    task = edited(task, line);
    BookEntry expected = line_of(confirmed()).now;
    cell(expected, BookColumn::due) = "2025-04-15";
    cell(expected, BookColumn::leader) = "沈一";
    cell(expected, BookColumn::helpers) = "";
    EXPECT_EQ(book_entry(task), expected);
    EXPECT_EQ(task.due, day("2025-04-15"));
    EXPECT_EQ(task.steps.back().label, "修订");
    EXPECT_NE(task.steps.back().text.find("2025-03-31 → 2025-04-15"), std::string::npos);
    // The same line again is already so.
    EXPECT_TRUE(changes_of(task, line, all).value().empty());
}

TEST(Book, WhatSomebodyElseChangedMeanwhileIsNotOverwritten) {
    const Task before = confirmed();
    BookLine theirs = line_of(before);
    cell(theirs.now, BookColumn::leader) = "顾三";
    const Task now = edited(before, theirs);
    BookLine mine = line_of(before);
    cell(mine.now, BookColumn::leader) = "沈一";
    const auto changes = changes_of(now, mine, all);
    ASSERT_FALSE(changes.ok());
    EXPECT_EQ(changes.error().code, "E-BOOK-005");
}

TEST(Book, RefusesWhatIsNoDateAndAnEmptiedTask) {
    const Task task = confirmed();
    BookLine line = line_of(task);
    cell(line.now, BookColumn::due) = "尽快";
    EXPECT_EQ(changes_of(task, line, all).error().code, "E-BOOK-004");
    line = line_of(task);
    cell(line.now, BookColumn::work) = " ";
    EXPECT_EQ(changes_of(task, line, all).error().code, "E-BOOK-009");
}

TEST(Book, AHandedOutTaskKeepsItsOwnerAndItsDate) {
    const Owner owner{{"p1"}, "科长", "社会救助科", ident::DivisionCode::parse("330100").value()};
    const Task task = directive::apply(
        confirmed(), assign(confirmed(), {owner, {}, ""}, officer, day("2025-01-11")).value());
    BookLine line = line_of(task);
    cell(line.now, BookColumn::lead) = "养老服务科";
    EXPECT_EQ(changes_of(task, line, all).error().code, "E-BOOK-007");
    line = line_of(task);
    cell(line.now, BookColumn::due) = "2025-12-31";
    EXPECT_EQ(changes_of(task, line, all).error().code, "E-BOOK-008");
    cell(line.now, BookColumn::due) = "2025-02-28";
    EXPECT_EQ(changes_of(task, line, all).value().size(), 1U);
}

TEST(Book, ATaskInATreeKeepsItsDate) {
    Task above = confirmed();
    above.children = 2;
    Task part = confirmed();
    part.parent = ident::TaskId{"t0"};
    for (const Task& task : {above, part}) {
        BookLine line = line_of(task);
        cell(line.now, BookColumn::due) = "2025-03-01";
        EXPECT_EQ(changes_of(task, line, all).error().code, "E-BOOK-010");
    }
}

TEST(Book, ATableRowKeepsItsOtherCellsWhenItsTaskIsReworded) {
    Candidate item;
    item.text = "低保复核\t入户核查\t复核率100%";
    const Task task =
        start(confirm({"t2"}, {"d1"}, "分解表", item, officer, "市民政局",
                      ident::DivisionCode::parse("330100").value(), day("2025-01-10")));
    EXPECT_EQ(cell(book_entry(task), BookColumn::measure), "入户核查");
    BookLine line = line_of(task);
    cell(line.now, BookColumn::work) = "城乡低保复核";
    const Task after = edited(task, line);
    EXPECT_EQ(cell(book_entry(after), BookColumn::work), "城乡低保复核");
    EXPECT_EQ(cell(book_entry(after), BookColumn::target), "复核率100%");
}

TEST(Book, HeadingsComeUnderTheNamesThatOfficesUse) {
    EXPECT_EQ(book_column("责任单位"), BookColumn::lead);
    EXPECT_EQ(book_column("办结时限"), BookColumn::due);
    EXPECT_FALSE(book_column("天气"));
}

}  // namespace
}  // namespace anmin::directive
