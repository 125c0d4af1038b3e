#include "feel/json_value.h"

#include "feel/lexer.h"
#include "feel/node.h"

namespace anmin::feel {

namespace {

constexpr int deepest = 64;

class JsonReader {
public:
    JsonReader(std::string_view text, const std::string& place) : text_(text), place_(place) {}

    Result<Value> whole() {
        Value out = TRY(value(0));
        blanks();
        if (at_ != text_.size()) return fault("多出内容");
        return out;
    }

private:
    Error fault(const std::string& finding) const {
        Source source;
        source.text = text_;
        return {Fault::invalid, "E-FEEL-401",      place_ + " " + source.place(at_),
                finding,        "格式正确的 JSON", "请改正后重试"};
    }
    void blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' ||
                                      text_[at_] == '\r' || text_[at_] == '\t'))
            ++at_;
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(std::string_view word) {
        if (text_.substr(at_, word.size()) != word) return false;
        at_ += word.size();
        return true;
    }

    Result<Value> value(int depth) {
        if (depth > deepest) return fault("嵌套超过 64 层");
        blanks();
        if (peek() == '{') return object(depth);
        if (peek() == '[') return array(depth);
        if (peek() == '"') return Value::of(TRY(string()));
        if (take("true")) return Value::of(true);
        if (take("false")) return Value::of(false);
        if (take("null")) return Value();
        return number();
    }

    Result<Value> number() {
        const std::size_t start = at_;
        while (at_ < text_.size() &&
               std::string_view("+-.0123456789eE").find(text_[at_]) != std::string_view::npos)
            ++at_;
        const std::string_view written = text_.substr(start, at_ - start);
        const auto made = Decimal::parse(written);
        const bool leading_zero =
            written.size() > 1 && written[0] == '0' && written[1] >= '0' && written[1] <= '9';
        if (!made || leading_zero || written[0] == '.') {
            at_ = start;
            return fault("不是 JSON 的值");
        }
        return Value::of(*made);
    }

    // FEEL's strings have JSON's escapes, but for \/, \b and \f.
    Result<std::string> string() {
        std::string out;
        for (++at_; at_ < text_.size() && text_[at_] != '"';) {
            if (static_cast<unsigned char>(text_[at_]) < 0x20) return fault("字符串中有控制字符");
            if (text_[at_] != '\\') {
                out.push_back(text_[at_++]);
                continue;
            }
            const char letter = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
            if (letter == '/' || letter == 'b' || letter == 'f') {
                out.push_back(letter == '/' ? '/' : letter == 'b' ? '\b' : '\f');
                at_ += 2;
                continue;
            }
            if (std::string_view("\"\\nrtu").find(letter) == std::string_view::npos ||
                letter == '\0')
                return fault("没有这样的转义");
            // A pair of surrogates is two escapes.
            std::size_t size = letter == 'u' ? 6 : 2;
            if (letter == 'u' &&
                (text_.substr(at_ + 2, 1) == "d" || text_.substr(at_ + 2, 1) == "D") &&
                text_.substr(at_ + 6, 2) == "\\u")
                size = 12;
            const std::string one = "\"" + std::string(text_.substr(at_, size)) + "\"";
            out += lex(one, 0).value;
            at_ += size;
        }
        if (peek() != '"') return fault("字符串没有结束");
        ++at_;
        return out;
    }

    Result<Value> array(int depth) {
        List out;
        ++at_;
        blanks();
        if (take("]")) return Value::of(std::move(out));
        for (;;) {
            out.push_back(TRY(value(depth + 1)));
            blanks();
            if (take("]")) return Value::of(std::move(out));
            if (!take(",")) return fault("应为 “,” 或 “]”");
        }
    }

    Result<Value> object(int depth) {
        Context out;
        ++at_;
        blanks();
        if (take("}")) return Value::of(std::move(out));
        for (;;) {
            blanks();
            if (peek() != '"') return fault("应为名称");
            std::string key = TRY(string());
            blanks();
            if (!take(":")) return fault("应为 “:”");
            if (out.find(key)) return fault("名称 “" + key + "” 重复");
            out.put(std::move(key), TRY(value(depth + 1)));
            blanks();
            if (take("}")) return Value::of(std::move(out));
            if (!take(",")) return fault("应为 “,” 或 “}”");
        }
    }

    std::string_view text_;
    const std::string& place_;
    std::size_t at_ = 0;
};

}  // namespace

Result<Value> value_of_json(std::string_view text, const std::string& place) {
    return JsonReader(text, place).whole();
}

}  // namespace anmin::feel
