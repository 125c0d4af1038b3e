#include "sheets/read_sheet.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

#include "sheets/cell_text.h"
#include "sheets/package.h"

namespace anmin::sheets {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// What stands where a program wrote a formula and computed nothing.
constexpr const char* uncomputed = "#公式未计算";

// The text of <si> or <is>: all runs, without the phonetic guide (rPh).
std::string rich_text(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& one : node) {
        if (local_name(one) == "t") text += one.text().get();
        if (local_name(one) == "r") text += child(one, "t").text().get();
    }
    return from_cell(text);
}

// "/xl/worksheets/sheet1.xml" or "worksheets/sheet1.xml", as a relation of xl/workbook.xml has it.
std::string part_of(std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    return "xl/" + std::string(target);
}

int number_of(std::string_view text, int otherwise) {
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

class SheetReader {
public:
    SheetReader(const Package& package, const SheetLimits& limits)
        : package_(package), limits_(limits) {}

    // The first sheet when no name is given; no rows when there is none of that name.
    Result<Rows> read(const std::optional<std::string>& name) {
        const std::string part = TRY(find_part(name));
        if (part.empty()) return Rows();
        if (!ready_) {
            TRY(read_strings());
            TRY(read_styles());
            ready_ = true;
        }
        const auto sheet = TRY(package_.xml(part));
        const pugi::xml_node root = child(*sheet, "worksheet");
        TRY(read_rows(child(root, "sheetData"), part));
        TRY(spread_merged(child(root, "mergeCells"), part));
        cut_empty_ends();
        return std::exchange(rows_, {});
    }

    // Without their rows, in their order.
    Result<std::vector<NamedSheet>> sheets() {
        const auto workbook = TRY(package_.xml("xl/workbook.xml"));
        std::vector<NamedSheet> found;
        for (const pugi::xml_node& sheet : child(child(*workbook, "workbook"), "sheets")) {
            if (local_name(sheet) != "sheet") continue;
            const bool hidden = attribute(sheet, "state").ends_with("idden");
            found.push_back({std::string(attribute(sheet, "name")), hidden, {}});
        }
        return found;
    }

private:
    static pugi::xml_node sheet_named(const pugi::xml_node& sheets,
                                      const std::optional<std::string>& name) {
        for (const pugi::xml_node& sheet : sheets) {
            if (local_name(sheet) != "sheet") continue;
            if (!name || attribute(sheet, "name") == *name) return sheet;
        }
        return {};
    }

    Result<std::string> find_part(const std::optional<std::string>& name) {
        const auto workbook = TRY(package_.xml("xl/workbook.xml"));
        const pugi::xml_node root = child(*workbook, "workbook");
        const std::string_view since_1904 = attribute(child(root, "workbookPr"), "date1904");
        if (since_1904 == "1" || since_1904 == "true") epoch_ = Epoch::year_1904;
        const pugi::xml_node sheet = sheet_named(child(root, "sheets"), name);
        if (name && !sheet) return std::string();
        const std::string wanted(attribute(sheet, "id"));
        const auto relations = TRY(package_.xml("xl/_rels/workbook.xml.rels"));
        for (const pugi::xml_node& one : child(*relations, "Relationships")) {
            const bool fits = wanted.empty() ? attribute(one, "Type").ends_with("/worksheet")
                                             : attribute(one, "Id") == wanted;
            if (fits) return part_of(attribute(one, "Target"));
        }
        return Error{Fault::invalid, "E-SHEET-012",    "表格文件",
                     "没有工作表",   "至少一张工作表", "用 Excel 或 WPS 打开确认后重试"};
    }

    Result<void> read_strings() {
        if (!package_.has("xl/sharedStrings.xml")) return {};
        const auto document = TRY(package_.xml("xl/sharedStrings.xml"));
        for (const pugi::xml_node& item : child(*document, "sst"))
            strings_.push_back(rich_text(item));
        return {};
    }

    Result<void> read_styles() {
        if (!package_.has("xl/styles.xml")) return {};
        const auto document = TRY(package_.xml("xl/styles.xml"));
        const pugi::xml_node root = child(*document, "styleSheet");
        std::map<int, Shown> own;
        for (const pugi::xml_node& format : child(root, "numFmts")) {
            const std::string_view code = attribute(format, "formatCode");
            own[number_of(attribute(format, "numFmtId"), -1)] = is_date_format(code) ? Shown::date
                                                                : is_percent_format(code)
                                                                    ? Shown::percent
                                                                    : Shown::as_stored;
        }
        for (const pugi::xml_node& style : child(root, "cellXfs")) {
            const int format = number_of(attribute(style, "numFmtId"), 0);
            const auto found = own.find(format);
            const Shown built_in = is_date_format(format)      ? Shown::date
                                   : is_percent_format(format) ? Shown::percent
                                                               : Shown::as_stored;
            shown_.push_back(found != own.end() ? found->second : built_in);
        }
        return {};
    }

    Result<void> read_rows(const pugi::xml_node& data, const std::string& part) {
        std::size_t row = 0;
        for (const pugi::xml_node& line : data) {
            if (local_name(line) != "row") continue;
            std::size_t column = 0;
            // Row and cell references may be left out: then each follows the one before.
            if (const int stated = number_of(attribute(line, "r"), 0); stated > 0) {
                row = static_cast<std::size_t>(stated) - 1;
            }
            for (const pugi::xml_node& cell : line) {
                if (local_name(cell) != "c") continue;
                Reference at{row, column};
                if (const std::string_view stated = attribute(cell, "r"); !stated.empty()) {
                    const auto reference = reference_of(stated);
                    if (!reference) return broken(part, "单元格编号“" + std::string(stated) + "”");
                    at = *reference;
                }
                const auto text = text_of(cell);
                if (!text)
                    return broken(part,
                                  "单元格 " + std::string(attribute(cell, "r")) + " 的文本编号");
                TRY(put(at, *text));
                column = at.column + 1;
            }
            ++row;
        }
        return {};
    }

    // Nothing when the cell names a text that the workbook does not have.
    std::optional<std::string> text_of(const pugi::xml_node& cell) const {
        const std::string_view type = attribute(cell, "t");
        const std::string stored = child(cell, "v").text().get();
        if (type == "inlineStr") return rich_text(child(cell, "is"));
        if (type == "s") {
            const int index = number_of(stored, -1);
            if (index < 0 || static_cast<std::size_t>(index) >= strings_.size())
                return std::nullopt;
            return strings_[static_cast<std::size_t>(index)];
        }
        if (type == "b") return stored == "1" ? "TRUE" : "FALSE";
        if (type == "str") return from_cell(stored);
        if (type == "e" || type == "d") return stored;
        if (stored.empty()) return child(cell, "f") ? uncomputed : stored;
        const auto style =
            static_cast<std::size_t>(std::max(0, number_of(attribute(cell, "s"), 0)));
        const double number = std::strtod(stored.c_str(), nullptr);
        switch (style < shown_.size() ? shown_[style] : Shown::as_stored) {
            case Shown::as_stored: return stored;
            case Shown::percent: return percent_text(number);
            case Shown::date: return date_text(number, epoch_).value_or(stored);
        }
        CHECK(false, "every way to show a number is read");
    }

    // INVARIANT: cells_ is at least the number of cells of rows_, gaps included, and of writes to
    // them; text_bytes_ that of their bytes: a far-off reference, a huge or repeated merged range,
    // or one long text named by many cells costs no more than the limits.
    Result<void> put(const Reference& at, const std::string& text) {
        if (text.empty()) return {};
        const std::size_t known_rows = rows_.size();
        const std::size_t new_rows = at.row >= known_rows ? at.row + 1 - known_rows : 0;
        const std::size_t width = at.row < known_rows ? rows_[at.row].size() : 0;
        const std::size_t new_cells = at.column >= width ? at.column + 1 - width : 0;
        cells_ += new_rows + std::max<std::size_t>(1, new_cells);
        text_bytes_ += text.size();
        if (cells_ > limits_.cells) return over("单元格", limits_.cells, " 个");
        if (text_bytes_ > limits_.text_bytes) return over("文本", limits_.text_bytes, " 字节");
        if (new_rows > 0) rows_.resize(at.row + 1);
        if (new_cells > 0) rows_[at.row].resize(at.column + 1);
        rows_[at.row][at.column] = text;
        return {};
    }

    Result<void> spread_merged(const pugi::xml_node& ranges, const std::string& part) {
        for (const pugi::xml_node& range : ranges) {
            const std::string_view text = attribute(range, "ref");
            const std::size_t colon = std::min(text.find(':'), text.size());
            const auto first = reference_of(text.substr(0, colon));
            const auto last = colon == text.size() ? first : reference_of(text.substr(colon + 1));
            if (!first || !last || last->row < first->row || last->column < first->column) {
                return broken(part, "合并区域“" + std::string(text) + "”");
            }
            TRY(spread(*first, *last));
        }
        return {};
    }

    Result<void> spread(const Reference& first, const Reference& last) {
        if (first.row >= rows_.size() || first.column >= rows_[first.row].size()) return {};
        const std::string text = rows_[first.row][first.column];
        if (text.empty()) return {};
        for (std::size_t row = first.row; row <= last.row; ++row) {
            for (std::size_t column = first.column; column <= last.column; ++column) {
                TRY(put({row, column}, text));
            }
        }
        return {};
    }

    void cut_empty_ends() {
        for (auto& row : rows_) {
            while (!row.empty() && row.back().empty()) row.pop_back();
        }
        while (!rows_.empty() && rows_.back().empty()) rows_.pop_back();
    }

    static Error over(const char* what, std::size_t most, const char* unit) {
        const std::string limit = std::to_string(most) + unit;
        return {Fault::too_large, "E-SHEET-011",     std::string("表格文件的") + what,
                "超过 " + limit,  "不超过 " + limit, "删去多余的空行空列，或拆成几个表格后重试"};
    }

    static Error broken(const std::string& part, const std::string& finding) {
        return {Fault::invalid,       "E-SHEET-013",   "表格文件中的 " + part,
                finding + "无法识别", "A1 这样的编号", "用 Excel 或 WPS 打开，另存后重试"};
    }

    const Package& package_;
    const SheetLimits& limits_;
    Epoch epoch_ = Epoch::year_1900;
    bool ready_ = false;  // strings and styles are read
    std::vector<std::string> strings_;
    enum class Shown { as_stored, date, percent };
    std::vector<Shown> shown_;  // by style number
    Rows rows_;
    std::size_t cells_ = 0;
    std::size_t text_bytes_ = 0;
};

}  // namespace

