#include "feel/compare.h"

namespace anmin::feel {

namespace {

bool comparable_zones(const ClockTime& left, const ClockTime& right) {
    using calendar::Zone;
    return (left.zone.kind == Zone::Kind::none) == (right.zone.kind == Zone::Kind::none);
}

calendar::Nanoseconds whole_seconds(calendar::Nanoseconds nanoseconds) {
    const auto rest = nanoseconds % calendar::nanoseconds_per_second;
    return nanoseconds - rest - (rest < 0 ? calendar::nanoseconds_per_second : 0);
}

std::optional<bool> equal_lists(const List& left, const List& right) {
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i)
        if (const auto same = equal(left[i], right[i]); !same || !*same) return false;
    return true;
}

std::optional<bool> equal_contexts(const Context& left, const Context& right) {
    if (left.entries().size() != right.entries().size()) return false;
    for (const Entry& entry : left.entries()) {
        const Value* other = right.find(entry.name);
        if (!other) return false;
        if (const auto same = equal(entry.value, *other); !same || !*same) return false;
    }
    return true;
}

bool equal_ranges(const Range& left, const Range& right) {
    return left.form == right.form && left.low_included == right.low_included &&
           left.high_included == right.high_included &&
           equal(left.low, right.low).value_or(false) &&
           equal(left.high, right.high).value_or(false);
}

}  // namespace

std::optional<bool> equal(const Value& left, const Value& right) {
    if (left.is_null() || right.is_null()) return left.is_null() && right.is_null();
    if (left.kind() != right.kind()) return std::nullopt;
    switch (left.kind()) {
        case Kind::null: return true;
        case Kind::boolean: return *left.boolean() == *right.boolean();
        case Kind::number: return *left.number() == *right.number();
        case Kind::text: return *left.text() == *right.text();
        case Kind::date: return *left.date() == *right.date();
        case Kind::time:
            return comparable_zones(*left.time(), *right.time()) &&
                   whole_seconds(left.time()->value()) == whole_seconds(right.time()->value());
        case Kind::date_time:
            return comparable_zones(left.date_time()->time, right.date_time()->time) &&
                   whole_seconds(left.date_time()->value()) ==
                       whole_seconds(right.date_time()->value());
        case Kind::years_months: return *left.years_months() == *right.years_months();
        case Kind::days_time: return *left.days_time() == *right.days_time();
        case Kind::list: return equal_lists(*left.list(), *right.list());
        case Kind::context: return equal_contexts(*left.context(), *right.context());
        case Kind::range: return equal_ranges(*left.range(), *right.range());
        case Kind::function: return left.function() == right.function();
        case Kind::unknown: return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::strong_ordering> order(const Value& left, const Value& right) {
    if (left.kind() != right.kind()) return std::nullopt;
    switch (left.kind()) {
        case Kind::number: return *left.number() <=> *right.number();
        // UTF-8 sorts as its characters do.
        case Kind::text: return left.text()->compare(*right.text()) <=> 0;
        case Kind::date: return *left.date() <=> *right.date();
        case Kind::time:
            if (!comparable_zones(*left.time(), *right.time())) return std::nullopt;
            return left.time()->value() <=> right.time()->value();
        case Kind::date_time:
            if (!comparable_zones(left.date_time()->time, right.date_time()->time))
                return std::nullopt;
            return left.date_time()->value() <=> right.date_time()->value();
        case Kind::years_months: return *left.years_months() <=> *right.years_months();
        case Kind::days_time: return *left.days_time() <=> *right.days_time();
        case Kind::null:
        case Kind::boolean:
        case Kind::list:
        case Kind::context:
        case Kind::range:
        case Kind::function:
        case Kind::unknown: return std::nullopt;
    }
    return std::nullopt;
}

bool identical(const Value& left, const Value& right) {
    if (left.kind() != right.kind()) return false;
    if (const List* list = left.list()) {
        const List& other = *right.list();
        if (list->size() != other.size()) return false;
        for (std::size_t i = 0; i < list->size(); ++i)
            if (!identical((*list)[i], other[i])) return false;
        return true;
    }
    if (const Context* context = left.context()) {
        if (context->entries().size() != right.context()->entries().size()) return false;
        for (const Entry& entry : context->entries()) {
            const Value* other = right.context()->find(entry.name);
            if (!other || !identical(entry.value, *other)) return false;
        }
        return true;
    }
    if (left.time())
        return left.time()->second_of_day == right.time()->second_of_day &&
               left.time()->nanosecond == right.time()->nanosecond &&
               left.time()->zone == right.time()->zone;
    if (left.date_time())
        return left.date_time()->date == right.date_time()->date &&
               identical(Value::of(left.date_time()->time), Value::of(right.date_time()->time));
    return equal(left, right).value_or(false);
}

std::string search_key(const Value& value) {
    if (value.number()) return "1" + value.number()->shortest_text();
    return value.text() ? "2" + *value.text() : std::string();
}

std::optional<bool> contains(const Range& range, const Value& point) {
    if (range.form == RangeForm::equal) return equal(point, range.low);
    if (range.form == RangeForm::unequal) {
        const auto same = equal(point, range.low);
        return same ? std::optional(!*same) : std::nullopt;
    }
    bool inside = true;
    if (!range.low.is_null()) {
        const auto low = order(point, range.low);
        if (!low) return std::nullopt;
        inside = *low > 0 || (range.low_included && *low == 0);
    }
    if (!range.high.is_null()) {
        const auto high = order(point, range.high);
        if (!high) return std::nullopt;
        inside = inside && (*high < 0 || (range.high_included && *high == 0));
    }
    return inside;
}

}  // namespace anmin::feel
