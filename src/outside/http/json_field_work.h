// The shapes of a mission that is opened and of the records of its groups.
#pragma once

#include "http/json_writer.h"
#include "operations/field_work.h"

namespace anmin::http {

void write(JsonWriter& out, const problem::GroupTally& group);
void write(JsonWriter& out, const operations::OpenedMission& opened);
void write(JsonWriter& out, const problem::LoggedActivity& activity);
void write(JsonWriter& out, const problem::GroupRecords& records);

}  // namespace anmin::http
