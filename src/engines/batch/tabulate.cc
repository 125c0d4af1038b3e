// What has no rule over columns: the row engine is asked for every combination of the values that
// the columns in it can have, and the answers become a table. So its meaning is the row engine's by
// construction: functions of texts and dates, look-ups in lists of dated standards, tests with "?".
#include <algorithm>
#include <map>

#include "batch/translate.h"
#include "batch/width.h"

namespace anmin::batch {

using feel::Kind;
using feel::Node;
using feel::NodePtr;
using feel::Op;
using feel::Value;

namespace {

constexpr Wide most_entries = 100'000;

// Slots that the tree itself fills.
void collect_bound(const Node& node, std::set<int>& bound) {
    if (node.op == Op::for_loop || node.op == Op::some || node.op == Op::every ||
        node.op == Op::context)
        bound.insert(node.slots.begin(), node.slots.end());
    if (node.op == Op::filter) bound.insert(node.slot);
    for (const NodePtr& kid : node.kids) collect_bound(*kid, bound);
}

bool uses_bound(const Node& node, const std::set<int>& bound) {
    if (node.op == Op::variable && bound.contains(node.slot)) return true;
    if (node.op == Op::item_member)
        for (const int slot : node.slots)
            if (bound.contains(slot)) return true;
    return std::any_of(node.kids.begin(), node.kids.end(),
                       [&](const NodePtr& kid) { return uses_bound(*kid, bound); });
}

int highest_slot(const Node& node) {
    int out = node.slot;
    for (const int slot : node.slots) out = std::max(out, slot);
    for (const NodePtr& kid : node.kids) out = std::max(out, highest_slot(*kid));
    return out;
}

NodePtr shallow(const Node& node) {
    auto out = std::make_unique<Node>();
    out->op = node.op;
    out->form = node.form;
    out->low_included = node.low_included;
    out->high_included = node.high_included;
    out->uses_input = node.uses_input;
    out->uses_partial = node.uses_partial;
    out->height = node.height;
    out->begin = node.begin;
    out->end = node.end;
    out->slot = node.slot;
    out->value = node.value;
    out->name = node.name;
    out->slots = node.slots;
    out->names = node.names;
    out->code = node.code;
    out->regex = node.regex;
    out->annotation = node.annotation;
    out->type = node.type;
    return out;
}

}  // namespace

class Tabulator {
public:
    Tabulator(Translator& translator, Slots& slots, const Node& root)
        : translator_(translator), slots_(slots), next_slot_(highest_slot(root) + 1) {
        collect_bound(root, bound_);
        auto code = std::make_shared<feel::Code>();
        auto source = std::make_shared<feel::Source>();
        code->source = std::move(source);
        code_ = std::move(code);
    }

    Result<Term> run(const Node& root) {
        code_->root = TRY(cloned(root, true));
        code_->slots = next_slot_;
        Wide entries = 1;
        for (Emitter::Axis& axis : axes_) {
            axis.stride = entries;
            const Wide codes = axis.values + (axis.series.nullable ? 2 : 0);
            if (codes <= 0 || entries * codes > most_entries) return not_compiled("可能的值太多");
            entries *= codes;
        }
        std::vector<Value> answers;
        for (Wide i = 0; i < entries; ++i) {
            Value answer = ask(i);
            const bool scalar =
                !answer.list() && !answer.context() && !answer.function() && !answer.range();
            if (!axes_.empty() && !scalar) return not_compiled("结果不是单个的值");
            answers.push_back(std::move(answer));
        }
        if (axes_.empty()) return term_of(answers[0]);
        return translator_.looked_up(axes_, answers);
    }

private:
    // The tree with columns as slots of its own.
    Result<NodePtr> cloned(const Node& node, bool root) {
        if (node.op == Op::literal) return shallow(node);
        if (node.op == Op::function || node.op == Op::external) return not_compiled("函数定义");
        if (!root && !uses_bound(node, bound_)) {
            Result<Term> term = translator_.eval(node, slots_);
            if (term.ok()) {
                Result<NodePtr> made = filled(node, term.value());
                if (made.ok()) return made;
            }
        }
        if (node.op == Op::variable && !bound_.contains(node.slot))
            return filled(node, TRY(translator_.variable(node.slot, slots_)));
        NodePtr out = shallow(node);
        if (node.op == Op::item_member) TRY(fill_item_member(node, *out));
        for (const NodePtr& kid : node.kids) out->kids.push_back(TRY(cloned(*kid, false)));
        return out;
    }

    // An item that is filtered outside the tree, or the variable an entry's name may stand for.
    Result<void> fill_item_member(const Node& node, Node& out) {
        for (const int slot : node.slots)
            if (!bound_.contains(slot)) return not_compiled("筛选中的名称");
        if (node.slot < 0 || bound_.contains(node.slot)) return {};
        Result<Term> term = translator_.variable(node.slot, slots_);
        if (!term.ok()) return {};
        const Term seen = TRY(translator_.seen(term.value()));
        if (const Series* series = seen.series()) {
            out.slot = hole(*series);
        } else if (seen.constant()) {
            out.slot = next_slot_++;
            constants_.emplace_back(out.slot, *seen.constant());
        } else if (!seen.fields() && !seen.members()) {
            return not_compiled("筛选中的名称");
        }
        return {};
    }

