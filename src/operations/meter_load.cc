#include "operations/meter_load.h"

#include <utility>

#include "directive/task_life.h"
#include "operations/one_step.h"

namespace anmin::operations {
namespace {

using authority::Action;
using measure::Indicator;
using measure::Month;

constexpr std::int32_t lines_limit = 200;

Result<organisation::Division> seen_division(Desk& desk, const authority::Actor& actor,
                                             const ident::DivisionCode& code) {
    auto found = TRY(desk.organisation.find_division(code));
    if (found && authority::scope_of(actor, Action::see_tasks).covers(code)) {
        return *std::move(found);
    }
    return Error{Fault::missing,          "E-LOAD-020",
                 "区划 " + code.digits(), "没有这个地区，或它不在您的管辖范围内",
                 "本地区和所辖地区",      "从本地区逐级打开"};
}

Result<Month> month_of(Desk& desk, const std::string& text) {
    if (text.empty()) return Month::of(desk.clock.now().date_in_china());
    if (const auto month = Month::parse(text)) return *month;
    return Error{Fault::invalid,           "E-LOAD-021", "月份",
                 "“" + text + "”不是月份", "如 2025-03", "更正后重试"};
}

organisation::Scope seen_scope(const authority::Actor& actor, const ident::DivisionCode& code) {
    return authority::scope_of(actor, Action::see_tasks).within(code);
}

Result<std::int64_t> value_of(Desk& desk, const Indicator& indicator,
                              const organisation::Scope& scope) {
    switch (indicator.of) {
        case measure::Of::tasks: {
            directive::LedgerFilter filter;
            filter.states = indicator.states;
            if (indicator.overdue) {
                using enum directive::TaskState;
                filter.due_before = desk.clock.now().date_in_china();
                if (filter.states.empty()) {
                    filter.states = {confirmed, assigned, objected, reported, verified};
                }
            }
            return TRY(desk.tasks.ledger(scope, filter, {"", 1})).total;
        }
        case measure::Of::problems:
            return TRY(desk.problems.rows(scope, indicator.query, desk.clock.now().date_in_china(),
                                          {"", 1}))
                .amount;
    }
    CHECK(false, "every kind of indicator is counted");
}

}  // namespace

Result<MeteredLoad> meter_load(Desk& desk, const authority::Actor& actor,
                               const ident::DivisionCode& code, const std::string& month) {
    MeteredLoad metered;
    metered.division = TRY(seen_division(desk, actor, code));
    metered.month = TRY(month_of(desk, month));
    metered.limits = desk.policies.load;
    auto page = TRY(desk.loads.load(seen_scope(actor, code), actor.division, metered.month,
                                    desk.clock.now().date_in_china(), lines_limit));
    metered.divisions = page.divisions;
    metered.counts = page.counts;
    metered.caused = page.caused;
    for (auto& row : page.rows) {
        const auto burden = measure::burden(desk.policies.load, row.division, row.counts.total());
        metered.over += burden == measure::Burden::over ? 1 : 0;
        metered.lines.push_back({std::move(row), burden});
    }
    return metered;
}

Result<OpenedLoad> open_load(Desk& desk, const authority::Actor& actor,
                             const ident::DivisionCode& code, const std::string& month) {
    OpenedLoad opened;
    opened.division = TRY(seen_division(desk, actor, code));
    opened.month = TRY(month_of(desk, month));
    opened.asks = TRY(desk.loads.asks(code, opened.month, desk.clock.now().date_in_china()));
    for (const auto& ask : opened.asks) opened.total += ask.times;
    opened.burden = measure::burden(desk.policies.load, code, opened.total);
    return opened;
}

Result<MeasuredArea> measure_area(Desk& desk, const authority::Actor& actor,
                                  const ident::DivisionCode& code) {
    MeasuredArea area{TRY(seen_division(desk, actor, code)), desk.clock.now().date_in_china(), {}};
    for (const Indicator& indicator : desk.policies.indicators) {
        area.figures.push_back(
            {indicator, TRY(value_of(desk, indicator, seen_scope(actor, code)))});
    }
    return area;
}

Result<std::optional<Measured>> measure_task(Desk& desk, const directive::Task& task) {
    std::optional<Measured> measured;
    if (!task.indicator) return measured;
    // An entry that was taken out of the list measures nothing any more; the page says so.
    const Indicator* found = measure::find_indicator(desk.policies.indicators, task.indicator->id);
    if (found == nullptr) return measured;
    const auto& area = task.owner ? task.owner->division : task.division;
    const organisation::Scope scope{area, organisation::Reach::subtree};
    measured = Measured{*found, TRY(value_of(desk, *found, scope))};
    return measured;
}

Result<OpenedTask> bind_task(Desk& desk, const Caller& caller, const BindTask& order) {
    return move(desk, caller, order.task, order.seen_version, TaskStep::bind,
                [&](const directive::Task& task, const directive::Officer& officer,
                    calendar::Date today) -> Result<directive::Event> {
                    const Indicator* found =
                        measure::find_indicator(desk.policies.indicators, order.indicator);
                    if (found == nullptr) {
                        return Error{Fault::invalid,
                                     "E-LOAD-022",
                                     "指标 " + order.indicator,
                                     "没有这个指标",
                                     "packages/indicator 中列出的指标",
                                     "从列表中选择"};
                    }
                    return directive::bind(task, {found->id, found->name, found->unit}, officer,
                                           today);
                });
}

}  // namespace anmin::operations
