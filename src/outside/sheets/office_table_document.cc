#include <algorithm>
#include <cmath>

#include "sheets/annex_document.h"
#include "sheets/office_table.h"

namespace anmin::sheets {
namespace {

using registers::Column;
using registers::Definition;

constexpr int number_width_mm = 11;
constexpr int narrowest_mm = 14;
constexpr int widest_mm = 52;
constexpr double mm_of_character = 1.4;  // of Column::width: narrower than on a screen

int width_of(const Column& column) {
    const int wanted = static_cast<int>(std::lround(column.width * mm_of_character));
    return std::clamp(wanted, narrowest_mm, widest_mm);
}

std::size_t naming_column(const Definition& table) {
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        if (table.columns[at].needed) return at;
    }
    return 0;
}

// Which columns stand beside each other on a page.
std::vector<std::vector<std::size_t>> blocks_of(const Definition& table) {
    const std::size_t name = naming_column(table);
    std::vector<std::vector<std::size_t>> blocks{{}};
    int used = number_width_mm;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const int width = width_of(table.columns[at]);
        if (used + width > annex_width_mm) {
            blocks.emplace_back();
            used = number_width_mm;
            if (at > name) {
                blocks.back().push_back(name);
                used += width_of(table.columns[name]);
            }
        }
        blocks.back().push_back(at);
        used += width;
    }
    return blocks;
}

// The columns of a block share what is left of the page.
std::vector<AnnexColumn> columns_of(const Definition& table,
                                    const std::vector<std::size_t>& block) {
    int sum = 0;
    for (const std::size_t at : block) sum += width_of(table.columns[at]);
    std::vector<AnnexColumn> columns{{registers::number_heading, number_width_mm}};
    int left = annex_width_mm - number_width_mm;
    for (const std::size_t at : block) {
        const int own = width_of(table.columns[at]);
        const int width =
            at == block.back() ? left : own * (annex_width_mm - number_width_mm) / sum;
        columns.push_back({registers::title_of(table.columns[at]), width});
        left -= width;
    }
    return columns;
}

}  // namespace

Result<std::string> office_table_document(const OfficeTable& table) {
    Annex annex{table.table.title, table.unit, table.as_of, {}};
    const auto blocks = blocks_of(table.table);
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        AnnexTable part;
        if (block > 0) part.caption = "续表" + std::to_string(block);
        part.columns = columns_of(table.table, blocks[block]);
        for (const OfficeTableLine& line : table.lines) {
            std::vector<std::string> cells{std::to_string(part.rows.size() + 1)};
            for (const std::size_t at : blocks[block]) cells.push_back(line.cells[at]);
            part.rows.push_back(std::move(cells));
        }
        annex.tables.push_back(std::move(part));
    }
    return annex_document(annex);
}

}  // namespace anmin::sheets
