// Boxed expressions. SPEC: DMN 10.2.1 and 10.3.2.
#include "dmn/evaluation.h"

namespace anmin::dmn {

namespace {

// A boxed function definition together with the values around it.
class BoxedFunction : public feel::Callable, public std::enable_shared_from_this<BoxedFunction> {
public:
    BoxedFunction(const Scene& scene, const Element& element, const Box& box, feel::Frame around)
        : scene_(scene),
          element_(element),
          box_(box),
          around_(std::move(around)),
          depth_(feel::depth_of(around_.slots)) {
        for (const Variable& parameter : box.names)
            parameters_.push_back({parameter.name, parameter.type});
    }
    const std::vector<feel::Parameter>& parameters() const override { return parameters_; }
    std::uint16_t depth() const override { return depth_; }
    Value call(feel::Session& session, std::vector<Value> arguments) const override {
        feel::Frame frame = around_;
        frame.make_room(element_.slots);
        if (box_.itself >= 0)
            frame.slots[static_cast<std::size_t>(box_.itself)] =
                Value::of(std::static_pointer_cast<const feel::Callable>(shared_from_this()));
        for (std::size_t i = 0; i < arguments.size(); ++i)
            frame.slots[static_cast<std::size_t>(box_.slot) + i] = arguments[i];
        Runner runner(scene_, element_, frame, nullptr);
        if (box_.parts.empty()) return Value();
        const Value value = runner.run(box_.parts[0]);
        if (box_.function == FunctionKind::feel) return value;
        return feel::call_external(session, value, arguments);
    }

private:
    Scene scene_;
    const Element& element_;
    const Box& box_;
    feel::Frame around_;
    std::uint16_t depth_;
    std::vector<feel::Parameter> parameters_;
};

// Gathers the parts of one expression while it is evaluated.
class Parts : public feel::Listener {
public:
    Parts(feel::Session& session, const Code& code) : session_(session), code_(code) {
        before_ = session.listener;
        session.listener = this;
    }
    ~Parts() override { session_.listener = before_; }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    void evaluated(const Code& code, const feel::Node& node, const Value& value) override {
        if (&code != &code_ || &node == code.root.get() || node.end <= node.begin) return;
        const bool repeats = node.op == feel::Op::for_loop || node.op == feel::Op::some ||
                             node.op == feel::Op::every || node.op == feel::Op::filter;
        while (repeats && !found_.empty() && found_.back().first >= node.begin) found_.pop_back();
        const bool told = repeats || node.op == feel::Op::path || node.op == feel::Op::call ||
                          (node.op >= feel::Op::add && node.op <= feel::Op::disjunction);
        if (!told || found_.size() >= most) return;
        found_.emplace_back(
            node.begin,
            UsedPart{code.source->text.substr(node.begin, node.end - node.begin), value});
    }

