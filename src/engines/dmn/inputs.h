// Inputs from outside, where there are only texts, numbers and booleans.
#pragma once

#include "dmn/decide.h"

namespace anmin::dmn {

// Each entry of the context is an input of that name. A text becomes a date, time or duration where
// the model's type asks for one. Names the model does not have are findings E-DMN-220, as they are
// most often a name misspelt.
Parsed<Inputs> inputs_of(const Model& model, const Value& context);

}  // namespace anmin::dmn
