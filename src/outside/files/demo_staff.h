// The many offices of the demonstration: which are made, and how their people are called.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ident/ident.h"
#include "organisation/organisation.h"
#include "result/result.h"

namespace anmin::files {

struct DemoUnitKind {
    organisation::Level level = organisation::Level::county;
    organisation::UnitKind kind = organisation::UnitKind::bureau;
    std::string ending;  // behind the division's name; empty: the name is the unit's own
    std::vector<std::string> posts;
};

struct DemoStaff {
    ident::DivisionCode province;    // down to its counties
    ident::DivisionCode prefecture;  // down to every village
    std::vector<std::string> surnames;
    std::vector<std::string> given;  // stems and branches, sixty of them
    std::vector<DemoUnitKind> units;
};

// Reads `packages`/demo/staff.json. Errors E-DEMO-003, E-FILES-001, -002, E-JSON-nnn.
Result<DemoStaff> load_demo_staff(const std::filesystem::path& packages);

// A unit for each of these divisions with its posts and their holders; the same rows give the same
// offices. Those in `taken` have one already.
struct MadeOffices {
    std::vector<organisation::Unit> units;
    std::vector<organisation::Post> posts;
};
MadeOffices make_offices(const DemoStaff& staff, const std::vector<organisation::Division>& rows,
                         const std::vector<organisation::Unit>& taken);

}  // namespace anmin::files
