#include "feel/regex.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace anmin::feel {

struct Regex::State {
    std::unique_ptr<icu::RegexPattern> pattern;
    std::string source;
    std::string flags;
    int groups = 0;
    bool literal = false;
};

namespace {

constexpr int stack_bytes = 8 * 1024 * 1024;
// Longest pattern in bytes: ICU takes time by the square of it to compile one.
constexpr std::size_t longest_pattern = 20000;

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

// One call's use of a pattern, bounded in time and memory over all its matches: ICU's own limit
// begins anew with each of them.
class Matching {
public:
    Matching(const icu::RegexPattern& pattern, const icu::UnicodeString& input,
             const RegexBounds& bounds)
        : most_(bounds.milliseconds), left_(most_), matcher_(pattern.matcher(input, status_)) {
        if (U_FAILURE(status_)) return;
        matcher_->setStackLimit(stack_bytes, status_);
        matcher_->setMatchCallback(&Matching::tick, this, status_);
    }
    Matching(const Matching&) = delete;
    Matching& operator=(const Matching&) = delete;

    bool next() { return U_SUCCESS(status_) && matcher_->find(status_); }
    bool empty() { return matcher_->end(status_) == matcher_->start(status_); }
    std::int32_t start() { return matcher_->start(status_); }
    std::int32_t end() { return matcher_->end(status_); }
    const icu::RegexMatcher& matcher() const { return *matcher_; }

    // Ended without a fault? Says what it was otherwise.
    bool good(RegexProblem& problem) const {
        problem.ticks = most_ - left_;
        if (U_SUCCESS(status_)) return true;
        problem.limit = status_ == U_REGEX_STOPPED_BY_CALLER || status_ == U_REGEX_STACK_OVERFLOW;
        problem.text = problem.limit ? "正则匹配超过时间或内存限制" : "正则匹配失败";
        return false;
    }

private:
    // Called by ICU every ten thousand steps.
    static UBool U_CALLCONV tick(const void* self, std::int32_t) {
        return --static_cast<const Matching*>(self)->left_ > 0;
    }

    int most_;
    mutable int left_;
    UErrorCode status_ = U_ZERO_ERROR;
    std::unique_ptr<icu::RegexMatcher> matcher_;
};

void too_much(RegexProblem& problem) {
    problem.limit = true;
    problem.text = "正则替换或拆分的结果过长";
}

// "." and "$" as XPath means them: ICU's know more line ends.
std::string with_line_ends(const std::string& pattern, bool dot_all, bool lines) {
    std::string out;
    bool in_class = false;
    int depth = 0;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        if (c == '\\') {
            out += pattern.substr(at, 2);
            ++at;
            continue;
        }
        if (c == '[') ++depth;
        if (c == ']') --depth;
        in_class = depth > 0;
        if (c == '.' && !in_class && !dot_all) {
            out += "[^\\n\\r]";
        } else if (c == '$' && !in_class && !lines) {
            out += "\\z";
        } else {
            out += c;
        }
    }
    return out;
}

std::string literal_pattern(const std::string& text) {
    std::string out = "\\Q";
    for (const char c : text) {
        out += c;
        if (c == '\\') out += "E\\\\\\Q";
    }
    return out + "\\E";
}

// The replacement for one match; false when it is not well-formed.
bool expand(const icu::RegexMatcher& matcher, const std::string& replacement, int groups,
            icu::UnicodeString& out, RegexProblem& problem) {
    for (std::size_t at = 0; at < replacement.size(); ++at) {
        const char c = replacement[at];
        const char next = at + 1 < replacement.size() ? replacement[at + 1] : '\0';
        if (c == '\\') {
            if (next != '\\' && next != '$') {
                problem.text = "替换文本中的 “\\” 应写成 “\\\\”";
                return false;
            }
            out.append(static_cast<char16_t>(next));
            ++at;
        } else if (c == '$') {
            if (next < '0' || next > '9') {
                problem.text = "替换文本中的 “$” 后面应为分组号";
                return false;
            }
            int number = next - '0';
            ++at;
            while (at + 1 < replacement.size() && replacement[at + 1] >= '0' &&
                   replacement[at + 1] <= '9' &&
                   number * 10 + (replacement[at + 1] - '0') <= groups)
                number = number * 10 + (replacement[++at] - '0');
            UErrorCode status = U_ZERO_ERROR;
            if (number <= groups) out.append(matcher.group(number, status));
        } else {
            const std::size_t end =
                std::min(replacement.find_first_of("\\$", at), replacement.size());
            out.append(icu::UnicodeString::fromUTF8(replacement.substr(at, end - at)));
            at = end - 1;
        }
    }
    return true;
}

}  // namespace

