// The demonstration's problem lists: field work, raw remarks, merged problems, a register that is
// nearly done. Everything is decided by the office and committed as events, so that the figures of
// the pages are counted, never written down.
#pragma once

#include "cli/workplace.h"
#include "files/demo_field_work.h"
#include "operations/move_task.h"

namespace anmin::cli {

// By the ministry's office, `today` being the day of the story.
Result<void> tell_problems(Workplace& place, const files::DemoFieldWork& work,
                           calendar::Date today);

}  // namespace anmin::cli
