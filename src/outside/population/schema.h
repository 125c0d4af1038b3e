// What a population file holds: households, and their members. Start here; then writer.h and
// population.h. The bytes are described in docs/formats/population.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date.h"
#include "frame/frame.h"
#include "result/result.h"

namespace anmin::population {

constexpr std::int64_t no_dictionary = -1;

struct ColumnSpec {
    std::string name;  // small letters, digits and '_', unique in its table: wage
    std::string
        label;  // for people, and for models written in Chinese; unique in its table or empty
    frame::Type type;
    std::int64_t dictionary = no_dictionary;  // position in Schema::dictionaries, of texts only

    bool operator==(const ColumnSpec&) const = default;
};

// What the code of a place is called.
struct PlaceName {
    std::string code;  // digits: 440703
    std::string name;  // 蓬江区

    bool operator==(const PlaceName&) const = default;
};

struct Schema {
    std::vector<ColumnSpec> household;
    std::vector<ColumnSpec> members;
    std::vector<frame::Dictionary> dictionaries;
    // Of the codes in a dictionary and of the codes they begin with; ascending. A file may have
    // none: of version 1, or made without.
    std::vector<PlaceName> places;

    // Empty where the file has none.
    std::string find_name(std::string_view code) const;

    bool operator==(const Schema&) const = default;
};

// Where the data come from. A reader shows it with every figure.
struct Provenance {
    std::string title;       // 合成困难群众数据
    std::string source;      // the program and data that made it
    calendar::Date as_of;    // the day the data speak of
    bool synthetic = false;  // no row is a real person
    bool estimate = false;   // figures it was drawn from are partly estimates
    std::vector<std::pair<std::string, std::string>> notes;  // seed, scale ...

    bool operator==(const Provenance&) const = default;
};

// E-POP-001 (invalid) when a schema is not one: names, types, dictionaries, numbers of columns,
// names of places.
Result<void> check(const Schema& schema, const std::string& place);

// Dates lie in the years 1 to 9999: days since 1970-01-01.
constexpr std::int32_t first_day = -719'162;
constexpr std::int32_t last_day = 2'932'896;

// The names of the two tables of a frame.
constexpr const char* household_table = "households";
constexpr const char* members_table = "members";

}  // namespace anmin::population
