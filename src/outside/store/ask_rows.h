// The rows that are folded beside a task's own: asks (the load meter) and marks (reminders).
#pragma once

#include <string>
#include <vector>

#include "directive/reminder.h"
#include "measure/load.h"
#include "problem/problem.h"
#include "store/database.h"

namespace anmin::store {

std::string_view word_of_ask(measure::Ask ask);
std::optional<measure::Ask> ask_named(std::string_view word);
std::string_view word_of_mark(directive::Mark mark);
std::string_view word_of_period(directive::Period period);
std::optional<directive::Period> period_named(std::string_view word);

// A task was handed to its owner on a day; nothing for owners that are not metered.
Result<void> ask_for_task(Connection& connection, const directive::Task& task, calendar::Date on);
// The parts of a fan-out, by few statements.
Result<void> ask_for_parts(Connection& connection, const std::vector<directive::Task>& parts,
                           calendar::Date on);
Result<void> ask_for_problem(Connection& connection, const problem::Problem& problem,
                             calendar::Date on);
// A change of the task: its marks, and how long its period report is asked for.
Result<void> follow_change(Connection& connection, const directive::Task& before,
                           const directive::Task& after, calendar::Date on);

}  // namespace anmin::store