    Result<NodePtr> filled(const Node& node, const Term& term) {
        const Term seen = TRY(translator_.seen(term));
        NodePtr out = shallow(node);
        out->kids.clear();
        if (seen.constant()) {
            out->op = Op::literal;
            out->value = *seen.constant();
            return out;
        }
        if (seen.function() && seen.function()->element >= 0) {
            out->op = Op::literal;
            out->value = dmn::function_of(translator_.model_, seen.function()->element);
            return out;
        }
        if (!seen.series()) return not_compiled("不是单个的值");
        const Series& series = *seen.series();
        // Unsigned: the borders of a series that nothing bounds lie further apart than a Wide.
        const std::uint64_t beyond =
            static_cast<std::uint64_t>(series.most) - static_cast<std::uint64_t>(series.least);
        const bool bounded =
            series.most >= series.least && beyond < static_cast<std::uint64_t>(most_entries);
        if (series.kind != Kind::boolean && !bounded) return not_compiled("可能的值太多");
        out->op = Op::variable;
        out->slot = hole(series);
        return out;
    }

    int hole(const Series& series) {
        for (std::size_t i = 0; i < axes_.size(); ++i)
            if (axes_[i].series.values == series.values) return holes_[i];
        Emitter::Axis axis{series, series.most - series.least + 1, 1};
        if (series.kind == Kind::text) {
            axis.series.least = 0;
            axis.values = static_cast<Wide>(series.texts->size());
        }
        if (series.kind == Kind::boolean) {
            axis.series.least = -1;
            axis.values = 2;
        }
        axes_.push_back(std::move(axis));
        holes_.push_back(next_slot_++);
        return holes_.back();
    }

    Value ask(Wide entry) {
        std::vector<Value> values(static_cast<std::size_t>(next_slot_));
        for (const auto& [slot, value] : constants_) values[static_cast<std::size_t>(slot)] = value;
        for (std::size_t i = 0; i < axes_.size(); ++i) {
            const Emitter::Axis& axis = axes_[i];
            const Wide codes = axis.values + (axis.series.nullable ? 2 : 0);
            const Wide code = entry / axis.stride % codes;
            Value& value = values[static_cast<std::size_t>(holes_[i])];
            if (code < axis.values) value = value_of(axis.series, axis.series.least + code);
            if (code == axis.values + 1) value = Value::unknown({"?"});
        }
        feel::Session session;
        Value answer = session.run(*code_, std::move(values));
        if (feel::missing_inside(answer)) return Value::unknown({"?"});
        return answer;
    }

    Translator& translator_;
    Slots& slots_;
    int next_slot_;
    std::set<int> bound_;
    std::shared_ptr<feel::Code> code_;
    std::vector<Emitter::Axis> axes_;
    std::vector<int> holes_;
    std::vector<std::pair<int, Value>> constants_;
};

Result<Term> Translator::tabulated(const Node& node, Slots& slots) {
    return Tabulator(*this, slots, node).run(node);
}

// A table of answers as a series; they must all be of one kind.
Result<Term> Translator::looked_up(const std::vector<Emitter::Axis>& axes,
                                   const std::vector<Value>& answers) {
    Series like;
    bool first = true;
    std::vector<std::string> texts;
    std::map<std::string, Wide> codes;
    for (const Value& answer : answers) {
        if (answer.is_null() || answer.is_unknown()) continue;
        if (!first && answer.kind() != like.kind) return not_compiled("结果的类型不一");
        like.kind = answer.kind();
        first = false;
        if (answer.number()) {
            const auto scaled = scaled_of(*answer.number());
            if (!scaled) return not_compiled("结果的位数太多");
            like.scale = std::max(like.scale, scaled->scale);
        }
        if (const std::string* text = answer.text())
            if (codes.emplace(*text, static_cast<Wide>(texts.size())).second)
                texts.push_back(*text);
    }
    if (first &&
        std::all_of(answers.begin(), answers.end(), [](const Value& one) { return one.is_null(); }))
        return term_of(Value());
    like.texts = std::make_shared<const std::vector<std::string>>(texts);
    Emitter::Table table;
    for (const Value& answer : answers) {
        const bool none = answer.is_null() || answer.is_unknown();
        std::optional<Wide> raw = 0;
        if (const std::string* text = answer.text()) {
            raw = codes.at(*text);
        } else if (!none) {
            raw = raw_of(like, answer);
        }
        if (!raw) return not_compiled("结果的类型");
        table.values.push_back(*raw);
        table.state.push_back(static_cast<std::uint8_t>(answer.is_null()      ? 1
                                                        : answer.is_unknown() ? 2
                                                                              : 0));
    }
    return term_of(emitter_.looked_up(axes, table, like));
}

}  // namespace anmin::batch
