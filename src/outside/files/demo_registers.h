// The demonstration's registers: a few invented rows of every table that is kept by hand.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "result/result.h"

namespace anmin::files {

struct DemoRow {
    std::string table;
    std::map<std::string, std::string> cells;  // as typed; "{-12}" stands for 12 days before today
};
struct DemoRegisters {
    std::string keeper;  // login of the account that adds them
    std::vector<DemoRow> rows;
};

// Reads `packages`/demo/registers.json.
Result<DemoRegisters> load_demo_registers(const std::filesystem::path& packages);

}  // namespace anmin::files
