#include "dmn/read.h"

#include <array>

#include "feel/characters.h"

namespace anmin::dmn {

namespace {

constexpr std::array<std::string_view, 7> dmn_spaces = {
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
    "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
    "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/",
    "https://www.omg.org/spec/DMN/20240513/MODEL/",
};

std::string text_of_child(const xml::Element& element, std::string_view name) {
    const xml::Element* child = element.find_child(name);
    return child ? child->text : std::string();
}

Requirement requirement_of(const xml::Element& element) {
    return {std::string(element.attribute("href")), element.place, unresolved};
}

std::vector<Requirement> requirements_of(const xml::Element& element, std::string_view name) {
    std::vector<Requirement> out;
    for (const xml::Element* child : element.children_named(name))
        out.push_back(requirement_of(*child));
    return out;
}

ItemDefinition read_item(const xml::Element& element) {
    ItemDefinition out;
    out.name = feel::normal_name(element.attribute("name"));
    out.place = element.place;
    out.collection = element.attribute("isCollection") == "true";
    out.type_ref = feel::normal_name(text_of_child(element, "typeRef"));
    if (const auto* allowed = element.find_child("allowedValues"))
        out.allowed = read_text(*allowed, "允许值");
    if (const auto* constraint = element.find_child("typeConstraint"))
        out.constraint = read_text(*constraint, "类型约束");
    for (const xml::Element* component : element.children_named("itemComponent"))
        out.components.push_back(read_item(*component));
    if (const auto* function = element.find_child("functionItem")) {
        out.function = true;
        out.output_ref = function->attribute("outputTypeRef");
        for (const xml::Element* parameter : function->children_named("parameters"))
            out.parameters.push_back(read_variable(*parameter));
    }
    return out;
}

Element read_element(const xml::Element& element, ElementKind kind, int file) {
    Element out;
    out.kind = kind;
    out.file = file;
    out.id = element.attribute("id");
    out.name = feel::normal_name(element.attribute("name"));
    out.description = text_of_child(element, "description");
    out.question = text_of_child(element, "question");
    out.place = element.place;
    if (const auto* variable = element.find_child("variable"))
        out.variable = read_variable(*variable);
    if (out.variable.name.empty()) out.variable.name = out.name;
    for (const xml::Element* required : element.children_named("informationRequirement"))
        for (const xml::Element& target : required->children)
            if (target.name == "requiredDecision" || target.name == "requiredInput")
                out.information.push_back(requirement_of(target));
    for (const xml::Element* required : element.children_named("knowledgeRequirement"))
        for (const xml::Element& target : required->children)
            if (target.name == "requiredKnowledge") out.knowledge.push_back(requirement_of(target));
    out.outputs = requirements_of(element, "outputDecision");
    out.encapsulated = requirements_of(element, "encapsulatedDecision");
    out.input_decisions = requirements_of(element, "inputDecision");
    out.input_data = requirements_of(element, "inputData");
    if (kind == ElementKind::decision) out.logic = read_box_in(element);
    if (kind == ElementKind::knowledge) {
        if (const auto* logic = element.find_child("encapsulatedLogic")) {
            out.logic = read_box(*logic);
            out.logic.kind = BoxKind::function;
        }
    }
    return out;
}

struct KindWord {
    std::string_view word;
    ElementKind kind;
};

constexpr KindWord kinds[] = {
    {"inputData", ElementKind::input},
    {"decision", ElementKind::decision},
    {"businessKnowledgeModel", ElementKind::knowledge},
    {"decisionService", ElementKind::service},
};

}  // namespace

bool is_dmn_space(std::string_view space) {
    for (const std::string_view known : dmn_spaces)
        if (space == known) return true;
    return false;
}

std::string title(const ModelData& model, const Element& element) {
    const char* kind = element.kind == ElementKind::input       ? " 输入“"
                       : element.kind == ElementKind::decision  ? " 决策“"
                       : element.kind == ElementKind::knowledge ? " 知识模型“"
                                                                : " 决策服务“";
    return model.files[static_cast<std::size_t>(element.file)].source + kind + element.name + "”";
}

std::string text_of(const xml::Place& place) {
    return " 第" + std::to_string(place.line) + "行第" + std::to_string(place.column) + "列";
}

std::string title(const ModelData& model, const Element& element, const xml::Place& place) {
    return title(model, element) + text_of(place);
}

Text read_text(const xml::Element& owner, std::string what) {
    Text out;
    out.what = std::move(what);
    out.place = owner.place;
    if (const auto* text = owner.find_child("text")) {
        out.text = text->text;
        out.place = text->text_place;
    }
    return out;
}

Variable read_variable(const xml::Element& element) {
    Variable out;
    out.name = feel::normal_name(element.attribute("name"));
    // DMN 1.1 has qualified names here: "feel:number".
    out.type_ref = feel::normal_name(element.attribute("typeRef"));
    out.place = element.place;
    return out;
}

Result<void> read_file(std::string_view text, const std::string& source, ModelData& model,
                       std::vector<Finding>& findings) {
    const xml::Element root = TRY(xml::parse(text, source));
    if (root.name != "definitions" || !is_dmn_space(root.space))
        return Error{Fault::unsupported,
                     "E-DMN-101",
                     source,
                     "不是 DMN 1.1 至 1.5 的模型",
                     "根元素为 DMN 命名空间的 definitions",
                     "请从建模软件导出 DMN 文件"};
    File file;
    file.source = source;
    file.name = root.attribute("name");
    file.space = root.attribute("namespace");
    for (const xml::Element* import : root.children_named("import")) {
        // Other imports (schemas, PMML) have no elements for us.
        if (!is_dmn_space(import->attribute("importType"))) continue;
        file.imports.push_back({feel::normal_name(import->attribute("name")),
                                std::string(import->attribute("namespace")), import->place,
                                unresolved});
    }
    for (const xml::Element* item : root.children_named("itemDefinition"))
        file.items.push_back(read_item(*item));
    const int index = static_cast<int>(model.files.size());
    for (const xml::Element& child : root.children) {
        if (child.space != root.space) continue;
        for (const KindWord& kind : kinds)
            if (child.name == kind.word)
                model.elements.push_back(read_element(child, kind.kind, index));
    }
    model.files.push_back(std::move(file));
    std::set<std::string> ids;
    for (const Element& element : model.elements) {
        if (element.file != index || element.id.empty() || ids.insert(element.id).second) continue;
        findings.push_back(
            {"E-DMN-102", title(model, element, element.place), "编号 “" + element.id + "” 重复"});
    }
    return {};
}

}  // namespace anmin::dmn
