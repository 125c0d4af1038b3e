// Logic of elements: names to slots, texts to code.
#include "dmn/compile.h"

#include "feel/builtins.h"
#include "feel/characters.h"

namespace anmin::dmn {

namespace {

using feel::Shape;
using feel::Type;

class LogicCompiler {
public:
    LogicCompiler(ModelData& model, Element& element, std::vector<Finding>& findings)
        : model_(model), element_(element), findings_(findings), types_(model, element.file) {
        scope_.members = &model.members;
        scope_.types = &types_;
    }

    void run() {
        for (const Source& source : element_.sources) declare(source.name, source_type(source));
        box(element_.logic);
        element_.slots = slots_;
    }

private:
    TypePtr source_type(const Source& source) const {
        if (!source.import) return type_of(model_.elements[at(source.elements[0])]);
        auto type = std::make_shared<Type>();
        type->shape = Shape::context;
        for (const int index : source.elements) {
            const Element& element = model_.elements[at(index)];
            type->fields.push_back({element.variable.name, type_of(element)});
        }
        return type;
    }

    static TypePtr type_of(const Element& element) {
        if (element.kind != ElementKind::knowledge && element.kind != ElementKind::service)
            return element.variable.type;
        auto type = std::make_shared<Type>();
        type->shape = Shape::function;
        for (const auto& parameter : element.parameters) type->parameters.push_back(parameter.type);
        type->result = element.result;
        return type;
    }

    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    int declare(const std::string& name, TypePtr type) {
        scope_.names.push_back({name, std::move(type)});
        slots_ = std::max(slots_, static_cast<int>(scope_.names.size()));
        return static_cast<int>(scope_.names.size()) - 1;
    }

    void forget(std::size_t names) { scope_.names.resize(names); }

    feel::Source source_of(const Text& text) const {
        feel::Source out;
        out.text = text.text;
        out.element = title(model_, element_);
        if (!text.what.empty()) out.element += " " + text.what;
        out.line = text.place.line;
        out.column = text.place.column;
        return out;
    }

    std::shared_ptr<const Code> expression(const Text& text) {
        auto compiled = feel::compile(source_of(text), scope_);
        for (Finding& finding : compiled.findings) findings_.push_back(std::move(finding));
        slots_ = std::max(slots_, compiled.value->slots);
        return compiled.value;
    }

    Tests tests(const Text& text, const TypePtr& input) {
        auto compiled = feel::compile_tests(source_of(text), scope_, input);
        for (Finding& finding : compiled.findings) findings_.push_back(std::move(finding));
        slots_ = std::max(slots_, compiled.value.code->slots);
        return std::move(compiled.value);
    }

    void resolve(Variable& variable) {
        variable.type = find_type(model_, element_.file, variable.type_ref);
        const bool any = variable.type_ref.empty() || variable.type_ref == "Any" ||
                         variable.type_ref.ends_with(":Any") || variable.type_ref == "any" ||
                         variable.type_ref.ends_with(":any");
        if (!variable.type && !any)
            report("E-DMN-120", variable.place, "没有名为 “" + variable.type_ref + "” 的数据类型");
    }

    void report(const char* code, const xml::Place& place, std::string text) {
        findings_.push_back({code, title(model_, element_, place), std::move(text)});
    }

    void box(Box& out) {
        resolve(out.result);
        switch (out.kind) {
            case BoxKind::none: break;
            case BoxKind::literal: out.code = expression(out.text); break;
            case BoxKind::table: table(*out.table); break;
            case BoxKind::context: context(out); break;
            case BoxKind::function: function(out); break;
            case BoxKind::iteration:
            case BoxKind::some:
            case BoxKind::every: iterator(out); break;
            case BoxKind::filter: filter(out); break;
            case BoxKind::invocation:
                for (const Variable& name : out.names) out.arguments.push_back(name.name);
                [[fallthrough]];
            case BoxKind::list:
            case BoxKind::conditional:
                for (Box& part : out.parts) box(part);
                break;
            case BoxKind::relation:
                for (Variable& column : out.names) {
                    resolve(column);
                    model_.members.insert(column.name);
                }
                for (Box& part : out.parts) box(part);
                break;
        }
    }

