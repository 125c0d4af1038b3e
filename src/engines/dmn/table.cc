// Decision tables. SPEC: DMN 8.2 and 8.3.
#include <algorithm>
#include <unordered_map>

#include "dmn/evaluation.h"
#include "feel/builtins.h"
#include "feel/compare.h"
#include "feel/print.h"

namespace anmin::dmn {

namespace {

const char* policy_name(HitPolicy policy) {
    switch (policy) {
        case HitPolicy::unique: return "UNIQUE";
        case HitPolicy::first: return "FIRST";
        case HitPolicy::priority: return "PRIORITY";
        case HitPolicy::any: return "ANY";
        case HitPolicy::collect: return "COLLECT";
        case HitPolicy::rule_order: return "RULE ORDER";
        case HitPolicy::output_order: return "OUTPUT ORDER";
    }
    return "";
}

bool gives_list(const Table& table) {
    switch (table.policy) {
        case HitPolicy::unique:
        case HitPolicy::first:
        case HitPolicy::priority:
        case HitPolicy::any: return false;
        case HitPolicy::collect: return table.aggregation == Aggregation::none;
        case HitPolicy::rule_order:
        case HitPolicy::output_order: return true;
    }
    return false;
}

// Where values stand in the list of an output column.
class Order {
public:
    explicit Order(feel::List values) : values_(std::move(values)) {
        for (std::size_t i = 0; i < values_.size(); ++i)
            if (std::string key = feel::search_key(values_[i]); !key.empty())
                places_.emplace(std::move(key), i);
    }
    bool empty() const { return values_.empty(); }
    std::size_t place_of(const Value& value) const {
        if (const auto known = places_.find(feel::search_key(value)); known != places_.end())
            return known->second;
        std::size_t at = 0;
        while (at < values_.size() && !feel::equal(values_[at], value).value_or(false)) ++at;
        return at;
    }

private:
    feel::List values_;
    std::unordered_map<std::string, std::size_t> places_;
};

void annotate(const Table& table, const Rule& rule, UsedRule& used) {
    for (std::size_t i = 0; i < rule.annotations.size(); ++i)
        used.annotations.emplace_back(
            i < table.annotations.size() ? table.annotations[i] : std::string(),
            rule.annotations[i]);
}

}  // namespace

// The values of the inputs; false with the problem when one is not allowed.
bool Runner::read_inputs(const Box& box, UsedTable* used, feel::List& inputs, Value& problem) {
    const Table& table = *box.table;
    inputs.reserve(table.inputs.size());
    for (std::size_t i = 0; i < table.inputs.size(); ++i) {
        const Input& input = table.inputs[i];
        Value value = scene_.session.run(*input.code, frame_);
        if (input.variable.type && value.list() && value.list()->size() == 1 &&
            input.variable.type->shape != feel::Shape::list)
            value = Value(value.list()->front());
        if (used) used->inputs.push_back({input.label, value, ""});
        if (input.has_allowed && !value.is_null() && !value.is_unknown() &&
            !scene_.session.test(input.allowed, value, frame_).is_true()) {
            problem = fail(box, "E-DMN-210",
                           "输入“" + input.label + "”的值 " + feel::literal_text(value, 60) +
                               " 不在允许范围 " + input.allowed_text.text);
            return false;
        }
        inputs.push_back(std::move(value));
    }
    return true;
}

Runner::Match Runner::match(const Rule& rule, const feel::List& inputs,
                            std::set<std::string>& missing) {
    Match out{Match::Kind::yes, 0};
    for (std::size_t i = 0; i < rule.tests.size(); ++i) {
        if (rule.tests[i].any) continue;
        const Value passed = scene_.session.test(rule.tests[i], inputs[i], frame_);
        if (passed.is_true()) continue;
        if (!passed.is_unknown()) return {Match::Kind::no, i + 1};
        out = {Match::Kind::maybe, i + 1};
        missing.insert(passed.missing()->begin(), passed.missing()->end());
    }
    return out;
}

Value Runner::output_cell(const Box& box, const Output& output, const Code& code) {
    Value value = scene_.session.run(code, frame_);
    if (output.variable.type)
        value = feel::conform(scene_.session, value, *output.variable.type,
                              [&] { return place(box) + " 输出“" + output.name + "”"; });
    if (output.has_allowed && !value.is_null() && !value.is_unknown() &&
        !scene_.session.test(output.allowed, value, frame_).is_true())
        return fail(
            box, "E-DMN-211",
            "输出 " + feel::literal_text(value, 60) + " 不在允许范围 " + output.allowed_text.text);
    return value;
}

Value Runner::output_of(const Box& box, const Rule& rule) {
    const Table& table = *box.table;
    if (table.outputs.size() == 1 && rule.outputs.size() == 1)
        return output_cell(box, table.outputs[0], *rule.outputs[0]);
    feel::Context out;
    for (std::size_t i = 0; i < rule.outputs.size() && i < table.outputs.size(); ++i)
        out.put(table.outputs[i].name, output_cell(box, table.outputs[i], *rule.outputs[i]));
    return Value::of(std::move(out));
}

// SPEC: 8.2.11: what holds when no rule does.
Value Runner::default_of(const Box& box, bool& found) {
    const Table& table = *box.table;
    found = false;
    feel::Context out;
    for (const Output& output : table.outputs) {
        Value value;
        if (output.default_code) {
            found = true;
            value = output_cell(box, output, *output.default_code);
        }
        if (table.outputs.size() == 1) return value;
        out.put(output.name, std::move(value));
    }
    return Value::of(std::move(out));
}

Value Runner::nothing_matched(const Box& box, UsedTable* used) {
    bool found = false;
    Value value = default_of(box, found);
    if (used) used->used_default = found;
    if (found)
        return gives_list(*box.table) && !value.list() ? Value::of(feel::List{value}) : value;
    // SPEC: 8.2.11: null without a default. What is collected is nothing, or none of it is counted.
    if (box.table->policy == HitPolicy::collect && gives_list(*box.table))
        return Value::of(feel::List());
    if (box.table->aggregation == Aggregation::count) return Value::of(std::int64_t{0});
    return fail(box, "E-DMN-212", "没有规则符合，也没有默认输出");
}

// Sorts outputs by where their values stand in the lists of the output columns, the best first.
void Runner::rank(const Box& box, feel::List& outputs) {
    if (outputs.size() < 2) return;
    const Table& table = *box.table;
    std::vector<std::vector<std::size_t>> ranks(outputs.size());
    for (const Output& column : table.outputs) {
        feel::List listed;
        for (const auto& code : column.order) listed.push_back(scene_.session.run(*code, frame_));
        const Order order(std::move(listed));
        if (order.empty()) continue;
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            const bool several = table.outputs.size() > 1 && outputs[i].context();
            const Value* found = several ? outputs[i].context()->find(column.name) : &outputs[i];
            ranks[i].push_back(order.place_of(found ? *found : Value()));
        }
    }
    std::vector<std::size_t> places(outputs.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    feel::List sorted;
    for (const std::size_t place : places) sorted.push_back(outputs[place]);
    outputs = std::move(sorted);
}

// SPEC: 8.2.11, collect with an operator; several outputs are aggregated one by one.
Value Runner::aggregate(const Box& box, const feel::List& values) {
    const Table& table = *box.table;
    if (table.aggregation == Aggregation::count)
        return Value::of(static_cast<std::int64_t>(values.size()));
    const char* name = table.aggregation == Aggregation::sum   ? "sum"
                       : table.aggregation == Aggregation::min ? "min"
                                                               : "max";
    const auto combine = [&](feel::List list) {
        return scene_.session.call(*feel::find_builtin(name), {Value::of(std::move(list))});
    };
    if (table.outputs.size() == 1) return combine(values);
    feel::Context out;
    for (const Output& output : table.outputs) {
        feel::List column;
        for (const Value& value : values) {
            const Value* cell = value.context() ? value.context()->find(output.name) : nullptr;
            column.push_back(cell ? *cell : Value());
        }
        out.put(output.name, combine(std::move(column)));
    }
    return Value::of(std::move(out));
}

// The result when exactly these rules hold.
Value Runner::choose(const Box& box, const std::vector<std::size_t>& hits) {
    const Table& table = *box.table;
    if (hits.size() > 1 && table.policy == HitPolicy::unique)
        return fail(box, "E-DMN-213",
                    "规则 " + std::to_string(hits[0] + 1) + " 与规则 " +
                        std::to_string(hits[1] + 1) + " 同时符合，而命中策略是唯一");
    feel::List outputs;
    outputs.reserve(hits.size());
    for (const std::size_t hit : hits) {
        outputs.push_back(output_of(box, table.rules[hit]));
        if (table.policy == HitPolicy::first) return outputs.back();
    }
    if (table.policy == HitPolicy::any)
        for (std::size_t i = 1; i < outputs.size(); ++i)
            if (!feel::equal(outputs[0], outputs[i]).value_or(false))
                return fail(box, "E-DMN-214", "同时符合的规则输出不同，而命中策略是任意");
    if (table.policy == HitPolicy::priority || table.policy == HitPolicy::output_order)
        rank(box, outputs);
    if (table.policy == HitPolicy::collect && table.aggregation != Aggregation::none)
        return aggregate(box, outputs);
    return gives_list(table) ? Value::of(std::move(outputs)) : outputs[0];
}

// The result when some rules hold for certain and others perhaps: certain only when it is the same
// whichever of those hold.
Value Runner::choose_certain(const Box& box, const std::vector<std::size_t>& yes,
                             const std::vector<std::size_t>& maybe,
                             const std::set<std::string>& missing) {
    const Table& table = *box.table;
    const bool one = table.policy == HitPolicy::unique || table.policy == HitPolicy::first ||
                     table.policy == HitPolicy::any;
    if (!one) return Value::unknown(missing);
    std::vector<Value> possible;
    const bool first = table.policy == HitPolicy::first;
    for (const std::size_t rule : maybe)
        if (!first || yes.empty() || rule < yes.front())
            possible.push_back(output_of(box, table.rules[rule]));
    possible.push_back(yes.empty() ? nothing_matched(box, nullptr) : choose(box, yes));
    for (const Value& value : possible)
        if (feel::missing_inside(value) || !feel::identical(value, possible.front()))
            return Value::unknown(missing);
    return possible.front();
}

Value Runner::table(const Box& box) {
    const Table& table = *box.table;
    UsedTable* used = nullptr;
    if (used_) {
        used_->tables.emplace_back();
        used = &used_->tables.back();
        used->policy = policy_name(table.policy);
    }
    Value problem;
    feel::List inputs;
    if (!read_inputs(box, used, inputs, problem)) return problem;
    std::vector<std::size_t> yes;
    std::vector<std::size_t> maybe;
    std::set<std::string> missing;
    for (std::size_t i = 0; i < table.rules.size(); ++i) {
        const Rule& rule = table.rules[i];
        const Match found = match(rule, inputs, missing);
        if (found.kind == Match::Kind::yes) yes.push_back(i);
        if (found.kind == Match::Kind::maybe) maybe.push_back(i);
        if (used) {
            UsedRule entry;
            entry.number = static_cast<int>(i) + 1;
            entry.id = rule.id;
            entry.matched = found.kind == Match::Kind::yes;
            if (!entry.matched && found.failed_cell > 0) {
                const std::size_t cell = found.failed_cell - 1;
                entry.failed_cell = static_cast<int>(found.failed_cell);
                entry.failed_label = table.inputs[cell].label;
                entry.failed_test = rule.test_texts[cell].text;
                entry.failed_value = inputs[cell];
            }
            annotate(table, rule, entry);
            used->rules.push_back(std::move(entry));
        }
        if (table.policy == HitPolicy::first && !yes.empty()) break;
        if (scene_.session.stopped()) return Value::null(*scene_.session.stop());
    }
    if (!maybe.empty()) return choose_certain(box, yes, maybe, missing);
    return yes.empty() ? nothing_matched(box, used) : choose(box, yes);
}

}  // namespace anmin::dmn
