// What happens to a task between its assignment and its end: signing for it, period reports,
// urging, extension, look-back, giving up (closed-loop A.2, A.3 model 3). Each decides and changes
// nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directive/task.h"

namespace anmin::directive {

Result<Event> sign_for(const Task& task, const Officer& officer, calendar::Date on);

struct Progress {
    std::string text;
    std::optional<std::int64_t> thousandths;  // done so far; needs evidence
    std::vector<Evidence> evidence;
};
Result<Event> progress(const Task& task, const Progress& order, const Officer& officer,
                       calendar::Date on);

enum class Urging { by_hand, automatic };
// Once a day at most.
Result<Event> urge(const Task& task, Urging kind, const std::string& text, const Officer& officer,
                   calendar::Date on);

struct AskExtension {
    calendar::Date due;
    std::string reason;
};
// Only on or before the day it is due: an extension never heals a lateness that is there.
Result<Event> ask_extension(const Task& task, const AskExtension& order, const Officer& officer,
                            calendar::Date on);

struct AnswerExtension {
    bool granted = false;
    std::string text;  // a refusal gives its reason
};
// `limit`: the date of the task above, when there is one.
Result<Event> answer_extension(const Task& task, const AnswerExtension& order,
                               const std::optional<calendar::Date>& limit, const Officer& officer,
                               calendar::Date on);

enum class LookBack { held, rebounded };
// By nobody who did a part of the work. Held is said of what was closed at least the rule's months
// ago; what did not hold may be found at any time.
Result<Event> look_back(const Task& task, LookBack found, const std::string& text,
                        const Officer& officer, calendar::Date on, const LookBackRule& rule = {});

// A task above a part that is open again is open again too, and a report of it goes back; what was
// given up stays so, and what is below it with it.
Result<Event> reopen_above(const Task& task, const Task& part, const Officer& officer,
                           calendar::Date on);

// From now on the target is measured by an indicator instead of typed figures.
struct BindTarget {
    std::string indicator;
    std::string name;
    std::string unit;  // must be the target's
};
Result<Event> bind(const Task& task, const BindTarget& order, const Officer& officer,
                   calendar::Date on);

Result<Event> end(const Task& task, const std::string& reason, const Officer& officer,
                  calendar::Date on, const Below& below);

}  // namespace anmin::directive
