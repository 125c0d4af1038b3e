// The demonstration's registers: rows as an officer types them, through the operation.
#pragma once

#include "cli/workplace.h"
#include "files/demo_registers.h"

namespace anmin::cli {

Result<void> tell_registers(Workplace& place, const files::DemoRegisters& registers,
                            calendar::Date today);

}  // namespace anmin::cli
