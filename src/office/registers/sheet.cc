#include "registers/sheet.h"

#include <algorithm>
#include <map>
#include <set>

#include "decimal/decimal.h"
#include "registers/value.h"

namespace anmin::registers {
namespace {

using decimal::Decimal;
using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

constexpr std::size_t deepest_head = 20;  // rows above the head of the table

std::string text_at(const Row& row, std::size_t at) {
    return at < row.size() ? row[at] : std::string();
}

// 0 is A, 27 is AB.
std::string letters_of(std::size_t column) {
    std::string out;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return out;
}

// A heading of the sheet and what it means.
struct Heading {
    std::string words;
    std::optional<std::size_t> column;  // of the table
};
struct Head {
    std::size_t last = 0;  // its last row
    std::vector<Heading> headings;
    std::size_t known = 0;
    std::optional<std::size_t> key;
};

void count_known(Head& head) {
    std::set<std::size_t> known;
    for (std::size_t at = 0; at < head.headings.size(); ++at) {
        const Heading& heading = head.headings[at];
        if (heading.column) known.insert(*heading.column);
        if (bare(heading.words) == bare(key_heading)) head.key = at;
    }
    head.known = known.size();
}

Head one_row_head(const Definition& table, const Rows& rows, std::size_t row) {
    Head head;
    head.last = row;
    for (const std::string& words : rows[row])
        head.headings.push_back({words, find_heading(table, words)});
    count_known(head);
    return head;
}

Heading joined_heading(const Definition& table, const std::string& upper,
                       const std::string& lower) {
    if (bare(lower).empty() || bare(upper) == bare(lower))
        return {upper, find_heading(table, upper)};
    const std::string both = upper + "（" + lower + "）";
    if (!bare(upper).empty()) {
        if (const auto found = find_heading(table, both)) return {both, found};
    }
    if (const auto found = find_heading(table, lower)) return {lower, found};
    return {bare(upper).empty() ? lower : both, std::nullopt};
}

// The upper row's words stand for all columns under them, whether the cells are merged or not.
Head two_row_head(const Definition& table, const Rows& rows, std::size_t row) {
    Head head;
    head.last = row + 1;
    std::string group;
    for (std::size_t at = 0; at < std::max(rows[row].size(), rows[row + 1].size()); ++at) {
        const std::string upper = text_at(rows[row], at);
        const std::string lower = text_at(rows[row + 1], at);
        if (!bare(upper).empty()) group = upper;
        const bool under_group = bare(upper).empty() && !bare(lower).empty();
        head.headings.push_back(joined_heading(table, under_group ? group : upper, lower));
    }
    count_known(head);
    return head;
}

Result<Head> find_head(const Definition& table, const Rows& rows) {
    Head best;
    const std::size_t deepest = std::min(rows.size(), deepest_head);
    for (std::size_t row = 0; row < deepest; ++row) {
        Head one = one_row_head(table, rows, row);
        if (one.known > best.known) best = std::move(one);
    }
    // Two rows only where they say more than one does.
    for (std::size_t row = 0; row < deepest && row + 1 < rows.size(); ++row) {
        Head two = two_row_head(table, rows, row);
        if (two.known > best.known) best = std::move(two);
    }
    const std::size_t enough = std::min<std::size_t>(2, table.columns.size());
    if (best.known >= enough) return best;
    return Error{Fault::invalid,
                 "E-TABLE-002",
                 "表格的第一张工作表",
                 "前 20 行里没有“" + table.title + "”的表头",
                 "至少两栏的名称，如“" + title_of(table.columns.front()) + "”",
                 "核对选的是哪一张表，或先导出本表再填写"};
}

bool is_ditto(const std::string& text) {
    static const std::set<std::string> words{"同上", "〃", "″", "同前", "〞", "\""};
    return words.contains(bare(text));
}

bool is_subtotal(const std::string& text) { return bare(text) == "小计"; }

bool is_total(const std::string& text) {
    static const std::set<std::string> words{"合计", "总计", "共计"};
    return is_subtotal(text) || words.contains(bare(text));
}

std::string without_returns(std::string text) {
    std::erase(text, '\r');
    return text;
}

bool same_words(const std::string& left, const std::string& right) {
    return without_returns(left) == without_returns(right);
}

bool is_signature(const Row& row) {
    return std::any_of(row.begin(), row.end(), [](const std::string& text) {
        return bare(text).starts_with(bare(signature));
    });
}

class Reader {
public:
    Reader(const Definition& table, const Rows& rows, Head head)
        : table_(table),
          rows_(rows),
          head_(std::move(head)),
          place_of_(table.columns.size()),
          sums_(table.columns.size()),
          parts_(table.columns.size()) {
        sheet_.present.resize(table.columns.size());
    }

