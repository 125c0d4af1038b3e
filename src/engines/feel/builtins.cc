#include "feel/builtins.h"

#include <algorithm>
#include <map>

namespace anmin::feel {

namespace {

struct TakesWord {
    std::string_view word;
    Takes takes;
};

constexpr TakesWord takes_words[] = {
    {"any", Takes::any},
    {"number", Takes::number},
    {"text", Takes::text},
    {"boolean", Takes::boolean},
    {"list", Takes::list},
    {"context", Takes::context},
    {"date", Takes::date},
    {"day", Takes::date_or_moment},
    {"function", Takes::function},
    {"range", Takes::range},
    {"point", Takes::point_or_range},
    {"text or null", Takes::optional_text},
    {"number or null", Takes::optional_number},
    {"duration or null", Takes::optional_duration},
    {"many", Takes::many},
    {"rest", Takes::rest},
};

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

// "string: text, start position: number, length?: number".
Signature read_signature(std::string_view text) {
    Signature out;
    while (!trimmed(text).empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view part = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        const std::size_t colon = part.find(':');
        std::string_view name = trimmed(part.substr(0, colon));
        const std::string_view word = trimmed(part.substr(colon + 1));
        const bool optional = name.ends_with('?');
        if (optional) name.remove_suffix(1);
        Takes takes = Takes::any;
        bool found = false;
        for (const TakesWord& known : takes_words) {
            if (known.word != word) continue;
            takes = known.takes;
            found = true;
        }
        CHECK(found, "a built-in's signature names a kind of the table");
        out.parameters.emplace_back(std::string(name), takes);
        if (!optional) out.required = out.parameters.size();
    }
    return out;
}

// The value as the parameter takes it; nothing when it does not.
std::optional<Value> taken(const Value& value, Takes takes) {
    const auto of_kind = [&](bool fits) -> std::optional<Value> {
        if (fits) return value;
        if (value.list() && value.list()->size() == 1 && !value.list()->front().list())
            return taken(value.list()->front(), takes);
        return std::nullopt;
    };
    switch (takes) {
        case Takes::any:
        case Takes::rest: return value;
        case Takes::number: return of_kind(value.number());
        case Takes::text: return of_kind(value.text());
        case Takes::boolean: return of_kind(value.boolean());
        case Takes::context: return of_kind(value.context());
        case Takes::date: return of_kind(value.date());
        case Takes::date_or_moment: return of_kind(value.date() || value.date_time());
        case Takes::function: return of_kind(value.function());
        case Takes::range: return of_kind(value.range());
        case Takes::point_or_range:
            return of_kind(!value.is_null() && !value.list() && !value.context() &&
                           !value.function());
        case Takes::optional_text: return of_kind(value.is_null() || value.text());
        case Takes::optional_number: return of_kind(value.is_null() || value.number());
        case Takes::optional_duration: return of_kind(value.is_null() || value.days_time());
        case Takes::many:
        case Takes::list:
            if (value.list()) return value;
            if (value.is_null()) return std::nullopt;
            return Value::of(List{value});
    }
    return std::nullopt;
}

// One argument per parameter, missing ones left out at the end; nothing when the number is wrong.
std::optional<std::vector<Value>> by_position(const Signature& signature,
                                              std::vector<Value> given) {
    const auto& parameters = signature.parameters;
    const Takes last = parameters.empty() ? Takes::any : parameters.back().second;
    if (last == Takes::many && !given.empty()) {
        if (given.size() == 1 && (given[0].list() || given[0].is_null())) return given;
        return std::vector<Value>{Value::of(std::move(given))};
    }
    if (last == Takes::rest && given.size() >= signature.required) {
        const auto start = given.begin() + static_cast<std::ptrdiff_t>(parameters.size()) - 1;
        List rest(start, given.end());
        given.resize(parameters.size() - 1);
        given.push_back(Value::of(std::move(rest)));
        return given;
    }
    if (given.size() < signature.required || given.size() > parameters.size()) return std::nullopt;
    return given;
}

std::optional<std::vector<Value>> by_name(const Signature& signature,
                                          const std::vector<Value>& given,
                                          const std::vector<std::string>& names) {
    std::vector<Value> out(signature.parameters.size());
    std::vector<bool> filled(out.size());
    std::size_t used = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::size_t at = 0;
        while (at < out.size() && signature.parameters[at].first != names[i]) ++at;
        if (at == out.size() || filled[at]) return std::nullopt;
        out[at] = given[i];
        filled[at] = true;
        used = std::max(used, at + 1);
    }
    for (std::size_t i = 0; i < signature.required; ++i)
        if (!filled[i]) return std::nullopt;
    out.resize(used);
    // A name gives one argument, where positions would give any number.
    for (std::size_t i = 0; i < used; ++i)
        if (signature.parameters[i].second == Takes::rest)
            out[i] = Value::of(List{std::move(out[i])});
    return out;
}

// The room a result takes up, in units of Session::charge.
std::size_t made_by(const Value& value) {
    if (value.list()) return value.list()->size();
    if (value.context()) return 4 * value.context()->entries().size();
    return value.text() ? value.text()->size() / 16 : 0;
}

// Are the arguments named in the very order of the parameters?
bool in_order(const Signature& signature, const std::vector<std::string>& names) {
    if (names.size() > signature.parameters.size()) return false;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (signature.parameters[i].first != names[i]) return false;
    return true;
}

// SPEC: table 78 has before(point, range) and before(range, point): the names alone do not tell
// them apart, the order they are written in does.
bool in_written_order(const std::vector<Overload>& overloads,
                      const std::vector<std::string>& names) {
    for (const Overload& overload : overloads)
        if (in_order(overload.signature, names)) return true;
    return false;
}

}  // namespace

