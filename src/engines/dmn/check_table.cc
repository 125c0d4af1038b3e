// Rows of a table against each other.
#include <algorithm>
#include <unordered_map>

#include "dmn/check.h"
#include "dmn/region.h"
#include "feel/characters.h"

namespace anmin::dmn {

namespace {

constexpr std::size_t most_reports = 5;
// Pairs of rows are compared one by one, and a search for gaps looks at a row so many times; beyond
// this it would take many seconds, and the finding says what was left out.
constexpr std::size_t most_pairs = 100000000;
constexpr std::size_t most_looks = 20000000;

using Row = std::vector<std::optional<Region>>;

class TableCheck {
public:
    TableCheck(const Table& table, const std::string& place, std::vector<Finding>& findings)
        : table_(table), place_(place), findings_(findings) {
        for (const Rule& rule : table.rules) {
            Row row;
            for (const Tests& tests : rule.tests) row.push_back(region_of(tests));
            rows_.push_back(std::move(row));
            conditions_.push_back(joined(rule.test_texts));
            results_.push_back(joined(rule.output_texts));
        }
    }

    void run() {
        duplicates();
        pairs();
        for (std::size_t i = 0; i < rows_.size(); ++i)
            for (std::size_t cell = 0; cell < rows_[i].size(); ++cell)
                if (rows_[i][cell] && !rows_[i][cell]->everything &&
                    rows_[i][cell]->intervals.empty())
                    report("W-DMN-312", row_name(i) + "永远不会符合：输入“" +
                                            table_.inputs[cell].label + "”的条件没有值能满足");
        const bool complete = table_.policy != HitPolicy::collect &&
                              table_.policy != HitPolicy::rule_order &&
                              table_.policy != HitPolicy::output_order;
        bool has_default = false;
        for (const Output& output : table_.outputs)
            has_default = has_default || output.default_code;
        if (complete && !has_default) gaps();
        clauses();
    }

private:
    static std::string row_name(std::size_t index) { return "规则" + std::to_string(index + 1); }

    void report(const char* code, std::string text) {
        const auto same = std::count_if(
            findings_.begin(), findings_.end(),
            [&](const Finding& known) { return known.code == code && known.place == place_; });
        if (static_cast<std::size_t>(same) < most_reports)
            findings_.push_back({code, place_, std::move(text)});
    }

    // The texts of a row's cells in one, blanks aside.
    static std::string joined(const std::vector<Text>& texts) {
        std::string out;
        for (const Text& text : texts) out += feel::normal_name(text.text) + "\x01";
        return out;
    }

    void duplicates() {
        std::unordered_map<std::string, std::size_t> first;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const auto [known, fresh] = first.emplace(conditions_[i], i);
            if (!fresh)
                report("W-DMN-310",
                       row_name(i) + "与" + row_name(known->second) + "的条件完全相同");
        }
    }

    // Can one input satisfy both rows? Only when every cell can be told.
    bool overlap(std::size_t a, std::size_t b) const {
        for (std::size_t cell = 0; cell < std::min(rows_[a].size(), rows_[b].size()); ++cell)
            if (!rows_[a][cell] || !rows_[b][cell] || disjoint(*rows_[a][cell], *rows_[b][cell]))
                return false;
        return true;
    }

    bool covered(std::size_t later, std::size_t earlier) const {
        for (std::size_t cell = 0; cell < std::min(rows_[later].size(), rows_[earlier].size());
             ++cell) {
            const bool any = rows_[earlier][cell] && rows_[earlier][cell]->everything;
            if (!any && (!rows_[later][cell] || !rows_[earlier][cell] ||
                         !inside(*rows_[later][cell], *rows_[earlier][cell])))
                return false;
        }
        return true;
    }

