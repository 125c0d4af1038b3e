#include "dmn/evaluation.h"

namespace anmin::dmn {

namespace {

// Fills the slots of an element's frame from what it requires, when they are looked at.
class Required : public feel::Provider {
public:
    Required(Evaluation& evaluation, const Element& element)
        : evaluation_(evaluation), element_(element) {}

    Value provide(int slot) override {
        const Source& source = element_.sources[static_cast<std::size_t>(slot)];
        if (!source.import) return evaluation_.value_of(source.elements[0]);
        feel::Context out;
        for (const int index : source.elements)
            out.put(evaluation_.scene().element(index).variable.name, evaluation_.value_of(index));
        return Value::of(std::move(out));
    }

private:
    Evaluation& evaluation_;
    const Element& element_;
};

const char* source_word(const Element& element, const Value& value) {
    if (element.kind != ElementKind::input) return "decision";
    return value.is_null() ? "missing" : "input";
}

void note_inputs(const Scene& scene, const Element& element, const feel::Frame& frame,
                 UsedDecision& used) {
    for (std::size_t i = 0; i < element.sources.size(); ++i) {
        const Source& source = element.sources[i];
        if (frame.pending.size() > i && frame.pending[i]) continue;
        if (frame.slots[i].function()) continue;
        used.inputs.push_back({source.name, frame.slots[i],
                               source_word(scene.element(source.elements[0]), frame.slots[i])});
    }
}

}  // namespace

Value Evaluation::value_of(int index) {
    make_room();
    const auto at = static_cast<std::size_t>(index);
    if (states_[at] == State::done) return values_[at];
    const Element& wanted = scene_.element(index);
    if (states_[at] == State::open)
        return Value::null(
            {"E-DMN-203", "决策要求自己", title(scene_.model.data(), wanted, wanted.place)});
    states_[at] = State::open;
    Value value = compute(wanted, index);
    states_[at] = State::done;
    values_[at] = value;
    return value;
}

Value Evaluation::compute(const Element& wanted, int index) {
    if (wanted.kind == ElementKind::decision) return decide(wanted);
    if (wanted.kind == ElementKind::input)
        return missing_is_unknown ? Value::unknown({wanted.variable.name}) : Value();
    return Value::of(std::shared_ptr<const feel::Callable>(
        std::make_shared<ElementFunction>(scene_.model, scene_.derivation, index)));
}

Value Evaluation::decide(const Element& wanted) {
    Required required(*this, wanted);
    feel::Frame frame;
    frame.provider = &required;
    frame.make_room(wanted.slots);
    frame.make_room(static_cast<int>(wanted.sources.size()));
    frame.pending.assign(wanted.sources.size(), true);
    UsedDecision used;
    Value value =
        Runner(scene_, wanted, frame, scene_.derivation ? &used : nullptr).run(wanted.logic);
    if (wanted.variable.type)
        value = feel::conform(scene_.session, value, *wanted.variable.type, [&] {
            return title(scene_.model.data(), wanted, wanted.variable.place) + " 的结果";
        });
    if (scene_.derivation) {
        used.name = wanted.name;
        used.id = wanted.id;
        used.kind = "decision";
        used.value = value;
        note_inputs(scene_, wanted, frame, used);
        scene_.derivation->decisions.push_back(std::move(used));
    }
    return value;
}

Value Evaluation::outputs_of(const Element& service) {
    feel::Context out;
    for (const Requirement& output : service.outputs) {
        if (output.element == unresolved) continue;
        Value value = value_of(output.element);
        if (service.outputs.size() == 1) {
            if (!service.result) return value;
            return feel::conform(scene_.session, value, *service.result, [&] {
                return title(scene_.model.data(), service, service.variable.place) + " 的结果";
            });
        }
        out.put(scene_.element(output.element).variable.name, std::move(value));
    }
    return Value::of(std::move(out));
}

Value ElementFunction::call(feel::Session& session, std::vector<Value> arguments) const {
    if (element().kind == ElementKind::service) return call_service(session, std::move(arguments));
    const Element& knowledge = element();
    const Scene scene{model_, session, derivation_};
    Evaluation evaluation(scene);
    Required required(evaluation, knowledge);
    feel::Frame frame;
    frame.provider = &required;
    frame.make_room(knowledge.slots);
    frame.make_room(static_cast<int>(knowledge.sources.size() + arguments.size()));
    frame.pending.assign(knowledge.sources.size(), true);
    for (std::size_t i = 0; i < arguments.size(); ++i)
        frame.slots[knowledge.sources.size() + i] = arguments[i];
    if (knowledge.logic.parts.empty()) return Value();
    const Box& body = knowledge.logic.parts[0];
    if (knowledge.logic.function != FunctionKind::feel) {
        // SPEC: 10.2.1.8: the body names a Java class or a PMML model; only the former, if allowed.
        const Value mapping = Runner(scene, knowledge, frame, nullptr).run(body);
        return feel::call_external(session, mapping, arguments);
    }
    UsedDecision used;
    Value value = Runner(scene, knowledge, frame, derivation_ ? &used : nullptr).run(body);
    if (knowledge.result)
        value = feel::conform(session, value, *knowledge.result, [&] {
            return title(model_.data(), knowledge, knowledge.variable.place) + " 的结果";
        });
    if (derivation_) {
        used.name = knowledge.name;
        used.id = knowledge.id;
        used.kind = "knowledge";
        used.value = value;
        for (std::size_t i = 0; i < arguments.size(); ++i)
            used.inputs.push_back({knowledge.parameters[i].name, arguments[i], "argument"});
        derivation_->decisions.push_back(std::move(used));
    }
    return value;
}

Value ElementFunction::call_service(feel::Session& session, std::vector<Value> arguments) const {
    Evaluation inner(Scene{model_, session, derivation_});
    std::size_t next = 0;
    for (const auto* list : {&element().input_data, &element().input_decisions})
        for (const Requirement& requirement : *list)
            if (requirement.element != unresolved && next < arguments.size())
                inner.give(requirement.element, std::move(arguments[next++]));
    return inner.outputs_of(element());
}

}  // namespace anmin::dmn
