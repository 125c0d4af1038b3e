#include "feel/print.h"

#include "feel/characters.h"

namespace anmin::feel {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out.push_back('\\');
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else {
            out.push_back(c);
        }
    }
    return out + "\"";
}

bool plain_name(std::string_view name) {
    if (name.empty() || !is_name_start(character_at(name, 0).value)) return false;
    for (std::size_t at = 0; at < name.size();) {
        const Character next = character_at(name, at);
        if (!is_name_part(next.value) && next.value != ' ') return false;
        at += next.size;
    }
    return true;
}

// Writes values one inside the other, until there is enough.
class Writer {
public:
    explicit Writer(std::size_t most) : most_(most) {}

    void whole(const Value& value) {
        switch (value.kind()) {
            case Kind::null: out_ += "null"; return;
            case Kind::boolean: out_ += *value.boolean() ? "true" : "false"; return;
            case Kind::number: out_ += value.number()->text(); return;
            case Kind::text: out_ += *value.text(); return;
            case Kind::date: out_ += calendar::text_of(*value.date()); return;
            case Kind::time: out_ += calendar::text_of(*value.time()); return;
            case Kind::date_time: out_ += calendar::text_of(*value.date_time()); return;
            case Kind::years_months: out_ += calendar::text_of(*value.years_months()); return;
            case Kind::days_time: out_ += calendar::text_of(*value.days_time()); return;
            case Kind::list: return list(*value.list());
            case Kind::context: return context(*value.context());
            case Kind::range: return range(*value.range());
            case Kind::function: out_ += "function"; return;
            case Kind::unknown: out_ += "unknown"; return;
        }
    }
    void inner(const Value& value) {
        if (!value.text()) return whole(value);
        // A quoted character takes two bytes at most.
        out_ += quoted(value.text()->substr(0, most_ + 1));
    }
    bool enough() const { return out_.size() > most_; }
    std::string take() { return std::move(out_); }

private:
    void list(const List& list) {
        out_ += "[";
        for (std::size_t i = 0; i < list.size() && !enough(); ++i) {
            if (i > 0) out_ += ", ";
            inner(list[i]);
        }
        out_ += "]";
    }
    void context(const Context& context) {
        out_ += "{";
        bool first = true;
        for (const Entry& entry : context.entries()) {
            if (enough()) break;
            if (!first) out_ += ", ";
            first = false;
            out_ += plain_name(entry.name) ? entry.name : quoted(entry.name);
            out_ += ": ";
            inner(entry.value);
        }
        out_ += "}";
    }
    void test(const char* sign, const Value& end) {
        out_ += sign;
        inner(end);
        out_ += ")";
    }
    void range(const Range& range) {
        switch (range.form) {
            case RangeForm::less: return test("(< ", range.high);
            case RangeForm::less_equal: return test("(<= ", range.high);
            case RangeForm::greater: return test("(> ", range.low);
            case RangeForm::greater_equal: return test("(>= ", range.low);
            case RangeForm::equal: return test("(= ", range.low);
            case RangeForm::unequal: return test("(!= ", range.low);
            case RangeForm::interval: break;
        }
        out_ += range.low_included ? "[" : "(";
        inner(range.low);
        out_ += "..";
        inner(range.high);
        out_ += range.high_included ? "]" : ")";
    }

    std::size_t most_;
    std::string out_;
};

// A number of very many digits by its digits and a power of ten: 1E+6000.
std::string number_for_json(const Decimal& number) {
    constexpr std::size_t most_written_out = 80;
    std::string digits = number.text();
    if (digits.size() <= most_written_out) return digits;
    std::string out;
    if (digits.front() == '-') {
        out = "-";
        digits.erase(0, 1);
    }
    const std::size_t point = digits.find('.');
    std::int64_t exponent = 0;
    if (point != std::string::npos) {
        exponent = static_cast<std::int64_t>(point + 1) - static_cast<std::int64_t>(digits.size());
        digits.erase(point, 1);
    }
    digits.erase(0, digits.find_first_not_of('0'));
    const std::size_t end = digits.find_last_not_of('0') + 1;
    exponent += static_cast<std::int64_t>(digits.size() - end);
    return out + digits.substr(0, end) + "E" + std::to_string(exponent);
}

}  // namespace

std::string string_of(const Value& value, std::size_t most) {
    Writer writer(most);
    writer.whole(value);
    return writer.take();
}

std::string literal_text(const Value& value, std::size_t limit) {
    const bool point = value.date() || value.time() || value.date_time() || value.years_months() ||
                       value.days_time();
    Writer writer(limit);
    writer.inner(value);
    std::string out = point ? "@\"" + writer.take() + "\"" : writer.take();
    if (out.size() <= limit) return out;
    std::size_t cut = limit;
    while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xC0) == 0x80) --cut;
    return out.substr(0, cut) + "…";
}

void append_json_string(std::string& out, std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    out.push_back('"');
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20) continue;
        out.append(text.substr(plain, at - plain));
        plain = at + 1;
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (c == '\n') {
            out += "\\n";
        } else {
            out += "\\u00";
            out.push_back(digits[c >> 4]);
            out.push_back(digits[c & 15]);
        }
    }
    out.append(text.substr(plain));
    out.push_back('"');
}

std::string json_text(const Value& value) {
    std::string out;
    if (value.list()) {
        out = "[";
        for (const Value& item : *value.list()) {
            if (out.size() > 1) out += ",";
            out += json_text(item);
        }
        return out + "]";
    }
    if (value.context()) {
        out = "{";
        for (const Entry& entry : value.context()->entries()) {
            if (out.size() > 1) out += ",";
            append_json_string(out, entry.name);
            out += ":" + json_text(entry.value);
        }
        return out + "}";
    }
    if (value.number()) return number_for_json(*value.number());
    if (value.is_null() || value.boolean()) return string_of(value);
    append_json_string(out, string_of(value));
    return out;
}

}  // namespace anmin::feel
