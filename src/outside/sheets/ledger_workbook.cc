#include "sheets/ledger_workbook.h"

#include <algorithm>
#include <array>
#include <functional>
#include <variant>

#include "sheets/cell_text.h"
#include "sheets/workbook_file.h"

namespace anmin::sheets {
namespace {

using calendar::Date;
using directive::Light;
using directive::Step;
using directive::Task;
using directive::TaskState;

enum class Look { text, centred, date, green, yellow, red, grey };

struct Cell {
    std::variant<std::string, Date, int> value;
    Look look = Look::text;
};

struct Row {
    const Task& task;
    int number;
    Light light;
};

// --- what stands in each column ------------------------------------------------------------------

struct LightLook {
    const char* colour;  // never colour alone: the word goes before the light's own
    Look look;
};

LightLook look_of(Light light) {
    switch (light) {
        case Light::undated: return {"", Look::centred};
        case Light::on_time: return {"绿灯 ", Look::green};
        case Light::due_soon: return {"黄灯 ", Look::yellow};
        case Light::overdue: return {"红灯 ", Look::red};
        case Light::closed: return {"", Look::grey};
        case Light::suspended: return {"灰灯 ", Look::grey};
    }
    CHECK(false, "every light has a look");
}

Cell light_cell(const Row& row) {
    const LightLook look = look_of(row.light);
    // A.2: finished late stays marked late for ever.
    const char* late = row.task.was_late ? "（逾期报结）" : "";
    return {look.colour + std::string(directive::word(row.light)) + late, look.look};
}

Cell date_cell(const std::optional<Date>& date) {
    return date ? Cell{*date, Look::date} : Cell{"", Look::date};
}

// The last step of that label, or nothing. Labels: directive/task.cc.
const Step* last_step(const Task& task, std::string_view label) {
    for (auto step = task.steps.rbegin(); step != task.steps.rend(); ++step) {
        if (step->label == label) return &*step;
    }
    return nullptr;
}

// The steps of those labels, one a line, each with its date and author.
std::string told(const Task& task, std::initializer_list<std::string_view> labels) {
    std::string all;
    for (const Step& step : task.steps) {
        if (std::find(labels.begin(), labels.end(), step.label) == labels.end()) continue;
        if (!all.empty()) all += "\n";
        all += step.on.iso() + " " + step.label;
        if (!step.text.empty()) all += "：" + step.text;
        all += "（" + step.officer.name + "）";
    }
    return all;
}

Cell owner_unit(const Row& row) { return {row.task.owner ? row.task.owner->unit_name : ""}; }

Cell owner_person(const Row& row) {
    std::string text = row.task.owner ? row.task.owner->post_title : "";
    if (const Step* report = last_step(row.task, "报结")) text += "\n" + report->officer.name;
    return {text};
}

Cell handed_out(const Row& row) {
    const Step* step = last_step(row.task, "交办");
    return date_cell(step != nullptr ? std::optional(step->on) : std::nullopt);
}

// Done counts once somebody else has verified it; the day is that of the report.
Cell done_on(const Row& row) {
    const bool done = row.task.state == TaskState::verified ||
                      row.task.state == TaskState::struck_off || row.task.state == TaskState::held;
    return date_cell(done ? row.task.reported_on : std::nullopt);
}

Cell proof(const Row& row) {
    std::string names;
    if (const Step* report = last_step(row.task, "报结")) {
        for (const directive::Evidence& one : report->evidence) {
            names += (names.empty() ? "" : "\n") + one.file_name;
        }
    }
    return {names};
}

Cell struck_off(const Row& row) {
    // What was given up is closed, and was not struck off.
    if (!row.task.closed_on || row.task.state == TaskState::ended) return {"否", Look::centred};
    return {"是\n" + row.task.closed_on->iso(), Look::centred};
}

Cell helping_units(const Row& row) {
    std::string names;
    for (const directive::Owner& one : row.task.helpers) {
        names += (names.empty() ? "" : "\n") + one.unit_name;
    }
    return {names};
}

Cell not_held(const Row&) { return {""}; }

struct Column {
    const char* heading;
    double width;  // in characters
    Cell (*cell)(const Row&);
};

// closed-loop E.2, table 2, and the light.
constexpr std::array<Column, 21> columns{{
    {"序号", 5, [](const Row& row) { return Cell{row.number, Look::centred}; }},
    {"督办编号", 14, [](const Row& row) { return Cell{row.task.id.value, Look::text}; }},
    {"督办事项", 42, [](const Row& row) { return Cell{row.task.item.text, Look::text}; }},
    {"来源", 24, [](const Row& row) { return Cell{row.task.source_title, Look::text}; }},
    {"批示内容", 12, not_held},
    {"责任领导", 10, not_held},
    {"承办单位", 16, owner_unit},
    {"协办单位", 12, helping_units},
    {"承办人", 12, owner_person},
    {"交办时间", 12, handed_out},
    {"办理时限", 12, [](const Row& row) { return date_cell(row.task.due); }},
    {"进展情况", 36,
     [](const Row& row) { return Cell{told(row.task, {"进展", "报结"}), Look::text}; }},
    {"存在问题及原因", 14, not_held},
    {"下步措施", 14, not_held},
    {"当前状态", 10,
     [](const Row& row) { return Cell{directive::word(row.task.state), Look::centred}; }},
    {"灯", 10, light_cell},
    {"完成率", 8, not_held},
    {"办结时间", 12, done_on},
    {"佐证材料", 20, proof},
    {"督办意见", 28,
     [](const Row& row) {
         return Cell{told(row.task, {"核验通过", "退回", "销号", "终止"}), Look::text};
     }},
    {"是否销号", 12, struck_off},
}};

// --- the sheet -----------------------------------------------------------------------------------

constexpr lxw_row_t title_row = 0;
constexpr lxw_row_t unit_row = 1;
constexpr lxw_row_t header_row = 2;
constexpr lxw_row_t first_row = 3;
constexpr lxw_col_t last_column = columns.size() - 1;
constexpr std::size_t most_tasks = 1'000'000;  // of the 1,048,576 rows of a sheet
constexpr std::uint8_t paper_a4 = 9;

class LedgerSheet {
public:
    explicit LedgerSheet(lxw_workbook* workbook)
        : workbook_(workbook), sheet_(workbook_add_worksheet(workbook, "督办台账")) {
        make_formats();
        set_page();
    }

