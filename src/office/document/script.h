// Traditional to simplified characters, by phrase; words are never changed.
#pragma once

#include <string_view>

#include "document/draft.h"
#include "document/lexicon.h"

namespace anmin::document {

// One character without its context.
char32_t simplified(char32_t character, const ScriptTable& table);

// Share of the Chinese characters that only traditional writing has; 0 for a text without any
// Chinese.
double traditional_share(std::u32string_view text, const ScriptTable& table);

// Converts every line; call it for a file whose traditional share is above a few per cent.
void simplify(Draft& draft, const ScriptTable& table);

}  // namespace anmin::document
