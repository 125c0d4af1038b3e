#include "operations/remind.h"

#include <algorithm>
#include <array>
#include <utility>

#include "operations/task_steps.h"

namespace anmin::operations {
namespace {

using authority::Action;
using directive::Mark;
using directive::Task;
using directive::TaskState;
using directive::Wait;

constexpr std::int32_t looked_at = 500;   // tasks in one person's hands
constexpr int pages_looked_at = 4;        // of so many tasks, for what others wait for
constexpr std::size_t shown = 20;         // rows of a section
constexpr std::int32_t on_the_page = 10;  // rows of each table of the meeting's page

constexpr std::array parts_of_waits{
    std::pair{Wait::sign, MorningPart::sign}, std::pair{Wait::returned, MorningPart::returned},
    std::pair{Wait::late, MorningPart::late}, std::pair{Wait::due_soon, MorningPart::due_soon},
    std::pair{Wait::period, MorningPart::period}};

LedgerRow row_of(Desk& desk, Task task, calendar::Date today) {
    const auto shows = directive::light(task, today, desk.policies.lights);
    return {std::move(task), shows};
}

void add(Morning& morning, MorningPart part, LedgerRow row) {
    auto found = std::find_if(morning.sections.begin(), morning.sections.end(),
                              [part](const auto& one) { return one.part == part; });
    if (found == morning.sections.end()) {
        morning.sections.push_back({part, {}, 0});
        found = morning.sections.end() - 1;
    }
    ++found->total;
    if (found->rows.size() < shown) found->rows.push_back(std::move(row));
}

// What is in the person's own hands, by every reason for which it waits.
Result<void> add_own(Desk& desk, const authority::Actor& actor, Morning& morning) {
    LedgerQuery query;
    query.mine = true;
    query.filter.states = {TaskState::assigned};
    const auto found = TRY(list_tasks(desk, actor, query, {"", looked_at}));
    morning.cut = !found.page.next.empty();
    const auto& work_days = desk.policies.lights.work_days;
    for (const auto& row : found.page.items) {
        if (row.light == directive::Light::due_soon) {
            morning.provisional |= !work_days.knows(morning.as_of, *row.task.due);
        }
        for (const Wait wait : directive::waits_of(row.task, morning.as_of, desk.policies.lights)) {
            const auto part = std::find_if(parts_of_waits.begin(), parts_of_waits.end(),
                                           [wait](const auto& one) { return one.first == wait; });
            CHECK(part != parts_of_waits.end(), "every reason to wait has its section");
            add(morning, part->second, row);
        }
    }
    problem::ProblemFilter filter;
    filter.owner = actor.post;
    filter.states = {problem::ProblemState::planned};
    for (auto& one : TRY(list_problems(desk, actor, filter, {"", looked_at})).items) {
        const bool waits = one.to_resume || one.light == directive::Light::overdue ||
                           one.light == directive::Light::due_soon;
        if (waits && morning.problems.size() < shown) morning.problems.push_back(std::move(one));
    }
    return {};
}

// A section of what the filter finds and the actor may do the step with: nobody is sent to what
// would be refused them. None when there is nothing.
Result<void> add_section(Desk& desk, const authority::Actor& actor,
                         const directive::LedgerFilter& filter, MorningPart part, TaskStep step,
                         Morning& morning) {
    const auto scope = authority::scope_of(actor, Action::verify_task);
    organisation::PageRequest request{"", looked_at};
    for (int page = 0; page < pages_looked_at; ++page) {
        auto found = TRY(desk.tasks.ledger(scope, filter, request));
        for (auto& task : found.page.items) {
            if (!may_step(desk, actor, step, task).ok()) continue;
            add(morning, part, row_of(desk, std::move(task), morning.as_of));
        }
        request.after = std::move(found.page.next);
        if (request.after.empty()) return {};
    }
    morning.cut = true;
    return {};
}

// What others reported and this person may verify, and what is to be looked at again.
Result<void> add_verifying(Desk& desk, const authority::Actor& actor, Morning& morning) {
    directive::LedgerFilter filter;
    filter.states = {TaskState::reported};
    TRY(add_section(desk, actor, filter, MorningPart::verify, TaskStep::verify, morning));
    directive::LedgerFilter again;
    again.marked = {Mark::look_back, morning.as_of};
    return add_section(desk, actor, again, MorningPart::look_back, TaskStep::hold, morning);
}

// What this person's office issued and somebody objects to: it waits for a ruling. Few at a time;
// the tally says without a search that there are none.
Result<void> add_objections(Desk& desk, const authority::Actor& actor, Morning& morning) {
    const auto scope = authority::scope_of(actor, Action::strike_off_task);
    if (TRY(desk.tasks.tally(scope, morning.as_of)).objected == 0) return {};
    directive::LedgerFilter filter;
    filter.states = {TaskState::objected};
    auto found = TRY(desk.tasks.ledger(scope, filter, {"", looked_at}));
    for (auto& task : found.page.items) {
        if (!may_step(desk, actor, TaskStep::rule, task).ok()) continue;
        add(morning, MorningPart::objection, row_of(desk, std::move(task), morning.as_of));
    }
    return {};
}

// Focused problems of the division that are not done, as the lists have them.
Result<std::vector<ProblemRow>> focused_problems(Desk& desk, const authority::Actor& actor,
                                                 const ident::DivisionCode& division) {
    problem::ProblemFilter filter;
    filter.focused = true;
    using enum problem::ProblemState;
    filter.states = {listed, planned, reported, accepted};
    auto found = TRY(list_problems(desk, actor, filter, {"", on_the_page}, division));
    return std::move(found.items);
}

}  // namespace

const char* word(MorningPart part) {
    switch (part) {
        case MorningPart::objection: return "有异议待裁定";
        case MorningPart::sign: return "待签收";
        case MorningPart::returned: return "退回重办";
        case MorningPart::late: return "已超期";
        case MorningPart::due_soon: return "临近时限";
        case MorningPart::period: return "本期进展未报";
        case MorningPart::verify: return "待核验";
        case MorningPart::look_back: return "该回头看";
    }
    CHECK(false, "every part of the morning list has a word");
}

Result<Morning> open_morning(Desk& desk, const authority::Actor& actor) {
    Morning morning;
    morning.as_of = desk.clock.now().date_in_china();
    if (authority::ever_may(actor, Action::report_task)) TRY(add_own(desk, actor, morning));
    if (authority::ever_may(actor, Action::strike_off_task)) {
        TRY(add_objections(desk, actor, morning));
    }
    if (authority::ever_may(actor, Action::verify_task)) TRY(add_verifying(desk, actor, morning));
    std::sort(morning.sections.begin(), morning.sections.end(),
              [](const auto& left, const auto& right) { return left.part < right.part; });
    return morning;
}

Result<Lateness> list_late(Desk& desk, const authority::Actor& actor,
                           const ident::DivisionCode& division) {
    const auto found = TRY(desk.organisation.find_division(division));
    const auto seen = authority::scope_of(actor, Action::see_tasks);
    if (!found || !seen.covers(division)) {
        return Error{Fault::missing,
                     "E-LOAD-020",
                     "区划 " + division.digits(),
                     "没有这个地区，或它不在您的管辖范围内",
                     "本地区和所辖地区",
                     "从本地区逐级打开"};
    }
    Lateness lateness{*found, desk.clock.now().date_in_china(), {}, {}};
    const auto scope = seen.within(division);
    lateness.tally = TRY(desk.tasks.tally(scope, lateness.as_of));
    lateness.below = TRY(desk.reminders.late_below(division, scope.former, lateness.as_of));
    return lateness;
}

Result<Briefing> open_briefing(Desk& desk, const authority::Actor& actor,
                               const ident::DivisionCode& division) {
    Briefing page;
    page.lateness = TRY(list_late(desk, actor, division));
    page.unit = actor.unit_name;
    // Read as the ledger reads them: what a figure counts is what opens behind it.
    LedgerQuery late;
    late.overdue = true;
    late.within = division;
    page.late = TRY(list_tasks(desk, actor, late, {"", on_the_page})).page.items;
    LedgerQuery marked;
    marked.mark = Mark::returned;
    marked.within = division;
    auto returned = TRY(list_tasks(desk, actor, marked, {"", on_the_page}));
    page.returned_total = returned.total;
    page.returned = std::move(returned.page.items);
    marked.mark = Mark::look_back;
    page.look_backs = TRY(list_tasks(desk, actor, marked, {"", 1})).total;
    page.problems = TRY(focused_problems(desk, actor, division));
    return page;
}

}  // namespace anmin::operations