Result<Rows> read_sheet(const std::string& xlsx_bytes, const SheetLimits& limits) {
    const Package package = TRY(Package::open(xlsx_bytes, limits));
    return SheetReader(package, limits).read(std::nullopt);
}

Result<Rows> find_sheet(const std::string& xlsx_bytes, const std::string& name,
                        const SheetLimits& limits) {
    const Package package = TRY(Package::open(xlsx_bytes, limits));
    return SheetReader(package, limits).read(name);
}

Result<std::vector<std::string>> sheet_names(const std::string& xlsx_bytes,
                                             const SheetLimits& limits) {
    const Package package = TRY(Package::open(xlsx_bytes, limits));
    std::vector<std::string> names;
    for (NamedSheet& sheet : TRY(SheetReader(package, limits).sheets())) {
        if (!sheet.hidden) names.push_back(std::move(sheet.name));
    }
    return names;
}

Result<std::vector<NamedSheet>> read_sheets(const std::string& xlsx_bytes,
                                            const SheetLimits& limits) {
    const Package package = TRY(Package::open(xlsx_bytes, limits));
    SheetReader reader(package, limits);
    auto sheets = TRY(reader.sheets());
    for (NamedSheet& sheet : sheets) {
        if (!sheet.hidden) sheet.rows = TRY(reader.read(sheet.name));
    }
    return sheets;
}

}  // namespace anmin::sheets
