#include <algorithm>
#include <optional>

#include "sheets/office_table.h"
#include "sheets/task_book_names.h"

namespace anmin::sheets {
namespace {

constexpr std::size_t most_sheets = 40;  // that are looked into

// What is left aside must be said: nobody may take it for read.
void note_unread(registers::Sheet& sheet, const std::string& read,
                 const std::vector<std::string>& unread) {
    if (unread.empty()) return;
    std::string names;
    for (const std::string& name : unread) names += (names.empty() ? "“" : "、“") + name + "”";
    sheet.notes.push_back("只读了工作表“" + read + "”；另有 " + std::to_string(unread.size()) +
                          " 张同样表头的工作表没有读：" + names);
}

}  // namespace

// The first sheet that heads this table: before it may stand a cover or a page of instructions.
Result<registers::Sheet> read_office_table(const registers::Definition& table,
                                           const std::string& xlsx_bytes,
                                           const SheetLimits& limits) {
    const auto handed_out = TRY(find_sheet(xlsx_bytes, base_sheet_name, limits));
    std::optional<registers::Sheet> found;
    std::optional<Error> headless;
    std::string from;
    std::vector<std::string> unread;
    auto names = TRY(sheet_names(xlsx_bytes, limits));
    names.resize(std::min(names.size(), most_sheets));
    for (const std::string& name : names) {
        const auto rows = TRY(find_sheet(xlsx_bytes, name, limits));
        auto sheet = registers::read_table(table, rows, handed_out);
        if (sheet.ok() && !found) {
            found = std::move(sheet).value();
            from = name;
        } else if (sheet.ok()) {
            unread.push_back(name);
        } else if (!headless) {
            headless = sheet.error();
        }
    }
    if (found) {
        note_unread(*found, from, unread);
        return *std::move(found);
    }
    if (headless) return *std::move(headless);
    return registers::read_table(table, TRY(read_sheet(xlsx_bytes, limits)), handed_out);
}

}  // namespace anmin::sheets
