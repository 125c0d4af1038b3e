#include "feel/evaluate.h"

#include "feel/characters.h"
#include "feel/evaluator.h"
#include "feel/regex.h"

namespace anmin::feel {

namespace {

// Keeps what the session runs, and gives it back.
template <class T>
class Restored {
public:
    Restored(T& place, T value) : place_(place), before_(place) { place = value; }
    ~Restored() { place_ = before_; }
    Restored(const Restored&) = delete;
    Restored& operator=(const Restored&) = delete;

private:
    T& place_;
    T before_;
};

}  // namespace

Value Session::run(const Code& code, std::vector<Value> values) {
    Frame frame;
    frame.slots = std::move(values);
    return run(code, frame);
}

Value Session::run(const Code& code, Frame& frame) {
    frame.make_room(code.slots);
    const Restored<const Code*> running(code_, &code);
    const Restored<int> depth(depth_, depth_);
    Value out = Evaluator(*this, code, frame).eval(*code.root);
    // What a comparison made of the nulls behind the limit is no result.
    if (stop_) return Value::null(*stop_);
    return out;
}

Value Session::test(const Tests& tests, const Value& input, Frame& frame) {
    if (tests.any) return Value::of(true);
    // Most cells of most tables: tests that need no frame.
    const auto& kids = tests.code->root->kids;
    bool plain = !listener;
    for (std::size_t i = 0; plain && i < kids.size(); ++i) {
        const auto found = plain_test(*kids[i], input);
        if (found && *found) return Value::of(!tests.negated);
        plain = found.has_value();
    }
    if (plain) return Value::of(tests.negated);
    frame.make_room(tests.code->slots);
    if (tests.uses_input) frame.slots[static_cast<std::size_t>(tests.input_slot)] = input;
    const Restored<const Code*> running(code_, tests.code.get());
    Evaluator evaluator(*this, *tests.code, frame);
    Value outcome = Value::of(false);
    for (const NodePtr& test : kids) {
        Value passed = evaluator.passes(*test, input);
        if (passed.is_true()) return Value::of(!tests.negated);
        if (passed.is_unknown()) {
            outcome = unknown_of(outcome, passed);
        } else if (passed.is_null() && !outcome.is_unknown()) {
            outcome = std::move(passed);
        }
    }
    if (outcome.is_null() || outcome.is_unknown()) return outcome;
    return Value::of(tests.negated);
}

Value Session::call(const Callable& function, std::vector<Value> arguments) {
    if (function.sorts_arguments()) return function.call_sorted(*this, std::move(arguments), {});
    if (arguments.size() != function.parameters().size())
        return fail("E-FEEL-203", "参数个数不对：应为 " +
                                      std::to_string(function.parameters().size()) + " 个，给了 " +
                                      std::to_string(arguments.size()) + " 个");
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const TypePtr& type = function.parameters()[i].type;
        if (!type) continue;
        Value made = conform(*this, arguments[i], *type, [this] { return here(); });
        if (made.is_null() && !arguments[i].is_null()) return made;
        arguments[i] = std::move(made);
    }
    return function.call(*this, std::move(arguments));
}

Value Session::call(const Callable& function, std::vector<Value> arguments,
                    const std::vector<std::string>& names) {
    if (names.empty()) return call(function, std::move(arguments));
    if (function.sorts_arguments()) return function.call_sorted(*this, std::move(arguments), names);
    const bool in_order = std::equal(
        names.begin(), names.end(), function.parameters().begin(), function.parameters().end(),
        [](const std::string& name, const Parameter& parameter) { return name == parameter.name; });
    if (in_order) return call(function, std::move(arguments));
    std::vector<Value> sorted(function.parameters().size());
    std::vector<bool> given(sorted.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::size_t at = 0;
        while (at < sorted.size() && function.parameters()[at].name != names[i]) ++at;
        if (at == sorted.size() || given[at])
            return fail("E-FEEL-204", "没有名为 “" + names[i] + "” 的参数，或重复给出");
        sorted[at] = std::move(arguments[i]);
        given[at] = true;
    }
    if (names.size() != sorted.size())
        return fail("E-FEEL-203", "缺少参数：应为 " + std::to_string(sorted.size()) + " 个");
    return call(function, std::move(sorted));
}

std::shared_ptr<const Regex> Session::regex(const std::string& pattern, const std::string& flags,
                                            RegexProblem& problem) {
    constexpr std::size_t most_kept = 64;
    if (prepared_ && prepared_->is_of(pattern, flags)) return prepared_;
    for (const auto& known : regexes_)
        if (known->is_of(pattern, flags)) return known;
    auto compiled = Regex::compile(pattern, flags, problem);
    if (!compiled) return nullptr;
    if (regexes_.size() == most_kept) regexes_.erase(regexes_.begin());
    regexes_.push_back(std::make_shared<const Regex>(std::move(*compiled)));
    return regexes_.back();
}

