#include <algorithm>
#include <map>

#include "sheets/task_book.h"
#include "sheets/task_book_names.h"

namespace anmin::sheets {
namespace {

using directive::BookColumn;
using directive::BookEntry;
using directive::BookLine;
using directive::BookSheet;
using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

constexpr std::size_t deepest_head = 20;  // rows above the head of the table

// Words of a heading without what only lays them out.
std::string bare(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') out += c;
    }
    return out;
}

struct Head {
    std::size_t row = 0;
    std::map<BookColumn, std::size_t> columns;
    std::optional<std::size_t> key;
};

std::optional<Head> head_at(const Rows& rows, std::size_t row) {
    Head head;
    head.row = row;
    for (std::size_t at = 0; at < rows[row].size(); ++at) {
        const std::string words = bare(rows[row][at]);
        if (words == key_heading) head.key = at;
        if (const auto column = directive::book_column(words))
            head.columns.try_emplace(*column, at);
    }
    if (!head.columns.contains(BookColumn::work) || head.columns.size() < 2) return std::nullopt;
    return head;
}

Result<Head> find_head(const Rows& rows) {
    for (std::size_t row = 0; row < std::min(rows.size(), deepest_head); ++row) {
        if (auto head = head_at(rows, row)) return *std::move(head);
    }
    return Error{Fault::invalid,
                 "E-SHEET-020",
                 "表格的第一张工作表",
                 "前 20 行里没有任务分解表的表头",
                 "含“工作任务”和至少另一列（如“完成时限”）的一行",
                 "上传由本系统导出的任务分解表"};
}

std::string text_at(const Row& row, std::size_t at) {
    return at < row.size() ? row[at] : std::string();
}

BookEntry entry_of(const Row& row, const Head& head) {
    BookEntry entry;
    for (const auto& [column, at] : head.columns) cell(entry, column) = text_at(row, at);
    return entry;
}

bool is_empty(const BookEntry& entry) {
    return std::all_of(entry.begin(), entry.end(),
                       [](const std::string& text) { return bare(text).empty(); });
}

// The cells as they were handed out, by key; nothing when the hidden sheet is gone.
std::map<std::string, BookEntry> handed_out(const Rows& rows) {
    std::map<std::string, BookEntry> out;
    if (rows.empty()) return out;
    const auto head = head_at(rows, 0);
    if (!head || !head->key) return out;
    for (std::size_t row = 1; row < rows.size(); ++row) {
        const std::string key = text_at(rows[row], *head->key);
        if (!key.empty()) out.emplace(key, entry_of(rows[row], *head));
    }
    return out;
}

}  // namespace

Result<BookSheet> read_task_book(const std::string& xlsx_bytes, const SheetLimits& limits) {
    const Rows rows = TRY(read_sheet(xlsx_bytes, limits));
    const Head head = TRY(find_head(rows));
    const auto before = handed_out(TRY(find_sheet(xlsx_bytes, base_sheet_name, limits)));
    BookSheet sheet;
    for (const auto& [column, at] : head.columns) sheet.columns.push_back(column);
    for (std::size_t row = head.row + 1; row < rows.size(); ++row) {
        const Row& cells = rows[row];
        if (std::any_of(cells.begin(), cells.end(),
                        [](const std::string& text) { return text.starts_with(foot_mark); }))
            continue;
        BookLine line;
        line.row = static_cast<std::int64_t>(row) + 1;
        if (head.key) line.task = bare(text_at(cells, *head.key));
        line.now = entry_of(cells, head);
        if (line.task.empty() && is_empty(line.now)) continue;
        if (const auto found = before.find(line.task); found != before.end())
            line.before = found->second;
        sheet.lines.push_back(std::move(line));
    }
    return sheet;
}

}  // namespace anmin::sheets
