// Operators of the evaluator.
#include "feel/compare.h"
#include "feel/evaluator.h"
#include "feel/print.h"

namespace anmin::feel {

namespace {

bool either_unknown(const Value& left, const Value& right) {
    return left.is_unknown() || right.is_unknown();
}

Value truth(Op op, const std::strong_ordering& order) {
    if (op == Op::less) return Value::of(order < 0);
    if (op == Op::less_equal) return Value::of(order <= 0);
    if (op == Op::greater) return Value::of(order > 0);
    return Value::of(order >= 0);
}

}  // namespace

Value Evaluator::arithmetic(const Node& node) {
    Value kept_left;
    Value kept_right;
    const Value& left = look(*node.kids[0], kept_left);
    const Value& right = look(*node.kids[1], kept_right);
    if (either_unknown(left, right)) return unknown_of(left, right);
    if (!left.number()) charge_zones(left, right);
    Value out;
    if (node.op == Op::add) {
        out = add(left, right);
    } else if (node.op == Op::subtract) {
        out = subtract(left, right);
    } else if (node.op == Op::multiply) {
        out = multiply(left, right);
    } else if (node.op == Op::divide) {
        out = divide(left, right);
        if (out.is_null() && right.number() && right.number()->zero())
            return fail(node, "E-FEEL-202", "除以零");
    } else if (left.number() && right.number()) {
        const auto power = decimal::power(*left.number(), *right.number());
        if (power) out = Value::of(*power);
    }
    if (out.is_null()) return null_from(node, left, right, "不能这样运算");
    if (!out.text()) return out;
    if (out.text()->size() > session_.options().limits.text)
        return session_.stop_over_limit("字符串过长");
    session_.charge(out.text()->size() / 16);
    return out;
}

Value Evaluator::negate(const Node& node) {
    const Value value = eval(*node.kids[0]);
    if (value.is_unknown()) return value;
    if (value.number()) return Value::of(value.number()->negated());
    if (value.years_months()) return Value::of(YearsMonths{-value.years_months()->months});
    if (value.days_time()) return Value::of(DaysTime{-value.days_time()->nanoseconds});
    return null_from(node, value, Value(), "不能取负");
}

Value Evaluator::compare(const Node& node) {
    Value kept_left;
    Value kept_right;
    const Value& left = look(*node.kids[0], kept_left);
    const Value& right = look(*node.kids[1], kept_right);
    charge_comparison(left, right);
    if (node.op == Op::equal || node.op == Op::unequal) {
        if (missing_inside(left) || missing_inside(right)) return unknown_of(left, right);
        const auto same = equal(left, right);
        if (!same) return null_from(node, left, right, "不能比较");
        return Value::of(*same == (node.op == Op::equal));
    }
    if (either_unknown(left, right)) return unknown_of(left, right);
    const auto found = order(left, right);
    if (found) return truth(node.op, *found);
    // SPEC: table 53: <= is "less or equal", and the two may be equal without having an order.
    return null_from(node, left, right, "不能比较大小");
}

Value Evaluator::between(const Node& node) {
    Value kept_value;
    Value kept_low;
    Value kept_high;
    const Value& value = look(*node.kids[0], kept_value);
    const Value& low = look(*node.kids[1], kept_low);
    const Value& high = look(*node.kids[2], kept_high);
    if (value.is_unknown() || either_unknown(low, high)) {
        return unknown_of(unknown_of(value, low), high);
    }
    const auto above = order(value, low);
    const auto below = order(value, high);
    if (!above) return null_from(node, value, low, "不能比较大小");
    if (!below) return null_from(node, value, high, "不能比较大小");
    return Value::of(*above >= 0 && *below <= 0);
}

Value Evaluator::connective(const Node& node) {
    const bool conjunction = node.op == Op::conjunction;
    const auto decides = [&](const Value& value) {
        return conjunction ? value.is_false() : value.is_true();
    };
    const Value left = eval(*node.kids[0]);
    if (decides(left)) return left;
    const Value right = eval(*node.kids[1]);
    if (decides(right)) return right;
    if (either_unknown(left, right)) return unknown_of(left, right);
    if (left.boolean() && right.boolean()) return Value::of(conjunction);
    return null_from(node, left, right, conjunction ? "and 需要两个布尔值" : "or 需要两个布尔值");
}

Value Evaluator::instance(const Node& node) {
    const Value value = eval(*node.kids[0]);
    if (missing_inside(value)) return unknown_of(value, Value());
    if (!node.annotation) return fail(node, "E-FEEL-104", "没有这个类型");
    if (value.list() || value.context()) session_.charge(value.bulk().size / 8);
    return Value::of(instance_of(value, *node.annotation));
}

// "< 10" as a value.
Value Evaluator::test_range(const Node& node) {
    Value end = eval(*node.kids[0]);
    if (end.is_unknown()) return end;
    Range range;
    range.form = node.form;
    const bool equality = node.form == RangeForm::equal || node.form == RangeForm::unequal;
    if (!equality && !order(end, end)) return null_from(node, end, Value(), "不能作为区间的端点");
    const bool included =
        node.form == RangeForm::less_equal || node.form == RangeForm::greater_equal || equality;
    if (equality || node.form == RangeForm::greater || node.form == RangeForm::greater_equal) {
        range.low = end;
        range.low_included = included;
    }
    if (equality || node.form == RangeForm::less || node.form == RangeForm::less_equal) {
        range.high = std::move(end);
        range.high_included = included;
    }
    return Value::of(std::move(range));
}

Value Evaluator::interval(const Node& node) {
    Range range;
    range.low = eval(*node.kids[0]);
    range.high = eval(*node.kids[1]);
    range.low_included = node.low_included;
    range.high_included = node.high_included;
    if (either_unknown(range.low, range.high)) return unknown_of(range.low, range.high);
    if (range.low.cause() || range.high.cause())
        return null_from(node, range.low, range.high, "区间端点为空");
    if (range.low.is_null() && range.high.is_null())
        return fail(node, "E-FEEL-206", "区间两端都是 null");
    const Value& end = range.low.is_null() ? range.high : range.low;
    const auto found = range.low.is_null() || range.high.is_null() ? order(end, end)
                                                                   : order(range.low, range.high);
    if (!found) return null_from(node, range.low, range.high, "不能作为区间的两端");
    if (*found > 0) return fail(node, "E-FEEL-206", "区间的起点大于终点");
    return Value::of(std::move(range));
}

Value Evaluator::membership(const Node& node) {
    const Value input = eval(*node.kids[0]);
    Value outcome = Value::of(false);
    for (std::size_t i = 1; i < node.kids.size(); ++i) {
        const Value set = eval(*node.kids[i]);
        Value found = is_in(*node.kids[i], input, set);
        if (found.is_true()) return found;
        if (found.is_unknown() || outcome.is_unknown()) {
            outcome = unknown_of(found, outcome);
        } else if (found.is_null()) {
            outcome = std::move(found);
        }
    }
    return outcome;
}

// SPEC: DMN 10.3.2.13, table 55.
Value Evaluator::is_in(const Node& node, const Value& input, const Value& set) {
    if (missing_inside(input) || set.is_unknown()) return unknown_of(input, set);
    if (set.range()) {
        if (input.list() || (input.range() && set.range()->form == RangeForm::interval))
            return Value::of(false);
        const auto inside = contains(*set.range(), input);
        if (inside) return Value::of(*inside);
        return null_from(node, input,
                         set.range()->low.is_null() ? set.range()->high : set.range()->low,
                         "不能与区间比较");
    }
    if (set.list()) {
        charge_comparison(set, set);
        if (input.list() && equal(input, set).value_or(false)) return Value::of(true);
        bool unknown = false;
        for (const Value& item : *set.list()) {
            unknown = unknown || item.is_unknown();
            if (equal(input, item).value_or(false)) return Value::of(true);
            if (item.range() && contains(*item.range(), input).value_or(false))
                return Value::of(true);
        }
        return unknown ? unknown_of(input, set) : Value::of(false);
    }
    if (set.is_null() && set.cause()) return set;
    const auto same = equal(input, set);
    if (same) return Value::of(*same);
    return null_from(node, input, set, "不能比较");
}

std::optional<bool> plain_test(const Node& node, const Value& input) {
    const Decimal* number = input.number();
    const auto end = [&](std::size_t kid) {
        return node.kids[kid]->op == Op::literal ? node.kids[kid]->value.number() : nullptr;
    };
    if (node.op == Op::literal) {
        if (number && node.value.number()) return *number == *node.value.number();
        if (input.text() && node.value.text()) return *input.text() == *node.value.text();
    } else if (node.op == Op::test && number && end(0)) {
        if (node.form == RangeForm::less) return *number < *end(0);
        if (node.form == RangeForm::less_equal) return *number <= *end(0);
        if (node.form == RangeForm::greater) return *number > *end(0);
        if (node.form == RangeForm::greater_equal) return *number >= *end(0);
    } else if (node.op == Op::range && number && end(0) && end(1) && *end(0) <= *end(1)) {
        return (node.low_included ? *end(0) <= *number : *end(0) < *number) &&
               (node.high_included ? *number <= *end(1) : *number < *end(1));
    }
    return std::nullopt;
}

Value Evaluator::passes(const Node& node, const Value& input) {
    Value kept;
    const Value& value = look(node, kept);
    if (value.is_unknown()) return value;
    // SPEC: DMN 10.3.2.5: an expression about "?" answers by itself.
    if (node.uses_input) {
        if (value.boolean()) return value;
        if (value.is_null())
            return value.cause() ? value : fail(node, "E-FEEL-201", "条件的结果是 null");
    }
    if (value.boolean() && !input.boolean() && !input.is_null() && !input.list())
        return input.is_unknown() ? input : value;
    return is_in(node, input, value);
}

}  // namespace anmin::feel
