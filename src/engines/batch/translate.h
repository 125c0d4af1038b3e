// From the compiled logic of a DMN model to steps over columns. Internal to the room; the way in is
// plan.h.
//
// Every expression becomes a term. What has no rule of its own here is tabulated: the row engine
// itself is asked for every combination of the values that the expression can meet (tabulate.cc).
// What is left is E-BATCH-002 with its reason.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "batch/bind.h"
#include "batch/emit.h"
#include "batch/term.h"
#include "dmn/decide.h"
#include "feel/builtins.h"

namespace anmin::batch {

// The slots of one element or one call, as terms.
struct Slots {
    const dmn::Element* element = nullptr;  // whose sources fill the first slots, when looked at
    std::vector<std::optional<Term>> terms;
    std::map<const feel::Node*, Result<Term>> known;

    void put(int slot, Term term) {
        const auto at = static_cast<std::size_t>(slot);
        if (terms.size() <= at) terms.resize(at + 1);
        terms[at] = std::move(term);
    }
};

class TableFold;

class Translator {
public:
    Translator(const dmn::Model& model, const Binding& binding, const frame::Frame& households,
               Emitter& emitter)
        : model_(model), binding_(binding), households_(households), emitter_(emitter) {}

    // The value of an input or decision; computed once.
    Result<Term> value_of(int element);
    // From now on, the element has this value.
    void give(int element, Term term) { known_.insert_or_assign(element, std::move(term)); }
    // A column becomes its series; other terms stay.
    Result<Term> seen(const Term& term);
    // An expression whose only names are given.
    Result<Term> evaluated(const feel::Code& code, std::vector<Term> values);

private:
    // translate_expression.cc
    Result<Term> expression(const feel::Code& code, Slots& slots);
    Result<Term> eval(const feel::Node& node, Slots& slots);
    Result<Term> direct(const feel::Node& node, Slots& slots);
    Result<Term> variable(int slot, Slots& slots);
    Result<Term> arithmetic(const feel::Node& node, Slots& slots);
    Result<Term> comparison(const feel::Node& node, Slots& slots);
    Result<Term> between(const feel::Node& node, Slots& slots);
    Result<Term> connective(const feel::Node& node, Slots& slots);
    Result<Term> if_else(const feel::Node& node, Slots& slots);
    Result<Term> path(const feel::Node& node, Slots& slots);
    Result<Term> item_member(const feel::Node& node, Slots& slots);
    Result<Term> context(const feel::Node& node, Slots& slots);
    Result<Term> filter(const feel::Node& node, Slots& slots);
    Result<Term> loop(const feel::Node& node, Slots& slots);
    Result<Term> quantified(const feel::Node& node, Slots& slots);

    // translate_call.cc
    Result<Term> call(const feel::Node& node, Slots& slots);
    Result<Term> builtin(const feel::Builtin& function, std::vector<Term> arguments);
    Result<Term> aggregate(const std::string& name, const std::vector<Term>& arguments);
    Result<Term> rounded(const std::string& name, const std::vector<Term>& arguments);
    Result<Term> apply(const Function& function, std::vector<Term> arguments,
                       const std::vector<std::string>& names);

    // translate_test.cc
    // Does the input pass the tests of a cell? A boolean series, or a constant.
    Result<Term> tested(const feel::Tests& tests, const Term& input, Slots& slots);
    Result<Term> membership(const feel::Node& node, Slots& slots);
    Result<Term> passed(const feel::Node& test, const Term& input, Slots& slots);
    Result<Term> in_set(const Term& input, const Term& set);
    Result<Term> in_range(const Term& input, const feel::Range& range);
    Result<Term> in_form(feel::RangeForm form, const Term& input, const Term& end);

    // translate_table.cc
    Result<Term> table(const dmn::Box& box, Slots& slots);
    Result<Term> fused_table(const dmn::Table& table, const std::vector<Term>& inputs,
                             Slots& slots);
    Result<Term> output(const dmn::Table& table, std::size_t column, const feel::Code* code,
                        Slots& slots);
    Result<Term> folded(const dmn::Table& table, TableFold& fold,
                        const std::vector<std::vector<Term>>& outputs,
                        const std::vector<Term>& otherwise, bool has_default);
    Result<Series> exceptions(const dmn::Table& table, TableFold& fold,
                              const std::vector<Term>& outputs, Series result, Register several);
    Result<Term> collected(const dmn::Table& table, TableFold& fold,
                           const std::vector<Term>& outputs);

    // translate_box.cc
    Result<Term> box(const dmn::Box& box, Slots& slots);
    Result<Term> box_context(const dmn::Box& box, Slots& slots);
    Result<Term> invocation(const dmn::Box& box, Slots& slots);
    Result<Term> input_value(int index);
    // The term as one of the type.
    Result<Term> conform(const Term& term, const dmn::TypePtr& type);

    // tabulate.cc
    Result<Term> tabulated(const feel::Node& node, Slots& slots);
    Result<Term> looked_up(const std::vector<Emitter::Axis>& axes,
                           const std::vector<feel::Value>& answers);

    // Terms in general.
    Result<Term> member(const Term& owner, const std::string& name);
    Result<Series> series_of(const Term& term, const Series* like);
    Result<Series> truth_of(const Term& term, Level level);
    Result<Term> chosen(const Term& condition, const Term& then, const Term& otherwise);
    Result<Term> compared(frame::Comparison how, const Term& left, const Term& right);
    // Rows that are unknown, or hold something unknown (value.h, missing_inside).
    Result<Register> unknown_inside(const Term& term);
    Result<Term> lost_to(const Term& term, Register unknown);

    const dmn::Model& model_;
    const Binding& binding_;
    const frame::Frame& households_;
    Emitter& emitter_;
    std::map<int, Term> known_;
    std::set<int> open_;
    std::map<std::pair<Level, std::size_t>, Series> columns_;

    friend class Tabulator;
};

}  // namespace anmin::batch
