// 挂起: a task stands still for an objective cause, up to a day that is named (closed-loop A.2).
//
// While it stands still its light is grey, it is not late, nobody urges and no report is taken. The
// rule of the clock is said with it. The day after its last day the task goes on by itself: that is
// read from the dates and never written. What is late already cannot be suspended.
#pragma once

#include <optional>
#include <string>

#include "directive/task.h"

namespace anmin::directive {

// 自然灾害或突发事件, ... ; 期限照算, 期限顺延.
const char* word(SuspensionGround ground);
const char* word(SuspensionClock clock);

// Stands still on that day: of whatever may stand still, a task or a problem.
bool stands_still(const std::optional<Suspension>& suspension, calendar::Date on);
// Its last day that is not late: its date, or the last day of a suspension that goes beyond it.
std::optional<calendar::Date> late_after(const std::optional<calendar::Date>& due,
                                         const std::optional<Suspension>& suspension);
// By how many days a date that moved comes back when the suspension is over on that day.
int days_given_back(const Suspension& suspension, calendar::Date on);

bool suspended(const Task& task, calendar::Date on);
// Refused (E-TASK-101) on such a day: no report, no urging.
Result<void> not_suspended(const Task& task, calendar::Date on);
// Its days, the first and the last among them.
int days_of(const Suspension& suspension);
// For apply(): the suspension, asked for or running, is over; the days that were not used of it are
// given back.
void lift(Task& task, calendar::Date on);
// Refused (E-TASK-101) until a suspension, begun or not, is over: nothing changes dates or holders.
Result<void> not_held_up(const Task& task, calendar::Date on);

// The holder asks.
struct AskSuspension {
    SuspensionGround ground = SuspensionGround::objective;
    std::string reason;
    calendar::Date until;
};
Result<Event> ask_suspension(const Task& task, const AskSuspension& order, const Officer& officer,
                             calendar::Date on);

// The issuer suspends, asked or not. `limit`: the date of the task above, which a date that moves
// stays inside. The date of a task with parts does not move.
struct Suspend {
    SuspensionGround ground = SuspensionGround::objective;
    std::string reason;
    SuspensionClock clock = SuspensionClock::runs_on;
    calendar::Date from;
    calendar::Date until;
};
Result<Event> suspend(const Task& task, const Suspend& order,
                      const std::optional<calendar::Date>& limit, const Officer& officer,
                      calendar::Date on);
Result<Event> refuse_suspension(const Task& task, const std::string& text, const Officer& officer,
                                calendar::Date on);
// Before its last day is over: a date that moved comes back by the days not used.
Result<Event> resume(const Task& task, const std::string& text, const Officer& officer,
                     calendar::Date on);

}  // namespace anmin::directive
