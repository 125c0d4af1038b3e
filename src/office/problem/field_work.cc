#include "problem/field_work.h"

#include <algorithm>

#include "problem/problem_refusal.h"

namespace anmin::problem {
namespace {

const Group* find_group(const Mission& mission, std::int32_t number) {
    const auto found =
        std::find_if(mission.groups.begin(), mission.groups.end(),
                     [number](const Group& group) { return group.number == number; });
    return found == mission.groups.end() ? nullptr : &*found;
}

Result<void> expect_group(const Mission& mission, std::int32_t number) {
    if (find_group(mission, number) != nullptr) return {};
    return Error{Fault::invalid,
                 "E-PROB-003",
                 "调研“" + mission.title + "”的组别",
                 "没有第 " + std::to_string(number) + " 组",
                 "已编好的工作组",
                 "先编组，再登记"};
}

}  // namespace

const char* word(ActivityKind kind) {
    switch (kind) {
        case ActivityKind::session: return "座谈会";
        case ActivityKind::interview: return "访谈";
        case ActivityKind::visit: return "走访";
    }
    CHECK(false, "every kind of activity has a word");
}

const char* unit(ActivityKind kind) {
    switch (kind) {
        case ActivityKind::session: return "场次";
        case ActivityKind::interview: return "人次";
        case ActivityKind::visit: return "处";
    }
    CHECK(false, "every kind of activity has a unit");
}

const char* word(RemarkKind kind) {
    switch (kind) {
        case RemarkKind::problem: return "问题";
        case RemarkKind::suggestion: return "意见建议";
    }
    CHECK(false, "every kind of remark has a word");
}

Result<MissionOpened> open_mission(MissionOpened order) {
    if (blank(order.title)) return missing("调研的“名称”", "写明调研的名称");
    if (order.to < order.from) {
        return Error{Fault::invalid,
                     "E-PROB-002",
                     "调研“" + order.title + "”的起止",
                     order.to.iso() + " 早于 " + order.from.iso(),
                     "止期不早于起期",
                     "更正日期"};
    }
    return order;
}

Result<GroupFormed> form_group(const Mission& mission, GroupFormed order) {
    if (blank(order.area)) return missing("工作组的“对口地区”", "写明对口地区");
    if (blank(order.leader)) return missing("工作组的“组长”", "写明组长");
    for (const Group& group : mission.groups) {
        if (group.number != order.number && group.area != order.area) continue;
        return Error{Fault::conflict,
                     "E-PROB-004",
                     "调研“" + mission.title + "”第 " + std::to_string(order.number) + " 组",
                     group.area == order.area
                         ? "“" + order.area + "”已由第 " + std::to_string(group.number) + " 组对口"
                         : "已有第 " + std::to_string(order.number) + " 组",
                     "一个地区正好一个组",
                     "更正组别或对口地区"};
    }
    return order;
}

Result<ActivityLogged> log_activity(const Mission& mission, ActivityLogged order) {
    TRY(expect_group(mission, order.group));
    if (order.amount <= 0) {
        return Error{Fault::invalid,
                     "E-PROB-005",
                     std::string(word(order.kind)) + "的数量",
                     std::to_string(order.amount),
                     std::string("正整数，单位") + unit(order.kind),
                     "更正数量"};
    }
    if (order.held_on > order.on) {
        return Error{Fault::invalid,
                     "E-PROB-002",
                     std::string(word(order.kind)) + "的日期",
                     order.held_on.iso() + " 晚于今天",
                     "不晚于 " + order.on.iso(),
                     "更正日期；还没有办的，办过之后再登记"};
    }
    if (order.held_on < mission.from || order.held_on > mission.to) {
        return Error{Fault::invalid,
                     "E-PROB-002",
                     std::string(word(order.kind)) + "的日期",
                     order.held_on.iso() + " 不在调研期间",
                     mission.from.iso() + " 至 " + mission.to.iso(),
                     "更正日期"};
    }
    return order;
}

Result<RemarksTaken> take_remarks(const Mission& mission, RemarksTaken order) {
    TRY(expect_group(mission, order.group));
    if (order.remarks.empty()) return missing("原话", "至少登记一条");
    for (std::size_t row = 0; row < order.remarks.size(); ++row) {
        const Remark& remark = order.remarks[row];
        const std::string place = "第 " + std::to_string(row + 1) + " 行“";
        if (blank(remark.text)) return missing(place + "原话”", "照原话登记");
        if (blank(remark.said_by)) return missing(place + "提出人类别”", "如村干部、服务对象");
        if (blank(remark.place)) return missing(place + "地点”", "写明在哪里提出的");
    }
    return order;
}

}  // namespace anmin::problem
