#include "operations/live_tables.h"

#include <map>

#include "registers/value.h"

namespace anmin::operations {
namespace {

using directive::BookColumn;
using directive::Step;
using directive::Task;
using directive::TaskState;
using problem::Problem;
using problem::ProblemState;
using registers::Cells;
using registers::Definition;
using Values = std::map<std::string, std::string>;

// Texts as a sheet gives them back; a text longer than a cell may be typed stays whole.
Cells in_columns(const Definition& table, const Values& values) {
    Cells cells;
    for (const auto& column : table.columns) {
        const auto found = values.find(column.key);
        const std::string text = found == values.end() ? std::string() : found->second;
        const auto kept = registers::kept_text(column, text);
        cells.push_back(kept.ok() ? kept.value() : text);
    }
    return cells;
}

std::string iso(const std::optional<calendar::Date>& date) { return date ? date->iso() : ""; }

bool is_one_of(const std::string& label, const std::vector<std::string>& labels) {
    for (const std::string& one : labels) {
        if (label == one) return true;
    }
    return false;
}

// One line for each such step: 2025-04-02 报结：做了（张三）.
std::string told(const std::vector<Step>& steps, const std::vector<std::string>& labels) {
    std::string out;
    for (const Step& step : steps) {
        if (!is_one_of(step.label, labels) || step.text.empty()) continue;
        out += (out.empty() ? "" : "\n") + step.on.iso() + " " + step.label + "：" + step.text;
    }
    return out;
}

const Step* last_of(const std::vector<Step>& steps, const std::vector<std::string>& labels) {
    const Step* found = nullptr;
    for (const Step& step : steps) {
        if (is_one_of(step.label, labels)) found = &step;
    }
    return found;
}

std::string evidence_of(const std::vector<Step>& steps) {
    std::string names;
    for (const Step& step : steps) {
        for (const auto& one : step.evidence) names += (names.empty() ? "" : "、") + one.file_name;
    }
    return names;
}

const char* state_word(const Task& task, directive::Light light) {
    if (light == directive::Light::suspended) return "挂起";
    switch (task.state) {
        case TaskState::struck_off:
        case TaskState::held: return "已办结";
        case TaskState::merged:
        case TaskState::ended: return directive::word(task.state);
        case TaskState::objected:
        case TaskState::confirmed: return light == directive::Light::overdue ? "超期" : "未启动";
        case TaskState::assigned:
        case TaskState::reported:
        case TaskState::verified: return light == directive::Light::overdue ? "超期" : "推进中";
    }
    CHECK(false, "every state has its word");
}

// What the doer says of the target, in whole per cent.
std::string share_of(const Task& task) {
    if (!task.done || !task.target || task.target->thousandths <= 0) return {};
    return std::to_string(*task.done * 100 / task.target->thousandths) + "%";
}

const char* state_word(const Problem& problem, directive::Light light) {
    if (light == directive::Light::suspended) return "挂起";
    switch (problem.state) {
        case ProblemState::raised:
        case ProblemState::listed:
        case ProblemState::planned: return "推进中";
        case ProblemState::reported:
        case ProblemState::accepted: return "基本完成";
        case ProblemState::struck_off:
        case ProblemState::held: return "已完成";
        case ProblemState::ended: return "已终止";
        case ProblemState::unfounded:
        case ProblemState::handed_on:
        case ProblemState::merged: return "不列入";
    }
    CHECK(false, "every state has its word");
}

const char* branch_word(problem::Branch branch) {
    switch (branch) {
        case problem::Branch::immediate: return "立行立改";
        case problem::Branch::staged: return "分阶段";
        case problem::Branch::long_term: return "长期坚持";
    }
    CHECK(false, "every branch has its word");
}

std::string yes_no(bool value) { return value ? "是" : "否"; }

}  // namespace

std::optional<BookColumn> book_column_of(const std::string& key) {
    static const std::map<std::string, BookColumn> columns{
        {"work", BookColumn::work},     {"measure", BookColumn::measure},
        {"target", BookColumn::target}, {"leader", BookColumn::leader},
        {"lead", BookColumn::lead},     {"helpers", BookColumn::helpers},
        {"person", BookColumn::person}, {"due", BookColumn::due},
        {"stages", BookColumn::stages}, {"remark", BookColumn::remark}};
    const auto found = columns.find(key);
    if (found == columns.end()) return std::nullopt;
    return found->second;
}

Cells book_cells(const Definition& table, const Task& task) {
    const auto entry = directive::book_entry(task);
    Values values;
    for (const auto& column : table.columns) {
        if (const auto of = book_column_of(column.key)) values[column.key] = cell(entry, *of);
    }
    return in_columns(table, values);
}

Cells task_cells(const Definition& table, const Task& task, directive::Light light) {
    const auto entry = directive::book_entry(task);
    const Step* assigned = last_of(task.steps, {"交办", "分解交办"});
    const bool closed = task.state == TaskState::struck_off || task.state == TaskState::held;
    return in_columns(table,
                      {{"number", task.id.value},
                       {"work", cell(entry, BookColumn::work)},
                       {"source", task.source_title},
                       {"leader", cell(entry, BookColumn::leader)},
                       {"lead", task.owner ? task.owner->unit_name : cell(entry, BookColumn::lead)},
                       {"helpers", cell(entry, BookColumn::helpers)},
                       {"person", cell(entry, BookColumn::person)},
                       {"assigned_on", assigned == nullptr ? "" : assigned->on.iso()},
                       {"due", iso(task.due)},
                       {"progress", told(task.steps, {"进展", "报结"})},
                       {"state", state_word(task, light)},
                       {"share", share_of(task)},
                       {"closed_on", iso(task.closed_on)},
                       {"evidence", evidence_of(task.steps)},
                       {"opinion", told(task.steps, {"核验通过", "退回", "催办"})},
                       {"struck_off", yes_no(closed)}});
}

Cells problem_cells(const Definition& table, const Problem& problem, const std::string& list_name,
                    directive::Light light) {
    const Step* struck = last_of(problem.steps, {"销号"});
    return in_columns(
        table, {{"field", list_name.empty() ? problem.source : list_name},
                {"listed_as", problem.number > 0 ? std::to_string(problem.number) : ""},
                {"problem", problem.text},
                {"instances", problem.remarks.empty()
                                  ? ""
                                  : "归并原话 " + std::to_string(problem.remarks.size()) + " 条"},
                {"cause", problem.cause},
                {"measure", problem.measure},
                {"branch", problem.branch ? branch_word(*problem.branch) : ""},
                {"unit", problem.owner ? problem.owner->unit_name : ""},
                {"person", problem.owner ? problem.owner->post_title : ""},
                {"due", iso(problem.due)},
                {"progress", told(problem.steps, {"阶段完成", "报整改", "年度复查"})},
                {"evidence", evidence_of(problem.steps)},
                {"state", state_word(problem, light)},
                {"acceptance", told(problem.steps, {"验收通过", "退回"})},
                {"struck_off_on", struck == nullptr ? "" : struck->on.iso()},
                {"rebounded", yes_no(problem.reopened > 0)}});
}

Cells closing_cells(const Definition& table, const Problem& problem) {
    const Step* report = last_of(problem.steps, {"报整改"});
    const Step* accepted = last_of(problem.steps, {"验收通过"});
    const Step* struck = last_of(problem.steps, {"销号"});
    return in_columns(
        table, {{"number", problem.id.value},
                {"problem", problem.text},
                {"measures_done", told(problem.steps, {"阶段完成", "报整改"})},
                {"evidence", evidence_of(problem.steps)},
                {"self", report == nullptr ? "" : report->text},
                {"verified_how", accepted == nullptr ? "" : accepted->text},
                {"verified_by", accepted == nullptr ? "" : accepted->officer.name},
                {"verified_on", accepted == nullptr ? "" : accepted->on.iso()},
                {"approval", struck == nullptr ? "" : struck->officer.name + " " + struck->text},
                {"struck_off_on", struck == nullptr ? "" : struck->on.iso()}});
}

Cells group_cells(const Definition& table, const problem::GroupTally& group) {
    std::string people;
    for (const std::string& name : group.people) people += (people.empty() ? "" : "、") + name;
    return in_columns(table, {{"group", "第 " + std::to_string(group.number) + " 组"},
                              {"area", group.area},
                              {"people", people},
                              {"period", group.from.iso() + " 至 " + group.to.iso()},
                              {"sessions", std::to_string(group.sessions)},
                              {"interviews", std::to_string(group.interviews)},
                              {"visits", std::to_string(group.visits)},
                              {"problems", std::to_string(group.problems)},
                              {"suggestions", std::to_string(group.suggestions)},
                              {"referred", std::to_string(group.merged)},
                              {"revisited", std::to_string(group.told)}});
}

}  // namespace anmin::operations
