#include "files/demo_registers.h"

#include <utility>

#include "files/data_file.h"

namespace anmin::files {
namespace {

Result<DemoRow> row_from(const json::Value& value, const std::string& table,
                         const std::string& place) {
    DemoRow row{table, {}};
    if (!value.is_object()) {
        return Error{Fault::invalid, "E-DEMO-007", place,
                     "不是对象",     "一个对象",   "修改 packages/demo/registers.json 后重试"};
    }
    for (const auto& entry : value.get_object()) {
        const std::string key(entry.key());
        row.cells.emplace(key, TRY(json::get_string(value, key, place)));
    }
    return row;
}

}  // namespace

Result<DemoRegisters> load_demo_registers(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "demo" / "registers.json"));
    DemoRegisters registers;
    registers.keeper = TRY(json::get_string(file.root(), "keeper", file.place()));
    for (const auto& one : *TRY(json::get_array(file.root(), "tables", file.place()))) {
        const std::string table = TRY(json::get_string(one, "table", file.place() + ".tables"));
        const std::string place = file.place() + "." + table;
        for (const auto& row : *TRY(json::get_array(one, "rows", place))) {
            registers.rows.push_back(TRY(row_from(row, table, place)));
        }
    }
    return registers;
}

}  // namespace anmin::files
