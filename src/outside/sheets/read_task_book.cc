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

std::optional<Head> find_head(const Rows& rows) {
    for (std::size_t row = 0; row < std::min(rows.size(), deepest_head); ++row) {
        if (auto head = head_at(rows, row)) return head;
    }
    return std::nullopt;
}

Error no_head(const directive::Book& book) {
    std::string finding = "没有一张工作表的前 20 行里有任务分解表的表头";
    for (const directive::SkippedSheet& one : book.skipped) {
        finding += (&one == &book.skipped.front() ? "（" : "；") + one.name + "：" + one.reason;
    }
    if (!book.skipped.empty()) finding += "）";
    return {Fault::invalid,
            "E-SHEET-020",
            "表格",
            finding,
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

BookSheet sheet_of(const NamedSheet& named, const Head& head,
                   const std::map<std::string, BookEntry>& before) {
    BookSheet sheet{named.name, {}, {}};
    for (const auto& [column, at] : head.columns) sheet.columns.push_back(column);
    for (std::size_t row = head.row + 1; row < named.rows.size(); ++row) {
        const Row& cells = named.rows[row];
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

}  // namespace

Result<directive::Book> read_task_book(const std::string& xlsx_bytes, const SheetLimits& limits) {
    const auto before = handed_out(TRY(find_sheet(xlsx_bytes, base_sheet_name, limits)));
    directive::Book book;
    for (const NamedSheet& named : TRY(read_sheets(xlsx_bytes, limits))) {
        if (named.name == base_sheet_name) continue;  // ours, and read above
        const auto head = find_head(named.rows);
        if (head) {
            book.sheets.push_back(sheet_of(named, *head, before));
        } else if (named.hidden) {
            book.skipped.push_back({named.name, "隐藏的工作表"});
        } else {
            book.skipped.push_back(
                {named.name, named.rows.empty() ? "空表" : "前 20 行里没有任务分解表的表头"});
        }
    }
    if (book.sheets.empty()) return no_head(book);
    return book;
}

}  // namespace anmin::sheets
