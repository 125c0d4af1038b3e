#include "text/initials.h"

#include <unicode/translit.h>
#include <unordered_map>

#include "text/han.h"

namespace anmin::text {

struct Initials::Parts {
    std::unique_ptr<icu::Transliterator> reader;
    std::unordered_map<char32_t, char> known;

    char read(char32_t character) const {
        if (!reader) return 0;
        icu::UnicodeString text(static_cast<UChar32>(character));
        reader->transliterate(text);
        const char16_t first = text.isEmpty() ? u' ' : text.charAt(0);
        return first >= u'a' && first <= u'z' ? static_cast<char>(first) : '\0';
    }
};

Initials::Initials() : parts_(std::make_unique<Parts>()) {
    UErrorCode status = U_ZERO_ERROR;
    parts_->reader.reset(icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower",
                                                             UTRANS_FORWARD, status));
    if (U_FAILURE(status)) parts_->reader.reset();
}
Initials::Initials(Initials&&) noexcept = default;
Initials::~Initials() = default;

std::string Initials::of(std::u32string_view name) {
    std::string letters;
    for (const char32_t wide : name) {
        const char32_t character = to_half_width(wide);
        if (is_digit(character) || (character >= U'a' && character <= U'z')) {
            letters += static_cast<char>(character);
        } else if (is_latin(character)) {
            letters += static_cast<char>(character - U'A' + U'a');
        } else if (is_han(character)) {
            const auto [found, is_new] = parts_->known.try_emplace(character, '\0');
            if (is_new) found->second = parts_->read(character);
            if (found->second != '\0') letters += found->second;
        }
    }
    return letters;
}

}  // namespace anmin::text