    void pairs() {
        const bool unique = table_.policy == HitPolicy::unique;
        const bool any = table_.policy == HitPolicy::any;
        const bool first = table_.policy == HitPolicy::first;
        if (!unique && !any && !first) return;
        std::size_t left = most_pairs;
        for (std::size_t b = 1; b < rows_.size(); ++b)
            for (std::size_t a = 0; a < b; ++a) {
                if (left-- == 0)
                    return report("W-DMN-314",
                                  "规则过多，" + row_name(b) + "以后的规则没有与前面的逐一比较");
                if (conditions_[a] == conditions_[b]) continue;
                if (first && covered(b, a))
                    report("W-DMN-312", row_name(b) + "不会用到：符合它的都先符合" + row_name(a));
                else if ((unique || (any && results_[a] != results_[b])) && overlap(a, b))
                    report("W-DMN-311", row_name(a) + "与" + row_name(b) + "有重叠，而命中策略是" +
                                            (unique ? "唯一" : "任意且输出不同"));
            }
    }

    // Looks for a combination of inputs that no row admits: cuts one input after the other at every
    // end that occurs in the rows which are still possible, and goes on with the rows that admit
    // the piece.
    void gaps() {
        std::vector<std::size_t> all(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            all[i] = i;
            for (std::size_t cell = 0; cell < table_.inputs.size(); ++cell)
                if (cell >= rows_[i].size() || !rows_[i][cell]) return;
        }
        looks_ = most_looks;
        gaps_from(0, all, {});
        if (looks_ == 0) report("W-DMN-314", "条件的组合过多，没有查完是否每种情形都有规则覆盖");
    }

    bool open_from(std::size_t row, std::size_t axis) const {
        for (; axis < table_.inputs.size(); ++axis)
            if (!rows_[row][axis]->everything) return false;
        return true;
    }

    // False when nothing more is to be looked for.
    bool gaps_from(std::size_t axis, const std::vector<std::size_t>& rows,
                   const std::string& before) {
        if (rows.empty()) {
            report("W-DMN-313", "没有规则覆盖：" + (before.empty() ? "任何情形" : before));
            return ++gaps_found_ < most_reports;
        }
        for (const std::size_t row : rows)
            if (open_from(row, axis)) return true;
        std::vector<Region> regions;
        for (const std::size_t row : rows) regions.push_back(*rows_[row][axis]);
        for (const Sample& sample : pieces(regions, domain_of(table_.inputs[axis]))) {
            if (looks_ < rows.size()) {
                looks_ = 0;
                return false;
            }
            looks_ -= rows.size();
            Region piece;
            piece.intervals.push_back(sample.piece);
            std::vector<std::size_t> admitting;
            for (const std::size_t row : rows)
                if (inside(piece, *rows_[row][axis])) admitting.push_back(row);
            const std::string here = (before.empty() ? "" : before + "，") +
                                     table_.inputs[axis].label + " 为 " + sample.text;
            if (!gaps_from(axis + 1, admitting, here)) return false;
        }
        return true;
    }

    static std::optional<Region> domain_of(const Input& input) {
        if (input.has_allowed) return region_of(input.allowed);
        if (input.variable.type && input.variable.type->shape == feel::Shape::boolean) {
            Region out;
            for (const std::int64_t value : {0, 1})
                out.intervals.push_back({{Value::of(value), true}, {Value::of(value), true}});
            return out;
        }
        return std::nullopt;
    }

    void clauses() {
        for (std::size_t i = 0; i < table_.rules.size(); ++i) {
            bool found = false;
            for (const std::string& annotation : table_.rules[i].annotations)
                found = found || !feel::normal_name(annotation).empty();
            if (!found) report("W-DMN-321", row_name(i) + "没有写明依据的条款");
        }
    }

    const Table& table_;
    const std::string& place_;
    std::vector<Finding>& findings_;
    std::vector<Row> rows_;
    std::vector<std::string> conditions_;  // the texts of each row's cells
    std::vector<std::string> results_;
    std::size_t looks_ = 0;
    std::size_t gaps_found_ = 0;
};

}  // namespace

void check_table(const Table& table, const std::string& place, std::vector<Finding>& findings) {
    TableCheck(table, place, findings).run();
}

}  // namespace anmin::dmn