    Sheet read(const std::map<std::string, Cells>& before) {
        place_columns();
        for (std::size_t row = head_.last + 1; row < rows_.size(); ++row) {
            if (is_signature(rows_[row])) break;
            take_row(row, before);
        }
        return std::move(sheet_);
    }

    // The lines of a hidden sheet, as they were kept.
    std::map<std::string, Cells> handed_out() {
        place_columns();
        std::map<std::string, Cells> out;
        for (std::size_t row = head_.last + 1; head_.key && row < rows_.size(); ++row) {
            const std::string key = bare(text_at(rows_[row], *head_.key));
            if (!key.empty()) out.emplace(key, raw_cells(rows_[row]));
        }
        return out;
    }

private:
    void fault(std::size_t row, const std::string& column, Error error) {
        const auto shown = static_cast<std::int64_t>(row) + 1;
        error.place = "第 " + std::to_string(shown) + " 行" + error.place;
        sheet_.faults.push_back({shown, column, std::move(error)});
    }

    void place_columns() {
        for (std::size_t at = 0; at < head_.headings.size(); ++at) {
            const Heading& heading = head_.headings[at];
            if (heading.column) {
                place_column(*heading.column, at);
            } else {
                refuse_unknown(heading.words, at);
            }
        }
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
            const Column& one = table_.columns[column];
            if (!one.always || sheet_.present[column]) continue;
            sheet_.notes.push_back("表中没有“" + title_of(one) + "”栏，不改动这一栏");
        }
    }

    void place_column(std::size_t column, std::size_t at) {
        if (!sheet_.present[column]) {
            sheet_.present[column] = true;
            place_of_[column] = at;
            return;
        }
        const std::size_t first = place_of_[column];
        // A title merged over two columns names both; the second is empty below.
        if (filled(at)) {
            const std::string title = title_of(table_.columns[column]);
            fault(head_.last, title,
                  {Fault::invalid, "E-TABLE-004", "“" + title + "”",
                   letters_of(first) + " 列和 " + letters_of(at) + " 列都是这一栏", "每栏只有一列",
                   "删去或改名其中一列"});
        }
    }

    bool filled(std::size_t at) const {
        for (std::size_t row = head_.last + 1; row < rows_.size(); ++row) {
            if (is_signature(rows_[row])) break;
            if (!bare(text_at(rows_[row], at)).empty()) return true;
        }
        return false;
    }

    void refuse_unknown(const std::string& words, std::size_t at) {
        const std::string heading = bare(words);
        const bool ours = heading == bare(number_heading) || heading == bare(key_heading);
        if (heading.empty() || ours || !filled(at)) return;
        std::string missing;
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
            const bool named =
                std::any_of(head_.headings.begin(), head_.headings.end(),
                            [column](const Heading& one) { return one.column == column; });
            if (!named) missing += (missing.empty() ? "" : "、") + title_of(table_.columns[column]);
        }
        fault(head_.last, heading,
              {Fault::invalid, "E-TABLE-003", "“" + heading + "”（" + letters_of(at) + " 列）",
               "“" + table_.title + "”没有这一栏",
               missing.empty() ? "表中各栏都已有了" : "还缺的栏：" + missing,
               "改成应有的名称，或删去这一列"});
    }

