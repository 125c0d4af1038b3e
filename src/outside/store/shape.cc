#include "store/shape.h"

#include "text/utf8.h"

namespace anmin::store {

void JsonOut::quote(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    good_ = good_ && text::is_utf8(text);
    text_ += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            text_ += '\\';
            text_ += c;
        } else if (byte < 0x20) {
            text_ += "\\u00";
            text_ += digits[byte >> 4];
            text_ += digits[byte & 15];
        } else {
            text_ += c;
        }
    }
    text_ += '"';
}

}  // namespace anmin::store
