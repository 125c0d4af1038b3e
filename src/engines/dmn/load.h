// From DMN files to a model that can decide. Start here (then decide.h).
//
// Everything is resolved when the model is loaded: references, types, names and expressions. What
// is wrong is said once, with file, element, line and column.
#pragma once

#include <string>
#include <vector>

#include "dmn/model.h"
#include "result/result.h"

namespace anmin::dmn {

struct Document {
    std::string name;  // for messages: "低保.dmn"
    std::string text;
};

class Model {
public:
    Model() = default;
    explicit Model(ModelData data) : data_(std::move(data)) {}

    const ModelData& data() const { return data_; }
    // Elements of the model itself (not of its imports), by name; nullptr when there is none.
    const Element* find(ElementKind kind, std::string_view name) const;
    const Element* find_input(std::string_view name, std::string_view space) const;
    int index_of(const Element& element) const {
        return static_cast<int>(&element - data_.elements.data());
    }

private:
    ModelData data_;
};

// documents[0] is the model, the others are what it may import (found by namespace). Error: the
// first document is no DMN at all. Findings: E-DMN-1nn for the model, E-FEEL-1nn for its
// expressions; each of them means that the model decides nothing until it is mended.
Result<Parsed<Model>> load(const std::vector<Document>& documents);

}  // namespace anmin::dmn
