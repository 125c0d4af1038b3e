// What happens to a matter that is to be conveyed (传达事项), in a stream of its own, from its
// receipt to the archive (closed-loop A.3 model 1; decision 0032). What they make of it stands in
// conveyance.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "directive/task_events.h"
#include "ident/ident.h"
#include "source/source_name.h"

namespace anmin::source {

using directive::Officer;

struct ConveyanceReceived {  // 来文登记
    ConveyanceId conveyance;
    std::string title;
    std::string number;                  // 来文字号; may be empty
    std::string from;                    // 来文单位, or who spoke
    std::optional<SourceName> source{};  // the paper or instruction, when it is kept here
    calendar::Date received_on;
    calendar::Date convey_by;  // last day in time, by the rule as it was then: late stays late
    bool first_topic = false;  // 第一议题 class
    ident::DivisionCode division;
    std::string issuer;
    Officer officer;
    calendar::Date on;
};
struct ConveyancePooled {  // 列入议题; a later one replaces an earlier one
    std::string meeting;   // for which meeting, in words
    std::optional<calendar::Date> planned_on{};
    std::int32_t place = 0;  // 次序 among those of its class, from 1
    Officer officer;
    calendar::Date on;
};
struct ConveyanceConveyed {  // 已传达: recorded with the meeting, in one commit
    MeetingId meeting;
    std::string meeting_name;
    calendar::Date held_on;
    Officer officer;
    calendar::Date on;
};
struct Measure {
    std::int32_t number = 0;  // from 1, through all decisions of the matter
    std::string text;
    std::string unit;  // 责任单位

    bool operator==(const Measure&) const = default;
};
struct MeasuresDecided {      // 贯彻意见
    std::string proposed_by;  // the responsible leader
    MeetingId meeting;        // which decided
    std::string meeting_name;
    std::vector<Measure> measures;
    Officer officer;
    calendar::Date on;
};
struct MeasureAnswered {  // 分解为任务
    std::int32_t measure = 0;
    ident::TaskId task;
    Officer officer;
    calendar::Date on;
};
struct MeasureExempted {  // 不需分解任务
    std::int32_t measure = 0;
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct ConveyanceLookedBack {  // 回头看
    bool held = false;         // else gaps were found
    std::string text;
    Officer officer;
    calendar::Date on;
};
struct ConveyanceArchived {  // 归档
    std::string text;        // where it is kept
    Officer officer;
    calendar::Date on;
};
struct ConveyanceWithdrawn {  // 终止: taken out before it was conveyed
    std::string reason;
    Officer officer;
    calendar::Date on;
};

}  // namespace anmin::source
