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

std::string inner_text(const Value& value);

std::string range_text(const Range& range) {
    switch (range.form) {
        case RangeForm::less: return "(< " + inner_text(range.high) + ")";
        case RangeForm::less_equal: return "(<= " + inner_text(range.high) + ")";
        case RangeForm::greater: return "(> " + inner_text(range.low) + ")";
        case RangeForm::greater_equal: return "(>= " + inner_text(range.low) + ")";
        case RangeForm::equal: return "(= " + inner_text(range.low) + ")";
        case RangeForm::unequal: return "(!= " + inner_text(range.low) + ")";
        case RangeForm::interval: break;
    }
    return (range.low_included ? "[" : "(") + inner_text(range.low) + ".." +
           inner_text(range.high) + (range.high_included ? "]" : ")");
}

std::string inner_text(const Value& value) {
    if (value.text()) return quoted(*value.text());
    if (value.is_null()) return "null";
    return string_of(value);
}

std::string context_text(const Context& context) {
    std::string out = "{";
    for (const Entry& entry : context.entries()) {
        if (out.size() > 1) out += ", ";
        out += plain_name(entry.name) ? entry.name : quoted(entry.name);
        out += ": " + inner_text(entry.value);
    }
    return out + "}";
}

}  // namespace

std::string string_of(const Value& value) {
    switch (value.kind()) {
        case Kind::null: return "null";
        case Kind::boolean: return *value.boolean() ? "true" : "false";
        case Kind::number: return value.number()->text();
        case Kind::text: return *value.text();
        case Kind::date: return calendar::text_of(*value.date());
        case Kind::time: return calendar::text_of(*value.time());
        case Kind::date_time: return calendar::text_of(*value.date_time());
        case Kind::years_months: return calendar::text_of(*value.years_months());
        case Kind::days_time: return calendar::text_of(*value.days_time());
        case Kind::context: return context_text(*value.context());
        case Kind::range: return range_text(*value.range());
        case Kind::function: return "function";
        case Kind::unknown: return "unknown";
        case Kind::list: break;
    }
    std::string out = "[";
    for (const Value& item : *value.list()) {
        if (out.size() > 1) out += ", ";
        out += inner_text(item);
    }
    return out + "]";
}

std::string literal_text(const Value& value, std::size_t limit) {
    std::string out;
    const bool point = value.date() || value.time() || value.date_time() || value.years_months() ||
                       value.days_time();
    out = point ? "@\"" + string_of(value) + "\"" : inner_text(value);
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
    if (value.is_null() || value.boolean() || value.number()) return string_of(value);
    append_json_string(out, string_of(value));
    return out;
}

}  // namespace anmin::feel
