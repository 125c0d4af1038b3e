// 异议 and 裁定: who was handed a task says it is another's; the issuing office rules (closed-loop
// A.3 model 2).
//
// Only before signing for it and before any work on it. While it is open nothing is reported, urged
// or handed on, and its holder is not among those who have not signed; the date stays, and what was
// late is late. A ruling is final for that handing, whatever the ground: who is overruled signs for
// the task before reporting on it, and only another handing can be objected to again.
#pragma once

#include <optional>
#include <string>

#include "directive/task.h"

namespace anmin::directive {

// Refused (E-TASK-115) while an objection waits for its ruling.
Result<void> not_disputed(const Task& task);
// Nor is it worked on (E-TASK-120) by who was overruled and has not signed for it.
Result<void> taken_on(const Task& task);
// It was handed out before and came back by a ruling: its date was agreed then.
bool handed_before(const Task& task);

struct Object {
    std::string reason;
    std::string proposed;  // the unit held to be in charge; may be empty
};
Result<Event> object(const Task& task, const Object& order, const Officer& officer,
                     calendar::Date on);

struct Ruling {
    bool upheld = false;
    std::string text;            // needed to dismiss it
    std::optional<Owner> owner;  // only of what is upheld: who gets the task at once
};
// By nobody who objected.
Result<Event> rule(const Task& task, const Ruling& order, const Officer& officer,
                   calendar::Date on);

// For apply().
void take(Task& task, const ObjectionRaised& event);
void take(Task& task, const ObjectionRuled& event);

}  // namespace anmin::directive
