// The load meter and the figures that nobody is asked for.
#pragma once

#include <string>
#include <vector>

#include "operations/desk.h"
#include "operations/open_task.h"

namespace anmin::operations {

struct LoadLine {
    measure::LoadRow row;
    measure::Burden burden = measure::Burden::unlimited;
};
struct MeteredLoad {
    organisation::Division division;
    measure::Month month;
    measure::Limits limits;
    std::vector<LoadLine> lines;  // most loaded first
    std::int64_t divisions = 0;
    std::int64_t over = 0;  // of the lines shown: beyond what is bearable
    measure::Counts counts;
    std::int64_t caused = 0;  // by the actor's own division
};
// No month: the current one. E-LOAD-020 for a division outside the actor's area; E-LOAD-021 for
// what is no month.
Result<MeteredLoad> meter_load(Desk& desk, const authority::Actor& actor,
                               const ident::DivisionCode& division, const std::string& month);

struct OpenedLoad {
    organisation::Division division;
    measure::Month month;
    measure::Burden burden = measure::Burden::unlimited;
    std::int64_t total = 0;
    std::vector<measure::AskRow> asks;
};
Result<OpenedLoad> open_load(Desk& desk, const authority::Actor& actor,
                             const ident::DivisionCode& division, const std::string& month);

// An indicator with its value in an area, now.
struct Measured {
    measure::Indicator indicator;
    std::int64_t value = 0;
};
struct MeasuredArea {
    organisation::Division division;
    calendar::Date as_of;
    std::vector<Measured> figures;
};
Result<MeasuredArea> measure_area(Desk& desk, const authority::Actor& actor,
                                  const ident::DivisionCode& division);

// What a task's target comes to by the indicator it is bound to, in its owner's area.
Result<std::optional<Measured>> measure_task(Desk& desk, const directive::Task& task);

struct BindTask {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    std::string indicator;
};
// E-LOAD-022 for an indicator that is not in the list.
Result<OpenedTask> bind_task(Desk& desk, const Caller& caller, const BindTask& order);

}  // namespace anmin::operations
