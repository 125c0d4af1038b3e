#include "feel/type.h"

#include <array>

#include "feel/evaluate.h"
#include "feel/print.h"

namespace anmin::feel {

namespace {

struct NamedShape {
    std::string_view name;
    Shape shape;
};

constexpr NamedShape named_shapes[] = {
    {"Any", Shape::any},
    {"any", Shape::any},
    {"Null", Shape::null},
    {"boolean", Shape::boolean},
    {"number", Shape::number},
    {"string", Shape::text},
    {"date", Shape::date},
    {"time", Shape::time},
    {"date and time", Shape::date_time},
    {"dateTime", Shape::date_time},
    {"days and time duration", Shape::days_time},
    {"dayTimeDuration", Shape::days_time},
    {"years and months duration", Shape::years_months},
    {"yearMonthDuration", Shape::years_months},
    {"duration", Shape::duration},
    {"list", Shape::list},
    {"context", Shape::context},
    {"range", Shape::range},
    {"function", Shape::function},
};

bool function_conforms(const Callable& function, const Type& type);

// SPEC: DMN 10.3.2.9.1: is every value of `inner` one of `outer`?
bool type_conforms(const Type& inner, const Type& outer) {
    if (outer.shape == Shape::any || inner.shape == Shape::null) return true;
    if (inner.shape != outer.shape) {
        return outer.shape == Shape::duration &&
               (inner.shape == Shape::days_time || inner.shape == Shape::years_months);
    }
    if (outer.shape == Shape::list || outer.shape == Shape::range) {
        if (!outer.element) return true;
        return inner.element && type_conforms(*inner.element, *outer.element);
    }
    if (outer.shape == Shape::context) {
        for (const Field& field : outer.fields) {
            const Field* found = inner.find_field(field.name);
            if (!found || (found->type && field.type && !type_conforms(*found->type, *field.type)))
                return false;
        }
        return true;
    }
    if (outer.shape == Shape::function) {
        if (inner.parameters.size() != outer.parameters.size()) return false;
        for (std::size_t i = 0; i < inner.parameters.size(); ++i)
            if (inner.parameters[i] && outer.parameters[i] &&
                !type_conforms(*outer.parameters[i], *inner.parameters[i]))
                return false;
        return !outer.result || outer.result->shape == Shape::any ||
               (inner.result && type_conforms(*inner.result, *outer.result));
    }
    return true;
}

bool function_conforms(const Callable& function, const Type& type) {
    if (!type.result && type.parameters.empty()) return true;
    const auto& parameters = function.parameters();
    if (parameters.size() != type.parameters.size()) return false;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const TypePtr& own = parameters[i].type;
        const TypePtr& wanted = type.parameters[i];
        if (own && own->shape != Shape::any && wanted && !type_conforms(*wanted, *own))
            return false;
    }
    const TypePtr result = function.result_type();
    if (!type.result || type.result->shape == Shape::any || !result || result->shape == Shape::any)
        return true;
    return type_conforms(*result, *type.result);
}

bool range_conforms(const Range& range, const Type& type) {
    if (!type.element) return true;
    if (range.low.is_null() && range.high.is_null()) return false;
    return (range.low.is_null() || instance_of(range.low, *type.element)) &&
           (range.high.is_null() || instance_of(range.high, *type.element));
}

bool context_conforms(const Context& context, const Type& type) {
    for (const Field& field : type.fields) {
        const Value* found = context.find(field.name);
        if (!found) return false;
        if (!found->is_null() && field.type && !instance_of(*found, *field.type)) return false;
    }
    return true;
}

Value refuse(const Value& value, const Type& type, const Where& place) {
    return Value::null(
        {"E-FEEL-301", "值 " + literal_text(value, 60) + " 不是类型 " + type_text(type), place()});
}

Value checked(Session& session, Value value, const Type& type, const Where& place) {
    if (!type.constraint || value.is_unknown() || type.constraint->allows(session, value))
        return value;
    return Value::null(
        {"E-FEEL-302", "值 " + literal_text(value, 60) + " 不在允许范围 " + type.constraint->text(),
         place()});
}

Value conform_list(Session& session, const Value& value, const Type& type, const Where& place) {
    const List& items = *value.list();
    session.charge(items.size() / 8);
    List out;
    bool changed = false;
    for (std::size_t i = 0; type.element && i < items.size(); ++i) {
        Value made = conform(session, items[i], *type.element, place);
        if (made.is_null() && !items[i].is_null())
            return made.cause() && made.cause()->code == "E-FEEL-302" ? made
                                                                      : refuse(value, type, place);
        if (!changed && !made.shares(items[i])) {
            changed = true;
            out.assign(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i));
        }
        if (changed) out.push_back(std::move(made));
    }
    Value list = changed ? Value::of(std::move(out)) : value;
    if (type.list_constraint && !type.list_constraint->allows(session, list))
        return Value::null({"E-FEEL-302", "列表不满足 " + type.list_constraint->text(), place()});
    return list;
}

