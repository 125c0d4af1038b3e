// Paths, filters, lists, contexts, functions and calls.
#include "feel/compare.h"
#include "feel/evaluator.h"

namespace anmin::feel {

namespace {

Value number_of(std::int64_t number) { return Value::of(number); }

Value offset_of(const std::optional<std::int32_t>& offset) {
    if (!offset) return Value();
    return Value::of(DaysTime{calendar::Nanoseconds{*offset} * calendar::nanoseconds_per_second});
}

std::optional<Value> date_property(const CivilDate& date, const std::string& name) {
    if (name == "year") return number_of(date.year);
    if (name == "month") return number_of(date.month);
    if (name == "day") return number_of(date.day);
    if (name == "weekday") return number_of(date.weekday());
    return std::nullopt;
}

std::optional<Value> time_property(const ClockTime& time, const std::string& name) {
    if (name == "hour") return number_of(time.hour());
    if (name == "minute") return number_of(time.minute());
    if (name == "second") return number_of(time.second());
    if (name == "timezone")
        return time.zone.kind == calendar::Zone::Kind::named ? Value::of(time.zone.name) : Value();
    return std::nullopt;
}

// SPEC: DMN 10.3.2.15, table 65: a date has the hour, minute and second of its midnight in UTC.
std::optional<Value> midnight_property(const std::string& name) {
    if (name == "hour" || name == "minute" || name == "second") return number_of(0);
    if (name == "time offset") return offset_of(0);
    if (name == "timezone") return Value();
    return std::nullopt;
}

}  // namespace

std::optional<Value> property(const Value& owner, const std::string& name) {
    if (owner.date()) {
        auto found = date_property(*owner.date(), name);
        return found ? found : midnight_property(name);
    }
    if (owner.time())
        return name == "time offset" ? offset_of(owner.time()->offset())
                                     : time_property(*owner.time(), name);
    if (owner.date_time()) {
        if (name == "time offset") return offset_of(owner.date_time()->offset());
        auto found = date_property(owner.date_time()->date, name);
        return found ? found : time_property(owner.date_time()->time, name);
    }
    if (const YearsMonths* months = owner.years_months()) {
        if (name == "years") return number_of(months->months / 12);
        if (name == "months") return number_of(months->months % 12);
    }
    if (const DaysTime* exact = owner.days_time()) {
        if (name == "days") return number_of(exact->days());
        if (name == "hours") return number_of(exact->hours());
        if (name == "minutes") return number_of(exact->minutes());
        if (name == "seconds") return number_of(exact->seconds());
    }
    if (const Range* range = owner.range()) {
        if (name == "start") return range->low;
        if (name == "end") return range->high;
        if (name == "start included") return Value::of(range->low_included);
        if (name == "end included") return Value::of(range->high_included);
    }
    return std::nullopt;
}

Value Evaluator::member(const Node& node, const Value& owner) {
    if (owner.is_unknown() || owner.cause()) return owner;
    if (const Context* context = owner.context()) {
        if (const Value* found = context->find(node.name)) return *found;
    } else if (auto found = property(owner, node.name)) {
        return std::move(*found);
    }
    return fail(node, "E-FEEL-209",
                std::string(kind_name(owner.kind())) + " 没有 “" + node.name + "”");
}

Value Evaluator::path(const Node& node) {
    Value kept;
    const Value& owner = look(*node.kids[0], kept);
    if (!owner.list()) return member(node, owner);
    List out;
    session_.charge(owner.list()->size());
    out.reserve(owner.list()->size());
    for (const Value& item : *owner.list()) out.push_back(member(node, item));
    return Value::of(std::move(out));
}

Value Evaluator::item_member(const Node& node) {
    for (const int slot : node.slots) {
        const Value& item = frame_.read(slot);
        if (const Context* context = item.context())
            if (const Value* found = context->find(node.name)) return *found;
        if (item.is_unknown() && node.slot < 0) return item;
    }
    if (node.slot >= 0) return frame_.read(node.slot);
    return fail(node, "E-FEEL-102", "没有名为 “" + node.name + "” 的变量或函数");
}

// SPEC: DMN 10.3.2.5, rule 52: a number picks an item (from 1; negative from the end), a condition
// keeps items. A single value is a list of one.
Value Evaluator::filter(const Node& node) {
    const Value source = eval(*node.kids[0]);
    if (source.is_unknown() || source.is_null()) return source;
    const List single = source.list() ? List() : List{source};
    const List& items = source.list() ? *source.list() : single;
    const auto slot = static_cast<std::size_t>(node.slot);
    List out;
    for (std::size_t i = 0; i < std::max<std::size_t>(items.size(), 1); ++i) {
        frame_.slots[slot] = i < items.size() ? items[i] : Value();
        const Value keep = eval(*node.kids[1]);
        if (session_.stopped()) return Value::null(*session_.stop());
        if (keep.number()) {
            std::int64_t index = keep.number()->truncated().value_or(0);
            if (index < 0) index += static_cast<std::int64_t>(items.size()) + 1;
            if (index >= 1 && index <= static_cast<std::int64_t>(items.size()))
                return items[static_cast<std::size_t>(index - 1)];
            return fail(node, "E-FEEL-210", "列表没有第 " + keep.number()->text() + " 项");
        }
        if (keep.is_unknown()) return unknown_of(keep, source);
        if (!keep.is_null() && !keep.boolean())
            return fail(node, "E-FEEL-210", "筛选条件不是布尔值或数字");
        if (i < items.size() && keep.is_true()) out.push_back(items[i]);
    }
    return Value::of(std::move(out));
}

Value Evaluator::list(const Node& node) {
    List out;
    out.reserve(node.kids.size());
    for (const NodePtr& kid : node.kids) out.push_back(eval(*kid));
    return Value::of(std::move(out));
}

Value Evaluator::context(const Node& node) {
    Context out;
    for (std::size_t i = 0; i < node.kids.size(); ++i) {
        if (out.find(node.names[i]))
            return fail(node, "E-FEEL-211", "名称 “" + node.names[i] + "” 重复");
        Value value = eval(*node.kids[i]);
        frame_.slots[static_cast<std::size_t>(node.slots[i])] = value;
        out.put(node.names[i], std::move(value));
    }
    return Value::of(std::move(out));
}

Value Evaluator::function(const Node& node) {
    std::vector<Value> captured;
    captured.reserve(node.code->captures.size());
    for (const Capture& capture : node.code->captures)
        captured.push_back(capture.inner == node.slot ? Value() : frame_.read(capture.outer));
    return Value::of(std::shared_ptr<const Callable>(
        std::make_shared<Lambda>(node.code, std::move(captured), node.slot)));
}

Value Evaluator::call(const Node& node) {
    Value kept;
    const Value& callee = look(*node.kids[0], kept);
    if (callee.is_unknown() || callee.cause()) return callee;
    if (!callee.function())
        return fail(node, "E-FEEL-203",
                    std::string(kind_name(callee.kind())) + " 不是函数，不能调用");
    std::vector<Value> arguments;
    arguments.reserve(node.kids.size() - 1);
    for (std::size_t i = 1; i < node.kids.size(); ++i) arguments.push_back(eval(*node.kids[i]));
    if (session_.stopped()) return Value::null(*session_.stop());
    session_.offset_ = node.begin;
    if (!node.regex) return session_.call(*callee.function(), std::move(arguments), node.names);
    session_.prepared_ = node.regex;
    return session_.call(*callee.function(), std::move(arguments), node.names);
}

}  // namespace anmin::feel
