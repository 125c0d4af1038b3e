// What terms have in common.
#include "batch/translate.h"

namespace anmin::batch {

using feel::Kind;
using feel::Value;
using frame::Comparison;

Result<Term> Translator::seen(const Term& term) {
    const ColumnOf* const column = term.column();
    if (!column) return term;
    const auto key = std::pair(column->level, column->column);
    const auto known = columns_.find(key);
    if (known != columns_.end()) return term_of(known->second);
    const frame::Frame& table =
        column->level == Level::household ? households_ : households_.children[0].frame;
    const Series series = emitter_.load(table.columns[column->column], column->column,
                                        column->level, column->unknown_nulls);
    columns_.emplace(key, series);
    return term_of(series);
}

Result<Term> Translator::member(const Term& owner, const std::string& name) {
    if (const Fields* fields = owner.fields()) {
        const Term* const found = fields->find(name);
        if (!found) return not_compiled("没有“" + name + "”");
        return lost_to(TRY(seen(*found)), fields->unknown);
    }
    if (const Members* members = owner.members()) {
        auto out = std::make_shared<Members>(*members);
        out->item = TRY(member(members->item, name));
        return Term{std::shared_ptr<const Members>(std::move(out))};
    }
    const Term term = TRY(seen(owner));
    if (term.series() && term.series()->kind == Kind::years_months &&
        (name == "years" || name == "months"))
        return term_of(emitter_.years_of_months(*term.series(), name == "years"));
    return not_compiled("“" + name + "”");
}

Result<Term> Translator::lost_to(const Term& term, Register unknown) {
    if (unknown == no_register) return term;
    if (!term.series()) return not_compiled("不能确定的对象");
    return term_of(emitter_.made_unknown(*term.series(), unknown));
}

Result<Series> Translator::series_of(const Term& term, const Series* like) {
    const Term made = TRY(seen(term));
    if (made.series()) return *made.series();
    if (!made.constant()) return not_compiled("不是一列值");
    if (made.constant()->is_unknown()) return not_compiled("未给出的常数");
    Series plain;
    if (like) {
        plain = *like;
    } else if (made.constant()->is_null()) {
        return not_compiled("null 没有类型");
    }
    // A null takes the type of what it stands beside.
    return emitter_.filled(*made.constant(), plain);
}

// What "and" and "or" see: true, false, and everything else is neither.
Result<Series> Translator::truth_of(const Term& term, Level level) {
    const Term made = TRY(seen(term));
    if (made.series() && made.series()->kind == Kind::boolean) return *made.series();
    Series like;
    like.kind = Kind::boolean;
    like.level = made.series() ? made.series()->level : level;
    if (const Value* value = made.constant()) {
        if (value->is_unknown()) return not_compiled("未给出的常数");
        return emitter_.filled(value->boolean() ? *value : Value(), like);
    }
    if (!made.series()) return not_compiled("不是布尔值");
    Series out = TRY(emitter_.filled(Value(), like));
    return emitter_.made_unknown(out, made.series()->unknown);
}

Result<Term> Translator::chosen(const Term& condition, const Term& then, const Term& otherwise) {
    const Term how = TRY(seen(condition));
    const Level level = how.series() ? how.series()->level : Level::household;
    const Series truth = TRY(truth_of(how, level));
    const Term yes = TRY(seen(then));
    const Term no = TRY(seen(otherwise));
    if (yes.fields() && no.fields()) {
        if (truth.unknown != no_register) return not_compiled("不能确定的对象");
        auto out = std::make_shared<Fields>();
        for (const auto& [name, term] : yes.fields()->entries) {
            const Term* other = no.fields()->find(name);
            if (!other || yes.fields()->entries.size() != no.fields()->entries.size())
                return not_compiled("两个不同的对象");
            out->entries.emplace_back(name, TRY(chosen(how, term, *other)));
        }
        return Term{std::shared_ptr<const Fields>(std::move(out))};
    }
    if (yes.constant() && no.constant()) {
        if (yes.constant()->is_null() && no.constant()->is_null()) return yes;
        if (yes.constant()->is_null()) {
            const Series other = TRY(series_of(no, nullptr));
            return term_of(TRY(emitter_.chosen(truth, TRY(series_of(yes, &other)), other)));
        }
    }
    const Series* const known = yes.series() ? yes.series() : no.series();
    const Series one = TRY(series_of(yes, known));
    const Series two = TRY(series_of(no, known ? known : &one));
    return term_of(TRY(emitter_.chosen(truth, one, two)));
}

namespace {

Comparison turned(Comparison how) {
    switch (how) {
        case Comparison::equal:
        case Comparison::unequal: return how;
        case Comparison::less: return Comparison::more;
        case Comparison::at_most: return Comparison::at_least;
        case Comparison::more: return Comparison::less;
        case Comparison::at_least: return Comparison::at_most;
    }
    return how;
}

}  // namespace

Result<Term> Translator::compared(Comparison how, const Term& left, const Term& right) {
    const Term one = TRY(seen(left));
    const Term two = TRY(seen(right));
    if (one.constant() && two.constant()) return not_compiled("常数");
    if (one.constant() || (two.quotient() && !one.quotient()))
        return compared(turned(how), two, one);
    if (one.quotient()) {
        const Series other = TRY(series_of(two, nullptr));
        return term_of(TRY(emitter_.compared(how, *one.quotient(), other)));
    }
    if (!one.series()) return not_compiled("不能按列比较");
    const Series& series = *one.series();
    if (two.series()) {
        if (series.kind != two.series()->kind) return not_compiled("两种类型的比较");
        return term_of(TRY(emitter_.compared(how, series, *two.series())));
    }
    if (!two.constant()) return not_compiled("不能按列比较");
    const Value& value = *two.constant();
    if (value.is_unknown()) return not_compiled("未给出的常数");
    if (!value.is_null()) {
        if (value.kind() != series.kind) return not_compiled("两种类型的比较");
        return term_of(TRY(emitter_.compared(how, series, value)));
    }
    Series truth;
    truth.kind = Kind::boolean;
    truth.level = series.level;
    if (how != Comparison::equal && how != Comparison::unequal) {
        truth = TRY(emitter_.filled(Value(), truth));
    } else {
        truth.values = emitter_.null_masks(series);
        if (how == Comparison::unequal) truth.values = emitter_.mask_not(truth.values);
    }
    return term_of(emitter_.made_unknown(truth, series.unknown));
}

Result<Register> Translator::unknown_inside(const Term& term) {
    const Term made = TRY(seen(term));
    if (made.constant() || made.function()) return no_register;
    if (made.series()) return made.series()->unknown;
    if (const Fields* fields = made.fields()) {
        Register out = fields->unknown;
        for (const auto& [name, inner] : fields->entries)
            out = emitter_.mask_or(out, TRY(unknown_inside(inner)));
        return out;
    }
    if (const Members* members = made.members()) {
        Register inside = TRY(unknown_inside(members->item));
        if (inside != no_register && members->keep != no_register)
            inside = emitter_.mask_and(inside, members->keep);
        return emitter_.mask_or(members->unknown, emitter_.any_member(inside));
    }
    return not_compiled("其中有没有未知的值");
}

}  // namespace anmin::batch
