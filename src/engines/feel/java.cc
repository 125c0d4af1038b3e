// The Java functions that models of the compatibility kit name, answered natively: decimal where
// Java would be exact, to the nearest double where it would not.
#include <cmath>

#include "feel/evaluator.h"
#include "feel/print.h"

namespace anmin::feel {

namespace {

double to_double(const Decimal& number) { return std::strtod(number.text().c_str(), nullptr); }

Value of_double(Session& session, double number) {
    if (!std::isfinite(number)) return session.fail("E-FEEL-220", "结果不是数字");
    char text[64];
    std::snprintf(text, sizeof text, "%.17g", number);
    // The shortest text that gives the same number back, as Java prints it.
    for (int digits = 1; digits < 17; ++digits) {
        char shorter[64];
        std::snprintf(shorter, sizeof shorter, "%.*g", digits, number);
        if (std::strtod(shorter, nullptr) != number) continue;
        std::copy(std::begin(shorter), std::end(shorter), std::begin(text));
        break;
    }
    std::string plain = text;
    const auto made = Decimal::parse(plain);
    return made ? Value::of(*made) : session.fail("E-FEEL-220", "结果不是数字");
}

struct MathFunction {
    std::string_view name;
    double (*body)(double);
};

constexpr MathFunction math_functions[] = {
    {"cos", [](double x) { return std::cos(x); }},
    {"sin", [](double x) { return std::sin(x); }},
    {"tan", [](double x) { return std::tan(x); }},
    {"acos", [](double x) { return std::acos(x); }},
    {"asin", [](double x) { return std::asin(x); }},
    {"atan", [](double x) { return std::atan(x); }},
    {"exp", [](double x) { return std::exp(x); }},
    {"log", [](double x) { return std::log(x); }},
    {"log10", [](double x) { return std::log10(x); }},
    {"sqrt", [](double x) { return std::sqrt(x); }},
    {"cbrt", [](double x) { return std::cbrt(x); }},
    {"ceil", [](double x) { return std::ceil(x); }},
    {"floor", [](double x) { return std::floor(x); }},
    {"rint", [](double x) { return std::rint(x); }},
    {"toRadians", [](double x) { return x / 180.0 * 3.14159265358979323846; }},
    {"toDegrees", [](double x) { return x * 180.0 / 3.14159265358979323846; }},
};

Value call_math(Session& session, const std::string& name, const std::vector<Value>& arguments) {
    for (const Value& argument : arguments)
        if (!argument.number()) return session.fail("E-FEEL-221", "java.lang.Math 需要数字");
    if (arguments.size() == 2) {
        const Decimal& left = *arguments[0].number();
        const Decimal& right = *arguments[1].number();
        if (name == "max") return Value::of(left < right ? right : left);
        if (name == "min") return Value::of(right < left ? right : left);
        if (name == "pow") return of_double(session, std::pow(to_double(left), to_double(right)));
        if (name == "atan2")
            return of_double(session, std::atan2(to_double(left), to_double(right)));
        if (name == "hypot")
            return of_double(session, std::hypot(to_double(left), to_double(right)));
    }
    if (arguments.size() != 1) return session.fail("E-FEEL-222", "没有这个 Java 函数");
    const Decimal& number = *arguments[0].number();
    if (name == "abs") return Value::of(number.absolute());
    if (name == "round") {
        const auto half = decimal::add(number, *Decimal::parse("0.5"));
        return Value::of(decimal::round_whole(*half, decimal::Rounding::floor));
    }
    for (const MathFunction& function : math_functions)
        if (function.name == name) return of_double(session, function.body(to_double(number)));
    return session.fail("E-FEEL-222", "没有这个 Java 函数：java.lang.Math." + name);
}

// String.format with %s, %d, %.2f and the like.
Value format(Session& session, const std::vector<Value>& arguments) {
    if (arguments.empty() || !arguments[0].text()) return session.fail("E-FEEL-221", "缺少格式");
    List rest;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (arguments[i].list()) {
            rest.insert(rest.end(), arguments[i].list()->begin(), arguments[i].list()->end());
        } else {
            rest.push_back(arguments[i]);
        }
    }
    const std::string& pattern = *arguments[0].text();
    std::string out;
    std::size_t next = 0;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '%') {
            out.push_back(pattern[at]);
            continue;
        }
        const std::size_t letter = pattern.find_first_of("sdfbn%", at + 1);
        if (letter == std::string::npos) return session.fail("E-FEEL-221", "格式不正确");
        const std::string options = pattern.substr(at + 1, letter - at - 1);
        const char kind = pattern[letter];
        at = letter;
        if (kind == '%' || kind == 'n') {
            out.push_back(kind == 'n' ? '\n' : '%');
            continue;
        }
        if (next >= rest.size()) return session.fail("E-FEEL-221", "参数少于格式");
        const Value& value = rest[next++];
        if (kind == 'f' || kind == 'd') {
            if (!value.number())
                return session.fail("E-FEEL-221", "%" + std::string(1, kind) + " 需要数字");
            const std::size_t point = options.find('.');
            const int scale = kind == 'd'                  ? 0
                              : point == std::string::npos ? 6
                                                           : std::atoi(options.c_str() + point + 1);
            const auto rounded =
                scale < 0 || scale > 34
                    ? std::nullopt
                    : decimal::round(*value.number(), scale, decimal::Rounding::half_up);
            if (!rounded) return session.fail("E-FEEL-221", "格式不正确");
            std::string digits = rounded->text();
            if (scale > 0 && digits.find('.') == std::string::npos) digits += ".";
            const std::size_t dot = digits.find('.');
            if (scale > 0)
                digits.append(static_cast<std::size_t>(scale) - (digits.size() - dot - 1), '0');
            out += digits;
        } else {
            out += string_of(value);
        }
    }
    return Value::of(std::move(out));
}

}  // namespace