    Cells raw_cells(const Row& row) const {
        Cells cells(table_.columns.size());
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (sheet_.present[column]) cells[column] = text_at(row, place_of_[column]);
        }
        return cells;
    }

    static std::string first_words(const Row& row) {
        const auto found = std::find_if(
            row.begin(), row.end(), [](const std::string& text) { return !bare(text).empty(); });
        return found == row.end() ? std::string() : *found;
    }

    // The head once more, as on every page of a printed table.
    bool is_head_again(const Row& row) const {
        std::size_t same = 0;
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (bare(row[at]).empty()) continue;
            const bool heads = at < head_.headings.size() && head_.headings[at].column &&
                               find_heading(table_, row[at]) == head_.headings[at].column;
            const bool ours =
                bare(row[at]) == bare(number_heading) || bare(row[at]) == bare(key_heading);
            if (!heads && !ours) return false;
            same += heads ? 1 : 0;
        }
        return same > 1;
    }

    void take_row(std::size_t row, const std::map<std::string, Cells>& before) {
        const Row& found = rows_[row];
        Cells cells = raw_cells(found);
        const bool empty = std::all_of(cells.begin(), cells.end(),
                                       [](const std::string& text) { return bare(text).empty(); });
        if (is_head_again(found)) return;
        if (const std::string words = first_words(found); is_total(words)) {
            check_total(row, cells, is_subtotal(words) ? parts_ : sums_);
            parts_.assign(parts_.size(), Decimal());
            return;
        }
        SheetLine line;
        line.row = static_cast<std::int64_t>(row) + 1;
        if (head_.key) line.key = bare(text_at(found, *head_.key));
        if (empty && line.key.empty()) return;
        const auto was = before.find(line.key);
        if (!line.key.empty() && was != before.end()) line.before = was->second;
        line.now = kept_cells(row, std::move(cells), line.before ? &*line.before : nullptr);
        above_ = line.now;
        sheet_.lines.push_back(std::move(line));
    }

    Cells kept_cells(std::size_t row, Cells cells, const Cells* handed_out) {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            std::string& text = cells[column];
            const Column& one = table_.columns[column];
            if (handed_out != nullptr && same_words(text, (*handed_out)[column])) {
                // Not touched: a live table's text may be longer than what may be typed.
                text = (*handed_out)[column];
            } else if (is_ditto(text)) {
                if (above_.empty() || above_[column].empty()) {
                    fault(row, title_of(one),
                          {Fault::invalid, "E-TABLE-006", place_of(one), "“" + text + "”",
                           "上一行这一栏有内容", "写明内容"});
                    continue;
                }
                text = above_[column];
            } else {
                auto kept = kept_text(one, text);
                if (!kept.ok()) {
                    fault(row, title_of(one), kept.error());
                    continue;
                }
                text = std::move(kept).value();
            }
            const bool number = one.kind == Kind::integer || one.kind == Kind::quantity;
            if (number && !text.empty()) {
                const auto more = Decimal::parse(text).value_or(Decimal());
                sums_[column] = decimal::add(sums_[column], more).value_or(sums_[column]);
                parts_[column] = decimal::add(parts_[column], more).value_or(parts_[column]);
            }
        }
        return cells;
    }

    void check_total(std::size_t row, const Cells& cells, const std::vector<Decimal>& sums) {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const Column& one = table_.columns[column];
            const bool number = one.kind == Kind::integer || one.kind == Kind::quantity;
            if (!number || bare(cells[column]).empty() || is_total(cells[column])) continue;
            const auto kept = kept_text(one, cells[column]);
            const auto stated = kept.ok() ? Decimal::parse(kept.value()) : std::nullopt;
            if (stated && *stated == sums[column]) continue;
            fault(row, title_of(one),
                  {Fault::invalid, "E-TABLE-007", place_of(one), "“" + cells[column] + "”",
                   "以上各行之和 " + sums[column].shortest_text(), "核对各行与合计后更正"});
        }
    }

    const Definition& table_;
    const Rows& rows_;
    Head head_;
    std::vector<std::size_t> place_of_;  // in the sheet, by column; where present
    std::vector<Decimal> sums_;          // by column, of the rows so far
    std::vector<Decimal> parts_;         // of those since the last subtotal
    Cells above_;
    Sheet sheet_;
};

}  // namespace

Result<Sheet> read_table(const Definition& table, const Rows& rows, const Rows& handed_out) {
    Head head = TRY(find_head(table, rows));
    std::map<std::string, Cells> before;
    if (!handed_out.empty()) {
        before = Reader(table, handed_out, one_row_head(table, handed_out, 0)).handed_out();
    }
    return Reader(table, rows, std::move(head)).read(before);
}

}  // namespace anmin::registers
