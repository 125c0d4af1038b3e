// The shapes of reminders, of the page for a meeting, of the load meter and of indicators.
#pragma once

#include "http/json_writer.h"
#include "operations/meter_load.h"
#include "operations/remind.h"

namespace anmin::http {

void write(JsonWriter& out, const operations::Morning& morning);
void write(JsonWriter& out, const operations::Lateness& lateness);
void write(JsonWriter& out, const operations::Briefing& briefing);
void write(JsonWriter& out, const operations::MeteredLoad& load);
void write(JsonWriter& out, const operations::OpenedLoad& load);
void write(JsonWriter& out, const operations::MeasuredArea& area);

}  // namespace anmin::http
