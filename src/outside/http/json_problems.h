// The shapes of field work, problems and figures.
#pragma once

#include <string_view>

#include "http/json_writer.h"
#include "operations/open_problem.h"

namespace anmin::http {

std::string_view name_of(problem::ProblemState state);

void write(JsonWriter& out, const problem::Mission& mission);
void write(JsonWriter& out, const problem::TakenRemark& taken);
void write(JsonWriter& out, const operations::OpenedList& opened);
void write(JsonWriter& out, const operations::ProblemRow& row);
void write(JsonWriter& out, const operations::OpenedProblem& opened);
void write(JsonWriter& out, const operations::AnsweredQuery& answered);
void write(JsonWriter& out, const problem::FigureRows& rows);

}  // namespace anmin::http
