#include "sheets/form_sheet.h"
#include "sheets/office_table.h"
#include "sheets/workbook_file.h"

namespace anmin::sheets {
namespace {

using registers::Column;
using registers::Definition;

constexpr std::size_t longest_list = 200;  // characters of a closed list in a cell's menu
constexpr double wide_column = 17;         // columns wider than this hold sentences

bool has_groups(const Definition& table) {
    for (const Column& column : table.columns) {
        if (!column.group.empty()) return true;
    }
    return false;
}

class TableWriter {
public:
    TableWriter(lxw_workbook* workbook, const Definition& table)
        : table_(table),
          head_rows_(has_groups(table) ? 2 : 1),
          form_(workbook, "台账", head_rows_, table.columns.size()) {}

    void write_head(const OfficeTable& table) {
        form_.write_top(table_.title, table.unit, table.as_of);
        head_cell(0, registers::number_heading);
        for (std::size_t at = 0; at < table_.columns.size(); ++at) write_heading(at);
        form_.hide_keys(registers::key_heading);
        head_cell(form_.key_column(), registers::key_heading);
    }

    void write_line(lxw_row_t line, const OfficeTableLine& one) {
        form_.begin_line(line, one.key);
        for (std::size_t at = 0; at < table_.columns.size(); ++at)
            form_.write_cell(line, at, one.cells[at], table_.columns[at].width <= wide_column);
    }

    void write_foot(lxw_row_t lines) {
        for (std::size_t at = 0; at < table_.columns.size() && lines > 0; ++at)
            offer_list(at, form_.first_row() + lines - 1);
        form_.write_foot(lines);
    }

private:
    // Over both rows of the head.
    void head_cell(lxw_col_t column, const std::string& words) {
        if (head_rows_ == 1) return form_.put_heading(FormSheet::header_row, column, words);
        form_.merge_heading(FormSheet::header_row, column, FormSheet::header_row + 1, column,
                            words);
    }

    void write_heading(std::size_t at) {
        const Column& column = table_.columns[at];
        const lxw_col_t place = FormSheet::place_of(at);
        form_.keep_column(at, column.width, registers::title_of(column));
        if (column.group.empty()) return head_cell(place, column.label);
        form_.put_heading(FormSheet::header_row + 1, place, column.label);
        const auto group_of = [this](std::size_t one) {
            return one < table_.columns.size() ? table_.columns[one].group : std::string();
        };
        if (at > 0 && group_of(at - 1) == column.group) return;
        std::size_t last = at;
        while (group_of(last + 1) == column.group) ++last;
        if (last == at) return form_.put_heading(FormSheet::header_row, place, column.group);
        form_.merge_heading(FormSheet::header_row, place, FormSheet::header_row,
                            FormSheet::place_of(last), column.group);
    }

    void offer_list(std::size_t at, lxw_row_t last) {
        std::vector<std::string> words = registers::words_of(table_.columns[at]);
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
        const lxw_col_t place = FormSheet::place_of(at);
        worksheet_data_validation_range(form_.sheet(), form_.first_row(), place, last, place,
                                        &validation);
    }

    const Definition& table_;
    lxw_row_t head_rows_;
    FormSheet form_;
};

}  // namespace

Result<std::string> office_table_workbook(const OfficeTable& table) {
    TRY(check_lines(table.lines.size()));
    WorkbookFile file = TRY(WorkbookFile::create(table.table.title, table.as_of));
    TableWriter sheet(file.workbook(), table.table);
    sheet.write_head(table);
    lxw_row_t line = 0;
    for (const OfficeTableLine& one : table.lines) sheet.write_line(line++, one);
    sheet.write_foot(line);
    return file.finish();
}

}  // namespace anmin::sheets
