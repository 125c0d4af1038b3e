#include "cli/task_suspend.h"

#include <algorithm>
#include <array>

#include "cli/task_follow.h"
#include "operations/suspend_task.h"

namespace anmin::cli {
namespace {

using directive::SuspensionClock;
using directive::SuspensionGround;

constexpr std::array<std::string_view, 4> verbs{"ask-suspension", "suspend", "refuse-suspension",
                                                "resume"};

Error not_known(const char* option, const std::string& word, const char* expectation) {
    return {Fault::invalid,           "E-CLI-004", option,
            "“" + word + "”不能采用", expectation, "更正后重试"};
}

Result<SuspensionGround> ground_of(const Arguments& arguments) {
    const std::string name = arguments.get("ground", "objective");
    if (name == "disaster") return SuspensionGround::disaster;
    if (name == "policy") return SuspensionGround::policy;
    if (name == "others") return SuspensionGround::others;
    if (name == "procedure") return SuspensionGround::procedure;
    if (name == "objective") return SuspensionGround::objective;
    return not_known("--ground", name, "disaster, policy, others, procedure, objective");
}

Result<SuspensionClock> clock_of(const Arguments& arguments) {
    const std::string name = arguments.get("clock", "");
    if (name == "runs-on") return SuspensionClock::runs_on;
    if (name == "moves") return SuspensionClock::moves;
    return not_known("--clock", name, "runs-on（期限照算）或 moves（期限顺延）");
}

Result<calendar::Date> day_of(const Arguments& arguments, const std::string& option) {
    const std::string word = arguments.get(option, "");
    if (const auto day = calendar::Date::parse(word)) return *day;
    return not_known(option == "from" ? "--from" : "--until", word, "日期，如 2025-03-31");
}

}  // namespace

bool suspends_task(const std::string& verb) {
    return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
}

Result<operations::OpenedTask> suspend_task(operations::Desk& desk,
                                            const operations::Caller& caller,
                                            const Arguments& arguments) {
    const std::string& verb = arguments.words[0];
    operations::TaskNote note{{arguments.words[1]}, 0, arguments.get("text", "")};
    note.seen_version = TRY(operations::open_task(desk, caller.actor, note.task)).task.version;
    if (verb == "refuse-suspension") return operations::refuse_suspension(desk, caller, note);
    if (verb == "resume") return operations::resume_task(desk, caller, note);
    const auto ground = TRY(ground_of(arguments));
    const auto until = TRY(day_of(arguments, "until"));
    if (verb == "ask-suspension") {
        return operations::ask_suspension(
            desk, caller, {note.task, note.seen_version, {ground, note.text, until}});
    }
    const auto clock = TRY(clock_of(arguments));
    const auto from = TRY(day_of(arguments, "from"));
    return operations::suspend_task(
        desk, caller, {note.task, note.seen_version, {ground, note.text, clock, from, until}});
}

}  // namespace anmin::cli
