// Reading models for the commands. Internal to the room.
#pragma once

#include <string>
#include <vector>

#include "dmn/load.h"
#include "result/result.h"

namespace anmin::rules_cli {

// The model, then the other models of its folder if it imports any.
Result<std::vector<dmn::Document>> read_documents(const std::string& path);

}  // namespace anmin::rules_cli