Regex::Regex(std::unique_ptr<State> state) : state_(std::move(state)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

std::optional<Regex> Regex::compile(const std::string& pattern, const std::string& flags,
                                    RegexProblem& problem) {
    if (const std::size_t bad = flags.find_first_not_of("smixq"); bad != std::string::npos) {
        problem.text = std::string("没有标志 “") + flags[bad] + "”，应为 s、m、i、x、q";
        return std::nullopt;
    }
    if (pattern.size() > longest_pattern) {
        problem.text = "正则表达式超过 " + std::to_string(longest_pattern) + " 字节";
        return std::nullopt;
    }
    const auto has = [&](char flag) { return flags.find(flag) != std::string::npos; };
    auto state = std::make_unique<State>();
    state->source = pattern;
    state->flags = flags;
    state->literal = has('q');
    std::string text;
    if (state->literal) {
        text = literal_pattern(pattern);
    } else {
        const auto rewritten = icu_pattern(pattern, has('x'), problem.text, state->groups);
        if (!rewritten) return std::nullopt;
        text = with_line_ends(*rewritten, has('s'), has('m'));
    }
    std::uint32_t options = UREGEX_UNIX_LINES;
    if (has('i')) options |= UREGEX_CASE_INSENSITIVE;
    if (has('m')) options |= UREGEX_MULTILINE;
    if (has('s')) options |= UREGEX_DOTALL;
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    state->pattern.reset(
        icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(text), options, where, status));
    if (U_FAILURE(status) || !state->pattern) {
        problem.text = "正则表达式不正确";
        return std::nullopt;
    }
    return Regex(std::move(state));
}

bool Regex::is_of(const std::string& pattern, const std::string& flags) const {
    return state_->source == pattern && state_->flags == flags;
}

std::optional<bool> Regex::found_in(const std::string& input, const RegexBounds& bounds,
                                    RegexProblem& problem) const {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(input);
    Matching matching(*state_->pattern, text, bounds);
    const bool found = matching.next();
    return matching.good(problem) ? std::optional(found) : std::nullopt;
}

std::optional<std::string> Regex::replace(const std::string& input, const std::string& replacement,
                                          const RegexBounds& bounds, RegexProblem& problem) const {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(input);
    Matching matching(*state_->pattern, text, bounds);
    icu::UnicodeString out;
    std::int32_t last = 0;
    std::size_t written = 0;  // of replacements, which may all come to nothing
    while (matching.next()) {
        if (matching.empty()) {
            // SPEC: XPath FORX0003.
            problem.text = "正则表达式不能匹配空字符串";
            return std::nullopt;
        }
        out.append(text, last, matching.start() - last);
        last = matching.end();
        if (state_->literal) {
            out.append(icu::UnicodeString::fromUTF8(replacement));
        } else if (!expand(matching.matcher(), replacement, state_->groups, out, problem)) {
            return std::nullopt;
        }
        written += replacement.size();
        if (static_cast<std::size_t>(out.length()) > bounds.text || written > 4 * bounds.text) {
            too_much(problem);
            return std::nullopt;
        }
    }
    if (!matching.good(problem)) return std::nullopt;
    out.append(text, last, text.length() - last);
    return utf8(out);
}

std::optional<std::vector<std::string>> Regex::split(const std::string& input,
                                                     const RegexBounds& bounds,
                                                     RegexProblem& problem) const {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(input);
    Matching matching(*state_->pattern, text, bounds);
    std::vector<std::string> out;
    std::int32_t last = 0;
    while (matching.next()) {
        if (matching.empty()) {
            problem.text = "正则表达式不能匹配空字符串";
            return std::nullopt;
        }
        out.push_back(utf8(text.tempSubStringBetween(last, matching.start())));
        last = matching.end();
        if (out.size() >= bounds.list) {
            too_much(problem);
            return std::nullopt;
        }
    }
    if (!matching.good(problem)) return std::nullopt;
    out.push_back(utf8(text.tempSubString(last)));
    return out;
}

}  // namespace anmin::feel