Value call_external(Session& session, const Value& mapping, const std::vector<Value>& arguments) {
    const Context* names = mapping.context();
    const Value* owner = names ? names->find("class") : nullptr;
    const Value* signature = names ? names->find("method signature") : nullptr;
    if (!owner || !owner->text() || !signature || !signature->text())
        return session.fail("E-FEEL-223",
                            "外部函数没有写明 class 和 method signature，或不是 Java 函数");
    return call_java(session, *owner->text(), *signature->text(), arguments);
}

Value call_java(Session& session, const std::string& owner, const std::string& signature,
                const std::vector<Value>& arguments) {
    const std::string name = signature.substr(0, signature.find('('));
    if (!session.options().native_java)
        return session.fail("E-FEEL-223", "外部 Java 函数 " + owner + "." + name + " 不予执行");
    const std::size_t last = owner.rfind('.');
    const std::string short_name = last == std::string::npos ? owner : owner.substr(last + 1);
    if (owner == "java.lang.Math") return call_math(session, name, arguments);
    if (owner == "java.lang.String" && name == "format") return format(session, arguments);
    if (owner == "java.lang.String" && name == "valueOf" && arguments.size() == 1)
        return Value::of(string_of(arguments[0]));
    const bool number_class = short_name == "Integer" || short_name == "Long" ||
                              short_name == "Double" || short_name == "Float" ||
                              short_name == "BigDecimal" || short_name == "BigInteger" ||
                              short_name == "Short" || short_name == "Byte";
    if (owner.starts_with("java.") && number_class && arguments.size() == 1 &&
        (name == "valueOf" || name.starts_with("parse"))) {
        if (arguments[0].number()) return arguments[0];
        const auto number =
            arguments[0].text() ? Decimal::parse(*arguments[0].text()) : std::nullopt;
        return number ? Value::of(*number) : session.fail("E-FEEL-221", "不是数字");
    }
    return session.fail("E-FEEL-222", "没有这个 Java 函数：" + owner + "." + signature);
}

}  // namespace anmin::feel
