// A mission of field work and the records of its groups, as they are read.
#include "http/json_field_work.h"
#include "http/routes.h"
#include "http/step.h"
#include "operations/field_work.h"

namespace anmin::http {
namespace {

constexpr std::int64_t most_groups = 10'000;

// A number of a path; 0, which no group has, when it is none.
std::int32_t group_number(const std::string& digits) {
    std::int64_t number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9' || number > most_groups) return 0;
        number = number * 10 + (digit - '0');
    }
    return static_cast<std::int32_t>(number);
}

}  // namespace

Answer get_mission(const Call& call) {
    return answer_of(
        operations::open_field_work(call.desk(), call.actor(), {call.path_value("id")}),
        [](const auto& opened) {
            return versioned_response(json_of(opened), opened.mission.version, false);
        });
}

Answer get_group(const Call& call) {
    return answer_of(
        operations::open_group(call.desk(), call.actor(), {call.path_value("id")},
                               group_number(std::string(call.path_value("number")))),
        [](const auto& records) { return json_response(200, json_of(records)); });
}

}  // namespace anmin::http
