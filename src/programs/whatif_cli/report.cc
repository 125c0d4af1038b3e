#include "whatif_cli/report.h"

#include <algorithm>

#include "decimal/decimal.h"
#include "feel/print.h"
#include "sheets/table_workbook.h"
#include "text/utf8.h"

namespace anmin::whatif_cli {

namespace {

using sheets::TableCell;

constexpr int months = 12;

// Yuan and fen (or finer) of money in 10^-4 yuan.
std::string yuan(std::int64_t money) {
    return decimal::Decimal::scaled(money, -money_scale)->shortest_text();
}

TableCell number(std::int64_t value) { return {std::to_string(value), true}; }
TableCell amount(std::int64_t money) { return {yuan(money), true}; }

void put(std::vector<TableCell>& row, const Heads& heads) {
    row.push_back(number(heads.households));
    row.push_back(number(heads.people));
}

std::vector<std::string> headers(bool cliffs) {
    std::vector<std::string> out{
        "区划",         "区划名称",     "类别",         "方案",         "户",         "人",
        "享受户",       "享受人",       "新增户",       "新增人",       "退出户",     "退出人",
        "提高户",       "提高人",       "降低户",       "降低人",       "不能确定户", "不能确定人",
        "月支出（元）", "月增支（元）", "年支出（元）", "年增支（元）", "未比较户",   "未比较人"};
    if (cliffs)
        for (const char* name : {"多挣反损户", "受损合计（元）", "最多受损（元）"})
            out.emplace_back(name);
    return out;
}

std::vector<TableCell> row_of(const Place& division, const std::string& tier,
                              const std::string& scenario, const Line& line,
                              std::size_t number_of) {
    const Change& change = line.scenarios[number_of];
    std::vector<TableCell> row{
        {division.code, false}, {division.name, false}, {tier, false}, {scenario, false}};
    put(row, line.all);
    put(row, change.entitled);
    put(row, change.entrants);
    put(row, change.leavers);
    put(row, change.increased);
    put(row, change.decreased);
    put(row, change.undetermined);
    row.push_back(amount(change.cost));
    row.push_back(amount(change.cost_change));
    row.push_back(amount(change.cost * months));
    row.push_back(amount(change.cost_change * months));
    put(row, change.uncertain);
    if (!line.cliffs.empty()) {
        const Cliffs& cliffs = line.cliffs[number_of];
        row.push_back(number(cliffs.households));
        row.push_back(amount(cliffs.lost));
        row.push_back(amount(cliffs.greatest));
    }
    return row;
}

sheets::Table table_of(const Redetermined& found, const Scenarios& scenarios, const WhatIf& order) {
    sheets::Table table;
    table.headers = headers(!order.cliffs.empty());
    table.keys = 4;  // division, its name, tier, scenario
    for (const auto& [key, line] : found.tally)
        for (std::size_t s = 0; s < scenarios.all.size(); ++s)
            table.rows.push_back(row_of(found.divisions[static_cast<std::size_t>(key.first)],
                                        found.tiers[static_cast<std::size_t>(key.second)],
                                        scenarios.all[s].title, line, s));
    for (std::size_t s = 0; s < scenarios.all.size(); ++s)
        table.rows.push_back(row_of({"合计", ""}, "全部", scenarios.all[s].title, found.total, s));
    return table;
}

std::string notes_of(const Redetermined& found, const Scenarios& scenarios, const WhatIf& order,
                     const population::Provenance& provenance) {
    std::string out = provenance.title + "，数据截至 " + provenance.as_of.iso() + "，按 " +
                      order.as_of + " 的规则。";
    if (provenance.synthetic) out += "合成数据，不含真实个人。";
    if (provenance.estimate) out += "所依据的部分数字是估计，不是官方统计。";
    const bool unnamed = std::any_of(found.divisions.begin(), found.divisions.end(),
                                     [](const Place& place) { return place.name.empty(); });
    if (unnamed && order.by != Division::nation)
        out += "人口文件中没有部分区划的名称，这些区划只列代码。";
    for (std::size_t s = 0; s < found.counts.size(); ++s)
        out += "方案“" + scenarios.all[s].title + "”：" + std::to_string(found.counts[s].rows) +
               " 户，其中逐户引擎计算 " + std::to_string(found.counts[s].by_row_engine) +
               " 户，抽查和边界复核 " + std::to_string(found.counts[s].checked) + " 户，无不一致。";
    return out;
}

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

std::string csv_of(const sheets::Table& table) {
    std::string out = "\xEF\xBB\xBF";
    const auto line = [&](const auto& cells, const auto& text) {
        bool first = true;
        for (const auto& cell : cells) {
            out += (first ? "" : ",") + csv_cell(text(cell));
            first = false;
        }
        out += "\r\n";
    };
    line(table.headers, [](const std::string& text) { return text; });
    for (const auto& row : table.rows) line(row, [](const TableCell& cell) { return cell.text; });
    return out;
}

// Columns of a terminal: a Chinese character takes two.
std::size_t width_of(const std::string& text) {
    std::size_t width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) ++width;
        if (byte >= 0xE0) width += 2;
    }
    return width;
}

std::string text_of(const sheets::Table& table, const std::string& notes) {
    std::vector<std::size_t> widths;
    for (const std::string& header : table.headers) widths.push_back(width_of(header));
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], width_of(row[i].text));
    std::string out;
    const auto put_cell = [&](const std::string& text, std::size_t column, bool right) {
        const std::string blanks(widths[column] - width_of(text), ' ');
        out += (column == 0 ? "" : "  ") + (right ? blanks + text : text + blanks);
    };
    for (std::size_t i = 0; i < table.headers.size(); ++i)
        put_cell(table.headers[i], i, i >= table.keys);
    out += "\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) put_cell(row[i].text, i, row[i].number);
        out += "\n";
    }
    return out + notes + "\n";
}

std::string json_of(const sheets::Table& table, const std::string& notes) {
    std::string out = "{\"notes\":";
    feel::append_json_string(out, notes);
    out += ",\"rows\":[";
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        out += r == 0 ? "{" : ",\n{";
        for (std::size_t i = 0; i < table.rows[r].size(); ++i) {
            if (i > 0) out += ",";
            feel::append_json_string(out, table.headers[i]);
            out += ":";
            const TableCell& cell = table.rows[r][i];
            if (cell.number) {
                out += cell.text;
            } else {
                feel::append_json_string(out, cell.text);
            }
        }
        out += "}";
    }
    return out + "]}\n";
}

}  // namespace

Result<std::string> report_of(const Redetermined& found, const Scenarios& scenarios,
                              const WhatIf& order, const population::Provenance& provenance) {
    const sheets::Table table = table_of(found, scenarios, order);
    const std::string notes = notes_of(found, scenarios, order, provenance);
    switch (order.format) {
        case Format::table: return text_of(table, notes);
        case Format::json: return json_of(table, notes);
        case Format::csv: return csv_of(table);
        case Format::xlsx: break;
    }
    return sheets::table_workbook(table, "测算", notes, provenance.as_of);
}

}  // namespace anmin::whatif_cli
