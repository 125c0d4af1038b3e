// Field work: missions, their groups, what the groups held, and what was said to them.
#pragma once

#include <string>
#include <vector>

#include "operations/desk.h"
#include "problem/problem_store.h"

namespace anmin::operations {

struct OpenMission {
    std::string title;
    calendar::Date from;
    calendar::Date to;
};
Result<problem::Mission> open_mission(Desk& desk, const Caller& caller, const OpenMission& order);

struct FormGroup {
    problem::MissionId mission;
    std::int32_t number = 0;
    std::string area;
    bool province = false;
    std::string leader;
    std::vector<std::string> members;
};
Result<problem::Mission> form_group(Desk& desk, const Caller& caller, const FormGroup& order);

struct LogActivity {
    problem::MissionId mission;
    std::int32_t group = 0;
    problem::ActivityKind kind = problem::ActivityKind::session;
    calendar::Date held_on;
    std::string place;
    std::int64_t amount = 0;
    std::string note;
};
Result<problem::Mission> log_activity(Desk& desk, const Caller& caller, const LogActivity& order);

struct TakeRemarks {
    problem::MissionId mission;
    std::int32_t group = 0;
    std::vector<problem::Remark> remarks;  // identifiers are given here
};
Result<problem::Mission> take_remarks(Desk& desk, const Caller& caller, const TakeRemarks& order);

Result<problem::Mission> see_mission(Desk& desk, const authority::Actor& actor,
                                     const problem::MissionId& id);
// A mission with what each group did, and what this actor may do there.
struct OpenedMission {
    problem::Mission mission;
    std::vector<problem::GroupTally> groups;  // by number
    bool may_manage = false;                  // form groups
    bool may_record = false;                  // log what they held and heard
};
Result<OpenedMission> open_field_work(Desk& desk, const authority::Actor& actor,
                                      const problem::MissionId& id);
// E-PROB-030 when the mission has no such group.
Result<problem::GroupRecords> open_group(Desk& desk, const authority::Actor& actor,
                                         const problem::MissionId& id, std::int32_t number);
Result<std::vector<problem::Mission>> list_missions(Desk& desk, const authority::Actor& actor);
Result<organisation::Page<problem::TakenRemark>> list_remarks(
    Desk& desk, const authority::Actor& actor, std::optional<bool> merged,
    const organisation::PageRequest& page);

}  // namespace anmin::operations
