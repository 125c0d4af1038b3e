#include <algorithm>
#include <type_traits>
#include <utility>

#include "source/conveyance.h"

namespace anmin::source {
namespace {

using directive::Step;
using enum ConveyanceState;

// Labels of the time line; whoever made these steps does not look back at them.
constexpr const char* entry_label = "来文登记";
constexpr const char* pool_label = "列入议题";
constexpr const char* convey_label = "已传达";
constexpr const char* decide_label = "贯彻意见";
constexpr const char* answer_label = "分解为任务";
constexpr const char* exempt_label = "不需分解";

void add_step(Conveyance& conveyance, const char* label, std::string text, const auto& event) {
    conveyance.steps.push_back({label, std::move(text), event.officer, event.on, {}});
}

std::string of_measure(std::int32_t number, const std::string& text) {
    return "第 " + std::to_string(number) + " 条：" + text;
}

void settle(Conveyance& conveyance) {
    const bool all = std::all_of(conveyance.measures.begin(), conveyance.measures.end(),
                                 [](const DecidedMeasure& one) { return one.settled(); });
    conveyance.state = all ? broken_down : decided;
}

// INVARIANT: measures are numbered from 1 without a gap.
DecidedMeasure& numbered(Conveyance& conveyance, std::int32_t number) {
    return conveyance.measures[static_cast<std::size_t>(number - 1)];
}

void take(Conveyance& conveyance, const ConveyancePooled& event) {
    conveyance.state = pooled;
    conveyance.planned_meeting = event.meeting;
    conveyance.planned_on = event.planned_on;
    conveyance.place = event.place;
    std::string text = event.meeting;
    if (event.planned_on) text += "，拟于 " + event.planned_on->iso() + " 召开";
    text += "，第 " + std::to_string(event.place) + " 位";
    add_step(conveyance, pool_label, std::move(text), event);
}

void take(Conveyance& conveyance, const ConveyanceConveyed& event) {
    if (conveyance.state == pooled) conveyance.state = conveyed;
    conveyance.meetings.push_back({event.meeting, event.meeting_name, event.held_on});
    conveyance.conveyed_on =
        std::min(conveyance.conveyed_on.value_or(event.held_on), event.held_on);
    add_step(conveyance, convey_label, event.held_on.iso() + " " + event.meeting_name, event);
}

void take(Conveyance& conveyance, const MeasuresDecided& event) {
    conveyance.proposed_by = event.proposed_by;
    conveyance.decided_at = event.meeting_name;
    conveyance.decided_by = event.meeting;
    for (const Measure& one : event.measures) conveyance.measures.push_back({one, {}, ""});
    settle(conveyance);
    add_step(conveyance, decide_label,
             event.proposed_by + "提出，" + event.meeting_name + "议定 " +
                 std::to_string(event.measures.size()) + " 条措施",
             event);
}

void take(Conveyance& conveyance, const MeasureAnswered& event) {
    numbered(conveyance, event.measure).tasks.push_back(event.task);
    settle(conveyance);
    add_step(conveyance, answer_label, of_measure(event.measure, "任务 " + event.task.value),
             event);
}

void take(Conveyance& conveyance, const MeasureExempted& event) {
    numbered(conveyance, event.measure).exempt = event.reason;
    settle(conveyance);
    add_step(conveyance, exempt_label, of_measure(event.measure, event.reason), event);
}

void take(Conveyance& conveyance, const ConveyanceLookedBack& event) {
    if (event.held) {
        conveyance.state = looked_back;
    } else {
        settle(conveyance);
    }
    add_step(conveyance, event.held ? "回头看：落实到位" : "回头看：发现缺口", event.text, event);
}

void take(Conveyance& conveyance, const ConveyanceArchived& event) {
    conveyance.state = archived;
    add_step(conveyance, "归档", event.text, event);
}

void take(Conveyance& conveyance, const ConveyanceWithdrawn& event) {
    conveyance.state = withdrawn;
    add_step(conveyance, "终止", event.reason, event);
}

}  // namespace

const char* word(ConveyanceState state) {
    switch (state) {
        case received: return "待列议题";
        case pooled: return "已列入议题";
        case conveyed: return "已传达";
        case decided: return "贯彻意见已定";
        case broken_down: return "已分解";
        case looked_back: return "已回头看";
        case archived: return "已归档";
        case withdrawn: return "已终止";
    }
    CHECK(false, "every state of a conveyance has a word");
}

std::vector<directive::Deed> deeds_of(const Conveyance& conveyance) {
    return directive::deeds_of(conveyance.steps, {entry_label, pool_label, convey_label,
                                                  decide_label, answer_label, exempt_label});
}

std::vector<directive::Deed> entered_by(const Conveyance& conveyance) {
    return directive::deeds_of(conveyance.steps, {entry_label});
}

Conveyance start(const ConveyanceReceived& event) {
    Conveyance conveyance;
    conveyance.id = event.conveyance;
    conveyance.version = 1;
    conveyance.title = event.title;
    conveyance.number = event.number;
    conveyance.from = event.from;
    conveyance.source = event.source;
    conveyance.received_on = event.received_on;
    conveyance.convey_by = event.convey_by;
    conveyance.first_topic = event.first_topic;
    conveyance.division = event.division;
    conveyance.issuer = event.issuer;
    std::string text = event.received_on.iso() + " 收到，" + event.from;
    if (!event.number.empty()) text += " " + event.number;
    add_step(conveyance, entry_label, std::move(text), event);
    return conveyance;
}

Conveyance apply(Conveyance conveyance, const Event& event) {
    std::visit(
        [&conveyance](const auto& one) {
            using Kind = std::decay_t<decltype(one)>;
            constexpr bool of_others =
                std::is_same_v<Kind, MeetingHeld> || std::is_same_v<Kind, AttendanceTaken> ||
                std::is_same_v<Kind, InstructionEntered> || std::is_same_v<Kind, SourceCited> ||
                std::is_same_v<Kind, CitationWithdrawn> || std::is_same_v<Kind, ConveyanceReceived>;
            if constexpr (of_others) {
                CHECK(false, "the event is one of a running conveyance");
            } else {
                take(conveyance, one);
            }
        },
        event);
    ++conveyance.version;
    return conveyance;
}

}  // namespace anmin::source
