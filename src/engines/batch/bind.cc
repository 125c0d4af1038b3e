#include "batch/bind.h"

namespace anmin::batch {

using feel::Shape;
using feel::TypePtr;
using feel::Value;

namespace {

Shape shape_of(const frame::Column& column) {
    switch (column.type.meaning) {
        case frame::Meaning::boolean: return Shape::boolean;
        case frame::Meaning::number: return Shape::number;
        case frame::Meaning::date: return Shape::date;
        case frame::Meaning::text: return Shape::text;
    }
    return Shape::any;
}

bool names_null(const TypePtr& type) {
    feel::Session session;
    return type && type->constraint && type->constraint->allows(session, Value());
}

// Collects what is wrong, so that one message names all of it.
class Binder {
public:
    Binder(const dmn::Model& model, const dmn::Inputs& constants, const frame::Frame& households)
        : model_(model), constants_(constants), households_(households) {}

    Result<Binding> run() {
        Binding out;
        const auto& elements = model_.data().elements;
        for (std::size_t i = 0; i < elements.size(); ++i)
            if (elements[i].kind == dmn::ElementKind::input)
                out.inputs.push_back(input(elements[i], static_cast<int>(i)));
        if (missing_.empty()) return out;
        return Error{Fault::invalid,
                     "E-BATCH-001",
                     "模型“" + model_.data().files[0].name + "”的输入",
                     "没有数据可填：" + missing_,
                     "列名或列的中文名与输入同名、类型相符；现有户的列：" + names(households_) +
                         "；成员的列：" + names(members()),
                     "改列名、改模型的输入，或用参数文件给出这些输入"};
    }

private:
    const frame::Frame& members() const { return households_.children.at(0).frame; }

    static std::string names(const frame::Frame& table) {
        std::string out;
        for (const frame::Column& column : table.columns)
            out += (out.empty() ? "" : "、") + (column.label.empty() ? column.name : column.label);
        return out;
    }

    void miss(const std::string& what) { missing_ += (missing_.empty() ? "" : "、") + what; }

    static bool is_members(const TypePtr& type) {
        return type && type->shape == Shape::list && type->element &&
               type->element->shape == Shape::context && !type->element->fields.empty();
    }

    BoundField field(const frame::Frame& table, const std::string& name, const TypePtr& type,
                     const std::string& where) {
        BoundField out{name, 0, type, names_null(type)};
        const frame::Column* const found = table.find_column(name);
        if (!found) {
            miss(where + name);
            return out;
        }
        const Shape shape = shape_of(*found);
        if (type && type->shape != Shape::any && type->shape != shape)
            miss(where + name + "（列的类型不是 " + feel::type_text(*type) + "）");
        out.column = static_cast<std::size_t>(found - table.columns.data());
        return out;
    }

    std::vector<BoundField> fields(const frame::Frame& table, const feel::Type& type,
                                   const std::string& where, std::string* members_name,
                                   std::vector<BoundField>* inner) {
        std::vector<BoundField> out;
        for (const feel::Field& each : type.fields) {
            if (members_name && is_members(each.type)) {
                *members_name = each.name;
                *inner = fields(members(), *each.type->element, where + each.name + ".", nullptr,
                                nullptr);
                continue;
            }
            out.push_back(field(table, each.name, each.type, where));
        }
        return out;
    }

    BoundInput input(const dmn::Element& element, int index) {
        BoundInput out;
        out.element = index;
        out.name = element.variable.name;
        const TypePtr& type = element.variable.type;
        if (const auto given = constants_.find(out.name); given != constants_.end()) {
            out.value = given->second;
            return out;
        }
        if (is_members(type)) {
            out.kind = BoundInput::Kind::members;
            out.members = fields(members(), *type->element, out.name + ".", nullptr, nullptr);
        } else if (type && type->shape == Shape::context && !type->fields.empty()) {
            out.kind = BoundInput::Kind::household;
            out.fields =
                fields(households_, *type, out.name + ".", &out.members_name, &out.members);
        } else {
            out.kind = BoundInput::Kind::column;
            out.field = field(households_, out.name, type, "");
        }
        return out;
    }

    const dmn::Model& model_;
    const dmn::Inputs& constants_;
    const frame::Frame& households_;
    std::string missing_;
};

void put(feel::Context& context, const BoundField& field, const frame::Frame& table,
         std::size_t row) {
    const frame::Column& column = table.columns[field.column];
    if (column.is_null(row) && !field.null_is_value) return;  // not given
    context.put(field.name, value_at(column, row));
}

Value members_of(const std::vector<BoundField>& fields, const frame::Child& child,
                 std::size_t row) {
    feel::List out;
    for (std::size_t i = child.offsets[row]; i < child.offsets[row + 1]; ++i) {
        feel::Context item;
        for (const BoundField& field : fields) put(item, field, child.frame, i);
        out.push_back(Value::of(std::move(item)));
    }
    return Value::of(std::move(out));
}

}  // namespace

Result<Binding> binding_of(const dmn::Model& model, const dmn::Inputs& constants,
                           const frame::Frame& households) {
    return Binder(model, constants, households).run();
}

Value value_at(const frame::Column& column, std::size_t row) {
    if (column.is_null(row)) return Value();
    const std::int64_t raw = column.at(row);
    switch (column.type.meaning) {
        case frame::Meaning::boolean: return Value::of(raw != 0);
        case frame::Meaning::number: {
            const auto number = decimal::Decimal::scaled(raw, -column.type.scale);
            return number ? Value::of(*number) : Value();
        }
        case frame::Meaning::date: {
            const auto date = feel::CivilDate::from_day_number(raw);
            return date ? Value::of(*date) : Value();
        }
        case frame::Meaning::text:
            return Value::of(column.dictionary->texts[static_cast<std::size_t>(raw)]);
    }
    return Value();
}

dmn::Inputs inputs_of(const Binding& binding, const frame::Frame& households, std::size_t row) {
    dmn::Inputs out;
    const frame::Child& child = households.children.at(0);
    for (const BoundInput& input : binding.inputs) {
        switch (input.kind) {
            case BoundInput::Kind::constant: out[input.name] = input.value; break;
            case BoundInput::Kind::column: {
                const frame::Column& column = households.columns[input.field.column];
                if (!column.is_null(row) || input.field.null_is_value)
                    out[input.name] = value_at(column, row);
                break;
            }
            case BoundInput::Kind::members:
                out[input.name] = members_of(input.members, child, row);
                break;
            case BoundInput::Kind::household: {
                feel::Context context;
                for (const BoundField& field : input.fields) put(context, field, households, row);
                if (!input.members_name.empty())
                    context.put(input.members_name, members_of(input.members, child, row));
                out[input.name] = Value::of(std::move(context));
                break;
            }
        }
    }
    return out;
}

}  // namespace anmin::batch
