#include "feel/value.h"

#include <algorithm>

namespace anmin::feel {

std::string Cause::text() const {
    return place.empty() ? code + " " + reason : code + " " + place + "：" + reason;
}

const Value* Context::find(std::string_view name) const {
    for (const Entry& entry : entries_)
        if (entry.name == name) return &entry.value;
    return nullptr;
}

void Context::put(std::string name, Value value) {
    for (Entry& entry : entries_) {
        if (entry.name != name) continue;
        entry.value = std::move(value);
        return;
    }
    entries_.push_back({std::move(name), std::move(value)});
}

Value Value::null(Cause cause) { return null(std::make_shared<const Cause>(std::move(cause))); }

Value Value::null(std::shared_ptr<const Cause> cause) {
    Value out;
    out.rep_.emplace<0>(std::move(cause));
    return out;
}

Value Value::of(bool boolean) {
    Value out;
    out.rep_.emplace<1>(boolean);
    return out;
}

Value Value::of(const Decimal& number) {
    Value out;
    out.rep_.emplace<2>(number);
    return out;
}

Value Value::of(std::int64_t number) { return of(Decimal::of(number)); }

Value Value::of(std::string text) {
    Value out;
    out.rep_.emplace<3>(std::make_shared<const std::string>(std::move(text)));
    return out;
}

Value Value::of(CivilDate date) {
    Value out;
    out.rep_.emplace<4>(date);
    return out;
}

Value Value::of(ClockTime time) {
    Value out;
    out.rep_.emplace<5>(std::make_shared<const ClockTime>(std::move(time)));
    return out;
}

Value Value::of(DateTime moment) {
    Value out;
    out.rep_.emplace<6>(std::make_shared<const DateTime>(std::move(moment)));
    return out;
}

Value Value::of(YearsMonths duration) {
    Value out;
    out.rep_.emplace<7>(duration);
    return out;
}

Value Value::of(DaysTime duration) {
    Value out;
    out.rep_.emplace<8>(duration);
    return out;
}

namespace {

Value refuse_bulk(const Bulk& bulk) {
    std::string reason = bulk.depth > deepest_value
                             ? "列表、对象或函数嵌套超过 " + std::to_string(deepest_value) + " 层"
                             : "列表或对象过大：超过 " + std::to_string(largest_value) + " 项";
    return Value::null({std::string(over_limit), std::move(reason), ""});
}

// The bulk of what holds values, one after the other.
class Sum {
public:
    void add(const Value& value) {
        const Bulk bulk = value.bulk();
        size_ += bulk.size;
        total_.depth = std::max(total_.depth, bulk.depth);
        total_.unknown = total_.unknown || bulk.unknown;
    }
    Bulk total() {
        total_.size = static_cast<std::uint32_t>(std::min<std::uint64_t>(size_, largest_value + 1));
        ++total_.depth;
        return total_;
    }

private:
    std::uint64_t size_ = 1;
    Bulk total_;
};

bool too_bulky(const Bulk& bulk) { return bulk.size > largest_value || bulk.depth > deepest_value; }

}  // namespace

Value Value::of(List list) {
    Sum sum;
    for (const Value& item : list) sum.add(item);
    const Bulk bulk = sum.total();
    if (too_bulky(bulk)) return refuse_bulk(bulk);
    Value out;
    out.rep_.emplace<9>(std::make_shared<const Held<List>>(std::move(list), bulk));
    return out;
}

Value Value::of(Context context) {
    Sum sum;
    for (const Entry& entry : context.entries()) sum.add(entry.value);
    const Bulk bulk = sum.total();
    if (too_bulky(bulk)) return refuse_bulk(bulk);
    Value out;
    out.rep_.emplace<10>(std::make_shared<const Held<Context>>(std::move(context), bulk));
    return out;
}

Bulk Value::bulk_inside() const {
    switch (kind()) {
        case Kind::list: return std::get<9>(rep_)->bulk;
        case Kind::context: return std::get<10>(rep_)->bulk;
        case Kind::text: return {1 + static_cast<std::uint32_t>(text()->size() / 32), 0, false};
        case Kind::function: return {1, function()->depth(), false};
        case Kind::range: return {3, 0, missing_inside(*this) != nullptr};
        case Kind::unknown: return {1, 0, true};
        case Kind::null:
        case Kind::boolean:
        case Kind::number:
        case Kind::date:
        case Kind::time:
        case Kind::date_time:
        case Kind::years_months:
        case Kind::days_time: break;
    }
    return {};
}

Value Value::of(Range range) {
    Value out;
    out.rep_.emplace<11>(std::make_shared<const Range>(std::move(range)));
    return out;
}

Value Value::of(std::shared_ptr<const Callable> function) {
    if (function->depth() > deepest_value) return refuse_bulk({1, function->depth(), false});
    Value out;
    out.rep_.emplace<12>(std::move(function));
    return out;
}

Value Value::unknown(std::set<std::string> missing) {
    Value out;
    out.rep_.emplace<13>(std::make_shared<const std::set<std::string>>(std::move(missing)));
    return out;
}

bool Value::shares(const Value& other) const {
    return kind() == other.kind() && list() == other.list() && context() == other.context();
}

Value Callable::call_sorted(Session& session, std::vector<Value> arguments,
                            const std::vector<std::string>&) const {
    return call(session, std::move(arguments));
}

std::string_view kind_name(Kind kind) {
    switch (kind) {
        case Kind::null: return "null";
        case Kind::boolean: return "boolean";
        case Kind::number: return "number";
        case Kind::text: return "string";
        case Kind::date: return "date";
        case Kind::time: return "time";
        case Kind::date_time: return "date and time";
        case Kind::years_months: return "years and months duration";
        case Kind::days_time: return "days and time duration";
        case Kind::list: return "list";
        case Kind::context: return "context";
        case Kind::range: return "range";
        case Kind::function: return "function";
        case Kind::unknown: return "unknown";
    }
    return "";
}

const std::set<std::string>* missing_inside(const Value& value) {
    if (value.is_unknown()) return value.missing();
    if ((value.list() || value.context()) && !value.bulk().unknown) return nullptr;
    if (const List* list = value.list()) {
        for (const Value& item : *list)
            if (const auto* found = missing_inside(item)) return found;
    } else if (const Context* context = value.context()) {
        for (const Entry& entry : context->entries())
            if (const auto* found = missing_inside(entry.value)) return found;
    } else if (const Range* range = value.range()) {
        if (const auto* found = missing_inside(range->low)) return found;
        return missing_inside(range->high);
    }
    return nullptr;
}

}  // namespace anmin::feel
