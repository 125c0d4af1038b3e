// The tables of an office (closed-loop E.2): what stands in their columns, as data of packages/.
// Start here. A definition says how a table is written and read; whether its rows are kept here or
// come from the tasks and problems is its source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "result/result.h"

namespace anmin::registers {

enum class Kind {
    text,
    date,      // 2025-03-31
    moment,    // 2025-03-31 08:30; the time of day may be unknown
    integer,   // counts; not negative
    quantity,  // a decimal number
    yes_no,    // 是, 否
    choice,    // one word of a closed list
    person,
    unit,
    masked,  // a person's number or name: only its masked form is ever kept
};

struct Choice {
    std::string word;
    std::vector<std::string> same_as;
};

// Characters that stay readable at both ends.
struct Mask {
    std::int64_t head = 0;
    std::int64_t tail = 0;
};

struct Column {
    std::string key;    // stable for ever: rows are kept under it
    std::string label;  // 办理期限
    std::string group;  // 采用条数: the upper row of a two-row head; empty: none
    Kind kind = Kind::text;
    std::vector<std::string> same_as;  // what offices call it instead
    std::vector<Choice> choices;
    Mask mask;
    bool always = false;   // stands in every such table (bold in E.2)
    bool needed = false;   // a row without it says nothing
    bool percent = false;  // a quantity that may be a percentage: 85% is kept as 85
    double width = 14;     // in characters
    std::string held_in;   // of live tables: what to do instead of editing the cell
    std::string note;
    std::string mark;  // V, K-high, K-med, K-low: how sure the source of the column is
};
// 采用条数（本级）, or the label when it stands alone.
std::string title_of(const Column& column);
// The words that a cell of the column is one of: its choices, or 是 and 否. Empty: any text.
std::vector<std::string> words_of(const Column& column);

enum class CheckKind {
    sum,          // the first is the sum of the others
    at_most,      // the first is not more than the second
    not_before,   // the first day is not before the second
    apart,        // nobody stands in both: who did it does not verify it
    filled_when,  // when the first has this word, the others are filled
};
struct Check {
    CheckKind kind = CheckKind::sum;
    std::vector<std::size_t> columns;  // places in Definition::columns
    std::string is;
};

enum class Source {
    kept,  // rows of this room
    task_book,
    tasks,
    problems,
    closings,
    field_work,
};

struct Definition {
    std::string id;
    std::int64_t number = 0;  // in E.2
    std::string title;
    Source source = Source::kept;
    std::string mark;
    std::string note;
    bool own_unit_only = false;            // shown to nobody outside the unit that keeps it
    std::vector<std::size_t> natural_key;  // columns that name a row; may be empty
    std::vector<Column> columns;
    std::vector<Check> checks;
};

// The texts of a row, one for each column, in their order.
using Cells = std::vector<std::string>;

std::optional<std::size_t> find_column(const Definition& table, std::string_view key);
// By its title, label or a synonym; blanks and the width of brackets do not matter.
std::optional<std::size_t> find_heading(const Definition& table, std::string_view words);
// Words as find_heading compares them.
std::string bare(std::string_view words);

// A definition fit for use: keys, headings and choices that differ, checks that name fitting
// columns. `place` is the file. E-TABLE-040.
Result<void> check_definition(const Definition& table, const std::string& place);

}  // namespace anmin::registers
