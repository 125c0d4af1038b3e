// Item definitions to types.
#include <map>

#include "dmn/compile.h"
#include "feel/characters.h"
#include "feel/evaluate.h"

namespace anmin::dmn {

namespace {

using feel::Shape;
using feel::Type;

// What allowedValues and typeConstraint say.
class Allowed : public feel::Constraint {
public:
    Allowed(Tests tests, std::string text) : tests_(std::move(tests)), text_(std::move(text)) {}
    bool allows(feel::Session& session, const Value& value) const override {
        feel::Frame frame;
        return session.test(tests_, value, frame).is_true();
    }
    std::string text() const override { return text_; }
    const Tests& tests() const { return tests_; }

private:
    Tests tests_;
    std::string text_;
};

// What a definition says beside what the one it is made of says: both hold.
class Both : public feel::Constraint {
public:
    using Part = std::shared_ptr<const feel::Constraint>;
    Both(Part first, Part second) : first_(std::move(first)), second_(std::move(second)) {}
    bool allows(feel::Session& session, const Value& value) const override {
        return first_->allows(session, value) && second_->allows(session, value);
    }
    std::string text() const override { return first_->text() + "；且 " + second_->text(); }
    const Constraint& first() const { return *first_; }

private:
    Part first_;
    Part second_;
};

void add_constraint(Both::Part& to, Both::Part part) {
    if (part) to = to ? std::make_shared<Both>(to, std::move(part)) : std::move(part);
}

// "feel:number" of DMN 1.1 without its prefix; "context<a: number>" has none.
std::string without_prefix(const std::string& reference) {
    const std::size_t colon = reference.find(':');
    return colon == std::string::npos || reference.find('<') < colon ? reference
                                                                     : reference.substr(colon + 1);
}

// Definitions may use each other in any order, across files; one may not contain itself.
class TypeCompiler {
public:
    TypeCompiler(ModelData& model, std::vector<Finding>& findings)
        : model_(model), findings_(findings) {}

    void run() {
        for (std::size_t i = 0; i < model_.files.size(); ++i) collect_names(static_cast<int>(i));
        for (std::size_t i = 0; i < model_.files.size(); ++i)
            for (const ItemDefinition& item : model_.files[i].items)
                named(static_cast<int>(i), item.name);
    }

private:
    void collect_names(int index) {
        File& file = model_.files[static_cast<std::size_t>(index)];
        for (const ItemDefinition& item : file.items) file.type_names.insert(item.name);
        for (const Import& import : file.imports) {
            if (import.file == unresolved) continue;
            for (const ItemDefinition& item :
                 model_.files[static_cast<std::size_t>(import.file)].items)
                file.type_names.insert(import.name.empty() ? item.name
                                                           : import.name + "." + item.name);
        }
    }

    // The definition of that name, its own or an imported one; compiled on first need.
    TypePtr named(int index, const std::string& name) {
        File& file = model_.files[static_cast<std::size_t>(index)];
        if (const auto found = file.types.find(name); found != file.types.end())
            return found->second;
        for (const ItemDefinition& item : file.items) {
            if (item.name != name) continue;
            if (!open_.insert({index, name}).second) {
                report(index, item, "E-DMN-121", "数据类型 “" + name + "” 包含自己");
                return nullptr;
            }
            TypePtr made = build(index, item);
            open_.erase({index, name});
            return file.types[name] = std::move(made);
        }
        return imported(index, name);
    }

    // Files may import each other without a name: `sought_` ends the round trip.
    TypePtr imported(int index, const std::string& name) {
        if (!sought_.insert({index, name}).second) return nullptr;
        TypePtr made;
        File& file = model_.files[static_cast<std::size_t>(index)];
        for (const Import& import : file.imports) {
            const std::string prefix = import.name.empty() ? std::string() : import.name + ".";
            if (import.file == unresolved || !name.starts_with(prefix)) continue;
            made = named(import.file, name.substr(prefix.size()));
            if (!made) continue;
            file.types[name] = made;
            break;
        }
        sought_.erase({index, name});
        return made;
    }

    TypePtr reference(int index, const ItemDefinition& item, const std::string& name) {
        if (name.empty()) return nullptr;
        if (TypePtr found = named(index, name)) return found;
        // DMN 1.1 names FEEL's own types with a prefix: "feel:number".
        const std::string plain = without_prefix(name);
        if (plain != name)
            if (TypePtr found = named(index, plain)) return found;
        if (TypePtr found = feel::builtin_type(plain)) return found;
        if (plain.find('<') != std::string::npos) {
            const TypeNames names(model_, index);
            if (TypePtr found = feel::compile_type(plain, &names)) return found;
        }
        if (!open_.contains({index, name}))
            report(index, item, "E-DMN-120", "没有名为 “" + name + "” 的数据类型");
        return nullptr;
    }

