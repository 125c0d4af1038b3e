#include "dmn/load.h"

#include "dmn/compile.h"
#include "dmn/read.h"

namespace anmin::dmn {

namespace {

// The element an href names: "#id", or "namespace#id".
int find_element(const ModelData& model, int file, const std::string& href) {
    const std::size_t hash = href.find('#');
    const std::string space = hash == std::string::npos ? std::string() : href.substr(0, hash);
    const std::string id = hash == std::string::npos ? href : href.substr(hash + 1);
    for (std::size_t i = 0; i < model.elements.size(); ++i) {
        const Element& element = model.elements[i];
        if (element.id != id) continue;
        const File& owner = model.files[static_cast<std::size_t>(element.file)];
        if (space.empty() ? element.file == file : owner.space == space) return static_cast<int>(i);
    }
    return unresolved;
}

void link_requirements(ModelData& model, const Element& element, std::vector<Requirement>& list,
                       std::vector<Finding>& findings) {
    for (Requirement& requirement : list) {
        requirement.element = find_element(model, element.file, requirement.href);
        if (requirement.element == unresolved)
            findings.push_back({"E-DMN-111", title(model, element, requirement.place),
                                "没有 “" + requirement.href + "” 所指的元素"});
    }
}

// Does following requirements lead back to `index`?
class Cycles {
public:
    explicit Cycles(const ModelData& model) : model_(model), state_(model.elements.size()) {}

    bool from(int index) {
        const auto at = static_cast<std::size_t>(index);
        if (state_[at] == State::done) return false;
        if (state_[at] == State::open) return true;
        state_[at] = State::open;
        bool found = false;
        if (model_.elements[at].kind == ElementKind::decision)
            for (const Requirement& next : model_.elements[at].information)
                if (!found && next.element != unresolved) found = from(next.element);
        state_[at] = State::done;
        return found;
    }

private:
    enum class State : std::uint8_t { fresh, open, done };
    const ModelData& model_;
    std::vector<State> state_;
};

}  // namespace

void link(ModelData& model, std::vector<Finding>& findings) {
    for (File& file : model.files)
        for (Import& import : file.imports) {
            for (std::size_t i = 0; i < model.files.size(); ++i)
                if (model.files[i].space == import.space) import.file = static_cast<int>(i);
            if (import.file == unresolved)
                findings.push_back({"E-DMN-110", file.source + text_of(import.place),
                                    "没有给出所导入的模型 “" + import.space + "”"});
        }
    for (Element& element : model.elements) {
        link_requirements(model, element, element.information, findings);
        link_requirements(model, element, element.knowledge, findings);
        link_requirements(model, element, element.outputs, findings);
        link_requirements(model, element, element.encapsulated, findings);
        link_requirements(model, element, element.input_decisions, findings);
        link_requirements(model, element, element.input_data, findings);
    }
    Cycles cycles(model);
    for (std::size_t i = 0; i < model.elements.size(); ++i)
        if (cycles.from(static_cast<int>(i)))
            findings.push_back({"E-DMN-112",
                                title(model, model.elements[i], model.elements[i].place),
                                "决策互相要求，成了循环"});
}

const Element* Model::find(ElementKind kind, std::string_view name) const {
    for (const Element& element : data_.elements)
        if (element.file == 0 && element.kind == kind && element.name == name) return &element;
    return nullptr;
}

const Element* Model::find_input(std::string_view name, std::string_view space) const {
    for (const Element& element : data_.elements) {
        if (element.kind != ElementKind::input && element.kind != ElementKind::decision) continue;
        if (element.name != name) continue;
        const File& file = data_.files[static_cast<std::size_t>(element.file)];
        if (space.empty() ? element.file == 0 : file.space == space) return &element;
    }
    return nullptr;
}

Result<Parsed<Model>> load(const std::vector<Document>& documents) {
    Parsed<Model> out;
    ModelData model;
    CHECK(!documents.empty(), "a model to load");
    TRY(read_file(documents[0].text, documents[0].name, model, out.findings));
    // Of the others only those that are imported, by the model or by one another.
    std::vector<std::string> spaces;
    for (std::size_t i = 1; i < documents.size(); ++i) {
        const auto root = xml::parse(documents[i].text, documents[i].name);
        spaces.push_back(root.ok() ? std::string(root.value().attribute("namespace")) : "");
    }
    for (std::size_t file = 0; file < model.files.size(); ++file)
        for (std::size_t import = 0; import < model.files[file].imports.size(); ++import)
            for (std::size_t i = 1; i < documents.size(); ++i) {
                std::string& space = spaces[i - 1];
                if (space.empty() || space != model.files[file].imports[import].space) continue;
                auto read = read_file(documents[i].text, documents[i].name, model, out.findings);
                if (!read.ok())
                    out.findings.push_back(
                        {read.error().code, read.error().place, read.error().finding});
                space.clear();
            }
    link(model, out.findings);
    compile_types(model, out.findings);
    compile_logic(model, out.findings);
    out.value = Model(std::move(model));
    return out;
}

}  // namespace anmin::dmn
