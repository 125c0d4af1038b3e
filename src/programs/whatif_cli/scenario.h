// The models, their inputs and the plans of all scenarios. Internal to the room.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "batch/plan.h"
#include "dmn/load.h"
#include "population/population.h"
#include "result/result.h"
#include "whatif_cli/order.h"

namespace anmin::whatif_cli {

struct Scenario {
    std::string title;
    batch::Plan plan;
};

struct Scenarios {
    std::deque<dmn::Model> models;  // plans refer to them
    std::vector<Scenario> all;      // [0] the baseline
    std::vector<std::string> messages;
    std::size_t tier = 0;    // of the household columns
    std::size_t cliffs = 0;  // of the member columns, when asked for
    std::size_t division = 0;
};

// The columns of a population with their ranges over all rows, as plans are made from.
Result<frame::Frame> layout_of(const population::Population& population, const WhatIf& order);

// Errors: those of dmn and batch; E-WHATIF-002 the model has faults, E-WHATIF-003 a column of the
// order is not there, E-WHATIF-004 the day or the file of inputs is none.
Result<Scenarios> scenarios_of(const WhatIf& order, const frame::Frame& layout);

}  // namespace anmin::whatif_cli
