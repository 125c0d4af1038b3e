// Reading DMN files. Internal to the room; the way in is load.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dmn/model.h"
#include "result/result.h"

namespace anmin::dmn {

// SPEC: the model namespaces of DMN 1.1 to 1.6.
bool is_dmn_space(std::string_view space);

// Adds the file and its elements to the model. Findings: E-DMN-1nn.
Result<void> read_file(std::string_view text, const std::string& source, ModelData& model,
                       std::vector<Finding>& findings);

// A boxed expression among the children of `parent`; kind none when there is none.
Box read_box_in(const xml::Element& parent);
Box read_box(const xml::Element& element);
Table read_table(const xml::Element& element);
Text read_text(const xml::Element& owner, std::string what);
Variable read_variable(const xml::Element& element);

}  // namespace anmin::dmn