    void context(Box& out) {
        const std::size_t names = scope_.names.size();
        out.slot = static_cast<int>(names);
        for (std::size_t i = 0; i < out.parts.size(); ++i) {
            Variable& name = out.names[i];
            resolve(name);
            // Every entry takes a slot, the result too, so that slot + i holds.
            const int slot = out.slot + static_cast<int>(i);
            const bool itself = names_itself(name.name, out.parts[i]);
            if (itself) {
                declare(name.name, name.type);
                out.parts[i].itself = scope_.itself = slot;
            }
            box(out.parts[i]);
            scope_.itself = -1;
            TypePtr type = name.type;
            if (!type && out.parts[i].code) type = out.parts[i].code->result;
            if (!itself)
                declare(name.name.empty() ? std::string("\x01") : name.name, std::move(type));
            if (!name.name.empty()) model_.members.insert(name.name);
        }
        forget(names);
    }

    // May the function of an entry use itself by the entry's name? Unless that means another thing.
    bool names_itself(const std::string& name, const Box& part) const {
        const bool function = part.kind == BoxKind::function ||
                              (part.kind == BoxKind::literal &&
                               feel::normal_name(part.text.text).starts_with("function"));
        if (name.empty() || !function) return false;
        for (const feel::Parameter& known : scope_.names)
            if (known.name == name) return false;
        return feel::find_builtin(name) == nullptr;
    }

    void function(Box& out) {
        const std::size_t names = scope_.names.size();
        out.slot = static_cast<int>(names);
        scope_.itself = -1;
        for (Variable& parameter : out.names) {
            resolve(parameter);
            declare(parameter.name, parameter.type);
        }
        for (Box& part : out.parts) box(part);
        forget(names);
    }

    void iterator(Box& out) {
        box(out.parts[0]);
        const std::size_t names = scope_.names.size();
        const TypePtr list = out.parts[0].code ? out.parts[0].code->result : nullptr;
        out.slot = declare(out.names[0].name,
                           list && list->shape == Shape::list ? list->element : nullptr);
        if (out.kind == BoxKind::iteration) declare("partial", nullptr);
        box(out.parts[1]);
        forget(names);
    }

    void filter(Box& out) {
        box(out.parts[0]);
        const std::size_t names = scope_.names.size();
        const TypePtr list = out.parts[0].code ? out.parts[0].code->result : nullptr;
        out.slot = declare("item", list && list->shape == Shape::list ? list->element : nullptr);
        scope_.items.push_back(out.slot);
        box(out.parts[1]);
        scope_.items.pop_back();
        forget(names);
    }

    void table(Table& out) {
        for (Input& input : out.inputs) {
            resolve(input.variable);
            input.code = expression(input.text);
            if (!input.variable.type) input.variable.type = input.code->result;
            if (input.has_allowed) input.allowed = tests(input.allowed_text, input.variable.type);
        }
        for (Output& output : out.outputs) outputs(output, type_of_column(out, output));
        for (Rule& rule : out.rules) {
            if (rule.test_texts.size() != out.inputs.size() ||
                rule.output_texts.size() != out.outputs.size())
                report("E-DMN-130", rule.place, "规则的单元格数与表头不符");
            for (std::size_t i = 0; i < rule.test_texts.size() && i < out.inputs.size(); ++i)
                rule.tests.push_back(tests(rule.test_texts[i], out.inputs[i].variable.type));
            for (const Text& text : rule.output_texts) rule.outputs.push_back(expression(text));
        }
    }

    // The type of an output column: its own, or what the decision of this table says of it.
    TypePtr type_of_column(const Table& table, const Output& output) {
        if (!output.variable.type_ref.empty())
            return find_type(model_, element_.file, output.variable.type_ref);
        if (element_.logic.table.get() != &table) return nullptr;
        const feel::Type* whole = element_.variable.type.get();
        TypePtr of_whole = element_.variable.type;
        if (whole && whole->shape == Shape::list) of_whole = whole->element;
        if (table.outputs.size() == 1 || !of_whole) return of_whole;
        const feel::Field* field = of_whole->find_field(output.name);
        return field ? field->type : nullptr;
    }

    void outputs(Output& output, const TypePtr& type) {
        resolve(output.variable);
        if (output.has_allowed) output.allowed = tests(output.allowed_text, output.variable.type);
        // For the policies that rank outputs: each value of the list by itself. SPEC: 8.2.10: the
        // list of the column, or the one of its type.
        const Tests* listed = output.has_allowed ? &output.allowed
                              : type             ? allowed_values(*type)
                                                 : nullptr;
        for (std::size_t i = 0; listed && i < listed->code->root->kids.size(); ++i) {
            const feel::Node& node = *listed->code->root->kids[i];
            Text one = output.allowed_text;
            one.text = listed->code->source->text.substr(node.begin, node.end - node.begin);
            output.order.push_back(feel::compile(source_of(one), scope_).value);
        }
        if (!feel::normal_name(output.default_text.text).empty())
            output.default_code = expression(output.default_text);
        if (!output.name.empty()) model_.members.insert(output.name);
    }

