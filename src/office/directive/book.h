// The 任务分解表: the columns in which an office writes down who does what by when
// (closed-loop E.2, table 1), and what of them may be changed by sending the table back.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directive/task.h"

namespace anmin::directive {

// In the order in which they stand; 序号 comes before them.
enum class BookColumn {
    work,     // 工作任务
    measure,  // 具体内容（措施）
    target,   // 目标要求（量化指标）
    leader,   // 责任领导
    lead,     // 牵头单位（科室）
    helpers,  // 配合单位
    person,   // 责任人
    due,      // 完成时限
    stages,   // 阶段安排
    remark,   // 备注
};
inline constexpr std::size_t book_width = 10;
inline constexpr std::array<BookColumn, book_width> book_columns{
    BookColumn::work,   BookColumn::measure, BookColumn::target, BookColumn::leader,
    BookColumn::lead,   BookColumn::helpers, BookColumn::person, BookColumn::due,
    BookColumn::stages, BookColumn::remark};

const char* heading(BookColumn column);
// Also by the words that offices use instead: 责任单位, 办结时限, ...
std::optional<BookColumn> book_column(std::string_view heading);

// The cells of one line, by column.
using BookEntry = std::array<std::string, book_width>;
std::string& cell(BookEntry& entry, BookColumn column);
const std::string& cell(const BookEntry& entry, BookColumn column);

BookEntry book_entry(const Task& task);
// A proposal nobody has confirmed says so in its remark.
BookEntry book_entry(const Candidate& draft);

// A table that came back, as one sheet of the workbook has it.
struct BookLine {
    std::int64_t row = 0;  // in the sheet, from 1
    std::string task;      // the key of the line; empty when it has none
    BookEntry now;
    std::optional<BookEntry> before;  // as it was handed out
};
struct BookSheet {
    std::string name;
    std::vector<BookColumn> columns;  // that the sheet still has
    std::vector<BookLine> lines;
};
struct SkippedSheet {
    std::string name;
    std::string reason;
};
struct Book {
    std::vector<BookSheet> sheets;  // those that are headed as a 任务分解表
    std::vector<SkippedSheet> skipped;
};

// What the line changes on the task: only cells that differ from what was handed out (from what
// holds now, when that is not known). Empty when nothing does. E-BOOK-004 no date, -005 changed by
// somebody else meanwhile, -006 the task is not open for it, -007 handed to a post, -008 later than
// agreed, -009 no work left.
Result<std::vector<BookChange>> changes_of(const Task& task, const BookLine& line,
                                           const std::vector<BookColumn>& columns);

// INVARIANT: `changes` came from changes_of for this task and are not empty.
TaskBookEdited edit_book(const std::vector<BookChange>& changes, const Officer& officer,
                         calendar::Date on);

// For apply().
void write_book(Task& task, const BookChange& change);

}  // namespace anmin::directive
