#include "operations/field_work.h"

#include <utility>

namespace anmin::operations {
namespace {

using authority::Action;
using problem::Mission;

constexpr std::int64_t records_limit = 500;  // of a kind, shown with one group

Result<Mission> recorded_mission(Desk& desk, const Caller& caller, const problem::MissionId& id) {
    Mission mission = TRY(see_mission(desk, caller.actor, id));
    TRY(authority::may(caller.actor, Action::record_field_work, {mission.division, {}, {}}));
    return mission;
}

// Groups record beside each other: what they add is true whatever came before.
Result<Mission> add(Desk& desk, const Caller& caller, const problem::MissionId& id,
                    std::int64_t version, problem::Event event) {
    TRY(desk.journal.commit(command_of(caller),
                            {{journal::stream_of(id), version, {std::move(event)}}}));
    return see_mission(desk, caller.actor, id);
}

}  // namespace

Result<Mission> see_mission(Desk& desk, const authority::Actor& actor,
                            const problem::MissionId& id) {
    auto mission = TRY(desk.problems.find_mission(id));
    const auto scope = authority::scope_of(actor, Action::see_tasks);
    if (mission && scope.covers(mission->division)) return *std::move(mission);
    return Error{Fault::missing,     "E-PROB-030",
                 "调研 " + id.value, "没有这次调研，或它不在您的管辖范围内",
                 "本地区的调研",     "从“问题清单”中打开"};
}

Result<Mission> open_mission(Desk& desk, const Caller& caller, const OpenMission& order) {
    TRY(authority::may(caller.actor, Action::manage_problems, {caller.actor.division, {}, {}}));
    const problem::MissionId id{desk.ids.next()};
    const auto event =
        TRY(problem::open_mission({id, order.title, caller.actor.division, order.from, order.to,
                                   officer_of(caller.actor), desk.clock.now().date_in_china()}));
    return add(desk, caller, id, 0, event);
}

Result<Mission> form_group(Desk& desk, const Caller& caller, const FormGroup& order) {
    const Mission mission = TRY(see_mission(desk, caller.actor, order.mission));
    TRY(authority::may(caller.actor, Action::manage_problems, {mission.division, {}, {}}));
    const auto event = TRY(problem::form_group(
        mission, {order.number, order.area, order.province, order.leader, order.members,
                  officer_of(caller.actor), desk.clock.now().date_in_china()}));
    return add(desk, caller, mission.id, mission.version, event);
}

Result<Mission> log_activity(Desk& desk, const Caller& caller, const LogActivity& order) {
    const Mission mission = TRY(recorded_mission(desk, caller, order.mission));
    const auto event = TRY(problem::log_activity(
        mission, {order.group, order.kind, order.held_on, order.place, order.amount, order.note,
                  officer_of(caller.actor), desk.clock.now().date_in_china()}));
    return add(desk, caller, mission.id, journal::any_version, event);
}

Result<Mission> take_remarks(Desk& desk, const Caller& caller, const TakeRemarks& order) {
    const Mission mission = TRY(recorded_mission(desk, caller, order.mission));
    problem::RemarksTaken taken{order.group, order.remarks, officer_of(caller.actor),
                                desk.clock.now().date_in_china()};
    for (auto& remark : taken.remarks) remark.id = {desk.ids.next()};
    const auto event = TRY(problem::take_remarks(mission, std::move(taken)));
    return add(desk, caller, mission.id, journal::any_version, event);
}

Result<OpenedMission> open_field_work(Desk& desk, const authority::Actor& actor,
                                      const problem::MissionId& id) {
    OpenedMission opened;
    opened.mission = TRY(see_mission(desk, actor, id));
    const auto may = [&](Action action) {
        return authority::may(actor, action, {opened.mission.division, {}, {}}).ok();
    };
    opened.may_manage = may(Action::manage_problems);
    opened.may_record = may(Action::record_field_work);
    const auto scope = authority::scope_of(actor, Action::see_tasks);
    for (auto& group : TRY(desk.problems.group_tallies(scope))) {
        if (group.mission == id) opened.groups.push_back(std::move(group));
    }
    return opened;
}

Result<problem::GroupRecords> open_group(Desk& desk, const authority::Actor& actor,
                                         const problem::MissionId& id, std::int32_t number) {
    const Mission mission = TRY(see_mission(desk, actor, id));
    for (const auto& group : mission.groups) {
        if (group.number == number) {
            return desk.problems.group_records(id, number, records_limit);
        }
    }
    return Error{Fault::missing, "E-PROB-030",           "调研“" + mission.title + "”",
                 "没有第 " + std::to_string(number) + " 组", "这次调研的一个组",
                 "从调研的页面打开"};
}

Result<std::vector<Mission>> list_missions(Desk& desk, const authority::Actor& actor) {
    return desk.problems.missions(authority::scope_of(actor, Action::see_tasks));
}

Result<organisation::Page<problem::TakenRemark>> list_remarks(
    Desk& desk, const authority::Actor& actor, std::optional<bool> merged,
    const organisation::PageRequest& page) {
    return desk.problems.taken(authority::scope_of(actor, Action::see_tasks), merged, page);
}

}  // namespace anmin::operations