Value conform_context(Session& session, const Value& value, const Type& type, const Where& place) {
    std::optional<Context> changed;
    for (const Field& field : type.fields) {
        const Value* found = value.context()->find(field.name);
        if (!found) return refuse(value, type, place);
        if (!field.type || found->is_null()) continue;
        const auto inside = [&place, &field] { return place() + "." + field.name; };
        Value made = conform(session, *found, *field.type, inside);
        if (made.is_null()) return made;
        if (made.shares(*found)) continue;
        if (!changed) changed = *value.context();
        changed->put(field.name, std::move(made));
    }
    return changed ? Value::of(std::move(*changed)) : value;
}

}  // namespace

const Field* Type::find_field(std::string_view wanted) const {
    for (const Field& field : fields)
        if (field.name == wanted) return &field;
    return nullptr;
}

TypePtr make_type(Shape shape) {
    auto out = std::make_shared<Type>();
    out->shape = shape;
    return out;
}

TypePtr list_of(TypePtr element) {
    auto out = std::make_shared<Type>();
    out->shape = Shape::list;
    out->element = std::move(element);
    return out;
}

TypePtr range_of(TypePtr element) {
    auto out = std::make_shared<Type>();
    out->shape = Shape::range;
    out->element = std::move(element);
    return out;
}

TypePtr builtin_type(std::string_view name) {
    for (const NamedShape& named : named_shapes)
        if (named.name == name) return make_type(named.shape);
    return nullptr;
}

bool instance_of(const Value& value, const Type& type) {
    switch (type.shape) {
        case Shape::any: return !value.is_null();
        case Shape::null: return value.is_null();
        case Shape::boolean: return value.kind() == Kind::boolean;
        case Shape::number: return value.kind() == Kind::number;
        case Shape::text: return value.kind() == Kind::text;
        case Shape::date: return value.kind() == Kind::date;
        case Shape::time: return value.kind() == Kind::time;
        case Shape::date_time: return value.kind() == Kind::date_time;
        case Shape::years_months: return value.kind() == Kind::years_months;
        case Shape::days_time: return value.kind() == Kind::days_time;
        case Shape::duration:
            return value.kind() == Kind::days_time || value.kind() == Kind::years_months;
        case Shape::list: {
            if (!value.list()) return false;
            for (const Value& item : *value.list())
                if (type.element && type.element->shape != Shape::any &&
                    !instance_of(item, *type.element))
                    return false;
            return true;
        }
        case Shape::context: return value.context() && context_conforms(*value.context(), type);
        case Shape::range: return value.range() && range_conforms(*value.range(), type);
        case Shape::function: return value.function() && function_conforms(*value.function(), type);
    }
    return false;
}

Value conform(Session& session, const Value& value, const Type& type, const Where& place) {
    if (value.is_null() || value.is_unknown()) return value;
    if (type.shape == Shape::any) return checked(session, value, type, place);
    if (type.shape == Shape::list) {
        if (value.list()) return conform_list(session, value, type, place);
        return conform_list(session, Value::of(List{value}), type, place);
    }
    if (value.list() && value.list()->size() == 1)
        return conform(session, value.list()->front(), type, place);
    if (type.shape == Shape::date_time && value.date()) {
        // SPEC: DMN 10.3.2.9.4: a date is that day's midnight in UTC.
        DateTime moment{*value.date(), ClockTime{}};
        moment.time.zone = calendar::Zone::fixed(0);
        return checked(session, Value::of(std::move(moment)), type, place);
    }
    if (type.shape == Shape::context && value.context()) {
        Value made = conform_context(session, value, type, place);
        return made.is_null() ? made : checked(session, std::move(made), type, place);
    }
    if (!instance_of(value, type)) return refuse(value, type, place);
    return checked(session, value, type, place);
}

std::string type_text(const Type& type) {
    if (!type.name.empty()) return type.name;
    const auto inner = [](const TypePtr& part) { return part ? type_text(*part) : "Any"; };
    if (type.shape == Shape::list && type.element) return "list<" + inner(type.element) + ">";
    if (type.shape == Shape::range && type.element) return "range<" + inner(type.element) + ">";
    if (type.shape == Shape::context && !type.fields.empty()) {
        std::string out;
        for (const Field& field : type.fields)
            out += (out.empty() ? "" : ", ") + field.name + ": " + inner(field.type);
        return "context<" + out + ">";
    }
    for (const NamedShape& named : named_shapes)
        if (named.shape == type.shape) return std::string(named.name);
    return "Any";
}

}  // namespace anmin::feel
