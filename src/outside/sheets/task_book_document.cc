#include <array>

#include "sheets/annex_document.h"
#include "sheets/form_sheet.h"
#include "sheets/task_book.h"

namespace anmin::sheets {
namespace {

using directive::BookColumn;

// With the number as wide as the page allows (annex_width_mm).
constexpr int number_width_mm = 11;
constexpr std::array<int, directive::book_width> widths_mm{52, 26, 26, 15, 22, 19, 15, 17, 12, 10};

}  // namespace

Result<std::string> task_book_document(const TaskBook& book) {
    TRY(check_lines(book.lines.size()));
    AnnexTable table;
    table.columns.push_back({"序号", number_width_mm});
    for (const BookColumn column : directive::book_columns) {
        table.columns.push_back(
            {directive::heading(column), widths_mm[static_cast<std::size_t>(column)]});
    }
    for (const TaskBookLine& line : book.lines) {
        std::vector<std::string> cells{std::to_string(table.rows.size() + 1)};
        cells.insert(cells.end(), line.cells.begin(), line.cells.end());
        table.rows.push_back(std::move(cells));
    }
    return annex_document({book.title, book.unit, book.as_of, {std::move(table)}});
}

}  // namespace anmin::sheets
