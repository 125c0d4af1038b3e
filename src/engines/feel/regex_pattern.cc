// XPath patterns, checked and rewritten for ICU. SPEC: XML Schema 1.1 part 2, appendix G, with
// XPath's additions: reluctant quantifiers, ^ and $, groups without capture, back-references.
#include "feel/characters.h"
#include "feel/regex.h"

namespace anmin::feel {

namespace {

std::string hex(char32_t character) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (; character != 0 || out.empty(); character >>= 4)
        out.insert(out.begin(), digits[character & 15]);
    return "\\x{" + out + "}";
}

// White space outside classes says nothing when the pattern is extended (flag x).
std::string without_blanks(const std::string& pattern) {
    std::string out;
    int depth = 0;
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        if (depth == 0 && blank(c)) continue;
        out.push_back(c);
        if (c == '\\') {
            ++at;
            while (depth == 0 && at < pattern.size() && blank(pattern[at])) ++at;
            if (at < pattern.size()) out.push_back(pattern[at]);
        } else if (c == '[') {
            ++depth;
        } else if (c == ']' && depth > 0) {
            --depth;
        }
    }
    return out;
}

// SPEC: XML 1.0, rule 4 (NameStartChar).
const std::string xml_name_start =
    "A-Z_a-z\\:\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}"
    "\\x{37F}-\\x{1FFF}\\x{200C}\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}"
    "\\x{3001}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}\\x{10000}-\\x{EFFFF}";

class Rewriter {
public:
    Rewriter(std::string_view pattern, std::string& problem) : text_(pattern), problem_(problem) {}

    bool whole(std::string& out) {
        if (!alternatives(out, 0)) return false;
        return at_ == text_.size() || fail("多出 “)”");
    }
    int groups() const { return groups_; }

private:
    bool fail(const std::string& what) {
        if (problem_.empty())
            problem_ = "正则表达式第 " + std::to_string(character_count(text_.substr(0, at_)) + 1) +
                       " 个字符：" + what;
        return false;
    }
    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    bool done() const { return at_ >= text_.size(); }
    char32_t take() {
        const Character next = character_at(text_, at_);
        at_ += next.size;
        return next.value;
    }

    bool alternatives(std::string& out, int depth) {
        if (depth > 100) return fail("括号嵌套过深");
        while (!done() && peek() != ')') {
            if (peek() == '|') {
                ++at_;
                out += '|';
                continue;
            }
            bool repeatable = true;
            if (!atom(out, depth, repeatable)) return false;
            if (!quantifier(out, repeatable)) return false;
        }
        return true;
    }

    bool atom(std::string& out, int depth, bool& repeatable) {
        const char c = peek();
        if (c == '(') return group(out, depth);
        if (c == '[') return char_class(out, depth);
        if (c == '\\') return escape(out, false);
        if (c == '?' || c == '*' || c == '+' || c == '{' || c == '}' || c == ']')
            return fail(std::string("“") + c + "” 前面缺少内容，或应写成 “\\" + c + "”");
        if (c == '.') {
            out += dot_;
            ++at_;
        } else if (c == '^' || c == '$') {
            out += c;
            ++at_;
            repeatable = false;
        } else {
            out += hex(take());
        }
        return true;
    }

    bool group(std::string& out, int depth) {
        ++at_;
        const bool capturing = !(peek() == '?' && peek(1) == ':');
        if (!capturing) at_ += 2;
        const int number = capturing ? ++groups_ : 0;
        if (capturing) closed_.resize(static_cast<std::size_t>(groups_) + 1);
        out += capturing ? "(" : "(?:";
        if (!alternatives(out, depth + 1)) return false;
        if (peek() != ')') return fail("缺少 “)”");
        ++at_;
        out += ')';
        if (capturing) closed_[static_cast<std::size_t>(number)] = true;
        return true;
    }

    bool digits(std::string& out) {
        const std::size_t start = at_;
        while (peek() >= '0' && peek() <= '9') out += text_[at_++];
        return at_ > start && at_ - start <= 4;
    }

    bool quantifier(std::string& out, bool repeatable) {
        const char c = peek();
        if (c != '?' && c != '*' && c != '+' && c != '{') return true;
        if (!repeatable) return fail("这里不能重复");
        out += c;
        ++at_;
        if (c == '{') {
            if (!digits(out)) return fail("“{” 后面应为次数");
            if (peek() == ',') {
                out += ',';
                ++at_;
                if (peek() != '}' && !digits(out)) return fail("“,” 后面应为次数");
            }
            if (peek() != '}') return fail("缺少 “}”");
            out += '}';
            ++at_;
        }
        if (peek() == '?') {
            out += '?';
            ++at_;
        }
        return true;
    }