    ModelData& model_;
    Element& element_;
    std::vector<Finding>& findings_;
    TypeNames types_;
    feel::Scope scope_;
    int slots_ = 0;
};

// Where the element's names come from: what it requires, imports grouped under their name.
void collect_sources(ModelData& model, Element& element) {
    const File& file = model.files[static_cast<std::size_t>(element.file)];
    const auto add = [&](const Requirement& requirement) {
        if (requirement.element == unresolved) return;
        const Element& target = model.elements[static_cast<std::size_t>(requirement.element)];
        std::string alias;
        for (const Import& import : file.imports)
            if (target.file != element.file && import.file == target.file) alias = import.name;
        if (alias.empty()) {
            element.sources.push_back({target.variable.name, {requirement.element}, false});
            return;
        }
        for (Source& source : element.sources)
            if (source.import && source.name == alias) {
                source.elements.push_back(requirement.element);
                return;
            }
        element.sources.push_back({alias, {requirement.element}, true});
        model.members.insert(target.variable.name);
    };
    for (const Requirement& requirement : element.information) add(requirement);
    for (const Requirement& requirement : element.knowledge) add(requirement);
    // A knowledge model may call itself.
    if (element.kind == ElementKind::knowledge)
        element.sources.push_back(
            {element.variable.name, {static_cast<int>(&element - model.elements.data())}, false});
}

// Parameters and results of what can be called, before any logic is compiled.
void compile_signature(ModelData& model, Element& element, std::vector<Finding>& findings) {
    const auto resolved = [&](const std::string& reference) {
        return find_type(model, element.file, reference);
    };
    element.variable.type = resolved(element.variable.type_ref);
    if (!element.variable.type && !element.variable.type_ref.empty() &&
        feel::builtin_type(
            element.variable.type_ref.substr(element.variable.type_ref.find(':') + 1)) == nullptr)
        findings.push_back({"E-DMN-120", title(model, element, element.variable.place),
                            "没有名为 “" + element.variable.type_ref + "” 的数据类型"});
    element.result = element.variable.type;
    if (element.kind == ElementKind::knowledge) {
        for (const Variable& parameter : element.logic.names)
            element.parameters.push_back({parameter.name, resolved(parameter.type_ref)});
        if (element.result && element.result->shape == Shape::function)
            element.result = element.result->result;
    }
    if (element.kind == ElementKind::service && element.result &&
        element.result->shape == Shape::function)
        element.result = element.result->result;
}

void service_parameters(ModelData& model, Element& element) {
    // SPEC: DMN 10.4: input data first, then input decisions.
    for (const auto* list : {&element.input_data, &element.input_decisions})
        for (const Requirement& requirement : *list) {
            if (requirement.element == unresolved) continue;
            const Element& target = model.elements[static_cast<std::size_t>(requirement.element)];
            element.parameters.push_back({target.variable.name, target.variable.type});
        }
}

void collect_members(ModelData& model, const Box& box) {
    feel::collect_members(box.text.text, model.members);
    for (const Variable& name : box.names)
        if (!name.name.empty()) model.members.insert(name.name);
    for (const Box& part : box.parts) collect_members(model, part);
    if (!box.table) return;
    for (const Output& output : box.table->outputs)
        if (!output.name.empty()) model.members.insert(output.name);
    for (const Rule& rule : box.table->rules)
        for (const Text& text : rule.output_texts) feel::collect_members(text.text, model.members);
}

}  // namespace

void compile_logic(ModelData& model, std::vector<Finding>& findings) {
    for (Element& element : model.elements) {
        element.key = element.variable.name;
        if (element.file != 0)
            element.key =
                model.files[static_cast<std::size_t>(element.file)].space + "\n" + element.key;
        compile_signature(model, element, findings);
        collect_members(model, element.logic);
    }
    for (Element& element : model.elements) {
        if (element.kind == ElementKind::service) service_parameters(model, element);
        collect_sources(model, element);
    }
    for (Element& element : model.elements) LogicCompiler(model, element, findings).run();
}

}  // namespace anmin::dmn
