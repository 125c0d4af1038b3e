#include "directive/table_rows.h"

#include <algorithm>

#include "text/han.h"
#include "text/utf8.h"

namespace anmin::directive {
namespace {

using View = std::u32string_view;

std::vector<std::string> names_in(View cell) {
    std::vector<std::string> out;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= cell.size(); ++at) {
        if (at < cell.size() && cell[at] != U'、' && cell[at] != U'，' && cell[at] != U'；')
            continue;
        if (at > from) out.push_back(text::encode(cell.substr(from, at - from)));
        from = at + 1;
    }
    return out;
}

}  // namespace

std::vector<Range> TableReader::cells(Range row) const {
    std::vector<Range> out;
    std::size_t from = row.start;
    for (std::size_t at = row.start; at <= row.end; ++at) {
        if (at < row.end && text_[at] != U'\t') continue;
        out.push_back({from, at});
        from = at + 1;
    }
    return out;
}

bool TableReader::read_head(const std::vector<Range>& row) {
    std::vector<TaskColumn> columns;
    std::size_t named = 0;
    bool task = false;
    for (const Range& cell : row) {
        std::u32string name;
        for (const char32_t c : view(cell)) {
            if (!text::is_blank(c)) name.push_back(c);
        }
        const auto known = frames_.task_columns.at(name, 0);
        const bool exact = known && (known->end == name.size() || name[known->end] == U'（');
        columns.push_back(exact ? static_cast<TaskColumn>(known->value) : TaskColumn::other);
        named += exact;
        task = task || (exact && columns.back() == TaskColumn::task);
    }
    if (named >= 2 && !task) task = take_unnamed(row, columns);
    if (named < 2 || !task) return false;
    columns_ = std::move(columns);
    return true;
}

// A head without a word for the work, but with who and by when: the first column of an unknown
// name before those holds the work, the others its measures.
bool TableReader::take_unnamed(const std::vector<Range>& row,
                               std::vector<TaskColumn>& columns) const {
    const auto has = [&columns](TaskColumn column) {
        return std::find(columns.begin(), columns.end(), column) != columns.end();
    };
    if (!has(TaskColumn::owner) || !has(TaskColumn::due)) return false;
    bool found = false;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (columns[at] == TaskColumn::owner || columns[at] == TaskColumn::due) break;
        if (columns[at] != TaskColumn::other || frames_.task_columns.at(view(row[at]), 0)) continue;
        columns[at] = found ? TaskColumn::measure : TaskColumn::task;
        found = true;
    }
    return found;
}

// From the task cell to the end of the target cell, or of the last cell that still tells the work.
std::optional<Range> TableReader::span_of(const std::vector<Range>& row) const {
    std::optional<Range> span;
    for (std::size_t at = 0; at < row.size() && at < columns_.size(); ++at) {
        const TaskColumn column = columns_[at];
        const bool filled = row[at].end > row[at].start;
        if (!filled) continue;
        if (column == TaskColumn::task && !span) span = row[at];
        if (span && (column == TaskColumn::target || column == TaskColumn::measure))
            span->end = row[at].end;
    }
    return span;
}

std::optional<Candidate> TableReader::take(Range row) {
    const std::vector<Range> own = cells(row);
    if (read_head(own) || columns_.empty()) return std::nullopt;
    const auto span = span_of(own);
    if (!span || span->end - span->start < 4) return std::nullopt;
    Candidate item;
    item.span = {static_cast<std::int64_t>(span->start), static_cast<std::int64_t>(span->end)};
    item.text = text::encode(view(*span));
    item.confidence = 95;
    item.reason = "任务表中的一行";
    std::int32_t domains = 0;
    std::int32_t weak = 0;
    for (std::size_t at = 0; at < own.size() && at < columns_.size(); ++at) {
        const View cell = view(own[at]);
        const TaskColumn column = columns_[at];
        if (column == TaskColumn::owner || column == TaskColumn::helper) {
            for (std::string& name : names_in(cell)) item.actors.push_back(std::move(name));
        }
        if (column == TaskColumn::due) {
            if (const auto time = cell_deadline(cell, base_, frames_)) {
                if (!time->deadline.normal.empty()) item.deadline = time->deadline;
                if (!time->recurrence.empty()) item.recurrence = time->recurrence;
            }
        }
        if (own[at].start < span->start || own[at].end > span->end) continue;
        for (const Range& part : cut_at(text_, own[at], U"，。；")) {
            const Clause clause = look_at(text_, part, frames_);
            domains |= clause.domains;
            weak |= clause.weak;
            if (item.imperative.empty() && clause.verb) {
                item.imperative = text::encode(text_.substr(
                    clause.verb_start,
                    std::min(clause.range.end, clause.verb_start + 24) - clause.verb_start));
            }
        }
    }
    for (const TimePoint& time : time_points(view(*span), base_, frames_)) {
        if (!item.recurrence && !time.recurrence.empty()) item.recurrence = time.recurrence;
        if (!item.deadline && !time.deadline.normal.empty()) item.deadline = time.deadline;
    }
    const ItemContext context{part_, 0, base_, Authority::table, true, true};
    fill_fields(item, domains != 0 ? domains : weak, context, frames_);
    return item;
}

}  // namespace anmin::directive
