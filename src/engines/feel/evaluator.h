// One running expression. Internal to the room; the way in is evaluate.h.
#pragma once

#include <algorithm>

#include "feel/evaluate.h"

namespace anmin::feel {

class Evaluator {
public:
    Evaluator(Session& session, const Code& code, Frame& frame)
        : session_(session), code_(code), frame_(frame) {}

    Value eval(const Node& node);
    // Does `input` pass one test? `node` is any expression; see DMN 10.3.2.5 (unary tests).
    Value passes(const Node& node, const Value& input);

private:
    Value dispatch(const Node& node);
    // The same as eval() without a copy where the value is at hand. `kept` holds any other; the
    // reference lives as long as both.
    const Value& look(const Node& node, Value& kept) {
        if (node.op == Op::literal) return node.value;
        if (node.op == Op::variable && !session_.listener) return frame_.read(node.slot);
        kept = eval(node);
        return kept;
    }

    // eval_operators.cc
    Value arithmetic(const Node& node);
    Value negate(const Node& node);
    Value compare(const Node& node);
    Value between(const Node& node);
    Value membership(const Node& node);
    Value connective(const Node& node);
    Value instance(const Node& node);
    Value test_range(const Node& node);
    Value interval(const Node& node);
    Value is_in(const Node& node, const Value& input, const Value& set);

    // eval_control.cc
    Value if_else(const Node& node);
    Value for_loop(const Node& node);
    Value quantified(const Node& node);
    bool items_of(const Node& domain, List& items, Value& problem);
    bool loop(const Node& node, std::size_t variable, List& out, Value& problem);
    bool loop_quantified(const Node& node, std::size_t variable, Value& result);

    // eval_structure.cc
    Value path(const Node& node);
    Value member(const Node& node, const Value& owner);
    Value filter(const Node& node);
    Value item_member(const Node& node);
    Value list(const Node& node);
    Value context(const Node& node);
    Value function(const Node& node);
    Value call(const Node& node);

    // Going through two long texts, lists or contexts at once is work that counts.
    void charge_comparison(const Value& left, const Value& right) {
        const bool is_brief = left.text() && left.text()->size() < 256;
        if (is_brief || left.number() || left.kind() != right.kind()) return;
        charge_zones(left, right);
        session_.charge(std::min(left.bulk().size, right.bulk().size) / 8);
    }
    // A named time zone is looked up in its database each time: as long as hundreds of nodes.
    void charge_zones(const Value& left, const Value& right) {
        for (const Value* value : {&left, &right}) {
            const auto* moment = value->date_time();
            const bool is_named = moment && moment->time.zone.kind == calendar::Zone::Kind::named;
            if (is_named) session_.charge(200);
        }
    }
    Value fail(const Node& node, const char* code, std::string reason);
    // A null of this node because an operand is null: its cause goes on, or a new one is made.
    Value null_from(const Node& node, const Value& left, const Value& right, const char* what);

    Session& session_;
    const Code& code_;
    Frame& frame_;
};

// A test that is plainly a number or string, or an end or range of numbers, on an input of that
// kind; nothing for others. What Evaluator::passes() would say, without making the range.
std::optional<bool> plain_test(const Node& node, const Value& input);

// The union of what both miss; nullptr-safe. Gives Unknown.
Value unknown_of(const Value& left, const Value& right);

// A property of a date, time, moment, duration or range ("year", "time offset"); nothing for other
// names.
std::optional<Value> property(const Value& owner, const std::string& name);

Value add(const Value& left, const Value& right);
Value subtract(const Value& left, const Value& right);
Value multiply(const Value& left, const Value& right);
Value divide(const Value& left, const Value& right);

// The answer of a function declared as external Java, natively where it is known.
Value call_java(Session& session, const std::string& owner, const std::string& signature,
                const std::vector<Value>& arguments);

class Lambda : public Callable, public std::enable_shared_from_this<Lambda> {
public:
    // `self`: the slot in which the function finds itself, -1 for none. It does not hold itself.
    Lambda(std::shared_ptr<const Code> code, std::vector<Value> captured, int self)
        : code_(std::move(code)),
          captured_(std::move(captured)),
          self_(self),
          depth_(depth_of(captured_)) {}
    std::uint16_t depth() const override { return depth_; }
    const std::vector<Parameter>& parameters() const override { return code_->parameters; }
    TypePtr result_type() const override { return code_->result; }
    Value call(Session& session, std::vector<Value> arguments) const override;

private:
    std::shared_ptr<const Code> code_;
    std::vector<Value> captured_;
    int self_;
    std::uint16_t depth_;
};

}  // namespace anmin::feel
