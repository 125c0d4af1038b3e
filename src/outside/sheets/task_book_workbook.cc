#include <array>

#include "sheets/cell_text.h"
#include "sheets/task_book.h"
#include "sheets/task_book_names.h"
#include "sheets/workbook_file.h"

namespace anmin::sheets {
namespace {

using directive::BookColumn;
using directive::BookEntry;

// closed-loop E.2: in characters; 序号 first, the hidden key last.
constexpr std::array<double, directive::book_width> widths{40, 22, 20, 10, 16, 16, 12, 13, 14, 20};
constexpr double number_width = 6;
constexpr lxw_col_t key_column = directive::book_width + 1;
constexpr lxw_row_t title_row = 0;
constexpr lxw_row_t unit_row = 1;
constexpr lxw_row_t header_row = 2;
constexpr lxw_row_t first_row = 3;
constexpr std::size_t most_lines = 100'000;
constexpr std::uint8_t paper_a4 = 9;

lxw_col_t place_of(BookColumn column) { return static_cast<lxw_col_t>(column) + 1; }

class BookSheetWriter {
public:
    explicit BookSheetWriter(lxw_workbook* workbook)
        : workbook_(workbook),
          sheet_(workbook_add_worksheet(workbook, "任务分解表")),
          base_(workbook_add_worksheet(workbook, base_sheet_name)) {
        make_formats();
        set_page();
        worksheet_hide(base_);
    }

    void write_head(const TaskBook& book) {
        merge(title_row, book.title, title_);
        worksheet_set_row(sheet_, title_row, 32, nullptr);
        merge(unit_row,
              "填报单位：" + book.unit + "        填报时间：" + book.as_of.iso() +
                  "        联系人电话：",
              plain_);
        worksheet_set_column(sheet_, 0, 0, number_width, nullptr);
        put(sheet_, header_row, 0, "序号", header_);
        for (const BookColumn column : directive::book_columns) {
            const lxw_col_t at = place_of(column);
            worksheet_set_column(sheet_, at, at, widths[static_cast<std::size_t>(column)], nullptr);
            put(sheet_, header_row, at, directive::heading(column), header_);
            put(base_, 0, at, directive::heading(column), nullptr);
        }
        lxw_row_col_options hidden{};
        hidden.hidden = 1;
        worksheet_set_column_opt(sheet_, key_column, key_column, 30, nullptr, &hidden);
        put(sheet_, header_row, key_column, key_heading, header_);
        put(base_, 0, 0, key_heading, nullptr);
        worksheet_set_row(sheet_, header_row, 34, nullptr);
    }

    void write_line(lxw_row_t line, const TaskBookLine& one) {
        const lxw_row_t row = first_row + line;
        worksheet_write_number(sheet_, row, 0, line + 1, centred_);
        for (const BookColumn column : directive::book_columns) {
            const std::string& text = cell(one.cells, column);
            const bool middle = column != BookColumn::work && column != BookColumn::measure &&
                                column != BookColumn::target && column != BookColumn::remark;
            put(sheet_, row, place_of(column), text, middle ? centred_ : text_);
            put(base_, line + 1, place_of(column), text, nullptr);
        }
        put(sheet_, row, key_column, one.key, text_);
        put(base_, line + 1, 0, one.key, nullptr);
    }

    void write_foot(lxw_row_t lines) {
        const std::string gap(28, ' ');
        merge(first_row + lines + 1, foot_mark + gap + "审核人：" + gap + "单位负责人：", plain_);
    }

private:
    lxw_format* bordered(lxw_format_alignments across) {
        lxw_format* format = workbook_add_format(workbook_);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_text_wrap(format);
        format_set_align(format, static_cast<std::uint8_t>(across));
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        format_set_font_name(format, "仿宋_GB2312");
        format_set_font_size(format, 11);
        // Text stays text when somebody edits the cell: no formula, no date of another kind.
        format_set_num_format(format, "@");
        return format;
    }

    void make_formats() {
        title_ = workbook_add_format(workbook_);
        format_set_font_name(title_, "方正小标宋简体");
        format_set_font_size(title_, 22);
        format_set_align(title_, LXW_ALIGN_CENTER);
        format_set_align(title_, LXW_ALIGN_VERTICAL_CENTER);
        plain_ = workbook_add_format(workbook_);
        format_set_font_name(plain_, "仿宋_GB2312");
        format_set_font_size(plain_, 12);
        header_ = bordered(LXW_ALIGN_CENTER);
        format_set_font_name(header_, "黑体");
        format_set_bg_color(header_, 0xE7EDF5);
        text_ = bordered(LXW_ALIGN_LEFT);
        centred_ = bordered(LXW_ALIGN_CENTER);
    }

    void set_page() {
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, paper_a4);
        worksheet_set_margins(sheet_, 0.5, 0.5, 0.6, 0.7);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_repeat_rows(sheet_, title_row, header_row);
        worksheet_freeze_panes(sheet_, first_row, 2);
        worksheet_set_footer(sheet_, "&C— &P —");
    }

    void merge(lxw_row_t row, const std::string& text, lxw_format* format) {
        worksheet_merge_range(sheet_, row, 0, row, key_column - 1, to_cell(text).c_str(), format);
    }

    static void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                    lxw_format* format) {
        const std::string shown = to_cell(text);
        if (!shown.empty()) {
            worksheet_write_string(sheet, row, column, shown.c_str(), format);
        } else if (format != nullptr) {
            worksheet_write_blank(sheet, row, column, format);
        }
    }

    lxw_workbook* workbook_;
    lxw_worksheet* sheet_;
    lxw_worksheet* base_;
    lxw_format* title_ = nullptr;
    lxw_format* plain_ = nullptr;
    lxw_format* header_ = nullptr;
    lxw_format* text_ = nullptr;
    lxw_format* centred_ = nullptr;
};

}  // namespace

Result<void> check_size(const TaskBook& book) {
    if (book.lines.size() <= most_lines) return {};
    return Error{Fault::too_large,
                 "E-SHEET-002",
                 "导出表格",
                 std::to_string(book.lines.size()) + " 行",
                 "不超过 " + std::to_string(most_lines) + " 行",
                 "缩小范围后分几次导出"};
}

Result<std::string> task_book_workbook(const TaskBook& book) {
    TRY(check_size(book));
    WorkbookFile file = TRY(WorkbookFile::create(book.title, book.as_of));
    BookSheetWriter sheet(file.workbook());
    sheet.write_head(book);
    lxw_row_t line = 0;
    for (const TaskBookLine& one : book.lines) sheet.write_line(line++, one);
    sheet.write_foot(line);
    return file.finish();
}

}  // namespace anmin::sheets
