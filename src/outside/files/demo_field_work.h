// The demonstration's field work: invented remarks and people, in published numbers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "result/result.h"

namespace anmin::files {

struct DemoFieldWork {
    std::string title;
    std::vector<std::string> provinces;
    std::vector<std::string> others;  // areas that are no provinces
    std::vector<std::string> topics;
    std::vector<std::string> said_by;
    std::vector<std::string> lists;
    std::int64_t people = 0;
    std::int64_t sessions_each = 0;  // of each group
    std::int64_t interviews_each = 0;
    std::int64_t problems = 0;  // raw
    std::int64_t suggestions = 0;
    std::int64_t listed = 0;
    std::int64_t focused = 0;
    std::int64_t inspected = 0;  // told by an inspection
    std::int64_t corrected = 0;
};

// Reads `packages`/demo/field-work.json.
Result<DemoFieldWork> load_demo_field_work(const std::filesystem::path& packages);

}  // namespace anmin::files
