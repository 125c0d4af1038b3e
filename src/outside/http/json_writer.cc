#include "http/json_writer.h"

#include <array>
#include <charconv>

#include "text/utf8.h"

namespace anmin::http {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
        out.append(text.substr(start, at - start));
        start = at + 1;
        switch (byte) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                out += "\\u00";
                out += digits[byte >> 4U];
                out += digits[byte & 0x0FU];
        }
    }
    out.append(text.substr(start));
}

}  // namespace

void JsonWriter::separate() {
    if (!first_) text_ += ',';
    first_ = false;
}

void JsonWriter::open(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    text_ += bracket;
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    string(name);
    text_ += ':';
    first_ = true;
}

void JsonWriter::string(std::string_view text) {
    separate();
    text_ += '"';
    if (text::is_utf8(text)) {
        append_escaped(text_, text);
    } else {
        append_escaped(text_, text::encode(text::decode(text)));
    }
    text_ += '"';
}

void JsonWriter::number(std::int64_t number) {
    separate();
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text_.append(digits.data(), end);
}

void JsonWriter::boolean(bool value) {
    separate();
    text_ += value ? "true" : "false";
}

void JsonWriter::null() {
    separate();
    text_ += "null";
}

void write(JsonWriter& out, std::string_view text) { out.string(text); }
void write(JsonWriter& out, calendar::Date date) { out.string(date.iso()); }
void write(JsonWriter& out, calendar::Instant instant) { out.string(instant.iso()); }

}  // namespace anmin::http
