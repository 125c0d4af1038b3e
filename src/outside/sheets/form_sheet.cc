#include "sheets/form_sheet.h"

#include "sheets/cell_text.h"
#include "sheets/task_book_names.h"

namespace anmin::sheets {
namespace {

constexpr double number_width = 6;
constexpr lxw_row_t title_row = 0;
constexpr lxw_row_t unit_row = 1;
constexpr std::size_t most_lines = 100'000;
constexpr std::uint8_t paper_a4 = 9;

void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
         lxw_format* format) {
    const std::string shown = to_cell(text);
    if (!shown.empty()) {
        worksheet_write_string(sheet, row, column, shown.c_str(), format);
    } else if (format != nullptr) {
        worksheet_write_blank(sheet, row, column, format);
    }
}

lxw_format* bordered(lxw_workbook* workbook, lxw_format_alignments across) {
    lxw_format* format = workbook_add_format(workbook);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_text_wrap(format);
    format_set_align(format, static_cast<std::uint8_t>(across));
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_font_name(format, "仿宋_GB2312");
    format_set_font_size(format, 11);
    // Text stays text when somebody edits the cell: no formula, no date, no rounded number.
    format_set_num_format(format, "@");
    return format;
}

}  // namespace

FormSheet::FormSheet(lxw_workbook* workbook, const std::string& name, lxw_row_t head_rows,
                     std::size_t columns)
    : sheet_(workbook_add_worksheet(workbook, name.c_str())),
      base_(workbook_add_worksheet(workbook, base_sheet_name)),
      head_rows_(head_rows),
      key_column_(place_of(columns)) {
    make_formats(workbook);
    set_page();
    worksheet_hide(base_);
}

void FormSheet::make_formats(lxw_workbook* workbook) {
    title_ = workbook_add_format(workbook);
    format_set_font_name(title_, "方正小标宋简体");
    format_set_font_size(title_, 22);
    format_set_align(title_, LXW_ALIGN_CENTER);
    format_set_align(title_, LXW_ALIGN_VERTICAL_CENTER);
    plain_ = workbook_add_format(workbook);
    format_set_font_name(plain_, "仿宋_GB2312");
    format_set_font_size(plain_, 12);
    header_ = bordered(workbook, LXW_ALIGN_CENTER);
    format_set_font_name(header_, "黑体");
    format_set_bg_color(header_, 0xE7EDF5);
    text_ = bordered(workbook, LXW_ALIGN_LEFT);
    centred_ = bordered(workbook, LXW_ALIGN_CENTER);
}

void FormSheet::set_page() {
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, paper_a4);
    worksheet_set_margins(sheet_, 0.5, 0.5, 0.6, 0.7);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, title_row, first_row() - 1);
    worksheet_freeze_panes(sheet_, first_row(), 2);
    worksheet_set_footer(sheet_, "&C— &P —");
}

void FormSheet::merge(lxw_row_t row, const std::string& text, lxw_format* format) {
    worksheet_merge_range(sheet_, row, 0, row, static_cast<lxw_col_t>(key_column_ - 1),
                          to_cell(text).c_str(), format);
}

void FormSheet::write_top(const std::string& title, const std::string& unit, calendar::Date as_of) {
    merge(title_row, title, title_);
    worksheet_set_row(sheet_, title_row, 32, nullptr);
    merge(unit_row,
          "填报单位：" + unit + "        填报时间：" + as_of.iso() + "        联系人电话：",
          plain_);
    worksheet_set_column(sheet_, 0, 0, number_width, nullptr);
}

void FormSheet::hide_keys(const std::string& heading) {
    lxw_row_col_options hidden{};
    hidden.hidden = 1;
    worksheet_set_column_opt(sheet_, key_column_, key_column_, 30, nullptr, &hidden);
    put(base_, 0, 0, heading, nullptr);
}

void FormSheet::keep_column(std::size_t column, double width, const std::string& heading) {
    const lxw_col_t place = place_of(column);
    worksheet_set_column(sheet_, place, place, width, nullptr);
    put(base_, 0, place, heading, nullptr);
}

void FormSheet::begin_line(lxw_row_t line, const std::string& key) {
    worksheet_write_number(sheet_, first_row() + line, 0, line + 1, centred_);
    put(sheet_, first_row() + line, key_column_, key, text_);
    put(base_, line + 1, 0, key, nullptr);
}

void FormSheet::write_cell(lxw_row_t line, std::size_t column, const std::string& text,
                           bool centred) {
    put(sheet_, first_row() + line, place_of(column), text, centred ? centred_ : text_);
    put(base_, line + 1, place_of(column), text, nullptr);
}

void FormSheet::write_foot(lxw_row_t lines) {
    const std::string gap(28, ' ');
    merge(first_row() + lines + 1, foot_mark + gap + "审核人：" + gap + "单位负责人：", plain_);
}

void FormSheet::put_heading(lxw_row_t row, lxw_col_t column, const std::string& words) {
    put(sheet_, row, column, words, header_);
}

void FormSheet::merge_heading(lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
                              lxw_col_t last_column, const std::string& words) {
    worksheet_merge_range(sheet_, first_row, first_column, last_row, last_column,
                          to_cell(words).c_str(), header_);
}

Result<void> check_lines(std::size_t lines) {
    if (lines <= most_lines) return {};
    return Error{Fault::too_large,
                 "E-SHEET-002",
                 "导出表格",
                 std::to_string(lines) + " 行",
                 "不超过 " + std::to_string(most_lines) + " 行",
                 "缩小范围后分几次导出"};
}

}  // namespace anmin::sheets