    TypePtr build(int index, const ItemDefinition& item) {
        auto type = std::make_shared<Type>();
        if (item.function) {
            type->shape = Shape::function;
            for (const Variable& parameter : item.parameters)
                type->parameters.push_back(reference(index, item, parameter.type_ref));
            type->result = reference(index, item, item.output_ref);
        } else if (!item.components.empty()) {
            type->shape = Shape::context;
            for (const ItemDefinition& component : item.components) {
                model_.members.insert(component.name);
                type->fields.push_back({component.name, build(index, component)});
            }
        } else if (TypePtr base = reference(index, item, item.type_ref)) {
            *type = *base;
        }
        // SPEC: table 33 (1.5): allowedValues are of the item, typeConstraint of the whole.
        auto& of_value = type->shape == Shape::list ? type->list_constraint : type->constraint;
        add_constraint(of_value, constraint_of(index, item, item.allowed, type));
        if (!item.collection) {
            add_constraint(of_value, constraint_of(index, item, item.constraint, type));
            type->name = item.name;
            return type;
        }
        auto list = std::make_shared<Type>();
        list->shape = Shape::list;
        list->element = type;
        list->name = item.name;
        list->list_constraint = constraint_of(index, item, item.constraint, list);
        return list;
    }

    std::shared_ptr<const feel::Constraint> constraint_of(int index, const ItemDefinition& item,
                                                          const Text& text, const TypePtr& type) {
        if (feel::normal_name(text.text).empty()) return nullptr;
        feel::Source source;
        source.text = text.text;
        source.element = model_.files[static_cast<std::size_t>(index)].source + " 数据类型“" +
                         item.name + "”" + text.what;
        source.line = text.place.line;
        source.column = text.place.column;
        const TypeNames names(model_, index);
        feel::Scope scope;
        scope.types = &names;
        // The code keeps the type of "?", and the type keeps the code: a copy, or neither is freed.
        auto compiled = feel::compile_tests(source, scope, std::make_shared<Type>(*type));
        for (Finding& finding : compiled.findings) findings_.push_back(std::move(finding));
        return std::make_shared<Allowed>(std::move(compiled.value), feel::normal_name(text.text));
    }

    void report(int index, const ItemDefinition& item, const char* code, std::string text) {
        findings_.push_back({code,
                             model_.files[static_cast<std::size_t>(index)].source + " 数据类型“" +
                                 item.name + "”" + text_of(item.place),
                             std::move(text)});
    }

    ModelData& model_;
    std::vector<Finding>& findings_;
    std::set<std::pair<int, std::string>> open_;
    std::set<std::pair<int, std::string>> sought_;
};

}  // namespace

void compile_types(ModelData& model, std::vector<Finding>& findings) {
    TypeCompiler(model, findings).run();
}

const Tests* allowed_values(const feel::Type& type) {
    const feel::Constraint* constraint = type.constraint.get();
    while (const auto* both = dynamic_cast<const Both*>(constraint)) constraint = &both->first();
    const auto* allowed = dynamic_cast<const Allowed*>(constraint);
    return allowed && !allowed->tests().any && !allowed->tests().negated ? &allowed->tests()
                                                                         : nullptr;
}

TypePtr find_type(const ModelData& model, int file, const std::string& reference) {
    const auto& types = model.files[static_cast<std::size_t>(file)].types;
    const auto of_name = [&](const std::string& name) -> TypePtr {
        const auto found = types.find(name);
        return found == types.end() ? nullptr : found->second;
    };
    if (reference.empty()) return nullptr;
    if (TypePtr found = of_name(reference)) return found;
    for (const Import& import : model.files[static_cast<std::size_t>(file)].imports) {
        if (import.file == unresolved) continue;
        const std::string prefix = import.name.empty() ? std::string() : import.name + ".";
        if (!reference.starts_with(prefix)) continue;
        const auto& imported = model.files[static_cast<std::size_t>(import.file)].types;
        const auto found = imported.find(reference.substr(prefix.size()));
        if (found != imported.end()) return found->second;
    }
    const std::string plain = without_prefix(reference);
    if (TypePtr found = of_name(plain)) return found;
    if (TypePtr found = feel::builtin_type(plain))
        return found->shape == Shape::any ? nullptr : found;
    const TypeNames names(model, file);
    return feel::compile_type(plain, &names);
}

}  // namespace anmin::dmn
