// Which column fills which input of a model, and one household as the row engine is given it.
//
// A column serves an input, or a component of an input, whose name is the column's label (or name).
// The input that is a list of contexts, or the component that is, holds the members. A row without
// a value is "not given" — unless the type of the component names null among its allowed values:
// then null is the value.
#pragma once

#include <string>
#include <vector>

#include "dmn/decide.h"
#include "frame/frame.h"
#include "result/result.h"

namespace anmin::batch {

struct BoundField {
    std::string name;
    std::size_t column = 0;
    feel::TypePtr type;
    bool null_is_value = false;
};

// An input of the model.
struct BoundInput {
    enum class Kind : std::uint8_t { constant, column, household, members };
    int element = -1;
    std::string name;
    Kind kind = Kind::constant;
    feel::Value value;                // constant
    BoundField field;                 // column
    std::vector<BoundField> fields;   // household: columns of households
    std::string members_name;         // household: the component that holds the members, or empty
    std::vector<BoundField> members;  // household, members: columns of members
};

struct Binding {
    std::vector<BoundInput> inputs;
};

// Errors: E-BATCH-001 an input that neither a column nor a constant fills, or a column of another
// type; with all of them named.
Result<Binding> binding_of(const dmn::Model& model, const dmn::Inputs& constants,
                           const frame::Frame& households);

// What the row engine is given for one household.
dmn::Inputs inputs_of(const Binding& binding, const frame::Frame& households, std::size_t row);

// The value of a column at a row; null where there is none.
feel::Value value_at(const frame::Column& column, std::size_t row);

}  // namespace anmin::batch
