// Expressions, operator by operator (feel: eval_operators.cc, eval_control.cc, eval_structure.cc).
#include "batch/translate.h"

namespace anmin::batch {

using feel::Kind;
using feel::Node;
using feel::Op;
using feel::Value;
using frame::Comparison;

Result<Term> Translator::evaluated(const feel::Code& code, std::vector<Term> values) {
    Slots slots;
    for (std::size_t i = 0; i < values.size(); ++i)
        slots.put(static_cast<int>(i), std::move(values[i]));
    return expression(code, slots);
}

Result<Term> Translator::expression(const feel::Code& code, Slots& slots) {
    return eval(*code.root, slots);
}

Result<Term> Translator::eval(const Node& node, Slots& slots) {
    if (node.op == Op::literal) return term_of(node.value);
    const auto known = slots.known.find(&node);
    if (known != slots.known.end()) return known->second;
    Result<Term> out = direct(node, slots);
    if (!out.ok()) {
        Result<Term> asked = tabulated(node, slots);
        if (asked.ok()) out = std::move(asked);
    }
    slots.known.insert_or_assign(&node, out);
    return out;
}

Result<Term> Translator::direct(const Node& node, Slots& slots) {
    switch (node.op) {
        case Op::literal: return term_of(node.value);
        case Op::variable: return variable(node.slot, slots);
        case Op::item_member: return item_member(node, slots);
        case Op::path: return path(node, slots);
        case Op::negate: {
            const Term term = TRY(seen(TRY(eval(*node.kids[0], slots))));
            if (!term.series() || term.series()->kind != Kind::number)
                return not_compiled("只有数字可以按列取负");
            return term_of(emitter_.negated(*term.series()));
        }
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide: return arithmetic(node, slots);
        case Op::equal:
        case Op::unequal:
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal: return comparison(node, slots);
        case Op::between: return between(node, slots);
        case Op::in: return membership(node, slots);
        case Op::conjunction:
        case Op::disjunction: return connective(node, slots);
        case Op::if_else: return if_else(node, slots);
        case Op::for_loop: return loop(node, slots);
        case Op::some:
        case Op::every: return quantified(node, slots);
        case Op::call: return call(node, slots);
        case Op::filter: return filter(node, slots);
        case Op::context: return context(node, slots);
        case Op::list: {
            auto items = std::make_shared<Items>();
            for (const auto& kid : node.kids) items->items.push_back(TRY(eval(*kid, slots)));
            return Term{std::shared_ptr<const Items>(std::move(items))};
        }
        case Op::unresolved:
        case Op::power:
        case Op::instance_of:
        case Op::range_domain:
        case Op::function:
        case Op::range:
        case Op::test:
        case Op::any:
        case Op::external: return not_compiled("没有按列的做法");
    }
    return not_compiled("没有按列的做法");
}

Result<Term> Translator::variable(int slot, Slots& slots) {
    const auto at = static_cast<std::size_t>(slot);
    if (at < slots.terms.size() && slots.terms[at]) return *slots.terms[at];
    if (!slots.element || at >= slots.element->sources.size()) return not_compiled("循环里的变量");
    const dmn::Source& source = slots.element->sources[at];
    if (source.import) return not_compiled("导入模型中的元素");
    Term term = TRY(value_of(source.elements[0]));
    slots.put(slot, term);
    return term;
}

Result<Term> Translator::arithmetic(const Node& node, Slots& slots) {
    const Term left = TRY(seen(TRY(eval(*node.kids[0], slots))));
    const Term right = TRY(seen(TRY(eval(*node.kids[1], slots))));
    if (left.constant() && right.constant()) return not_compiled("常数");
    const Series one = TRY(series_of(left, right.series()));
    const Series two = TRY(series_of(right, left.series()));
    if (one.kind != Kind::number || two.kind != Kind::number)
        return not_compiled("只有数字可以按列运算");
    if (node.op == Op::divide) return Term{Quotient{one, two}};
    const auto what = node.op == Op::add        ? frame::Operation::add
                      : node.op == Op::subtract ? frame::Operation::subtract
                                                : frame::Operation::multiply;
    return term_of(TRY(emitter_.arithmetic(what, one, two)));
}

namespace {

Comparison comparison_of(Op op) {
    if (op == Op::equal) return Comparison::equal;
    if (op == Op::unequal) return Comparison::unequal;
    if (op == Op::less) return Comparison::less;
    if (op == Op::less_equal) return Comparison::at_most;
    return op == Op::greater ? Comparison::more : Comparison::at_least;
}

}  // namespace

Result<Term> Translator::comparison(const Node& node, Slots& slots) {
    return compared(comparison_of(node.op), TRY(eval(*node.kids[0], slots)),
                    TRY(eval(*node.kids[1], slots)));
}

// value >= low and value <= high; null as soon as one of the two is.
Result<Term> Translator::between(const Node& node, Slots& slots) {
    const Term value = TRY(eval(*node.kids[0], slots));
    const Term low = TRY(compared(Comparison::at_least, value, TRY(eval(*node.kids[1], slots))));
    const Term high = TRY(compared(Comparison::at_most, value, TRY(eval(*node.kids[2], slots))));
    if (!low.series() || !high.series()) return not_compiled("常数区间");
    Series out = emitter_.both(*low.series(), *high.series());
    const Register unknown = emitter_.mask_or(low.series()->unknown, high.series()->unknown);
    if (low.series()->nullable) out = emitter_.nulled(out, emitter_.null_masks(*low.series()));
    if (high.series()->nullable) out = emitter_.nulled(out, emitter_.null_masks(*high.series()));
    out.unknown = unknown;
    return term_of(out);
}

Result<Term> Translator::connective(const Node& node, Slots& slots) {
    const bool conjunction = node.op == Op::conjunction;
    const Term left = TRY(seen(TRY(eval(*node.kids[0], slots))));
    if (left.constant() && (conjunction ? left.constant()->is_false() : left.constant()->is_true()))
        return left;
    const Term right = TRY(seen(TRY(eval(*node.kids[1], slots))));
    if (right.constant() &&
        (conjunction ? right.constant()->is_false() : right.constant()->is_true()))
        return right;
    if (left.constant() && right.constant()) return not_compiled("常数");
    const Level level = left.series() ? left.series()->level : Level::household;
    const Series one = TRY(truth_of(left, level));
    const Series two = TRY(truth_of(right, level));
    return term_of(conjunction ? emitter_.both(one, two) : emitter_.either(one, two));
}

Result<Term> Translator::if_else(const Node& node, Slots& slots) {
    const Term condition = TRY(seen(TRY(eval(*node.kids[0], slots))));
    if (const Value* value = condition.constant()) {
        if (value->is_unknown()) return not_compiled("未给出的常数");
        return eval(value->is_true() ? *node.kids[1] : *node.kids[2], slots);
    }
    return chosen(condition, TRY(eval(*node.kids[1], slots)), TRY(eval(*node.kids[2], slots)));
}

Result<Term> Translator::path(const Node& node, Slots& slots) {
    const Term owner = TRY(eval(*node.kids[0], slots));
    return member(owner, node.name);
}

Result<Term> Translator::item_member(const Node& node, Slots& slots) {
    for (const int slot : node.slots) {
        const Term item = TRY(variable(slot, slots));
        if (item.fields()) {
            if (const Term* found = item.fields()->find(node.name)) return seen(*found);
        } else if (item.constant() && item.constant()->context()) {
            if (const Value* found = item.constant()->context()->find(node.name))
                return term_of(*found);
        } else if (!item.series()) {
            return not_compiled("筛选中的名称");
        }
    }
    if (node.slot >= 0) return variable(node.slot, slots);
    return not_compiled("筛选的项没有“" + node.name + "”");
}

Result<Term> Translator::context(const Node& node, Slots& slots) {
    auto fields = std::make_shared<Fields>();
    for (std::size_t i = 0; i < node.kids.size(); ++i) {
        if (fields->find(node.names[i])) return not_compiled("名称重复");
        Term term = TRY(eval(*node.kids[i], slots));
        slots.put(node.slots[i], term);
        fields->entries.emplace_back(node.names[i], std::move(term));
    }
    return Term{std::shared_ptr<const Fields>(std::move(fields))};
}

Result<Term> Translator::filter(const Node& node, Slots& slots) {
    const Term source = TRY(eval(*node.kids[0], slots));
    const Members* const members = source.members();
    if (!members) return not_compiled("只有家庭成员可以按列筛选");
    slots.put(node.slot, members->item);
    const Term condition = TRY(seen(TRY(eval(*node.kids[1], slots))));
    const bool truth = condition.series() ? condition.series()->kind == Kind::boolean
                                          : condition.constant() && condition.constant()->boolean();
    if (!truth) return not_compiled("筛选条件不是布尔值");
    const Series keep = emitter_.at_level(TRY(truth_of(condition, Level::member)), Level::member);
    auto out = std::make_shared<Members>(*members);
    out->keep = emitter_.masks_of(keep);
    Register lost = keep.unknown;
    if (members->keep != no_register) {
        out->keep = emitter_.mask_and(out->keep, members->keep);
        if (lost != no_register) lost = emitter_.mask_and(lost, members->keep);
    }
    if (lost != no_register) {
        // SPEC: not knowing whether an item belongs, the whole list is not known, with all that
        // its items miss; where anything else is unknown there, the row engine tells which.
        out->unknown = emitter_.mask_or(members->unknown, emitter_.any_member(lost));
    }
    return Term{std::shared_ptr<const Members>(std::move(out))};
}

Result<Term> Translator::loop(const Node& node, Slots& slots) {
    if (node.names.size() != 1 || node.uses_partial) return not_compiled("多重循环");
    const Term domain = TRY(eval(*node.kids[0], slots));
    const Members* const members = domain.members();
    if (!members) return not_compiled("只有家庭成员可以按列循环");
    slots.put(node.slots[0], members->item);
    auto out = std::make_shared<Members>(*members);
    out->item = TRY(seen(TRY(eval(*node.kids.back(), slots))));
    return Term{std::shared_ptr<const Members>(std::move(out))};
}

Result<Term> Translator::quantified(const Node& node, Slots& slots) {
    if (node.names.size() != 1) return not_compiled("多重循环");
    const Term domain = TRY(eval(*node.kids[0], slots));
    const Members* const members = domain.members();
    if (!members) return not_compiled("只有家庭成员可以按列循环");
    slots.put(node.slots[0], members->item);
    const Term found = TRY(seen(TRY(eval(*node.kids.back(), slots))));
    const Series truth = emitter_.at_level(TRY(truth_of(found, Level::member)), Level::member);
    const Emitter::Kept kept{members->keep, members->unknown};
    return term_of(node.op == Op::some ? emitter_.any_of(truth, kept)
                                       : emitter_.all_of(truth, kept));
}

}  // namespace anmin::batch
