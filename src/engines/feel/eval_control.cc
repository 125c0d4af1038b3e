// if, for, some and every.
#include "feel/compare.h"
#include "feel/evaluator.h"

namespace anmin::feel {

namespace {

// The numbers or dates from `low` to `high`, upwards or downwards.
bool count_through(Session& session, const Value& low, const Value& high, List& items,
                   Value& problem) {
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
    if (low.number() && high.number()) {
        from = low.number()->whole();
        to = high.number()->whole();
    } else if (low.date() && high.date()) {
        from = low.date()->day_number();
        to = high.date()->day_number();
    }
    if (!from || !to) {
        problem = low.cause() ? low
                  : high.cause()
                      ? high
                      : session.fail("E-FEEL-208", "只能从整数数到整数，或从日期数到日期");
        return false;
    }
    const auto bits = [](std::int64_t number) { return static_cast<std::uint64_t>(number); };
    const std::uint64_t distance = *from <= *to ? bits(*to) - bits(*from) : bits(*from) - bits(*to);
    if (distance >= session.options().limits.list) {
        problem = session.stop_over_limit("循环超过 " +
                                          std::to_string(session.options().limits.list) + " 次");
        return false;
    }
    const int step = *from <= *to ? 1 : -1;
    items.reserve(distance + 1);
    for (std::int64_t at = *from;; at += step) {
        items.push_back(low.number() ? Value::of(at) : Value::of(*CivilDate::from_day_number(at)));
        if (at == *to) return true;
    }
}

}  // namespace

bool items_of_range(Session& session, const Range& range, List& items, Value& problem) {
    if (!count_through(session, range.low, range.high, items, problem)) return false;
    if (!range.low_included && !items.empty()) items.erase(items.begin());
    if (!range.high_included && !items.empty() && equal(items.back(), range.high).value_or(false))
        items.pop_back();
    return true;
}

Value Evaluator::if_else(const Node& node) {
    Value kept;
    const Value& condition = look(*node.kids[0], kept);
    if (condition.is_unknown()) {
        // The outcome is certain when both ways lead to the same value.
        const Value yes = eval(*node.kids[1]);
        const Value no = eval(*node.kids[2]);
        if (!missing_inside(yes) && !missing_inside(no) && identical(yes, no)) return yes;
        return unknown_of(unknown_of(condition, yes), no);
    }
    return eval(condition.is_true() ? *node.kids[1] : *node.kids[2]);
}

// The items a variable runs over; false with the problem when there are none to be had.
bool Evaluator::items_of(const Node& domain, List& items, Value& problem) {
    if (domain.op == Op::range_domain) {
        const Value low = eval(*domain.kids[0]);
        const Value high = eval(*domain.kids[1]);
        if (low.is_unknown() || high.is_unknown()) {
            problem = unknown_of(low, high);
            return false;
        }
        session_.offset_ = domain.begin;
        return count_through(session_, low, high, items, problem);
    }
    const Value value = eval(domain);
    if (value.is_unknown() || value.is_null()) {
        problem = value.cause() || value.is_unknown()
                      ? value
                      : fail(domain, "E-FEEL-207", "循环的对象是 null");
        return false;
    }
    if (value.list()) {
        items = *value.list();
        session_.charge(items.size() / 8);
        return true;
    }
    if (!value.range()) {
        items = {value};
        return true;
    }
    session_.offset_ = domain.begin;
    return items_of_range(session_, *value.range(), items, problem);
}

bool Evaluator::loop(const Node& node, std::size_t variable, List& out, Value& problem) {
    const std::size_t variables = node.names.size();
    List items;
    if (!items_of(*node.kids[variable], items, problem)) return false;
    const auto slot = static_cast<std::size_t>(node.slots[variable]);
    for (Value& item : items) {
        frame_.slots[slot] = std::move(item);
        if (variable + 1 < variables) {
            if (!loop(node, variable + 1, out, problem)) return false;
            continue;
        }
        if (node.uses_partial) {
            session_.charge(2 * out.size());
            frame_.slots[static_cast<std::size_t>(node.slots.back())] = Value::of(out);
        }
        out.push_back(eval(*node.kids.back()));
        if (out.size() > session_.options().limits.list) session_.stop_over_limit("列表过长");
        if (session_.stopped()) {
            problem = Value::null(*session_.stop());
            return false;
        }
    }
    return true;
}

Value Evaluator::for_loop(const Node& node) {
    List out;
    Value problem;
    if (!loop(node, 0, out, problem)) return problem;
    return Value::of(std::move(out));
}

// False once the result is certain.
bool Evaluator::loop_quantified(const Node& node, std::size_t variable, Value& result) {
    const bool some = node.op == Op::some;
    List items;
    if (!items_of(*node.kids[variable], items, result)) return false;
    const auto slot = static_cast<std::size_t>(node.slots[variable]);
    for (Value& item : items) {
        frame_.slots[slot] = std::move(item);
        if (variable + 1 < node.names.size()) {
            if (!loop_quantified(node, variable + 1, result)) return false;
            continue;
        }
        Value found = eval(*node.kids.back());
        if (session_.stopped()) {
            result = Value::null(*session_.stop());
            return false;
        }
        if (some ? found.is_true() : found.is_false()) {
            result = std::move(found);
            return false;
        }
        if (found.is_unknown() || result.is_unknown()) {
            result = unknown_of(result, found);
        } else if (!found.boolean()) {
            result = found.cause() ? std::move(found)
                                   : fail(node, "E-FEEL-201", "satisfies 的结果不是布尔值");
        }
    }
    return true;
}

Value Evaluator::quantified(const Node& node) {
    Value result = Value::of(node.op == Op::every);
    loop_quantified(node, 0, result);
    return result;
}

}  // namespace anmin::feel
