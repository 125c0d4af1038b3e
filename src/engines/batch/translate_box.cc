// Elements of the model and boxed expressions (dmn: evaluation.cc, boxed.cc), and terms in general.
#include <algorithm>

#include "batch/translate.h"
#include "feel/compile.h"

namespace anmin::batch {

using feel::Kind;
using feel::Shape;
using feel::Value;
using frame::Comparison;

Result<Term> Translator::value_of(int index) {
    if (const auto known = known_.find(index); known != known_.end()) return known->second;
    const auto& element = model_.data().elements[static_cast<std::size_t>(index)];
    if (element.kind == dmn::ElementKind::knowledge) {
        Function function;
        function.element = index;
        return Term{std::make_shared<const Function>(std::move(function))};
    }
    if (element.kind == dmn::ElementKind::service) return not_compiled("决策服务");
    if (!open_.insert(index).second) return not_compiled("决策要求自己");
    Result<Term> out = not_compiled("");
    if (element.kind == dmn::ElementKind::input) {
        out = input_value(index);
    } else {
        Slots slots;
        slots.element = &element;
        slots.terms.resize(element.sources.size());
        out = box(element.logic, slots);
        if (out.ok()) out = conform(out.value(), element.variable.type);
    }
    open_.erase(index);
    if (!out.ok()) {
        Error error = std::move(out).error();
        if (error.place == "模型") error.place = "“" + element.name + "”";
        return error;
    }
    known_.insert_or_assign(index, out.value());
    return out;
}

namespace {

// Besides null one interval: between two allowed ends it allows everything.
bool one_interval(const std::string& text, const dmn::TypePtr& type) {
    feel::Source source;
    source.text = text;
    const auto tests = feel::compile_tests(source, {}, type);
    if (!tests.findings.empty() || tests.value.negated) return false;
    int intervals = 0;
    for (const auto& kid : tests.value.code->root->kids) {
        if (kid->op == feel::Op::literal && kid->value.is_null()) continue;
        const bool one = kid->op == feel::Op::range ||
                         (kid->op == feel::Op::test && kid->form != feel::RangeForm::equal &&
                          kid->form != feel::RangeForm::unequal);
        intervals += one ? 1 : 2;
    }
    return intervals == 1;
}

// Is every value of the column allowed by the type? What is not proven is not compiled.
Result<void> prove_allowed(const BoundField& field, const frame::Column& column) {
    if (!field.type || !field.type->constraint) return {};
    const feel::Constraint& allowed = *field.type->constraint;
    feel::Session session;
    frame::Column sample = column;
    const auto allows = [&](Wide raw) {
        Series like;
        like.scale = column.type.scale;
        like.kind = column.type.meaning == frame::Meaning::date ? Kind::date : Kind::number;
        if (column.type.meaning == frame::Meaning::boolean) like.kind = Kind::boolean;
        return allowed.allows(session, value_of(like, raw));
    };
    bool proven = true;
    if (column.dictionary) {
        for (const std::string& text : column.dictionary->texts)
            proven = proven && allowed.allows(session, Value::of(text));
    } else {
        proven = allows(column.range.least) && allows(column.range.most);
        constexpr Wide few = 1000;
        if (column.range.most - column.range.least < few) {
            for (Wide raw = column.range.least; raw <= column.range.most; ++raw)
                proven = proven && allows(raw);
        } else {
            proven = proven && one_interval(allowed.text(), field.type);
        }
    }
    if (proven || !column.range.any) return {};
    return not_compiled("列“" + field.name + "”有不在允许范围 " + allowed.text() + " 的值");
}

}  // namespace

Result<Term> Translator::input_value(int index) {
    const auto found = std::find_if(binding_.inputs.begin(), binding_.inputs.end(),
                                    [&](const BoundInput& one) { return one.element == index; });
    if (found == binding_.inputs.end()) return not_compiled("没有数据的输入");
    const auto column = [&](const BoundField& field, Level level) -> Result<Term> {
        const frame::Frame& table =
            level == Level::household ? households_ : households_.children[0].frame;
        TRY(prove_allowed(field, table.columns[field.column]));
        return Term{ColumnOf{level, field.column, !field.null_is_value}};
    };
    const auto members = [&]() -> Result<Term> {
        auto fields = std::make_shared<Fields>();
        for (const BoundField& field : found->members)
            fields->entries.emplace_back(field.name, TRY(column(field, Level::member)));
        auto out = std::make_shared<Members>();
        out->item = Term{std::shared_ptr<const Fields>(std::move(fields))};
        return Term{std::shared_ptr<const Members>(std::move(out))};
    };
    const dmn::TypePtr& type =
        model_.data().elements[static_cast<std::size_t>(index)].variable.type;
    switch (found->kind) {
        case BoundInput::Kind::constant: return conform(term_of(found->value), type);
        case BoundInput::Kind::column: return column(found->field, Level::household);
        case BoundInput::Kind::members: return members();
        case BoundInput::Kind::household: break;
    }
    auto fields = std::make_shared<Fields>();
    for (const BoundField& field : found->fields)
        fields->entries.emplace_back(field.name, TRY(column(field, Level::household)));
    if (!found->members_name.empty())
        fields->entries.emplace_back(found->members_name, TRY(members()));
    return Term{std::shared_ptr<const Fields>(std::move(fields))};
}

Result<Term> Translator::conform(const Term& term, const dmn::TypePtr& type) {
    if (!type) return term;
    if (const Value* value = term.constant()) {
        feel::Session session;
        return term_of(feel::conform(session, *value, *type, [] { return std::string(); }));
    }
    if (type->constraint || type->list_constraint) return not_compiled("带允许范围的类型");
    if (type->shape == Shape::any || term.function()) return term;
    if (term.members()) {
        if (type->shape != Shape::list || !type->element) return not_compiled("列表的类型");
        auto out = std::make_shared<Members>(*term.members());
        if (!out->item.fields()) out->item = TRY(conform(TRY(seen(out->item)), type->element));
        return Term{std::shared_ptr<const Members>(std::move(out))};
    }
    if (const Fields* fields = term.fields()) {
        if (type->shape != Shape::context) return not_compiled("对象的类型");
        for (const feel::Field& field : type->fields) {
            const Term* found = fields->find(field.name);
            if (!found) return not_compiled("对象缺少“" + field.name + "”");
            if (field.type && !found->column()) TRY(conform(*found, field.type));
        }
        return term;
    }
    const Term made = TRY(seen(term));
    const auto fits = [&](Kind kind, Shape shape) {
        const bool series = made.series() && made.series()->kind == kind;
        return (series || (made.quotient() && kind == Kind::number)) && type->shape == shape;
    };
    if (fits(Kind::boolean, Shape::boolean) || fits(Kind::number, Shape::number) ||
        fits(Kind::text, Shape::text) || fits(Kind::date, Shape::date) ||
        fits(Kind::years_months, Shape::years_months) || fits(Kind::years_months, Shape::duration))
        return made;
    return not_compiled("值不是类型 " + feel::type_text(*type));
}

Result<Term> Translator::box(const dmn::Box& box, Slots& slots) {
    Result<Term> out = not_compiled("这种框");
    switch (box.kind) {
        case dmn::BoxKind::literal: out = expression(*box.code, slots); break;
        case dmn::BoxKind::table: out = table(box, slots); break;
        case dmn::BoxKind::context: out = box_context(box, slots); break;
        case dmn::BoxKind::invocation: out = invocation(box, slots); break;
        case dmn::BoxKind::conditional: {
            const Term condition = TRY(seen(TRY(this->box(box.parts[0], slots))));
            const bool truth = condition.series() && condition.series()->kind == Kind::boolean;
            if (!truth || condition.series()->unknown != no_register)
                return not_compiled("条件框的条件");
            out = chosen(condition, TRY(this->box(box.parts[1], slots)),
                         TRY(this->box(box.parts[2], slots)));
            break;
        }
        case dmn::BoxKind::none:
        case dmn::BoxKind::function:
        case dmn::BoxKind::list:
        case dmn::BoxKind::relation:
        case dmn::BoxKind::filter:
        case dmn::BoxKind::iteration:
        case dmn::BoxKind::some:
        case dmn::BoxKind::every: break;
    }
    if (!out.ok()) return out;
    return conform(out.value(), box.result.type);
}

Result<Term> Translator::box_context(const dmn::Box& box, Slots& slots) {
    auto out = std::make_shared<Fields>();
    for (std::size_t i = 0; i < box.parts.size(); ++i) {
        const dmn::Variable& name = box.names[i];
        Term term = TRY(conform(TRY(this->box(box.parts[i], slots)), name.type));
        if (name.name.empty()) return term;
        if (out->find(name.name)) return not_compiled("名称重复");
        slots.put(box.slot + static_cast<int>(i), term);
        out->entries.emplace_back(name.name, std::move(term));
    }
    return Term{std::shared_ptr<const Fields>(std::move(out))};
}

Result<Term> Translator::invocation(const dmn::Box& box, Slots& slots) {
    const Term callee = TRY(this->box(box.parts[0], slots));
    if (!callee.function()) return not_compiled("所调用的不是知识模型");
    std::vector<Term> arguments;
    std::vector<std::string> names;
    for (std::size_t i = 1; i < box.parts.size(); ++i) {
        arguments.push_back(TRY(this->box(box.parts[i], slots)));
        names.push_back(box.names[i - 1].name);
    }
    return apply(*callee.function(), std::move(arguments), names);
}

}  // namespace anmin::batch
