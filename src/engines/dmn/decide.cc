#include "dmn/decide.h"

#include "dmn/evaluation.h"
#include "feel/compare.h"

namespace anmin::dmn {

namespace {

// Input data as the model sees it: components that were not given are there, as null or Unknown.
// `path` is only spelt out where something is missing.
Value completed(const Value& value, const feel::Type& type, const feel::Where& path, bool unknown) {
    if (type.shape == feel::Shape::list && value.list() && type.element) {
        feel::List out;
        bool changed = false;
        for (std::size_t i = 0; i < value.list()->size(); ++i) {
            const auto inside = [&path, i] { return path() + "[" + std::to_string(i + 1) + "]"; };
            const Value& item = (*value.list())[i];
            out.push_back(completed(item, *type.element, inside, unknown));
            changed = changed || !out.back().shares(item);
        }
        return changed ? Value::of(std::move(out)) : value;
    }
    if (type.shape != feel::Shape::context || !value.context()) return value;
    std::optional<feel::Context> changed;
    for (const feel::Field& field : type.fields) {
        const Value* found = value.context()->find(field.name);
        if (found && !field.type) continue;
        const auto inside = [&path, &field] { return path() + "." + field.name; };
        Value made = found     ? completed(*found, *field.type, inside, unknown)
                     : unknown ? Value::unknown({inside()})
                               : Value();
        if (found && made.shares(*found)) continue;
        if (!changed) changed = *value.context();
        changed->put(field.name, std::move(made));
    }
    return changed ? Value::of(std::move(*changed)) : value;
}

void give_inputs(Evaluation& evaluation, const Inputs& inputs) {
    const Model& model = evaluation.scene().model;
    const auto& elements = model.data().elements;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const Element& element = elements[i];
        if (element.kind != ElementKind::input && element.kind != ElementKind::decision) continue;
        auto given = inputs.find(element.key);
        if (given == inputs.end() && element.kind == ElementKind::input)
            given = inputs.find(element.variable.name);
        if (given == inputs.end()) {
            if (element.kind == ElementKind::input)
                evaluation.give(static_cast<int>(i), evaluation.missing_is_unknown
                                                         ? Value::unknown({element.variable.name})
                                                         : Value());
            continue;
        }
        Value value = given->second;
        if (element.variable.type) {
            value = completed(
                value, *element.variable.type, [&element] { return element.variable.name; },
                evaluation.missing_is_unknown);
            value = feel::conform(evaluation.scene().session, value, *element.variable.type,
                                  [&element] { return "输入“" + element.name + "”"; });
        }
        evaluation.give(static_cast<int>(i), std::move(value));
    }
}

Result<std::vector<int>> wanted(const Model& model, const Request& request) {
    std::vector<int> out;
    const bool service = request.kind == Request::Kind::service;
    const ElementKind kind = service ? ElementKind::service : ElementKind::decision;
    for (const std::string& name : request.names) {
        const Element* found = model.find(kind, name);
        if (!found)
            return Error{Fault::missing,
                         "E-DMN-201",
                         model.data().files[0].source,
                         std::string("没有名为 “") + name + (service ? "” 的决策服务" : "” 的决策"),
                         "模型中已有的名称",
                         "请核对名称，注意全角与半角"};
        out.push_back(model.index_of(*found));
    }
    if (request.names.empty())
        for (const Element& element : model.data().elements)
            if (element.file == 0 && element.kind == kind) out.push_back(model.index_of(element));
    return out;
}

Value answer_of(Evaluation& evaluation, int index) {
    const Element& element = evaluation.scene().element(index);
    if (element.kind != ElementKind::service) return evaluation.value_of(index);
    // SPEC: 10.4: what a service takes as input it does not compute.
    for (const Requirement& input : element.input_decisions)
        if (input.element != unresolved && !evaluation.given(input.element))
            evaluation.give(input.element,
                            evaluation.missing_is_unknown
                                ? Value::unknown({evaluation.scene().element(input.element).name})
                                : Value());
    return evaluation.outputs_of(element);
}

}  // namespace

Value call_knowledge_model(const Model& model, const std::string& name, const Inputs& arguments,
                           feel::Session& session) {
    const Element* found = model.find(ElementKind::knowledge, name);
    if (!found) return Value::null({"E-DMN-201", "没有名为 “" + name + "” 的知识模型", ""});
    std::vector<Value> values;
    std::vector<std::string> names;
    for (const auto& [argument, value] : arguments) {
        names.push_back(argument);
        values.push_back(value);
    }
    const ElementFunction function(model, nullptr, model.index_of(*found));
    return session.call(function, std::move(values), names);
}

Value function_of(const Model& model, int element) {
    return Value::of(std::shared_ptr<const feel::Callable>(
        std::make_shared<ElementFunction>(model, nullptr, element)));
}

Result<Outcome> decide(const Model& model, const Inputs& inputs, const Request& request,
                       const feel::Session::Options& options) {
    const std::vector<int> indexes = TRY(wanted(model, request));
    Outcome out;
    std::shared_ptr<Derivation> derivation;
    if (request.explain) {
        derivation = std::make_shared<Derivation>();
        derivation->model = model.data().files[0].name;
    }
    feel::Session session(options);
    Evaluation evaluation(Scene{model, session, derivation.get()});
    give_inputs(evaluation, inputs);
    for (const int index : indexes)
        out.answers.push_back(
            {evaluation.scene().element(index).name, answer_of(evaluation, index), {}});
    if (session.stopped())
        return Error{Fault::too_large,      "E-DMN-202",
                     session.stop()->place, session.stop()->reason,
                     "在限度内的计算",      "请检查模型中的循环、递归或正则表达式"};
    if (request.certain) {
        // Asked again with what was not given as Unknown: what stays Unknown is not certain.
        feel::Session again(options);
        Evaluation careful(Scene{model, again, nullptr});
        careful.missing_is_unknown = true;
        give_inputs(careful, inputs);
        for (std::size_t i = 0; i < indexes.size(); ++i) {
            const Value value = answer_of(careful, indexes[i]);
            if (const auto* missing = feel::missing_inside(value))
                out.answers[i].missing = *missing;
        }
    }
    out.derivation = std::move(derivation);
    return out;
}

}  // namespace anmin::dmn
