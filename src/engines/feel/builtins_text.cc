// String functions. SPEC: DMN 10.3.4.3.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "feel/builtins.h"
#include "feel/characters.h"
#include "feel/regex.h"

namespace anmin::feel {

namespace {

Value substring(const Arguments& arguments) {
    const std::string& text = arguments.text(0);
    arguments.session().charge(text.size() / 16);
    const std::int64_t count = static_cast<std::int64_t>(character_count(text));
    std::int64_t start = arguments.number(1).truncated().value_or(0);
    if (start < 0) start += count + 1;
    if (start < 1 || start > count) return arguments.fail("起始位置超出字符串");
    std::int64_t length = count - start + 1;
    if (arguments.size() > 2) {
        const auto wanted = arguments.number(2).truncated();
        if (!wanted || *wanted < 1) return arguments.fail("长度应大于 0");
        length = std::min(length, *wanted);
    }
    const std::size_t first = byte_offset(text, static_cast<std::size_t>(start - 1));
    const std::string_view rest = std::string_view(text).substr(first);
    return Value::of(
        std::string(rest.substr(0, byte_offset(rest, static_cast<std::size_t>(length)))));
}

Value string_length(const Arguments& arguments) {
    return Value::of(static_cast<std::int64_t>(character_count(arguments.text(0))));
}

Value upper_case(const Arguments& arguments) {
    std::string out;
    icu::UnicodeString::fromUTF8(arguments.text(0))
        .toUpper(icu::Locale::getRoot())
        .toUTF8String(out);
    return Value::of(std::move(out));
}

Value lower_case(const Arguments& arguments) {
    std::string out;
    icu::UnicodeString::fromUTF8(arguments.text(0))
        .toLower(icu::Locale::getRoot())
        .toUTF8String(out);
    return Value::of(std::move(out));
}

// Where the second text begins in the first; work by the length of both.
std::size_t position(const Arguments& arguments) {
    const std::string& text = arguments.text(0);
    const std::string& wanted = arguments.text(1);
    arguments.session().charge(text.size() * wanted.size() / 1024);
    return text.find(wanted);
}

Value substring_before(const Arguments& arguments) {
    const std::size_t at = position(arguments);
    return Value::of(at == std::string::npos ? std::string() : arguments.text(0).substr(0, at));
}

Value substring_after(const Arguments& arguments) {
    const std::size_t at = position(arguments);
    if (at == std::string::npos) return Value::of(std::string());
    return Value::of(arguments.text(0).substr(at + arguments.text(1).size()));
}

Value contains(const Arguments& arguments) {
    return Value::of(position(arguments) != std::string::npos);
}

Value starts_with(const Arguments& arguments) {
    return Value::of(arguments.text(0).starts_with(arguments.text(1)));
}

Value ends_with(const Arguments& arguments) {
    return Value::of(arguments.text(0).ends_with(arguments.text(1)));
}

// The compiled pattern of argument 1, flags in argument `flags` if there is one.
std::shared_ptr<const Regex> pattern_of(const Arguments& arguments, std::size_t flags,
                                        RegexProblem& problem) {
    const std::string text = arguments.has(flags) ? arguments.text(flags) : std::string();
    return arguments.session().regex(arguments.text(1), text, problem);
}

RegexBounds bounds_of(const Arguments& arguments) {
    const Limits& limits = arguments.session().options().limits;
    return {limits.regex_milliseconds, limits.text, limits.list};
}

// A tick of ten thousand steps takes about as long as that many nodes.
std::size_t work_of(const RegexProblem& problem) {
    return static_cast<std::size_t>(problem.ticks) * 10000;
}

Value give_up(const Arguments& arguments, const RegexProblem& problem) {
    if (problem.limit) return arguments.session().stop_over_limit(problem.text);
    return arguments.fail(problem.text);
}

Value matches(const Arguments& arguments) {
    RegexProblem problem;
    const auto regex = pattern_of(arguments, 2, problem);
    const auto found =
        regex ? regex->found_in(arguments.text(0), bounds_of(arguments), problem) : std::nullopt;
    arguments.session().charge(work_of(problem));
    return found ? Value::of(*found) : give_up(arguments, problem);
}

Value replace(const Arguments& arguments) {
    RegexProblem problem;
    const auto regex = pattern_of(arguments, 3, problem);
    auto out =
        regex ? regex->replace(arguments.text(0), arguments.text(2), bounds_of(arguments), problem)
              : std::nullopt;
    arguments.session().charge(work_of(problem));
    return out ? Value::of(std::move(*out)) : give_up(arguments, problem);
}

Value split(const Arguments& arguments) {
    RegexProblem problem;
    const auto regex = pattern_of(arguments, 2, problem);
    const auto parts =
        regex ? regex->split(arguments.text(0), bounds_of(arguments), problem) : std::nullopt;
    arguments.session().charge(work_of(problem));
    if (!parts) return give_up(arguments, problem);
    List out;
    for (const std::string& part : *parts) out.push_back(Value::of(part));
    return Value::of(std::move(out));
}

Value string_join(const Arguments& arguments) {
    const std::string delimiter = arguments.has(1) ? arguments.text(1) : std::string();
    std::string out;
    bool first = true;
    for (const Value& item : arguments.list(0)) {
        if (item.is_null()) continue;
        if (!item.text()) return arguments.fail("列表中有不是字符串的项");
        if (!first) out += delimiter;
        out += *item.text();
        first = false;
        if (out.size() > arguments.session().options().limits.text)
            return arguments.session().stop_over_limit("字符串过长");
    }
    return Value::of(std::move(out));
}

constexpr Registration table[] = {
    {"substring", "string: text, start position: number, length?: number", substring},
    {"string length", "string: text", string_length},
    {"upper case", "string: text", upper_case},
    {"lower case", "string: text", lower_case},
    {"substring before", "string: text, match: text", substring_before},
    {"substring after", "string: text, match: text", substring_after},
    {"replace", "input: text, pattern: text, replacement: text, flags?: text or null", replace},
    {"contains", "string: text, match: text", contains},
    {"starts with", "string: text, match: text", starts_with},
    {"ends with", "string: text, match: text", ends_with},
    {"matches", "input: text, pattern: text, flags?: text or null", matches},
    {"split", "string: text, delimiter: text", split},
    {"string join", "list: list, delimiter?: text or null", string_join},
};

}  // namespace

std::span<const Registration> text_builtins() { return table; }

}  // namespace anmin::feel
