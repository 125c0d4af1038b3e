// Rows of a table against each other.
#include <algorithm>

#include "dmn/check.h"
#include "dmn/region.h"
#include "feel/characters.h"

namespace anmin::dmn {

namespace {

constexpr std::size_t most_boxes = 20000;
constexpr std::size_t most_reports = 5;
// Pairs of rows are compared one by one; beyond this it would take seconds.
constexpr std::size_t most_rows = 2000;

using Row = std::vector<std::optional<Region>>;

class TableCheck {
public:
    TableCheck(const Table& table, const std::string& place, std::vector<Finding>& findings)
        : table_(table), place_(place), findings_(findings) {
        for (const Rule& rule : table.rules) {
            Row row;
            for (const Tests& tests : rule.tests) row.push_back(region_of(tests));
            rows_.push_back(std::move(row));
        }
    }

    void run() {
        if (rows_.size() <= most_rows) pairs();
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

    bool duplicate(std::size_t a, std::size_t b) const {
        for (std::size_t cell = 0; cell < table_.rules[a].test_texts.size(); ++cell)
            if (cell >= table_.rules[b].test_texts.size() ||
                feel::normal_name(table_.rules[a].test_texts[cell].text) !=
                    feel::normal_name(table_.rules[b].test_texts[cell].text))
                return false;
        return true;
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

    bool same_outputs(std::size_t a, std::size_t b) const {
        for (std::size_t cell = 0; cell < table_.rules[a].output_texts.size(); ++cell)
            if (cell >= table_.rules[b].output_texts.size() ||
                feel::normal_name(table_.rules[a].output_texts[cell].text) !=
                    feel::normal_name(table_.rules[b].output_texts[cell].text))
                return false;
        return true;
    }

    void pairs() {
        const bool unique = table_.policy == HitPolicy::unique;
        for (std::size_t b = 1; b < rows_.size(); ++b)
            for (std::size_t a = 0; a < b; ++a) {
                if (duplicate(a, b))
                    report("W-DMN-310", row_name(b) + "与" + row_name(a) + "的条件完全相同");
                else if (table_.policy == HitPolicy::first && covered(b, a))
                    report("W-DMN-312", row_name(b) + "不会用到：符合它的都先符合" + row_name(a));
                else if ((unique || (table_.policy == HitPolicy::any && !same_outputs(a, b))) &&
                         overlap(a, b))
                    report("W-DMN-311", row_name(a) + "与" + row_name(b) + "有重叠，而命中策略是" +
                                            (unique ? "唯一" : "任意且输出不同"));
            }
    }

    // Cuts each axis at every end that occurs, and looks for a combination that no row admits.
    void gaps() {
        std::vector<std::vector<Sample>> axes;
        std::size_t boxes = 1;
        for (std::size_t cell = 0; cell < table_.inputs.size(); ++cell) {
            std::vector<Region> regions;
            for (const Row& row : rows_) {
                if (cell >= row.size() || !row[cell]) return;
                regions.push_back(*row[cell]);
            }
            axes.push_back(pieces(regions, domain_of(table_.inputs[cell])));
            boxes *= std::max<std::size_t>(axes.back().size(), 1);
            if (boxes > most_boxes) return;
        }
        std::vector<std::size_t> at(axes.size(), 0);
        for (std::size_t box = 0; box < boxes; ++box) {
            std::size_t rest = box;
            for (std::size_t axis = 0; axis < axes.size(); ++axis) {
                if (axes[axis].empty()) return;
                at[axis] = rest % axes[axis].size();
                rest /= axes[axis].size();
            }
            if (!admitted(axes, at)) report("W-DMN-313", "没有规则覆盖：" + described(axes, at));
        }
    }

    bool admitted(const std::vector<std::vector<Sample>>& axes,
                  const std::vector<std::size_t>& at) const {
        for (const Row& row : rows_) {
            bool fits = true;
            for (std::size_t axis = 0; fits && axis < axes.size(); ++axis) {
                Region piece;
                piece.intervals.push_back(axes[axis][at[axis]].piece);
                fits = inside(piece, *row[axis]);
            }
            if (fits) return true;
        }
        return false;
    }

    std::string described(const std::vector<std::vector<Sample>>& axes,
                          const std::vector<std::size_t>& at) const {
        std::string out;
        for (std::size_t axis = 0; axis < axes.size(); ++axis)
            out += (out.empty() ? "" : "，") + table_.inputs[axis].label + " 为 " +
                   axes[axis][at[axis]].text;
        return out;
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
};

}  // namespace

void check_table(const Table& table, const std::string& place, std::vector<Finding>& findings) {
    TableCheck(table, place, findings).run();
}

}  // namespace anmin::dmn
