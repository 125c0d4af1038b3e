// The demonstration's office: invented units, posts and people with real division codes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "authority/authority.h"
#include "ident/ident.h"
#include "organisation/organisation.h"
#include "result/result.h"

namespace anmin::files {

struct DemoAccount {
    std::string login;
    std::string name;  // of the post's holder
    ident::PostId post;
    std::set<authority::Role> roles;
    std::string story_zh;  // what this role can try, one line
    std::string story_en;
    std::int64_t order = 0;  // in the role switcher, from 1, without gaps
};

struct DemoOffice {
    std::vector<organisation::Unit> units;
    std::vector<organisation::Post> posts;  // with their holders
    std::vector<DemoAccount> accounts;      // by `order`
};

// Reads `packages`/demo/office.json. Errors E-DEMO-001 to -007 (and E-FILES-001, E-JSON-nnn) name
// the place in the file, as office.json.units[2].posts[0].account.roles[1].
Result<DemoOffice> load_demo(const std::filesystem::path& packages);

}  // namespace anmin::files