Value Arguments::fail(const std::string& reason) const {
    return session_.fail("E-FEEL-205", std::string(function_) + "：" + reason);
}

Builtin::Builtin(std::string name, std::vector<Overload> overloads)
    : name_(std::move(name)), overloads_(std::move(overloads)) {
    for (const auto& [parameter, takes] : overloads_.front().signature.parameters)
        parameters_.push_back({parameter, nullptr});
}

Value Builtin::call(Session& session, std::vector<Value> arguments) const {
    return call_sorted(session, std::move(arguments), {});
}

Value Builtin::call_sorted(Session& session, std::vector<Value> arguments,
                           const std::vector<std::string>& names) const {
    for (const Value& argument : arguments) {
        if (const auto* missing = missing_inside(argument)) return Value::unknown(*missing);
    }
    std::string problem = names.empty() ? "参数个数不对" : "参数名不对或缺少参数";
    std::shared_ptr<const Cause> cause;
    const bool told_apart = names.empty() || !in_written_order(overloads_, names);
    for (const Overload& overload : overloads_) {
        if (!told_apart && !in_order(overload.signature, names)) continue;
        auto sorted = names.empty() ? by_position(overload.signature, arguments)
                                    : by_name(overload.signature, arguments, names);
        if (!sorted) continue;
        bool fits = true;
        for (std::size_t i = 0; fits && i < sorted->size(); ++i) {
            const auto& [parameter, takes] = overload.signature.parameters[i];
            auto made = taken((*sorted)[i], takes);
            // An optional argument that named arguments left out.
            if (!made && !names.empty() && i >= overload.signature.required &&
                (*sorted)[i].is_null() &&
                std::find(names.begin(), names.end(), parameter) == names.end())
                continue;
            fits = made.has_value();
            if (fits) {
                (*sorted)[i] = std::move(*made);
            } else {
                problem = "参数 “" + parameter + "” 不能是 " +
                          std::string(kind_name((*sorted)[i].kind()));
                if ((*sorted)[i].cause()) cause = (*sorted)[i].shared_cause();
            }
        }
        if (!fits) continue;
        Value out = overload.body(Arguments(session, name_, *sorted));
        session.charge(made_by(out));
        return out;
    }
    if (cause) return Value::null(cause);
    return session.fail("E-FEEL-204", name_ + "：" + problem);
}

const std::vector<std::shared_ptr<const Builtin>>& builtins() {
    static const auto* const table = [] {
        auto* out = new std::vector<std::shared_ptr<const Builtin>>;
        std::vector<std::pair<std::string, std::vector<Overload>>> groups;
        const auto take = [&](std::span<const Registration> family) {
            for (const Registration& entry : family) {
                if (groups.empty() || groups.back().first != entry.name)
                    groups.emplace_back(entry.name, std::vector<Overload>());
                groups.back().second.push_back({read_signature(entry.signature), entry.body});
            }
        };
        take(conversion_builtins());
        take(text_builtins());
        take(number_builtins());
        take(list_builtins());
        take(statistics_builtins());
        take(context_builtins());
        take(calendar_builtins());
        take(range_builtins());
        for (auto& [name, overloads] : groups)
            out->push_back(std::make_shared<const Builtin>(name, std::move(overloads)));
        return out;
    }();
    return *table;
}

std::shared_ptr<const Builtin> find_builtin(std::string_view name) {
    for (const auto& builtin : builtins())
        if (builtin->name() == name) return builtin;
    return nullptr;
}

}  // namespace anmin::feel
