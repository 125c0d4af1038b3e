#include "dmn/inputs.h"

#include "feel/literals.h"

namespace anmin::dmn {

namespace {

using feel::Shape;

bool is_temporal(Shape shape) {
    return shape == Shape::date || shape == Shape::time || shape == Shape::date_time ||
           shape == Shape::years_months || shape == Shape::days_time || shape == Shape::duration;
}

Value typed(const Value& value, const feel::Type& type) {
    if (value.text() && is_temporal(type.shape)) {
        Value made = feel::at_literal_value(*value.text());
        return made.is_null() ? value : made;
    }
    if (value.list()) {
        const feel::Type& item = type.shape == Shape::list && type.element ? *type.element : type;
        feel::List out;
        for (const Value& each : *value.list()) out.push_back(typed(each, item));
        return Value::of(std::move(out));
    }
    if (type.shape == Shape::list && type.element) return typed(value, *type.element);
    if (!value.context() || type.shape != Shape::context) return value;
    feel::Context out;
    for (const feel::Entry& entry : value.context()->entries()) {
        const feel::Field* field = type.find_field(entry.name);
        out.put(entry.name, field && field->type ? typed(entry.value, *field->type) : entry.value);
    }
    return Value::of(std::move(out));
}

}  // namespace

Parsed<Inputs> inputs_of(const Model& model, const Value& context) {
    Parsed<Inputs> out;
    if (!context.context()) {
        out.findings.push_back({"E-DMN-221", "输入", "应为一个对象：名称和值"});
        return out;
    }
    for (const feel::Entry& entry : context.context()->entries()) {
        const Element* found = nullptr;
        for (const Element& element : model.data().elements)
            if ((element.kind == ElementKind::input || element.kind == ElementKind::decision) &&
                element.variable.name == entry.name && (!found || element.file == 0))
                found = &element;
        if (!found) {
            out.findings.push_back({"E-DMN-220", "输入“" + entry.name + "”",
                                    "模型中没有这个名称的输入，请核对全角与半角"});
            continue;
        }
        const TypePtr& type = found->variable.type;
        out.value[entry.name] = type ? typed(entry.value, *type) : entry.value;
    }
    return out;
}

}  // namespace anmin::dmn