    void write_head(const std::string& title, const std::string& unit, Date as_of) {
        merge(title_row, title, title_);
        worksheet_set_row(sheet_, title_row, 30, nullptr);
        merge(unit_row,
              "填报单位：" + unit + "        填报时间：" + as_of.iso() + "        联系人电话：",
              plain_);
        for (lxw_col_t at = 0; at <= last_column; ++at) {
            worksheet_set_column(sheet_, at, at, columns[at].width, nullptr);
            worksheet_write_string(sheet_, header_row, at, columns[at].heading, header_);
        }
        worksheet_set_row(sheet_, header_row, 32, nullptr);
    }

    void write_task(lxw_row_t at, const Row& row) {
        for (lxw_col_t column = 0; column <= last_column; ++column) {
            write(at, column, columns[column].cell(row));
        }
    }

    void write_foot(lxw_row_t next, bool empty) {
        if (empty) merge(next++, "（本范围内没有督办事项）", empty_);
        if (!empty) worksheet_autofilter(sheet_, header_row, 0, next - 1, last_column);
        const std::string gap(32, ' ');
        merge(next + 1, "填报人：" + gap + "审核人：" + gap + "单位负责人：", plain_);
    }

private:
    lxw_format* new_format() { return workbook_add_format(workbook_); }

    lxw_format* bordered(lxw_format_alignments across) {
        lxw_format* format = new_format();
        format_set_border(format, LXW_BORDER_THIN);
        format_set_text_wrap(format);
        format_set_align(format, static_cast<std::uint8_t>(across));
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        format_set_font_size(format, 10);
        // Text stays text when somebody edits the cell: no formula comes out of it.
        format_set_num_format(format, "@");
        return format;
    }

