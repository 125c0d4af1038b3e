#include "sheets/cell_text.h"
#include "sheets/office_table.h"
#include "sheets/task_book_names.h"
#include "sheets/workbook_file.h"

namespace anmin::sheets {
namespace {

using registers::Column;
using registers::Definition;
using registers::Kind;

constexpr double number_width = 6;
constexpr lxw_row_t title_row = 0;
constexpr lxw_row_t unit_row = 1;
constexpr lxw_row_t header_row = 2;
constexpr std::size_t most_lines = 100'000;
constexpr std::uint8_t paper_a4 = 9;
constexpr std::size_t longest_list = 200;  // characters of a closed list in a cell's menu

bool has_groups(const Definition& table) {
    for (const Column& column : table.columns) {
        if (!column.group.empty()) return true;
    }
    return false;
}

class TableWriter {
public:
    TableWriter(lxw_workbook* workbook, const Definition& table)
        : workbook_(workbook),
          sheet_(workbook_add_worksheet(workbook, "台账")),
          base_(workbook_add_worksheet(workbook, base_sheet_name)),
          table_(table),
          head_rows_(has_groups(table) ? 2 : 1),
          key_column_(static_cast<lxw_col_t>(table.columns.size() + 1)) {
        make_formats();
        set_page();
        worksheet_hide(base_);
    }

    void write_head(const OfficeTable& table) {
        merge(title_row, table_.title, title_);
        worksheet_set_row(sheet_, title_row, 32, nullptr);
        merge(unit_row,
              "填报单位：" + table.unit + "        填报时间：" + table.as_of.iso() +
                  "        联系人电话：",
              plain_);
        worksheet_set_column(sheet_, 0, 0, number_width, nullptr);
        head_cell(0, registers::number_heading);
        for (std::size_t at = 0; at < table_.columns.size(); ++at) write_heading(at);
        lxw_row_col_options hidden{};
        hidden.hidden = 1;
        worksheet_set_column_opt(sheet_, key_column_, key_column_, 30, nullptr, &hidden);
        head_cell(key_column_, registers::key_heading);
        put(base_, 0, 0, registers::key_heading, nullptr);
    }

    void write_line(lxw_row_t line, const OfficeTableLine& one) {
        const lxw_row_t row = first_row() + line;
        worksheet_write_number(sheet_, row, 0, line + 1, centred_);
        for (std::size_t at = 0; at < table_.columns.size(); ++at) {
            const auto column = static_cast<lxw_col_t>(at + 1);
            const bool wide = table_.columns[at].width > 17;
            put(sheet_, row, column, one.cells[at], wide ? text_ : centred_);
            put(base_, line + 1, column, one.cells[at], nullptr);
        }
        put(sheet_, row, key_column_, one.key, text_);
        put(base_, line + 1, 0, one.key, nullptr);
    }

    void write_foot(lxw_row_t lines) {
        const std::string gap(28, ' ');
        for (std::size_t at = 0; at < table_.columns.size() && lines > 0; ++at)
            offer_list(at, first_row() + lines - 1);
        merge(first_row() + lines + 1, foot_mark + gap + "审核人：" + gap + "单位负责人：", plain_);
    }

private:
    lxw_row_t first_row() const { return header_row + head_rows_; }

    // Over both rows of the head.
    void head_cell(lxw_col_t column, const std::string& words) {
        if (head_rows_ == 1) {
            put(sheet_, header_row, column, words, header_);
            return;
        }
        worksheet_merge_range(sheet_, header_row, column, header_row + 1, column,
                              to_cell(words).c_str(), header_);
    }

    void write_heading(std::size_t at) {
        const Column& column = table_.columns[at];
        const auto place = static_cast<lxw_col_t>(at + 1);
        worksheet_set_column(sheet_, place, place, column.width, nullptr);
        put(base_, 0, place, registers::title_of(column), nullptr);
        if (column.group.empty()) {
            head_cell(place, column.label);
            return;
        }
        put(sheet_, header_row + 1, place, column.label, header_);
        const auto group_of = [this](std::size_t one) {
            return one < table_.columns.size() ? table_.columns[one].group : std::string();
        };
        if (at > 0 && group_of(at - 1) == column.group) return;
        std::size_t last = at;
        while (group_of(last + 1) == column.group) ++last;
        if (last == at) {
            put(sheet_, header_row, place, column.group, header_);
            return;
        }
        worksheet_merge_range(sheet_, header_row, place, header_row,
                              static_cast<lxw_col_t>(last + 1), to_cell(column.group).c_str(),
                              header_);
    }

    void offer_list(std::size_t at, lxw_row_t last) {
        const Column& column = table_.columns[at];
        std::vector<std::string> words = registers::words_of(column);
        std::size_t length = 0;
        for (const std::string& word : words) length += word.size() + 1;
        if (words.empty() || length > longest_list) return;
        // SPEC: libxlsxwriter 1.1 reads the list and asks for it unconstant.
        std::vector<char*> list;
        list.reserve(words.size() + 1);
        for (std::string& word : words) list.push_back(word.data());
        list.push_back(nullptr);
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = list.data();
        const auto place = static_cast<lxw_col_t>(at + 1);
        worksheet_data_validation_range(sheet_, first_row(), place, last, place, &validation);
    }

    lxw_format* bordered(lxw_format_alignments across) {
        lxw_format* format = workbook_add_format(workbook_);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_text_wrap(format);
        format_set_align(format, static_cast<std::uint8_t>(across));
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        format_set_font_name(format, "仿宋_GB2312");
        format_set_font_size(format, 11);
        // Text stays text when somebody edits the cell: no formula, no rounded number.
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
        worksheet_repeat_rows(sheet_, title_row, first_row() - 1);
        worksheet_freeze_panes(sheet_, first_row(), 2);
        worksheet_set_footer(sheet_, "&C— &P —");
    }

    void merge(lxw_row_t row, const std::string& text, lxw_format* format) {
        worksheet_merge_range(sheet_, row, 0, row, static_cast<lxw_col_t>(key_column_ - 1),
                              to_cell(text).c_str(), format);
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
    const Definition& table_;
    lxw_row_t head_rows_;
    lxw_col_t key_column_;
    lxw_format* title_ = nullptr;
    lxw_format* plain_ = nullptr;
    lxw_format* header_ = nullptr;
    lxw_format* text_ = nullptr;
    lxw_format* centred_ = nullptr;
};

}  // namespace

Result<std::string> office_table_workbook(const OfficeTable& table) {
    if (table.lines.size() > most_lines) {
        return Error{Fault::too_large,
                     "E-SHEET-002",
                     "导出表格",
                     std::to_string(table.lines.size()) + " 行",
                     "不超过 " + std::to_string(most_lines) + " 行",
                     "缩小范围后分几次导出"};
    }
    WorkbookFile file = TRY(WorkbookFile::create(table.table.title, table.as_of));
    TableWriter sheet(file.workbook(), table.table);
    sheet.write_head(table);
    lxw_row_t line = 0;
    for (const OfficeTableLine& one : table.lines) sheet.write_line(line++, one);
    sheet.write_foot(line);
    return file.finish();
}

}  // namespace anmin::sheets
