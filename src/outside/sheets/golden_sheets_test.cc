// Sheets as offices fill them in: tests/sheets/{good,bad}. Each file has three parts between lines
// of three dashes: the table and merged ranges; the rows, cells between tabs, a line's end as \n;
// what is read ("row column text") or refused ("row code column").
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "files/load.h"
#include "registers/value.h"
#include "sheets/office_table.h"
#include "sheets/test_workbook.h"

namespace anmin::sheets {
namespace {

namespace fs = std::filesystem;
using registers::Definition;

struct Golden {
    std::string table;
    std::vector<std::string> merged;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> expected;
};

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\t') {
            cells.emplace_back();
        } else if (line.compare(at, 2, "\\n") == 0) {
            cells.back() += '\n';
            ++at;
        } else {
            cells.back() += line[at];
        }
    }
    return cells;
}

Golden read(const fs::path& path) {
    Golden golden;
    std::ifstream in(path);
    int part = 0;
    for (std::string line; std::getline(in, line);) {
        if (line == "---") {
            ++part;
        } else if (part == 0 && golden.table.empty()) {
            golden.table = line;
        } else if (part == 0) {
            golden.merged.push_back(line);
        } else if (part == 1) {
            golden.rows.push_back(cells_of(line));
        } else {
            golden.expected.push_back(line);
        }
    }
    return golden;
}

std::vector<fs::path> files_in(const char* folder) {
    std::vector<fs::path> found;
    for (const auto& entry :
         fs::directory_iterator(fs::path(ANMIN_ROOT) / "tests" / "sheets" / folder))
        found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

const Definition& table_of(const Golden& golden) {
    static const auto tables = files::load_tables(fs::path(ANMIN_ROOT) / "packages").value();
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const Definition& table) {
        return table.id == golden.table;
    });
    CHECK(found != tables.end(), "the golden sheet names a table");
    return *found;
}

// Every refusal: of the sheet, and of each of its rows when it is sound so far.
std::vector<std::string> refusals(const Definition& table, const Result<registers::Sheet>& sheet) {
    if (!sheet.ok()) return {"0 " + sheet.error().code};
    std::vector<std::string> out;
    std::set<std::int64_t> bad;
    for (const auto& fault : sheet.value().faults) {
        out.push_back(std::to_string(fault.row) + " " + fault.error.code + " " + fault.column);
        bad.insert(fault.row);
        EXPECT_FALSE(fault.error.expectation.empty() || fault.error.next_step.empty());
    }
    for (const auto& line : sheet.value().lines) {
        if (bad.contains(line.row)) continue;
        for (const Error& fault : registers::faults_of(table, line.now)) {
            const std::string column = fault.place.substr(3, fault.place.size() - 6);
            out.push_back(std::to_string(line.row) + " " + fault.code + " " + column);
        }
    }
    return out;
}

TEST(GoldenSheets, GoodOnesAreReadAsTheyAreMeant) {
    for (const fs::path& path : files_in("good")) {
        const Golden golden = read(path);
        const Definition& table = table_of(golden);
        const auto sheet = read_office_table(table, workbook_of(golden.rows, golden.merged));
        EXPECT_EQ(refusals(table, sheet), std::vector<std::string>{}) << path;
        std::vector<std::string> seen;
        for (const auto& line : sheet.value().lines) {
            for (std::size_t at = 0; at < line.now.size(); ++at) {
                if (line.now[at].empty()) continue;
                std::string text = line.now[at];
                for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n'))
                    text.replace(end, 1, "\\n");
                seen.push_back(std::to_string(line.row) + " " + table.columns[at].key + " " + text);
            }
        }
        EXPECT_EQ(seen, golden.expected) << path;
    }
}

TEST(GoldenSheets, BadOnesAreRefusedByRowColumnAndCode) {
    for (const fs::path& path : files_in("bad")) {
        const Golden golden = read(path);
        const Definition& table = table_of(golden);
        const auto sheet = read_office_table(table, workbook_of(golden.rows, golden.merged));
        EXPECT_EQ(refusals(table, sheet), golden.expected) << path;
    }
}

}  // namespace
}  // namespace anmin::sheets