    lxw_format* filled(lxw_color_t colour) {
        lxw_format* format = bordered(LXW_ALIGN_CENTER);
        format_set_bg_color(format, colour);
        return format;
    }

    void make_formats() {
        title_ = new_format();
        format_set_bold(title_);
        format_set_font_size(title_, 18);
        format_set_align(title_, LXW_ALIGN_CENTER);
        format_set_align(title_, LXW_ALIGN_VERTICAL_CENTER);
        plain_ = new_format();
        format_set_font_size(plain_, 11);
        header_ = filled(0xE7EDF5);
        format_set_bold(header_);
        empty_ = bordered(LXW_ALIGN_CENTER);
        looks_[index(Look::text)] = bordered(LXW_ALIGN_LEFT);
        looks_[index(Look::centred)] = bordered(LXW_ALIGN_CENTER);
        looks_[index(Look::date)] = bordered(LXW_ALIGN_CENTER);
        format_set_num_format(looks_[index(Look::date)], "yyyy-mm-dd");
        looks_[index(Look::green)] = filled(0xC6E9C9);
        looks_[index(Look::yellow)] = filled(0xFFF1B8);
        looks_[index(Look::red)] = filled(0xFFC7C2);
        looks_[index(Look::grey)] = filled(0xE3E3E3);
    }

    void set_page() {
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, paper_a4);
        worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_repeat_rows(sheet_, title_row, header_row);
        worksheet_freeze_panes(sheet_, first_row, 3);
        worksheet_set_footer(sheet_, "&C第 &P 页，共 &N 页");
    }

    void merge(lxw_row_t row, const std::string& text, lxw_format* format) {
        worksheet_merge_range(sheet_, row, 0, row, last_column, to_cell(text).c_str(), format);
    }

    void write(lxw_row_t row, lxw_col_t column, const Cell& cell) {
        lxw_format* format = looks_[index(cell.look)];
        if (const auto* number = std::get_if<int>(&cell.value)) {
            worksheet_write_number(sheet_, row, column, *number, format);
        } else if (const auto* date = std::get_if<Date>(&cell.value);
                   date && date->year() >= 1901) {
            lxw_datetime day{date->year(), date->month(), date->day(), 0, 0, 0};
            worksheet_write_datetime(sheet_, row, column, &day, format);
        } else if (date != nullptr) {  // before the first day that a sheet can count
            worksheet_write_string(sheet_, row, column, date->iso().c_str(), format);
        } else {
            const std::string text = to_cell(std::get<std::string>(cell.value));
            if (text.empty()) worksheet_write_blank(sheet_, row, column, format);
            if (!text.empty()) worksheet_write_string(sheet_, row, column, text.c_str(), format);
        }
    }

    static std::size_t index(Look look) { return static_cast<std::size_t>(look); }

    lxw_workbook* workbook_;
    lxw_worksheet* sheet_;
    lxw_format* title_ = nullptr;
    lxw_format* plain_ = nullptr;
    lxw_format* header_ = nullptr;
    lxw_format* empty_ = nullptr;
    std::array<lxw_format*, 7> looks_{};
};

}  // namespace

Result<std::string> ledger_workbook(const std::vector<Task>& tasks, Date as_of,
                                    const directive::LightRule& rule, const std::string& title,
                                    const std::string& unit) {
    if (tasks.size() > most_tasks) {
        return Error{Fault::too_large,
                     "E-SHEET-002",
                     "导出表格",
                     std::to_string(tasks.size()) + " 件",
                     "一张表不超过 " + std::to_string(most_tasks) + " 件",
                     "按时间、单位或状态筛选后分几次导出"};
    }
    WorkbookFile file = TRY(WorkbookFile::create(title, as_of));
    LedgerSheet sheet(file.workbook());
    sheet.write_head(title, unit, as_of);
    lxw_row_t at = first_row;
    for (const Task& task : tasks) {
        const int number = static_cast<int>(at - first_row) + 1;
        sheet.write_task(at++, {task, number, directive::light(task, as_of, rule)});
    }
    sheet.write_foot(at, tasks.empty());
    return file.finish();
}

}  // namespace anmin::sheets
