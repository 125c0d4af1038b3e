// The data that a synthetic population is drawn from: packages/population/nation.json as plain
// structures. All amounts in fen, shares in thousandths, ages in full years; no number of it stands
// in the program.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "result/result.h"

namespace anmin::population_cli {

using Quantiles = std::array<std::int64_t, 11>;  // least, each tenth, greatest; never falling

struct AgeBand {
    std::int64_t from = 0;
    std::int64_t to = 0;  // included
    std::int64_t weight = 0;
};

// A disability of this kind and one of these grades.
struct Handicap {
    std::size_t kind = 0;  // position in Nation::disabilities
    std::vector<std::int64_t> grades;
};

// Members of these ages must have one of these disabilities.
struct Requirement {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::vector<Handicap> any_of;
};

struct Shape {
    std::string code;
    std::vector<std::int64_t> sizes;  // weights of households of 1, 2, 3 ... members
    std::int64_t female = 0;
    std::int64_t disabled = 0;
    std::int64_t able = 0;  // of those of working age who are neither disabled nor studying
    std::vector<AgeBand> ages;
    Quantiles income{};              // thousandths of the standard, a head
    std::int64_t near_standard = 0;  // households whose income lies within a yuan of the standard
    std::int64_t over_income = 0;    // enrolled, but with income above the standard
    std::int64_t second_home = 0;
    std::int64_t vehicle = 0;
    Quantiles deposits{};
    std::optional<Requirement> requirement;
};

struct Group {
    std::string code;
    std::string label;
    std::string tier;
    std::string area;
    bool urban = false;        // which weights of settlements
    std::int64_t wages = 0;    // of earners, how many earn wages; the others have a business
    std::int64_t persons = 0;  // the national control total
    bool estimate = false;
    std::string source;
    std::string spread;    // which column of the provinces it is shared out by
    std::string standard;  // which column of the provinces is its standard
    std::size_t shape = 0;
    std::int64_t aid = 0;  // thousandths of the standard that income is made up to
};

struct Province {
    std::string code;
    std::string name;
    std::map<std::string, std::int64_t>
        columns;  // urban, rural, destitute, urban_standard, rural_standard
};

struct Published {
    std::string what;
    std::string label;
    std::int64_t value = 0;
    bool estimate = false;
    std::string source;
};

// Weights of a township's villages, by the end of its name; the last one has none.
struct Settlement {
    std::string suffix;
    std::int64_t urban = 0;
    std::int64_t rural = 0;
};

struct Disability {
    std::string kind;
    std::int64_t weight = 0;
    std::vector<std::int64_t> grades;  // weights of grade 1, 2 ...
};

struct People {
    std::int64_t working_from = 0, working_to = 0;
    std::int64_t studying_from = 0, studying_to = 0, studying = 0;
    std::int64_t pension_from = 0, basic_pension = 0;
    std::int64_t ill = 0, medical = 0, unknown_medical = 0, unknown_wage = 0;
    std::int64_t since_days = 0;  // for how long aid has been paid, at most
    std::int64_t generation = 0;  // years between parent and child, at least
    std::int64_t adult_from = 0;
    std::int64_t couple_gap = 0;        // years between spouses, at most
    std::int64_t property = 0;          // members with some income from property
    std::int64_t over_income_most = 0;  // how far above the standard `over_income` goes
    Quantiles medical_quantiles{};
};

struct Nation {
    std::vector<Group> groups;
    std::vector<Published> published;
    std::vector<Province> provinces;
    std::vector<Settlement> settlements;
    std::vector<Shape> shapes;
    std::vector<Disability> disabilities;
    People people;
    std::int64_t persons = 0;  // of all groups
};

// Reads `packages`/population/nation.json. E-FILES-001, E-JSON-001 and -002 as the readers say;
// E-POP-020 for a number or a name that cannot be, with its place in the file.
Result<Nation> load_nation(const std::filesystem::path& packages);

}  // namespace anmin::population_cli
