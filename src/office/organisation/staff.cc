#include "organisation/staff.h"

#include <algorithm>
#include <set>

namespace anmin::organisation {
namespace {

bool overlap(const Appointment& left, const Appointment& right) {
    const bool left_first = left.until && *left.until <= right.from;
    const bool right_first = right.until && *right.until <= left.from;
    return !left_first && !right_first;
}

std::string span_of(const Appointment& one) {
    return one.from.iso() + " 起" + (one.until ? "，至 " + one.until->iso() + " 止" : "");
}

Error refused(const char* code, std::string place, std::string finding, std::string expectation,
              std::string next_step) {
    return {Fault::conflict,     code, std::move(place), std::move(finding), std::move(expectation),
            std::move(next_step)};
}

}  // namespace

const char* word(UnitKind kind) {
    switch (kind) {
        case UnitKind::bureau: return "机关";
        case UnitKind::section: return "内设机构";
        case UnitKind::township: return "乡镇街道";
        case UnitKind::committee: return "村（居）委会";
        case UnitKind::station: return "站点";
        case UnitKind::institution: return "事业单位";
    }
    CHECK(false, "every kind of unit has its word");
}

Result<Appointed> appoint(const Post& post, const std::vector<Appointment>& held,
                          const Appointment& order) {
    const std::string place = "岗位“" + post.unit_name + " " + post.title + "”的任职";
    if (order.until && *order.until <= order.from) {
        return refused("E-ORG-041", place, span_of(order), "终止日期晚于起始日期", "核对两个日期");
    }
    const bool reaches_past = post.until && (!order.until || *order.until > *post.until);
    if (reaches_past) {
        return refused("E-ORG-042", place, "岗位在 " + post.until->iso() + " 撤销",
                       "岗位存续期间的任职", "改用现有岗位，或把任职的终止日期提前");
    }
    for (const Appointment& other : held) {
        if (!overlap(order, other)) continue;
        return refused(
            "E-ORG-040", place,
            other.holder + " 已任此岗位：" + span_of(other) + "，与 " + span_of(order) + " 重叠",
            "同一岗位的任职不重叠", "先终止前一任职，或改用不重叠的日期");
    }
    return Appointed{order.post, order.holder, order.from, order.until, order.person};
}

Result<AppointmentEnded> end_appointment(const std::vector<Appointment>& held,
                                         const ident::PostId& post, calendar::Date from,
                                         calendar::Date on) {
    const auto found = std::find_if(held.begin(), held.end(),
                                    [from](const Appointment& one) { return one.from == from; });
    const bool runs = found != held.end() && on > from && (!found->until || *found->until > on);
    if (runs) return AppointmentEnded{post, from, on};
    return refused("E-ORG-043", "岗位 " + post.value + " 的任职",
                   "没有自 " + from.iso() + " 起、到 " + on.iso() + " 仍在任的任职", "在任的任职",
                   "刷新任职列表后重选");
}

Result<void> check_line(const std::vector<Unit>& units, const ident::UnitId& unit,
                        const ident::UnitId& reports_to) {
    std::set<ident::UnitId> seen{unit};
    std::optional<ident::UnitId> at = reports_to;
    while (at && seen.insert(*at).second) {
        const auto found = std::find_if(units.begin(), units.end(),
                                        [&at](const Unit& one) { return one.id == *at; });
        at = found == units.end() ? std::nullopt : found->reports_to;
    }
    if (!at) return {};
    return refused("E-ORG-044", "单位 " + unit.value, "汇报关系会绕回自身（经 " + at->value + "）",
                   "不成环的汇报关系", "换一个上级单位");
}

std::string masked(const std::string& number) {
    constexpr std::size_t head = 3;
    constexpr std::size_t tail = 4;
    if (number.size() <= head + tail) return std::string(number.size(), '*');
    return number.substr(0, head) + std::string(number.size() - head - tail, '*') +
           number.substr(number.size() - tail);
}

}  // namespace anmin::organisation
