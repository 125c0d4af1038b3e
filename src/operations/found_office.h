// Setting up: divisions, units, posts, accounts. Done from the command line by whoever holds the
// machine.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "operations/desk.h"

namespace anmin::operations {

// Replaces the division table by rows of a published data set (code order).
struct ImportDivisions {
    std::string source;
    std::string version;
    std::vector<organisation::Division> rows;
};
Result<organisation::DivisionsImported> import_divisions(Desk& desk, const ImportDivisions& order);

struct OpenAccount {
    std::string login;
    std::string name;
    ident::PostId post;
    std::set<authority::Role> roles;
    std::string password;  // empty: no password fits, only a demonstration role can be taken
};

struct FoundOffice {
    std::vector<organisation::Unit> units;
    std::vector<organisation::Post> posts;  // with holder
    std::vector<OpenAccount> accounts;
};
// What exists already under the same id or login is left as it is: founding twice changes nothing.
// Errors: E-ORG-01x when a post names an unknown unit or a unit an unknown division.
Result<void> found_office(Desk& desk, const FoundOffice& order);

}  // namespace anmin::operations
