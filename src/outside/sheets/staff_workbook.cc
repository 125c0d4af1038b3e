#include "sheets/staff_workbook.h"

#include <array>

#include "sheets/cell_text.h"
#include "sheets/read_sheet.h"
#include "sheets/workbook_file.h"

namespace anmin::sheets {
namespace {

using organisation::StaffRow;

struct Column {
    const char* heading;
    double width;  // in characters
    std::string StaffRow::* field;
};

constexpr std::array<Column, 10> columns{{
    {"单位编号", 28, &StaffRow::unit_id},
    {"单位名称", 28, &StaffRow::unit},
    {"区划代码", 14, &StaffRow::division},
    {"类别", 12, &StaffRow::kind},
    {"汇报单位编号", 28, &StaffRow::reports_to},
    {"岗位编号", 28, &StaffRow::post_id},
    {"岗位名称", 22, &StaffRow::post},
    {"任职人", 16, &StaffRow::holder},
    {"任职起始", 12, &StaffRow::from},
    {"任职终止", 12, &StaffRow::until},
}};

bool is_empty(const StaffRow& row) {
    for (const Column& column : columns) {
        if (!(row.*column.field).empty()) return false;
    }
    return true;
}

}  // namespace

Result<std::string> staff_workbook(const std::vector<StaffRow>& rows, calendar::Date as_of) {
    auto file = TRY(WorkbookFile::create("机构与任职", as_of));
    lxw_workbook* const workbook = file.workbook();
    lxw_worksheet* const sheet = workbook_add_worksheet(workbook, "机构与任职");
    lxw_format* const header = workbook_add_format(workbook);
    format_set_bold(header);
    format_set_bottom(header, LXW_BORDER_THIN);
    lxw_format* const text = workbook_add_format(workbook);
    format_set_num_format(text, "@");  // a code stays a text when it is edited
    for (lxw_col_t at = 0; at < columns.size(); ++at) {
        worksheet_set_column(sheet, at, at, columns[at].width, text);
        worksheet_write_string(sheet, 0, at, columns[at].heading, header);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (lxw_col_t at = 0; at < columns.size(); ++at) {
            const std::string value = to_cell(rows[row].*columns[at].field);
            if (value.empty()) continue;
            worksheet_write_string(sheet, static_cast<lxw_row_t>(row + 1), at, value.c_str(), text);
        }
    }
    return file.finish();
}

Result<std::vector<StaffRow>> read_staff_workbook(const std::string& xlsx_bytes) {
    const auto cells = TRY(read_sheet(xlsx_bytes));
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const bool same =
            !cells.empty() && at < cells.front().size() && cells.front()[at] == columns[at].heading;
        if (same) continue;
        return Error{Fault::invalid,
                     "E-SHEET-030",
                     "第 1 行第 " + std::to_string(at + 1) + " 列",
                     "表头不是“" + std::string(columns[at].heading) + "”",
                     "与导出的工作簿相同的表头",
                     "先导出工作簿，在其中修改后再导入"};
    }
    std::vector<StaffRow> rows;
    for (std::size_t row = 1; row < cells.size(); ++row) {
        StaffRow made;
        for (std::size_t at = 0; at < columns.size() && at < cells[row].size(); ++at) {
            made.*columns[at].field = cells[row][at];
        }
        if (!is_empty(made)) rows.push_back(std::move(made));
    }
    return rows;
}

}  // namespace anmin::sheets
