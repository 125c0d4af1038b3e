// Units, posts and who holds them, as dated events; people with their numbers sealed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "operations/desk.h"

namespace anmin::operations {

// A unit with its posts and all who held them: the page Administration shows it whole.
struct StaffedPost {
    organisation::Post post;
    std::vector<organisation::Appointment> held;  // oldest first
};
struct StaffedUnit {
    organisation::Unit unit;
    std::vector<StaffedPost> posts;
    std::vector<organisation::Relation> relations;  // that it has to others
    // Names of the units it reports to or has relations to, as far as the actor may see them.
    std::map<ident::UnitId, std::string> others{};
};
// Those in `division` and below it; with `typed` only those that have it in their name or in the
// title of a post.
Result<organisation::Page<StaffedUnit>> list_units(Desk& desk, const authority::Actor& actor,
                                                   const ident::DivisionCode& division,
                                                   const std::string& typed,
                                                   const organisation::PageRequest& page);

// All of them, for the workbook.
Result<std::vector<StaffedUnit>> list_all_units(Desk& desk, const authority::Actor& actor,
                                                const ident::DivisionCode& division);

struct NewUnit {
    std::string name;
    ident::DivisionCode division;
    organisation::UnitKind kind = organisation::UnitKind::bureau;
    std::optional<ident::UnitId> reports_to;
};
// Errors of all: E-AUTH-* of the gate; E-ORG-010 division, -011 unit, -045 post, -046 person that
// is not there or not in the actor's area; E-ORG-040 to -044 (organisation/staff.h).
Result<organisation::Unit> found_unit(Desk& desk, const Caller& caller, const NewUnit& order);
Result<void> close_unit(Desk& desk, const Caller& caller, const ident::UnitId& unit,
                        calendar::Date on);
// In another division, or reporting to another unit, from that day on.
Result<void> place_unit(Desk& desk, const Caller& caller, const organisation::UnitPlaced& order);
Result<void> relate_units(Desk& desk, const Caller& caller, const organisation::Relation& order);

struct NewPost {
    ident::UnitId unit;
    std::string title;
};
Result<organisation::Post> create_post(Desk& desk, const Caller& caller, const NewPost& order);
Result<void> close_post(Desk& desk, const Caller& caller, const ident::PostId& post,
                        calendar::Date on);
Result<void> appoint_holder(Desk& desk, const Caller& caller,
                            const organisation::Appointment& order);
Result<void> end_appointment(Desk& desk, const Caller& caller, const ident::PostId& post,
                             calendar::Date from, calendar::Date on);

}  // namespace anmin::operations