std::string Session::here() const { return code_ ? code_->source->place(offset_) : std::string(); }

Value Session::fail(const char* code, std::string reason) {
    if (stop_) return Value::null(*stop_);
    return Value::null({code, std::move(reason), here()});
}

Value Session::stop_over_limit(const std::string& what) {
    if (!stop_) stop_ = Cause{"E-FEEL-900", what, here()};
    return Value::null(*stop_);
}

void Session::stop_over_steps() {
    stop_over_limit("求值步数超过 " + std::to_string(options_.limits.steps));
}

bool Session::enter() {
    if (stop_) return false;
    if (++steps_ > options_.limits.steps) {
        stop_over_steps();
        return false;
    }
    const char* const frame = static_cast<const char*>(__builtin_frame_address(0));
    if (depth_ == 0) stack_base_ = frame;
    // The stack grows downwards on every machine we run on.
    if (depth_ >= options_.limits.depth ||
        static_cast<std::size_t>(stack_base_ - frame) > options_.limits.stack) {
        stop_over_limit("求值嵌套过深");
        return false;
    }
    ++depth_;
    return true;
}

std::uint16_t depth_of(const std::vector<Value>& captured) {
    std::uint16_t deepest = 0;
    for (const Value& value : captured) deepest = std::max(deepest, value.bulk().depth);
    return static_cast<std::uint16_t>(deepest + 1);
}

Value Lambda::call(Session& session, std::vector<Value> arguments) const {
    arguments.resize(static_cast<std::size_t>(code_->slots));
    for (std::size_t i = 0; i < code_->captures.size(); ++i)
        arguments[static_cast<std::size_t>(code_->captures[i].inner)] = captured_[i];
    if (self_ >= 0)
        arguments[static_cast<std::size_t>(self_)] =
            Value::of(std::static_pointer_cast<const Callable>(shared_from_this()));
    return session.run(*code_, std::move(arguments));
}

Value Evaluator::eval(const Node& node) {
    if (node.op == Op::literal) return node.value;
    if (!session_.enter()) return Value::null(*session_.stop());
    Value out = dispatch(node);
    --session_.depth_;
    session_.heed(out);
    if (session_.listener) [[unlikely]]
        session_.listener->evaluated(code_, node, out);
    return out;
}

Value Evaluator::dispatch(const Node& node) {
    switch (node.op) {
        case Op::literal: return node.value;
        case Op::unresolved:
            return fail(node, "E-FEEL-102",
                        "没有名为 “" + node.name + "” 的变量或函数" + full_width_hint(node.name));
        case Op::variable: return frame_.read(node.slot);
        case Op::item_member: return item_member(node);
        case Op::path: return path(node);
        case Op::negate: return negate(node);
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::power: return arithmetic(node);
        case Op::equal:
        case Op::unequal:
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal: return compare(node);
        case Op::between: return between(node);
        case Op::in: return membership(node);
        case Op::instance_of: return instance(node);
        case Op::conjunction:
        case Op::disjunction: return connective(node);
        case Op::if_else: return if_else(node);
        case Op::for_loop: return for_loop(node);
        case Op::range_domain: return fail(node, "E-FEEL-208", "区间只能用在 for 之后");
        case Op::some:
        case Op::every: return quantified(node);
        case Op::function: return function(node);
        case Op::call: return call(node);
        case Op::filter: return filter(node);
        case Op::list: return list(node);
        case Op::context: return context(node);
        case Op::range: return interval(node);
        case Op::test: return test_range(node);
        case Op::any: return Value::of(true);
        case Op::external: {
            std::vector<Value> arguments;
            for (std::size_t i = 0; i < code_.parameters.size(); ++i)
                arguments.push_back(frame_.slots[i]);
            session_.offset_ = node.begin;
            return call_java(session_, node.names[0], node.names[1], arguments);
        }
    }
    return Value();
}

Value Evaluator::fail(const Node& node, const char* code, std::string reason) {
    if (session_.stop()) return Value::null(*session_.stop());
    return Value::null({code, std::move(reason), code_.source->place(node.begin)});
}

Value Evaluator::null_from(const Node& node, const Value& left, const Value& right,
                           const char* what) {
    if (left.cause()) return left;
    if (right.cause()) return right;
    return fail(node, "E-FEEL-201",
                std::string(what) + "：" + std::string(kind_name(left.kind())) + " 与 " +
                    std::string(kind_name(right.kind())));
}

Value unknown_of(const Value& left, const Value& right) {
    std::set<std::string> all;
    if (const auto* found = missing_inside(left)) all.insert(found->begin(), found->end());
    if (const auto* found = missing_inside(right)) all.insert(found->begin(), found->end());
    return Value::unknown(std::move(all));
}

}  // namespace anmin::feel
