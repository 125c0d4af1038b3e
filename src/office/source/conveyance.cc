#include "source/conveyance.h"

#include <algorithm>
#include <utility>

#include "source/source_refusal.h"

namespace anmin::source {
namespace {

using calendar::Date;
using enum ConveyanceState;

std::string place_of(const Conveyance& conveyance) { return "传达事项“" + conveyance.title + "”"; }

Error not_open(const Conveyance& conveyance, const char* expected, const char* next) {
    return {Fault::conflict,
            "E-SRC-023",
            place_of(conveyance),
            std::string("当前为“") + word(conveyance.state) + "”",
            expected,
            next};
}

Error own_work(const Conveyance& conveyance, const std::string& what, const Officer& officer) {
    return {Fault::denied,
            "E-SRC-034",
            place_of(conveyance) + "的" + what,
            "办理的人（" + officer.name + "）就是经手登记的人",
            "由没有经手的人" + what,
            "请其他人员办理"};
}

bool among(const std::vector<directive::Deed>& deeds, const Officer& officer) {
    return std::any_of(deeds.begin(), deeds.end(), [&officer](const directive::Deed& deed) {
        return deed.account == officer.account;
    });
}

Result<const DecidedMeasure*> measure_of(const Conveyance& conveyance, std::int32_t number) {
    for (const DecidedMeasure& one : conveyance.measures) {
        if (one.measure.number == number) return &one;
    }
    return Error{Fault::invalid,       "E-SRC-028",
                 place_of(conveyance), "没有第 " + std::to_string(number) + " 条贯彻措施",
                 "已经定下的措施",     "从列表中选择"};
}

Result<void> every_measure_settled(const Conveyance& conveyance) {
    for (const DecidedMeasure& one : conveyance.measures) {
        if (one.settled()) continue;
        return Error{Fault::conflict,
                     "E-SRC-030",
                     place_of(conveyance),
                     "第 " + std::to_string(one.measure.number) + " 条措施没有分解为任务",
                     "每条措施都有落实任务，或写明不需分解的理由",
                     "关联落实任务，或登记不需分解的理由"};
    }
    return {};
}

// closed-loop A.3 model 1: closed is reached by everybody and all derived tasks closed.
Result<void> nothing_outstanding(const Conveyance& conveyance, const Standing& standing) {
    TRY(every_measure_settled(conveyance));
    if (!standing.covered()) {
        const Reach& reach = standing.reach;
        return Error{Fault::conflict,
                     "E-SRC-031",
                     place_of(conveyance) + "的传达覆盖",
                     reach.persons == 0
                         ? std::string("会议没有列出应到的支部和人员，覆盖率不明")
                         : "应传达 " + std::to_string(reach.persons) + " 人，已传达 " +
                               std::to_string(reach.persons_reached) + " 人",
                     "每个支部、每个人都有传达记录",
                     "在会议中登记签到和补传达"};
    }
    if (standing.closed >= standing.tasks) return {};
    return Error{Fault::conflict,
                 "E-SRC-032",
                 place_of(conveyance) + "的落实任务",
                 std::to_string(standing.tasks) + " 项任务中有 " +
                     std::to_string(standing.tasks - standing.closed) + " 项没有办结",
                 "全部办结",
                 "先办结落实任务"};
}

}  // namespace

Timeliness timeliness(const Conveyance& conveyance, Date as_of) {
    if (conveyance.conveyed_on.value_or(as_of) > conveyance.convey_by) return Timeliness::late;
    return conveyance.conveyed_on ? Timeliness::in_time : Timeliness::waiting;
}

int days_waited(const Conveyance& conveyance, Date as_of) {
    return calendar::days_between(conveyance.received_on, conveyance.conveyed_on.value_or(as_of));
}

std::string paper_of(const Conveyance& conveyance) {
    std::string paper;
    if (conveyance.source) {
        paper =
            std::to_string(static_cast<int>(conveyance.source->kind)) + ":" + conveyance.source->id;
    } else if (blank(conveyance.number)) {
        paper = conveyance.title + "\n" + conveyance.from + "\n" + conveyance.received_on.iso();
    } else {
        paper = conveyance.number + "\n" + conveyance.title;
    }
    paper = conveyance.issuer + "\n" + paper;
    std::erase(paper, ' ');
    return paper;
}

Result<Event> receive(ConveyanceReceived order, const ConveyRule& rule,
                      const std::optional<Conveyance>& same) {
    if (blank(order.title)) return missing("传达事项的“题目”", "照录文件或讲话的题目");
    const std::string place = "传达事项“" + order.title + "”";
    if (blank(order.from)) return missing(place + "的“来文单位”", "写明来自哪里");
    if (order.received_on > order.on) {
        return late_entry(place + "的收到日期", order.received_on, order.on, "更正收到日期");
    }
    if (same) {
        return Error{Fault::conflict,
                     "E-SRC-038",
                     place,
                     same->received_on.iso() + " 已经登记过，现为“" + word(same->state) + "”",
                     "同一份文件在一个单位只登记一次",
                     "打开已登记的事项继续办理；确是另一份的，在题目中写明区别"};
    }
    order.convey_by = order.received_on.plus_days(rule.convey_days);
    return Event{std::move(order)};
}

Result<Event> pool(const Conveyance& conveyance, ConveyancePooled order) {
    if (conveyance.state != received && conveyance.state != pooled) {
        return not_open(conveyance, "还没有传达的事项", "刷新页面查看最新状态");
    }
    if (blank(order.meeting)) {
        return missing(place_of(conveyance) + "的“拟上会议”", "写明列入哪次会议的议题");
    }
    return Event{std::move(order)};
}

bool takes_meeting(const Conveyance& conveyance) {
    switch (conveyance.state) {
        case received:
        case archived:
        case withdrawn: return false;
        case pooled:
        case conveyed:
        case decided:
        case broken_down:
        case looked_back: return true;
    }
    CHECK(false, "every state says whether a meeting takes it up");
}

Result<Event> convey(const Conveyance& conveyance, ConveyanceConveyed order) {
    if (!takes_meeting(conveyance)) {
        return not_open(conveyance, "议题池中的事项", "先列入议题；已归档、已终止的不再上会");
    }
    const std::string place = place_of(conveyance) + "的传达";
    if (order.held_on < conveyance.received_on) {
        return Error{
            Fault::invalid,
            "E-SRC-025",
            place,
            "会议 " + order.held_on.iso() + " 召开，早于收到日期 " + conveyance.received_on.iso(),
            "收到之后召开的会议",
            "核对会议日期和收到日期"};
    }
    for (const ConveyedAt& one : conveyance.meetings) {
        if (one.meeting != order.meeting) continue;
        return Error{Fault::invalid,           "E-SRC-026",      place,
                     "这次会议的议程列了两次", "一次会议列一次", "去掉重复的一项议程"};
    }
    return Event{std::move(order)};
}

bool takes_measures(const Conveyance& conveyance) {
    return conveyance.state == conveyed || conveyance.state == decided ||
           conveyance.state == broken_down;
}

Result<Event> decide_measures(const Conveyance& conveyance, MeasuresDecided order,
                              Date decided_on) {
    if (!takes_measures(conveyance)) {
        return not_open(conveyance, "已传达、还没有回头看的事项", "先登记传达它的会议");
    }
    const std::string place = place_of(conveyance) + "的贯彻意见";
    if (blank(order.proposed_by)) return missing(place, "写明提出意见的分管领导");
    if (order.measures.empty()) return missing(place, "至少写一条贯彻措施");
    if (decided_on < conveyance.conveyed_on.value_or(decided_on)) {
        return Error{Fault::invalid,
                     "E-SRC-037",
                     place,
                     "会议 " + decided_on.iso() + " 召开，早于传达",
                     "传达它的会议，或以后的会议",
                     "另选定下贯彻意见的会议"};
    }
    auto number = static_cast<std::int32_t>(conveyance.measures.size());
    for (Measure& one : order.measures) {
        one.number = ++number;
        if (blank(one.text)) return missing(place, "每条措施写明做什么");
        if (blank(one.unit)) return missing(place, "每条措施写明责任单位");
    }
    return Event{std::move(order)};
}

Result<Event> answer_measure(const Conveyance& conveyance, MeasureAnswered order) {
    const DecidedMeasure& found = *TRY(measure_of(conveyance, order.measure));
    if (!takes_measures(conveyance)) {
        return not_open(conveyance, "还没有回头看的事项", "刷新页面查看最新状态");
    }
    const std::string place =
        place_of(conveyance) + "第 " + std::to_string(order.measure) + " 条措施";
    if (!found.exempt.empty()) {
        return Error{Fault::conflict,        "E-SRC-029",      place,
                     "已登记为不需分解任务", "需要分解的措施", "确需办理的，补定一条措施"};
    }
    if (std::find(found.tasks.begin(), found.tasks.end(), order.task) != found.tasks.end()) {
        return Error{Fault::conflict,    "E-SRC-027", place, "已关联任务 " + order.task.value,
                     "一项任务关联一次", "不用再关联"};
    }
    return Event{std::move(order)};
}

Result<Event> exempt_measure(const Conveyance& conveyance, MeasureExempted order) {
    const DecidedMeasure& found = *TRY(measure_of(conveyance, order.measure));
    if (!takes_measures(conveyance)) {
        return not_open(conveyance, "还没有回头看的事项", "刷新页面查看最新状态");
    }
    const std::string place =
        place_of(conveyance) + "第 " + std::to_string(order.measure) + " 条措施";
    if (found.settled()) {
        return Error{Fault::conflict,
                     "E-SRC-029",
                     place,
                     found.tasks.empty() ? "已登记为不需分解任务" : "已有落实任务",
                     "还没有分解的措施",
                     "刷新页面查看最新状态"};
    }
    if (blank(order.reason)) return missing(place, "写明为什么不需分解任务");
    return Event{std::move(order)};
}

bool takes_look_back(const Conveyance& conveyance) {
    return conveyance.state == decided || conveyance.state == broken_down ||
           conveyance.state == looked_back;
}

Result<Event> look_back(const Conveyance& conveyance, ConveyanceLookedBack order,
                        const Standing& standing) {
    if (!takes_look_back(conveyance)) {
        return not_open(conveyance, "已定贯彻意见的事项", "先定贯彻意见");
    }
    if (among(deeds_of(conveyance), order.officer)) {
        return own_work(conveyance, "回头看", order.officer);
    }
    if (blank(order.text))
        return missing(place_of(conveyance) + "的“回头看”", "写明看了什么、结果如何");
    if (order.held) TRY(nothing_outstanding(conveyance, standing));
    return Event{std::move(order)};
}

Result<Event> archive(const Conveyance& conveyance, ConveyanceArchived order,
                      const Standing& standing) {
    if (!takes_look_back(conveyance)) {
        return not_open(conveyance, "已回头看的事项", "依次传达、定措施、分解、回头看后归档");
    }
    TRY(nothing_outstanding(conveyance, standing));
    if (conveyance.state != looked_back) {
        return Error{Fault::conflict,      "E-SRC-033",
                     place_of(conveyance), "还没有回头看，或回头看发现的缺口没有补上",
                     "回头看认定落实到位", "请督查岗位回头看"};
    }
    return Event{std::move(order)};
}

bool takes_withdrawal(const Conveyance& conveyance) {
    return conveyance.state == received || conveyance.state == pooled;
}

Result<Event> withdraw(const Conveyance& conveyance, ConveyanceWithdrawn order) {
    if (!takes_withdrawal(conveyance)) {
        return not_open(conveyance, "还没有传达的事项", "已传达的不能终止，按步骤办完");
    }
    if (among(entered_by(conveyance), order.officer)) {
        return own_work(conveyance, "终止", order.officer);
    }
    if (blank(order.reason))
        return missing(place_of(conveyance) + "的“终止理由”", "写明为什么不再传达");
    return Event{std::move(order)};
}

}  // namespace anmin::source
