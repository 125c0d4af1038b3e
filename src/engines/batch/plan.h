// A DMN model, as it is, made into steps over the columns of a population. Start here; then
// evaluate.h.
//
// What a rule means is defined once, by the row engine (feel, dmn). A plan gives the same values,
// row by row: where that is proven, by kernels; where a row's exactness is not proven, by the row
// engine for that row; where a decision cannot be compiled, by the row engine for all rows, with
// the reason in messages(). docs/handbook/how-a-decision-becomes-a-plan.md
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "batch/bind.h"
#include "batch/program.h"
#include "batch/term.h"
#include "dmn/decide.h"
#include "result/result.h"

namespace anmin::batch {

// A value of the model replaced by another: "低保标准 * 1.06".
struct Change {
    std::string text;
    std::string name;  // of an input or a decision
    int element = -1;
    std::shared_ptr<const feel::Code> code;  // its only name is `name`: the value before
};

// "name operator expression", or "name = expression" where the expression may use the name.
// E-BATCH-003: no input or decision of that name (those there are named), or not FEEL.
Result<Change> read_change(const dmn::Model& model, const std::string& text);

struct Order {
    dmn::Inputs constants;               // inputs that are the same for all households
    std::vector<Change> changes;         // in this order
    std::vector<std::string> decisions;  // wanted
    bool mark_borders = false;           // find the rows that lie on the border of a comparison
};

struct Output {
    std::string decision;
    Term term;            // a series of households, a quotient, or a constant
    bool by_row = false;  // by the row engine alone
};

class Plan {
public:
    const Program& program() const { return program_; }
    const Binding& binding() const { return binding_; }
    const std::vector<Output>& outputs() const { return outputs_; }
    const Order& order() const { return order_; }
    const dmn::Model& model() const { return *model_; }
    // What the row engine does for all rows, and why.
    const std::vector<std::string>& messages() const { return messages_; }

private:
    friend Result<Plan> plan_for(const dmn::Model&, const frame::Frame&, Order);
    const dmn::Model* model_ = nullptr;
    Order order_;
    Binding binding_;
    Program program_;
    std::vector<Output> outputs_;
    std::vector<std::string> messages_;
};

// `households` describes the columns (types, ranges over all rows, dictionaries) and has the table
// of the members as its child; its rows are not looked at. The model must outlive the plan.
// Errors: E-BATCH-001 an input without data, E-DMN-201 no such decision.
Result<Plan> plan_for(const dmn::Model& model, const frame::Frame& households, Order order);

}  // namespace anmin::batch
