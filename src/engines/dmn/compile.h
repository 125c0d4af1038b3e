// Compiling a model that was read. Internal to the room; the way in is load.h.
#pragma once

#include <vector>

#include "dmn/model.h"
#include "result/result.h"

namespace anmin::dmn {

// Links imports and requirements to files and elements. Findings: E-DMN-11n.
void link(ModelData& model, std::vector<Finding>& findings);

// Item definitions to types, of all files. Findings: E-DMN-12n.
void compile_types(ModelData& model, std::vector<Finding>& findings);

// A typeRef of a file; nullptr for none, "Any" and unknown ones (which are findings).
TypePtr find_type(const ModelData& model, int file, const std::string& reference);

// The types of a file for feel.
class TypeNames : public feel::Scope::Types {
public:
    TypeNames(const ModelData& model, int file) : model_(model), file_(file) {}
    TypePtr find_type(const std::string& name) const override {
        return dmn::find_type(model_, file_, name);
    }
    const std::set<std::string>& type_names() const override {
        return model_.files[static_cast<std::size_t>(file_)].type_names;
    }

private:
    const ModelData& model_;
    int file_;
};

// The tests of the allowedValues of a definition, in their order; nullptr when it has none.
const Tests* allowed_values(const feel::Type& type);

// All logic of all elements. Findings: E-DMN-13n and those of feel.
void compile_logic(ModelData& model, std::vector<Finding>& findings);

}  // namespace anmin::dmn
