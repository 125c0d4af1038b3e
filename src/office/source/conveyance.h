// A matter that is to be conveyed (传达事项), from its receipt by way of the agenda pool to the
// archive (closed-loop A.3 model 1).
//
// Its own events say how far it has come; whether everybody was reached and the derived tasks are
// closed is never typed in: the caller computes it from the meetings and the tasks and hands it in
// as a Standing. Like a task: functions named by a verb decide and return an event or an Error
// E-SRC-02x/03x, apply() alone changes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "directive/task.h"
#include "source/source.h"

namespace anmin::source {

// What is policy: packages/source/rules.json.
struct SessionForm {
    std::string id;
    std::string label;  // 党组会议
};
struct ConveyRule {
    std::string basis;    // from where the limit is taken
    int convey_days = 0;  // calendar days from receipt to the meeting
    std::vector<SessionForm> forms{};
};

enum class ConveyanceState {
    received,     // 待列议题
    pooled,       // 已列入议题
    conveyed,     // 已传达
    decided,      // 贯彻意见已定
    broken_down,  // 已分解: every measure has its task, or is said to need none
    looked_back,  // 已回头看: and it held
    archived,     // 已归档
    withdrawn,    // 已终止
};
const char* word(ConveyanceState state);

struct DecidedMeasure {
    Measure measure;
    std::vector<ident::TaskId> tasks;
    std::string exempt;  // why it needs no task; empty: it needs one

    bool settled() const { return !tasks.empty() || !exempt.empty(); }
    bool operator==(const DecidedMeasure&) const = default;
};
struct ConveyedAt {
    MeetingId meeting;
    std::string name;
    calendar::Date held_on;

    bool operator==(const ConveyedAt&) const = default;
};
struct Conveyance {
    ConveyanceId id;
    std::int64_t version = 0;
    ConveyanceState state = ConveyanceState::received;
    std::string title;
    std::string number;
    std::string from;
    std::optional<SourceName> source;
    calendar::Date received_on;
    calendar::Date convey_by;
    bool first_topic = false;
    ident::DivisionCode division;
    std::string issuer;
    std::string planned_meeting;
    std::optional<calendar::Date> planned_on;
    std::int32_t place = 0;
    std::vector<ConveyedAt> meetings;           // that conveyed it
    std::optional<calendar::Date> conveyed_on;  // the earliest of them
    std::string proposed_by;
    std::string decided_at;  // name of the meeting that decided last
    std::optional<MeetingId> decided_by;
    std::vector<DecidedMeasure> measures;
    std::vector<directive::Step> steps;

    bool operator==(const Conveyance&) const = default;
};

// Within its limit or late. Waiting ones are measured by `as_of`; one conveyed late stays late.
enum class Timeliness { waiting, in_time, late };
Timeliness timeliness(const Conveyance& conveyance, calendar::Date as_of);
// Days from receipt to conveyance, or to `as_of` while it waits.
int days_waited(const Conveyance& conveyance, calendar::Date as_of);

// What stands outside its stream, computed when it is asked for.
struct Standing {
    Reach reach;              // over all meetings that conveyed it
    std::int64_t tasks = 0;   // that answer its measures, each once
    std::int64_t closed = 0;  // of them

    // Nobody counted is nobody known: that is not "all".
    bool covered() const { return reach.persons > 0 && reach.persons_reached >= reach.persons; }
};

// --- deciding; the limit is set from the rule

// What two matters of one office have in common when they are about the same paper: what it is
// here, or its number and title, or without a number title, sender and day of receipt. Spaces do
// not count.
std::string paper_of(const Conveyance& conveyance);
// `same`: a matter about that paper which still stands; then E-SRC-038.
Result<Event> receive(ConveyanceReceived order, const ConveyRule& rule,
                      const std::optional<Conveyance>& same = {});
Result<Event> pool(const Conveyance& conveyance, ConveyancePooled order);
// The meeting that takes it up: not one held before it was received, each once.
Result<Event> convey(const Conveyance& conveyance, ConveyanceConveyed order);
// Numbers are given here. The meeting that conveyed it, or a later one.
Result<Event> decide_measures(const Conveyance& conveyance, MeasuresDecided order,
                              calendar::Date decided_on);
Result<Event> answer_measure(const Conveyance& conveyance, MeasureAnswered order);
Result<Event> exempt_measure(const Conveyance& conveyance, MeasureExempted order);
// By somebody who did none of it. That it held is only said when nothing is outstanding.
Result<Event> look_back(const Conveyance& conveyance, ConveyanceLookedBack order,
                        const Standing& standing);
Result<Event> archive(const Conveyance& conveyance, ConveyanceArchived order,
                      const Standing& standing);
// Before it was conveyed, by another than who entered it.
Result<Event> withdraw(const Conveyance& conveyance, ConveyanceWithdrawn order);

// In these states the step may be open to somebody.
bool takes_measures(const Conveyance& conveyance);
bool takes_meeting(const Conveyance& conveyance);
bool takes_look_back(const Conveyance& conveyance);
bool takes_withdrawal(const Conveyance& conveyance);

// Who entered, conveyed, decided or broke it down, and when.
std::vector<directive::Deed> deeds_of(const Conveyance& conveyance);
std::vector<directive::Deed> entered_by(const Conveyance& conveyance);

// --- applying

Conveyance start(const ConveyanceReceived& event);
// INVARIANT: `event` is one of a conveyance's stream behind ConveyanceReceived.
Conveyance apply(Conveyance conveyance, const Event& event);

}  // namespace anmin::source