    std::vector<UsedPart> take() {
        std::vector<UsedPart> out;
        for (auto& [begin, part] : found_) out.push_back(std::move(part));
        return out;
    }

private:
    static constexpr std::size_t most = 100;
    feel::Session& session_;
    const Code& code_;
    feel::Listener* before_;
    std::vector<std::pair<std::uint32_t, UsedPart>> found_;
};

}  // namespace

std::string Runner::place(const Box& box) const {
    return title(scene_.model.data(), element_, box.place);
}

Value Runner::fail(const Box& box, const char* code, std::string reason) const {
    if (scene_.session.stop()) return Value::null(*scene_.session.stop());
    return Value::null({code, std::move(reason), place(box)});
}

Value Runner::run(const Box& box) {
    Value value = logic(box);
    scene_.session.heed(value);
    if (box.result.type && !value.is_null())
        value = feel::conform(scene_.session, value, *box.result.type,
                              [this, &box] { return place(box); });
    return value;
}

Value Runner::logic(const Box& box) {
    switch (box.kind) {
        case BoxKind::none: return fail(box, "E-DMN-204", "没有决策逻辑");
        case BoxKind::literal: return literal(box);
        case BoxKind::table: return table(box);
        case BoxKind::context: return context(box);
        case BoxKind::invocation: return invocation(box);
        case BoxKind::function: return function(box);
        case BoxKind::list: {
            feel::List out;
            for (const Box& part : box.parts) out.push_back(run(part));
            return Value::of(std::move(out));
        }
        case BoxKind::relation: return relation(box);
        case BoxKind::conditional: return conditional(box);
        case BoxKind::filter: return filter(box);
        case BoxKind::iteration: return iteration(box);
        case BoxKind::some:
        case BoxKind::every: return quantified(box);
    }
    return Value();
}

Value Runner::literal(const Box& box) {
    if (!used_) return scene_.session.run(*box.code, frame_);
    Parts parts(scene_.session, *box.code);
    Value value = scene_.session.run(*box.code, frame_);
    used_->expressions.push_back({box.text.text, value, parts.take()});
    return value;
}

Value Runner::context(const Box& box) {
    feel::Context out;
    for (std::size_t i = 0; i < box.parts.size(); ++i) {
        const Variable& name = box.names[i];
        Value value = run(box.parts[i]);
        if (name.type)
            value = feel::conform(scene_.session, value, *name.type,
                                  [&] { return place(box.parts[i]) + " “" + name.name + "”"; });
        // SPEC: 10.2.1.4: an entry without a name is the result of the whole.
        if (name.name.empty()) return value;
        if (out.find(name.name)) return fail(box, "E-FEEL-211", "名称 “" + name.name + "” 重复");
        frame_.slots[static_cast<std::size_t>(box.slot) + i] = value;
        out.put(name.name, std::move(value));
    }
    return Value::of(std::move(out));
}

Value Runner::invocation(const Box& box) {
    const Value callee = run(box.parts[0]);
    if (callee.is_null() && callee.cause()) return callee;
    if (!callee.function()) return fail(box, "E-DMN-205", "所调用的不是函数");
    std::vector<Value> arguments;
    arguments.reserve(box.arguments.size());
    for (std::size_t i = 1; i < box.parts.size(); ++i) arguments.push_back(run(box.parts[i]));
    return scene_.session.call(*callee.function(), std::move(arguments), box.arguments);
}

Value Runner::function(const Box& box) {
    feel::Frame around;
    for (int slot = 0; slot < box.slot; ++slot) around.slots.push_back(frame_.read(slot));
    return Value::of(std::shared_ptr<const feel::Callable>(
        std::make_shared<BoxedFunction>(scene_, element_, box, std::move(around))));
}

Value Runner::relation(const Box& box) {
    feel::List rows;
    for (const Box& row : box.parts) {
        feel::Context out;
        for (std::size_t i = 0; i < row.parts.size() && i < box.names.size(); ++i) {
            Value value = run(row.parts[i]);
            if (box.names[i].type)
                value = feel::conform(scene_.session, value, *box.names[i].type,
                                      [&] { return place(row.parts[i]); });
            out.put(box.names[i].name, std::move(value));
        }
        rows.push_back(Value::of(std::move(out)));
    }
    return Value::of(std::move(rows));
}

Value Runner::conditional(const Box& box) {
    const Value condition = run(box.parts[0]);
    if (condition.is_unknown()) return condition;
    if (!condition.boolean() && !condition.is_null())
        return fail(box, "E-DMN-206", "条件不是布尔值");
    return run(condition.is_true() ? box.parts[1] : box.parts[2]);
}

// The items a boxed iterator or filter runs over.
bool Runner::items_of(const Box& box, feel::List& items, Value& problem) {
    const Value value = run(box.parts[0]);
    if (value.is_unknown() || value.is_null()) {
        problem =
            value.is_unknown() || value.cause() ? value : fail(box, "E-DMN-207", "对象是 null");
        return false;
    }
    if (value.range()) return feel::items_of_range(scene_.session, *value.range(), items, problem);
    items = value.list() ? *value.list() : feel::List{value};
    return true;
}

Value Runner::filter(const Box& box) {
    feel::List items;
    Value problem;
    if (!items_of(box, items, problem)) return problem;
    feel::List out;
    for (const Value& item : items) {
        frame_.slots[static_cast<std::size_t>(box.slot)] = item;
        const Value keep = run(box.parts[1]);
        if (keep.is_unknown()) return keep;
        if (!keep.boolean())
            return keep.cause() ? keep : fail(box, "E-DMN-206", "筛选条件不是布尔值");
        if (keep.is_true()) out.push_back(item);
    }
    return Value::of(std::move(out));
}

Value Runner::iteration(const Box& box) {
    feel::List items;
    Value problem;
    if (!items_of(box, items, problem)) return problem;
    feel::List out;
    for (const Value& item : items) {
        frame_.slots[static_cast<std::size_t>(box.slot)] = item;
        scene_.session.charge(out.size());
        frame_.slots[static_cast<std::size_t>(box.slot) + 1] = Value::of(out);
        out.push_back(run(box.parts[1]));
        if (scene_.session.stopped()) return Value::null(*scene_.session.stop());
    }
    return Value::of(std::move(out));
}

Value Runner::quantified(const Box& box) {
    const bool some = box.kind == BoxKind::some;
    feel::List items;
    Value result = Value::of(!some);
    if (!items_of(box, items, result)) return result;
    for (const Value& item : items) {
        frame_.slots[static_cast<std::size_t>(box.slot)] = item;
        const Value found = run(box.parts[1]);
        // SPEC: 10.2.1.12: every item must be judged by a boolean, also behind the one that
        // decides.
        if (!found.boolean() && !found.is_unknown())
            return found.cause() ? found : fail(box, "E-DMN-206", "satisfies 的结果不是布尔值");
        if (some ? found.is_true() : found.is_false()) {
            result = found;
        } else if (found.is_unknown() && result.is_true() != some) {
            result = found;
        }
    }
    return result;
}

}  // namespace anmin::dmn
