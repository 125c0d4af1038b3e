// Removes readings spliced into text, 會(huì)議 -> 會議, and repairs the characters they broke.
//
// Such readings were inserted on GBK bytes without regard to the borders of characters
// (closed-loop.md D.1). Two kinds of damage follow, both reversible: a hit between two characters
// (部?jī)?nèi) = 部內), and a run of characters shifted by one byte (?！渡钊雽W = 。《深入學).
#pragma once

#include <cstdint>

#include "document/draft.h"
#include "document/lexicon.h"

namespace anmin::document {

// Readings in brackets after a character that is read so.
std::int64_t count_readings(std::u32string_view text, const Lexicon& lexicon);

// Cleans every line of the draft; call it only when the file has at least five readings.
void remove_readings(Draft& draft, const Lexicon& lexicon);

}  // namespace anmin::document
