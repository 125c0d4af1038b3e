// One evaluation of a model. Internal to the room; the way in is decide.h.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "dmn/decide.h"

namespace anmin::dmn {

// What every part of one evaluation sees.
struct Scene {
    const Model& model;
    feel::Session& session;
    Derivation* derivation = nullptr;

    const Element& element(int index) const {
        return model.data().elements[static_cast<std::size_t>(index)];
    }
};

// Values of elements during one evaluation; a service's call has an evaluation of its own.
class Evaluation {
public:
    explicit Evaluation(const Scene& scene) : scene_(scene) {}

    void give(int element, Value value) {
        make_room();
        values_[static_cast<std::size_t>(element)] = std::move(value);
        states_[static_cast<std::size_t>(element)] = State::done;
    }
    bool given(int element) {
        make_room();
        return states_[static_cast<std::size_t>(element)] == State::done;
    }
    // Inputs that were not given are Unknown instead of null.
    bool missing_is_unknown = false;

    Value value_of(int element);
    // SPEC: 10.4: the outputs of a service; several as one context.
    Value outputs_of(const Element& service);

    const Scene& scene() const { return scene_; }

private:
    enum class State : std::uint8_t { fresh, open, done };
    // Most calls of a function never ask for an element.
    void make_room() {
        if (!states_.empty()) return;
        values_.resize(scene_.model.data().elements.size());
        states_.resize(values_.size(), State::fresh);
    }
    Value compute(const Element& element, int index);
    Value decide(const Element& element);

    Scene scene_;
    std::vector<Value> values_;
    std::vector<State> states_;
};

// Runs boxed expressions of one element in its frame.
class Runner {
public:
    Runner(const Scene& scene, const Element& element, feel::Frame& frame, UsedDecision* used)
        : scene_(scene), element_(element), frame_(frame), used_(used) {}

    Value run(const Box& box);

private:
    Value logic(const Box& box);
    Value literal(const Box& box);
    Value context(const Box& box);
    Value invocation(const Box& box);
    Value function(const Box& box);
    Value relation(const Box& box);
    Value conditional(const Box& box);
    Value filter(const Box& box);
    Value iteration(const Box& box);
    Value quantified(const Box& box);
    bool items_of(const Box& box, feel::List& items, Value& problem);
    Value fail(const Box& box, const char* code, std::string reason) const;
    std::string place(const Box& box) const;

    // table.cc
    Value table(const Box& box);
    struct Match {
        enum class Kind : std::uint8_t { no, yes, maybe };
        Kind kind = Kind::no;
        std::size_t failed_cell = 0;
    };
    Match match(const Rule& rule, const feel::List& inputs, std::set<std::string>& missing);
    bool read_inputs(const Box& box, UsedTable* used, feel::List& inputs, Value& problem);
    Value output_of(const Box& box, const Rule& rule);
    Value output_cell(const Box& box, const Output& output, const Code& code);
    Value default_of(const Box& box, bool& found);
    Value choose(const Box& box, const std::vector<std::size_t>& hits);
    Value choose_certain(const Box& box, const std::vector<std::size_t>& yes,
                         const std::vector<std::size_t>& maybe,
                         const std::set<std::string>& missing);
    Value nothing_matched(const Box& box, UsedTable* used);
    Value aggregate(const Box& box, const feel::List& values);
    void rank(const Box& box, feel::List& outputs);

    Scene scene_;
    const Element& element_;
    feel::Frame& frame_;
    UsedDecision* used_;
};

// A knowledge model or a service as a value.
class ElementFunction : public feel::Callable {
public:
    ElementFunction(const Model& model, Derivation* derivation, int element)
        : model_(model), derivation_(derivation), element_(element) {}
    const std::vector<feel::Parameter>& parameters() const override { return element().parameters; }
    TypePtr result_type() const override { return element().result; }
    Value call(feel::Session& session, std::vector<Value> arguments) const override;

private:
    const Element& element() const {
        return model_.data().elements[static_cast<std::size_t>(element_)];
    }
    Value call_service(feel::Session& session, std::vector<Value> arguments) const;

    const Model& model_;
    Derivation* derivation_;
    int element_;
};

}  // namespace anmin::dmn
