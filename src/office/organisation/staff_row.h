// A line of the staff workbook: a unit, a post in it, and one term of that post. Texts as people
// write them; an empty identifier means something new.
#pragma once

#include <string>

namespace anmin::organisation {

struct StaffRow {
    std::string unit_id{};
    std::string unit{};
    std::string division{};    // its code
    std::string kind{};        // 机关, 内设机构, ...; empty: not said
    std::string reports_to{};  // a unit's identifier; empty: none
    std::string post_id{};
    std::string post{};    // empty: a unit without posts
    std::string holder{};  // empty: vacant
    std::string from{};    // 2025-03-31
    std::string until{};   // empty: still in office
};

}  // namespace anmin::organisation
