// How a task stands in the ledger's order, and how its words are compared.
#pragma once

#include <optional>
#include <string>

#include "calendar/date.h"

namespace anmin::store {

// The day after which it is late (directive::late_after), or a key after every date: undated tasks
// come last.
inline std::string due_key(const std::optional<calendar::Date>& due) {
    return due ? due->iso() : "9999-99-99";
}

// ASCII letters small, NUL left out: both engines then compare alike.
inline std::string folded_words(const std::string& text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c != '\0') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

}  // namespace anmin::store
