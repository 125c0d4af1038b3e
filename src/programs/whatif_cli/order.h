// What was asked for on the command line. Internal to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "result/result.h"

namespace anmin::whatif_cli {

// Characters of a division's code.
enum class Division : std::uint8_t { nation = 0, province = 2, city = 4, county = 6, township = 9 };
enum class Format : std::uint8_t { table, json, csv, xlsx };

struct WhatIf {
    std::string population;
    std::string model;
    std::string model_b;               // empty: none
    std::vector<std::string> changes;  // one scenario each; ";" separates several of one
    std::string as_of;
    std::string inputs;  // a JSON file; empty: the one beside the model, if there is one
    std::string amount = "月救助金";
    std::string tier = "tier";  // a column of the households
    std::string cliffs;         // a column of the members; empty: no cliffs
    Division by = Division::province;
    Format format = Format::table;
    std::string out;  // empty: standard output
    int threads = 2;
    std::uint64_t sample = 10'000;  // one household in so many is computed twice; 0: none
    std::uint64_t seed = 1;
};

// E-WHATIF-001.
Result<WhatIf> read_order(const std::vector<std::string>& arguments);

}  // namespace anmin::whatif_cli
