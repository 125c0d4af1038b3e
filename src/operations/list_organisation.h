// Divisions and posts as an actor may see them.
#pragma once

#include <string>
#include <vector>

#include "operations/desk.h"

namespace anmin::operations {

Result<organisation::Page<organisation::Division>> list_divisions(
    Desk& desk, const authority::Actor& actor, const ident::DivisionCode& parent,
    const organisation::View& view, const organisation::PageRequest& page);
Result<std::vector<organisation::Division>> search_divisions(Desk& desk,
                                                             const authority::Actor& actor,
                                                             const std::string& typed,
                                                             const organisation::View& view,
                                                             std::int32_t limit);
// From the nation down to the division, both included, with the names of the view; E-ORG-001 when
// nothing is known of it there.
Result<std::vector<organisation::Division>> open_division(Desk& desk, const authority::Actor& actor,
                                                          const ident::DivisionCode& code,
                                                          const organisation::View& view);
// How many divisions of each level there are below it.
Result<std::vector<organisation::LevelCount>> count_divisions_below(Desk& desk,
                                                                    const authority::Actor& actor,
                                                                    const ident::DivisionCode& code,
                                                                    const organisation::View& view);
// Posts inside the actor's area that a task can be handed to: somebody there may report it.
Result<std::vector<organisation::Post>> list_posts(Desk& desk, const authority::Actor& actor);

}  // namespace anmin::operations
