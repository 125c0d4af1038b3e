#include "population_cli/describe.h"

#include <iomanip>
#include <ostream>

namespace anmin::population_cli {
namespace {

using frame::Meaning;
using frame::Width;

// A raw number as people write it: with its point, as a date, as the text of its code.
std::string shown(std::int64_t value, const population::ColumnSpec& column,
                  const population::Schema& schema) {
    switch (column.type.meaning) {
        case Meaning::boolean: return value == 0 ? "否" : "是";
        case Meaning::date:
            return calendar::Date(std::chrono::sys_days{std::chrono::days{value}}).iso();
        case Meaning::text: {
            const auto& texts =
                schema.dictionaries[static_cast<std::size_t>(column.dictionary)].texts;
            return value >= 0 && static_cast<std::size_t>(value) < texts.size()
                       ? texts[static_cast<std::size_t>(value)]
                       : std::to_string(value);
        }
        case Meaning::number: break;
    }
    if (column.type.scale == 0) return std::to_string(value);
    const bool negative = value < 0;
    std::string digits = std::to_string(value).substr(negative ? 1 : 0);
    const std::size_t scale = static_cast<std::uint8_t>(column.type.scale);  // 0 to 18, checked
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    return (negative ? "-" : "") + digits.insert(digits.size() - scale, ".");
}

const char* kind_of(const population::ColumnSpec& column) {
    switch (column.type.meaning) {
        case Meaning::boolean: return "是非";
        case Meaning::number: return column.type.scale == 0 ? "整数" : "小数";
        case Meaning::date: return "日期";
        case Meaning::text: return "文本";
    }
    return "";
}

void print_columns(const std::vector<population::ColumnSpec>& columns,
                   const population::Population& population, std::size_t first, std::ostream& out) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const population::ColumnSpec& column = columns[i];
        const frame::Range range = population.range(first + i);
        out << "  " << std::left << std::setw(16) << column.name << std::right
            << frame::bytes_of(column.type.width) << " 字节 " << kind_of(column) << "  ";
        if (range.any) {
            out << shown(range.least, column, population.schema()) << " … "
                << shown(range.most, column, population.schema());
        } else {
            out << "没有值";
        }
        if (range.nulls != 0) out << "，空值 " << range.nulls;
        if (!column.label.empty()) out << "  " << column.label;
        out << "\n";
    }
}

}  // namespace

void describe(const population::Population& population, std::ostream& out) {
    const population::Provenance& from = population.provenance();
    out << from.title << "\n数据日期 " << from.as_of.iso() << "  "
        << (from.synthetic ? "合成数据，不含真实的人" : "登记数据")
        << (from.estimate ? "，部分依据为估计" : "") << "\n来源：" << from.source << "\n";
    for (const auto& [key, value] : from.notes) out << key << "：" << value << "\n";
    const std::uint64_t members = population.members();
    out << "家庭 " << population.households() << " 户，成员 " << members << " 人，"
        << population.segments() << " 段，" << population.file_bytes() << " 字节";
    if (members != 0) {
        const std::uint64_t tenths = population.file_bytes() * 10 / members;
        out << "，每人 " << tenths / 10 << "." << tenths % 10 << " 字节";
    }
    out << "\n区划名称 " << population.schema().places.size() << " 个";
    out << "\n家庭表 " << population::household_table << "\n";
    print_columns(population.schema().household, population, 0, out);
    out << "成员表 " << population::members_table << "\n";
    print_columns(population.schema().members, population, population.schema().household.size(),
                  out);
}

}  // namespace anmin::population_cli
