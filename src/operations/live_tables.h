// The rows of the tables that show what the system knows already (registers::Source): how a task,
// a problem, a group of field work stands in the columns of closed-loop E.2.
#pragma once

#include <string>

#include "directive/book.h"
#include "operations/desk.h"
#include "problem/problem_store.h"

namespace anmin::operations {

// Each gives a text for every column of the table, by the column's key; unknown keys stay empty.
registers::Cells book_cells(const registers::Definition& table, const directive::Task& task);
registers::Cells task_cells(const registers::Definition& table, const directive::Task& task,
                            directive::Light light);
registers::Cells problem_cells(const registers::Definition& table, const problem::Problem& problem,
                               const std::string& list_name, directive::Light light);
registers::Cells closing_cells(const registers::Definition& table, const problem::Problem& problem);
registers::Cells group_cells(const registers::Definition& table, const problem::GroupTally& group);

// The column of the 任务分解表 that a column of tables 1 and 2 is written into.
std::optional<directive::BookColumn> book_column_of(const std::string& key);

}  // namespace anmin::operations
