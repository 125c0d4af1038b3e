#include "directive/book.h"

#include <algorithm>
#include <map>

#include "document/line_shape.h"
#include "text/utf8.h"

namespace anmin::directive {
namespace {

using calendar::Date;

std::string joined(const std::vector<std::string>& words, std::size_t from, const char* mark) {
    std::string out;
    for (std::size_t at = from; at < words.size(); ++at)
        out += (out.empty() ? "" : mark) + words[at];
    return out;
}

// What an officer wrote there, also when that is nothing.
const std::string* find_note(const Task& task, BookColumn column) {
    for (const BookNote& note : task.book) {
        if (note.column == heading(column)) return &note.text;
    }
    return nullptr;
}

// A row of a task table keeps its cells apart: task, measures, target.
void put_text(BookEntry& entry, const Candidate& item) {
    std::vector<std::string> cells(1);
    for (const char c : item.text) {
        if (c == '\t') {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    cell(entry, BookColumn::work) = cells.front();
    if (cells.size() > 2) {
        std::vector<std::string> middle(cells.begin() + 1, cells.end() - 1);
        cell(entry, BookColumn::measure) = joined(middle, 0, "；");
    }
    cell(entry, BookColumn::target) =
        cells.size() > 1 ? cells.back() : joined(item.quantities, 0, "；");
}

std::string when_of(const Candidate& item) {
    if (item.deadline && item.deadline->due) return item.deadline->due->iso();
    if (item.deadline && !item.deadline->normal.empty()) return item.deadline->normal;
    return item.recurrence.value_or("");
}

BookEntry entry_of(const Candidate& item) {
    BookEntry entry;
    put_text(entry, item);
    if (!item.actors.empty()) cell(entry, BookColumn::lead) = item.actors.front();
    cell(entry, BookColumn::helpers) = joined(item.actors, 1, "、");
    cell(entry, BookColumn::due) = when_of(item);
    return entry;
}

// 2025-04-15, 2025年4月15日, 2025/4/15; nothing else.
std::optional<Date> date_of(const std::string& text) {
    if (const auto iso = Date::parse(text)) return iso;
    const std::u32string wide = text::decode(text);
    const auto written = document::date_at(wide, 0);
    if (!written || written->year == 0 || written->end != wide.size()) return std::nullopt;
    return Date::of(written->year, written->month, written->day);
}

std::string place_of(BookColumn column) { return std::string("“") + heading(column) + "”"; }

Error no_date(const std::string& text) {
    return {Fault::invalid,
            "E-BOOK-004",
            place_of(BookColumn::due),
            "“" + text + "”不是日期",
            "如 2025-04-15 或 2025年4月15日",
            "改成一个日期，或恢复原来的内容"};
}

Error changed_meanwhile(BookColumn column, const std::string& before, const std::string& now) {
    return {Fault::stale,
            "E-BOOK-005",
            place_of(column),
            "导出时为“" + before + "”，现在系统中为“" + now + "”",
            "导出以后没有别人改过的内容",
            "重新导出后在新表上修改"};
}

Error not_open(const Task& task) {
    return {Fault::conflict,         "E-BOOK-006",
            "任务 " + task.id.value, std::string("任务当前为“") + word(task.state) + "”",
            "待交办或办理中的任务",  "已报结的任务先退回，再修改分解表"};
}

Error handed_out(const Task& task, BookColumn column) {
    return {Fault::conflict,    "E-BOOK-007",
            place_of(column),   "任务已交给 " + task.owner->unit_name,
            "以交办的岗位为准", "在任务页改派；表中恢复原来的内容"};
}

Error later_than_agreed(const Task& task, const std::string& after) {
    return {Fault::invalid,
            "E-BOOK-008",
            place_of(BookColumn::due),
            after + " 晚于已交办的时限 " + task.due->iso(),
            "不晚于 " + task.due->iso(),
            "提前时限，或办理延期"};
}

Error in_a_tree(const Task& task) {
    return {Fault::conflict,
            "E-BOOK-010",
            place_of(BookColumn::due),
            task.parent ? "任务是上级任务分解出的一项" : "任务已经分解，各项按原时限下达",
            "没有分解、也不是分解出来的任务",
            "表中恢复原来的内容；需要改时限的，在任务页申请延期"};
}

Result<void> check(const Task& task, BookColumn column, std::string& after) {
    if (column == BookColumn::work && text::count(after) < 2) {
        return Error{Fault::invalid, "E-BOOK-009", place_of(column),
                     "内容被清空",   "任务的内容", "恢复原来的内容；不再办理的任务请在系统中处理"};
    }
    const bool of_post = column == BookColumn::lead;
    if (of_post && task.owner) return handed_out(task, column);
    if (column != BookColumn::due) return {};
    if (task.parent || task.children > 0) return in_a_tree(task);
    if (after.empty() && task.state == TaskState::confirmed) return {};
    const auto date = date_of(after);
    if (!date) return no_date(after);
    after = date->iso();
    const bool loosened = task.state == TaskState::assigned && task.due && *date > *task.due;
    if (loosened) return later_than_agreed(task, after);
    return {};
}

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == std::string::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") + 1 - from);
}

}  // namespace

const char* heading(BookColumn column) {
    switch (column) {
        case BookColumn::work: return "工作任务";
        case BookColumn::measure: return "具体内容（措施）";
        case BookColumn::target: return "目标要求（量化指标）";
        case BookColumn::leader: return "责任领导";
        case BookColumn::lead: return "牵头单位（科室）";
        case BookColumn::helpers: return "配合单位";
        case BookColumn::person: return "责任人";
        case BookColumn::due: return "完成时限";
        case BookColumn::stages: return "阶段安排";
        case BookColumn::remark: return "备注";
    }
    CHECK(false, "every column has its heading");
}

std::optional<BookColumn> book_column(std::string_view words) {
    // closed-loop E.2, the last line: headers come in any order with these synonyms.
    static const std::map<std::string_view, BookColumn> others{
        {"任务", BookColumn::work},
        {"重点任务", BookColumn::work},
        {"具体内容", BookColumn::measure},
        {"措施", BookColumn::measure},
        {"具体措施", BookColumn::measure},
        {"目标要求", BookColumn::target},
        {"量化指标", BookColumn::target},
        {"牵头单位", BookColumn::lead},
        {"主办单位", BookColumn::lead},
        {"责任单位", BookColumn::lead},
        {"责任科室", BookColumn::lead},
        {"牵头科室", BookColumn::lead},
        {"责任处室", BookColumn::lead},
        {"责任股室", BookColumn::lead},
        {"协办单位", BookColumn::helpers},
        {"配合科室", BookColumn::helpers},
        {"办结时限", BookColumn::due},
        {"时间节点", BookColumn::due},
        {"办理时限", BookColumn::due},
        {"时限", BookColumn::due},
        {"具体责任人", BookColumn::person},
        {"分管领导", BookColumn::leader},
        {"阶段安排（一季度…四季度）", BookColumn::stages}};
    for (const BookColumn column : book_columns) {
        if (words == heading(column)) return column;
    }
    const auto found = others.find(words);
    return found == others.end() ? std::nullopt : std::optional(found->second);
}

std::string& cell(BookEntry& entry, BookColumn column) {
    return entry[static_cast<std::size_t>(column)];
}
const std::string& cell(const BookEntry& entry, BookColumn column) {
    return entry[static_cast<std::size_t>(column)];
}

BookEntry book_entry(const Task& task) {
    BookEntry entry = entry_of(task.item);
    for (const BookColumn column : book_columns) {
        if (const std::string* note = find_note(task, column)) cell(entry, column) = *note;
    }
    if (task.owner) cell(entry, BookColumn::lead) = task.owner->unit_name;
    if (task.owner && cell(entry, BookColumn::person).empty())
        cell(entry, BookColumn::person) = task.owner->post_title;
    if (task.due) cell(entry, BookColumn::due) = task.due->iso();
    if (cell(entry, BookColumn::remark).empty())
        cell(entry, BookColumn::remark) = "来源：" + task.source_title;
    return entry;
}

BookEntry book_entry(const Candidate& draft) {
    BookEntry entry = entry_of(draft);
    std::string& remark = cell(entry, BookColumn::remark);
    remark = "草稿，未经确认";
    if (draft.actors.empty() && draft.proposed_owner)
        remark += "；建议承办：" + *draft.proposed_owner;
    return entry;
}

Result<std::vector<BookChange>> changes_of(const Task& task, const BookLine& line,
                                           const std::vector<BookColumn>& columns) {
    const BookEntry held = book_entry(task);
    const BookEntry& before = line.before ? *line.before : held;
    std::vector<BookChange> changes;
    for (const BookColumn column : columns) {
        std::string after = trimmed(cell(line.now, column));
        const std::string& handed = cell(before, column);
        const std::string& now = cell(held, column);
        if (after == trimmed(handed) || after == trimmed(now)) continue;
        if (task.state != TaskState::confirmed && task.state != TaskState::assigned)
            return not_open(task);
        TRY(check(task, column, after));
        if (after == now) continue;
        if (handed != now) return changed_meanwhile(column, handed, now);
        changes.push_back({heading(column), now, std::move(after)});
    }
    return changes;
}

TaskBookEdited edit_book(const std::vector<BookChange>& changes, const Officer& officer, Date on) {
    CHECK(!changes.empty(), "an edit changes something");
    TaskBookEdited event{changes, {}, officer, on};
    for (const BookChange& change : changes) {
        if (change.column == heading(BookColumn::due)) event.due = date_of(change.after);
    }
    return event;
}

void write_book(Task& task, const BookChange& change) {
    const auto column = book_column(change.column);
    const auto note = [&task](const std::string& heading, const std::string& text) {
        std::erase_if(task.book, [&](const BookNote& one) { return one.column == heading; });
        task.book.push_back({heading, text});
    };
    if (column == BookColumn::work) {
        // The rest of a table row stands in columns of its own from here on.
        const BookEntry held = book_entry(task);
        for (const BookColumn other : {BookColumn::measure, BookColumn::target})
            note(heading(other), cell(held, other));
        task.item.text = change.after;
        return;
    }
    if (column == BookColumn::due) task.due = date_of(change.after);
    note(change.column, change.after);
}

}  // namespace anmin::directive