    bool property(std::string& out, bool negated) {
        if (peek() != '{') return fail("“\\p” 后面应为 “{”");
        const std::size_t close = text_.find('}', at_);
        if (close == std::string_view::npos) return fail("缺少 “}”");
        const std::string name(text_.substr(at_ + 1, close - at_ - 1));
        for (const char c : name)
            if (!(is_name_part(static_cast<unsigned char>(c)) || c == '-'))
                return fail("没有这样的字符类");
        const bool block = name.starts_with("Is") && name.size() > 2;
        const bool category = !name.empty() && name.size() <= 2 &&
                              std::string_view("LMNPZSC").find(name[0]) != std::string_view::npos;
        if (!block && !category) return fail("没有字符类 “" + name + "”");
        out += negated ? "\\P{" : "\\p{";
        out += (block ? "Block=" + name.substr(2) : name) + "}";
        at_ = close + 1;
        return true;
    }

    bool back_reference(std::string& out) {
        std::size_t number = 0;
        while (peek() >= '0' && peek() <= '9') {
            const std::size_t longer = number * 10 + static_cast<std::size_t>(peek() - '0');
            if (number != 0 && longer > static_cast<std::size_t>(groups_)) break;
            number = longer;
            ++at_;
        }
        if (number == 0 || number >= closed_.size() || !closed_[number])
            return fail("引用的分组不存在或还没有结束");
        out += "(?:\\" + std::to_string(number) + ")";
        return true;
    }

    bool escape(std::string& out, bool in_class) {
        ++at_;
        if (done()) return fail("“\\” 后面缺少字符");
        const char c = peek();
        if (c >= '0' && c <= '9')
            return in_class ? fail("方括号内不能引用分组") : back_reference(out);
        ++at_;
        const std::string negate = c >= 'A' && c <= 'Z' ? "^" : "";
        switch (c) {
            case 'n': out += "\\n"; return true;
            case 'r': out += "\\r"; return true;
            case 't': out += "\\t"; return true;
            case 's':
            case 'S': out += "[" + negate + "\\x{20}\\t\\n\\r]"; return true;
            case 'd': out += "\\p{Nd}"; return true;
            case 'D': out += "\\P{Nd}"; return true;
            case 'w': out += "[^\\p{P}\\p{Z}\\p{C}]"; return true;
            case 'W': out += "[\\p{P}\\p{Z}\\p{C}]"; return true;
            case 'i':
            case 'I': out += "[" + negate + xml_name_start + "]"; return true;
            case 'c':
            case 'C':
                out += "[" + negate + xml_name_start +
                       "0-9.\\-\\x{B7}\\x{300}-\\x{36F}\\x{203F}\\x{2040}]";
                return true;
            case 'p':
            case 'P': return property(out, c == 'P');
            default: break;
        }
        if (std::string_view("\\|.?*+(){}-[]^$").find(c) == std::string_view::npos)
            return fail(std::string("没有 “\\") + c + "”");
        out += hex(static_cast<unsigned char>(c));
        return true;
    }

    // One character of a class; `set` when it was an escape for many.
    bool class_item(std::string& out, char32_t& character, bool& set) {
        set = false;
        if (peek() == '\\') {
            const char c = peek(1);
            set = std::string_view("sSdDwWiIcCpP").find(c) != std::string_view::npos;
            character = c == 'n'   ? U'\n'
                        : c == 'r' ? U'\r'
                        : c == 't' ? U'\t'
                                   : static_cast<unsigned char>(c);
            return escape(out, true);
        }
        if (peek() == '[' || peek() == ']') return fail("方括号内的 “[” 应写成 “\\[”");
        character = take();
        out += hex(character);
        return true;
    }

    bool char_class(std::string& out, int depth) {
        if (depth > 100) return fail("方括号嵌套过深");
        ++at_;
        std::string inner = "[";
        if (peek() == '^') {
            inner += '^';
            ++at_;
        }
        bool any = false;
        while (!done() && peek() != ']') {
            if (peek() == '-' && peek(1) == '[') {
                if (!any) return fail("“-[” 前面缺少内容");
                ++at_;
                std::string less;
                if (!char_class(less, depth + 1)) return false;
                if (peek() != ']') return fail("“-[...]” 应在最后");
                ++at_;
                out += "[" + inner + "]--" + less + "]";
                return true;
            }
            char32_t first = 0;
            bool set = false;
            if (!class_item(inner, first, set)) return false;
            any = true;
            if (peek() == '-' && peek(1) != ']' && peek(1) != '[' && !set) {
                ++at_;
                inner += '-';
                char32_t last = 0;
                if (!class_item(inner, last, set)) return false;
                if (set || last < first) return fail("范围的起点大于终点");
            }
        }
        if (done()) return fail("缺少 “]”");
        if (!any) return fail("方括号内没有内容");
        ++at_;
        out += inner + "]";
        return true;
    }

    std::string_view text_;
    std::string& problem_;
    std::size_t at_ = 0;
    int groups_ = 0;
    std::vector<bool> closed_ = {false};
    std::string dot_ = ".";
};

}  // namespace

std::optional<std::string> icu_pattern(const std::string& pattern, bool extended,
                                       std::string& problem, int& groups) {
    const std::string text = extended ? without_blanks(pattern) : pattern;
    Rewriter rewriter(text, problem);
    std::string out;
    if (!rewriter.whole(out)) return std::nullopt;
    groups = rewriter.groups();
    return out;
}

}  // namespace anmin::feel
