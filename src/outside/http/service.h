// What the routes work with, handed in by the program.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "http/changes.h"
#include "operations/desk.h"

namespace anmin::http {

// A demonstration role as the role switcher shows it, in the order of the list.
struct DemoStory {
    std::string login;
    std::string story_zh;
    std::string story_en;
};

struct LogVerification {
    bool intact = false;
    std::int64_t events = 0;
    std::string last_hash;
    std::vector<std::string> findings;
};

struct Service {
    operations::Desk& desk;
    const Changes& changes;
    bool secure_cookie = false;                 // the site is reached through https only
    std::uint64_t json_limit = 1ULL << 20U;     // bytes of a JSON body
    std::uint64_t upload_limit = 50ULL << 20U;  // bytes of a file
    std::vector<DemoStory> stories{};
    std::function<Result<LogVerification>()> verify_log{};
    std::function<Result<void>()> ping{};  // can the database be read right now?
};

}  // namespace anmin::http
