// Calls: built-in functions and knowledge models, which are written out where they are called.
#include "batch/translate.h"

namespace anmin::batch {

using feel::Kind;
using feel::Node;
using feel::Value;

namespace {

struct NamedRounding {
    const char* name;
    frame::Rounding rounding;
};

constexpr NamedRounding roundings[] = {
    {"decimal", frame::Rounding::half_even},         {"floor", frame::Rounding::floor},
    {"ceiling", frame::Rounding::ceiling},           {"round up", frame::Rounding::up},
    {"round down", frame::Rounding::down},           {"round half up", frame::Rounding::half_up},
    {"round half down", frame::Rounding::half_down},
};

}  // namespace

Result<Term> Translator::call(const Node& node, Slots& slots) {
    const Term callee = TRY(eval(*node.kids[0], slots));
    std::vector<Term> arguments;
    for (std::size_t i = 1; i < node.kids.size(); ++i)
        arguments.push_back(TRY(eval(*node.kids[i], slots)));
    if (callee.function()) return apply(*callee.function(), std::move(arguments), node.names);
    if (!callee.constant() || !callee.constant()->function() || !node.names.empty())
        return not_compiled("这样的调用");
    const auto* function = dynamic_cast<const feel::Builtin*>(callee.constant()->function());
    if (!function) return not_compiled("这样的调用");
    return builtin(*function, std::move(arguments));
}

Result<Term> Translator::builtin(const feel::Builtin& function, std::vector<Term> arguments) {
    const std::string& name = function.name();
    if (name == "sum" || name == "count" || name == "min" || name == "max")
        return aggregate(name, arguments);
    for (const NamedRounding& each : roundings)
        if (name == each.name) return rounded(name, arguments);
    for (Term& argument : arguments) argument = TRY(seen(argument));
    if (name == "not" && arguments.size() == 1 && arguments[0].series()) {
        if (arguments[0].series()->kind != Kind::boolean) return not_compiled("not 的参数");
        return term_of(emitter_.opposite(*arguments[0].series()));
    }
    if (name == "years and months duration" && arguments.size() == 2) {
        if (arguments[0].constant() && arguments[1].constant()) return not_compiled("常数");
        const Series from = TRY(series_of(arguments[0], arguments[1].series()));
        const Series to = TRY(series_of(arguments[1], arguments[0].series()));
        if (from.kind != Kind::date || to.kind != Kind::date) return not_compiled("不是日期");
        return term_of(emitter_.months_between(from, to));
    }
    return not_compiled("函数 " + name);
}

Result<Term> Translator::aggregate(const std::string& name, const std::vector<Term>& arguments) {
    if (arguments.size() == 1 && arguments[0].items() && name != "count") {
        // A list written out: added or compared one by one.
        return aggregate(name, arguments[0].items()->items);
    }
    if (arguments.size() > 1 && name == "sum") {
        Result<Term> total = seen(arguments[0]);
        for (std::size_t i = 1; i < arguments.size(); ++i) {
            const Term left = TRY(std::move(total));
            const Term right = TRY(seen(arguments[i]));
            if (left.constant() && right.constant()) return not_compiled("常数");
            total = term_of(
                TRY(emitter_.arithmetic(frame::Operation::add, TRY(series_of(left, right.series())),
                                        TRY(series_of(right, left.series())))));
        }
        return total;
    }
    if (arguments.size() > 1 && (name == "min" || name == "max")) {
        // null as soon as one is null: comparing with null has no answer.
        Series best = TRY(series_of(TRY(seen(arguments[0])), nullptr));
        for (std::size_t i = 1; i < arguments.size(); ++i) {
            Series next = TRY(series_of(TRY(seen(arguments[i])), &best));
            TRY(emitter_.unify(best, next));
            const Register unknown = emitter_.mask_or(best.unknown, next.unknown);
            const Register null =
                emitter_.mask_or(best.nullable ? emitter_.null_masks(best) : no_register,
                                 next.nullable ? emitter_.null_masks(next) : no_register);
            best.unknown = next.unknown = no_register;
            const auto how = name == "min" ? frame::Comparison::less : frame::Comparison::more;
            Series better = TRY(emitter_.compared(how, next, best));
            better.nullable = false;
            better.values = emitter_.masks_of(better);
            best = TRY(emitter_.chosen(better, next, best));
            if (null != no_register) best = emitter_.nulled(best, null);
            best.unknown = unknown;
        }
        return term_of(best);
    }
    if (arguments.size() != 1 || !arguments[0].members()) return not_compiled("函数 " + name);
    const Members& members = *arguments[0].members();
    const Emitter::Kept kept{members.keep, members.unknown};
    if (name == "count") {
        Register unknown = TRY(unknown_inside(members.item));
        return term_of(emitter_.count_of(emitter_.mask_at(unknown, Level::member), kept));
    }
    const Series items = TRY(series_of(TRY(seen(members.item)), nullptr));
    if (name == "sum") {
        if (items.kind != Kind::number) return not_compiled("sum 的项不是数字");
        return term_of(emitter_.sum_of(items, kept));
    }
    if (items.kind != Kind::number && items.kind != Kind::date) return not_compiled(name + " 的项");
    return term_of(emitter_.extreme_of(items, kept, name == "min"));
}

Result<Term> Translator::rounded(const std::string& name, const std::vector<Term>& arguments) {
    if (arguments.empty() || arguments.size() > 2) return not_compiled("函数 " + name);
    std::int64_t digits = 0;
    if (arguments.size() == 2) {
        const Value* value = arguments[1].constant();
        const auto whole = value && value->number() ? value->number()->whole() : std::nullopt;
        if (!whole || *whole < 0 || *whole > frame::most_scale) return not_compiled("舍入的位数");
        digits = *whole;
    }
    auto rounding = frame::Rounding::half_even;
    for (const NamedRounding& each : roundings)
        if (name == each.name) rounding = each.rounding;
    const Term term = TRY(seen(arguments[0]));
    const int places = static_cast<int>(digits);
    if (term.quotient()) return term_of(TRY(emitter_.rounded(*term.quotient(), places, rounding)));
    if (!term.series() || term.series()->kind != Kind::number) return not_compiled("舍入的数");
    return term_of(TRY(emitter_.rounded(*term.series(), places, rounding)));
}

Result<Term> Translator::apply(const Function& function, std::vector<Term> arguments,
                               const std::vector<std::string>& names) {
    const auto& element = model_.data().elements[static_cast<std::size_t>(function.element)];
    if (element.kind != dmn::ElementKind::knowledge || element.logic.parts.empty() ||
        element.logic.function != dmn::FunctionKind::feel)
        return not_compiled("调用“" + element.name + "”");
    if (open_.contains(function.element)) return not_compiled("递归");
    if (arguments.size() != element.parameters.size()) return not_compiled("参数个数不对");
    Slots slots;
    slots.element = &element;
    slots.terms.resize(element.sources.size());
    for (std::size_t i = 0; i < element.parameters.size(); ++i) {
        std::size_t from = i;
        if (!names.empty()) {
            from = 0;
            while (from < names.size() && names[from] != element.parameters[i].name) ++from;
            if (from == names.size()) return not_compiled("参数名不对");
        }
        Term term = TRY(conform(arguments[from], element.parameters[i].type));
        slots.put(static_cast<int>(element.sources.size() + i), std::move(term));
    }
    open_.insert(function.element);
    Result<Term> out = box(element.logic.parts[0], slots);
    open_.erase(function.element);
    return conform(TRY(std::move(out)), element.result);
}

}  // namespace anmin::batch
