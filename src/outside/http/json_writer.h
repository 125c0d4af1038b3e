// Writes JSON text. Values without a form of their own here are written by an overload
// `void write(JsonWriter&, const T&)` of this room (json_shapes.h): one place per shape.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"

namespace anmin::http {

// The text is well-formed as long as every begin has its end and every value in an object its key.
// Ill-formed UTF-8 becomes U+FFFD. Numbers are whole: money and quantities are texts.
class JsonWriter {
public:
    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void key(std::string_view name);

    void string(std::string_view text);
    void number(std::int64_t number);
    void boolean(bool value);
    void null();

    template <class T>
    void field(std::string_view name, const T& value) {
        key(name);
        write(*this, value);
    }

    std::string text() && { return std::move(text_); }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();

    std::string text_;
    bool first_ = true;  // nothing stands before in the innermost bracket, or a key does
};

void write(JsonWriter& out, std::string_view text);
void write(JsonWriter& out, calendar::Date date);        // "2025-03-01"
void write(JsonWriter& out, calendar::Instant instant);  // "2025-03-01T08:30:00.000Z"

template <class T>
    requires std::integral<T>
void write(JsonWriter& out, T value) {
    if constexpr (std::same_as<T, bool>) {
        out.boolean(value);
    } else {
        out.number(static_cast<std::int64_t>(value));
    }
}

template <class T>
void write(JsonWriter& out, const std::optional<T>& value) {
    if (value) {
        write(out, *value);
    } else {
        out.null();
    }
}

template <class T>
void write(JsonWriter& out, const std::vector<T>& values) {
    out.begin_array();
    for (const T& value : values) write(out, value);
    out.end_array();
}

}  // namespace anmin::http
