// Tests of cells (feel: evaluate.cc Session::test, eval_operators.cc passes, is_in).
#include "batch/translate.h"

namespace anmin::batch {

using feel::Kind;
using feel::Node;
using feel::Op;
using feel::RangeForm;
using feel::Value;
using frame::Comparison;

Result<Term> Translator::tested(const feel::Tests& tests, const Term& input, Slots& slots) {
    if (tests.any) return term_of(Value::of(true));
    slots.put(tests.input_slot, input);
    std::optional<Term> all;
    for (const auto& test : tests.code->root->kids) {
        Term one = TRY(passed(*test, input, slots));
        if (one.constant() && one.constant()->is_true()) return term_of(Value::of(!tests.negated));
        if (!all || (all->constant() && all->constant()->is_false())) {
            all = std::move(one);
        } else if (!(one.constant() && one.constant()->is_false())) {
            const Level level = one.series() ? one.series()->level : Level::household;
            all = term_of(emitter_.either(TRY(truth_of(*all, level)), TRY(truth_of(one, level))));
        }
    }
    if (!all) return term_of(Value::of(tests.negated));
    if (!tests.negated) return *all;
    if (all->series()) return term_of(emitter_.opposite(*all->series()));
    if (const bool* truth = all->constant()->boolean()) return term_of(Value::of(!*truth));
    return *all;
}

// value in (tests): true as soon as one is, else unknown before null before false.
Result<Term> Translator::membership(const Node& node, Slots& slots) {
    const Term input = TRY(seen(TRY(eval(*node.kids[0], slots))));
    if (input.constant()) return not_compiled("常数");
    std::optional<Series> out;
    for (std::size_t i = 1; i < node.kids.size(); ++i) {
        const Node& test = *node.kids[i];
        const Term one =
            test.op == Op::test
                ? TRY(in_form(test.form, input, TRY(seen(TRY(eval(*test.kids[0], slots))))))
                : TRY(in_set(input, TRY(seen(TRY(eval(test, slots))))));
        if (!one.series()) return not_compiled("in 的条件");
        out = out ? emitter_.either(*out, *one.series()) : *one.series();
    }
    if (!out) return not_compiled("in 的条件");
    return term_of(*out);
}

Result<Term> Translator::passed(const Node& test, const Term& input, Slots& slots) {
    if (test.op == Op::any) return term_of(Value::of(true));
    if (test.uses_input) {
        const Term term = TRY(seen(TRY(eval(test, slots))));
        if (term.series() && term.series()->kind == Kind::boolean) return term;
        if (term.constant() && term.constant()->boolean()) return term;
        return not_compiled("条件不是布尔值");
    }
    if (test.op == Op::test)
        return in_form(test.form, input, TRY(seen(TRY(eval(*test.kids[0], slots)))));
    const Term set = TRY(seen(TRY(eval(test, slots))));
    if (set.constant() && set.constant()->boolean()) {
        const bool truths = (input.series() && input.series()->kind == Kind::boolean) ||
                            (input.constant() && input.constant()->boolean());
        if (!truths) return not_compiled("条件是布尔值，输入不是");
    }
    if (set.series() && set.series()->kind == Kind::boolean) {
        if (input.series() && input.series()->kind == Kind::boolean)
            return compared(Comparison::equal, input, set);
        return not_compiled("条件是布尔值，输入不是");
    }
    return in_set(input, set);
}

Result<Term> Translator::in_form(RangeForm form, const Term& input, const Term& end) {
    switch (form) {
        case RangeForm::interval: break;
        case RangeForm::less: return compared(Comparison::less, input, end);
        case RangeForm::less_equal: return compared(Comparison::at_most, input, end);
        case RangeForm::greater: return compared(Comparison::more, input, end);
        case RangeForm::greater_equal: return compared(Comparison::at_least, input, end);
        case RangeForm::equal: return compared(Comparison::equal, input, end);
        case RangeForm::unequal: return compared(Comparison::unequal, input, end);
    }
    return not_compiled("这样的条件");
}

Result<Term> Translator::in_range(const Term& input, const feel::Range& range) {
    if (range.form != RangeForm::interval)
        return in_form(range.form, input, term_of(range.low.is_null() ? range.high : range.low));
    std::optional<Series> out;
    const auto limit = [&](const Value& end, Comparison how) -> Result<void> {
        if (end.is_null()) return {};
        const Term one = TRY(compared(how, input, term_of(end)));
        if (!one.series()) return not_compiled("常数区间");
        out = out ? emitter_.both(*out, *one.series()) : *one.series();
        return {};
    };
    TRY(limit(range.low, range.low_included ? Comparison::at_least : Comparison::more));
    TRY(limit(range.high, range.high_included ? Comparison::at_most : Comparison::less));
    if (!out) return not_compiled("没有端点的区间");
    return term_of(*out);
}

Result<Term> Translator::in_set(const Term& input, const Term& set) {
    const Value* const value = set.constant();
    if (!value) return compared(Comparison::equal, input, set);
    if (value->range()) return in_range(input, *value->range());
    if (!value->list()) return compared(Comparison::equal, input, set);
    std::optional<Series> out;
    for (const Value& item : *value->list()) {
        // Nothing is unknown about what cannot be compared: it is just not the item.
        const Term one = TRY(in_set(input, term_of(item)));
        if (!one.series() || item.list()) return not_compiled("列表条件");
        Series truth = *one.series();
        if (item.range() && truth.nullable) {
            truth.values = emitter_.masks_of(truth);
            truth.nullable = false;
            truth = emitter_.made_unknown(truth, truth.unknown);
        }
        out = out ? emitter_.either(*out, truth) : truth;
    }
    if (!out) return term_of(Value::of(false));
    return term_of(*out);
}

}  // namespace anmin::batch
